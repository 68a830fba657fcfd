"""The powers chart in words and as rows."""

from dataclasses import replace
from datetime import date

from handback.core.periods import Period
from handback.web.shared.charts.powers import Lane, Segment, powers_chart
from tests.web.shared.examples import HARROWMERE, RETURNED, SPAN, TAKEN, lane


def told(lanes=HARROWMERE, *, as_at=None, span=SPAN):
    return powers_chart(lanes, span=span, as_at=as_at).text


def test_the_text_says_how_many_functions_the_council_held_on_the_day():
    assert told(as_at=date(2021, 5, 1)).startswith(
        "On 1 May 2021 the council held 2 of 3 functions, all under oversight; the commissioners held 1."
    )


def test_the_text_says_when_the_share_changed():
    assert told() == (
        "The council held all 3 functions until 30 June 2020, none from 1 July 2020, 2 from 1 April 2021 "
        "and all 3 from 1 October 2021."
    )


def test_the_text_says_none_where_the_council_held_nothing():
    assert "the council held none of the 3 functions; the commissioners held 3" in told(as_at=TAKEN)


def test_the_text_says_how_many_were_under_oversight_where_not_all_were():
    free = Lane("F04", "Parks", "Place", (Segment(date(2019, 1, 1), None, "council"),))

    assert "3 of 4 functions, 2 of them under oversight" in told((*HARROWMERE, free), as_at=date(2021, 5, 1))


def test_a_power_that_is_no_function_of_the_council_is_not_counted():
    lanes = (*HARROWMERE, lane("F28", "Oversight", counted=False))

    assert "the commissioners held 3." in told(lanes, as_at=TAKEN)


def test_a_day_that_no_source_covers_is_said_and_not_guessed():
    late = Lane("F04", "Parks", "Place", (Segment(date(2022, 1, 1), None, "council"),))

    assert "for 1 no source says who did" in told((*HARROWMERE, late), as_at=TAKEN)


def test_a_share_that_never_changes_is_told_in_one_sentence():
    steady = Lane("F04", "Parks", "Place", (Segment(date(2019, 1, 1), None, "council"),))

    assert told((steady,)) == "The council held the one function throughout."


def test_very_many_changes_are_told_by_the_first_the_fewest_and_the_last():
    months = [date(2020 + month // 12, month % 12 + 1, 1) for month in range(1, 13)]
    lanes = [
        Lane(
            f"F{n}",
            "A",
            "G",
            (Segment(date(2019, 1, 1), day, "council"), Segment(day, None, "commissioners")),
        )
        for n, day in enumerate(months)
    ]

    assert told(lanes).endswith("Its share changed 12 times.")


def test_an_empty_record_is_told_as_empty():
    chart = powers_chart((), span=SPAN)

    assert (chart.svg, chart.text) == ("", "No functions are recorded yet.")


def test_rows_show_the_last_included_day():
    rows = powers_chart(HARROWMERE, span=SPAN).rows

    assert [(row.holder, row.last) for row in rows[:2]] == [
        ("Council", date(2020, 6, 30)),
        ("Commissioners", date(2021, 3, 31)),
    ]


def test_rows_name_the_oversight_kept():
    rows = powers_chart(HARROWMERE, span=SPAN).rows

    assert {row.holder for row in rows if row.code == "F02"} == {
        "Council",
        "Commissioners",
        "Council, with enhanced oversight",
    }


def test_rows_keep_the_groups_together():
    rows = powers_chart(HARROWMERE, span=SPAN).rows

    assert list(dict.fromkeys(row.code for row in rows)) == ["F01", "F03", "F02"]


def test_rows_mark_what_is_inferred():
    rows = powers_chart((lane("F01", "Housing", inferred=True),), span=SPAN).rows

    assert [row.inferred for row in rows] == [False, True, False, False]


def test_a_trust_goes_by_its_own_name():
    held = Segment(RETURNED, None, "trust", "Harrowmere Children's Trust")
    chart = powers_chart((replace(HARROWMERE[0], segments=(held,)),), span=SPAN)

    assert chart.rows[0].holder == "Harrowmere Children's Trust"


def test_a_span_without_an_end_ends_with_the_last_thing_known():
    assert "all 3 from 1 October 2021" in told(span=Period(date(2020, 1, 1)))
