"""Written ministerial statements, as Parliament's own pages and TheyWorkForYou's give them.

The page is laid out as any page of HTML; what a statement says of itself (its number, who made it, when, in
which House) is found by the words beside it, which are alike on all such pages.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from handback.reading.document import Field, Kind, Passage
from handback.reading.formats import html
from handback.reading.formats.laid_out import LaidOut
from handback.reading.formats.moderngov.words import day_in

_NUMBER = re.compile(r"\bH[CL]WS ?\d{1,5}\b", re.I)
MOST_NUMBERS = 4  # on the page of one statement: its own, its twin's in the other House, and those it names
_SAYS_SO = re.compile(
    r"\bstatement uin\b|\bstatement made (?:on|by)\b|<(?:title|h[1-3])\b[^<>]{0,200}>[^<>]{0,200}\bwritten"
    r" (?:ministerial )?statements?\b|\bmade the following written (?:ministerial )?statement\b",
    re.I,
)
_MADE_ON = re.compile(r"\b(?:statement )?made (?:on )?:?\s*(?P<rest>[^\n]{4,60})", re.I)
_ON = re.compile(r"\bon (?P<rest>(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w+ \d{4})", re.I)
_MADE_BY = re.compile(r"^(?:statement )?made by:?\s*(?P<rest>.*)$", re.I)
_HOUSE = re.compile(r"\bHouse of (?P<house>Commons|Lords)\b|^(?P<bare>Commons|Lords)$", re.I)
_OF_THE_SITE = re.compile(
    r"(?:written (?:questions, answers and|ministerial|questions and)? ?statements?|statement|all statements"
    r"|uk parliament|theyworkforyou|hansard)\W*",
    re.I,
)
_HEAD = 25  # passages in which a statement says what it is


def is_statement(markup: str) -> bool:
    """Whether a page is one written statement: it bears a statement's number and says that it is one.

    The number may stand in an address alone, as on pages of debates. A page with many lists statements.
    """
    if not 0 < len(set(map(_plain, _NUMBER.findall(markup)))) <= MOST_NUMBERS:
        return False
    return bool(_SAYS_SO.search(markup))


def lay_out(markup: str) -> LaidOut:
    """A page with a written statement: its words, number, maker, day and title."""
    page = html.lay_out(markup)
    number = _NUMBER.search(page.text) or _NUMBER.search(markup)
    fields = tuple(_fields(page, number))
    made_on = next((field.value for field in fields if field.name == "made_on"), "")
    return replace(
        page,
        kind="written statement",
        title=_title(page) or page.title,
        dated_on=date.fromisoformat(made_on) if made_on else page.dated_on,
        fields=(*page.fields, *fields),
    )


def _plain(number: str) -> str:
    return number.replace(" ", "").upper()


def _fields(page: LaidOut, number: re.Match[str] | None) -> Iterator[Field]:
    head = page.passages[:_HEAD]
    if number is not None and number.string is page.text:
        yield Field("statement_number", _plain(number[0]), number.start(), number.end())
    elif number is not None:
        yield Field("statement_number", _plain(number[0]))
    yield from _made_on(page.text, head)
    yield from _made_by(page.text, head)
    for passage in head:
        if found := _HOUSE.search(page.text[passage.start : passage.end]):
            at = passage.start + found.start()
            yield Field("house", (found["house"] or found["bare"]).title(), at, at + len(found[0]))
            return


def _made_on(text: str, head: tuple[Passage, ...]) -> Iterator[Field]:
    for pattern in (_MADE_ON, _ON):
        for passage in head:
            for found in pattern.finditer(text, passage.start, passage.end):
                if (day := day_in(found["rest"])) is not None:
                    yield Field("made_on", day.isoformat(), found.start("rest"), found.end("rest"))
                    return


def _made_by(text: str, head: tuple[Passage, ...]) -> Iterator[Field]:
    """Who made it: beside the label, below it, or in the heading after the title, as on pages of debates."""
    for at, passage in enumerate(head):
        found = _MADE_BY.match(text[passage.start : passage.end])
        if found is None:
            continue
        if found["rest"]:
            yield Field("made_by", found["rest"], passage.start + found.start("rest"), passage.end)
        elif at + 1 < len(head):
            below = head[at + 1]
            yield Field("made_by", text[below.start : below.end], below.start, below.end)
        return
    headings = [passage for passage in head if passage.kind is Kind.HEADING]
    if len(headings) > 1:
        yield Field("made_by", text[headings[1].start : headings[1].end], headings[1].start, headings[1].end)


def _title(page: LaidOut) -> str:
    """The first heading that names the statement and not the site."""
    for passage in page.passages:
        words = page.text[passage.start : passage.end]
        if (
            passage.kind is Kind.HEADING
            and not _OF_THE_SITE.fullmatch(words)
            and not _NUMBER.fullmatch(words)
        ):
            return words
    return ""
