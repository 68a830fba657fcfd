"""A board follows the record: a write costs what it changed, and it says what one made afresh would."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from handback.core.periods import Period
from handback.records.measures import actions, standing
from handback.records.measures.changes import OF_AN_INDICATOR
from handback.records.measures.gathering import whole_record
from handback.records.measures.measured.boards import board_of
from handback.records.measures.measured.entries import (
    CommentaryEntry,
    DecisionEntry,
    TargetEntry,
)
from handback.records.measures.measured.words import DecisionKind
from handback.records.measures.models.own import Measured
from tests.records.measures.conftest import APPEALS, BINS, LATER, MONDAY, ON, months, value

FIRST = months(1)[0]
NUMBERS = [50, 53, 48, 51, 49, 52, 47, 50, 52, 49, 51, 48, 50, 53, 40, 38, 39, 41, 37, 39, 40]


@pytest.fixture
def two(bins: Any, appeals: Any, recorded: Callable[..., None]) -> None:
    """Two indicators with values."""
    recorded(NUMBERS)
    recorded(NUMBERS, indicator="M02")


def board(authority):
    return standing.board(authority, on=ON)


def said(board):
    return repr(
        [
            (one.definition, one.facts, one.way, one.sure, one.points, one.lateness, one.benchmark)
            for one in board.standings
        ]
    )


WRITES = {
    "a value": lambda of, by: actions.record_value(of, value(60, months(22)[-1]), by=by, at=LATER),
    "a restatement": lambda of, by: actions.record_value(
        of, value(9, FIRST), reason="Miscounted.", by=by, at=LATER
    ),
    "a value taken back": lambda of, by: actions.withdraw_value(
        of, "M01", first=FIRST.first, reason="Doubled.", by=by, at=LATER
    ),
    "a target": lambda of, by: actions.set_target(
        of, TargetEntry(indicator="M01", period=Period(FIRST.first), value=Decimal(30)), by=by, at=LATER
    ),
    "a decision": lambda of, by: actions.decide(
        of,
        DecisionEntry(
            indicator="M01",
            kind=DecisionKind.REBASE,
            first=months(15)[-1].first,
            reason="New rounds.",
            decided_by="Board",
            decided_on=ON,
        ),
        by=by,
        at=LATER,
    ),
    "commentary": lambda of, by: actions.comment(
        of,
        CommentaryEntry(indicator="M01", first=FIRST.first, what="Snow.", written_by="Ada"),
        by=by,
        at=LATER,
    ),
    "a definition": lambda of, by: actions.record_indicator(
        of, replace(BINS, lag_days=3, position=9), by=by, at=LATER
    ),
    "another indicator": lambda of, by: actions.record_indicator(
        of, replace(BINS, code="M00"), by=by, at=LATER
    ),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_after_a_write_a_board_says_what_one_made_afresh_says(harrowmere, two, ada, write):
    before = said(board(harrowmere))
    write(harrowmere, ada)

    assert before != said(board(harrowmere)) == said(board_of(whole_record(harrowmere), on=ON))


def test_what_a_write_did_not_touch_is_not_worked_out_again(harrowmere, two, ada):
    before = board(harrowmere).by_code
    WRITES["a value"](harrowmere, ada)
    after = board(harrowmere).by_code

    assert (after["M02"] is before["M02"], after["M01"] is before["M01"]) == (True, False)


def test_a_write_that_was_undone_leaves_nothing_on_the_board(harrowmere, two, ada):
    before = said(board(harrowmere))
    with transaction.atomic():
        WRITES["a restatement"](harrowmere, ada)
        board(harrowmere)
        transaction.set_rollback(True)
    undone = said(board(harrowmere))
    WRITES["a value"](harrowmere, ada)

    assert undone == before
    assert said(board(harrowmere)) == said(board_of(whole_record(harrowmere), on=ON))


def test_following_a_write_asks_as_often_for_many_indicators_as_for_few(harrowmere, two, ada, recorded):
    def asked(number):
        board(harrowmere)
        actions.record_value(harrowmere, value(number, FIRST), reason="Miscounted.", by=ada, at=LATER)
        with CaptureQueriesContext(connection) as queries:
            board(harrowmere)
        return len(queries)

    few = asked(1)
    for number in range(3, 9):
        actions.record_indicator(harrowmere, replace(APPEALS, code=f"M0{number}"), by=ada, at=MONDAY)
        recorded(NUMBERS, indicator=f"M0{number}")

    assert asked(2) == few <= 13


def test_every_table_of_facts_about_an_indicator_is_followed():
    assert set(Measured.__subclasses__()) == set(OF_AN_INDICATOR)
