"""OCR: offered where Tesseract is installed, within its time, and never taken for certain."""

import shutil

import pytest

from handback.outside import ocr
from handback.reading import State, read
from handback.reading.formats import read_with_ocr
from handback.reading.formats.pdf import pages_without_words
from handback.reading.formats.pdf.pictures import picture_of
from tests.support.pdfs import PICTURE, lines, pdf, words

installed = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
PAGE = words(60, 740, "Minutes of Cabinet", size=18) + lines(
    60,
    690,
    "RESOLVED that the ferry terminal at the quay be repaired",
    "and that the pier be closed.",
    size=14,
    step=18,
)


def scan() -> bytes:
    """A PDF of one page that is a picture of words, as a scanner makes it."""
    return pdf(PICTURE, picture=picture_of(pdf(PAGE), 1))


def test_a_page_is_drawn_as_a_grey_picture():
    picture = picture_of(pdf(PAGE), 1)
    kind, wide, high, _most = picture.partition(b"\n")[0].split()

    assert (kind, int(wide), int(high)) == (b"P5", 2480, 3509)
    assert len(picture.partition(b"\n")[2]) == 2480 * 3509


def test_ocr_is_not_offered_where_it_is_not_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not ocr.is_installed()
    with pytest.raises(ocr.OcrNotInstalled, match="Tesseract is not installed"):
        list(ocr.words_of_pages(scan(), [1]))


@installed
def test_the_words_of_a_scanned_page_are_read():
    data = scan()
    assert read(data).state is State.UNREADABLE

    found = {page.page: page.words for page in ocr.words_of_pages(data, pages_without_words(data))}
    document = read_with_ocr(data, found, name="scan.pdf")

    assert "RESOLVED that the ferry terminal at the quay be repaired and that the pier be closed." in [
        document.words(passage) for passage in document.passages
    ]
    assert [part.what for part in document.unread] == ["The certainty of the words"]


@installed
def test_a_page_that_the_document_does_not_have_gives_its_reason():
    (found,) = ocr.words_of_pages(scan(), [7])

    assert found.why_not == "This PDF has no page 7."


@installed
def test_a_page_that_takes_too_long_is_given_up():
    (found,) = ocr.words_of_pages(scan(), [1], seconds_a_page=0.01)

    assert "not read within" in found.why_not


@installed
def test_pages_left_when_the_time_is_up_say_so():
    ticks = iter([0.0, 100.0, 100.0])
    found = list(ocr.words_of_pages(scan(), [1, 2], seconds=50, clock=lambda: next(ticks)))

    assert [page.why_not for page in found] == ["The 50 seconds for the whole document were up."] * 2


@installed
def test_a_language_that_is_not_installed_gives_its_reason():
    (found,) = ocr.words_of_pages(scan(), [1], language="xyz")

    assert found.why_not.startswith("Tesseract failed")
