"""The table of a spreadsheet, and its first rows as they would be read."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from handback.reading import trackers
from handback.records.documents.as_read import as_read
from handback.web.office.papers.presenters.claims import plain_words

if TYPE_CHECKING:
    from handback.records.documents.models import Document

FIRST_ROWS = 8


class TablePage:
    """One table of a document. `remembered` says that a person said its columns before."""

    def __init__(
        self,
        document: "Document",
        table: trackers.Table,
        number: int,
        tables: Sequence[trackers.Table],
        *,
        remembered: bool,
    ) -> None:
        self.document, self.table, self.remembered = document, table, remembered
        self.sheets = [
            (n + 1, each.sheet.name or f"Table {n + 1}", n == number) for n, each in enumerate(tables)
        ]

    @property
    def count(self) -> int:
        """How many rows it has below its header."""
        return len(self.table.rows)

    def read(self, columns: Mapping[trackers.Role, str]) -> trackers.Rows | None:
        """Its rows, read so; None while no column is the action."""
        if trackers.Role.ACTION not in columns:
            return None
        return trackers.read_rows(as_read(self.document), self.table, columns)


def kept_as_read(read: trackers.Rows) -> list[tuple[str, list[str]]]:
    """The first rows: the words of each action, and what it says."""
    return [
        (claim.quote, plain_words(claim.type.value, dict(claim.attributes)))
        for claim in read.claims[:FIRST_ROWS]
    ]
