"""Naming a council's site as a source, changing it, pausing it: each refused by name, each in the log."""

from datetime import date

import pytest

from handback.records.audit import queries as audit
from handback.records.sources import actions, queries
from tests.support.harrowmere import CLERK, MORNING

SITE = "https://moderngov.harrowmere.example"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (SITE, f"{SITE}/"),
        (f"{SITE}/ieListMeetings.aspx?CommitteeId=711#top", f"{SITE}/"),
        ("https://WWW.Harrowmere.example/moderngov", "https://www.harrowmere.example/moderngov/"),
        ("  http://127.0.0.1:8000/x/mgAi.aspx?ID=1 ", "http://127.0.0.1:8000/x/"),
        ("http://[::1]/", "http://[::1]/"),
    ],
)
def test_a_sites_address_is_kept_without_the_name_of_a_page(add, written, kept):
    assert add(address=written).address == kept


@pytest.mark.parametrize(
    "written",
    [
        "http://moderngov.harrowmere.example/",
        "moderngov.harrowmere.example",
        "https://ada:secret@moderngov.harrowmere.example/",
        "ftp://127.0.0.1/",
        "http://127.0.0.1.elsewhere.example/",
        "https://",
        "https://[",
        "https://harrowmere.example:port/",
        "https://a b.example/",
        "https://harrowmere.example/" + "x" * 400,
    ],
)
def test_an_address_that_is_no_sites_is_refused(add, written):
    with pytest.raises(actions.NotASiteAddress):
        add(address=written)


@pytest.mark.parametrize(
    "given",
    [
        {"name": "  "},
        {"name": "x" * 121},
        {"bodies": [(0, "Cabinet")]},
        {"bodies": [(711, "")]},
        {"bodies": [(711, "Cabinet"), (711, "Cabinet again")]},
    ],
)
def test_what_has_no_name_or_number_is_refused(add, given):
    with pytest.raises(actions.SourceRefused):
        add(**given)


@pytest.mark.parametrize("same", [{"name": "Meetings", "address": SITE}, {"name": "Others"}])
def test_a_second_source_of_the_same_name_or_address_is_refused(add, source, same):
    with pytest.raises(actions.SourceRefused, match="already has the source “Meetings”"):
        add(**same)


def test_a_source_that_is_added_is_in_the_log_with_what_is_followed(add):
    source = add(bodies=[(711, "Cabinet")])

    [event] = audit.events().of("sources.source.added")
    assert event.subject == f"harrowmere/sources/{source.pk}"
    assert '"bodies":[[711,"Cabinet"]]' in event.body


def test_a_change_is_in_the_log_even_when_it_follows_every_body_again(add):
    source = add(bodies=[(711, "Cabinet")])

    actions.change(source.pk, bodies=[], since=date(2026, 1, 1), by=CLERK, at=MORNING)

    [event] = audit.events().of("sources.source.changed")
    assert '"bodies":[]' in event.body
    assert queries.sources(source.authority).get().since_on == date(2026, 1, 1)


def test_a_change_to_what_is_there_already_writes_nothing(source):
    actions.change(source.pk, name="Meetings", by=CLERK, at=MORNING)

    assert not audit.events().of("sources.source.changed").exists()


def test_another_address_is_refused_once_pages_are_known(source, fetch):
    fetch(source, most=1)

    with pytest.raises(actions.SourceRefused, match="Add the other address as another source"):
        actions.change(source.pk, address=SITE, by=CLERK, at=MORNING)


def test_pausing_and_resuming_are_in_the_log_once_each(source):
    for act in (actions.pause, actions.pause, actions.resume, actions.resume):
        act(source.pk, by=CLERK, at=MORNING)

    told = audit.events().of("sources.source").order_by("seq").values_list("action", flat=True)
    assert list(told)[1:] == ["sources.source.paused", "sources.source.resumed"]


def test_a_paused_source_stays_among_the_others(source):
    actions.pause(source.pk, by=CLERK, at=MORNING)

    assert [each.standing for each in queries.every_source()] == ["paused"]
