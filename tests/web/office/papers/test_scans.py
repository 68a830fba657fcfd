"""A scan, from its picture to its claims, by the office's own button and the program itself."""

import shutil
from datetime import timedelta

import pytest

from handback.outside import ocr
from handback.reading.formats.pdf.pictures import picture_of
from handback.records.documents import actions as documents
from handback.web.office.papers import reader_process
from handback.web.office.papers.pictures import from_pictures
from handback.web.office.papers.presenters.progress import progress_of
from tests.support.harrowmere import CLERK, MORNING
from tests.support.pdfs import PICTURE, lines, pdf, words

pytestmark = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
PAGE = words(60, 740, "Minutes of Cabinet, 4 March 2016", size=18) + lines(
    60,
    690,
    "RESOLVED: That the ferry terminal at the quay be approved.",
    "",
    "The council will publish its improvement plan by 31 March 2016.",
    size=14,
    step=18,
)


@pytest.fixture
def scan(keep):
    """Two pages that are pictures of words, as a scanner makes them."""
    data = pdf(PICTURE, PICTURE, picture=picture_of(pdf(PAGE), 1))
    return documents.read(keep(data, "scan.pdf").pk, by=CLERK, at=MORNING)


def test_a_scan_is_read_from_its_pictures_by_the_button(officer, office, scan):
    assert "Try to read the words" in officer.get(office("document", scan.pk)).content.decode()

    officer.post(office("document-pictures", scan.pk))
    officer.post(office("document-read", scan.pk))

    scan.refresh_from_db()
    assert (scan.state, scan.pictures) == ("read", "read")
    assert {"decision", "commitment"} <= set(scan.claims.values_list("type", flat=True))


def test_its_page_says_that_the_words_come_from_a_program_that_errs(officer, office, scan):
    officer.post(office("document-pictures", scan.pk))
    officer.post(office("document-read", scan.pk))
    page = officer.get(office("document", scan.pk)).content.decode()

    assert "read from pictures by a program that errs" in page
    assert "Try to read the words" not in page


def test_how_many_pages_were_looked_at_is_told_as_they_are():
    data = pdf(PICTURE, PICTURE, picture=picture_of(pdf(PAGE), 1))
    told = []

    from_pictures(data, name="scan.pdf", tell=lambda done, of: told.append((done, of)))

    assert told == [(0, 2), (1, 2), (2, 2)]


def test_the_progress_of_a_scan_is_told_by_page(scan):
    scan.stage, scan.held_until = "3/40", MORNING + timedelta(seconds=30)

    assert "3 of 40 pages" in progress_of(scan, MORNING).doing


def test_a_scan_has_the_time_that_is_promised_for_its_pages():
    assert reader_process.SECONDS_FOR_PICTURES > ocr.SECONDS >= 30 * ocr.SECONDS_A_PAGE
