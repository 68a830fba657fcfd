"""Whether a document may leave the house: signs that it is exempt or personal, and who allowed it."""

import re
from dataclasses import dataclass

from handback.reading.document import Document, State

_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "it speaks of exempt information",
        re.compile(
            r"\bnot for publication\b|\bexempt (?:information|appendix|report|item)\b|\bschedule 12 ?a\b",
            re.I,
        ),
    ),
    (
        "it is marked confidential or restricted",
        re.compile(
            r"(?m)^[^\w\n]*(?:strictly )?(?:private (?:and|&) )?confidential\b|\bofficial ?[- ] ?sensitive\b"
            r"|^[^\w\n]*restricted\b",
            re.I,
        ),
    ),
    (
        "it holds personal details",
        re.compile(
            r"\b(?:date of birth|d\.?o\.?b\.?|national insurance (?:no|number)|home address|nhs number)\b"
            r"|\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
            re.I,
        ),
    ),
    (
        "it holds e-mail addresses or telephone numbers",
        re.compile(r"[\w+-]@[\w-]{1,64}\.\w|(?:\+44 ?(?:\(0\) ?)?|\b0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}\b"),
    ),
)

_PLAIN = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0xA0: " ", 0x202F: " "}
_PLAIN |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")
_PARTED = re.compile(r"(?<=[a-z])-\n(?=[a-z])")  # a word that the end of a line parts
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Permission:
    """Who allows a document to be sent although it may be exempt or personal, and why."""

    allowed_by: str
    reason: str


class NotAllowed(ValueError):
    """A document that is not sent until a named person allows it."""

    def __init__(self, name: str, why: tuple[str, ...]) -> None:
        self.why = why
        super().__init__(
            f"{name or 'This document'} is not sent: {', '.join(why)}."
            " A named person must allow it, with a reason."
        )


def signs(document: Document) -> tuple[str, ...]:
    """Signs that a document is exempt or personal, in words; no sign is no proof that it is not."""
    lines = document.text.translate(_PLAIN)
    running = _SPACE.sub(" ", _PARTED.sub("", lines))
    found = [why for why, pattern in _SIGNS if pattern.search(lines) or pattern.search(running)]
    if document.state is State.WITHHELD:
        found.insert(0, "its text is withheld from publication")
    return tuple(found)


def check_may_send(document: Document, *, permission: Permission | None) -> None:
    """Raise NotAllowed for a document that shows signs and that nobody allowed, by name and with a reason."""
    why = signs(document)
    if not why:
        return
    if permission is None or not permission.allowed_by.strip() or not permission.reason.strip():
        raise NotAllowed(document.name, why)
