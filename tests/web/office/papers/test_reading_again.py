"""A document is read again beside its page, which stays as it was until the new reading is written."""

import pytest

from handback.records.audit import queries as audit
from handback.records.documents import actions as documents
from handback.web.office.papers import reader_process
from handback.web.office.papers.beside import Beside
from tests.support.harrowmere import CLERK, MORNING


@pytest.fixture
def busy(settings, monkeypatch):
    """A server whose reader has other work, so that a test may read what waits in its place."""
    settings.READ_IN_BACKGROUND = True
    monkeypatch.setattr(reader_process, "_reader", Beside(int, name="other work"))


@pytest.fixture
def asked(busy, officer, office, document):
    """Minutes that Ada wants read again."""
    officer.post(office("document-again", document.pk))
    return document


def read_waiting(**more):
    return documents.read_waiting(by=CLERK, clock=lambda: MORNING, **more)


def test_a_document_to_be_read_again_keeps_its_claims_and_says_that_it_waits(officer, office, asked):
    page = officer.get(office("document", asked.pk)).text

    assert "Waiting to be read again" in page
    assert page.count('class="hb-claims__item') == asked.claims.count() > 0
    assert "with today’s reader" not in page


def test_who_asked_for_another_reading_is_in_the_log(asked, ada):
    event = audit.events().of("documents.document.reading_again_asked").get()

    assert event.actor_account == ada.pk


def test_a_page_that_watches_is_renewed_when_the_document_was_read_again(officer, office, asked):
    address = office("document-progress", asked.pk)
    assert "It is the next to be read" in officer.get(address).text

    read_waiting()

    assert officer.get(address)["HX-Refresh"] == "true"
    assert "Waiting to be read again" not in officer.get(office("document", asked.pk)).text


def test_a_document_that_could_not_be_read_again_stays_as_it_was_and_says_so(officer, office, asked):
    def breaks(data, *, name):
        raise MemoryError

    read_waiting(limited=lambda _: breaks)

    page = officer.get(office("document", asked.pk)).text
    assert "so nothing was changed" in page
    assert page.count('class="hb-claims__item') == asked.claims.count() > 0
    assert "with today’s reader" in page
