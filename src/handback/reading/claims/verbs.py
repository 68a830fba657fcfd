"""The verbs of resolution: every form, the groups they fall into, and phrases with a sense of their own.

Forms are made from base forms by the rules of English spelling, so that a verb is added by naming it once.
"""

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


def word_set(words: str) -> frozenset[str]:
    """The words of a line, as a set to look them up in."""
    return frozenset(words.split())


#: A word, its hyphens and apostrophes with it.
WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
#: What is stated: "That the fee be raised".
STATED = re.compile(r"^[Tt]hat\b")

_BASES: dict[Group, str] = {
    Group.APPROVE: "approve agree adopt endorse accept authorise authorize grant award support empower"
    " readopt"
    " re-adopt ratify back carry sanction allow pass affirm reaffirm permit confirm concur certify"
    " re-approve uphold",
    Group.NOTE: "note receive acknowledge welcome recognise recognize",
    Group.RECOMMEND: "recommend commend",
    Group.DELEGATE: "delegate subdelegate sub-delegate devolve",
    Group.DEFER: "defer refer withdraw postpone adjourn remit re-refer delay shelve",
    Group.REFUSE: "refuse reject decline dismiss lose defeat deny veto block disapprove overturn overrule",
    Group.APPOINT: "appoint elect reappoint re-appoint re-elect co-opt coopt nominate renominate re-nominate",
    Group.OTHER: "request ask require warn thank revoke suspend rescind abandon close exclude reserve"
    " instruct"
    " invite direct congratulate urge remind encourage lobby cancel condemn oppose",
}
#: Past form and participle where they do not end in -ed.
_IRREGULAR = {"withdraw": "withdrew withdrawn", "lose": "lost", "uphold": "upheld"}
#: Verbs whose last letter is doubled before -ed and -ing.
_DOUBLING = frozenset({"defer", "refer", "permit", "remit", "re-refer"})
_VOWELS = "aeiou"


def _past(base: str) -> str:
    if base in _DOUBLING:
        return f"{base}{base[-1]}ed"
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return f"{base}es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}s"


def _gerund(base: str) -> str:
    if base in _DOUBLING:
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


def _pairs() -> list[tuple[str, Group]]:
    return [(base, group) for group, bases in _BASES.items() for base in bases.split()]


#: Every form of every verb of a group, and by the part it plays.
BASE: dict[str, Group] = dict(_pairs())
THIRD: dict[str, Group] = {_third(base): group for base, group in _pairs()}
PAST: dict[str, Group] = {
    form: group for base, group in _pairs() for form in _IRREGULAR.get(base, _past(base)).split()
}
GERUND: dict[str, Group] = {_gerund(base): group for base, group in _pairs()}
FORMS: dict[str, Group] = GERUND | PAST | THIRD | BASE

_AUTHORITY = (
    r"(?:(?:the |full |plenary |joint |appropriate |necessary |requisite |discretionary )*delegated "
    r"(?:authority|powers?|responsibility)|(?:the |full |plenary |joint |discretionary |any )*"
    r"(?:authority|authori[sz]ation|powers?|leave|discretion|responsibility"
    r"|(?<!planning )(?<!outline )permission)(?= (?:to|for|in|and|over)\b|,))"
)
BLESSING = (
    r"(?:(?:its|their|his|her|the|formal|final|unanimous|full|in principle|outline|conditional|planning"
    r"|prior|an?) )*(?:go-ahead|go ahead|green light|approval|consent|blessing|backing|nod|assent|agreement"
    r"|support|endorsement|permission|clearance|thumbs up)\b"
)
_SEAT = (
    r"(?:[Dd]eputy |[Vv]ice[- ]|[Ll]ord |[Ll]ead )*(?:[Cc]hair(?:man|woman|person)?|[Mm]ayor|[Ll]eader"
    r"|[Pp]resident|[Cc]ommissioner|[Ss]uccessor|[Tt]reasurer|[Cc]hief [Ee]xecutive)\b"
)
#: Heads of phrases, all forms, with what must follow: "put" is of no group, "put off" defers.
_PHRASES: tuple[tuple[str, str, Group | None], ...] = (
    ("consented", r"(?:,? in principle,?)? to\b", Group.APPROVE),
    (
        "carry carries carried carrying pass passes passed passing",
        r" (?:out|on|forward|over|round|to|into)\b",
        None,
    ),
    (
        "accept accepts accepted accepting",
        r"(?: (?!that\b|which\b|who\b|recommend|and\b)[\w'-]+){1,7}? (?:have|has|may|is|are)\b(?! to be\b)",
        None,
    ),
    (
        "back backs backed backing",
        r" (?:up|onto|to|by(?! (?:the |a |an |its |full )*(?:[\w-]+ ){0,4}?(?:council|councillors|committee"
        r"|cabinet|panel|board|members|executive|ministers?|commissioners?)\b))\b",
        None,
    ),
    ("put puts putting", r"(?: [^.;,]{2,40})?? (?:off|back)\b", Group.DEFER),
    (
        "hold holds held holding stand stands stood",
        r"(?: [^.;,]{2,40})?? over\b",
        Group.DEFER,
    ),
    ("leave leaves left leaving", r" (?:over )?until\b", Group.DEFER),
    ("leave leaves left leaving", r"(?: [^.;]{3,100}?)? in the hands of\b", Group.DELEGATE),
    (
        "leave leaves left leaving lie lay laid lies lain",
        r"(?: [^.;,]{2,40})?? on the table\b",
        Group.DEFER,
    ),
    ("take takes took taken taking pull pulls pulled", r"(?: [^.;,]{2,40})?? off the agenda\b", Group.DEFER),
    (
        "send sends sent sending",
        r"(?: (?:the|it|this|that|its|an?|their|both|two)\b[^.;,]{0,40})??"
        r" back\b",
        Group.DEFER,
    ),
    (
        "turn turns turned turning vote votes voted voting strike struck",
        r"(?: (?:the|this|that|it|them|both|its|their|an?)\b[^.;,]{0,40}?)? down\b",
        Group.REFUSE,
    ),
    (
        "throw throws threw thrown throwing",
        r"(?: (?:the|this|that|it|them|both|its|their|an?)\b[^.;,]{0,40}?)? out\b",
        Group.REFUSE,
    ),
    ("vote votes voted voting decide decided", r" against\b", Group.REFUSE),
    ("fail failed", r" to (?:carry|win|gain|secure|find)\b", Group.REFUSE),
    (
        "sign signs signed signing",
        r"(?: (?:the|this|that|it|them|both|its|their|an?)\b[^.;,]{0,40}?)? off\b",
        Group.APPROVE,
    ),
    (
        "wave waved nod nodded vote voted voting",
        r" (?:it )?(?:through|for|in favour of)\b",
        Group.APPROVE,
    ),
    ("say says said", r" yes to\b", Group.APPROVE),
    ("come comes came", r" (?:down |out )?in favour of\b", Group.APPROVE),
    ("accede accedes acceded acceding", r" to\b", Group.APPROVE),
    ("come comes came", r" (?:down|out) against\b", Group.REFUSE),
    ("rule rules ruled ruling", r" (?:out|against)\b", Group.REFUSE),
    ("knock knocks knocked", r" back\b", Group.REFUSE),
    ("withhold withholds withheld", rf" {BLESSING}", Group.REFUSE),
    ("leave leaves left carry carries carried", r"(?: [^.;,]{2,40})?? over to\b", Group.DEFER),
    (
        "put puts putting place places placed",
        r"(?: [^.;,]{2,60})?? (?:on hold|in abeyance)\b",
        Group.DEFER,
    ),
    ("hold holds held", r"(?: [^.;,]{2,60})?? in abeyance\b", Group.DEFER),
    (
        "choose chooses chose chosen name names named pick picks picked make makes made",
        rf"(?: (?!of\b)(?:[A-Z][\w.'-]* ){{1,6}}?(?:as |to be |to become )?"
        rf"| (?:as |to be |to become )?)(?:(?:an?|its|their|his|her|the|new|acting|interim) )*"
        rf"(?:{_SEAT})",
        Group.APPOINT,
    ),
    ("say says said", r" no to\b", Group.REFUSE),
    ("take takes took taken taking", r" (?:due |formal )?note\b", Group.NOTE),
    (
        "place placed",
        r" (?:on record )?(?:its|their) (?:thanks|appreciation)\b",
        Group.OTHER,
    ),
    (
        "provide provides provided providing",
        r" [^.;:]{3,160}? (?:with )?(?:delegated (?:authority|powers?)|authority to)\b",
        Group.DELEGATE,
    ),
    (
        "give gives gave given giving grant grants granted granting",
        rf" {_AUTHORITY}",
        Group.DELEGATE,
    ),
    (
        "give gives gave giving grant grants granted granting",
        rf"(?: [^.;:]{{3,160}}?)? {_AUTHORITY}",
        Group.DELEGATE,
    ),
    (
        "give gives gave given giving",
        rf"(?: (?:the|this|that|it|its|their|both|an?)\b[^.;,]{{0,40}}?)? {BLESSING}",
        Group.APPROVE,
    ),
    (
        "confirm confirms confirmed take takes took taken",
        r"(?: on)?(?: (?!of\b)[^.;,]{2,40}?)? as (?:(?:the|its|their|our|an?|new|permanent|interim|acting) )*"
        rf"(?:{_SEAT}|(?:[A-Z][\w'-]* )*?(?:[Dd]irector|[Cc]lerk|[Hh]ead|Officer|[Mm]anager|[Aa]uditor)\b)",
        Group.APPOINT,
    ),
    (
        "confirm confirms confirmed announce announces announced make makes made",
        r" (?:the |a |an |his |her |their |its |\w+ )?(?:re-?)?appointments? of"
        r" (?=(?:the |a |an |his |her |\w+ |\w+ current )?[A-Z])",
        Group.APPOINT,
    ),
    ("let lets", r" (?:the|a|its|this|that) (?:[a-z]+ ){0,3}contract\b", Group.APPROVE),
    (
        "hand hands handed handing",
        r"(?! back\b)(?: [^.;]{3,100}?)? to (?=the|[A-Za-z])",
        Group.DELEGATE,
    ),
    (
        "leave leaves left leaving",
        r"(?: (?!the (?:meeting|room|chamber|table))[^.;]{3,100}?)? to (?=the|[A-Z]|officers)",
        Group.DELEGATE,
    ),
    (
        "commend commends commended commending",
        r" (?!it to|the [a-z ]{3,60} to (?:the )?(?:[A-Z]))",
        Group.OTHER,
    ),
)
HEADS: dict[str, tuple[tuple[re.Pattern[str], Group | None], ...]] = {}
for _heads, _rest, _group in _PHRASES:
    for _head in _heads.split():
        HEADS[_head] = (*HEADS.get(_head, ()), (re.compile(_rest, 0 if _SEAT in _rest else re.I), _group))


def group_at(words: str, start: int, end: int) -> Group | None:
    """The group of the verb at `start` to `end`, with what follows it; None for a verb of no group."""
    verb = words[start:end].lower()
    for pattern, group in HEADS.get(verb, ()):
        if pattern.match(words, end):
            return group
    return FORMS.get(verb)
