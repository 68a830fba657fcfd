"""What is decided about a chart, and what is said of a value, has a person; a decision has a reason too."""

from dataclasses import replace
from datetime import date

import pytest

from handback.records.measures import actions, queries
from handback.records.measures.measured.entries import CommentaryEntry, DecisionEntry
from handback.records.measures.measured.words import DecisionKind
from tests.records.measures.conftest import MONDAY, TUESDAY

FEBRUARY = date(2023, 2, 1)
REBASE = DecisionEntry(
    indicator="M01",
    kind=DecisionKind.REBASE,
    first=FEBRUARY,
    reason="A new contractor began.",
    decided_by="Improvement board",
    decided_on=date(2026, 2, 10),
)
SAID = CommentaryEntry(
    indicator="M01", first=FEBRUARY, what="More bins were missed.", written_by="Head of street services"
)


def test_a_rebase_is_recorded_with_its_reason(harrowmere, bins, recorded, ada):
    recorded([12, 14])
    actions.decide(harrowmere, REBASE, by=ada, at=MONDAY)

    assert queries.decisions(harrowmere).get().reason == "A new contractor began."


@pytest.mark.parametrize("missing", ["reason", "decided_by"])
def test_a_decision_needs_a_reason_and_a_person(harrowmere, bins, recorded, ada, missing):
    recorded([12, 14])

    with pytest.raises(actions.NoReason):
        actions.decide(harrowmere, replace(REBASE, **{missing: " "}), by=ada, at=MONDAY)


def test_a_rebase_begins_with_a_period_that_has_a_value(harrowmere, bins, recorded, ada):
    recorded([12])

    with pytest.raises(actions.NotAPeriodBegin, match="1 February 2023"):
        actions.decide(harrowmere, REBASE, by=ada, at=MONDAY)


def test_a_decision_is_withdrawn_for_a_reason(harrowmere, bins, recorded, ada):
    recorded([12, 14])
    actions.decide(harrowmere, REBASE, by=ada, at=MONDAY)
    actions.withdraw_decision(
        harrowmere,
        "M01",
        kind=DecisionKind.REBASE,
        first=FEBRUARY,
        reason="No contractor changed.",
        by=ada,
        at=TUESDAY,
    )

    assert not queries.decisions(harrowmere).exists()


def test_what_was_withdrawn_cannot_be_withdrawn_again(harrowmere, bins, ada):
    with pytest.raises(actions.NothingToWithdraw, match="decision"):
        actions.withdraw_decision(
            harrowmere, "M01", kind=DecisionKind.PROFILE, reason="So.", by=ada, at=TUESDAY
        )


@pytest.mark.parametrize("kind", [DecisionKind.PROFILE, DecisionKind.CHART])
def test_rules_and_charts_that_there_are_not_are_refused(harrowmere, bins, ada, kind):
    with pytest.raises(actions.CannotBeDrawn, match="pie"):
        actions.decide(harrowmere, replace(REBASE, kind=kind, first=None, choice="pie"), by=ada, at=MONDAY)


def test_a_commentary_is_of_a_period_that_has_a_value(harrowmere, bins, recorded, ada):
    recorded([12])

    with pytest.raises(actions.NotAPeriodBegin):
        actions.comment(harrowmere, SAID, by=ada, at=MONDAY)


def test_a_second_commentary_replaces_the_first(harrowmere, bins, recorded, ada):
    recorded([12, 14])
    actions.comment(harrowmere, SAID, by=ada, at=MONDAY)
    actions.comment(harrowmere, replace(SAID, why="Snow."), by=ada, at=TUESDAY)

    assert queries.commentaries(harrowmere).get().why == "Snow."


def test_a_commentary_says_something_and_who_writes(harrowmere, bins, recorded, ada):
    recorded([12, 14])

    with pytest.raises(actions.NotWellFormed, match="Say what happened"):
        actions.comment(harrowmere, replace(SAID, what=""), by=ada, at=MONDAY)
