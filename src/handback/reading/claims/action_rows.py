"""Rows of tables read for commitments, one after another: a header holds for the rows below it."""

from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.action_tables import (
    Cell,
    Row,
    Table,
    cells_of,
    header_of,
    heads_figures,
    row_alone,
    row_under,
)
from handback.reading.claims.claim import Claim
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.outline import Outline, Part
from handback.reading.claims.period_columns import Periods, periods_of
from handback.reading.claims.stretches import Paper, committed
from handback.reading.document import Kind
from handback.reading.words.sentences import sentences


@dataclass(slots=True)
class Rows:
    """The table that is being read: what its header says of its columns, if it has one."""

    table: Table | None = None
    periods: Periods | None = None
    passed: bool = False  # the last row only headed columns of figures

    @property
    def headed(self) -> bool:
        """Whether a header was met that still holds."""
        return self.table is not None or self.periods is not None

    def end(self) -> None:
        """The table is over."""
        self.table = self.periods = None

    def claims_of(self, paper: Paper, part: Part) -> list[Claim]:
        """What a row commits to; a header commits to nothing, and holds for the rows after it."""
        cells = cells_of(paper.found, part)
        self.passed = part.passage.kind is Kind.ROW and self.table is None and heads_figures(cells)
        if self.passed:
            self.periods = periods_of(paper.found, cells) or self.periods
            return []
        if (table := header_of(cells)) is not None:
            self.table, self.periods = table, None
            return []
        if self.table is None and (periods := periods_of(paper.found, cells)) is not None:
            self.periods = periods
            return []
        claims = [row_claim(paper.found, row) for row in self._rows(paper.found, cells)]
        if self.table is not None:
            claims += _told_in_cells(paper, self.table, part, cells)
        return claims

    def _rows(self, found: Outline, cells: list[Cell]) -> Iterator[Row]:
        if self.table is not None and len(cells) >= 2:
            return row_under(found, self.table, cells)
        if self.periods is not None and len(cells) >= 2:
            return self.periods.rows(found, cells)
        self.end()
        return row_alone(found, cells)


def row_claim(found: Outline, row: Row) -> Claim:
    """The claim of a row of a table of actions."""
    words = row.stretch
    return due_claim(found, words, 0, len(words.words), row.time, "row of an action table", owner=row.owner)


def _told_in_cells(paper: Paper, table: Table, part: Part, cells: list[Cell]) -> Iterator[Claim]:
    """What the sentences of a cell of discussion promise, beside the action in its own column."""
    for number, cell in enumerate(cells):
        if number == table.action or len(cell.words) < LONG_CELL or not cell.words.endswith("."):
            continue
        for one in sentences(paper.found.plain, cell.start, cell.end):
            yield from committed(paper, part, one, 0, len(one.words), ordered=False, item=False)


LONG_CELL = 40  # characters: less is a label
