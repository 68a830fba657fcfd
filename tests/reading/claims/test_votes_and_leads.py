"""What became of motions, words that only lead in to what was decided, and second verbs of one clause."""

import pytest

from tests.reading.reading_room import claims_in, only_claim


def verbs_in(words: str) -> list[str]:
    """The verbs of the decisions in some words, in order."""
    return [c.attributes["verb"] for c in claims_in(words, "decision")]


def test_an_amendment_lost_and_a_motion_carried_in_one_sentence_are_two_decisions():
    words = "The amendment was not carried by 28 votes to 24 and the motion was carried by 28 votes to 24."

    assert verbs_in(words) == ["refuse", "approve"]


def test_a_motion_carried_is_told_behind_which():
    words = "Council then voted on the substantive motion as amended, which was carried."

    assert only_claim(words, "decision").attributes["verb"] == "approve"


def test_a_motion_that_nobody_seconded_decides_nothing():
    assert verbs_in("The motion on ferry fares fell for want of a seconder.") == []


def test_a_word_of_resolving_above_its_list_is_no_decision():
    words = "The Harbour Board:\n\nAGREED\n\n1. That the fares be approved.\n\n2. That Tom be thanked.\n"

    assert verbs_in(words) == ["approve", "other"]


def test_who_is_to_act_in_capitals_begins_no_section():
    words = (
        "Decision:\n\nResolved\n\nThat Maya be elected Chair of the Board.\n\nAction by:\n\n"
        "HARBOUR MASTER (I. REED)\n\nMinutes:\n\nThere being no other name it was: -\n\nResolved\n\n"
        "That Maya be elected Chair of the Board.\n"
    )

    assert verbs_in(words) == ["appoint"]


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("Resolved to agree the fares and to serve notice on the tenant.", ["approve", "other"]),
        ("It was agreed to refuse the permit and to redraw the zone.", ["refuse", "approve"]),
        ("Cabinet resolved to approve the plan and to do so without delay.", ["approve"]),
        ("Resolved to send the plan to Cabinet and to full Council in June.", ["other"]),
    ],
)
def test_a_second_infinitive_with_its_object_is_decided_as_well(words, verbs):
    assert verbs_in(words) == verbs


def test_who_was_nominated_and_was_elected_is_appointed():
    words = "Councillor Reed was nominated and was elected Chair for the year."

    assert verbs_in(words) == ["appoint"]


def test_authority_held_already_is_given_to_nobody():
    assert verbs_in("Under the rules the Cabinet has delegated authority to approve such leases.") == []


def test_what_a_body_delegated_to_an_officer_is_decided():
    assert verbs_in("The Board delegated to the Harbour Master power to close the pier.") == ["delegate"]


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("RESOLVED\n\nThat Cabinet\n\n1. notes the fares;\n\n2. approves the lease.\n", ["note", "approve"]),
        (
            "RESOLVED (unanimously) that the Board agreed:\n\n2.1 To note the fares.\n\n2.2 To buy oars.\n",
            ["note", "approve"],
        ),
        (
            "Resolved: That Cabinet agree to:\n\ni) Note the fares.\n\nii) Adopt the plan.\n",
            ["note", "approve"],
        ),
        (
            "RESOLVED\n\n1. That the fares be noted;\n\n2. recommends to Council to approve:\n\n"
            "(a) the loan in Annex C; and\n\n(b) the lease in Annex D.\n",
            ["note", "recommend", "recommend"],
        ),
    ],
)
def test_words_that_only_lead_in_are_no_decision_and_their_items_are(words, verbs):
    assert verbs_in(words) == verbs


def test_what_a_body_may_do_is_not_done():
    words = "The Harbour Board may:\n\n- recommend that a pilot be suspended\n\n- instruct Ada to report\n"

    assert verbs_in(words) == []


def test_a_decision_that_is_as_follows_stands_in_the_sentences_after_it():
    words = (
        "The Sub-Committee's decision is as follows:\n\nThe application for the slipway is granted."
        " The application for the pier is refused.\n"
    )

    assert verbs_in(words) == ["approve", "refuse"]


def test_appointments_that_are_made_appoint():
    assert verbs_in("RESOLVED: That the following appointments be made:\n\nPilots - Sam\n") == ["appoint"]


def test_each_verb_of_a_body_in_a_row_decides_its_own_object():
    words = "Cabinet noted the fares report, approved the lease and asked officers to report back."

    assert verbs_in(words) == ["note", "approve", "other"]


def test_the_authority_that_a_decision_rests_on_is_given_and_not_decided():
    words = (
        "DECISION TAKEN: To approve the lease.\n\nAUTHORITY FOR DECISION: Under the Scheme of Delegation the"
        " Harbour Master may grant leases of up to a year.\n"
    )

    assert verbs_in(words) == ["approve"]
    assert only_claim(words, "delegation").attributes["delegate"] == "Harbour Master"


@pytest.mark.parametrize(
    "words",
    [
        "We upheld 51% of the detailed complaints, up from 46% the year before.",
        "Three appeals out of five had been dismissed.",
        "1,702 complaints and enquiries received; 40 letters received",
        "The meeting was adjourned at 11.21 am.",
        "The Harbour Board:\n\n- Expressed its concern at the fares.\n\n- Indicated that it would like to"
        " ask Tom.\n",
    ],
)
def test_counts_of_decisions_and_accounts_of_a_debate_decide_nothing(words):
    assert verbs_in(words) == []


def test_part_of_what_was_proposed_is_decided():
    assert verbs_in("Three of the five proposals were approved by Cabinet.") == ["approve"]


def test_the_paragraphs_of_a_motion_are_decided_only_where_it_is_resolved():
    words = (
        "Council was asked to consider the following Motion, from Maya:-\n\n"
        "'That under Standing Order 15 this be taken first.\n\nThat Standing Order 11 be amended.'\n\n"
        "Decision: The motion was moved and it was RESOLVED that Standing Order 11 be amended.\n"
    )

    assert verbs_in(words) == ["other"]


def test_an_item_decides_what_the_lines_under_it_only_name():
    words = "Resolved\n\n1. To note the fares.\n\n2. To agree the following:\n\na) the fees;\n\nb) the"
    " hours.\n"

    assert verbs_in(words) == ["note", "approve"]
