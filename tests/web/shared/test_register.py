"""The register of interventions, and the timeline of one."""

from datetime import date

import pytest

from handback.core.periods import Period, Window
from handback.records.powers.recordfile.days import stated
from handback.web.public.register import in_words
from handback.web.shared.charts.register import Intervention, register_chart
from handback.web.shared.charts.timeline import Happening, Lasting, Track, intervention_timeline
from tests.web.shared.examples import HOSTILE, names_in, parsed


def told(text):
    """A date of a register file, as its page tells it."""
    days = stated(text)
    return Window(days.first, days.until, in_words(days))


SPAN = Period(date(2010, 1, 1), date(2027, 1, 1))
ENDED = Intervention("Harrowmere", told("2010"), told("2014-11-11"), model="commissioners")
RUNNING = Intervention("Elderholm", told("2022-09-02"), planned_end=told("2026-05"))
DIRECTIONS = Track("Instruments", (Happening(date(2020, 7, 1), "Directions made"),), important=True)
LETTERS = Track("Reports", (Happening(date(2020, 11, 1), "Letter from Maya", inferred=True),))
SAT = Lasting("Commissioners in Harrowmere", Period(date(2020, 7, 1), date(2022, 4, 1)))
YEARS = Period(date(2020, 1, 1), date(2023, 1, 1))


@pytest.mark.parametrize(
    ("text", "said", "days"),
    [("2018-09-24", "24 September 2018", 1), ("2018-09", "September 2018", 30), ("2018", "2018", 365)],
)
def test_a_stated_time_keeps_its_precision(text, said, days):
    window = told(text)

    assert (window.words, (window.until - window.first).days) == (said, days)


def test_the_register_is_told_in_numbers():
    assert register_chart([ENDED, RUNNING], span=SPAN).text == (
        "2 interventions at 2 authorities, the first in 2010. 1 has ended; "
        "1 was still in force at last source."
    )


def test_what_no_source_ends_is_not_shown_as_ended():
    assert [row.ended for row in register_chart([ENDED, RUNNING], span=SPAN).rows] == [
        "11 November 2014",
        "still in force at last source",
    ]


def test_an_imprecise_start_is_dashed():
    assert "stroke-dasharray" in register_chart([ENDED], span=SPAN).svg


def test_exact_dates_are_not_dashed():
    exact = Intervention("Harrowmere", told("2010-06-02"), told("2014-11-11"))

    assert "stroke-dasharray" not in register_chart([exact], span=SPAN).svg


def test_an_open_end_fades_away():
    assert 'fill="url(#register-fade)"' in register_chart([RUNNING], span=SPAN).svg


def test_an_empty_register_says_so():
    assert register_chart([], span=SPAN).text == "No interventions are in the register yet."


def test_the_register_needs_an_end_to_be_drawn_to():
    with pytest.raises(ValueError, match="a period that has an end"):
        register_chart([ENDED], span=Period(date(2010, 1, 1)))


def test_hostile_authorities_are_only_ever_text():
    elements, attributes = names_in(
        register_chart([Intervention(HOSTILE, told("2010"), href=HOSTILE)], span=SPAN).svg
    )

    assert "script" not in elements
    assert not attributes & {"onload", "style"}


def test_the_timeline_tells_what_ran_and_what_it_holds():
    assert intervention_timeline([DIRECTIONS, LETTERS], [SAT], span=YEARS).text == (
        "Commissioners in Harrowmere: 1 July 2020 to 31 March 2022. The record has 1 instrument and 1 report."
    )


def test_the_timeline_says_what_came_last_and_what_comes_next():
    chart = intervention_timeline([DIRECTIONS, LETTERS], span=YEARS, as_at=date(2020, 8, 1))

    assert chart.text.endswith(
        "Last before 1 August 2020: Directions made (1 July 2020). Next: Letter from Maya (1 November 2020)."
    )


def test_an_inferred_day_is_dashed_and_said():
    svg = intervention_timeline([LETTERS], span=YEARS).svg

    assert "stroke-dasharray" in svg
    assert "1 November 2020 (day inferred): Letter from Maya" in svg


def test_timeline_rows_come_in_order_of_day():
    rows = intervention_timeline([LETTERS, DIRECTIONS], [SAT], span=YEARS).rows

    assert [row.what for row in rows] == [
        "Commissioners in Harrowmere",
        "Directions made",
        "Letter from Maya",
    ]


def test_both_drawings_are_well_formed_without_styles():
    both = (
        register_chart([ENDED, RUNNING], span=SPAN).svg + intervention_timeline([DIRECTIONS], span=YEARS).svg
    )

    assert len(parsed(both)) == 2
    assert "style" not in names_in(both)[1]
