"""A round brings what is new and what changed; the old stays beside it."""

import urllib.request

import pytest

from handback.records.documents import queries as documents
from handback.records.sources import actions, queries
from handback.records.sources.queries import Kind, Outcome, State
from tests.records.sources.test_fetching import kept
from tests.support.council import MEETINGS, cabinet, list_meetings, publish
from tests.support.harrowmere import CLERK, MORNING
from tests.support.site import status, unless_known

FEBRUARY = MEETINGS[1].path


def test_a_round_that_reached_its_limit_goes_on_without_asking_twice(source, site, fetch):
    left = fetch(source, most=5)
    assert left.waiting

    while fetch(source, most=5).waiting:
        pass

    assert [path for path in site.asked if path != "/robots.txt" and site.times_asked(path) > 1] == []
    assert queries.rounds(source).count() == 1


def test_the_next_round_brings_a_meeting_that_is_new(source, site, fetch, days):
    fetch(source)
    days.pass_by(1)
    march = cabinet(104, day="9 Mar 2026 6.00 pm")
    list_meetings(site, [*MEETINGS, march])
    publish(site, march)

    fetch(source)

    assert kept(source, Kind.MEETING).filter(words="9 Mar 2026 6.00 pm").exists()


def test_a_page_that_changed_is_another_document_beside_the_old_one(source, site, fetch, days):
    fetch(source)
    days.pass_by(60)
    publish(site, cabinet(102, day="9 Feb 2026 6.00 pm", cut=True))

    fetch(source)

    page = kept(source, Kind.MEETING).get(words__startswith="9 Feb")
    newest, oldest = queries.visits(page).filter(document__isnull=False)
    assert (newest.outcome, oldest.outcome) == (Outcome.CHANGED, Outcome.NEW)
    assert newest.document == page.document != oldest.document
    assert documents.documents(source.authority).filter(pk=oldest.document.pk).exists()


def test_a_page_of_which_only_the_skin_changed_is_as_it_was(source, fetch, days):
    fetch(source)
    before = documents.documents(source.authority).count()
    days.pass_by(60)

    brought = fetch(source)

    assert set(brought.outcomes) == {Outcome.SAME}
    assert documents.documents(source.authority).count() == before


def test_a_visit_that_found_the_same_words_keeps_both_hashes(source, fetch, days):
    fetch(source)
    days.pass_by(60)
    fetch(source)

    again, first = queries.visits(kept(source, Kind.MEETING).first())
    assert again.sha256 != first.sha256
    assert again.fingerprint == first.fingerprint


def test_the_marks_that_a_site_gives_are_shown_to_it_again(source, site, fetch, days):
    body = b'<html><body><div id="modgov"><h1>Decision details</h1><p>Fares approved.</p></div></body></html>'
    site.pages["/ieDecisionDetails.aspx?ID=881"] = unless_known(body, etag='"a7"')
    fetch(source)
    days.pass_by(60)

    fetch(source)

    page = queries.pages(source).get(address__endswith="?ID=881")
    assert [visit.status for visit in queries.visits(page)] == [304, 200]
    assert page.state == State.KEPT


def test_a_page_that_has_long_stayed_as_it_was_is_asked_for_seldom(source, site, fetch, days):
    fetch(source)
    days.pass_by(60)
    fetch(source)
    asked = site.times_asked(FEBRUARY)
    days.pass_by(2)

    fetch(source)

    assert site.times_asked(FEBRUARY) == asked
    assert site.times_asked("/mgListCommittees.aspx?bcr=1") == 3


def test_a_page_that_was_kept_and_is_gone_keeps_its_document(source, site, fetch, days):
    fetch(source)
    days.pass_by(60)
    site.pages[FEBRUARY] = status(410)

    fetch(source)

    page = queries.pages(source).get(words__startswith="9 Feb")
    assert page.state == State.UNAVAILABLE
    assert page.document is not None


def test_a_paused_source_is_not_visited(source, site, fetch):
    actions.pause(source.pk, by=CLERK, at=MORNING)

    with pytest.raises(actions.SourcePaused, match="“Meetings” is paused"):
        fetch(source)

    assert site.asked == []


def test_what_was_kept_and_not_read_when_a_process_ended_is_read_first(source, site, fetch, days):
    fetch(source, most=3)
    round_ = queries.open_round(source)
    page = queries.to_ask_for(round_).first()
    answer = actions.Answer(actions.How.ARRIVED, data=_page_of(site, page), status=200, final=page.address)
    actions.record(page.pk, answer, round_=round_, by=CLERK, at=days())

    fetch(source)

    assert queries.pages(source).get(pk=page.pk).state == State.KEPT
    assert page.address.removeprefix(site.address) not in site.asked


def _page_of(site, page):
    with urllib.request.urlopen(page.address) as came:
        data = came.read()
    site.asked.remove(page.address.removeprefix(site.address))
    return data
