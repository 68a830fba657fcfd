"""Word's styles: which are headings, which belong to lists, and which are contents lists."""

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from handback.reading.formats.docx.numbering import W

_HEADING = re.compile(r"(?:heading|überschrift|titre) ?(\d)", re.I)
_TITLE = re.compile(r"(?:sub)?title", re.I)
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of figures", re.I)
_DEEPEST = 20  # styles based on styles
BODY_TEXT = 9  # the outline level that is none


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of its paragraphs: level from 1 of a heading or 0, list, and whether it is bold."""

    name: str = ""
    level: int = 0
    number: str = ""
    depth: int | None = None
    bold: bool = False
    contents: bool = False
    title: bool = False


def styles_of(root: etree._Element | None) -> dict[str, Style]:
    """The styles of a document by their id; what a style does not say, the one it is based on does."""
    if root is None:
        return {}
    found = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}
    return {key: _style(key, found) for key in found}


def _style(key: str, found: dict[str, etree._Element]) -> Style:
    chain: list[etree._Element] = []
    while key in found and len(chain) < _DEEPEST:
        chain.append(found[key])
        key = value(found[key], "basedOn")
    names = [value(style, "name") for style in chain]
    return Style(
        name=names[0],
        level=_level(chain, names),
        number=next((n for style in chain if (n := value(style, "pPr/numPr/numId"))), ""),
        depth=next((int(d) for style in chain if (d := value(style, "pPr/numPr/ilvl")).isdecimal()), None),
        bold=next((on(b) for style in chain if (b := child(style, "rPr/b")) is not None), False),
        contents=any(_CONTENTS.match(name) for name in names),
        title=any(_TITLE.fullmatch(name) for name in names),
    )


def _level(chain: list[etree._Element], names: list[str]) -> int:
    for style, name in zip(chain, names, strict=True):
        said = _HEADING.match(name)
        if said:
            return min(max(int(said[1]), 1), 6)
        if _TITLE.fullmatch(name):
            return 1
        outline = value(style, "pPr/outlineLvl")
        if outline.isdecimal():
            return min(int(outline) + 1, 6) if int(outline) < BODY_TEXT else 0
    return 0


@cache
def _full(path: str) -> str:
    """A path of names with their namespace; there are some twenty of them."""
    return "/".join(W + name for name in path.split("/"))


def child(found: etree._Element, path: str) -> etree._Element | None:
    """The element at a path of names below another."""
    return found.find(_full(path))


def value(found: etree._Element, path: str) -> str:
    """What the element at a path says, or empty."""
    element = child(found, path)
    return "" if element is None else element.get(f"{W}val", "")


def on(found: etree._Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return found is not None and found.get(f"{W}val", "true").lower() not in ("0", "false", "off", "none")
