"""Written ministerial statements: number, day, maker and House, wherever they are published."""

from datetime import date
from pathlib import Path

import pytest

from handback.reading import Document, read

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Document:
    return read((PAGES / name).read_bytes())


def field(document: Document, name: str) -> list[str]:
    return [each.value for each in document.fields if each.name == name]


@pytest.mark.parametrize("name", ["statement.html", "statement_elsewhere.html"])
def test_a_statement_is_told_by_its_number_and_its_words(name):
    document = page(name)

    assert (document.kind, document.dated_on) == ("written statement", date(2026, 5, 4))
    assert field(document, "statement_number") == ["HCWS1234"]
    assert field(document, "made_on") == ["2026-05-04"]


def test_the_maker_and_the_house_stand_below_their_label():
    document = page("statement.html")

    assert field(document, "made_by") + field(document, "house") == ["Rowan Vale", "Commons"]


def test_on_a_page_of_debates_the_maker_is_the_heading_after_the_title():
    assert field(page("statement_elsewhere.html"), "made_by") == ["Rowan Vale Minister for Towns"]


def test_a_field_of_a_statement_stands_where_its_words_are():
    document = page("statement.html")
    made = next(each for each in document.fields if each.name == "made_on")

    assert document.text[made.start : made.end] == "4 May 2026"


def test_a_story_about_a_statement_is_none():
    story = b"<html><body><h1>Licensing returns</h1><p>HCWS1234 pleased Harrowmere.</p></body></html>"

    assert read(story).format == "html"


def test_a_number_that_stands_in_an_address_alone_is_read():
    markup = (PAGES / "statement_elsewhere.html").read_text(encoding="utf-8").replace(" (HCWS1234)", "")
    document = read(markup.replace("<h1>", '<a href="/wms/?id=2026-05-04.hcws1234.h">link</a><h1>').encode())

    assert field(document, "statement_number") == ["HCWS1234"]


def test_a_page_that_lists_many_statements_is_none():
    listed = "".join(f"<li>HCWS{number}</li>" for number in range(900, 920))

    assert read(f"<html><body><h1>Written statements</h1><ul>{listed}</ul></body></html>".encode()).kind == ""
