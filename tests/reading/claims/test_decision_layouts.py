"""Where pages put what was decided: labels, margins, titles between resolutions, lists that are adopted."""

import pytest

from tests.reading.reading_room import claims_in, only_claim


def verbs_in(words: str) -> list[str]:
    """The verbs of the decisions in some words, in order."""
    return [c.attributes["verb"] for c in claims_in(words, "decision")]


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Item 9: Ferry petition\nOutcome: Petition noted.\n", "note"),
        ("Decision | To keep the slipway open\nReason | It is used\n", "other"),
        (
            "Text of decisionClose the boathouse on Mondays from May, for four weeks, while it is painted.",
            "other",
        ),
        ("Decision: REFUSE for the reasons in the report.", "refuse"),
        ("Decision:\nThe Director of Ports approved the write-off of £900.\n", "approve"),
        ("4. Ferry fares\n\nResolved: As recommended.\n", "approve"),
        ("4. Ferry fares\n\nThe recommendations were agreed.\n\n5. Risk register\n\nSam spoke.\n", "approve"),
    ],
)
def test_a_label_says_where_the_decision_stands(words, verb):
    assert only_claim(words, "decision").attributes["verb"] == verb


def test_recommendations_adopted_by_a_lead_in_are_decided_one_by_one():
    words = (
        "Decision:\n\nThat the recommendations be approved, namely:\n\n1. To note the ferry counts.\n\n"
        "2. To appoint Councillor Reed to the Harbour Board.\n"
    )

    assert verbs_in(words) == ["note", "appoint"]


def test_a_title_in_capitals_ends_the_list_before_it():
    words = (
        "RESOLVED\n\n(1) That the fares be approved.\n\n(2) That Tom be thanked.\n\n"
        "(91) THE OLD LIGHTHOUSE\n\nAda described it.\n\nRESOLVED\n\nThat the lighthouse be noted.\n"
    )

    assert verbs_in(words) == ["approve", "other", "note"]


def test_letters_set_apart_make_the_word_they_spell():
    words = "AGREED - T H A T the licence of Mr. K. be suspended and that he be warned."

    assert verbs_in(words) == ["other", "other"]


def test_what_a_report_asks_a_body_to_do_in_capitals_decides_nothing():
    words = "Cabinet is RECOMMENDED to:\n\n(a) note the ferry counts; and\n\n(b) approve the fares.\n"

    assert verbs_in(words) == []


def test_an_inspector_who_recommends_a_list_decides_nothing():
    words = "I therefore recommend\n\n(i) that the ferry be kept; and\n\n(ii) that the pier be closed.\n"

    assert verbs_in(words) == []


def test_what_was_only_considered_is_not_decided():
    words = "The Executive has\n\n1. considered the ferry counts;\n\n2. agreed to put off the new fares.\n"

    assert verbs_in(words) == ["defer"]


def test_a_matter_and_a_dash_lead_in_to_a_note():
    words = (
        "Decisions of the Executive\n\n1. FERRY - approved the lease.\n\n2. TOLLS - deferred for advice.\n"
    )

    assert verbs_in(words) == ["approve", "defer"]


def test_a_condition_belongs_to_what_is_decided_if_it_holds():
    words = "RESOLVED: That the fee be set; should no fee be paid, that Ada be authorised to close the gate."

    assert verbs_in(words) == ["other", "approve"]
