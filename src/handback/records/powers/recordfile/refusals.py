"""What is wrong with a file, where, and in words that an officer can act on."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_PROBLEMS_SHOWN = 50


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to put right: the line it is on, the field, and a sentence. Line 0: the file as a whole."""

    line: int
    field: str
    sentence: str

    def told_of(self, name: str) -> str:
        """The problem as one line of text that begins with the file's name."""
        place = [name, *([f"line {self.line}"] if self.line else []), *([self.field] if self.field else [])]
        return f"{', '.join(place)}: {self.sentence}"


class RecordFileError(ValueError):
    """A file that cannot be loaded, with every problem found up to MOST_PROBLEMS_SHOWN, in order of line.

    `more` counts the problems left out. Nothing has been written when this is raised.
    """

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        ordered = sorted(problems)
        self.name = name
        self.problems = tuple(ordered[:MOST_PROBLEMS_SHOWN])
        self.more = len(ordered) - len(self.problems)
        told = [problem.told_of(name) for problem in self.problems]
        if self.more:
            told.append(f"{name}: and {self.more} more.")
        super().__init__("\n".join(told))
