"""Lead-ins, and what they make of the clauses that they lead in to."""

import re
from dataclasses import dataclass

from handback.reading.claims.verbs import FORMS, HEADS, WORD, Group, group_at, word_set

#: Verbs that are as often nouns: "the award", "a request".
NOUN_AS_VERB = word_set(
    "award awards grant grants support supports request requests close pass passes back permit permits"
    " sanction"
    " sanctions refuse commission appeal appeals demand"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """What the words that lead in to a clause make of it.

    `agreed`: a clause with no deciding verb of its own is an approval ("agreed that a report be made"), and
    else something other ("RESOLVED that a report be made"). `group`: the lead-in's own verb where it takes
    the clause as its object ("noted:"). `always`: the clause's own verb does not count ("noted that").
    """

    agreed: bool = False
    group: Group | None = None
    always: bool = False


_RESOLVING = word_set(
    "resolve resolves resolved decide decides decided determine determines determined ordered"
    " ruled concluded chose directed decision"
)
_OBJECT_LEADS = (
    Group.NOTE,
    Group.DELEGATE,
    Group.DEFER,
    Group.REFUSE,
    Group.APPOINT,
    Group.OTHER,
)
_VOTING = frozenset({"voted", "vote", "opted"})


def lead_in(words: str) -> Lead:
    """What a lead-in makes of the clauses under it, by its last verb ("noted it and RESOLVED to")."""
    last: Lead | None = None
    for found in WORD.finditer(words):
        verb = found[0].lower()
        if verb in _RESOLVING:
            last = Lead()
        elif verb in _VOTING:
            last = Lead(agreed=True)
        elif verb in FORMS or verb in HEADS:
            group = group_at(words, found.start(), found.end())
            recommended = last is not None and last.group is Group.RECOMMEND
            if recommended and _WHAT_IS_RECOMMENDED.search(words[: found.start()]):
                continue
            if group is not None and _is_verb_here(words, found.start(), verb):
                last = _led_by(group, words[found.end() :])
    return last or Lead()


#: What somebody else is recommended to do: "recommends to Council to approve:".
_WHAT_IS_RECOMMENDED = re.compile(r"\b(?:to|that (?:the )?(?:[A-Za-z]+ ){1,3})(?: ?\()?\s?$", re.I)
_BEFORE_NOUN = word_set("the a an this its of for any each following these those such all no one two three")


def _is_verb_here(words: str, start: int, verb: str) -> bool:
    """Whether a word that may be a noun is a verb here: "the award", "a request" are nouns."""
    before = words[:start].rstrip().rsplit(" ", 1)[-1].lower()
    return verb not in NOUN_AS_VERB or before not in _BEFORE_NOUN


def _led_by(group: Group, rest: str) -> Lead:
    after = rest.strip(" :-.").lower()
    if group is Group.RECOMMEND:
        return Lead(group=group, always=True)
    if group is Group.APPROVE:
        return Lead(agreed=True)
    if group in _OBJECT_LEADS:
        return Lead(group=group, always=after == "that" or group is Group.OTHER)
    return Lead()


_LEADS_ON = re.compile(
    r"(?:and |but |also |then |further |to )*(?:(?:it )?(?:was|is|be|were|has been) )?"
    r"(?:[a-z]+ly |also |further )?(?:(?P<verb>[A-Za-z-]+)(?:,? [a-z]+ly| in principle)?"
    r"(?P<joint>,? that| to| not to)(?= [\w£(\"]))",
    re.I,
)
_TO_DO = word_set(
    "agree agrees agreed resolve resolves resolved decide decides decided determined recommend"
    " recommends recommended vote voted opted"
)


def inner_lead(clause: str) -> tuple[Lead, str] | None:
    """A lead-in of the clause's own, and what it leads in to: "agreed that the fee be raised"."""
    found = _LEADS_ON.match(clause)
    if found is None:
        return None
    verb, joint = found["verb"].lower(), found["joint"].strip(" ,").lower()
    if verb not in FORMS and verb not in _RESOLVING and verb not in _VOTING:
        return None
    if joint != "that" and verb not in _TO_DO:
        return None
    start = found.start("joint") if joint != "that" else found.end()
    return lead_in(f"{verb} {joint.removeprefix('not ')}"), clause[start:].strip()
