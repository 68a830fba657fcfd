"""What would break a page or an address is refused on entry; one broken series breaks no board."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handback.core.frequencies import Frequency, period_of
from handback.reading.series import NotAPeriod, pasted, stated_period, suggest
from handback.records.audit import actions as audit
from handback.records.measures import actions, importing, queries, standing
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.findings import Way
from handback.records.measures.models import ChartDecision, Value
from handback.web.shared.measures import telling
from tests.records.measures.conftest import BINS, MONDAY, ON, TUESDAY, month, value
from tests.support.sources import PROJECT

WEEKLY = replace(BINS, frequency=Frequency.WEEK)
LONG_AGO, NOW = (period_of(Frequency.WEEK, day=date(year, 6, 5)) for year in (1901, 2025))
FAR = "95 years"
CALM = [50, 53, 48, 51, 49, 52, 47, 50, 52, 49, 51, 48, 50, 53]


@pytest.mark.parametrize("code", ["add", "Import", "indices", "benchmarks", "M01.csv", "m01.JSON"])
def test_a_code_where_another_page_stands_is_refused(harrowmere, ada, code):
    with pytest.raises(actions.CodeIsAnAddress, match="address of another page"):
        actions.record_indicator(harrowmere, replace(BINS, code=code), by=ada, at=MONDAY)


@pytest.mark.parametrize("code", ["add", "Declare", "X01.csv"])
def test_a_code_of_an_index_where_another_page_stands_is_refused(harrowmere, ada, code):
    with pytest.raises(actions.CodeIsAnAddress):
        actions.declare_index(harrowmere, IndexEntry(code=code, name="All", version="1"), by=ada, at=MONDAY)


def test_a_file_with_such_a_code_is_refused_with_its_place(harrowmere, ada):
    kept = PROJECT / "docs" / "reference" / "harrowmere-measures.json"
    content = json.loads(kept.read_text(encoding="utf-8"))
    content["indicators"][1]["code"] = "import"

    with pytest.raises(actions.MeasuresFileRefused) as refused:
        actions.load(content, on=ON, by=ada, at=MONDAY)
    assert refused.value.problems[0][0] == ("indicators", 1, "code")
    assert not queries.indicators(harrowmere).exists()


@pytest.fixture
def weekly(harrowmere, ada):
    """An indicator of weeks with one value, of long ago."""
    actions.record_indicator(harrowmere, WEEKLY, by=ada, at=MONDAY)
    actions.record_value(harrowmere, value(1, LONG_AGO), by=ada, at=MONDAY)


def test_a_value_a_century_from_the_others_is_refused(harrowmere, weekly, ada):
    with pytest.raises(actions.TooFarApart, match=FAR):
        actions.record_value(harrowmere, value(2, NOW), by=ada, at=TUESDAY)


def test_a_table_with_a_value_a_century_from_the_others_names_its_row(harrowmere, weekly):
    (table,) = pasted("Indicator,Week,Value\nM01,2 June 2025,2\n")
    columns = suggest(table.headers)

    (fault,) = importing.preview(harrowmere, table, columns).faults
    assert (fault.place, FAR in fault.sentence) == ("row 2", True)


def test_a_frequency_by_which_values_lie_too_far_apart_is_refused(harrowmere, ada):
    actions.record_indicator(harrowmere, replace(BINS, frequency=Frequency.IRREGULAR), by=ada, at=MONDAY)
    for period in (LONG_AGO, NOW):
        actions.record_value(harrowmere, value(1, period), by=ada, at=MONDAY)

    with pytest.raises(actions.TooFarApart):
        actions.record_indicator(harrowmere, WEEKLY, by=ada, at=TUESDAY)


@pytest.mark.parametrize("words", ["week of 31 December 9999", "1 January 0001", "31/12/2500"])
def test_words_of_no_year_that_anybody_measures_are_no_period(words):
    with pytest.raises(NotAPeriod):
        stated_period(words, frequency=Frequency.FINANCIAL_YEAR)


def test_a_value_of_the_year_9999_is_refused(harrowmere, bins, ada):
    with pytest.raises(actions.NotWellFormed, match="1800 to 2200"):
        actions.record_value(harrowmere, value(1, month(9999, 11)), by=ada, at=MONDAY)


def kept_all_the_same(row):
    with audit.action("tests.row.added", by=audit.system("tests"), at=TUESDAY) as event:
        event.add(row)


def test_values_recorded_a_century_apart_all_the_same_break_no_board(harrowmere, weekly):
    more = Value(authority=harrowmere, indicator="M01", first=NOW.first, until=NOW.until, value=Decimal(2))
    kept_all_the_same(more)
    one = standing.board(harrowmere, on=ON).by_code["M01"]

    assert ([point.value for point in one.points], one.axis.is_closed_up) == ([1, 2], True)


def test_a_series_of_which_no_chart_can_be_drawn_takes_no_other_with_it(harrowmere, bins, recorded, ada):
    recorded(CALM)
    actions.record_indicator(harrowmere, replace(BINS, code="M02"), by=ada, at=MONDAY)
    recorded(CALM, indicator="M02")
    said = {"kind": "profile", "choice": "none such", "reason": "So.", "decided_by": "Board"}
    kept_all_the_same(ChartDecision(authority=harrowmere, indicator="M02", decided_on=ON, **said))
    board = standing.board(harrowmere, on=ON)

    assert [one.way for one in board.standings] == [Way.COMMON, Way.NOT_ENOUGH]
    assert "No chart can be drawn" in telling.verdict(board.by_code["M02"])
