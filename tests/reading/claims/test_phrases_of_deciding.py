"""Phrases that decide, nouns that decide, and who stands behind "it", "she" and "that"."""

import pytest

from tests.reading.reading_room import claims_in, only_claim


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("The Committee came down in favour of a ferry.", "approve"),
        ("Consent was given to the removal of the elm.", "approve"),
        ("Consent to fell the beech was withheld.", "refuse"),
        ("Ministers have ruled out a bridge to Harrowmere.", "refuse"),
        ("The ferry was left over to the July meeting.", "defer"),
        ("Cabinet put the ferry on hold.", "defer"),
        ("The Panel chose Mrs Orr as its chair.", "appoint"),
        ("Cllr Bell was made Deputy Mayor.", "appoint"),
        ("It was the Harbour Board that refused the first application.", "refuse"),
        ("The order was confirmed without modification.", "approve"),
        ("The Committee referred the ferry plan back to Cabinet.", "defer"),
        ("The Secretary of State has declined the request for a second envoy.", "refuse"),
        ("Recommendation 3 was not carried.", "refuse"),
    ],
)
def test_a_phrase_or_a_noun_decides_as_a_verb_does(words, verb):
    assert only_claim(words, "decision").attributes["verb"] == verb


def test_it_is_the_body_of_the_sentence_before():
    words = "The Harbour Board met in May. It elected Lord Reed as its chair and approved a budget of £2m."

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["appoint", "approve"]


@pytest.mark.parametrize(
    "words",
    [
        "The Commissioners recommended in May that the ferry be kept.",
        "We accept that the ferry must stay where it is.",
        "Cllr Bell reported that path 9 was blocked.",
        "Our priorities for the next quarter are:\n\n- to support the appointment of a harbour master\n",
        "Under the Directions the Council must:\n\n(i) agree a ferry plan by 28 February 2025;\n",
    ],
)
def test_advice_opinion_and_duties_are_no_decisions(words):
    assert claims_in(words, "decision") == ()


def test_a_sentence_may_end_in_a_small_number():
    words = "The Committee refused the ferry by 6 votes to 4. The pier was approved."

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["refuse", "approve"]


def test_a_label_of_a_deciding_verb_takes_every_line_under_it():
    words = "NOTED:\nThe forecast for the quarter.\nThe letter from the auditor.\n"

    assert [c.attributes["verb"] for c in claims_in(words, "decision")] == ["note", "note"]
