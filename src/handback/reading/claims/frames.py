"""Verb frames: who holds what, or to whom it moves, read from a clause around its verb.

Every verb of a family is read alike. A function is the object of an active verb, the subject of a passive
or intransitive one; the holder is named after "to", "with", "under" or "by", or is the subject.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.frame_words import BE, FORMS, Verb, one_of
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER, holder_of, opposite
from handback.reading.claims.modality import Mood, Setting, mood_of
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import BY, FROM, HEAVY, LATER_TO, PARTICLE, RECEIVER, TO, object_end
from handback.reading.claims.statement import Frame, said_of
from handback.reading.claims.states import of_state
from handback.reading.claims.subjects import (
    Head,
    Place,
    antecedent,
    has_verb_before,
    head_of,
    holder_before,
    place_of,
    subject_span,
)
from handback.reading.claims.valency import has_no_object, meaning, stands_alone


def frames(phrase: Phrase, speaker: str = COMMISSIONERS, prior: str = "") -> Iterator[Frame]:
    """The statements of a phrase, verb by verb; a stretch that one verb has read is not read again.

    `speaker` is the holder that "we" stands for, `prior` the sentence before. A move that is only weighed has
    the status "weighed": it states nothing, but what comes after may lean on it.
    """
    taken = -1
    for at, token in enumerate(phrase.tokens):
        entry = FORMS.get(token.low) or ((Verb.HOLD, "be") if token.low in BE else None)
        if entry is None or token.start < taken:
            continue
        frame = _of_verb(phrase, head_of(phrase, at, *entry), speaker, prior)
        if frame is not None:
            taken = max(frame.end, frame.last)
            yield frame


def _of_verb(phrase: Phrase, head: Head, speaker: str, prior: str) -> Frame | None:
    words, tokens = phrase.words, phrase.tokens
    before = tokens[head.at - 1].low if head.at else ""
    if head.form in ("base", "s") and (
        before in _MAKES_NOUN or (head.form == "s" and before == "to") or _is_noun(phrase, head, before)
    ):
        return None
    after = words[tokens[head.at].end : tokens[head.last - 1].end]
    verb = meaning(head.low, head.verb, head.form, after, before, phrase.text(head.first, head.at).lower())
    if verb is None:
        return None
    head = replace(head, verb=verb)
    mood = mood_of(_setting(phrase, head, prior))
    if (
        verb is Verb.HOLD
        and head.chain < head.at
        and phrase.tokens[head.chain].low == "to"
        and not has_verb_before(phrase, head)
        and mood is Mood.PROPOSED
        and not prior
    ):
        return None
    if head.form == "be":
        return of_state(phrase, head, after, mood, speaker)
    if head.verb is Verb.KEEP and head.low.startswith(("remain", "stay", "continu", "carr")):
        kept = mood if mood in (Mood.DENIED, Mood.ENDED, Mood.WEIGHED) else Mood.KEPT
        state = of_state(phrase, head, after, kept, speaker)
        if state is not None:
            return state
    built = _of_subject(phrase, head, after, mood, speaker) if _subject_moves(phrase, head, after) else None
    return built or (
        None if head.passive and not _receives(head) else _of_object(phrase, head, mood, speaker)
    )


_MAKES_NOUN = one_of(
    "the a an its their his her this that of for in under own our your my phased full early over on "
    "about by with no any some further"
)


def _is_noun(phrase: Phrase, head: Head, before: str) -> bool:
    """Whether a bare form is a noun: "the provisional transfer date", "implementing transfer"."""
    if head.form != "base" or head.chain != head.at or head.at == head.first or head.low not in _NOUNS:
        return False
    if (
        head.word == "that"
        and head.low == "return"
        and _SUBJUNCTIVE.match(phrase.words[phrase.tokens[head.at].end :])
    ):
        return False
    if before.endswith("ing"):
        return True
    plural = before.endswith("s") or before in (
        "we",
        "i",
        "they",
        "you",
        "and",
        "or",
        ",",
        "then",
        "who",
        "which",
        "that",
        "people",
        "let",
        "both",
        "all",
        "not",
    )
    return not plural and not (head.at > 1 and phrase.tokens[head.at - 2].low in ("and", ","))


_SUBJUNCTIVE = re.compile(r" to (?:it|them|us|the [Cc]ouncil|the [Aa]uthority)\b")
_NOUNS = one_of("return transfer control hand run place move pass exercise switch shift rest release grant")


def goes_on(words: str) -> bool:
    """Whether a sentence goes on what the one before began: "Second, that ..."."""
    return bool(_GOES_ON.match(words))


def _receives(head: Head) -> bool:
    """Whether the subject of a passive verb can be who receives: "was given control", "been stripped "
    "of"."""
    return head.low in ("given", "handed", "passed", "granted", "stripped", "deprived", "restored")


def _setting(phrase: Phrase, head: Head, prior: str) -> Setting:
    """What the verb stands in. What may govern it begins at the last strong stop."""
    words, start = phrase.words, phrase.tokens[head.chain].start
    chain = phrase.text(head.chain, head.at).lower()
    clause = phrase.tokens[head.first].start
    region = 0
    for joint in phrase.joints:
        if joint.at <= head.first and joint.word in (
            ";",
            "but",
            "while",
            "whereas",
            "although",
            "though",
            "whilst",
            "because",
        ):
            region = phrase.tokens[min(joint.at, len(phrase.tokens) - 1)].start
    own = head.word in ("and", ",", "or", "so", "yet") and not pattern(
        r"\bto\b|^be\b|^$|being|would|should"
    ).search(chain)
    before = words[clause if own else region : start]
    if region == 0 and (_GOES_ON.match(words) or prior.endswith(":")):
        before = f"{prior} {before}"
    return Setting(
        before, chain, head.form, head.word, head.passive, holds=head.verb is Verb.HOLD, prior=prior
    )


_GOES_ON = re.compile(
    r"(?:(?:First|Second|Third|Fourth|Next|Finally|Last)(?:ly)?,? )?(?:that |It (?:is|was) that |to )"
    r"|Under (?:this|that|these|the) proposals?"
)


def _subject_moves(phrase: Phrase, head: Head, after: str) -> bool:
    """Whether the function is what the verb's subject names."""
    if head.passive:
        given = (
            _receives(head)
            and not has_no_object(after)
            and (holder_before(phrase, head, "") or _POWERS_FOLLOW.match(after))
        )
        return not (given and not TO.match(after))
    if head.verb is Verb.TAKE or (head.verb is Verb.LOSE and not head.low.startswith("ceas")):
        return False
    if head.form == "ed" and head.chain == head.at and has_verb_before(phrase, head):
        return bool(BY.match(after) or TO.match(after))
    if HEAVY.match(after):
        return False
    if stands_alone(head.low, after):
        return not (head.form == "ed" and _is_holder(phrase, head) and head.verb is Verb.KEEP)
    return head.form in ("ed", "en") and bool(
        BY.match(after) or (TO.match(after) and not _is_holder(phrase, head))
    )


_POWERS_FOLLOW = re.compile(
    r" (?:back )?(?:(?:its|their|the|full|all|direct|more) )*(?:control|powers?|responsib|functions|of)"
)


def _is_holder(phrase: Phrase, head: Head) -> bool:
    return holder_before(phrase, head, "") is not None


def _of_subject(phrase: Phrase, head: Head, after: str, mood: Mood, speaker: str) -> Frame | None:
    """The function is the subject: "housing was returned", "housing stays with the Council"."""
    words = phrase.words
    begin, end = phrase.tokens[head.at].end, phrase.tokens[head.last - 1].end
    to, by = place_of(TO, words, begin, end, speaker), place_of(BY, words, begin, end, speaker)
    away = place_of(FROM, words, begin, end, speaker) if not to else None
    particle = PARTICLE.match(words[begin:end])
    place = _place_of_subject(head, after, to, by, away)
    if place is None:
        return None
    holder, tail = place[0], place[1] or begin + (particle.end() if particle else 0)
    first, last = subject_span(phrase, head)
    if pattern(r"(?:[Nn]either|[Nn]o|[Nn]one of) ").match(words[first:last]):
        mood = Mood.DENIED
    said = said_of(head.verb, mood, holder)
    if said is None:
        return None
    start = min(first, phrase.tokens[head.first].start)
    plain = bool(to or by or away)
    return Frame(start, max(tail, begin), first, last, *said, head.verb, subject=True, plain=plain)


def _place_of_subject(
    head: Head, after: str, to: Place | None, by: Place | None, away: Place | None
) -> tuple[str, int] | None:
    """The holder of a function that is a verb's subject, and where his naming ends (0 if nobody is "
    "named)."""
    if by and head.verb in (Verb.HOLD, Verb.KEEP, Verb.TAKE):
        return by.who, by.end
    if head.verb is Verb.LOSE:
        return _lost(head, to, by, away)
    moves = head.verb in (Verb.BACK, Verb.MOVE)
    if to and head.verb is not Verb.TAKE and not (by and moves):
        return to.who, to.end
    if away and moves:
        return opposite(away.who), away.end
    if head.verb is Verb.BACK or (
        head.verb is Verb.MOVE and head.low.startswith("hand") and pattern(r" over\b").match(after)
    ):
        return COUNCIL, 0
    if head.verb is Verb.KEEP and (head.passive or pattern(r" (?:where|put\b)").match(after)):
        return COMMISSIONERS, 0
    return None


def _lost(head: Head, to: Place | None, by: Place | None, away: Place | None) -> tuple[str, int] | None:
    if by:
        return opposite(by.who), by.end
    if away:
        return opposite(away.who), away.end
    if to:
        return to.who, to.end
    return (COMMISSIONERS, 0) if _TAKEN_AWAY.match(head.low) else None


def _of_object(phrase: Phrase, head: Head, mood: Mood, speaker: str) -> Frame | None:
    """The function is the object: it stands after the verb, up to where the clause turns elsewhere."""
    if _ALONE.match(head.low):
        return None
    words = phrase.words
    begin, end = phrase.tokens[head.at].end, phrase.tokens[head.last - 1].end
    particle = PARTICLE.match(words[begin:end])
    first = begin + (particle.end() if particle else 0)
    if head.low.startswith(("strip", "depriv")):
        return _stripped_of(phrase, head, first, end, mood)
    if TO.match(words[first:end]) and pattern(r" (?:I|we)$").search(phrase.text(head.first, head.chain)):
        return _fronted(phrase, head, first, end, mood, speaker)
    if head.verb is Verb.HOLD and _OWN_POWERS.match(words[first:end]):
        return None
    receiver = _receiver(head, words, first, end, speaker)
    first = receiver.end if receiver else first
    if _NO_OBJECT.match(words[first:end]) and not receiver:
        return None
    subject = holder_before(phrase, head, speaker)
    if (
        subject == OTHER
        and head.verb in _WITH_SUBJECT
        and _MINISTER.search(phrase.text(head.first, head.chain))
    ):
        return None
    to = None if receiver else place_of(LATER_TO, words, first, end, speaker)
    away = place_of(FROM, words, first, end, speaker)
    holder = _holder_of_object(head, subject, receiver or to, away)
    if head.verb is Verb.LOSE and not away and _DIRECTIONS.search(phrase.text(head.first, head.chain)):
        holder = COUNCIL  # "the new Directions remove audit": from the commissioners' functions
    said = said_of(head.verb, mood, holder) if holder else None
    if said is None:
        return None
    ends = [p.start for p in (to, away) if p and head.verb is not Verb.HOLD]
    first, last = _object(phrase, head, first, min([object_end(words, first, end), *ends]), subject)
    if last - first < 2:
        return None
    start, plain = min(first, phrase.tokens[head.first].start), bool(to or receiver)
    return Frame(start, max(last, begin), first, last, *said, head.verb, subject=last < begin, plain=plain)


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
    if subject is None:
        return first, first
    before = phrase.clause_at(max(head.first - 2, 0))
    first, last = antecedent(phrase, before[0], head.first - 1)
    listed = [m.end() for m in pattern(r", (?:and )?| and ").finditer(words[first : last - 2])]
    return first + max(listed, default=0), last


def _fronted(phrase: Phrase, head: Head, first: int, end: int, mood: Mood, speaker: str) -> Frame | None:
    """ "Planning and licensing I leave with the Council"."""
    place = place_of(TO, phrase.words, first, end, speaker)
    said = said_of(head.verb, mood, place.who) if place else None
    if place is None or said is None:
        return None
    start, until = phrase.tokens[head.first].start, phrase.tokens[head.chain - 1].start
    return Frame(start, place.end, start, until, *said, head.verb, subject=True, plain=True)


_OWN_POWERS = re.compile(r" (?:my|his|her|the|its|their) powers? under (?:section|s\.|sections)")
_DIRECTIONS = re.compile(r"[Dd]irections?\b[\w ]{0,30}$")
_WITH_SUBJECT = (Verb.HOLD, Verb.KEEP, Verb.TAKE)
_NO_OBJECT = re.compile(
    r" (?:(?:a|an) (?!number|range|further|wide|variety|series|list|return|phased)"
    r"|(?:to|with|from|by|in|on|at|for|under|into) )"
)
_NOTHING = re.compile(
    r"^ ?(?:(?:on|in|at|by|from|since|until|after|before|last|this|next|again|back|under)\b.*)?$"
)


_TAKEN_AWAY = re.compile(r"(?:remov|strip|depriv|t[ao]ke?|took|taken)")


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
    if head.passive and subject and _receives(head) and not to:  # "the Council was given control of parks"
        return subject if subject != COUNCIL or head.verb is Verb.BACK else None
    if head.verb is Verb.BACK:
        return to.who if to else COUNCIL
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
    if away:
        return opposite(away.who)
    if to:
        return to.who
    if _TAKEN_AWAY.match(head.low):
        return COMMISSIONERS if head.form != "ing" else None
    return opposite(subject) if subject else None


_BACK_UNDER = re.compile(r" back,? (?:under|in)")
