"""A JSON reader that knows on which line each value stands, and refuses what it cannot read exactly.

1. A file is UTF-8 without a byte order mark, at most LARGEST_FILE bytes; nothing is guessed or repaired.
2. A key given twice is refused: other readers keep the last and say nothing.
3. NaN, Infinity, numbers too large to keep exactly, halves of characters and control characters are
   refused: a database or another reader would change them.
4. Nesting and the number of values are bounded, so that a hostile file costs little.
5. Reading stops where the text is no longer JSON; what else is wrong up to there is told with it.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NoReturn

from handback.records.powers.recordfile.refusals import Problem, RecordFileError

LARGEST_FILE = 20_000_000  # bytes: hundreds of times the largest record
DEEPEST_NESTING = 32  # the format itself needs 7
MOST_VALUES = 200_000  # a hundred times the largest intervention on record
LONGEST_NUMBER = 15  # characters: what every reader keeps exactly

Path = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORD = re.compile(r"-?[A-Za-z_][A-Za-z0-9_]*")
_NUMBER_LIKE = re.compile(r"[-+.0-9][-+.0-9A-Za-z_]*")
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_STRINGS = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class PlacedJson:
    """A JSON value, and where in the file each part of it begins. `places` maps a path to a character."""

    value: Any
    places: dict[Path, int]
    _line_starts: list[int]

    def line(self, path: Iterable[str | int]) -> int:
        """The line, from 1, on which the value at `path` begins, or the nearest value that holds it."""
        known = tuple(path)
        while known not in self.places:
            known = known[:-1]
        return bisect_right(self._line_starts, self.places[known])


def field_path(path: Iterable[str | int]) -> str:
    """A path as people write it: `instruments[3].in_force_on`."""
    told = ""
    for part in path:
        if isinstance(part, int):
            told += f"[{part}]"
        elif _PLAIN_KEY.fullmatch(part):
            told += f".{part}" if told else part
        else:
            told += f"[{json.dumps(part, ensure_ascii=False)}]"
    return told


def read_json(data: bytes, *, name: str) -> PlacedJson:
    """The JSON value that `data` holds, with its places. Raises RecordFileError: what is wrong, and where."""
    reader = _Reader(_text(data, name))
    try:
        value = reader.whole()
    except _Unreadable as stop:
        raise RecordFileError(name, [*reader.problems, stop.problem]) from None
    if reader.problems:
        raise RecordFileError(name, reader.problems)
    return PlacedJson(value, reader.places, reader.line_starts)


def _text(data: bytes, name: str) -> str:
    """The file's text. Raises RecordFileError where the bytes cannot be read as text exactly."""
    if len(data) > LARGEST_FILE:
        size = f"{len(data) / 1_000_000:.1f} MB"
        raise _refused(
            name, f"The file is {size} and a record file can be {LARGEST_FILE // 1_000_000} MB at most."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refused(name, "The file is saved as UTF-16. Save it as UTF-8 and load it again.", line=1)
    if data.startswith(b"\xef\xbb\xbf"):
        raise _refused(
            name,
            "The file begins with a byte order mark. Save it as UTF-8 without one, and load it again.",
            line=1,
        )
    if not data.strip():
        raise _refused(name, "The file is empty.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(
            name, "The text here is not UTF-8. Save the file as UTF-8 and load it again.", line=line
        ) from None


def _refused(name: str, sentence: str, *, line: int = 0) -> RecordFileError:
    return RecordFileError(name, [Problem(line, "", sentence)])


class _Unreadable(Exception):
    """The text stops being JSON."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass(slots=True)
class _Reader:
    """One pass over one text; `at` is the next character to be read, `path` where the value belongs."""

    text: str
    at: int = 0
    path: list[str | int] = field(default_factory=list)
    places: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    line_starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.line_starts = [0, *(end + 1 for end in _newlines(self.text))]

    def whole(self) -> Any:
        self._skip_space()
        if self._next() not in ("{", "["):
            self._stop("This is not a JSON file: it should begin with “{”.")
        value = self._value()
        self._skip_space()
        if self.at < len(self.text):
            self._stop("There is more text after the end of the record.")
        return value

    def _value(self) -> Any:
        """The value that begins at the next character."""
        self.places[tuple(self.path)] = self.at
        if len(self.places) > MOST_VALUES:
            self._stop(f"The file holds more than {MOST_VALUES:,} values, too many for a record file.")
        first = self._next()
        if first in ("{", "["):
            return self._nested(first)
        if first == '"':
            return self._string()
        if first == "-" or first.isdigit():
            return self._number()
        return self._constant()

    def _nested(self, opening: str) -> Any:
        if len(self.path) >= DEEPEST_NESTING:
            self._stop(f"The file is nested more than {DEEPEST_NESTING} deep, too deep for a record file.")
        self.at += 1
        return self._object() if opening == "{" else self._array()

    def _object(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for _ in self._items("}"):
            if self._next() != '"':
                self._stop(f"A field's name in double quotes should stand here, not {self._shown()}.")
            begins = self.at
            key = self._string()
            self._skip_space()
            self._expect(":", f"A colon should follow the field's name “{_short(key)}”")
            self._skip_space()
            self.path.append(key)
            if key in found:
                self._say_given_twice(key, begins)
            value = self._value()
            found.setdefault(key, value)
            self.path.pop()
        return found

    def _array(self) -> list[Any]:
        found: list[Any] = []
        for _ in self._items("]"):
            self.path.append(len(found))
            found.append(self._value())
            self.path.pop()
        return found

    def _items(self, closing: str) -> Iterator[None]:
        """Stands at the beginning of each item in turn, and after the closing bracket at the end."""
        self._skip_space()
        if self._next() == closing:
            self.at += 1
            return
        while True:
            yield
            self._skip_space()
            if self._next() == closing:
                self.at += 1
                return
            self._expect(",", f"A comma or “{closing}” should stand here")
            self._skip_space()
            if self._next() in ("}", "]"):
                self._stop(f"Nothing follows the comma before {self._shown()}: take the comma away.")

    def _string(self) -> str:
        begins = self.at
        try:
            value, self.at = _STRINGS.raw_decode(self.text, begins)
        except json.JSONDecodeError as error:
            self._stop_in_string(error, begins)
        unfit = _UNFIT.search(value)
        if unfit:
            self._say(begins, f"The text holds a character (U+{ord(unfit[0]):04X}) that cannot be kept.")
        return str(value)

    def _stop_in_string(self, error: json.JSONDecodeError, begins: int) -> NoReturn:
        if error.msg.startswith("Unterminated"):
            self._stop("The text that begins here has no closing quote.", at=begins)
        if error.msg.startswith("Invalid control"):
            self._stop("The text has no closing quote on its line; write a line break as \\n.", at=error.pos)
        self._stop(
            "A backslash here is followed by something that JSON does not know; write \\\\.", at=error.pos
        )

    def _number(self) -> int | float:
        begins, found = self.at, _NUMBER.match(self.text, self.at)
        written = _NUMBER_LIKE.match(self.text, begins)
        if found is None or written is None or written[0] != found[0]:
            self._stop_at_word()
        self.at = found.end()
        if len(found[0]) > LONGEST_NUMBER:
            self._say(begins, f"The number {_short(found[0])} is too long to be kept exactly.")
            return 0
        value = float(found[0]) if {".", "e", "E"} & set(found[0]) else int(found[0])
        if value in (float("inf"), float("-inf")):
            self._say(begins, f"The number {found[0]} is too large to be kept.")
        return value

    def _constant(self) -> bool | None:
        word = _WORD.match(self.text, self.at)
        if word is None or word[0] not in _CONSTANTS:
            self._stop_at_word()
        self.at = word.end()
        return _CONSTANTS[word[0]]

    def _stop_at_word(self) -> NoReturn:
        word = _WORD.match(self.text, self.at)
        told = word[0] if word else ""
        if told.lower() in _CONSTANTS:
            self._stop(f"Write {told.lower()} in small letters, not {told}.")
        if told == "None":
            self._stop("Write null, not None.")
        if told in ("NaN", "Infinity", "-Infinity"):
            self._stop(f"{told} is not a value that a record file can hold. Write null if nothing is known.")
        self._stop(f"A value should stand here, not {self._shown()}.")

    def _expect(self, character: str, sentence: str) -> None:
        if self._next() != character:
            self._stop(f"{sentence}, not {self._shown()}.")
        self.at += 1

    def _next(self) -> str:
        """The next character. Stops where the file breaks off."""
        if self.at >= len(self.text):
            self._stop("The file breaks off here: its end is missing.")
        return self.text[self.at]

    def _skip_space(self) -> None:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at

    def _shown(self) -> str:
        """What stands at the next character, for a sentence."""
        return f"“{_short(self.text[self.at : self.at + 30].split(chr(10))[0].rstrip())}”"

    def _say_given_twice(self, key: str, begins: int) -> None:
        first = self._line(self.places[tuple(self.path)])
        self._say(begins, f"The field “{_short(key)}” is given twice: here and on line {first}. Keep one.")

    def _say(self, at: int, sentence: str) -> None:
        self.problems.append(Problem(self._line(at), field_path(self.path), sentence))

    def _stop(self, sentence: str, *, at: int | None = None) -> NoReturn:
        where = self.at if at is None else at
        line = self._line(where)
        told = f"{sentence} (Character {where - self.line_starts[line - 1] + 1} of the line.)"
        raise _Unreadable(Problem(line, field_path(self.path), told))

    def _line(self, at: int) -> int:
        return bisect_right(self.line_starts, at)


def _newlines(text: str) -> Iterator[int]:
    found = text.find("\n")
    while found >= 0:
        yield found
        found = text.find("\n", found + 1)


def _short(text: str) -> str:
    """At most 40 characters, printable."""
    told = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)
    return told if len(told) <= 40 else f"{told[:39]}…"
