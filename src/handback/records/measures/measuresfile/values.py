"""What a measures file states, as values; and what is wrong with one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handback.records.measures.measured.entries import (
    CommentaryEntry,
    DecisionEntry,
    IndicatorEntry,
    TargetEntry,
    ValueEntry,
)

FORMAT = "handback-measures/1"

Path = tuple[str | int, ...]
Problem = tuple[Path, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityNamed:
    """Whose measures these are. Without a name it is an authority that has a record already."""

    slug: str
    gss: str
    name: str = ""
    gss_as_of: date | None = None
    demonstration: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorStated:
    """An indicator with its facts, in the order of the file."""

    definition: IndicatorEntry
    values: tuple[ValueEntry, ...]
    targets: tuple[TargetEntry, ...]
    decisions: tuple[DecisionEntry, ...]
    commentaries: tuple[CommentaryEntry, ...]


@dataclass(frozen=True, slots=True)
class MeasuresFile:
    """A whole file. `restated_because` is the reason for every value in it that replaces another."""

    compiled_on: date
    authority: AuthorityNamed
    restated_because: str
    indicators: tuple[IndicatorStated, ...]


class MeasuresFileRefused(ValueError):
    """A file that cannot be taken; nothing was written. `problems` are places in it, each with a sentence."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(sentence for _, sentence in self.problems))
