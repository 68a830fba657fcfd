"""Whether a document bears the name of another council than that whose record it lies in.

1. Only its title, the body it names and its first lines are asked: what it mentions further down is no sign.
2. A line that is a sentence mentions a council; a line that is a heading bears its name.
3. Where the record's own council is named there, too, nothing is said.
"""

import re
from collections.abc import Iterable, Iterator

FIRST_LINES = 6
LONGEST_HEADING = 120  # characters
BEGINNING = 1_000  # characters in which the first lines stand

_KIND = r"(?i:(?:metropolitan|london|royal)[ ]borough|borough|city|county|district)"
_SMALL = r"(?:of|and|upon|on|in|the|with|by|under|&)[ ]"
_NAMED = re.compile(rf"([A-Z][\w’'-]*(?:[ ](?:{_SMALL})*[A-Z][\w’'-]*){{0,8}})[ ]{_KIND}[ ](?i:council)\b")
_BEFORE = re.compile(
    r".*\b(?:minutes|agenda|report|reports|letter|direction|directions|decision|decisions|notice|meeting|papers"
    r"|statement|plan|record|constitution)\b(?: (?:of|to|for|from|by|about))?(?: the)? ",
    re.IGNORECASE,
)
_KINDS = re.compile(
    rf"\b(?:{_KIND}|council|of|the|royal|london|metropolitan)\b", re.IGNORECASE
)  # what is left of a council's name without these is its place


def other_council(
    own: str, known: Iterable[str], *, title: str, body: str = "", beginning: str = ""
) -> str | None:
    """The other council that a document names; None where it names none, or its record's own as well.

    `known` are the full names of authorities; other councils are told by the form of their names.
    """
    lines = [*_lines(title), *_lines(body), *_headings(beginning)]
    if any(_names(own, line) for line in lines):
        return None
    others = [name for name in known if _place(name) != _place(own)]
    found = (name for line in lines for name in (*_known(others, line), *_told(line)))
    return next(found, None)


def _headings(beginning: str) -> list[str]:
    lines = _lines(beginning[:BEGINNING])[:FIRST_LINES]
    return [line for line in lines if len(line) <= LONGEST_HEADING and not line.endswith(".")]


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _names(council: str, line: str) -> bool:
    """Whether a line names the place of a council."""
    place = _place(council)
    return bool(place) and re.search(rf"\b{re.escape(place)}\b", line.casefold()) is not None


def _place(council: str) -> str:
    return " ".join(_KINDS.sub(" ", council).split()).casefold()


def _known(others: Iterable[str], line: str) -> Iterator[str]:
    yield from (name for name in others if re.search(rf"\b{re.escape(name)}\b", line, re.IGNORECASE))


def _told(line: str) -> Iterator[str]:
    """Names of the form of a council's, as people write them where the line is all in capitals."""
    for found in _NAMED.finditer(line):
        name = _BEFORE.sub("", found[0])
        yield _as_written(name) if name.isupper() else name


def _as_written(capitals: str) -> str:
    small = {"Of", "And", "Upon", "On", "In", "The", "With", "By", "Under"}
    first, *rest = (word.capitalize() for word in capitals.split())
    return " ".join([first, *(word.lower() if word in small else word for word in rest)])
