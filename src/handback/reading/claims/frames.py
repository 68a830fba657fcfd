"""Verb frames: who holds what, or to whom it moves, read from a clause around its verb.

Every verb of a family is read alike. A function is the object of an active verb, the subject of a passive
or intransitive one; the holder is named after "to", "with", "under" or "by", or is the subject.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.deeds import of_deed
from handback.reading.claims.frame_words import (
    BE,
    DEEDS,
    FORMS,
    OF_POWERS,
    SAID_OF_POWERS,
    SERVING,
    TAKEN_AWAY,
    Verb,
    one_of,
)
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER, opposite
from handback.reading.claims.modality import IN_FORCE, Mood
from handback.reading.claims.moods import mood_here
from handback.reading.claims.objects import of_object
from handback.reading.claims.own_powers import of_powers
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase, is_finite
from handback.reading.claims.slots import BY, FROM, HEAVY, LATER_TO, PARTICLE, TO
from handback.reading.claims.statement import Frame, said_of, settled
from handback.reading.claims.states import of_state
from handback.reading.claims.subjects import (
    Head,
    Place,
    goes_to_them,
    has_verb_before,
    head_of,
    holder_before,
    place_of,
    receives,
    subject_span,
)
from handback.reading.claims.valency import has_no_object, meaning, stands_alone
from handback.reading.words.later import later
from handback.reading.words.watch import waits


def frames(phrase: Phrase, speaker: str = COMMISSIONERS, stance: str | None = None) -> Iterator[Frame]:
    """The statements of a phrase, verb by verb; a stretch that one verb has read is not read again.

    `speaker` is the holder that "we" stands for, `stance` how the page means
    what will be. A move that is only weighed has the status "weighed": it states
    nothing, but what comes after may lean on it.
    """
    taken = -1
    stance = IN_FORCE if _ORDERED.search(phrase.words) or _BY_ORDER.search(phrase.asides) else stance
    for at, token in enumerate(phrase.tokens):
        if token.start >= taken and token.low in DEEDS:
            deed = of_deed(phrase, head_of(phrase, at, Verb.HOLD, "base"), speaker)
            if deed is not None:
                taken = deed.last
                yield deed
                continue
        entry = FORMS.get(token.low) or OF_POWERS.get(token.low) or SERVING.get(token.low)
        entry = entry or ((Verb.HOLD, "be") if token.low in BE else None)
        if token.low == "run" and at + 1 < len(phrase.tokens) and phrase.tokens[at + 1].low == "by":
            entry = (Verb.HOLD, "en")
        if entry is None or token.start < taken:
            continue
        frame = _of_verb(phrase, head_of(phrase, at, *entry), speaker)
        if frame is not None:
            taken = max(frame.end, frame.last)
            yield settled(frame, stance)


#: Words that order what a sentence says will be, wherever they stand in it.
_ORDERED = later(
    r"immediate effect|\bunder (?!(?:[\w'-]+ )*?(?:proposed|draft|[Ss]tanding))(?:[\w'-]+ ){1,4}"
    r"(?:[Oo]rder|[Dd]irections?) (?:made|issued|approved|signed|of)\b"
)
_BY_ORDER = later(
    r"(?:decided|directed|ordered)$|(?:[Mm]inisters?|Secretary|State) (?:has|have) confirmed$"
    r"|\b(?:following|under|by|with) (?!(?:\w+ )*(?:proposed|draft))[^,]*"
    r"[Dd]irections?\b"
)


def _of_verb(phrase: Phrase, head: Head, speaker: str) -> Frame | None:
    """What a verb of the families says here; None where it is a noun, or means something else."""
    words, tokens = phrase.words, phrase.tokens
    before = tokens[head.at - 1].low if head.at else ""
    acts = before == "that" and _ACTS_ON.match(words, tokens[head.at].end)
    if head.form in ("base", "s") and (
        (before in _MAKES_NOUN and not acts)
        or (head.form == "s" and before == "to")
        or _is_noun(phrase, head, before)
    ):
        return None
    after = words[tokens[head.at].end : tokens[head.last - 1].end]
    if _is_attribute(head, before, after) or _UNDER_POWERS.search(words[: tokens[head.at].start]):
        return None
    verb = meaning(head.low, head.verb, head.form, after, before, phrase.text(head.first, head.at).lower())
    if verb is None:
        return None
    head = replace(head, verb=verb)
    if head.form == "ing" and head.at == head.first and _REMARKS.match(words, tokens[head.at].end):
        return None
    mood = mood_here(phrase, head)
    if mood is Mood.PROPOSED and not phrase.prior and _only_purpose(phrase, head):
        return None
    return _stated(phrase, head, after, mood, speaker)


#: "Returning parks shows how far they came": what is remarked on a move states none.
_REMARKS = re.compile(
    r"[^.;:]{3,90}? (?:increases|marks|represents|reflects|shows|demonstrates|remains a"
    r"|(?:is|was) (?:a|an|the right|right|not|only|part of)) "
)


def _only_purpose(phrase: Phrase, head: Head) -> bool:
    """Whether holding is what something is for, with no verb before: "the duty to run libraries"."""
    aim = head.verb is Verb.HOLD and head.chain < head.at and phrase.tokens[head.chain].low == "to"
    return aim and not has_verb_before(phrase, head)


def _stated(phrase: Phrase, head: Head, after: str, mood: Mood, speaker: str) -> Frame | None:
    """What a verb states of powers, of a state, of its subject or of its object, the first that it can."""
    powers = of_powers(phrase, head, mood, speaker) if head.low in SAID_OF_POWERS else None
    if powers is not None or head.low in OF_POWERS:
        return powers
    if head.form == "be":
        return of_state(phrase, head, after, mood, speaker)
    if head.verb is Verb.KEEP and head.low.startswith(("remain", "stay", "continu", "carr")):
        kept = mood if mood in (Mood.DENIED, Mood.ENDED, Mood.WEIGHED) else Mood.KEPT
        state = of_state(phrase, head, after, kept, speaker)
        if state is not None:
            return state
    if head.low in SERVING:
        return _served(phrase, head, after, mood, speaker)
    built = _of_subject(phrase, head, after, mood, speaker) if _subject_moves(phrase, head, after) else None
    return built or (None if head.passive and not receives(head) else of_object(phrase, head, mood, speaker))


def _served(phrase: Phrase, head: Head, after: str, mood: Mood, speaker: str) -> Frame | None:
    """ "A company will deliver care on the council's behalf": whoever gives it for the council has it."""
    behalf = _ON_BEHALF.search(after)
    if behalf is None:
        return None
    if head.passive:
        served = _of_subject(phrase, head, after, mood, speaker)
    else:
        served = of_object(phrase, head, mood, speaker)
    if served is None or served.holder != OTHER:
        return None
    until = phrase.tokens[head.at].end + behalf.start()
    return replace(served, plain=True, last=min(served.last, until))


_ON_BEHALF = re.compile(
    r" for (?:the|its|our) (?:[Cc]ouncil|[Aa]uthority)\b| on (?:(?:its|their) behalf|behalf of (?:the )?\w"
    r"|the (?:[\w-]+ )?(?:[Cc]ouncils?|[Aa]uthorit(?:y|ies))'s? behalf)"
)


def _is_attribute(head: Head, before: str, after: str) -> bool:
    """Whether a participle only says which: "oversight over all returned functions", "returning officer"."""
    if head.low == "returning":
        return bool(_OFFICE.match(after))
    if head.low == "remaining" and _WHO_REMAIN.match(after):
        return True
    if head.form in ("ed", "en") and _TO_MINISTERS.match(after):
        return True
    return head.form in ("ed", "en") and before in _DETERMINES and bool(_THINGS.match(after))


#: "The powers granted to me by Parliament": a minister's own.
_TO_MINISTERS = re.compile(
    r" (?:to|on|upon|in) (?:me|him|her|the Secretary of State|[Mm]inisters)\b,? (?:by|under)\b"
)
#: "Under powers given to her by the Act": what somebody acts by, and nothing that moves.
_UNDER_POWERS = waits(
    r"\b(?:[Uu]nder|[Uu]sing|[Tt]hrough|[Bb]y virtue of|[Ii]n exercise of|[Ww]ith) (?:(?:the|his|her|its"
    r"|their|these|those|any|new|legal|special|statutory|emergency|delegated) )*(?:powers?|authority|duties)"
    r"(?: (?:that|which) (?:are|were|is|was|have been))? $"
)
_DETERMINES = one_of("the a all any these those this that its their your newly recently already of over")
_THINGS = re.compile(r" (?:functions?|powers?|services?|areas?|responsibilit|duties|departments?)\b")
_WHO_REMAIN = re.compile(r" (?:[a-z]+ )?(?:[Cc]ommissioners?|[Mm]embers|[Cc]ouncillors)\b")
_OFFICE = re.compile(r" (?:and (?:\w+ ){1,2})?officers?\b", re.I)
#: "Directions that hand back some powers": a verb with its object, and no noun after "that".
_ACTS_ON = re.compile(
    r" (?:back|over|the|some|certain|these|those|all|its|full|further|more|most|many|several|powers?"
    r"|functions?|control|responsib\w+)\b"
)


_MAKES_NOUN = one_of(
    "the a an its their his her this that of for in under own our your my phased full early over on "
    "about by with no any some further"
)


def _is_noun(phrase: Phrase, head: Head, before: str) -> bool:
    """Whether a bare form is a noun: "the provisional transfer date", "implementing transfer"."""
    after = phrase.tokens[head.at + 1].low if head.at + 1 < len(phrase.tokens) else ""
    if head.form == "s" and is_finite(after) and after in BE:
        return True  # "grants are"
    if head.form == "base" and before.endswith(("'", "'s")):
        return True  # "the commissioners' hold on planning"
    if head.form != "base" or head.chain != head.at or head.at == head.first or head.low not in _NOUNS:
        return False
    if (
        (head.word == "that" or _CAUSED.search(phrase.text(head.first, head.at)))
        and head.low in ("return", "move", "pass", "transfer")
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


_CAUSED = re.compile(r"\b(?:see|sees|saw|seen|seeing|let|make|have) ")
_SUBJUNCTIVE = re.compile(
    r" (?:back )?to (?:it|them|us|the [Cc]ouncil|the [Aa]uthority|councillors|members|the Cabinet|Cabinet"
    r"|an? (?:[\w'-]+ ){0,3}(?:trust|company|corporation|council|authority))\b"
)
_NOUNS = one_of("return transfer control hand run place move pass exercise switch shift rest release grant")


def _subject_moves(phrase: Phrase, head: Head, after: str) -> bool:
    """Whether the function is what the verb's subject names."""
    if head.passive:
        given = (
            receives(head)
            and not has_no_object(after)
            and (holder_before(phrase, head, "") or _POWERS_FOLLOW.match(after))
        )
        return not (given and not TO.match(after))
    if head.word in ("which", "whom") and _is_holder(phrase, head) and has_no_object(after):
        return False  # "licensing, which I am returning"
    hangs = head.form in ("ed", "en") and head.chain == head.at and has_verb_before(phrase, head)
    if hangs and head.verb is Verb.LOSE and FROM.match(after):
        return True  # "saw its powers taken from members"
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
    if head.word == "who":
        return None  # "staff who have transferred from the council"
    words = phrase.words
    begin, end = phrase.tokens[head.at].end, phrase.tokens[head.last - 1].end
    to, by = place_of(TO, words, begin, end, speaker), place_of(BY, words, begin, end, speaker)
    away = place_of(FROM, words, begin, end, speaker) if not to else None
    if away:
        to = place_of(
            LATER_TO, words, begin + words[begin:end].find(away.words) + len(away.words), end, speaker
        )
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
        return (COUNCIL if head.verb is Verb.BACK and goes_to_them(to) else to.who), to.end
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
    return (COMMISSIONERS, 0) if TAKEN_AWAY.match(head.low) else None
