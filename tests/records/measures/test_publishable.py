"""What a published copy of measures may tell: no indicator that is not public, no count of so few."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handback.records.measures import actions, published
from handback.records.measures.gathering import whole_record
from handback.records.measures.measured.boards import board_of
from handback.records.measures.measured.copyfile import as_json, read_copy
from handback.records.measures.measured.entries import (
    CommentaryEntry,
    DecisionEntry,
    IndexEntry,
    IndicatorEntry,
)
from handback.records.measures.measured.publishable import publishable, small_counts, unguarded
from handback.records.measures.measured.record import IndicatorFacts, MeasuresRecord, ValueRow
from handback.records.measures.measured.words import Better, DecisionKind, MeasuredAs
from handback.records.measures.unpublished import unpublished

from .conftest import MONDAY, ON, TUESDAY, months, value

CHILDREN = IndicatorEntry(
    code="M03", name="Children missing", measured_as=MeasuredAs.COUNT, better=Better.LOWER, least_published=5
)
SHARE = replace(CHILDREN, code="M04", measured_as=MeasuredAs.PROPORTION, per=100)
HIDDEN = IndicatorEntry(code="M05", name="Grievances of officers", is_public=False)


def row(number: str, *counts: str | None) -> ValueRow:
    """January's value."""
    january = months(1)[0]
    above, below = counts or (None, None)
    return ValueRow(
        january.first, january.until or january.first, number, above, below, "", "final", None, ""
    )


def facts(*numbers: int) -> IndicatorFacts:
    """A number a month."""
    rows = (
        row(str(number))._replace(first=period.first, until=period.until or period.first)
        for number, period in zip(numbers, months(len(numbers)), strict=True)
    )
    return IndicatorFacts(tuple(rows))


def record_of(*indicators: IndicatorEntry, **more) -> MeasuresRecord:
    """Harrowmere's measures."""
    return MeasuresRecord("harrowmere", "Harrowmere", "E08000999", indicators, **more)


def test_what_is_not_public_is_in_no_copy():
    record = record_of(CHILDREN, HIDDEN, facts={"M05": facts(2)})

    assert "Grievances" not in json.dumps(as_json(publishable(record)))


def test_an_index_that_names_what_is_not_public_is_in_no_copy():
    index = IndexEntry(code="X1", name="Staff", version="1", declaration={"of": [{"indicator": "M05"}]})

    assert not publishable(record_of(HIDDEN, indices=(index,))).indices


@pytest.mark.parametrize(("count", "withheld"), [("0", 0), ("1", 1), ("4", 1), ("5", 0), ("-2", 1)])
def test_a_count_between_nought_and_the_least_is_withheld(count, withheld):
    assert len(small_counts(CHILDREN, IndicatorFacts((row(count),)), least=5)) == withheld


@pytest.mark.parametrize(
    ("counts", "withheld"),
    [(("3", "90"), 1), (("88", "90"), 1), (("0", "4"), 1), (("40", "90"), 0), ((None, None), 1)],
)
def test_a_share_is_withheld_where_either_part_or_the_whole_is_small_or_not_known(counts, withheld):
    assert len(small_counts(SHARE, IndicatorFacts((row("50", *counts),)), least=5)) == withheld


def test_what_is_said_of_a_value_that_is_withheld_goes_with_it():
    said = CommentaryEntry(indicator="M03", first=months(1)[0].first, what="A family.", written_by="Ada")
    ghost = DecisionEntry(
        indicator="M03",
        kind=DecisionKind.GHOST,
        first=said.first,
        reason="One family.",
        decided_by="Ada",
        decided_on=ON,
    )
    told = publishable(
        record_of(CHILDREN, facts={"M03": replace(facts(3, 9), commentaries=(said,), decisions=(ghost,))})
    )

    assert "family" not in json.dumps(as_json(told))


def test_a_copy_names_the_periods_that_are_withheld_and_reads_back():
    told = publishable(record_of(CHILDREN, facts={"M03": facts(9, 3, 8)}))
    back = read_copy(json.loads(json.dumps(as_json(told))))

    assert back.facts["M03"].withheld == (months(2)[1],)


def test_a_period_withheld_keeps_its_place_and_is_not_late():
    record = publishable(record_of(replace(CHILDREN, lag_days=10), facts={"M03": facts(9, 8, 3)}))
    standing = board_of(record, on=date(2023, 4, 5)).standings[0]

    assert len(standing.axis) == 3
    assert not standing.lateness.late


def test_limits_are_worked_out_without_what_is_withheld():
    record = record_of(CHILDREN, facts={"M03": facts(9, 8, 12, 2, 11, 7, 13)})
    standing = board_of(publishable(record), on=ON).standings[0]

    assert standing.points[0].centre == pytest.approx(10)


def test_all_withheld_says_nothing_and_breaks_nothing():
    standing = board_of(publishable(record_of(CHILDREN, facts={"M03": facts(3)})), on=ON).standings[0]

    assert standing.last is None


def test_small_counts_that_nobody_guards_are_found():
    bare = replace(CHILDREN, least_published=0)

    assert unguarded(record_of(bare, facts={"M03": facts(9, 3)})) == ((bare, (months(2)[1],)),)


def test_measures_of_which_none_is_public_are_not_published(harrowmere, ada):
    actions.record_indicator(harrowmere, HIDDEN, by=ada, at=MONDAY)

    with pytest.raises(actions.NothingPublic):
        actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)


def test_what_is_marked_later_is_gone_from_the_next_copy(harrowmere, ada, bins, appeals):
    actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)
    actions.record_indicator(harrowmere, replace(bins, is_public=False), by=ada, at=TUESDAY)
    actions.publish(harrowmere, on=ON, by=ada, at=TUESDAY)

    assert list(published.latest("harrowmere").board.by_code) == [appeals.code]


def test_a_least_count_below_nought_is_refused(harrowmere, ada, bins):
    with pytest.raises(actions.NotWellFormed, match="least count"):
        actions.record_indicator(harrowmere, replace(bins, least_published=-1), by=ada, at=MONDAY)


def test_before_publishing_it_is_said_what_would_change(harrowmere, ada, bins, appeals):
    actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)
    actions.record_value(harrowmere, value(51, months(1)[0]), by=ada, at=TUESDAY)
    actions.record_indicator(harrowmere, HIDDEN, by=ada, at=TUESDAY)
    found = unpublished(harrowmere, on=ON)

    assert (found.new, found.changed, found.kept_back) == ((), (bins.name,), (HIDDEN.name,))
    assert appeals.name not in found.changed


def test_what_would_change_is_worked_out_once_for_each_state_of_the_record(
    harrowmere, ada, bins, django_assert_num_queries
):
    before = unpublished(harrowmere, on=ON)
    with django_assert_num_queries(2):
        assert unpublished(harrowmere, on=ON) == before

    actions.record_indicator(harrowmere, HIDDEN, by=ada, at=TUESDAY)

    assert unpublished(harrowmere, on=ON).kept_back == (HIDDEN.name,)


def test_a_restated_count_is_not_told_of_what_has_a_least_count(harrowmere, ada):
    actions.record_indicator(harrowmere, CHILDREN, by=ada, at=MONDAY)
    for count, at in ((3, MONDAY), (9, TUESDAY)):
        entry = value(Decimal(count), months(1)[0], indicator="M03")
        actions.record_value(harrowmere, entry, reason="Counted again.", by=ada, at=at)

    assert not publishable(whole_record(harrowmere)).facts["M03"].restatements


def test_a_value_replaced_while_nobody_outside_could_see_it_is_not_told_later(harrowmere, ada, bins):
    january, february = months(2)
    for number, period in ((12, january), (14, february)):
        actions.record_value(harrowmere, value(number, period), by=ada, at=MONDAY)
    steps = (
        lambda at: actions.record_indicator(harrowmere, replace(bins, is_public=False), by=ada, at=at),
        lambda at: actions.record_value(
            harrowmere, value(13, january), reason="Said in private", by=ada, at=at
        ),
        lambda at: actions.record_indicator(harrowmere, bins, by=ada, at=at),
        lambda at: actions.record_value(harrowmere, value(15, february), reason="A slip", by=ada, at=at),
    )
    for number, step in enumerate(steps):
        step(TUESDAY.replace(minute=number))
    actions.publish(harrowmere, on=ON, by=ada, at=TUESDAY.replace(hour=12))
    told = published.latest("harrowmere").record.facts["M01"].restatements

    assert [one.reason for one in told] == ["A slip"]
