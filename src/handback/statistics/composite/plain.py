"""Plain dictionaries, as JSON and TOML give them, read with the place of every part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

import numpy as np

from handback.statistics.composite.refusals import NotDeclared

Choice = TypeVar("Choice", bound=StrEnum)

DEEPEST = 20  #: nothing that can be declared lies deeper
MOST = 100_000  #: no index that anybody could follow has more parts
LARGEST = 1e150  #: a greater number has no square


def check_size(plain: Any) -> None:
    """Raises NotDeclared for plain data too deep, also by holding itself, or too large to be read."""
    parts, depth = [plain], 0
    seen = 0
    while parts:
        seen += len(parts)
        if depth > DEEPEST or seen > MOST:
            raise NotDeclared("declaration", f"more than {MOST:,} parts, or more than {DEEPEST} deep.")
        depth, parts = depth + 1, [within for part in parts for within in _within(part)]


def _within(part: Any) -> list[Any]:
    if isinstance(part, Mapping):
        return [within for _, within in zip(range(MOST + 1), part.values(), strict=False)]
    return list(part[: MOST + 1]) if isinstance(part, list | tuple) else []


def shown(value: Any) -> str:
    """What was said, cut short where it is long."""
    said = repr(value) if not isinstance(value, Mapping | list | tuple) else type(value).__name__
    return said if len(said) <= 60 else f"{said[:57]}..."


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a declaration, and where it stands: "levels[1].weights.Physical"."""

    value: Any
    place: str = ""

    def refuse(self, fault: str) -> NotDeclared:
        """The refusal of this part, to be raised."""
        return NotDeclared(self.place or "declaration", fault)

    def fields(self, *known: str, needed: Sequence[str] = ()) -> dict[str, "Part"]:
        """The fields of a record. Raises NotDeclared for one that is unknown, or needed and absent."""
        found = dict(self.items())
        for name, part in found.items():
            if name not in known:
                raise part.refuse(f"not known here; what is known: {', '.join(known)}.")
        for name in needed:
            if name not in found:
                raise self._at(name).refuse("needed, and not said.")
        return found

    def items(self) -> Iterator[tuple[str, "Part"]]:
        """The entries of a mapping by name."""
        if not isinstance(self.value, Mapping):
            raise self.refuse(f"{shown(self.value)} is not a mapping.")
        for name, value in self.value.items():
            if not isinstance(name, str) or not name:
                raise self.refuse(f"{shown(name)} is not a name.")
            yield name, Part(value, self._at(name).place)

    def rows(self) -> list["Part"]:
        """The entries of a list."""
        if not isinstance(self.value, list | tuple):
            raise self.refuse(f"{shown(self.value)} is not a list.")
        return [Part(value, f"{self.place}[{number}]") for number, value in enumerate(self.value)]

    def text(self) -> str:
        """A name or a sentence, not empty."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.refuse(f"{shown(self.value)} is not text.")
        return self.value

    def truth(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise self.refuse(f"{shown(self.value)} is neither true nor false.")
        return self.value

    def number(self, *, least: float | None = None, most: float | None = None) -> float:
        """A finite number, none so large that it has no square."""
        value = self.value.item() if isinstance(self.value, np.number) else self.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.refuse(f"{shown(value)} is not a number.")
        if not (isinstance(value, int) or isfinite(value)):
            raise self.refuse(f"{value!r} is not finite.")
        if abs(value) > LARGEST:
            raise self.refuse("so large a number has no square.")
        if least is not None and value < least:
            raise self.refuse(f"{value:g} is under {least:g}.")
        if most is not None and value > most:
            raise self.refuse(f"{value:g} is over {most:g}.")
        return float(value)

    def whole(self, *, least: int) -> int:
        """A whole number."""
        number = self.number(least=least)
        if number != int(number):
            raise self.refuse(f"{number:g} is not a whole number.")
        return int(number)

    def pair(self) -> tuple[float, float]:
        """Two numbers, the lower first."""
        rows = self.rows()
        if len(rows) != 2:
            raise self.refuse(f"has {len(rows)} numbers, and two are needed.")
        low, high = rows[0].number(), rows[1].number()
        if not low < high:
            raise self.refuse(f"{low:g} is not under {high:g}.")
        return low, high

    def choice(self, of: type[Choice]) -> Choice:
        """One of the named ways."""
        try:
            return of(self.value)
        except ValueError:
            raise self.refuse(f"{shown(self.value)} is none of {', '.join(of)}.") from None

    def _at(self, name: str) -> "Part":
        return Part(None, f"{self.place}.{name}" if self.place else name)
