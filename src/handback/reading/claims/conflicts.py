"""Conflicts: a decision's field that its text, or another field, contradicts.

Both places are given and neither is chosen: a person decides which is right. A page of many decisions, where
the same label stands more than once with different values, is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from types import MappingProxyType

from handback.reading.claims.claim import Claim, Place, Type
from handback.reading.claims.fields import Labelled, day_in, labelled
from handback.reading.claims.outline import Outline, Part, Zone, parts_to_read
from handback.reading.words.sentences import Sentence

_IS_KEY = re.compile(
    r"\b(?:this is|is|as|being|constitutes|constitute|was) (?:therefore )?a key decision\b",
    re.I,
)
_NOT_KEY = re.compile(
    r"\b(?:this is|is|was|does) not (?:therefore )?(?:a|constitute a) key decision\b"
    r"|\bnot a key decision\b",
    re.I,
)
_CALLED_IN = re.compile(
    r"\b(?:decision|item|matter)s? (?:\w+ ){0,3}(?:is|are|will be|was|can be|may be) (?:now )?"
    r"(?:subject to (?:the )?call-?[ -]?in|called in|open to call-?[ -]?in)\b",
    re.I,
)
_NO_CALL_IN = re.compile(
    r"\b(?:not (?:be )?subject to (?:the )?call-?[ -]?in"
    r"|exempt(?:ed)? from (?:the )?call-?[ -]?in"
    r"|call-?[ -]?in (?:procedure|period|process)? ?(?:does|do|did|should|shall|will) not"
    r" (?:apply|be applied)"
    r"|waive[sd]? (?:the )?call-?[ -]?in"
    r"|call-?[ -]?in (?:is|was|be|has been) waived)\b",
    re.I,
)
_DECIDED_ON = re.compile(
    r"\b(?:this |the )?decision (?:was |is |were )?(?:made|taken) (?:by [\w ]{3,60} )?on"
    r" (?P<when>[^.;]{6,40})",
    re.I,
)
_ACTED = re.compile(
    r"(?:^|[.;:] )(?:That )?(?:[Tt]he )?(?P<body>(?:[A-Z][\w&'-]+ (?:and |of |for |the )?){0,6}?"
    r"(?:Cabinet(?! Member)|Council|Committee|Sub-Committee|Board|Panel|Executive(?! (?:Member|Director))"
    r"|Leader|Mayor|Commissioners?"
    r"|Cabinet Member(?: for [A-Z][\w ,&-]{2,60}?)?))"
    r" (?:(?:has |have |unanimously )?(?:agreed|resolved|approved|decided|RESOLVED|AGREED))\b"
)
_PAST = re.compile(r"\b(?:had|previously|earlier|at its (?:last|previous) meeting|originally)\b", re.I)
_HEADS = (
    *("sub-committee", "cabinet member", "committee", "cabinet", "council", "board", "panel", "executive"),
    *("leader", "mayor", "commissioner", "director", "officer"),
)
_REFUSED = re.compile(
    r"\b(?:be|was|were|is|are) (?:refused|rejected|not approved|deferred|withdrawn)\b",
    re.I,
)
_AGREED = re.compile(r"\b(?:approved?|agreed?|adopted|endorsed?|noted?)\b", re.I)
_STATUS_AGREED = re.compile(r"\bapproved\b|\bagreed\b", re.I)


def find(found: Outline) -> Iterator[Claim]:
    """The conflicts of a document about one decision or one meeting."""
    fields = labelled(found)
    single = _single(fields)
    yield from _twice(found, fields)
    for name, field in single.items():
        for place, against in _against(found, name, field, single):
            yield _conflict(found, field, place, against)
    yield from _cancelled(found)


def _single(fields: Iterable[Labelled]) -> dict[str, Labelled]:
    """The fields by name; none where the page has many of one name, as lists of decisions do."""
    by_name: dict[str, list[Labelled]] = {}
    for field in fields:
        by_name.setdefault(field.name, []).append(field)
    if any(len(same) > 1 and name != "wards" for name, same in by_name.items()):
        return {}
    return {name: same[0] for name, same in by_name.items()}


def _twice(found: Outline, fields: tuple[Labelled, ...]) -> Iterator[Claim]:
    """One label with two values on a page whose other labels stand once."""
    names = [field.name for field in fields]
    for name in {"decided_on", "key_decision", "subject_to_call_in"}:
        same = [field for field in fields if field.name == name]
        if len(same) == 2 and same[0].value != same[1].value and names.count("decision_maker") == 1:
            second = same[1]
            yield _conflict(found, same[0], Place(second.start, second.end), second.words)


def _against(
    found: Outline, name: str, field: Labelled, others: dict[str, Labelled]
) -> Iterator[tuple[Place, str]]:
    """The places that contradict a field, with their words."""
    if name == "key_decision" and isinstance(field.value, bool):
        yield from _said(found, _NOT_KEY if field.value else _IS_KEY, but=None if field.value else _NOT_KEY)
    elif name == "subject_to_call_in" and isinstance(field.value, bool):
        yield from _said(
            found, _NO_CALL_IN if field.value else _CALLED_IN, but=None if field.value else _NO_CALL_IN
        )
    elif name == "decided_on" and isinstance(field.value, str):
        yield from _other_day(found, field.value, others)
    elif name == "decision_maker" and isinstance(field.value, str):
        yield from _other_maker(found, field.value)
    elif name == "decision_status" and _STATUS_AGREED.search(field.words):
        yield from _not_agreed(found)


def _said(
    found: Outline, saying: re.Pattern[str], *, but: re.Pattern[str] | None
) -> Iterator[tuple[Place, str]]:
    """The first sentence that says something, unless it says the opposite as well."""
    for part in parts_to_read(found):
        for sentence in part.sentences:
            match = saying.search(sentence.words)
            if match and not (but and but.search(sentence.words)) and not _PAST.search(sentence.words):
                yield _placed(sentence, match), match[0]
                return


def _other_day(found: Outline, stated: str, others: dict[str, Labelled]) -> Iterator[tuple[Place, str]]:
    published = others.get("published_on")
    if published and _is_day(stated) and _is_day(published.value) and str(published.value) < stated:
        yield Place(published.start, published.end), f"published on {published.value}, before it was decided"
    for part in parts_to_read(found):
        for sentence in part.sentences:
            match = _DECIDED_ON.search(sentence.words)
            day = day_in(match["when"]) if match else None
            if match and day and _is_day(stated) and day.isoformat() != stated:
                yield _placed(sentence, match), match[0]
                return


def _placed(sentence: Sentence, match: re.Match[str]) -> Place:
    return Place(sentence.place(match.start()), sentence.place(match.end() - 1) + 1)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _other_maker(found: Outline, maker: str) -> Iterator[tuple[Place, str]]:
    """Somebody else is said to have decided: "Decision maker: Leader" and "Cabinet agreed to ..."."""
    for part in _deciding(found):
        for sentence in part.sentences[:1]:
            match = _ACTED.search(sentence.words)
            if match is None or _PAST.search(sentence.words[: match.end()]):
                continue
            head, own = _head(match["body"]), _head(maker)
            if head and own and head != own:
                yield (
                    Place(sentence.place(match.start("body")), sentence.place(match.end() - 1) + 1),
                    match[0].strip(" .;:"),
                )
            return


def _deciding(found: Outline) -> list[Part]:
    return [part for part in parts_to_read(found) if part.zone is Zone.DECIDED]


def _head(name: str) -> str:
    """What sort of body or office a name names."""
    low = name.lower()
    return next((head for head in _HEADS if head in low), "")


def _not_agreed(found: Outline) -> Iterator[tuple[Place, str]]:
    parts = [part for part in _deciding(found) if part.whole.words]
    sentences = [sentence for part in parts for sentence in part.sentences]
    if not sentences or any(_AGREED.search(_REFUSED.sub("", sentence.words)) for sentence in sentences):
        return
    for sentence in sentences:
        if match := _REFUSED.search(sentence.words):
            yield _placed(sentence, match), match[0]
            return


def _cancelled(found: Outline) -> Iterator[Claim]:
    """A meeting that is said to be cancelled, and decided all the same."""
    status = next((f for f in found.document.fields if f.name == "meeting_status"), None)
    if status is None or status.start is None or status.end is None or status.value.upper() != "CANCELLED":
        return
    resolved = next(
        (p for p in parts_to_read(found) if re.match(r"(?:It was )?RESOLVED\b", p.whole.words)), None
    )
    if resolved is not None:
        words = resolved.whole.words
        place = Place(resolved.whole.start, resolved.whole.place(len(words) - 1) + 1)
        stated = Labelled("meeting_status", status.value, status.value, status.start, status.end)
        yield _conflict(found, stated, place, words[:SHOWN])


SHOWN = 160  # characters of the words that contradict


def _conflict(found: Outline, field: Labelled, place: Place, against: str) -> Claim:
    return Claim(
        Type.CONFLICT,
        found.document.text[field.start : field.end],
        field.start,
        field.end,
        MappingProxyType({"field": field.name, "stated": field.value, "against": " ".join(against.split())}),
        f"field {field.name.replace('_', ' ')}",
        0.7,
        (place,),
    )
