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


def test_what_the_minutes_resolve_again_is_a_further_place_of_the_decision():
    words = (
        "Decision:\n\nThat the fees for moorings be approved.\n\nMinutes:\n\nAda presented the report.\n\n"
        "RESOLVED: That the fees for moorings be approved."
    )

    decision = only_claim(words, "decision")

    assert [words[place.start : place.end] for place in decision.also] == [
        "That the fees for moorings be approved"
    ]


def test_recommendations_agreed_give_way_to_the_list_that_the_minutes_resolve():
    words = (
        "Decision:\n\nThe recommendations were agreed.\n\nMinutes:\n\nResolved:\n\n"
        "1. That the ferry timetable be noted.\n\n2. That the ferry fares be approved."
    )

    assert verbs(words) == ["note", "approve"]


def test_the_same_words_under_another_item_are_another_decision():
    words = "4.  FERRIES\n\nRESOLVED: That the report be noted."
    words += "\n\n5.  MOORINGS\n\nRESOLVED: That the report be noted."

    assert verbs(words) == ["note", "note"]


def test_items_under_a_recommendation_to_council_are_recommended_each():
    words = (
        "RESOLVED -\n\n(a) That the plan be noted;\n\n(b) That Council be recommended to:\n\n"
        "(i) adopt the charter; and\n\n(ii) approve the levy;\n\n(c) That the pilot be refused."
    )

    assert verbs(words) == ["note", "recommend", "recommend", "refuse"]


def test_tasks_under_an_authority_given_belong_to_it():
    words = (
        "That the Harbour Master, after consulting Maya, be given delegated authority to:\n\n"
        "i. Settle the berths.\n\nii. Close the slipway."
    )

    assert verbs(words) == ["delegate"]


def test_a_page_that_lost_its_labels_is_known_by_its_fields():
    words = (
        "Decision Maker: Cabinet\nIs Key decision?: No\nTo consider the ferry fares for the year.\n"
        "1. To raise the ferry fares by 3%.\n2. To note the reply of the users.\nReport author: Ada Lindqvist"
    )

    assert verbs(words) == ["other", "note"]


def test_the_cells_of_a_column_of_decisions_are_decided():
    words = (
        "Item | Decision | Lead\nFerry fares | Approved as printed | Ada\nMoorings | Deferred to May | Tom\n"
    )

    assert verbs(words) == ["approve", "defer"]


def test_a_motion_carried_and_then_resolved_is_one_decision():
    words = "The motion was put and carried.\n\nRESOLVED: That the slipway be closed."

    assert verbs(words) == ["other"]


def test_reasons_under_a_refusal_are_no_decisions():
    words = (
        "RESOLVED that permission be refused for the following reasons:\n\n"
        "1. The jetty would harm the view.\n\n2. The access is narrow."
    )

    assert verbs(words) == ["refuse"]


def test_a_vote_recorded_between_the_clauses_of_a_decision_ends_it_for_none_of_them():
    words = (
        "Decision:\n\n1. That the mooring policy be approved.\n\nVoting: unanimous\n\n"
        "2. That the Harbour Master be asked to report back.\n\nVoting: 6 for, 2 against"
    )

    assert verbs(words) == ["approve", "other"]


def test_what_a_commissioner_has_decided_is_listed_under_those_words():
    words = (
        "Commissioner Maya Lind has looked at the lease.\n\nI HAVE DECIDED\n\n"
        "1. to keep the lifeboat house open;\n2. not to renew the lease of the forge."
    )

    assert verbs(words) == ["other", "refuse"]


def test_a_lead_in_that_wants_its_objects_decides_nothing_by_itself():
    words = "RESOLVED to grant:\n\n1. £500 to the Harrowmere Brass Band\n2. £250 to the rowing club"

    assert verbs(words) == ["approve", "approve"]


def test_the_words_of_a_motion_are_no_decision_until_it_is_carried():
    words = (
        "Moved by Councillor Fen, seconded by Councillor Ash:\n\n"
        '"This Council resolves to ban plastic cups."\n\nThe motion was put and carried.'
    )

    assert verbs(words) == ["approve"]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("The Harbour Committee noted item 6 of the reports.", "note"),
        ("The Pier Panel asked that the Clerk bring the figures to May's meeting.", "other"),
        ("The Board had in May 2019 approved a loan of £2m to the theatre.", "approve"),
        ("The item on moorings was taken off the agenda.", "defer"),
        ("RESOLVED: (1) The zone in Fish Street not proceed.", "refuse"),
    ],
)
def test_a_body_decides_in_many_words(words, verb):
    assert verbs(words) == [verb]


def verbs(words):
    return [claim.attributes["verb"] for claim in claims_in(words, "decision")]
