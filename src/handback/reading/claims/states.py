"""Statements of being and staying: "housing is with the Commissioners", "remain in charge of"."""

import re

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COUNCIL, HOLDER
from handback.reading.claims.modality import Mood
from handback.reading.claims.patterns import pattern
from handback.reading.claims.persons import person
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import WHO, object_end
from handback.reading.claims.statement import Frame, said_of
from handback.reading.claims.subjects import Head, holder_before, is_complete, subject_span
from handback.reading.words.later import later


def of_state(phrase: Phrase, head: Head, after: str, mood: Mood, speaker: str) -> Frame | None:
    """ "Housing is with the Commissioners", "the Council is in charge of housing", "housing is back".

    `after` are the words behind the verb, to the end of its clause. None where they name no state of holding.
    """
    small = _SMALL.match(after)
    begin = phrase.tokens[head.at].end + (small.end() if small else 0)
    mood = _with_adverb(mood, small[0] if small else "")
    charge = _CHARGE.match(phrase.words, begin, phrase.tokens[head.last - 1].end)
    if charge:
        return _in_charge(phrase, head, charge, mood, speaker)
    place = _with_whom(phrase, head, begin, speaker)
    return _of_place(phrase, head, *place, mood) if place else None


def _in_charge(phrase: Phrase, head: Head, charge: re.Match[str], mood: Mood, speaker: str) -> Frame | None:
    """The holder is the subject, the function stands behind: "the Council is in charge of housing"."""
    who = holder_before(phrase, head, speaker)
    said = said_of(Verb.HOLD, mood, who) if who else None
    if said is None:
        return None
    first = charge.end()
    last = object_end(phrase.words, first, phrase.tokens[head.last - 1].end)
    start = phrase.tokens[head.first].start
    return Frame(start, last, first, last, *said, Verb.HOLD, subject=False, plain=True)


def _of_place(phrase: Phrase, head: Head, who: str, tail: int, mood: Mood) -> Frame | None:
    """The function is the subject: "housing is with the Commissioners", up to where they are named."""
    said = said_of(Verb.HOLD, mood, who)
    if said is None:
        return None
    first, last = subject_span(phrase, head)
    back = pattern(r"\bback\b").search(phrase.words, phrase.tokens[head.at].end, tail)
    start = min(first, phrase.tokens[head.first].start)
    verb = Verb.BACK if back else Verb.HOLD
    return Frame(start, tail, first, last, *said, verb, subject=True, plain=True)


def _with_whom(phrase: Phrase, head: Head, begin: int, speaker: str) -> tuple[str, int] | None:
    """With whom the words from a place on say that the subject is, and where that ends."""
    words, end = phrase.words, phrase.tokens[head.last - 1].end
    at = _AT.match(words, begin, end)
    if at and _names_holder(words, at):
        return _named_at(words, at, speaker)
    if _LOCAL.match(words, begin, end):
        return COUNCIL, begin
    back = begin - len(" back") if words.endswith(" back", 0, begin) else begin
    return (COUNCIL, begin) if _HOME.match(words, back) else None


def _names_holder(words: str, at: re.Match[str]) -> bool:
    """Whether a holder's name ends there; what "is the council's" must say that it owns."""
    return is_complete(words, at.end()) and not (at["whose"] and not _OWNS.search(at["whose"]))


def _named_at(words: str, at: re.Match[str], speaker: str) -> tuple[str, int] | None:
    """Who is named there; "a matter for Ministers" is nobody's of whom the record knows."""
    if at["matter"] and _MINISTERS.search(at["matter"]):
        return None
    if at["whose"] == "theirs" and _ONCE_MORE.match(words, at.end()):
        return COUNCIL, at.end()
    who = person(at["who"] or at["whose"] or at["matter"] or at["taker"] or at["hands"], speaker)
    return (who, at.end()) if who else None


def _with_adverb(mood: Mood, small: str) -> Mood:
    """The mood of a state with the small words behind its verb: "no longer", "still", "never"."""
    if "no longer" in small:
        return Mood.ENDED
    if "still" in small and mood in (Mood.DONE, Mood.COMING):
        return Mood.KEPT
    return Mood.DENIED if pattern(r"\b(?:not|never)\b").search(small) else mood


_SMALL = later(
    r"^(?: (?:now|on(?= (?:under|with|in the hands))|back|again|still|once more|once again|no longer"
    r"|not|never|currently|all|both|already"
    r"|firmly|squarely|fully|today|also|only|solely|wholly|once|ultimately|entirely|rightly|formally"
    r"|likely to be|to be|being|under directions)\b)+"
)


_CHARGE = later(
    r" (?:(?:\w+ly|once more|again|back|jointly) )?(?:responsible for|in (?:\w+ )?(?:charge|control"
    r"|command) of|accountable for|answerable for|in place with (?:powers|control|responsibility) (?:over"
    r"|for)|able to (?:take|make) decisions (?:on|about|over)"
    r"|(?:in the driving seat|at the helm|in the saddle|calling the shots)(?: again| once more)?"
    r" (?:on|over|of|for|when it comes to))"
)


_LOCAL = later(
    r" an? (?!Commissioner|Government|Trust|Minister)(?:[A-Z][\w']+ |local |borough |county |city "
    r"|district |council ){1,4}"
    r"(?:responsibility|function|matter)\b"
)


_OWNS = later(r"(?:responsibility|remit|'s?|ours|theirs|mine)$")


_AT = later(
    rf" (?:(?:a matter|one|something) for (?P<matter>{HOLDER})"
    rf"|for (?P<taker>{HOLDER})(?= (?:to (?:take|make|decide|determine|settle)|alone)\b)|(?:with|under"
    rf"|in the (?:hands|charge"
    rf"|control|gift|care) of|within the"
    rf" (?:remit|control) of|(?:the|a) (?:sole )?responsibility of|vested in) {WHO}"
    rf"|in (?=[^.;]{{3,30}} hands\b){WHO.replace('who', 'hands')}"
    rf"|(?P<whose>{HOLDER}|ours|theirs|mine|hers(?= to)|his(?= to)))"
)


#: "Back" with nobody named goes with these, and is the council's.
_HOME = later(r" back(?=$|[.,;]| (?:home|in|on|from|at|where|after|and)\b)")
_MINISTERS = later(r"[Mm]inister|[Gg]overnment|[Ss]ecretary")
_ONCE_MORE = later(r" (?:again|once more)\b")
