"""Meetings, hearings and parties: what is held on a day, and binds nobody to anything by it."""

import re

from handback.reading.words.watch import waits

_MEETING = re.compile(
    r"^(?:[Tt]hat )?(?:[A-Z][a-z]+ly,? )?(?:[Tt]he |[Ii]ts |a |any |[Oo]ur )?(?:dates? of (?:the )?)?"
    r"(?:next|following|first|special|extraordinary|additional|informal"
    r"|(?:[A-Z][\w'-]+ |and |of |for ){1,6})? ?(?:ordinary |annual |scheduled )?(?:meetings?|hearing)"
    r"\b(?! (?:\w+ ){0,8}(?:will|is to|should|to) (?:consider|receive|decide|review|discuss|look))"
    r"[^.;]{0,90}\b(?:be held|take place|takes place|is on|are on|is to be held|be on|usually|is at"
    r"|will be (?:on|at)"
    r"|is (?:scheduled|arranged|due|planned)"
    r"|reconvene)\b"
    r"|^(?:[Tt]he )?[Dd]ates? of (?:the )?(?:next |future )?meetings?\b"
    r"|\busually (?:meets|holds)\b"
    r"|\b(?:will|due to|is to|to|would|next|and|then) (?:next |also )?(?:meet|convene|sit|reconvene)"
    r" (?:again|next|tomorrow|tonight|today|this|on|at|(?<!sit )in|for the last time)\b"
    r"|\b(?:next|also|then|usually|[A-Z]\w+) meets? (?:again |next )?(?:on|in|at|every)\b"
    r"|^(?:\w+ )?[Mm]eetings? held (?:on|at)\b"
    r"|\bthis meeting (?:will|has|is)\b|^(?:[Nn]ext|[Ff]uture) meetings?\b"
    r"|\bmeeting (?:closed|ended|began|started|opened)\b"
)
_MEETING_PARTS = ("meet", "Meeting", "hearing", "usually", "convene", " sit ")  # one of them stands in each
#: What is held: "The next Quay Action Panel (QAP) meeting will take place on", "a quiz night is planned for".
_HELD = waits(
    r"\b(?:(?:be|being|is|are) held|takes? place|taking place|happen|is|are|be|being)"
    r"(?: (?:due|set|to|be|now|also|being|planned|booked|scheduled|arranged|held|take|place|for|on|in|at|from"
    r"|again|next|the|this|coming))* $"
)
_GATHERING = re.compile(
    r"\b(?:meetings?|hearings?|inquests?|surger(?:y|ies)|(?:next|first|last|final) session|quiz|bingo|disco"
    r"|(?<!over)nights?|suppers?|lunch(?:es)?|dinner|tea|part(?:y|ies)|fayre|walks?|shows?|jumble sale"
    r"|coffee mornings?|tribunal|trial|matches)$",
    re.I,
)
_IN_BRACKETS = re.compile(r" ?\([^()]*\)")
_MODIFIERS = re.compile(r" (?:of|for|to|on|in|with|at|by|between|about) ")
_AUXILIARY = re.compile(
    r"(?: (?:will|would|shall|should|must|is|are|to|has|have|been|now|also|next|then|due))+$"
)


def is_gathering(clause: str, at: int) -> bool:
    """Whether a clause tells of a body that meets, or of a party held, at the time at a place in it."""
    if any(part in clause for part in _MEETING_PARTS) and _MEETING.search(clause):
        return True
    held = _HELD.search(clause[:at])
    if held is None:
        return False
    subject = re.split(r"[,;:] | (?:that|and|but) ", _IN_BRACKETS.sub("", clause[: held.start()]))[
        -1
    ].rstrip()
    head = _MODIFIERS.split(_AUXILIARY.sub("", subject), 1)[0]
    return _GATHERING.search(head.strip()) is not None
