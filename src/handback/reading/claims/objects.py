"""The object of a verb of holding or moving: "restored parks to the Council", "audit, which they regained".

The function stands after the verb, or before "which"; the holder after "to", or as the verb's subject.
"""

import re
from dataclasses import dataclass

from handback.reading.claims.frame_words import TAKEN_AWAY, Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER, holder_of, opposite
from handback.reading.claims.modality import Mood
from handback.reading.claims.patterns import pattern
from handback.reading.claims.persons import person
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import FROM, HEAVY, LATER_TO, PARTICLE, RECEIVER, TO, TOWN, object_end
from handback.reading.claims.statement import Frame, said_of
from handback.reading.claims.subjects import (
    Head,
    Place,
    antecedent,
    goes_to_them,
    holder_before,
    place_of,
    receives,
)


def of_object(phrase: Phrase, head: Head, mood: Mood, speaker: str) -> Frame | None:
    """The function is the object: it stands after the verb, up to where the clause turns elsewhere.

    None where the verb has no object, or one that is no function: its subject's own work, powers by law.
    """
    if _ALONE.match(head.low) or _is_own_care(phrase, head, speaker):
        return None
    words, end = phrase.words, phrase.tokens[head.last - 1].end
    first = _behind_verb(phrase, head)
    if head.low.startswith(("strip", "depriv")):
        return _stripped_of(phrase, head, first, end, mood)
    if _is_fronted(phrase, head, first, end):
        return _fronted(phrase, head, first, end, mood, speaker)
    if head.verb is Verb.HOLD and _OWN_POWERS.match(words, first, end):
        return None
    receiver = _receiver(head, words, first, end, speaker)
    first = receiver.end if receiver else first
    if _NO_OBJECT.match(words, first, end) and not receiver and head.word not in ("which", "whom"):
        return None
    subject = holder_before(phrase, head, speaker)
    goes_on = subject == COUNCIL and "continu" in phrase.text(head.first, head.at)
    if _is_ministers(phrase, head, subject) or (not goes_on and _does_its_work(head, words[first:end])):
        return None
    return _acted_on(phrase, head, mood, _Around(first, end, subject, receiver), speaker)


@dataclass(frozen=True, slots=True)
class _Around:
    """Where an object may stand, who acts on it, and who is named before it as receiving it."""

    first: int
    end: int
    subject: str | None
    receiver: Place | None


def _acted_on(phrase: Phrase, head: Head, mood: Mood, around: _Around, speaker: str) -> Frame | None:
    """The statement that a verb makes of its object, once it is plain that it has one."""
    words, first, end = phrase.words, around.first, around.end
    to = None if around.receiver else _later_to(head, words, first, end, speaker)
    away = place_of(FROM, words, first, end, speaker)
    struck = _STRUCK_FROM.search(words, first, end) if head.verb in (Verb.LOSE, Verb.TAKE) else None
    removed = struck or (head.verb is Verb.LOSE and not away and _by_directions(phrase, head))
    # "the new Directions remove audit", "... from the list": from what the commissioners exercise
    to_whom = around.receiver or to
    holder = COUNCIL if removed else _holder_of_object(head, around.subject, to_whom, away)
    said = said_of(head.verb, mood, holder) if holder else None
    if said is None:
        return None
    ends = [p.start for p in (to, away) if p and head.verb is not Verb.HOLD]
    ends += [struck.start()] if struck else []
    last = min([object_end(words, first, end), *ends])
    first, last = _object(phrase, head, first, last, around.subject)
    if last - first < 2:
        return None
    begin = phrase.tokens[head.at].end
    start = min(first, phrase.tokens[head.first].start)
    plain = bool(to_whom or (around.subject and head.word in ("which", "whom")))
    return Frame(start, max(last, begin), first, last, *said, head.verb, subject=last < begin, plain=plain)


def _behind_verb(phrase: Phrase, head: Head) -> int:
    """Where an object may begin: behind the verb, its particle, and the small word that goes with it."""
    begin, end = phrase.tokens[head.at].end, phrase.tokens[head.last - 1].end
    particle = PARTICLE.match(phrase.words[begin:end])
    return begin + (particle.end() if particle else 0) + _AFTER.get(head.low[:4], 0)


def _is_fronted(phrase: Phrase, head: Head, first: int, end: int) -> bool:
    """Whether the object stands before the subject, and nothing behind the verb but a holder or a time."""
    if not _FRONTED.fullmatch(phrase.text(head.first, head.chain)):
        return False
    behind = phrase.words[first:end]
    return bool(TO.match(behind) or _NOTHING.match(behind.rstrip(" .,;:")))


def _is_own_care(phrase: Phrase, head: Head, speaker: str) -> bool:
    """Whether somebody looks after what is his anyway: a council's own work, what any body deals with."""
    if head.low[:4] not in ("look", "deal"):
        return False
    who = holder_before(phrase, head, speaker)
    return who == COUNCIL or (head.low.startswith("deal") and who == OTHER)


_ITS_WORK = re.compile(
    r" (?:its|their|our|his|her|these|those) (?:functions|powers|duties|responsibilities|roles?)(?!"
    r" (?:again|once more|back)\b)(?! (?:of|for"
    r"|over|in|on|relating|with regard)\b)"
)


def _does_its_work(head: Head, after: str) -> bool:
    """ "The Commissioners will exercise their functions until May": which, it does not say."""
    return (
        head.low.startswith(("exercis", "discharg", "perform", "run")) and _ITS_WORK.match(after) is not None
    )


def _is_ministers(phrase: Phrase, head: Head, subject: str | None) -> bool:
    """Whether the subject is a minister, who holds nothing of a council's by what he "has" or keeps."""
    before = phrase.text(head.first, head.chain)
    if head.low in ("have", "has", "had") and _IN_LAW.search(before):
        return True
    return subject == OTHER and head.verb in _WITH_SUBJECT and bool(_MINISTER.search(before))


def _receiver(head: Head, words: str, first: int, end: int, speaker: str) -> Place | None:
    """Who receives, where he is named before the thing: "give the Council control of parks"."""
    heavy = place_of(HEAVY, words, first, end, speaker)
    if heavy or head.verb not in (Verb.BACK, Verb.MOVE):
        return heavy
    return place_of(RECEIVER, words, first, end, speaker)


def _object(phrase: Phrase, head: Head, first: int, last: int, subject: str | None) -> tuple[int, int]:
    """Where the object stands; of "housing, which the Council regained" it is what stands before "
    ""which"."""
    words = phrase.words
    if head.word not in ("which", "that") or (last - first > 1 and not _NOTHING.match(words[first:last])):
        return first, last
    if subject is None and not pattern(r"(?:I|we|he|she|they)$").search(phrase.text(head.first, head.chain)):
        return first, first
    before = phrase.clause_at(max(head.first - 2, 0))
    first, last = antecedent(phrase, before[0], head.first - 1)
    listed = [m.end() for m in pattern(r", (?:and )?| and ").finditer(words[first : last - 2])]
    return first + max(listed, default=0), last


#: What stands before the subject of a verb that has nothing behind it: "audit we", "parks they".
_FRONTED = re.compile(
    r"(?!(?:[Ww]hat|[Ww]hen|[Ii]f|[Aa]s|[Tt]hat|[Aa]nd|[Bb]ut|[Ww]here|[Ww]hile|[Nn]ow|[Ss]o|[Tt]hen|[Ii]n"
    r"|[Oo]n|[Ff]or|[Bb]y) )[A-Za-z][^;:.]{2,80}?,? (?:I|we|they)"
)


def _fronted(phrase: Phrase, head: Head, first: int, end: int, mood: Mood, speaker: str) -> Frame | None:
    """ "Planning and licensing I leave with the Council", "audit we shall keep"."""
    place = place_of(TO, phrase.words, first, end, speaker)
    who = place.who if place else _of_fronted(phrase, head, speaker)
    said = said_of(head.verb, mood, who) if who else None
    if said is None:
        return None
    start, until = phrase.tokens[head.first].start, phrase.tokens[head.chain - 1].start
    tail = place.end if place else phrase.tokens[head.at].end
    return Frame(start, tail, start, until, *said, head.verb, subject=True, plain=True)


def _of_fronted(phrase: Phrase, head: Head, speaker: str) -> str | None:
    """Who has what is named first, where nobody is named behind the verb."""
    who = person(phrase.tokens[head.chain - 1].low, speaker)
    if who is None or head.verb is Verb.MOVE:
        return None
    if head.verb is Verb.BACK:
        return COUNCIL
    return opposite(who) if head.verb is Verb.LOSE else who


def _later_to(head: Head, words: str, first: int, end: int, speaker: str) -> Place | None:
    """Who receives, where he is named after the thing: "return parks to the Council"."""
    to = place_of(LATER_TO, words, first, end, speaker)
    return to or (_to_town(words, first, end) if head.verb is Verb.BACK else None)


def _to_town(words: str, first: int, end: int) -> Place | None:
    """ "Returning parks to Harrowmere": a place named for its council."""
    town = TOWN.search(words, first, end)
    return Place(COUNCIL, town.start(), town.end(), town[0]) if town else None


def _by_directions(phrase: Phrase, head: Head) -> bool:
    return bool(_DIRECTIONS.search(phrase.text(head.first, head.chain)))


#: The length of the word that goes with a verb: "look after", "deal with", "part with".
_AFTER = {"look": len(" after"), "deal": len(" with"), "part": len(" with")}
_STRUCK_FROM = re.compile(
    r" (?:from|out of) (?:the |that |this |my |your |their |its )?(?:list|annex|schedule|appendix|functions"
    r"|[Dd]irections?|scope|remit"
    r"|intervention|[Cc]ommissioners'? (?:list|remit|functions|powers|role))\b",
    re.I,
)
_OWN_POWERS = re.compile(
    r" (?:my|his|her) powers? to\b|"
    r" (?:(?:my|his|her|the|its|their|our) )?powers? (?:granted|given|conferred|vested|available|delegated"
    r"|held)\b|"
    r" (?:(?:my|his|her|the|its|their|our) )?powers?(?: of direction| of intervention)? (?:under|in"
    r"|conferred by|set out in|available"
    r" under)\b(?! relation| respect)"
)
_DIRECTIONS = re.compile(r"[Dd]irections?\b[\w ]{0,30}$")
_WITH_SUBJECT = (Verb.HOLD, Verb.KEEP, Verb.TAKE)
_NO_OBJECT = re.compile(
    r" (?:(?:a|an) (?!(?:[\w-]+ )?[\w-]+'s |number|range|further|wide|variety|series|list|return|phased)"
    r"|(?:to|with|from|by|in|on|at|for|under|into) )"
)
_NOTHING = re.compile(
    r"^ ?(?:(?:on|in|at|by|from|since|until|after|before|last|this|next|again|back|under|for|ourselves"
    r"|themselves)\b.*)?$"
)


#: What ministers "have" they have by law, of every council.
_IN_LAW = re.compile(r"(?:[Mm]inisters|[Gg]overnment)$")
_MINISTER = re.compile(r"[Ss]ecretary of [Ss]tate|[Mm]inister")


_ALONE = re.compile(r"(?:remain|stay|continu|rest(?!or)|l(?:ie|ay|ying)|s[ia]t|reside|belong|ceas)")


def _stripped_of(phrase: Phrase, head: Head, first: int, end: int, mood: Mood) -> Frame | None:
    words = phrase.words
    of = pattern(r"(?P<who>[^.;]{0,60}?) ?\bof ").match(words[first:end])
    if of is None:
        return None
    start = first + of.end()
    who = holder_of(of["who"]) or holder_of(phrase.text(head.first, head.at)) or COUNCIL
    said = said_of(Verb.LOSE, mood, opposite(who))
    last = object_end(words, start, end)
    return (
        Frame(phrase.tokens[head.first].start, last, start, last, *said, Verb.LOSE, subject=False, plain=True)
        if said
        else None
    )


def _holder_of_object(head: Head, subject: str | None, to: Place | None, away: Place | None) -> str | None:
    if head.passive and subject and receives(head) and not to:  # "the Council was given control of parks"
        return subject if subject != COUNCIL or head.verb is Verb.BACK else None
    if head.verb is Verb.BACK:
        return to.who if to and not goes_to_them(to) else COUNCIL
    if head.verb is Verb.MOVE:
        if to:
            return to.who
        handed = head.low.startswith("hand")
        return opposite(away.who) if away else opposite(subject or COMMISSIONERS) if handed else None
    if head.verb is Verb.LOSE:
        return _loser(head, subject, to, away)
    if to and ((head.verb is Verb.KEEP and not subject) or _BACK_UNDER.match(to.words)):
        return to.who
    if head.verb is Verb.TAKE and away and not subject:
        return opposite(away.who)
    return subject or (COUNCIL if head.verb is Verb.TAKE and head.passive else None)


def _loser(head: Head, subject: str | None, to: Place | None, away: Place | None) -> str | None:
    if head.low == "remove" and not (away or subject or to):
        return None
    if away:
        return opposite(away.who)
    if to:
        return to.who
    if TAKEN_AWAY.match(head.low):
        return COMMISSIONERS if head.form != "ing" else None
    return opposite(subject) if subject else None


_BACK_UNDER = re.compile(r" back,? (?:under|in)")
