"""The inbox in rows: a document, what it is, and how many claims of each type it has as they are wanted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handback.web.office.papers.presenters.claims import TYPES
from handback.web.shared import words

if TYPE_CHECKING:
    from handback.records.documents.models import Document

PLURALS = {
    "post": ("person in a post", "people in posts"),
    "reference": ("document referred to", "documents referred to"),
    "money": ("sum of money", "sums of money"),
    "field": ("labelled field", ""),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A document of the inbox. `types` tells its claims: "3 decisions"; `amiss` tells what is wrong there.

    `other` is the council that it names instead of that whose record this is.
    """

    document: "Document"
    count: int
    types: str
    amiss: str = ""
    other: str = ""

    @property
    def beside(self) -> str:
        """What tells documents of one title apart: whose each is, and its file's name."""
        named = self.document.title and self.document.title != self.document.name
        return ", ".join(filter(None, [self.document.body, self.document.name if named else ""]))


def rows_of(
    documents: Iterable["Document"],
    counted: Mapping[int, Mapping[str, int]],
    amiss: Mapping[int, int],
    others: Mapping[int, str | None],
) -> list[Row]:
    """Documents with their counts by type, of claims that do not hold, and the other council they name."""
    rows = []
    for document in documents:
        by_type = counted.get(document.pk, {})
        wrong = f"{amiss[document.pk]:,} not right" if amiss.get(document.pk) else ""
        rows.append(Row(document, sum(by_type.values()), told(by_type), wrong, others.get(document.pk) or ""))
    return rows


def told(by_type: Mapping[str, int]) -> str:
    """3 decisions, 1 transfer, in the order in which types are told everywhere."""
    order = [*TYPES, *sorted(set(by_type) - set(TYPES))]
    return ", ".join(counted(kind, by_type[kind]) for kind in order if by_type.get(kind))


def counted(kind: str, count: int) -> str:
    """3 decisions."""
    one, many = PLURALS.get(kind, (TYPES.get(kind, kind).lower(), ""))
    return words.plural(count, one, many)
