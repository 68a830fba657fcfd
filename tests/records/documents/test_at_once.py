"""Two who do the same at once: one is first, and the other is told, never shown a fault of the database."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from handback.records.audit.queries import verify
from handback.records.documents import actions
from handback.records.documents.models import Document
from handback.records.sources import actions as sources
from tests.support.harrowmere import CLERK, MORNING

pytestmark = pytest.mark.django_db(transaction=True)
BOTH = 2


@pytest.fixture
def at_once():
    """What comes of an act that two threads begin at one moment: what it gave, or what it raised."""
    ready = Barrier(BOTH)

    def one(act):
        ready.wait(10)
        try:
            return act()
        except Exception as problem:
            return problem
        finally:
            connection.close()

    def together(act):
        with ThreadPoolExecutor(BOTH) as pool:
            return list(pool.map(one, [act] * BOTH))

    return together


def test_the_same_bytes_are_kept_once(harrowmere, at_once):
    first, second = at_once(
        lambda: actions.keep(harrowmere, b"The pier is open.", name="pier.txt", by=CLERK, at=MORNING)
    )

    assert first == second == Document.objects.get()
    assert verify().problems == ()


def test_claims_are_judged_while_their_document_is_read_again(harrowmere, at_once):
    text = "\n\n".join(f"RESOLVED: That plan number {n} be approved." for n in range(40)).encode()
    kept = actions.keep(harrowmere, text, name="plans.txt", by=CLERK, at=MORNING)
    document = actions.read(kept.pk, by=CLERK, at=MORNING)
    keys = list(document.claims.values_list("pk", flat=True))
    turns = iter([lambda: read_again_and_again(document.pk), lambda: accept_each(keys)])

    came = at_once(lambda: next(turns)())

    assert came == [None, None]
    assert set(document.claims.values_list("state", flat=True)) == {"accepted"}
    assert verify().problems == ()


def read_again_and_again(pk):
    for sure in (0.3, 0.4, 0.5, 0.6):
        actions.read_again(pk, by=CLERK, at=MORNING, reader=partial(as_sure_as, sure))


def as_sure_as(sure, data, *, name):
    """A reader that is as sure of everything as it is told to be."""
    found, claims = actions.read_and_find(data, name=name)
    return found, tuple(replace(claim, confidence=sure) for claim in claims)


def accept_each(keys):
    for key in keys:
        actions.accept(key, by=CLERK, at=MORNING)


def test_one_site_is_named_once_and_the_second_is_told(harrowmere, at_once):
    named = {"name": "Papers", "address": "https://papers.harrowmere.example/", "since": date(2026, 1, 1)}

    came = at_once(lambda: sources.add(harrowmere, **named, by=CLERK, at=MORNING))

    assert sorted(type(each).__name__ for each in came) == ["AlreadyASource", "Source"]
