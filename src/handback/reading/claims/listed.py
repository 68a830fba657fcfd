"""Titles and lead-ins that say who has what stands under them: "Functions retained"."""

import re
from dataclasses import dataclass

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.frames import frames
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, holder_of
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED, WEIGHED
from handback.reading.claims.nominal import told_by_nouns
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import phrase
from handback.reading.claims.vague import is_pronoun, is_vague
from handback.reading.words.later import later
from handback.reading.words.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in or title says of each thing under it."""

    holder: str
    status: str
    verb: Verb
    titled: bool = False


_THINGS = r"(?:functions?|powers?|services|areas|responsibilities|duties|matters|decisions)"
_ADVISED = later(
    rf"(?:(?:the |all )?{_THINGS} )?(?:which are |that are )?(?P<not>not (?:yet |currently )?)?"
    r"(?:recommended|ready|proposed|suitable)(?: for (?:return|restoration|handback))?[ :.-]*$",
    re.I,
)
_TITLE = later(
    r"(?:(?:(?:annex|schedule|appendix|part|section|table|list|group|phase|tranche|stage)"
    r" ?\w{0,3}[ :.-]+)*(?:list of |what |which |other |remaining |the |all |key |council |executive "
    rf"|\w+ )?{_THINGS}?(?: of the (?:council|authority))? ?)(?:"
    r"(?P<to>to be|recommended for|proposed for|proposed to be|for|being|ready for|ready to be|ready to"
    r"|recommended to be|due to be"
    r"|that (?:will|should|could|would|can) be"
    r"|which (?:will|should|could|would) be"
    r"|to|we recommend (?:for|be)|proposed|suggested for"
    r"|(?:not|not yet) (?:ready|recommended|proposed|suitable) (?:for|to be)"
    r"|already|now|still|will|that|which|that are|which are|have been|are|were) )*"
    r"(?P<verb>return(?:ed|ing)?|restor(?:ed|ation)|handed back|hand(?:ing)? back|handback|retained?"
    r"|retention|kept?|keep|exercised|run|discharged|performed|undertaken|carried out|held"
    r"|remain(?:s|ing)?|stay(?:s|ing)?|transferred|passed|passing|moved|with|under|go(?:ne|ing)? back"
    r"|coming back|come back|back|taken over|exercisable|left|transfer)"
    rf"\b(?: (?:back )?(?:to |by |with |under |in the hands of |at )?(?P<who>{HOLDER}))?"
    r"(?:,? (?:on|from|in|since|with effect from|until|at|under|now|so far|to date|for now) [^:;.]{0,60}"
    r"|(?: so far| to date| already| today| now))?[ :.-]*$",
    re.I,
)


#: Verbs of directions, which move what they name.
_DIRECTED = (
    "exercised",
    "exercisable",
    "discharged",
    "performed",
    "undertaken",
    "carried out",
    "held",
    "run",
)

#: What an item of an agenda is for.
OF_AGENDA = later(r"To (?:receive|note|consider|agree|approve|confirm)\b")


def lead_of(words: str, *, title: bool) -> Lead | None:
    """The statement that a lead-in or title makes of what follows it; None where it makes none."""
    text = words.strip().rstrip(" :-")
    if not 3 < len(text) < 400 or OF_AGENDA.match(text):
        return None
    for said in (text, f"{text} the following functions") if not title else (text,):
        lead = _stated(said, title=title)
        if lead is not None:
            return lead
    return _titled(text) if title or len(text) < 120 else None


def is_title(words: str) -> bool:
    """Whether words are the title of a list of functions, and no headline that tells of some."""
    return _TITLE.match(words.strip().rstrip(" :-")) is not None


def _stated(text: str, *, title: bool) -> Lead | None:
    """What a lead-in says by its verb of functions that it does not name itself."""
    made = phrase(Sentence(text, 0))
    for frame in (*told_by_nouns(made), *frames(made)):
        if title and frame.noun:
            continue  # "Return of functions" says what a paper is about
        slot = made.words[frame.first : frame.last]
        if (
            is_vague(slot)
            or is_pronoun(slot)
            or not functions_in(made.words, frame.first, frame.last)
            or _FOLLOWS.search(slot)
        ):
            return None if frame.status == WEIGHED else Lead(frame.holder, frame.status, frame.verb, title)
    return None


_FOLLOWS = later(r"\b(?:following|below|listed|these|those|as follows)\b", re.I)


def holder_label(label: str) -> Lead | None:
    """A label that only names a holder ("Commissioners: finance, procurement")."""
    whole = pattern(rf"(?:[Ww]ith |[Uu]nder )?(?:{HOLDER})").fullmatch(label.strip())
    holder = holder_of(label) if whole else None
    return Lead(holder, IN_FORCE, Verb.HOLD, titled=True) if holder else None


def _titled(text: str) -> Lead | None:
    """What a title says of the functions named under it: "To be returned", "Kept by Commissioners"."""
    found = _TITLE.match(text)
    if found is None:
        advised = _ADVISED.match(text)
        if advised is None:
            return None
        return (
            Lead(COMMISSIONERS, RETAINED, Verb.KEEP, titled=True)
            if advised["not"]
            else Lead(COUNCIL, PROPOSED, Verb.BACK, titled=True)
        )
    verb, said = found["verb"].lower(), text.lower()
    if verb in ("with", "under", "transfer") and not pattern(rf"\b(?:{_THINGS})\b", re.I).search(text):
        return None
    kept = verb.startswith(("retain", "retention", "keep", "kept", "remain", "stay", "left")) or pattern(
        r"\bstill\b"
    ).search(said)
    refused = pattern(r"\bnot(?: yet)?\b").search(said)
    back = verb.startswith(("return", "restor", "hand", "go", "com", "back"))
    holder = holder_of(found["who"] or "")
    if refused:
        return Lead(COMMISSIONERS, RETAINED, Verb.KEEP, titled=True) if back else None
    holder = holder or (
        COUNCIL if back else COMMISSIONERS if kept or verb in (*_DIRECTED, "taken over") else None
    )
    if holder is None:
        return None
    if kept:
        return Lead(holder, RETAINED, Verb.KEEP, titled=True)
    meant = pattern(
        r"\b(?:to be|for|recommend\w*|propos\w*|should|could|would|ready|due|suggest\w*|to (?:return|go))\b"
    ).search(said) or verb in ("return", "restoration", "handback")
    directed = verb in _DIRECTED
    return Lead(
        holder,
        PROPOSED if meant and not directed and not pattern(r"directions?").search(said) else IN_FORCE,
        Verb.BACK if back else Verb.HOLD,
        titled=True,
    )
