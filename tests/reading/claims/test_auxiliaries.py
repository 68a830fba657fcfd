"""Decisions told with a verb behind another: what a speaker does, what was done after all, what was not."""

import pytest

from tests.reading.reading_room import claims_in, only_claim


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("I approve the ferry fares.", "approve"),
        ("We accept your advice on the pier.", "approve"),
        ("I am therefore appointing Maya Lind as envoy to Harrowmere.", "appoint"),
        ("I have likewise refused the request for a second envoy.", "refuse"),
        ("I am not able to agree to your request for a second envoy.", "refuse"),
        ("The Council had asked for a review each year; that was not accepted.", "refuse"),
        ("The Committee did, however, approve a new jetty.", "approve"),
        ("The Board was unable to support the bid.", "refuse"),
        ("The Sub-Committee hereby grants the licence.", "approve"),
        ("The court has ordered that papers be lodged.", "other"),
    ],
)
def test_the_verb_behind_another_decides(words, verb):
    assert only_claim(words, "decision").attributes["verb"] == verb


@pytest.mark.parametrize(
    "words",
    [
        "No contract may be made unless I have agreed to it.",
        "I support what Ada says.",
        "The Committee did not meet.",
        "The Panel decided that Mr Dunn was a fit and proper person.",
        "The Council was awarded £1.4m for its harbour.",
    ],
)
def test_what_is_no_act_of_deciding_is_left_out(words):
    assert claims_in(words, "decision") == ()


def test_a_speaker_in_quotation_repeats_what_was_told():
    words = 'Cabinet approved the jetty on Monday. Cllr Reed said: "I am glad that we have approved it."'

    assert len(claims_in(words, "decision")) == 1
