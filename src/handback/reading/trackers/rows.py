"""Rows of an action tracker as commitments, each quoting the words of its action where they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from handback.core.periods import ONE_DAY, Window
from handback.reading.claims.claim import Claim, Type
from handback.reading.document import Document
from handback.reading.formats.laid_out import BAR
from handback.reading.formats.tables import Row
from handback.reading.refusals import NotReadable
from handback.reading.trackers.roles import Role
from handback.reading.trackers.tables import Table
from handback.reading.words.dates import stated_times
from handback.reading.words.points import Grain
from handback.reading.words.sentences import PLAIN, sentence
from handback.reading.words.years import Calendar

CONFIDENCE = 0.95  # a person said what the columns mean
_NO_DATE = re.compile(
    r"(?:on-?going|continuous|tb[acd]|to be (?:confirmed|agreed|decided)|n/?a|none|-+|completed?|done"
    r"|closed|various|rolling|business as usual|bau|monthly|quarterly|annual(?:ly)?|weekly|asap)\.?",
    re.I,
)
_KEPT = (Role.REFERENCE, Role.STATUS, Role.UPDATE, Role.EVIDENCE, Role.PRIORITY)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row, or a cell of one, that could not be read; `row` is its number as the sheet shows it."""

    sheet: str
    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Rows:
    """What was read of a table, and what was not."""

    claims: tuple[Claim, ...]
    unread: tuple[Unreadable, ...]


class NoActionColumn(NotReadable):
    """No column is said to hold what is to be done."""

    def __init__(self) -> None:
        super().__init__("No column is said to hold what is to be done.")


def claims(document: Document, table: Table, mapping: Mapping[Role, str]) -> tuple[Claim, ...]:
    """The commitments of a table whose columns have these meanings. Raises NoActionColumn."""
    return read_rows(document, table, mapping).claims


def read_rows(document: Document, table: Table, mapping: Mapping[Role, str]) -> Rows:
    """The commitments of a table, and each row or date that could not be read, with the reason.

    `document` is the same file as read by `reading.read`; `mapping` names the header of each role, and
    must name one for the action. Raises NoActionColumn where it does not.
    """
    columns = {
        role: table.headers.index(header) for role, header in mapping.items() if header in table.headers
    }
    if Role.ACTION not in columns:
        raise NoActionColumn
    places = {p.place: p.start for p in document.passages if p.place}
    calendar = Calendar("", document.dated_on)
    found: list[Claim] = []
    unread: list[Unreadable] = []
    for row in table.rows:
        for result in _row(document, table, row, columns, places, calendar):
            if isinstance(result, Claim):
                found.append(result)
            else:
                unread.append(Unreadable(table.sheet.name, row.number, result))
    return Rows(tuple(found), tuple(unread))


def _row(
    document: Document,
    table: Table,
    row: Row,
    columns: Mapping[Role, int],
    places: Mapping[str, int],
    calendar: Calendar,
) -> Iterator[Claim | str]:
    """The commitment of a row, and a sentence for all that could not be read of it."""
    said = {role: _cell(row, column) for role, column in columns.items()}
    action = said[Role.ACTION]
    if row.cells == table.headers:
        return
    if not action:
        yield "The row has no words in the column of actions."
        return
    start = places.get(table.sheet.place(row), -1)
    start += len(BAR.join(row.cells[: columns[Role.ACTION]])) + (len(BAR) if columns[Role.ACTION] else 0)
    end = start + len(action)
    if start < 0 or document.text[start:end] != action:
        yield "The row lies beyond the part of the document that is looked through."
        return
    due, why_not = _days(said.get(Role.DUE, ""), calendar)
    first_due, why_no_first = _days(said.get(Role.FIRST_DUE, ""), calendar)
    if not said.get(Role.DUE):
        due = first_due  # a date that was never revised holds
    attributes: dict[str, Any] = {
        "owner": said.get(Role.OWNER) or None,
        "due_from": _iso(due.first),
        "due_to": _iso(due.last),
    }
    if Role.FIRST_DUE in columns:
        attributes |= {"first_due_from": _iso(first_due.first), "first_due_to": _iso(first_due.last)}
    attributes |= {role.value: said[role] or None for role in _KEPT if role in said}
    rule = "row of an action tracker"
    yield Claim(Type.COMMITMENT, action, start, end, MappingProxyType(attributes), rule, CONFIDENCE)
    yield from filter(None, (why_not, why_no_first))


def _cell(row: Row, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _days(words: str, calendar: Calendar) -> tuple[Window, str]:
    """The days that a cell of a date column stands for, and why it stands for none where it has words.

    A bare day is the day by which; a month, season, quarter or year is the time in which.
    """
    nothing = Window(None, None, words)
    if not words or _NO_DATE.fullmatch(words):
        return nothing, ""
    plain = words.translate(PLAIN)
    # Each cell is a sentence of its own: nothing of an earlier one may be remembered.
    calendar.stated.clear()
    known = [time for time in stated_times(sentence(plain, 0, len(plain)), calendar) if time.known]
    if not known:
        return nothing, f"“{words}” was not understood as a date."
    last = known[-1]
    if last.grain == Grain.DAY and last.window.first and last.window.last == last.window.first:
        return Window(None, last.window.first + ONE_DAY, words), ""
    return last.window, ""


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
