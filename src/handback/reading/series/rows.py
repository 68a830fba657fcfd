"""Rows of a table as stated values, each with its place. What the words mean is not asked here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handback.reading.formats.tables import Row
from handback.reading.series.roles import Role, is_period
from handback.reading.trackers.tables import Table


@dataclass(frozen=True, slots=True)
class Stated:
    """What one row, or one cell of a table with periods along its top, states of one value: words by role.

    `place` is where it stands: "row 7", "sheet Children, row 7".
    """

    place: str
    said: Mapping[Role, str]
    headers: Mapping[Role, str]  #: the name of the column of each role

    def where(self, role: Role) -> str:
        """The place of what stands in the column of a role: "row 7, column Value"."""
        return f"{self.place}, column {self.headers[role]}" if role in self.headers else self.place


class NoSuchColumns(ValueError):
    """The columns named are not in the table, or not enough to read a value from."""


def stated_rows(table: Table, columns: Mapping[Role, str]) -> tuple[Stated, ...]:
    """The values that a table states, with these columns. Rows that say nothing in them state none.

    Where no column holds periods, the columns whose headers are periods hold values. Raises NoSuchColumns.
    """
    places = _places(table, columns)
    across = [(place, name) for place, name in enumerate(table.headers) if is_period(name)]
    if Role.PERIOD in places:
        if not {Role.VALUE, Role.NUMERATOR} & set(places):
            raise NoSuchColumns("Say which column holds the values, or the numerators.")
        return tuple(_down(table, columns, places))
    if not across:
        raise NoSuchColumns("Say which column holds the periods.")
    if Role.VALUE in places:
        raise NoSuchColumns("Say which column holds the periods: there is one of values.")
    return tuple(_across(table, columns, places, across))


def _places(table: Table, columns: Mapping[Role, str]) -> dict[Role, int]:
    found: dict[Role, int] = {}
    for role, header in columns.items():
        if header not in table.headers:
            raise NoSuchColumns(f"The table has no column “{header}”.")
        if list(table.headers).count(header) > 1:
            raise NoSuchColumns(f"Two columns are called “{header}”: rename one.")
        found[role] = table.headers.index(header)
    return found


def _down(table: Table, columns: Mapping[Role, str], places: Mapping[Role, int]) -> Iterator[Stated]:
    for row in table.rows:
        said = {role: _cell(row, place) for role, place in places.items()}
        if row.cells != table.headers and any(said.values()):
            yield Stated(table.sheet.place(row), said, columns)


def _across(
    table: Table, columns: Mapping[Role, str], places: Mapping[Role, int], across: list[tuple[int, str]]
) -> Iterator[Stated]:
    for row in table.rows:
        said = {role: _cell(row, place) for role, place in places.items()}
        if row.cells == table.headers:
            continue
        for place, period in across:
            if value := _cell(row, place):
                headers = {**columns, Role.PERIOD: period, Role.VALUE: period}
                yield Stated(
                    table.sheet.place(row), {**said, Role.PERIOD: period, Role.VALUE: value}, headers
                )


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
