"""What the columns of a table of values mean, guessed from their names."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from handback.reading.series.stated import NotAPeriod, stated_period


class Role(StrEnum):
    """What a column of a table of values holds."""

    INDICATOR = "indicator"  #: its code or name; of a national series the metric
    AREA = "area"  #: a GSS code
    PERIOD = "period"
    VALUE = "value"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    QUALITY = "quality"
    PUBLISHED = "published"
    SOURCE = "source"
    NOTE = "note"


# For each role the names that columns have, in the order in which roles choose.
_NAMES: Mapping[Role, str] = {
    Role.NUMERATOR: r"numerator|count|number of|how many",
    Role.DENOMINATOR: r"denominator|out of|population|base|total",
    Role.PUBLISHED: r"published(?: on)?|publication date|date published|release date",
    Role.AREA: r"area(?: code| gss)?|gss(?: code)?|ons code|la code|geography code|council code|identifier",
    Role.INDICATOR: r"indicator(?: code| id| ref)?|metric(?: type)?(?: id| code| identifier)?|measure"
    r"|code|ref(?:erence)?|kpi|pi|name",
    Role.PERIOD: r"period|date|month|quarter|year|week|time|reporting period|financial year",
    Role.VALUE: r"value|actual|figure|result|outturn|performance|rate|percentage|percent|%|score",
    Role.QUALITY: r"quality|status|provisional|final",
    Role.SOURCE: r"source",
    Role.NOTE: r"notes?|comments?|commentary|remarks?",
}


def suggest(headers: Sequence[str]) -> dict[Role, str]:
    """What the columns most likely mean; each header has one role at most, and a header that is itself a
    period ("2022/23") has none: its cells are values.
    """
    left = [header for header in headers if header and not is_period(header)]
    mapping: dict[Role, str] = {}
    for exact in (True, False):
        for role, names in _NAMES.items():
            found = next((header for header in left if _names(header, names, exact=exact)), None)
            if role not in mapping and found is not None:
                mapping[role] = found
                left.remove(found)
    return mapping


def is_period(header: str) -> bool:
    """Whether a header is a period itself."""
    try:
        stated_period(header)
    except NotAPeriod:
        return False
    return True


def _names(header: str, names: str, *, exact: bool) -> bool:
    words = " ".join(re.sub(r"[^\w%]+", " ", header.lower().replace("_", " ")).split())
    if exact:
        return re.fullmatch(names, words) is not None
    return re.search(rf"(?:^| )(?:{names})(?: |$)", words) is not None
