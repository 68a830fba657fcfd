"""Reading the words in the pictures of a scan, where a program for it is installed."""

from typing import TYPE_CHECKING

from handback import reading
from handback.outside import ocr
from handback.reading import claims
from handback.reading.formats import read_with_ocr
from handback.records.documents.actions import Found, Reader, Tell, read_and_find

if TYPE_CHECKING:
    from handback.records.documents.models import Document


def can_read_pictures() -> bool:
    """Whether it can be offered here."""
    return ocr.is_installed()


def reader_of(document: "Document") -> Reader:
    """What reads a document: from its pictures where somebody asked for that, else as every other."""
    return from_pictures if document.pictures else read_and_find


def from_pictures(data: bytes, *, name: str, tell: Tell = lambda _done, _of: None) -> Found:
    """What a scan says as far as letters could be told, and the claims in it; a scan all the same.

    Pages for which the time of the whole was not enough are named among those without words.
    """
    from handback.reading.formats.pdf import pages_without_words

    wordless = pages_without_words(data)
    pages: dict[int, str] = {}
    tell(0, len(wordless))
    for done, page in enumerate(ocr.words_of_pages(data, wordless), start=1):
        if page.words:
            pages[page.page] = page.words
        tell(done, len(wordless))
    found: reading.Document = read_with_ocr(data, pages, name=name)
    return found, claims.find(found)
