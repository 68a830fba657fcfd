"""What the columns of an action tracker mean, guessed from their names."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Role(StrEnum):
    """What a column of an action tracker holds."""

    REFERENCE = "reference"
    ACTION = "action"
    OWNER = "owner"
    FIRST_DUE = "first_due"  # the date that was promised first
    DUE = "due"  # the date that holds now
    STATUS = "status"
    UPDATE = "update"
    EVIDENCE = "evidence"
    PRIORITY = "priority"


# For each role the names that columns have, the surest first; a name counts where it stands as whole words.
_NAMES: Mapping[Role, tuple[str, ...]] = {
    Role.FIRST_DUE: (
        r"(?:original|first|initial|baselined?|agreed|planned) (?:\w+ )?"
        r"(?:due|target|completion|end|delivery)(?: date)?",
        r"(?:original|initial|baseline) (?:date|deadline|timescale)",
    ),
    Role.DUE: (
        r"(?:revised|current|new|latest|forecast|updated|expected) (?:\w+ )?"
        r"(?:due|target|completion|end|delivery)(?: date)?",
        r"(?:revised|current|forecast) (?:date|deadline|timescale)",
        r"due(?: date| by)?|deadline|by when|target(?: completion)? date|completion date|complete by",
        r"date due|delivery date|end date|timescales?|timeframe|when|target|milestone date|date",
    ),
    Role.OWNER: (
        r"(?:action|lead|responsible|accountable) (?:owner|officer|person|lead)|owner(?:ship)?|owned by",
        r"responsible|responsibility|accountable|lead|by whom|who|assigned(?: to)?|officer|sro|director|post",
    ),
    Role.REFERENCE: (
        r"(?:action |item |recommendation )?(?:ref(?:erence)?|id|no|number|#)(?: no)?|ref(?:erence)? number",
    ),
    Role.STATUS: (
        r"(?:brag|rag)(?: rating| status)?|(?:current |action )?status|state|progress rating|rating",
    ),
    Role.EVIDENCE: (r"evidence(?: of \w+| required| link)?|proof|assurance|documents?|supporting evidence",),
    Role.PRIORITY: (r"priority|importance|urgency|risk(?: level| rating)?|must.?have",),
    Role.UPDATE: (
        r"(?:progress|latest|current|monthly|status) (?:update|commentary|comments?|notes?|report)",
        r"updates?|progress|commentary|comments?|notes?|narrative|position",
    ),
    Role.ACTION: (
        r"(?:agreed |key |required |improvement |management )?actions?"
        r"(?: required| agreed| description| point)?",
        r"description(?: of action)?|tasks?|what|commitments?|milestones?|deliverables?",
        r"recommendations?|activity",
        r"measures?|objectives?|outcomes?|issue|title|item",
    ),
}
_REVISED = re.compile(r"(?:^| )(?:revised|current|new|latest|forecast|updated|expected)(?: |$)")
_PLAINLY_DUE = 0.6  # how surely a second column is named as a date by which
_WEAK = 0.4  # how much less a name counts that stands among other words, for each of them


def suggest(headers: Sequence[str]) -> dict[Role, str]:
    """What the columns most likely mean, by the names of their headers; each header has one role at most.

    Two columns of one name cannot be told apart, and the first is taken. A role that no name speaks for is
    left out. Beside a revised date, a plain "due date" is the one that was promised first.
    """
    scored = sorted(
        (
            (_score(header, role), -order, role, header)
            for order, header in enumerate(headers)
            for role in _NAMES
        ),
        key=lambda found: (-found[0], list(_NAMES).index(found[2]), -found[1]),
    )
    mapping: dict[Role, str] = {}
    for score, _order, role, header in scored:
        if score > 0 and role not in mapping and header not in mapping.values():
            mapping[role] = header
    if Role.FIRST_DUE in mapping and Role.DUE not in mapping:
        mapping[Role.DUE] = mapping.pop(Role.FIRST_DUE)  # the only date is the one that holds
    if Role.FIRST_DUE not in mapping and _REVISED.search(_plain(mapping.get(Role.DUE, ""))):
        plain = [
            (score, header)
            for score, _order, role, header in scored
            if role is Role.DUE and header not in mapping.values() and not _REVISED.search(_plain(header))
        ]
        if plain and plain[0][0] >= _PLAINLY_DUE:
            mapping[Role.FIRST_DUE] = plain[0][1]
    return mapping


def _score(header: str, role: Role) -> float:
    """How surely a header names a role: 1 for its surest name alone, less among other words, 0 for none."""
    words = _plain(header)
    best = 0.0
    for rank, names in enumerate(_NAMES[role]):
        found = re.search(rf"(?:^| )(?:{names})(?: |$)", words)
        if found:
            others = len(words.split()) - len(found[0].split())
            best = max(best, (1 - 0.15 * rank) * (1 - _WEAK) ** others)
    return best


def _plain(header: str) -> str:
    return " ".join(re.sub(r"[^\w# ]+", " ", header.lower().replace("_", " ")).split())


def signature(headers: Sequence[str]) -> str:
    """A key that is the same for the same columns, whatever their order, capitals and spaces.

    By it the meaning that a person gave to the columns is found again in the next file.
    """
    names = sorted(filter(None, map(_plain, headers)))
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:32]
