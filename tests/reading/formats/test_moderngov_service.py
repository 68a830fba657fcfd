"""Answers of ModernGov's web service: one child or many, whatever was escaped, and nothing fetched."""

from datetime import date
from pathlib import Path

import pytest

from handback.reading import Document, Kind, State, read

MEETING = (Path(__file__).parent / "pages" / "get_meeting.xml").read_text(encoding="utf-8")
MEETINGS = """<?xml version="1.0" encoding="utf-8"?><getmeetings><meetingscount> 2</meetingscount>
<committee><committeeid>12</committeeid><committeetitle>Licensing &amp;amp; Ferries</committeetitle>
<committeemeetings><meeting><meetingid>341</meetingid><meetingdate>01/06/2026</meetingdate>
<meetingstatus>Cancelled</meetingstatus><meetingtime>6.00 pm</meetingtime></meeting>{more}</committeemeetings>
</committee></getmeetings>"""
ANOTHER = "<meeting><meetingid>340</meetingid><meetingdate>04/05/2026</meetingdate></meeting>"
COMMITTEES = """<committees><committeescount>1</committeescount><committee><committeeid>12</committeeid>
<committeetitle>Cabinet</committeetitle><committeedeleted>False</committeedeleted>
<committeeexpired>True</committeeexpired><committeecategory>Executive</committeecategory></committee></committees>"""
WARDS = """<councillorsbyward><wards><ward><wardtitle>Quayside</wardtitle><councillors><councillor>
<councillorid>1</councillorid><fullusername>Councillor Rhona Reed</fullusername>
<politicalpartytitle>Independent</politicalpartytitle><keyposts>Leader</keyposts>
<homeaddress><line1>1 Lantern Row</line1><phone>01234 000000</phone></homeaddress>
</councillor></councillors></ward></wards></councillorsbyward>"""


def answer(markup: str) -> Document:
    return read(markup.encode())


def words_of(document: Document, kind: Kind) -> list[str]:
    return [document.words(passage) for passage in document.passages if passage.kind is kind]


def field(document: Document, name: str) -> list[str]:
    return [each.value for each in document.fields if each.name == name]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (MEETING, "meeting"),
        (MEETINGS.format(more=""), "meetings"),
        (COMMITTEES, "bodies"),
        (WARDS, "councillors"),
    ],
)
def test_an_answer_is_told_by_its_elements(markup, kind):
    document = answer(markup)

    assert (document.format, document.kind, document.state) == ("moderngov service", kind, State.WHOLE)


def test_a_meeting_has_its_body_day_and_state():
    document = answer(MEETING)

    assert (document.title, document.dated_on) == ("Cabinet", date(2026, 5, 4))
    assert field(document, "meeting_status") == ["Confirmed"]
    assert field(document, "minutes_published") == ["False"]


def test_a_title_is_unescaped_as_often_as_it_was_escaped():
    assert "Children's ferry & pier" in words_of(answer(MEETING), Kind.HEADING)


def test_an_item_has_its_text_decision_and_minutes_under_its_number():
    document = answer(MEETING)

    assert [document.words(p) for p in document.passages if p.item == "22"][-4:] == [
        "RESOLVED that the repairs be approved.",
        "Minutes:",
        "Maya Quill asked a question.",
        "Tom Ashby answered.",
    ]


def test_scripts_within_an_item_never_reach_the_text():
    assert "steal" not in answer(MEETING).text


def test_a_restricted_item_and_a_restricted_document_are_said_to_be_withheld():
    assert [part.what for part in answer(MEETING).unread][:2] == [
        "Item 22, Appendix B",
        "Item 23, Lease of the boatyard",
    ]


def test_a_restricted_document_is_no_link():
    assert [link.words for link in answer(MEETING).links] == ["Ferry report & costs"]


def test_being_expected_is_not_being_present():
    document = answer(MEETING)

    assert field(document, "present") == ["Councillor Piet Moor"]
    assert field(document, "expected") == ["Councillor Rhona Reed"]
    assert field(document, "apologies") == ["Councillor Ines Vale"]
    assert document.unread[-1].what == "Whether 1 of 3 were present"


def test_one_item_is_read_as_many_are():
    one = (
        MEETING[: MEETING.index("<agendaitem>", MEETING.index("</agendaitem>"))] + "</agendaitems></meeting>"
    )

    assert [p.item for p in answer(one).passages if p.kind is Kind.HEADING and p.level == 3] == ["22"]


@pytest.mark.parametrize(("more", "meetings"), [("", 1), (ANOTHER, 2)])
def test_one_meeting_of_a_list_is_read_as_many_are(more, meetings):
    document = answer(MEETINGS.format(more=more))

    assert len(words_of(document, Kind.ITEM)) == meetings
    assert field(document, "met_on")[0] == "2026-06-01"
    assert field(document, "meeting_status") == ["Cancelled"]


def test_a_list_of_meetings_has_no_date_of_its_own():
    assert answer(MEETINGS.format(more="")).dated_on is None


def test_a_body_that_has_ended_says_so():
    assert words_of(answer(COMMITTEES), Kind.ROW)[1] == "Cabinet | Executive | expired"


def test_councillors_are_listed_by_ward_without_their_addresses():
    document = answer(WARDS)

    assert words_of(document, Kind.ITEM) == ["Councillor Rhona Reed (Independent), Leader"]
    assert "Lantern Row" not in document.text


@pytest.mark.parametrize(
    "markup",
    [
        '<!DOCTYPE meeting [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + MEETING[39:].replace("Lantern", "&a;"),
        MEETING[: len(MEETING) // 2],
        "<meeting><meetingid>1</meetingid>" + "<a>" * 5_000 + "</a>" * 5_000 + "</meeting>",
        MEETING.replace("Confirmed", "&nothing;"),
    ],
)
def test_hostile_or_broken_xml_is_refused_in_a_sentence(markup):
    document = answer(markup)

    assert document.state is State.UNREADABLE
    assert document.reason.endswith(".")


def test_an_answer_without_items_is_still_a_meeting():
    document = answer("<meeting><meetingid>9</meetingid><meetingdate>31/02/2026</meetingdate></meeting>")

    assert (document.kind, field(document, "met_on")) == ("meeting", ["31/02/2026"])
