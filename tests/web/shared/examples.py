"""The powers of Harrowmere, as the charts are given them, and what tests ask of every drawing."""

from datetime import date
from xml.etree import ElementTree

from handback.core.periods import Period
from handback.web.shared.charts.powers import Lane, Mark, MarkKind, Segment

SPAN = Period(date(2020, 1, 1), date(2023, 1, 1))
TAKEN, RETURNED, FREED = date(2020, 7, 1), date(2021, 4, 1), date(2022, 4, 1)


def lane(code, name, group="Place", *, returned=RETURNED, oversight="ordinary", counted=True, inferred=False):
    """A function taken by commissioners, given back under oversight, then freed of it."""
    return Lane(
        code=code,
        name=name,
        group=group,
        href=f"/harrowmere/functions/{code}/",
        counted=counted,
        segments=(
            Segment(date(2019, 1, 1), TAKEN, "council"),
            Segment(TAKEN, returned, "commissioners", instrument_code="I01", inferred=inferred),
            Segment(returned, FREED, "council", oversight=oversight, instrument_code="I02"),
            Segment(FREED, None, "council", instrument_code="I03"),
        ),
    )


HARROWMERE = (
    lane("F01", "Housing"),
    lane("F02", "Licensing (including hackney carriages)", "Regulation", oversight="enhanced"),
    lane("F03", "Planning", returned=date(2021, 10, 1)),
)
MARKS = (
    Mark("I01", "Directions", TAKEN, href="/harrowmere/instruments/I01/"),
    Mark("I02", "Return of housing", RETURNED, made_on=date(2021, 3, 25), effect="returned 2 functions"),
    Mark("I03", "End of oversight", FREED),
    Mark("P1", "Minded to return housing", date(2021, 2, 1), kind=MarkKind.PROPOSAL),
)
HOSTILE = "</title><script>alert('x')</script>\" onload=\"alert(1)"


def parsed(svg):
    """The drawings in `svg`, read as strict XML."""
    return ElementTree.fromstring(f"<drawings>{svg}</drawings>")


def names_in(svg):
    """Every element and attribute name in `svg`."""
    everything = list(parsed(svg).iter())
    elements = {element.tag.rpartition("}")[2] for element in everything}
    return elements, {name.rpartition("}")[2] for element in everything for name in element.attrib}
