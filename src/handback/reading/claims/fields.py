"""Fields of a decision's page: who made it, whether it is key, call-in, wards, officer, dates, status.

They are what the page says of itself, under its labels or in its metadata. A field that the text, or another
field, contradicts is reported by `conflicts`, with both places; neither is chosen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.outline import Outline
from handback.reading.document import Field, Kind
from handback.reading.words.points import Grain, points

#: Labels as councils write them, in small letters and without marks, and the names that the room gives them.
LABELS = {
    "decision maker": "decision_maker",
    "decision taken by": "decision_maker",
    "decision made by": "decision_maker",
    "decision to be taken by": "decision_maker",
    "decision status": "decision_status",
    "is key decision": "key_decision",
    "key decision": "key_decision",
    "is this a key decision": "key_decision",
    "decision type": "decision_type",
    "is subject to call in": "subject_to_call_in",
    "subject to call in": "subject_to_call_in",
    "is callable in": "subject_to_call_in",
    "wards affected": "wards",
    "ward affected": "wards",
    "wards": "wards",
    "electoral divisions affected": "wards",
    "divisions affected": "wards",
    "lead officer": "lead_officer",
    "lead director": "lead_officer",
    "report author": "lead_officer",
    "lead member": "lead_member",
    "portfolio holder": "lead_member",
    "date of decision": "decided_on",
    "decision date": "decided_on",
    "date decision made": "decided_on",
    "date decision taken": "decided_on",
    "publication date": "published_on",
    "date published": "published_on",
    "date of publication": "published_on",
    "decision published": "published_on",
    "effective from": "effective_on",
    "effective date": "effective_on",
    "decision due": "decision_due",
    "decision due date": "decision_due",
}
NAMES = frozenset(LABELS.values())
TELLING = frozenset({"decision_maker", "decision_status", "key_decision", "subject_to_call_in", "decided_on"})
DAYS = frozenset({"decided_on", "published_on", "effective_on", "decision_due"})
ANSWERS = frozenset({"key_decision", "subject_to_call_in"})
_LABELLED = re.compile(
    r"(?P<label>[A-Za-z][A-Za-z '()/-]{3,45}?)\s*\??\s*(?::\s?-?|:-|\s-\s)\s*(?P<value>\S.{0,300})$"
)
_YES, _NO = re.compile(r"\W*yes\b", re.I), re.compile(r"\W*no\b", re.I)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field as read: `value` is an ISO date, True or False where the words are a day or an answer."""

    name: str
    words: str
    value: str | bool
    start: int
    end: int


def find(found: Outline) -> Iterator[Claim]:
    """The decision fields of a document that is about decisions."""
    for field in labelled(found):
        yield Claim(
            Type.FIELD,
            found.document.text[field.start : field.end],
            field.start,
            field.end,
            MappingProxyType({"name": field.name, "value": field.value}),
            "labelled field",
            0.95,
        )


def labelled(found: Outline) -> tuple[Labelled, ...]:
    """The decision fields that stand in the text, in its order; none where it tells of no decision."""
    own = {field.start: field for field in _of_document(found)}
    own |= {field.start: field for field in _of_passages(found) if not _within(field, own)}
    fields = tuple(sorted(own.values(), key=lambda field: field.start))
    return fields if TELLING & {field.name for field in fields} else ()


def _within(field: Labelled, others: dict[int, Labelled]) -> bool:
    return any(
        field.start <= other.start < field.end or other.start <= field.start < other.end
        for other in others.values()
    )


def _of_document(found: Outline) -> Iterator[Labelled]:
    for field in found.document.fields:
        if field.name in NAMES and field.start is not None and field.end is not None and field.value.strip():
            yield _labelled(field.name, field, found.document.text[field.start : field.end])


def _labelled(name: str, field: Field, words: str) -> Labelled:
    assert field.start is not None
    assert field.end is not None
    return Labelled(name, words, _value(name, field.value), field.start, field.end)


def _of_passages(found: Outline) -> Iterator[Labelled]:
    for passage in found.document.passages:
        if passage.kind not in (Kind.FIELD, Kind.PARAGRAPH) or passage.end - passage.start > LONGEST:
            continue
        words = found.plain[passage.start : passage.end]
        match = _LABELLED.match(words) if ":" in words or "-" in words else None
        name = LABELS.get(_bare(match["label"])) if match else None
        if match is not None and name is not None:
            value = match["value"].rstrip(" ;")
            start = passage.start + match.start("value")
            yield Labelled(name, value, _value(name, value), start, start + len(value))


LONGEST = 360  # characters of a passage that is a label and its value


def _bare(label: str) -> str:
    return re.sub(r"\(s\)|[^a-z ]+", "", label.lower().replace("-", " ")).strip()


def _value(name: str, words: str) -> str | bool:
    """The day or the answer that a field's words give, else the words."""
    if name in DAYS and (day := day_in(words)) is not None:
        return day.isoformat()
    if name in ANSWERS:
        if _YES.match(words):
            return True
        if _NO.match(words):
            return False
    return " ".join(words.split()).rstrip(" ;.")


def day_in(words: str) -> date | None:
    """The first whole day that some words name."""
    if re.match(r"\d{4}-\d{2}-\d{2}", words):
        return date.fromisoformat(words[:10])
    for point in points(words):
        if point.grain is Grain.DAY and point.day and point.month and point.year:
            return point.days(point.year)[0]
    return None
