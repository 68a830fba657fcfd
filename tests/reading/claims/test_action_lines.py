"""Actions by their labels, brackets and headings in notes of meetings."""

from datetime import date

import pytest

from tests.reading.reading_room import claims_in, only_claim

DAY = date(2026, 10, 12)


def due(words: str) -> tuple[str | None, str | None, str | None]:
    found = only_claim(words, "commitment", day=DAY).attributes
    return found["owner"], found["due_from"], found["due_to"]


@pytest.mark.parametrize(
    ("line", "owner", "last"),
    [
        ("ACTION: Ada Birch to check the harbour lease by 4 December 2026", "Ada Birch", "2026-12-04"),
        ("Action - Head of Legal: check the harbour lease - 4 December", "Head of Legal", "2026-12-04"),
        ("[Idris Rowe to count the late entries - 30 November 2026]", "Idris Rowe", "2026-11-30"),
        ("ACTION 3: tell the tenants (Sam Odum, 4 December 2026)", "Sam Odum", "2026-12-04"),
        ("Action points: TA - letter to the two parishes - 25 November", "TA", "2026-11-25"),
    ],
)
def test_an_action_set_apart_has_its_owner_and_its_last_day(line, owner, last):
    words = f"12. Harbour\n\nThe lease was looked at.\n\n{line}\n\n13. Bins\n\nThe bins were looked at."

    assert due(words) == (owner, None, last)


def test_a_bracket_that_only_says_who_and_when_speaks_of_the_sentence_before_it():
    words = "12. Harbour\n\nThe lease is to be looked at again. [Action: Ada Birch, 4 December 2026]"

    assert due(words) == ("Ada Birch", None, "2026-12-04")


def test_lines_under_a_heading_of_actions_are_actions():
    words = "Actions\n\nContractor - supply a map - by 18 November\nTom - write to the port - 20 November"

    found = claims_in(words, "commitment", day=DAY)

    assert [(c.attributes["owner"], c.attributes["due_to"]) for c in found] == [
        ("Contractor", "2026-11-18"),
        ("Tom", "2026-11-20"),
    ]


def test_an_action_with_no_time_is_a_commitment_where_it_is_a_report():
    words = "Harbour\n\nACTION: list of late replies to be sent to all members (Ada Birch)\n\nBins\n\nNone."

    assert due(words) == ("Ada Birch", None, None)


@pytest.mark.parametrize(
    "line",
    [
        "Action: none",
        "ACTION: Ada to book the band",
        "Action: minutes agreed, 4 December 2026 - done",
        "Actions: Officers",
    ],
)
def test_what_is_done_or_is_no_report_is_no_commitment(line):
    assert not claims_in(f"Harbour\n\nThe lease was read.\n\n{line}\n\nBins\n\nNone.", "commitment", day=DAY)


@pytest.mark.parametrize(
    "line",
    [
        "- Mend the ferry rota (Owner: Ada Birch; due: 4 December 2026)",
        "- Mend the ferry rota (Lead: Ada Birch, by 4 December 2026)",
        "- Mend the ferry rota. Owner: Ada Birch. Due: 4 December 2026.",
        "- Mend the ferry rota [Action by: Ada Birch | Target date: 4 December 2026]",
    ],
)
def test_an_action_closed_by_labelled_fields_is_one(line):
    assert due(f"Actions\n\n{line}") == ("Ada Birch", None, "2026-12-04")


@pytest.mark.parametrize(
    "below",
    [
        "Complete. The list stands with those of the other harbours on the page of the harbour office, under "
        "its second heading.",
        "Not to be taken forward. The yard has closed.",
        "Superseded by the new plan.",
    ],
)
def test_an_action_that_its_next_line_says_is_done_or_dropped_commits_nobody(below):
    words = f"Action 1: Ada Marsh to send the list of berths by 4 May 2027.\n\n\u2022 \n{below}"

    assert claims_in(words, "commitment") == ()


def test_an_action_that_its_next_line_says_is_not_complete_stays_open():
    words = (
        "Action 1: Ada Marsh to send the list of berths by 4 May 2027.\n\n\u2022 \nNot complete. It follows."
    )

    assert only_claim(words, "commitment").attributes["due_to"] == "2027-05-04"


def test_a_very_long_sentence_that_a_page_repeats_holds_no_action_twice():
    long = "; ".join(["To see that the quay is kept and that its lamps are lit for all who walk there"] * 8)

    assert claims_in(f"{long}.\n\nThe panel met.\n\n{long}.", "commitment") == ()
