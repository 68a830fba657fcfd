"""The numbers and letters that Word prints before paragraphs: they are counted, not written in the file.

A list is an instance (`num`) of a pattern (`abstractNum`) with nine levels. Instances of one pattern go on
counting from each other, save where one says where it starts anew.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_DEEPEST = 9
BULLET = "•"


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    words: str = ""
    start: int = 1
    plain: bool = False  # every number in figures, whatever its level's form


@dataclass(slots=True)
class _Pattern:
    levels: dict[int, _Level] = field(default_factory=dict)
    linked: str = ""
    names: str = ""
    by_style: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Instance:
    pattern: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


class Numbering:
    """Counts the lists of one document, paragraph by paragraph, in the order of the text."""

    def __init__(self, root: etree._Element | None) -> None:
        self._patterns: dict[str, _Pattern] = {}
        self._instances: dict[str, _Instance] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            for found in root.iterfind(f"{W}abstractNum"):
                self._patterns[found.get(f"{W}abstractNumId", "")] = _pattern(found)
            for found in root.iterfind(f"{W}num"):
                self._instances[found.get(f"{W}numId", "")] = _instance(found)

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that a style of paragraph is tied to."""
        pattern = self._pattern_of(number)
        return pattern.by_style.get(style) if pattern else None

    def marker(self, number: str, depth: int) -> str:
        """What is printed before the next paragraph of a list at a depth from 0; empty for no list."""
        instance, pattern = self._instances.get(number), self._pattern_of(number)
        if instance is None or pattern is None or not 0 <= depth < _DEEPEST:
            return ""
        counts = self._counts.setdefault(instance.pattern, [None] * _DEEPEST)
        level = self._level(instance, pattern, depth)
        if (number, depth) not in self._begun and depth in instance.starts:
            counts[depth] = None
            start = instance.starts[depth]
        else:
            start = level.start
        self._begun.add((number, depth))
        before = counts[depth]
        counts[depth] = start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_DEEPEST - depth - 1)
        if level.form == "bullet":
            return BULLET
        return self._printed(instance, pattern, level, counts)

    def _printed(
        self, instance: _Instance, pattern: _Pattern, level: _Level, counts: list[int | None]
    ) -> str:
        words = level.words
        for depth in range(_DEEPEST):
            if f"%{depth + 1}" in words:
                of_level = self._level(instance, pattern, depth)
                count = counts[depth]
                number = of_level.start if count is None else count
                words = words.replace(
                    f"%{depth + 1}", _in_form(number, "decimal" if level.plain else of_level.form)
                )
        return words.strip()

    def _level(self, instance: _Instance, pattern: _Pattern, depth: int) -> _Level:
        return instance.levels.get(depth) or pattern.levels.get(depth) or _Level()

    def _pattern_of(self, number: str) -> _Pattern | None:
        instance = self._instances.get(number)
        pattern = self._patterns.get(instance.pattern) if instance else None
        if pattern is not None and not pattern.levels and pattern.linked:
            return next((p for p in self._patterns.values() if p.names == pattern.linked and p.levels), None)
        return pattern


def _pattern(found: etree._Element) -> _Pattern:
    pattern = _Pattern(linked=_value(found, "numStyleLink"), names=_value(found, "styleLink"))
    for level in found.iterfind(f"{W}lvl"):
        depth = _whole(level.get(f"{W}ilvl"), 0)
        pattern.levels[depth] = _level_of(level)
        style = _value(level, "pStyle")
        if style:
            pattern.by_style[style] = depth
    return pattern


def _instance(found: etree._Element) -> _Instance:
    instance = _Instance(_value(found, "abstractNumId"))
    for override in found.iterfind(f"{W}lvlOverride"):
        depth = _whole(override.get(f"{W}ilvl"), 0)
        start, level = _value(override, "startOverride"), override.find(f"{W}lvl")
        if start:
            instance.starts[depth] = _whole(start, 1)
        if level is not None:
            instance.levels[depth] = _level_of(level)
    return instance


def _level_of(level: etree._Element) -> _Level:
    return _Level(
        form=_value(level, "numFmt") or "decimal",
        words=_value(level, "lvlText"),
        start=_whole(_value(level, "start"), 1),
        plain=level.find(f"{W}isLgl") is not None,
    )


def _value(found: etree._Element, name: str) -> str:
    child = found.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _whole(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 6 else otherwise


def _in_form(number: int, form: str) -> str:
    return _FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb and so on, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4) if number > 0 else ""


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words


_FORMS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "none": lambda _number: "",
}
