"""Who has what, read from the cues of a few words alone: "back with us", "no longer for Commissioners".

Titles, heads and cells of tables, and clauses that no verb frame reads, say it in words that keep, give back,
take away or hold, and by naming a holder. Whoever only stands behind (overseeing, replaced, appointing)
is no holder.
"""

import re
from dataclasses import dataclass

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import (
    COMMISSIONERS,
    COUNCIL,
    HOLDER,
    TO_COMMISSIONERS,
    holder_of,
    opposite,
)
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED, is_proposed, is_refused
from handback.reading.claims.patterns import pattern
from handback.reading.words.later import later
from handback.reading.words.watch import waits

_BACKGROUND = later(
    r",? ?\(?\b(?:rather than|instead of|in (?:the )?place of|as opposed to"
    r"|(?:(?:and|but) )?not(?= (?:the |by |with |to |for )*(?:[Cc]omm|[Cc]oun|[Mm]emb))"
    r"|on behalf of"
    r"|(?:subject to|under|with)(?: the| our| their| continu\w+| ongoing| enhanced| ordinary| some"
    r"| close)* (?:oversight|supervision|approval|advice|agreement|consent|scrutiny|guidance|support)"
    r"(?: of| by| from| to)?"
    r"|(?:overseen|supervised|advised|appointed|sent(?: in)?|installed|nominated|watched|supported|helped"
    r"|agreed|drawn up|set up|established|run in consultation with) (?:by|with)"
    r"|(?:alongside|after consulting|in consultation with|together with|answerable to|reporting to))"
    rf"(?: (?:{HOLDER}|us|them))?",
    re.I,
)
_BACK = later(
    r"\b(?:returns?|returned|returning|restor\w+|regain\w*|reclaim\w*|recover(?:s|ed|ing)?|resum\w+"
    r"|revert\w*|reinstat\w+|hand(?:s|ed|ing)? ?-?(?:back|over)|hand-?back"
    r"|g[oi]ve(?:s|n|ing)? (?:[\w' ]{1,40} )?back"
    r"|gave back|back|again|once more|ours again|re-?gain\w*|yes)\b",
    re.I,
)
_KEPT = later(
    r"\b(?:retain\w*|retention"
    r"|remain(?:s|ed|ing)?(?! (?:two|three|four|five|six|seven|functions|powers|ones"
    r"|(?!back|on\b)(?:[a-z]+ly |very |too |so |quite |more |an? |of |some |one of )*"
    r"(?:fragile|weak|poor|strong|concern|worr|high|low|challeng|difficult|significant|committed|confident"
    r"|un|outstanding|critical|important|focus|vulnerable|serious|at risk|on track|stable|clear|volatile"
    r"|in (?:deficit|debt)|problem|priority|key|major)))"
    r"|stay\w*|kept|keep\w*|continu\w+|still|hold(?:s|ing)? on|held on|hang(?:s|ing)? on"
    r"|carr(?:y|ies|ied|ying) on|go(?:es|ing)? on|for now|as (?:before|now|ever)|no change|unchanged"
    r"|not (?:affected|moved|removed|taken|returned|handed)"
    r"|never (?:\w+ )?(?:directed|removed|transferred|moved|affected|taken)"
    r"|always)\b",
    re.I,
)
_UNREADY = later(
    r"\b(?:not(?: yet)? (?:\w+ ){0,2}?(?:ready|recommended|suitable|proposed|supported|agreed|accepted"
    r"|approved|at this|in a position"
    r"|returned|yet|for return)|not (?:yet|now)|too (?:early|soon)|premature|defer\w*|review (?:later|again)"
    r"|later report|unready|refused|rejected|declined|have to wait|must wait)\b",
    re.I,
)
_LOST = waits(
    r"\b(?:no longer|cease[sd]?|ceasing"
    r"|(?:step(?:s|ped|ping)?|st[ao]nd(?:s|ing)?|stood) (?:back|away|down|aside)"
    r"|relinquish\w*|g[ia]v(?:e|es|ing|en) up|withdr[ae]w\w*|surrender\w*|let(?:s|ting)? go|lapse[sd]?"
    r"|come(?:s)? to an end|came to an end|ended|ends|removed from|released? from|taken (?:away )?from"
    r"|out of the hands)\b",
    re.I,
)
_HELD = later(
    r"\b(?:exercis\w+|held|holds?|control\w*|responsib\w+|charge|decid\w+|decisions?|runs?|running|ran|with"
    r"|under"
    r"|by|for|has|have|had|take[ns]?|took|taking|assum\w+|manag\w+|functions?|powers?|in the hands|word|say"
    r"|role"
    r"|remit|look(?:s|ed|ing)? after|deal(?:s|t|ing)? with|handl\w+|transferred|passed|moved|given|gets?"
    r"|got)\b",
    re.I,
)
_TO = later(
    r"\b(?:to|into|with|under|by|for|at"
    r"|in the (?:hands|charge|control|gift|remit) of"
    rf"|in(?! the (?:borough|city|county|district|town)\b)) (?P<who>{HOLDER}|(?:us|them)\b)"
)
_FROM = later(rf"\b(?:from|out of(?: the hands of)?) (?P<who>{HOLDER}|(?:us|them)\b)")
_WE = later(r"\b(?:[Ww]e|us|ours?|[Mm]y|I)\b")


@dataclass(frozen=True, slots=True)
class Cued:
    """What the cues of some words say: who has it, how, and by which family of words."""

    holder: str
    status: str
    verb: Verb


def cued(words: str, speaker: str = COMMISSIONERS, *, coming: str = PROPOSED) -> Cued | None:
    """What some words say of who has what they are about; None where they say nothing of it.

    `coming` is the status of what will be: proposed in a letter, in force in directions.
    """
    words = _BACKGROUND.sub(" ", words)
    who = _named(words, speaker)
    unready = _UNREADY.search(words) or is_refused(words)
    if _LOST.search(words) and (who or _FROM.search(words)):
        loser = _who(_FROM.search(words), speaker) or who or COMMISSIONERS
        if unready:
            return Cued(loser, RETAINED, Verb.KEEP)
        return Cued(opposite(loser), _status(words, COUNCIL, coming), Verb.LOSE)
    kept = _KEPT.search(words)
    back = _BACK.search(words)
    if kept and not unready and not (back and _before(back, kept) and who == COUNCIL):
        return Cued(who or COMMISSIONERS, RETAINED, Verb.KEEP)
    if back or unready:
        holder = _who(_TO.search(words), speaker) or COUNCIL
        if unready:
            return Cued(COMMISSIONERS if holder == COUNCIL else COUNCIL, RETAINED, Verb.KEEP)
        return Cued(holder, _status(words, holder, coming), Verb.BACK)
    if who and (_HELD.search(words) or (holder_of(words) and len(words.split()) <= 5)):
        return Cued(who, _status(words, who, coming), Verb.HOLD)
    return None


def _before(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.start()


def _named(words: str, speaker: str) -> str | None:
    """The holder that words name: the one after "to", "with" or "by", else the first."""
    ours = speaker if _WE.search(words) and speaker != TO_COMMISSIONERS else None
    return _who(_TO.search(words), speaker) or ours or holder_of(words)


def _who(found: re.Match[str] | None, speaker: str) -> str | None:
    if found is None:
        return None
    low = found["who"].lower()
    if low == "us":
        return None if speaker == TO_COMMISSIONERS else speaker
    return COMMISSIONERS if low == "them" else holder_of(low)


def _status(words: str, holder: str, coming: str) -> str:
    if pattern(r"\b(?:directed|decided|ordered|agreed to|approved)\b", re.I).search(words):
        return IN_FORCE
    if is_proposed(words) or pattern(
        r"\b(?:should|could|would|to be|to (?:return|go|pass)|early return)\b"
    ).search(words):
        return PROPOSED
    future = pattern(r"\b(?:will|shall|is to|are to)\b").search(words)
    return coming if future and holder != COMMISSIONERS else IN_FORCE
