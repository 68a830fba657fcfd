"""The powers chart as a drawing."""

from dataclasses import replace
from datetime import date

import pytest

from handback.web.shared.charts.powers import Mark, Segment, powers_chart
from tests.web.shared.examples import HARROWMERE, HOSTILE, MARKS, SPAN, TAKEN, lane, names_in, parsed


def drawn(lanes=HARROWMERE, marks=MARKS, **options):
    return powers_chart(lanes, marks, span=SPAN, **options).svg


def test_the_drawing_is_well_formed():
    assert len(parsed(drawn(as_at=date(2021, 5, 1)))) == 2


def test_the_drawing_has_no_styles_scripts_or_handlers_of_its_own():
    elements, attributes = names_in(drawn(as_at=date(2021, 5, 1)))

    assert not {"style", "script", "foreignObject"} & elements
    assert not {name for name in attributes if name == "style" or name.startswith("on")}


def test_the_same_values_give_the_same_drawing():
    assert drawn(as_at=date(2021, 5, 1)) == drawn(as_at=date(2021, 5, 1))


def test_hostile_names_are_only_ever_text():
    lanes = (replace(HARROWMERE[0], name=HOSTILE, group=HOSTILE, code=HOSTILE, href=HOSTILE),)
    svg = drawn(lanes, (Mark(HOSTILE, HOSTILE, date(2021, 1, 1), href=HOSTILE, effect=HOSTILE),))
    elements, attributes = names_in(svg)

    assert "script" not in elements
    assert "onload" not in attributes


def test_every_function_leads_to_its_page():
    links = {link.get("href") for link in parsed(drawn()).iter() if link.tag.endswith("}a")}

    assert {"/harrowmere/functions/F01/", "/harrowmere/functions/F02/", "/harrowmere/functions/F03/"} <= links


def test_every_function_says_its_whole_history_when_pointed_at():
    assert (
        "<title>F01 Housing: council 1 January 2019 to 30 June 2020; commissioners until 31 March 2021; "
        "council, with oversight until 31 March 2022; council since</title>"
    ) in drawn()


def test_an_instrument_says_when_it_was_made_and_what_it_did():
    assert (
        "I02 Return of housing, in force from 1 April 2021, made on 25 March 2021: returned 2 functions"
    ) in drawn()


def test_the_day_stood_on_is_written_on_its_line():
    assert "As at 1 May 2021" in drawn(as_at=date(2021, 5, 1))


def test_a_day_outside_the_span_has_no_line():
    assert "As at" not in drawn(as_at=date(2030, 1, 1))


def test_long_names_are_cut_in_the_drawing_and_whole_when_pointed_at():
    name = "Financial services, including revenues and benefits, information technology and legal services"
    svg = drawn((lane("F09", name),))

    assert f"<title>F09 {name}:" in svg
    assert f">{name}</text>" not in svg


def test_a_band_that_carries_on_under_another_instrument_is_labelled_once():
    before, after = (
        Segment(date(2019, 1, 1), TAKEN, "council"),
        Segment(TAKEN, None, "council", "", "none", "I01"),
    )
    svg = drawn((replace(HARROWMERE[0], segments=(before, after)),), ())

    assert svg.split('<svg class="hb-chart__narrow"')[0].count(">Council</text>") == 1


def test_two_charts_on_a_page_share_no_ids():
    one, two = (set(_ids(drawn(name=name))) for name in ("powers", "housing"))

    assert not one & two


def test_no_id_is_used_twice():
    found = _ids(drawn())

    assert len(found) == len(set(found))


@pytest.mark.parametrize("as_at", [None, date(2021, 5, 1)])
def test_twenty_eight_functions_weigh_less_than_60_kb(as_at):
    groups = ["Children", "Place", "Corporate", "Housing", "Regulation", "Adults", "Community"]
    lanes = [
        lane(f"F{n:02}", "Adult social care and partnership with the NHS", groups[n // 4]) for n in range(28)
    ]

    assert len(drawn(lanes, as_at=as_at).encode()) < 60_000


def test_a_crowded_chart_names_groups_and_still_links_every_function():
    lanes = [lane(f"F{n:03}", f"Function {n}", f"Group {n // 15}") for n in range(150)]
    svg = drawn(lanes)

    assert svg.count('href="/harrowmere/functions/') == 2 * 150
    assert ">Function 7</text>" not in svg


def _ids(svg):
    return [element.get("id") for element in parsed(svg).iter() if element.get("id")]
