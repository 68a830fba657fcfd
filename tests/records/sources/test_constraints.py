"""What the database itself refuses."""

import pytest
from django.db import IntegrityError, transaction

from handback.records.audit import actions as audit
from handback.records.sources.models import Continuation, Page, Round, Source, Visit
from tests.records.sources.conftest import SINCE
from tests.support.harrowmere import CLERK, MORNING

EARLIER = MORNING.replace(hour=1)


@pytest.fixture
def round_(source):
    """An open round."""
    return write(Round(source=source, started_at=MORNING))


@pytest.fixture
def page(source):
    """A page that is known."""
    return write(page_of(source))


def write(row):
    with transaction.atomic(), audit.action("sources.tests.written", by=CLERK, at=MORNING) as event:
        return event.add(row)


def page_of(source, **given):
    usual = {"kind": "meeting", "address": "https://x.example/a", "canonical": "a", "found_at": MORNING}
    return Page(source=source, **usual | given)


def refused(row, name):
    with pytest.raises(IntegrityError, match=rf"{name}|UNIQUE constraint failed"):
        write(row)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"name": "Meetings", "address": "https://b.example/"}, "source_name_is_used_once"),
        ({"name": "", "address": "https://b.example/"}, "source_has_a_name"),
        ({"name": "B", "address": "http://b.example/"}, "source_is_https_or_on_this_machine"),
        ({"name": "B", "address": "http://localhost.b.example/"}, "source_is_https_or_on_this_machine"),
    ],
)
def test_a_source_has_one_name_and_a_safe_address(source, given, name):
    refused(Source(authority=source.authority, since_on=SINCE, **given), name)


def test_a_source_has_an_address_of_its_own(source):
    same = Source(authority=source.authority, name="B", address=source.address, since_on=SINCE)

    refused(same, "source_address_is_used_once")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, "round_is_open_once"),
        ({"ended_at": EARLIER}, "round_ends_after_it_begins"),
        ({"ended_at": MORNING, "left_at": MORNING}, "round_left_early_says_why"),
    ],
)
def test_a_round_is_open_once_ends_after_it_begins_and_says_why_it_was_left(source, round_, given, name):
    refused(Round(source=source, started_at=MORNING, **given), name)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, "page_is_known_once"),
        ({"canonical": "b", "kind": "person"}, "page_is_of_a_kind_that_is_fetched"),
        ({"canonical": "b", "state": "failed"}, "page_that_was_not_brought_says_why"),
        ({"canonical": "b", "state": "kept"}, "page_kept_has_its_hash"),
    ],
)
def test_a_page_is_known_once_and_its_state_has_its_grounds(source, page, given, name):
    refused(page_of(source, **given), name)


@pytest.mark.parametrize(
    ("outcome", "name"),
    [("new", "visit_that_brought_a_page_keeps_it"), ("failed", "visit_in_vain_says_why")],
)
def test_a_visit_keeps_what_it_brought_or_says_why_it_brought_nothing(page, round_, outcome, name):
    refused(Visit(page=page, round=round_, at=MORNING, outcome=outcome), name)


def test_a_text_does_not_go_on_in_its_own_page(page):
    refused(Continuation(page=page, goes_on_in=page), "page_does_not_go_on_in_itself")


def test_where_a_text_goes_on_is_noted_once(source, page):
    other = write(page_of(source, canonical="b"))
    write(Continuation(page=page, goes_on_in=other))

    refused(Continuation(page=page, goes_on_in=other), "continuation_is_noted_once")
