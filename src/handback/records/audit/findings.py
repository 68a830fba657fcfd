"""What verifying the record found."""

from dataclasses import dataclass, field

MOST_LISTED = 100  # a record that is wrong in more places is wrong enough; the rest are counted


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where: an event's number, or a table and the key of a row, or neither."""

    sentence: str
    event: int | None = None
    table: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked and what is wrong. `root` is the Merkle root over every event, in hexadecimal.

    `problems` lists at most MOST_LISTED of `wrong`.
    """

    events: int
    rows: int
    deletions: int
    checkpoints: int
    tables: int
    root: str
    problems: tuple[Problem, ...]
    wrong: int

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return self.wrong == 0


@dataclass(slots=True)
class Findings:
    """Problems as they are found. Memory stays flat whatever is wrong."""

    listed: list[Problem] = field(default_factory=list)
    wrong: int = 0

    def say(self, sentence: str, *, event: int | None = None, table: str = "", key: str = "") -> None:
        """Note a problem."""
        self.wrong += 1
        if len(self.listed) < MOST_LISTED:
            self.listed.append(Problem(sentence, event, table, key))
