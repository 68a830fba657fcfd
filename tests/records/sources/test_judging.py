"""What a page is, by its content; what its words are, whatever its skin; when it is asked for again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.records.sources.looking import fingerprint, judged, too_empty
from handback.records.sources.queries import Kind, Outcome, State
from handback.records.sources.when import due_again, settled
from tests.support.harrowmere import MORNING

SITE = "https://moderngov.harrowmere.example"
PLAIN = '<!DOCTYPE html><html><body>{skin}<div id="modgov"><h1>{title}</h1>{inner}</div></body></html>'


def html(*, skin="", title="Decision details", inner="<p>Approved.</p>"):
    return PLAIN.format(skin=skin, title=title, inner=inner).encode()


def judgement(data, *, kind=Kind.DECISION, address=f"{SITE}/ieDecisionDetails.aspx?ID=7", final=""):
    return judged(kind, data, address=address, final=final or address)


def test_a_page_in_another_skin_is_taken():
    assert judgement(html(skin="<h1>Server error</h1><p>404</p>")) is None


def test_a_heading_that_only_begins_like_an_error_is_no_error():
    assert judgement(html(title="Errors in the register of electors")) is None


def test_a_redirect_that_spells_the_same_page_otherwise_is_taken():
    assert judgement(html(), final=f"{SITE}/iedecisiondetails.aspx?id=7&J=1") is None


def test_a_redirect_to_another_meeting_is_not_taken():
    address, other = (f"{SITE}/ieListDocuments.aspx?CId=711&MId={number}&Ver=4" for number in (7, 8))

    found = judgement(html(title="Agenda"), kind=Kind.MEETING, address=address, final=other)
    assert found.outcome == Outcome.ERROR_PAGE


@pytest.mark.parametrize("title", ["404", "404 - Not found", "503 Service Unavailable", "Access denied"])
def test_a_heading_that_tells_an_error_is_believed(title):
    assert judgement(html(title=title)).outcome == Outcome.ERROR_PAGE


def test_a_heading_that_begins_with_the_number_of_a_house_is_no_error():
    assert judgement(html(title="404 Mill Lane: planning permission")) is None


def test_a_web_page_in_the_place_of_a_report_is_not_taken():
    address = f"{SITE}/documents/s7/Report.pdf"

    assert judgement(html(), kind=Kind.DOCUMENT, address=address).outcome == Outcome.ERROR_PAGE
    assert judgement(b"%PDF-1.4 and so on", kind=Kind.DOCUMENT, address=address) is None


@pytest.mark.parametrize(
    ("kind", "listed", "before", "refused"),
    [
        (Kind.MEETINGS, 0, 3, True),
        (Kind.MEETINGS, 0, 2, False),
        (Kind.MEETINGS, 2, 30, True),
        (Kind.MEETINGS, 3, 30, False),
        (Kind.BODIES, 0, 40, True),
        (Kind.DECISIONS, 0, 40, False),
        (Kind.MEETING, 0, 40, False),
    ],
)
def test_a_list_is_believed_unless_it_lost_nearly_everything(kind, listed, before, refused):
    assert (too_empty(kind, listed=listed, before=before) is not None) is refused


@pytest.mark.parametrize(
    "inner",
    [
        "<p>Approved.</p><script>var session = 12;</script>",
        '<p>Approved.</p><input type="hidden" name="__VIEWSTATE" value="x"/>',
        "<p>Approved.</p>\n\n  ",
    ],
)
def test_sessions_and_skins_are_no_part_of_a_pages_words(inner):
    assert fingerprint(html(skin="<p>Made at 9.00</p>", inner=inner)) == fingerprint(html())


@pytest.mark.parametrize(
    "inner",
    ["<p>Refused.</p>", '<p>Approved.</p><a href="mgAi.aspx?ID=8"></a>'],
)
def test_other_words_and_other_links_are_a_change(inner):
    assert fingerprint(html(inner=inner)) != fingerprint(html())


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"<html>", bytes(range(256)) * 40, b"<a" * 5000])
def test_anything_at_all_has_a_fingerprint(data):
    assert len(fingerprint(data)) == 64


@given(st.binary(max_size=300))
def test_no_page_however_strange_stops_its_judging(data):
    judgement(b'<html><div id="modgov"><h1>' + data)
    assert len(fingerprint(b'<html><div id="modgov"><a href="' + data)) == 64


def test_a_page_of_nothing_but_comments_is_judged_at_once():
    assert judgement(b"<!---->" * 5_000).outcome == Outcome.ERROR_PAGE


def test_a_page_that_begins_as_xml_is_compared_by_its_words():
    declared = b'<?xml version="1.0"?>\n'

    assert fingerprint(declared + html(skin="<p>9.00</p>")) == fingerprint(
        declared + html(skin="<p>9.01</p>")
    )


def test_a_page_is_asked_for_after_a_quarter_of_the_time_it_stayed_as_it_was():
    before = MORNING - timedelta(days=8)

    assert due_again(Kind.MEETING, State.KEPT, settled_at=before, at=MORNING) == MORNING + timedelta(days=2)


def test_a_page_is_asked_for_once_in_thirty_days_at_least():
    long_ago = settled(date(2016, 3, 4), at=MORNING)

    assert due_again(Kind.MEETING, State.KEPT, settled_at=long_ago, at=MORNING) == MORNING + timedelta(
        days=30
    )


def test_what_is_not_there_is_asked_for_after_a_week():
    again = due_again(Kind.MEETING, State.UNAVAILABLE, settled_at=None, at=MORNING)

    assert again == MORNING + timedelta(days=7)


def test_a_list_waits_until_a_round_comes_upon_it():
    assert due_again(Kind.MEETINGS, State.KEPT, settled_at=MORNING, at=MORNING) is None


@pytest.mark.parametrize("day", [None, date(2026, 3, 2), date(2026, 9, 1)])
def test_a_new_page_that_bears_no_past_day_is_as_fresh_as_its_first_visit(day):
    assert settled(day, at=MORNING) == MORNING


def test_a_new_page_that_bears_a_past_day_has_stayed_since():
    assert settled(date(2026, 2, 1), at=MORNING) == datetime(2026, 2, 1, tzinfo=UTC)
