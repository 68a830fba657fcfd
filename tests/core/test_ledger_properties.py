"""The ledger against a slow oracle, and what must be true of every record."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from handback.core.periods import Period
from handback.core.powers import FunctionMovedTwice, Kind, PartyKind, Recorded, ledger
from handback.core.powers.refusals import ExtendedAfterExpiry, ExtendedTwice
from tests.core.oracle import MovedTwice, Oracle, days_of
from tests.core.records import DAYS, FIRST, chances, move, records

ALL_DAYS = days_of(FIRST - timedelta(days=2), DAYS + 8)
FEW = settings(max_examples=30, deadline=None)
EARLY, ASKED, LATE = (datetime(2026, 3, day, 9, tzinfo=UTC) for day in (1, 2, 3))


def compiled(record, **options):
    """The ledger of a record; records that contradict themselves are passed over."""
    try:
        return ledger(*record, **options)
    except (FunctionMovedTwice, ExtendedAfterExpiry, ExtendedTwice):
        assume(False)


@settings(max_examples=200, deadline=None)
@given(records())
def test_the_ledger_says_what_the_oracle_says_on_every_day(record):
    oracle, answers = Oracle(*record), compiled(record)

    for function in record[0]:
        for day in ALL_DAYS:
            said, meant = answers.holder_on(function.code, day), oracle.on(function.code, day)
            assert (said.holder, said.move) == (meant.holder, meant.move)
            assert (said.oversight, said.oversight_move) == (meant.oversight, meant.oversight_move)


@FEW
@given(records())
def test_a_record_is_refused_if_and_only_if_the_oracle_finds_a_function_moved_twice(record):
    try:
        ledger(*record)
        refused = False
    except FunctionMovedTwice:
        refused = True
    except (ExtendedAfterExpiry, ExtendedTwice):
        assume(False)

    assert refused == _moved_twice(record)


def _moved_twice(record):
    oracle = Oracle(*record)
    try:
        for function in record[0]:
            for day in ALL_DAYS:
                oracle.on(function.code, day)
    except MovedTwice:
        return True
    return False


@FEW
@given(records())
def test_the_holdings_of_a_function_cover_all_time_without_gap_or_overlap(record):
    answers = compiled(record)

    for function in record[0]:
        history = answers.history(function.code)
        assert history[0].period.first == date.min
        assert history[-1].period.until is None
        assert all(one.period.until == other.period.first for one, other in pairwise(history))


@FEW
@given(records())
def test_neighbouring_holdings_differ_in_something_shown(record):
    answers = compiled(record)

    for function in record[0]:
        for one, other in pairwise(answers.history(function.code)):
            assert replace(one, period=other.period, brought_by=(), upon_end_of=None) != replace(
                other, brought_by=(), upon_end_of=None
            )


@FEW
@given(records())
def test_since_is_the_first_day_of_the_unbroken_run_of_the_holder(record):
    answers = compiled(record)

    for function in record[0]:
        for day in ALL_DAYS:
            holding = answers.holder_on(function.code, day)
            run = day
            while run > ALL_DAYS[0] and _holds(answers, function, run - timedelta(days=1), holding):
                run -= timedelta(days=1)
            assert holding.since == (None if run == ALL_DAYS[0] else run)


def _holds(answers, function, day, holding):
    return answers.holder_on(function.code, day).holder == holding.holder


@FEW
@given(records())
def test_a_part_shares_the_history_of_its_parent_until_it_is_split_out(record):
    answers = compiled(record)

    for part in record[0]:
        for day in ALL_DAYS:
            if part.parent is not None and day < part.split_on:
                own, parents = answers.holder_on(part.code, day), answers.holder_on(part.parent, day)
                assert (own.holder, own.move, own.oversight) == (
                    parents.holder,
                    parents.move,
                    parents.oversight,
                )


@FEW
@given(records())
def test_a_holding_is_revived_only_after_its_move_was_covered_by_a_later_one(record):
    answers = compiled(record)

    for function in record[0]:
        history = answers.history(function.code)
        for number, holding in enumerate(history):
            earlier = [before for before in history[:number] if before.move != holding.move]
            effect = _effect(record, holding.move) if holding.move else None
            covered = holding.move is not None and any(before.period.until > effect for before in earlier)
            assert not holding.holder_revived or covered or _shared_its_first_day(record, holding)


def _effect(record, move):
    return move.on or next(item for item in record[1] if item.code == move.instrument).in_force_on


def _shared_its_first_day(record, holding):
    effect = _effect(record, holding.move)
    return sum(_effect(record, move) == effect for move in record[2]) > 1


@FEW
@given(records(), st.sampled_from(ALL_DAYS), st.sampled_from(ALL_DAYS))
def test_changes_between_two_days_are_exactly_the_functions_whose_days_differ(record, one, other):
    answers = compiled(record)
    first, second = sorted((one, other))

    changed = {change.function for change in answers.changes_between(first, second)}

    between = [day for day in ALL_DAYS if first <= day <= second]
    for function in record[0]:
        seen = [answers.holder_on(function.code, day) for day in between]
        assert (function.code in changed) == any(holding != seen[0] for holding in seen)


@FEW
@given(records())
def test_function_days_held_are_the_sum_of_the_shares_of_each_day(record):
    answers = compiled(record)
    period = Period(ALL_DAYS[0], ALL_DAYS[-1])

    shares = [answers.share_held(PartyKind.COUNCIL, day) for day in ALL_DAYS[:-1]]

    over = answers.share_over(period)
    assert (over.held, over.of) == (sum(share.held for share in shares), sum(share.of for share in shares))


@FEW
@given(records())
def test_nothing_changes_on_a_day_that_is_no_boundary(record):
    answers = compiled(record)
    boundaries = set(answers.boundaries())

    for one, other in pairwise(ALL_DAYS):
        if other not in boundaries:
            assert answers.on(one) == answers.on(other)


@FEW
@given(records(), chances())
def test_what_was_known_at_a_moment_never_changes_by_what_is_recorded_later(record, chance):
    functions, instruments, known = record
    stated = [replace(item, recorded=Recorded(EARLY)) for item in known]
    compiled((functions, instruments, stated), known_at=ASKED)
    before = ledger(functions, instruments, stated, known_at=ASKED)

    superseded = [replace(item, recorded=Recorded(EARLY, chance.choice([None, LATE]))) for item in stated]
    added = [replace(move(chance, functions, instruments), recorded=Recorded(LATE))]
    after = ledger(functions, instruments, superseded + added, known_at=ASKED)

    for function in functions:
        shown = [(item.period, item.holder, item.oversight) for item in before.history(function.code)]
        assert shown == [(item.period, item.holder, item.oversight) for item in after.history(function.code)]


@FEW
@given(records())
def test_the_order_in_which_facts_are_given_changes_nothing(record):
    functions, instruments, known = record
    answers = compiled(record)

    turned = ledger(functions, instruments[::-1], known[::-1])

    assert all(answers.history(item.code) == turned.history(item.code) for item in functions)


@FEW
@given(records())
def test_no_more_functions_are_held_than_stand(record):
    answers = compiled(record)

    for day in ALL_DAYS:
        shares = [answers.share_held(kind, day) for kind in PartyKind]
        counted = [item for item in record[0] if item.kind is not Kind.OVERSIGHT_POWER]
        standing = [item for item in counted if answers.tree.stands_on(item.code, day)]
        assert sum(share.held for share in shares) == len(standing)
