"""Decisions: each clause of a resolution once, and what bodies are told to have decided."""

import pytest

from tests.reading.reading_room import claims_in, claims_of, only_claim


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("RESOLVED that the ferry plan be approved.", "approve"),
        ("Resolved: That the report be noted.", "note"),
        ("It was resolved to recommend the ferry plan to Council.", "recommend"),
        ("RESOLVED that the Harbour Master be given authority to close the pier.", "delegate"),
        ("The Committee resolved to defer the ferry plan.", "defer"),
        ("Agreed:- That the request from the rowing club be refused.", "refuse"),
        ("RESOLVED that Councillor Sam Reed be appointed to the Harbour Board.", "appoint"),
        ("RESOLVED that the Harbour Master be thanked.", "other"),
        ("RESOLVED that a survey be carried out.", "other"),
        ("It was agreed that a survey be carried out.", "approve"),
        ("The Committee agreed to put off the ferry plan.", "defer"),
        ("The Leader decided not to sell the boathouse.", "refuse"),
        ("Plans to close the lido have been thrown out by Harrowmere councillors.", "refuse"),
        ("Commissioners approved a new parking policy last week.", "approve"),
        ("The amendment was put and was LOST by 17 votes to 26.", "refuse"),
    ],
)
def test_a_decision_is_counted_by_its_own_verb(words, verb):
    assert only_claim(words, "decision").attributes["verb"] == verb


@pytest.mark.parametrize(
    "words",
    [
        "Members noted that the pier was old.",
        "If the plan is approved the work will start.",
        "The approved budget is £4m.",
        "Councillor Reed agreed with the Leader.",
        "It was moved by Councillor Reed that the report be accepted.",
        "The Secretary of State is minded to appoint commissioners.",
    ],
)
def test_what_decides_nothing_is_no_decision(words):
    assert claims_in(words, "decision") == ()


def test_each_numbered_clause_is_one_decision():
    words = "Resolved: (1) That it be noted. (2) That the survey be approved; and (3) that Tom be thanked."

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["note", "approve", "other"]


def test_clauses_that_each_have_a_that_are_decisions_of_their_own():
    words = (
        "It was RESOLVED that the report be noted, and that the Chair have authority to strike out actions."
    )

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["note", "delegate"]


def test_a_list_under_a_stem_is_decided_by_the_stem():
    words = "That Cabinet note:\n\n1.  The May figures.\n\nThat Cabinet approve:\n\n2.  The end of it."

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["note", "approve"]


def test_what_is_decided_and_then_resolved_is_listed_once():
    verbs = [c.attributes["verb"] for c in claims_of("decision_page.txt") if c.type == "decision"]

    assert verbs == ["note", "approve", "delegate", "approve"]


def test_recommendations_in_a_report_decide_nothing():
    assert claims_in("Recommendations\n\n1.  That Cabinet approves the ferry plan.", "decision") == ()


def test_two_verbs_of_different_groups_are_two_decisions():
    words = "The committee agreed to set up a working party, and to put off the scheme for Pier Road."

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["approve", "defer"]
