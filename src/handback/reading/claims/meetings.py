"""Meetings: the body, the day, the kind, whether it was cancelled, and who was there.

Only the document's own meeting. Whoever is "Expected" is not said to have been there.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.fields import day_in
from handback.reading.claims.outline import Outline, Part
from handback.reading.claims.posts import OFFICE
from handback.reading.document import Kind
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import seeks, waits, watch

_HELD = seeks(
    r"(?:(?:draft )?(?:minutes|record|notes|agenda|proceedings|decisions) (?:of|for) )?(?:an? |the )?"
    r"(?P<kind>ordinary |extraordinary |special |annual |urgent )?(?:meeting|council) ?(?:of |: )(?:the )?"
    r"(?P<body>[A-Z][^.:;|]{2,90}?),?"
    r" (?:held |which took place |to be held )?(?:at [^,]{2,80},? )?(?:on|,|-) (?P<when>[^.;]{6,60}?\d{4})",
    re.I,
)
_LABELLED = re.compile(
    r"Meeting: ?(?P<when>\d{1,2}[/. ]\w+[/. ]\d{2,4}) - (?P<body>[A-Z][^(]{2,90}?)(?: ?\(Item [^)]*\))?$"
)
_BODY_THEN_DAY = waits(
    r"(?P<body>[A-Z][\w'&,() -]{3,90}?(?:Cabinet|Council|Committee|Board|Panel|Executive|Forum|Authority))"
    r"(?: Minutes| Agenda)?(?: -|,) (?P<when>(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4})"
)
_BODIES = r"(?:Cabinet|Council|Committee|Board|Panel|Executive|Forum|Authority|Assembly|Partnership)"
#: "Minutes of the Audit Committee held on 14 March 2023": the word "meeting" left out, or behind the body.
_MINUTES_OF = waits(
    r"(?:(?:draft|approved) )?(?:minutes|record|notes|agenda|proceedings|decisions) (?:of|for) (?:an? |the )?"
    rf"(?P<body>[A-Z][\w'&,() -]{{0,80}}?{_BODIES})(?: meeting)?,? (?:held )?(?:at [^,]{{2,80}},? )?"
    r"(?:on|,|-) (?P<when>[^.;]{6,60}?\d{4})",
    re.I,
)
#: "Minutes of the meeting held on Tuesday 14 March 2023": of which body, a line before says.
_OF_ONE_NAMED = waits(
    r"(?:draft )?(?:minutes|record|notes|agenda) (?:of|for) (?:an? |the )?"
    r"(?:ordinary |extraordinary |special |annual |urgent )?meeting,? (?:held )?(?:at [^,]{2,80},? )?on "
    r"(?P<when>(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4})\b",
    re.I,
)
#: "Tuesday, 14th March, 2023 7.00 pm", right under the body.
_DAY_ALONE = waits(
    r"(?:date: )?(?P<when>\w+day,? \d{1,2}(?:st|nd|rd|th)? \w+,? \d{4})"
    r"(?:,? (?:at )?[\d.:]+ ?(?:[ap]\.?m\.?|hours))?\W*$",
    re.I,
)
_BODY_ALONE = re.compile(
    r"(?!(?:Reports?|Decisions?|Minutes|Agenda|To|From|About) )"
    rf"(?:[A-Z][\w'&,()-]* (?:(?:and|of|for|the|on|AND|OF|FOR|THE) )*){{0,8}}(?i:{_BODIES})"
    r"(?: \([^()]{2,40}\))?\W*"
)
_ANOTHER = re.compile(
    r"\b(?:approve|confirm|sign|agree|receive|consider|note|correct record|accurate record|previous|last"
    r"|next|were)\b",
    re.I,
)
_KIND = re.compile(r"\b(?P<kind>extraordinary|special|annual|urgent|ordinary)\b", re.I)
_CANCELLED = re.compile(r"\b(?:cancelled|postponed|abandoned)\b", re.I)
_WHO = re.compile(
    r"^(?P<label>present|members present|councillors present|attendees|members"
    r"|apologies(?: for absence)?|absent"
    r"|(?:also )?in attendance|also present|officers(?: present| in attendance)?"
    r"|substitutes?)\b ?(?:\([^)]*\) ?)?(?::|-|$)",
    re.I,
)
_APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)(?: for (?:absence|lateness))? (?:was|were|had been|have been)"
    r" (?:received|submitted|given|noted)(?: on behalf of| from| for)? (?P<who>[^.;]{4,400})",
    re.I,
)
_SENT, _LABELS = watch(_APOLOGIES), watch(_WHO)
_PERSON = re.compile(
    r"^(?:the )?(?P<name>(?:(?:Councillors?|Cllrs?\.?|Commissioner|Mayor|Sir|Dame|Lord"
    r"|Baroness) )(?:(?:Mrs?|Ms|Miss|Dr) )?"
    r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3}|[A-Z][\w'-]+(?: [A-Z][\w'.-]*){1,3})"
    r"(?:,? ?[(-] ?(?P<role>[A-Z][^()]{2,70}?)\)?)?$"
)
_PUBLIC = re.compile(
    rf"^(?:{OFFICE}|(?:Vice[- ])?Chair|Substitute|Deputy|Lead|Independent|Co-opted"
    rf"|Acting|Head of)"
)
_ELECTED = re.compile(r"^(?:Councillors?|Cllrs?|Commissioner|Mayor)\b")
_FIELD_LISTS = {"present": "present", "apologies": "apologies", "absent": "absent", "expected": "expected"}
FIRST = 14  # passages of a document in which it says what meeting it is of
MOST_NAMES = 120


def find(found: Outline) -> Iterator[Claim]:
    """The meeting that a document is of, where it says so."""
    for place, attributes, rule in (*_of_fields(found), *_of_text(found)):
        attributes |= {"attendance": attendance(found)}
        yield Claim(
            Type.MEETING,
            found.document.text[slice(*place)],
            *place,
            MappingProxyType(attributes),
            rule,
            0.9,
        )
        return


def _of_fields(found: Outline) -> Iterator[tuple[tuple[int, int], dict[str, object], str]]:
    fields = {f.name: f for f in reversed(found.document.fields)}
    body, met_on = fields.get("body"), fields.get("met_on")
    if body is None or met_on is None or body.start is None or body.end is None:
        return
    status = fields["meeting_status"].value if "meeting_status" in fields else ""
    end = max(body.end, met_on.end or 0)
    yield (
        (body.start, end),
        _meeting(body.value, met_on.value, body.value, cancelled=bool(_CANCELLED.search(status))),
        "page of a meeting",
    )


def _of_text(found: Outline) -> Iterator[tuple[tuple[int, int], dict[str, object], str]]:
    named: Sentence | None = None
    at_once = False
    for part in found.parts[:FIRST]:
        words = part.whole.words
        match = _HELD.search(words) or _LABELLED.match(words) or _BODY_THEN_DAY.match(words)
        match = match or _MINUTES_OF.match(words)
        if match is None and named is not None:
            day_told = _OF_ONE_NAMED.match(words) or (_DAY_ALONE.match(words) if at_once else None)
            if day_told:
                yield from _of_body_before(named, part.whole, day_told)
        at_once = _BODY_ALONE.fullmatch(words) is not None
        named = part.whole if at_once else named
        day = day_in(match["when"]) if match else None
        if match is None or day is None or _ANOTHER.search(words):
            continue
        place = part.whole.place(match.start()), part.whole.place(match.end() - 1) + 1
        body = re.sub(r"^(?:the |of )+", "", match["body"].strip(" ,-"), flags=re.I)
        yield (
            place,
            _meeting(body, day.isoformat(), match[0], cancelled=bool(_CANCELLED.search(words))),
            "heading of a meeting",
        )
        return


def _of_body_before(
    named: Sentence, where: Sentence, alone: re.Match[str]
) -> Iterator[tuple[tuple[int, int], dict[str, object], str]]:
    """The meeting of a body named in a line of its own, and of a day in one behind it."""
    day = day_in(alone["when"])
    if day is not None:
        body = named.words.strip(" :,-")
        place = where.place(alone.start()), where.place(alone.end() - 1) + 1
        meeting = _meeting(
            body.title() if body.isupper() else body,
            day.isoformat(),
            alone[0],
            cancelled=bool(_CANCELLED.search(where.words)),
        )
        yield place, meeting, "heading of a meeting"


def _meeting(body: str, held_on: str, words: str, *, cancelled: bool) -> dict[str, object]:
    kind = _KIND.search(words)
    return {
        "body": " ".join(body.split()),
        "held_on": held_on,
        "kind": kind["kind"].lower() if kind else None,
        "cancelled": cancelled,
    }


def attendance(found: Outline) -> list[dict[str, str | None]]:
    """Who was present, apologised or attended, each with the role that is given."""
    listed = [*_of_service(found), *_of_lists(found), *_of_sentences(found)]
    once: dict[str, dict[str, str | None]] = {}
    for one in listed[:MOST_NAMES]:
        once.setdefault(str(one["name"]), one)
    return list(once.values())


def _of_service(found: Outline) -> Iterator[dict[str, str | None]]:
    """The attendance of a meeting as the web service gives it."""
    for field in found.document.fields:
        if field.name in _FIELD_LISTS:
            row = (
                found.document.text[field.start : field.start + LONGEST_ROW].split("\n")[0]
                if field.start is not None
                else ""
            )
            cells = [cell.strip() for cell in row.split("|")]
            role = cells[1] if len(cells) > 2 and cells[1] else None
            yield _one(field.value, _FIELD_LISTS[field.name], role)


LONGEST_ROW = 300


def _of_lists(found: Outline) -> Iterator[dict[str, str | None]]:
    """Lists under "Present", "Apologies" and "In attendance"."""
    how = ""
    for part in found.parts:
        words = part.whole.words
        label = _WHO.match(words) if part.whole.may & _LABELS else None
        if label:
            how = _how(label["label"])
            words = words[label.end() :]
        elif how and (
            part.passage.kind is Kind.HEADING or len(words) > LONGEST_LIST or not _names_only(part)
        ):
            how = ""
        if how and words.strip():
            yield from _people(words, how)


LONGEST_LIST = 1_500


def _names_only(part: Part) -> bool:
    """Whether a passage is still a list of names: it says nothing."""
    return not re.search(r"\b(?:was|were|is|are|that|had|be|to|will|RESOLVED|received)\b", part.whole.words)


def _of_sentences(found: Outline) -> Iterator[dict[str, str | None]]:
    """ "Apologies for absence were received from Councillors Reed and Shah."."""
    for part in found.parts:
        for sentence in part.sentences:
            if sentence.may & _SENT and (match := _APOLOGIES.search(sentence.words)):
                yield from _people(match["who"], "apologies")


def _how(label: str) -> str:
    low = label.lower()
    if low.startswith("apolog"):
        return "apologies"
    if low == "absent":
        return "absent"
    return "in attendance" if "attendance" in low or low.startswith(("also", "officers")) else "present"


def _people(words: str, how: str) -> Iterator[dict[str, str | None]]:
    """The people of a list: members by their title, others only with an office that is public."""
    plural = re.match(r"\W*(Councillors|Cllrs)\b", words)
    for piece in re.split(r"[;\n]| and |,(?![^()]*\))", words):
        piece = piece.strip(" .,:-")
        piece = re.sub(r"^(?:Councillors|Cllrs\.?) ", "Councillor ", piece)
        if (
            plural
            and not piece.startswith("Councillor ")
            and re.fullmatch(r"(?:Mrs? |Ms |Dr )?[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,2}", piece)
        ):
            piece = f"Councillor {piece}"
        match = _PERSON.match(piece)
        if match is None:
            continue
        role = match["role"]
        if _ELECTED.match(match["name"]) or (role and _PUBLIC.match(role)):
            yield _one(match["name"], how, role)


def _one(name: str, how: str, role: str | None) -> dict[str, str | None]:
    return {"name": " ".join(name.split()), "presence": how, "role": role}
