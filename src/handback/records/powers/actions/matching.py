"""Which recorded fact an entry of a file stands for, where the file gives its entries no codes.

1. An entry that a recorded fact already states in the same words stands for that fact, wherever it is listed.
2. The entries left over correct the facts left over, in their order; more entries than facts are new.
3. A fact that no entry stands for stays as it is: a file adds and corrects, it never withdraws.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import TypeVar

from handback.records.audit.models import Fact
from handback.records.people.models import Party
from handback.records.powers.actions.columns import Columns

Row = TypeVar("Row", bound=Fact)


def says(row: Fact, wanted: Columns) -> bool:
    """Whether a row says exactly what is wanted; parties are compared by code."""
    return all(_as_column(getattr(row, name)) == value for name, value in wanted.items())


def _as_column(value: object) -> object:
    return value.code if isinstance(value, Party) else value


def stood_for(entries: Sequence[Columns], rows: Sequence[Row]) -> list[Row | None]:
    """The row that each entry stands for; None for one that is new."""
    left = list(rows)
    found = [_taken(entry, left) for entry in entries]
    return [row if row is not None else left.pop(0) if left else None for row in found]


def _taken(entry: Columns, left: list[Row]) -> Row | None:
    for number, row in enumerate(left):
        if says(row, entry):
            return left.pop(number)
    return None


def new_codes(form: str, kept: Mapping[str, object]) -> Iterator[str]:
    """Codes of a form (“D{:02}”) that nothing has yet, counting from 1."""
    return (code for code in map(form.format, count(1)) if code not in kept)
