"""What a council publishes since a day is brought once, kept and read, and nothing else is asked for."""

from handback.records.audit import queries as audit
from handback.records.sources import queries
from handback.records.sources.queries import Completeness, Kind, Outcome, State
from tests.support.site import status


def kept(source, kind):
    return queries.pages(source).filter(kind=kind, state=State.KEPT)


def test_the_meetings_since_the_day_are_brought_and_no_earlier_one(source, fetch):
    fetch(source)

    assert sorted(kept(source, Kind.MEETING).values_list("words", flat=True)) == [
        "12 Jan 2026 6.00 pm",
        "8 Dec 2025 6.00 pm",
        "9 Feb 2026 6.00 pm",
    ]


def test_decisions_issue_histories_and_plans_are_brought(source, fetch):
    fetch(source)

    assert kept(source, Kind.DECISION).count() == 7
    assert kept(source, Kind.ISSUE).count() == 6
    assert kept(source, Kind.PLAN).count() == 1


def test_a_page_that_leads_to_others_is_a_document_unless_it_is_a_list(source, fetch):
    fetch(source)

    documented = queries.pages(source).filter(document__isnull=False)
    assert set(documented.values_list("kind", flat=True)) == {
        Kind.MEETING,
        Kind.ITEM,
        Kind.DECISION,
        Kind.ISSUE,
        Kind.PLAN,
    }


def test_only_the_bodies_that_are_followed_are_looked_at(add, site, fetch):
    fetch(add(bodies=[(711, "Cabinet")]))

    assert "/ieListMeetings.aspx?CommitteeId=711" in site.asked
    assert "/ieListMeetings.aspx?CommitteeId=724" not in site.asked


def test_attached_documents_are_brought_where_they_are_wanted(add, fetch):
    wanted = add(with_attachments=True)

    fetch(wanted)

    assert kept(wanted, Kind.DOCUMENT).count() == 6


def test_attached_documents_are_not_asked_for_otherwise(source, site, fetch):
    fetch(source)

    assert not [path for path in site.asked if path.startswith("/documents/")]


def test_no_page_about_a_member_is_asked_for(source, site, fetch):
    fetch(source)

    assert not [path for path in site.asked if "mgUser" in path or "mgMember" in path]


def test_every_page_is_asked_for_once(source, site, fetch):
    fetch(source)

    assert len(site.asked) == len(set(site.asked))


def test_a_raw_page_is_kept_whole_with_its_hash_and_time(source, fetch, days):
    fetch(source)

    [visit] = queries.visits(kept(source, Kind.MEETING).first())
    assert b'id="modgov"' in bytes(visit.original.content)
    assert visit.original.sha256 == visit.sha256 == visit.document.original_id
    assert visit.at < days.now


def test_minutes_that_are_cut_are_followed_and_then_count_as_read(source, fetch):
    fetch(source)

    assert kept(source, Kind.ITEM).get().address.endswith("/mgAi.aspx?ID=1011")
    january = kept(source, Kind.MEETING).get(words__startswith="12 Jan")
    assert january.completeness == Completeness.CONTINUED


def test_minutes_that_are_cut_stay_cut_while_the_rest_cannot_be_had(source, site, fetch):
    site.pages["/mgAi.aspx?ID=1011"] = status(404)

    fetch(source)

    assert kept(source, Kind.MEETING).get(words__startswith="12 Jan").completeness == Completeness.CUT
    assert queries.counts(source).cut == 1


def test_a_page_that_is_not_there_is_recorded_as_unavailable(source, site, fetch):
    site.pages["/ieDecisionDetails.aspx?ID=881"] = status(404)

    brought = fetch(source)

    assert brought.outcomes[Outcome.UNAVAILABLE] == 1
    gone = queries.pages(source).get(state=State.UNAVAILABLE)
    assert gone.reason == "The site says that this page is not there (404)."


def test_a_page_that_is_shown_to_some_only_is_recorded_as_withheld(source, site, fetch):
    site.pages["/ieDecisionDetails.aspx?ID=881"] = status(403)

    fetch(source)

    assert queries.counts(source).withheld == 1


def test_the_log_holds_together_after_a_round(source, fetch):
    fetch(source)

    assert audit.verify(None, key=None).is_good


def test_a_page_names_the_page_that_led_to_it(source, fetch):
    fetch(source)

    assert kept(source, Kind.ITEM).get().found_on.words == "12 Jan 2026 6.00 pm"
