"""The verbs of resolution and the groups they fall into: what a deciding body can do with a matter."""

import re
from enum import StrEnum


class Group(StrEnum):
    """What was done, as the record counts it."""

    APPROVE = "approve"
    NOTE = "note"
    RECOMMEND = "recommend"
    DELEGATE = "delegate"
    DEFER = "defer"
    REFUSE = "refuse"
    APPOINT = "appoint"
    OTHER = "other"


#: base form, past form, participle where it differs; a phrase's first word is the one that is inflected.
_VERBS: dict[Group, str] = {
    Group.APPROVE: (
        "approve approved|agree agreed|adopt adopted|endorse endorsed|accept accepted|authorise"
        " authorised|authorize authorized|grant granted"
        "|award awarded|support supported|empower empowered|readopt readopted|re-adopt re-adopted"
        "|ratify ratified|back backed|carry carried"
        "|sanction sanctioned|allow allowed|pass passed|reaffirm reaffirmed|permit permitted"
        "|confirm confirmed"
    ),
    Group.NOTE: "note noted|receive received|acknowledge acknowledged|welcome welcomed",
    Group.RECOMMEND: "recommend recommended|commend commended",
    Group.DELEGATE: "delegate delegated",
    Group.DEFER: "defer deferred|refer referred|withdraw withdrew withdrawn|postpone postponed"
    "|adjourn adjourned",
    Group.REFUSE: "refuse refused|reject rejected|decline declined|dismiss dismissed|lose lost"
    "|oppose opposed",
    Group.APPOINT: "appoint appointed|elect elected|reappoint reappointed|re-appoint re-appointed"
    "|re-elect re-elected|co-opt co-opted",
    Group.OTHER: (
        "request requested|ask asked|require required|warn warned|thank thanked|revoke revoked"
        "|suspend suspended|rescind rescinded|abandon abandoned|close closed|exclude excluded"
        "|reserve reserved|instruct instructed|invite invited|direct directed"
        "|congratulate congratulated|urge urged"
    ),
}
#: Verbs of no group: what they do is approved where the lead-in agrees to it, and something else otherwise.
_PLAIN = (
    "amend amended|extend extended|remove removed|replace replaced|delete deleted"
    "|add added|correct corrected|make made|move moved|cease ceased|terminate terminated"
    "|publish published|submit submitted|retain retained|increase increased|reduce reduced"
    "|allocate allocated|transfer transferred|commission commissioned"
    "|establish established|create created|begin began|set set|write wrote|object objected"
    "|discharge discharged|impose imposed|release released|review reviewed"
    "|consider considered|continue continued|undertake undertook|proceed proceeded"
    "|seek sought|provide provided|call called|enter entered|dispose disposed"
    "|acquire acquired|dissolve dissolved|seal sealed|re-tender re-tendered|rename renamed"
    "|vary varied|issue issued|report reported|spend spent|fund funded"
    "|implement implemented|declare declared|waive waived|take took|bring brought"
    "|hold held|keep kept|meet met"
)
#: Phrases whose meaning is not that of their first word, looked for before single verbs.
_PHRASES: tuple[tuple[str, Group], ...] = (
    (r"(?:put|puts|putting) off|(?:leave|left) [^.;]{2,40} on the table|(?:hold|held|holding) over"
    r"|(?:stand|stood) (?:over|down)|(?:laid"
        r"|lie|lay) on the table", Group.DEFER),
    (r"(?:turn|turned|turning) down|(?:throw|threw|thrown|throwing) out|(?:vote|voted) (?:down"
        r"|against)|not (?:be )?(?:accepted|agreed|approved|granted|supported)|"
     r"(?:decided|resolved|agreed|determined) (?:not to|against)|not to|against (?:it|the|any|a)"
         r"|fail(?:ed)? to carry", Group.REFUSE),
    (r"(?:sign|signed|signing) off|(?:give|gave|given|gives) (?:the go-ahead|the green light|its"
        r" approval|approval|consent|its blessing)"
     r"|approval (?:be|is|was) (?:given|granted)|permission (?:be|is|was) (?:given|granted)|consent"
         r" (?:be|is|was) (?:given|granted)|(?:wave|waved) through", Group.APPROVE),
    (r"(?:take|took|taken|takes) note", Group.NOTE),
    (r"(?:be|is|was|are|were|been) given (?:delegated )?(?:authority|power|powers|leave)|(?:have"
        r"|has) (?:delegated )?(?:authority|power|leave)"
     r"|(?:give|gave|given|grant|granted)\b[^.;:]{3,120}?\b(?:authority|power|leave) to|(?:be|is"
         r"|was) left to|(?:hand|handed|hands|leave|left) [^.;]{3,100}? to (?=the|[A-Za-z])"
     r"|(?<!combined )(?<!local )authority (?:be|is|was|to be) (?:delegated|given|granted)"
         r"|delegated (?:authority|power)", Group.DELEGATE),
)  # fmt: skip


def _forms() -> dict[str, Group]:
    forms: dict[str, Group] = {}
    for group, verbs in _VERBS.items():
        for verb in verbs.split("|"):
            for form in verb.split():
                forms.setdefault(form, group)
            base = verb.split()[0]
            forms.setdefault(base + ("es" if base.endswith(("s", "sh", "ch")) else "s"), group)
    return forms


FORMS = _forms()
_DECIDING = (
    Group.APPROVE,
    Group.NOTE,
    Group.RECOMMEND,
    Group.DELEGATE,
    Group.DEFER,
    Group.REFUSE,
    Group.APPOINT,
)


def _alternatives(groups: tuple[Group, ...], *, past: bool) -> str:
    verbs = [v for g in groups for v in _VERBS[g].split("|")]
    verbs += _PLAIN.split("|") if Group.OTHER in groups else []
    words = (f for v in verbs for f in (v.split()[1:] if past else v.split()[:1]))
    return "|".join(sorted(set(words), key=len, reverse=True))


PAST = _alternatives(tuple(Group), past=True)
BASE = _alternatives(tuple(Group), past=False)
PAST_DECIDING = _alternatives(_DECIDING, past=True)

_PHRASE = tuple((re.compile(rf"\b(?:{pattern})", re.I), group) for pattern, group in _PHRASES)
_OPENS_PHRASE = tuple(
    (re.compile(rf"(?:also |then |unanimously )?(?:{pattern})", re.I), group) for pattern, group in _PHRASES
)
_OPENING = re.compile(
    r"(?:and |that |to |also |then |unanimously |formally |hereby |therefore "
    r"|further |subsequently |again |accordingly )+",
    re.I,
)
_FIRST_WORD = re.compile(r"[A-Za-z-]+")
_JOINED = re.compile(
    rf"[a-z-]+,? (?:and|or|&) ({PAST}|{BASE})\b(?= (?:the|a|an|this|its|their|all"
    rf"|it|that)\b)",
    re.I,
)
_PASSIVE = re.compile(
    rf"\b(?:be|is|are|was|were|been|stands?) (?:hereby |formally |also |and is hereby |not"
    rf" )?(?P<verb>{PAST})\b(?! out\b| forward\b)"
    rf"(?: and (?:be |is )?(?P<second>{PAST})\b)?(?! (?:budget|plan)\b)",
    re.I,
)
_NAMED_BODY = re.compile(
    rf"(?:that )?(?:the |this )?(?:[A-Z][\w'-]*|full)(?:(?: of| for| and| the| in)?"
    rf" [A-Z][\w'()-]*){{0,6}} (?P<verb>{BASE}"
    rf"|{'|'.join(sorted({f for f in FORMS if f.endswith('s')}, key=len, reverse=True))})\b(?!"
    rf" by\b)"
)
_BE_LEFT_OUT = re.compile(
    rf"(?:the|its|an?) (?:[\w'-]+ ){{1,6}}?(?<!be )(?P<verb>{PAST_DECIDING})[ .]*$", re.I
)
_NOTED = re.compile(r"(?:that )?it (?:be|is|was) (?:noted|agreed|recommended)\b(?= that)", re.I)


def opening_group(clause: str) -> Group | None:
    """The group of the verb that a clause opens with ("noted the ...", "to put off ..."), or None."""
    rest = clause[found.end() :] if (found := _OPENING.match(clause)) else clause
    for pattern, group in _OPENS_PHRASE:
        if pattern.match(rest):
            return group
    word = _FIRST_WORD.match(rest)
    if word is None:
        return None
    joined = _JOINED.match(rest)
    if joined and word[0].lower() in FORMS:
        return FORMS.get(joined[1].lower())
    return FORMS.get(word[0].lower())


def passive_group(clause: str) -> Group | None:
    """The group of the first verb that says what is done with the clause's subject ("that X be noted")."""
    for pattern, group in _PHRASE:
        if group is not Group.DEFER and (found := pattern.search(clause)) and found.start() < 200:
            passive = _PASSIVE.search(clause)
            if passive is None or found.start() <= passive.start() + 4:
                return group
    found = _PASSIVE.search(clause)
    if found is None:
        return None
    return FORMS.get((found["second"] or found["verb"]).lower())


def clause_group(clause: str, *, agreed: bool) -> Group:
    """The group of a clause of a resolution: its own verb's, or by the lead-in where it has none.

    `agreed` says whether the lead-in was "agreed" or "approved" and not "resolved": "agreed that a
    report be made" is an approval, "RESOLVED that a report be made" is something else.
    """
    group = _own_group(clause)
    if group is None:
        return Group.APPROVE if agreed else Group.OTHER
    return group


def _own_group(clause: str) -> Group | None:
    left_out = _BE_LEFT_OUT.match(clause)
    if left_out:
        return FORMS[left_out["verb"].lower()]
    if _NOTED.match(clause):
        return FORMS[_NOTED.match(clause)[0].rsplit(" ", 1)[-1].lower()]  # type: ignore[index]
    is_that = bool(re.match(r"(?:and )?that ", clause, re.I))
    if not is_that:
        opening = opening_group(clause)
        if opening is not None:
            return opening
    body = _NAMED_BODY.match(clause)
    if body and body["verb"] not in ("receive", "receives", "report", "reports"):
        return FORMS.get(body["verb"].lower())
    return passive_group(clause)
