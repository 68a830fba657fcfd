"""Statements of being and staying: "housing is with the Commissioners", "remain in charge of"."""

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
    """ "Housing is with the Commissioners", "the Council is in charge of housing", "housing is back"."""
    words = phrase.words
    begin, end = phrase.tokens[head.at].end, phrase.tokens[head.last - 1].end
    small = _SMALL.match(after)
    begin += small.end() if small else 0
    mood = _with_adverb(mood, small[0] if small else "")
    charge = _CHARGE.match(words[begin:end])
    if charge:
        who = holder_before(phrase, head, speaker)
        said = said_of(Verb.HOLD, mood, who) if who else None
        last = object_end(words, begin + charge.end(), end)
        return (
            Frame(
                phrase.tokens[head.first].start,
                last,
                begin + charge.end(),
                last,
                *said,
                Verb.HOLD,
                subject=False,
                plain=True,
            )
            if said
            else None
        )
    at = _AT.match(words[begin:end])
    if at and is_complete(words, begin + at.end()) and not (at["whose"] and not _OWNS.search(at["whose"])):
        who = person(at["who"] or at["whose"] or at["matter"] or at["taker"] or at["hands"], speaker)
        tail = begin + at.end()
        if at["matter"] and pattern(r"[Mm]inister|[Gg]overnment|[Ss]ecretary").search(at["matter"]):
            return None  # "this is a matter for Ministers"
        if at["whose"] == "theirs" and pattern(r" (?:again|once more)\b").match(words[tail:]):
            who = COUNCIL
    elif _LOCAL.match(words[begin:end]) or pattern(
        r" back(?=$|[.,;]| (?:home|in|on|from|at|where|after|and)\b)"
    ).match(words[begin - 5 if words[begin - 5 : begin] == " back" else begin :]):
        who, tail = COUNCIL, begin
    else:
        return None
    said = said_of(Verb.HOLD, mood, who) if who else None
    if said is None:
        return None
    first, last = subject_span(phrase, head)
    verb = Verb.BACK if pattern(r"\bback\b").search(words[phrase.tokens[head.at].end : tail]) else Verb.HOLD
    return Frame(
        min(first, phrase.tokens[head.first].start), tail, first, last, *said, verb, subject=True, plain=True
    )


def _with_adverb(mood: Mood, small: str) -> Mood:
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
    r"^ (?:(?:\w+ly|once more|again|back|jointly) )?(?:responsible for|in (?:\w+ )?(?:charge|control"
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
    rf"^ (?:(?:a matter|one|something) for (?P<matter>{HOLDER})"
    rf"|for (?P<taker>{HOLDER})(?= (?:to (?:take|make|decide|determine|settle)|alone)\b)|(?:with|under"
    rf"|in the (?:hands|charge"
    rf"|control|gift|care) of|within the"
    rf" (?:remit|control) of|(?:the|a) (?:sole )?responsibility of|vested in) {WHO}"
    rf"|in (?=[^.;]{{3,30}} hands\b){WHO.replace('who', 'hands')}"
    rf"|(?P<whose>{HOLDER}|ours|theirs|mine|hers(?= to)|his(?= to)))"
)
