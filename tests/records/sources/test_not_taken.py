"""What is not the page that was asked for is told as what it is, and takes nothing away."""

import pytest

from handback.records.sources import queries
from handback.records.sources.queries import Kind, Outcome, State
from tests.records.sources.test_fetching import kept
from tests.support.council import MEETINGS, list_meetings, page, publish
from tests.support.site import cut_short, own_certificate, redirect, serving, status

CABINET_MEETINGS = "/ieListMeetings.aspx?CommitteeId=711"
DECISION = "/ieDecisionDetails.aspx?ID=881"
ERROR = b"<html><body><h1>Server Error in '/' Application.</h1></body></html>"


def last_visit(source, path):
    return queries.visits(queries.pages(source).get(address__endswith=path)).first()


def test_a_list_that_is_suddenly_empty_is_refused_and_what_was_known_stays(source, site, fetch, days):
    fetch(source)
    days.pass_by(1)
    list_meetings(site, [])

    brought = fetch(source)

    assert brought.outcomes[Outcome.REFUSED] == 1
    assert last_visit(source, CABINET_MEETINGS).reason == (
        "The list holds 0 where it held 4 before. What was known stays."
    )
    assert kept(source, Kind.MEETING).count() == 3


def test_a_list_that_was_refused_is_believed_when_it_is_full_again(source, site, fetch, days):
    fetch(source)
    list_meetings(site, [])
    fetch(source)
    list_meetings(site, MEETINGS)

    brought = fetch(source)

    assert brought.failed == 0


def test_a_list_that_was_always_empty_is_believed(source, fetch):
    fetch(source)

    assert last_visit(source, "/ieListMeetings.aspx?CommitteeId=724").outcome == Outcome.NEW


@pytest.mark.parametrize(
    ("answer", "outcome", "reason"),
    [
        (ERROR, Outcome.ERROR_PAGE, "headed “Server Error in '/' Application.”"),
        (page("Page not found", "<p>Try again.</p>"), Outcome.ERROR_PAGE, "headed “Page not found”"),
        (b"<html><body>", Outcome.ERROR_PAGE, "not ModernGov's"),
        (b"  \n", Outcome.ERROR_PAGE, "an empty page"),
        (redirect("/mgError.aspx?why=1"), Outcome.ERROR_PAGE, "to its error page"),
        (redirect("/errors/notfound.html"), Outcome.ERROR_PAGE, "to its error page"),
        (redirect("/mgListCommittees.aspx?bcr=1"), Outcome.ERROR_PAGE, "to another page"),
        (redirect("/ieLogon.aspx?back=1"), Outcome.WITHHELD, "asks for sign-in"),
        (redirect("https://elsewhere.example/"), Outcome.FAILED, "leads away from the site"),
        (status(500), Outcome.FAILED, "failed (500) each of the 3 times"),
        (cut_short(b"<html>", announced=900), Outcome.FAILED, "Only a part of the answer came."),
    ],
)
def test_what_comes_in_a_pages_place_is_told_with_its_reason(source, site, fetch, answer, outcome, reason):
    site.pages |= {DECISION: answer, "/mgError.aspx?why=1": ERROR, "/errors/notfound.html": ERROR}
    site.pages["/ieLogon.aspx?back=1"] = page("Sign in", "<form></form>")

    fetch(source, most=6)

    visit = last_visit(source, DECISION)
    assert visit.outcome == outcome
    assert reason in visit.reason


def test_an_error_page_in_the_place_of_a_kept_page_leaves_its_document(source, site, fetch, days):
    fetch(source)
    days.pass_by(60)
    site.pages[DECISION] = ERROR

    fetch(source)

    failed = queries.pages(source).get(state=State.FAILED)
    assert failed.document is not None
    assert failed.fingerprint == queries.visits(failed).last().fingerprint


def test_a_page_that_failed_is_asked_for_again_in_the_next_round(source, site, fetch, days):
    site.pages[DECISION] = status(500)
    fetch(source)
    publish_decision(site)

    fetch(source)

    assert last_visit(source, DECISION).outcome == Outcome.NEW


def publish_decision(site):
    site.pages[DECISION] = page("Decision details", "<p>Decision: That the fares be approved.</p>")


def test_a_site_that_asks_to_be_left_alone_is_left_with_its_reason(source, site, fetch):
    site.pages[CABINET_MEETINGS] = status(503, Retry_After="7200")

    brought = fetch(source)

    assert "7,200 seconds" in brought.left
    assert "7,200 seconds" in queries.open_round(source).reason
    assert brought.waiting


def test_a_round_that_was_left_goes_on_later(source, site, fetch):
    site.pages[CABINET_MEETINGS] = status(503, Retry_After="7200")
    fetch(source)
    list_meetings(site, MEETINGS)

    while fetch(source).waiting:
        pass
    fetch(source)

    assert kept(source, Kind.MEETING).count() == 3


def test_a_site_whose_certificate_is_its_own_word_is_recorded_and_asked_nothing(add, fetch, tmp_path):
    tls, _ = own_certificate(tmp_path)
    with serving(tls=tls) as other:
        source = add(address=other.address)

        brought = fetch(source)

        assert "could not prove who it is" in brought.left
        assert other.asked == []
    assert queries.counts(source).failed == 1


def test_a_site_that_is_silent_is_left_after_a_few_pages(source, site, fetch):
    def hang_up(visitor):
        visitor.close_connection = True

    fetch(source, most=4)
    site.pages |= {path: hang_up for path in site.pages if path != "/robots.txt"}

    brought = fetch(source)

    assert brought.outcomes == {Outcome.FAILED: 5}
    assert "did not answer" in brought.left


def test_a_changed_meeting_without_its_minutes_is_believed(source, site, fetch, days):
    fetch(source)
    days.pass_by(60)
    meeting = MEETINGS[2]
    publish(site, type(meeting)(meeting.id, meeting.body, meeting.name, meeting.day))

    assert fetch(source).outcomes[Outcome.CHANGED] == 1
