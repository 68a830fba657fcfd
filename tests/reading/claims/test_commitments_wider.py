"""Commitments told by their place in the sentence and not by a list of words."""

from datetime import date

import pytest

from tests.reading.reading_room import claims_in, only_claim

DAY = date(2026, 3, 12)


def due(words: str) -> tuple[str | None, str | None]:
    found = only_claim(words, "commitment", day=DAY).attributes
    return found["due_from"], found["due_to"]


@pytest.mark.parametrize("verb", ["whitewash", "unlock", "rehang", "re-baseline", "quash"])
@pytest.mark.parametrize(
    "frame",
    [
        "The Board agreed to {} old halls by 4 May 2026.",
        "The Board asked Ada Birch to {} old halls by 4 May 2026.",
        "RESOLVED that the Director {} the hall by 4 May 2026.",
        "Ada to {} old halls by 4 May 2026.",
    ],
)
def test_a_verb_that_is_in_no_list_is_known_by_its_place(frame, verb):
    assert due(frame.format(verb)) == (None, "2026-05-04")


@pytest.mark.parametrize(
    ("time", "first", "last"),
    [
        ("by the close of business on 4 May 2026", None, "2026-05-04"),
        ("by end-May 2026", None, "2026-05-31"),
        ("no earlier than 4 May 2026", "2026-05-04", None),
        ("at the meeting of 4 May 2026", "2026-05-04", "2026-05-04"),
        ("on 4 and 5 May 2026", "2026-05-04", "2026-05-05"),
        ("in the wk c/g 4 May 2026", "2026-05-04", "2026-05-10"),
        ("before Christmas 2026", None, "2026-12-24"),
        ("over the summer of 2026", "2026-06-01", "2026-08-31"),
        ("within a fortnight", None, None),
    ],
)
def test_a_time_said_in_other_ways_is_read(time, first, last):
    assert due(f"Ada Birch will bring a report {time}.") == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "The date for the slipway has been put back to 4 May 2026.",
        "The Commissioners have set 4 May 2026 as the deadline.",
        "Asked when the lido would open, the Director said 4 May 2026.",
        "The Council shall, by 4 May 2026, agree a plan for its companies.",
        "A plan (to be finished by 4 May 2026) was tabled.",
        "If your Authority wishes to make representations it should do so by 4 May 2026.",
    ],
)
def test_a_time_is_found_wherever_it_stands_beside_its_verb(words):
    assert due(words)[1] == "2026-05-04"


@pytest.mark.parametrize(
    "words",
    [
        "We said in May that the post would be filled by the autumn of 2026.",
        "By 2030 the number of pupils will have doubled.",
        "To grant a lease of ten years from 24 June 2026.",
        "The price holds until 31 August 2026.",
        "The contract, which ends on 30 November 2026, is with Ostler Bros.",
        "That the licence be suspended for a period of six weeks.",
        "That any objections be considered at the next meeting.",
        "Call-in deadline: 19 March 2026",
    ],
)
def test_terms_forecasts_and_what_was_told_before_commit_nobody(words):
    assert not claims_in(words, "commitment", day=DAY)


@pytest.mark.parametrize(
    "words",
    [
        "She undertook to supply members with the number of permits.",
        "The Head of Service said that she would send them on.",
        "That the Committee be provided with a breakdown of the costs.",
        "The Committee requested sight of the contract register.",
        "The list would be e-mailed to all Members.",
        "The Commissioners will continue to report to the Minister every six months.",
    ],
)
def test_a_report_promised_in_other_words_is_a_commitment(words):
    assert due(words) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "The new service will provide information and advice to carers.",
        "Licence holders must notify the Council of any change of address.",
        "Tenants will be informed of their right to a review.",
        "The Committee was asked to consider whether the fee should be raised.",
        "The Authority shall provide the Commissioners with such information as they may require.",
        "Please let me know if anything in this letter is unclear.",
    ],
)
def test_what_the_public_is_told_and_what_a_paper_asks_of_its_readers_are_no_promise(words):
    assert not claims_in(words, "commitment", day=DAY)


def test_the_things_to_be_sent_may_stand_in_a_list():
    words = (
        "Meanwhile the Authority is asked to send to officials:\n\n"
        "• its latest forecast, by 4 May 2026\n\n• a list of the buildings that it is selling"
    )

    found = claims_in(words, "commitment", day=DAY)

    assert [c.attributes["due_to"] for c in found] == ["2026-05-04", None]


def test_a_sentence_that_stands_alone_is_read_though_it_looks_like_a_title():
    words = "Bins\n\nThe new rounds will begin on 4 May 2026\n\nParks\n\nThe parks were discussed."

    assert due(words) == ("2026-05-04", "2026-05-04")


def test_the_owner_is_named_without_the_word_that_leads_in():
    words = "RESOLVED:\n\n1. That the Director of Place report on the quay by 4 May 2026."

    assert only_claim(words, "commitment", day=DAY).attributes["owner"] == "the Director of Place"


@pytest.mark.parametrize(
    "line", ["consultation on the ferry opens 4 May 2026", "report to Cabinet 4 May 2026"]
)
def test_a_line_of_a_timetable_may_end_with_a_bare_day(line):
    assert due(f"Key dates:\n\n- {line}\n- work on the quay") == ("2026-05-04", "2026-05-04")


@pytest.mark.parametrize(
    "words",
    [
        "We will consider the recommendations and respond in due course.",
        "The plan was left to the Director, who would report progress to Cabinet.",
    ],
)
def test_a_report_is_promised_by_a_verb_that_goes_on_from_another(words):
    assert due(words) == (None, None)


def test_money_given_until_a_day_is_no_undertaking_by_it():
    words = "The Board has agreed to fund the ferry until 4 May 2026."

    assert claims_in(words, "commitment", day=DAY) == ()


def test_what_is_looked_into_and_reported_is_one():
    words = (
        "The Committee asked the Harbour Master to investigate the two leaks, and report to its next meeting."
    )

    assert len(claims_in(words, "commitment", day=DAY)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "A ferry plan will be prepared by the council for the harbour.",
        "The Chair said that workshops would be arranged for the crews.",
    ],
)
def test_what_is_only_made_reports_to_nobody(words):
    assert claims_in(words, "commitment", day=DAY) == ()
