"""What stands around the claims that move the record: meetings, posts, documents, money, fields."""

import pytest

from tests.reading.reading_room import claims_in, only_claim

MINUTES = """Minutes of an extraordinary meeting of the Licensing Committee held on 4 March 2026

Present: Councillor Ada Marsh (Chair), Councillor Sam Reed and Councillor Joy Okoro

Apologies: Cllr Ben Hale

In attendance: Idris Vaughan (Monitoring Officer), Mr P Brook

1. Fees

RESOLVED that the fees be approved.
"""

DECISION = """Decision details

Taxi fees for 2026/27

Decision Maker: {maker}

Is Key decision?: {key}

Is subject to call in?: {call_in}

Date of decision: {decided}

Publication date: 06/05/2026

Wards affected: (All Wards);

Lead officer: Ada Marsh

Decision:

{text}
"""


def decision(text: str, **said: str) -> str:
    usual = {"maker": "Cabinet", "key": "No", "call_in": "Yes", "decided": "04/05/2026"}
    return DECISION.format(text=text, **(usual | said))


def test_a_meeting_is_told_by_its_body_day_and_kind():
    found = only_claim(MINUTES, "meeting").attributes

    said = [found[name] for name in ("body", "held_on", "kind", "cancelled")]
    assert said == ["Licensing Committee", "2026-03-04", "extraordinary", False]


def test_those_present_sorry_and_attending_are_kept_apart():
    people = only_claim(MINUTES, "meeting").attributes["attendance"]

    assert [(p["name"], p["presence"], p["role"]) for p in people] == [
        ("Councillor Ada Marsh", "present", "Chair"),
        ("Councillor Sam Reed", "present", None),
        ("Councillor Joy Okoro", "present", None),
        ("Cllr Ben Hale", "apologies", None),
        ("Idris Vaughan", "in attendance", "Monitoring Officer"),
    ]


def test_apologies_in_a_sentence_are_read():
    words = MINUTES.replace(
        "Apologies: Cllr Ben Hale", "Apologies were received from Councillors Hale and Shah."
    )
    people = only_claim(words, "meeting").attributes["attendance"]

    sorry = [p["name"] for p in people if p["presence"] == "apologies"]
    assert sorry == ["Councillor Hale", "Councillor Shah"]


def test_whoever_is_only_expected_is_not_said_to_have_come():
    page = b"""<?xml version="1.0"?><meeting><committeetitle>Cabinet</committeetitle>
    <meetingdate>04/03/2026</meetingdate><meetingstatus>Confirmed</meetingstatus><attendees><attendee>
    <name>Councillor Sam Reed</name><attendance>Expected</attendance></attendee></attendees></meeting>"""
    people = [p for c in claims_in(page.decode(), "meeting") for p in c.attributes["attendance"]]

    assert all(p["presence"] == "expected" for p in people)


def test_another_meeting_spoken_of_is_not_this_one():
    assert (
        claims_in("To approve the minutes of the meeting of the Cabinet held on 4 March 2026.", "meeting")
        == ()
    )


@pytest.mark.parametrize(
    ("words", "name", "role", "standing"),
    [
        (
            "Councillor Sam Reed, Leader of the Council, opened it.",
            "Councillor Sam Reed",
            "Leader of the Council",
            "in post",
        ),
        ("The Chief Executive, Tom Ashe, reported back.", "Tom Ashe", "Chief Executive", "in post"),
        (
            "The interim Chief Executive, Tom Ashe, reported.",
            "Tom Ashe",
            "interim Chief Executive",
            "interim",
        ),
        ("Maya Lind was appointed as Lead Commissioner.", "Maya Lind", "Lead Commissioner", "appointed"),
        ("Councillor Ada Marsh (Vice-Chair) took over.", "Councillor Ada Marsh", "Vice-Chair", "in post"),
        (
            "The Leader of the Council, Cllr Ada Marsh, thanked the staff.",
            "Cllr Ada Marsh",
            "Leader of the Council",
            "in post",
        ),
        (
            "The Chair of the Improvement Board, Dame Ada Marsh, replied.",
            "Dame Ada Marsh",
            "Chair of the Improvement Board",
            "in post",
        ),
        (
            "Idris Cole, Secretary of State for Housing, Towns and Local Government (HTLG), wrote.",
            "Idris Cole",
            "Secretary of State for Housing, Towns and Local Government",
            "in post",
        ),
        (
            "Idris Cole, Secretary of State for Towns, Mr Reed and others met.",
            "Idris Cole",
            "Secretary of State for Towns",
            "in post",
        ),
        (
            "Police and Crime Commissioner Sam Reed said so.",
            "Sam Reed",
            "Police and Crime Commissioner",
            "in post",
        ),
    ],
)
def test_a_person_is_named_with_a_role(words, name, role, standing):
    found = only_claim(words, "post").attributes

    assert (found["name"], found["role"], found["standing"]) == (name, role, standing)


@pytest.mark.parametrize(
    "words",
    [
        "Contact: Ada Marsh, Director of Law, 01632 960001",
        "Sam Reed, a resident of Quay Street, spoke.",
        "Joan Pell, a consultant, advised the Board.",
        "The Director of Finance and Best Value reported.",
        "The Executive Director – Corporate Resources, presented it.",
        "(Minute 12 – Flood Risk Map Review – Assistant Chief Executive)",
        "Councillors English (Chairman), Marsh and Reed",
        "The next to speak was the Commissioner\nMr Reed agreed.",
    ],
)
def test_residents_advisers_and_contacts_are_no_posts(words):
    assert claims_in(words, "post") == ()


@pytest.mark.parametrize(
    ("words", "title", "kind", "day"),
    [
        (
            "It follows the Harrowmere Best Value Inspection Report.",
            "Harrowmere Best Value Inspection Report",
            "report",
            None,
        ),
        ("Agree the Council Plan 2026-2030 and its aims.", "Council Plan 2026-2030", "plan", None),
        ("Made under the Local Government Act 1999.", "Local Government Act 1999", "act", None),
        (
            "The minutes of the meeting held on 4 March 2026 were signed.",
            "minutes of the meeting held on 4 March 2026",
            "minutes",
            "2026-03-04",
        ),
        (
            "The letter from the Secretary of State dated 9 May 2026 was read.",
            "letter from the Secretary of State",
            "letter",
            "2026-05-09",
        ),
    ],
)
def test_a_document_referred_to_has_title_kind_and_day(words, title, kind, day):
    found = next(c.attributes for c in claims_in(words, "reference") if c.attributes["kind"] == kind)

    assert (found["title"], found["date"]) == (title, day)


def test_a_linked_document_has_its_address():
    page = """<html><body><main><p>Noted the Harbour Safety Plan 2026 in full.</p></main></body></html>"""

    assert [c.attributes["address"] for c in claims_in(page, "reference")] == [None]


@pytest.mark.parametrize(
    "words", ["The Report was noted.", "A new Plan is needed.", "See the report of officers."]
)
def test_a_document_without_a_name_is_not_referred_to(words):
    assert claims_in(words, "reference") == ()


@pytest.mark.parametrize(
    ("words", "amount", "verb", "purpose"),
    [
        ("RESOLVED that £40,000 be allocated for new lifts.", 40_000, "allocated", "new lifts"),
        ("Cabinet approved £1.2m for the repair of the quay.", 1_200_000, "approved", "repair of the quay"),
        ("Cabinet awarded the lift contract at £250,000.", 250_000, "awarded", "lift contract"),
        ("RESOLVED that the capital budget of £12m be approved.", 12_000_000, "budget", "capital budget"),
        ("Cabinet agreed to invest £2m in new boats.", 2_000_000, "approved", "new boats"),
        (
            "RESOLVED that a ferry contract of £2m for a period of 3 years be approved.",
            2_000_000,
            "approved",
            "ferry contract",
        ),
        ("RESOLVED to authorise the draw-down of £5m.", 5_000_000, "allocated", None),
        ("RESOLVED that £4m be approved, to be funded from grants.", 4_000_000, "approved", None),
        ("Cabinet agreed that the quay will be leased for £3m.", 3_000_000, "approved", None),
    ],
)
def test_money_approved_is_told_with_its_verb_and_purpose(words, amount, verb, purpose):
    found = only_claim(words, "money").attributes

    assert (found["amount"], found["verb"], found["purpose"]) == (amount, verb, purpose)


@pytest.mark.parametrize(
    "words",
    [
        "Cabinet noted a forecast overspend of £4m.",
        "Officers recommend that £40,000 be approved.",
        "Cabinet agreed the plan, which would save £2m.",
        "The Leader asked whether £1m could be found.",
        "It was agreed that permits cost £40 per month.",
        "RESOLVED that virements over £500,000 and up to £1m be approved.",
        "RESOLVED that virements between £500,000 and £1m be approved.",
        "Since the budget was approved a further £4m was proposed for ferries.",
    ],
)
def test_money_wished_for_spent_or_saved_is_not_approved(words):
    assert claims_in(words, "money") == ()


def test_the_fields_of_a_decision_page_are_read():
    found = {c.attributes["name"]: c.attributes["value"] for c in claims_in(decision("Agreed."), "field")}

    assert found["decision_maker"] == "Cabinet"
    assert (found["key_decision"], found["subject_to_call_in"]) == (False, True)
    assert (found["decided_on"], found["published_on"]) == ("2026-05-04", "2026-05-06")


def test_a_page_that_tells_of_no_decision_has_no_fields():
    assert claims_in("Lead officer: Ada Marsh\n\nWards affected: All\n", "field") == ()


@pytest.mark.parametrize(
    ("text", "said", "field"),
    [
        ("That the fees be approved. This is a key decision.", {}, "key_decision"),
        ("That the fees be approved. It is exempt from call-in.", {}, "subject_to_call_in"),
        ("The Leader agreed the fees.", {}, "decision_maker"),
        ("The decision was made on 3 May 2026.", {}, "decided_on"),
        ("That the fees be approved.", {"decided": "07/05/2026"}, "decided_on"),
    ],
)
def test_a_field_that_the_page_contradicts_is_a_conflict_with_both_places(text, said, field):
    found = only_claim(decision(text, **said), "conflict")

    assert found.attributes["field"] == field
    assert len(found.also) == 1


@pytest.mark.parametrize(
    "text",
    [
        "That the fees be approved.",
        "Cabinet agreed the fees.",
        "That the fees be approved. This is not a key decision.",
        "The decision was made on 4 May 2026.",
        "The decision is subject to call-in.",
        "The Leader had previously agreed lower fees.",
    ],
)
def test_a_page_at_one_with_itself_has_no_conflict(text):
    assert claims_in(decision(text), "conflict") == ()
