"""Which meeting a document is of, by the lines it begins with."""

import pytest

from tests.reading.reading_room import claims_in

MEETINGS = [
    ("CABINET\n\nMinutes of the meeting held on Tuesday 14 March 2023 at 6.00 pm", "Cabinet", "2023-03-14"),
    ("Minutes of the Audit Committee held on 14 March 2023\n\n1. Apologies", "Audit Committee", "2023-03-14"),
    (
        "Planning Committee\nTuesday, 14th March, 2023 7.00 pm\n\nAttendees",
        "Planning Committee",
        "2023-03-14",
    ),
    ("Minutes of the meeting of the Harbour Board held on 3 May 2027", "Harbour Board", "2027-05-03"),
]
NONE = [
    "The Council\n\nThe next meeting will be held on Tuesday 14 March 2023.\n\nTuesday 14 March 2023",
    "Report to Cabinet\n\nTuesday 14 March 2023\n\nThe minutes of the Audit Committee were agreed.",
    "A letter to the council\n\nTuesday 14 March 2023\n\nThe boats are late.",
]


@pytest.mark.parametrize(("words", "body", "day"), MEETINGS, ids=[body for _, body, _ in MEETINGS])
def test_a_document_is_of_the_meeting_that_its_first_lines_name(words: str, body: str, day: str):
    (meeting,) = claims_in(words, "meeting")

    assert (meeting.attributes["body"], meeting.attributes["held_on"]) == (body, day)


@pytest.mark.parametrize("words", NONE, ids=lambda words: words[:20])
def test_a_day_beside_other_words_is_no_meeting(words: str):
    assert not claims_in(words, "meeting")


def test_a_sum_is_not_for_what_a_member_of_the_cabinet_is_for():
    words = "RESOLVED that a grant of £40,000, after consulting the Cabinet Member for Housing, be approved."
    (sum_,) = claims_in(words, "money")

    assert sum_.attributes["purpose"] is None
