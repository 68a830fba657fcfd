"""Parts of a measures file: groups of fields, lists, and what stands in a field. Faults are kept."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from handback.reading.series import stated_number
from handback.records.measures.measuresfile.values import Path, Problem

Entry = TypeVar("Entry")

NO_DAY = "This should be a day that exists, written like 2017-01-20."


class Parts:
    """Reads parts of one file and keeps what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def say(self, path: Path, sentence: str) -> None:
        """Keep that something is wrong at a place."""
        self.problems.append((path, sentence))

    def fields(self, said: object, path: Path, *, known: tuple[str, ...]) -> dict[str, Any]:
        """The fields of a group, those that the format has; the others are told."""
        if not isinstance(said, dict):
            self.say(path, "A group of fields in { } should stand here.")
            return {}
        for name in said.keys() - set(known):
            close = get_close_matches(name, known, n=1)
            meant = f"Did you mean “{close[0]}”?" if close else f"The fields here are {', '.join(known)}."
            self.say((*path, name), f"The format has no such field. {meant}")
        return {name: value for name, value in said.items() if name in known}

    def items(self, said: object, path: Path) -> list[tuple[Path, object]]:
        """The items of a list, each with its place."""
        if not isinstance(said, list):
            self.say(path, "A list in [ ] should stand here.")
            return []
        return [((*path, number), one) for number, one in enumerate(said)]

    def entry(self, kind: type[Entry], said: object, path: Path, **given: Any) -> Entry | None:
        """A value of a dataclass from the fields that the file gives; None where one cannot be read."""
        named: Any = kind
        shape = _shape(named)
        known = tuple(name for name in shape if name not in given)
        before = len(self.problems)
        stated = self.fields(said, path, known=known)
        read = {}
        for name, value in stated.items():
            sort, own, _ = shape[name]
            read[name] = READERS[sort](self, value, (*path, name), own)
        for name in known:
            if shape[name][2] and name not in stated and isinstance(said, dict):
                self.say((*path, name), "This field is missing.")
        return kind(**read, **given) if len(self.problems) == before else None

    def text(self, said: object, path: Path, _: Any = None) -> str:
        """Text."""
        if isinstance(said, str):
            return said
        self.say(path, "This should be text in double quotes.")
        return ""

    def day(self, said: object, path: Path, _: Any = None) -> date | None:
        """A day; None where it is none."""
        try:
            if isinstance(said, str) and len(said) == len("2017-01-20"):
                return date.fromisoformat(said)
        except ValueError:
            pass
        self.say(path, NO_DAY)
        return None

    def number(self, said: object, path: Path, _: Any = None) -> Decimal | None:
        """A number, to the places it is written with."""
        if isinstance(said, bool) or not isinstance(said, int | float | str):
            self.say(path, "This should be a number.")
            return None
        try:
            return stated_number(str(said))
        except ValueError as refused:
            self.say(path, str(refused))
            return None

    def word(self, said: object, path: Path, kind: Any) -> Any:
        """One word of several."""
        try:
            return kind(said)
        except ValueError:
            self.say(path, f"This should be one of: {', '.join(kind)}.")
            return None

    def whole(self, said: object, path: Path, _: Any = None) -> int:
        """A whole number."""
        if isinstance(said, int) and not isinstance(said, bool):
            return said
        self.say(path, "This should be a whole number.")
        return 0

    def flag(self, said: object, path: Path, _: Any = None) -> bool:
        """True or false."""
        if isinstance(said, bool):
            return said
        self.say(path, "This should be true or false.")
        return False


READERS: Mapping[type, Callable[[Parts, object, Path, Any], Any]] = {
    str: Parts.text,
    date: Parts.day,
    Decimal: Parts.number,
    StrEnum: Parts.word,
    int: Parts.whole,
    bool: Parts.flag,
}


@cache
def _shape(kind: Hashable) -> dict[str, tuple[type, Any, bool]]:
    """The fields of a dataclass: how each is read, its type, and whether it must be given."""
    named: Any = kind
    hints = get_type_hints(named)
    found = {}
    for field in fields(named):
        parts = [part for part in get_args(hints[field.name]) if part is not type(None)]
        own = parts[0] if parts else hints[field.name]
        is_word = isinstance(own, type) and issubclass(own, StrEnum)
        must = field.default is MISSING and field.default_factory is MISSING
        found[field.name] = (StrEnum if is_word else own, own, must)
    return found
