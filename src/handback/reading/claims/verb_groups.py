"""Verb groups: the finite and other verbs of a sentence, and which way each looks.

"The Council has agreed to publish the plan, which was late, by May" has two: a promise ("has agreed to
publish") and a past ("was").
"""

import re

from handback.reading.claims import verb_words as w
from handback.reading.claims.present_verbs import (
    joined_verb,
    ordered_verb,
    present_verb,
    unknown_order,
)
from handback.reading.claims.verb_phrases import (
    NOUNS_IN_ING,
    Group,
    Look,
    Token,
    after_be,
    is_past,
    made,
    may_be_base,
    past_adverbs,
    rest_of,
    to_follows,
)
from handback.reading.claims.verb_words import words
from handback.reading.words.letters import folded

_TOKEN = re.compile(
    r"'(?:ll|d|s|re|ve|m)\b|[A-Za-z](?:[A-Za-z-]*[A-Za-z])?(?:n't)?|\d[\d,./]*|[;:,.()|\[\]-]"
)


def tokens(words: str) -> list[Token]:
    """The words and marks of a sentence, in order."""
    low = words.lower()
    if len(low) != len(words):
        low = folded(words)
    new = tuple.__new__  # what Token(...) does in the end: there is one for each word of a document
    return [
        new(Token, (low[start:end], start, end, low[start] != words[start]))
        for start, end in map(_PLACE, _TOKEN.finditer(words))
    ]


_PLACE = re.Match.span


def groups(found: list[Token], *, ordered: bool = False) -> list[Group]:
    """The verb groups of a sentence.

    `ordered` reads a bare verb after a subject as an order ("the Clerk report").
    """
    out: list[Group] = []
    behind = 0  # the last group
    for at, token in enumerate(found):
        word = token.word
        if at < behind:
            continue
        if word in _KNOWN or word.endswith(("ing", "ed")):
            group = _group_at(found, at, out, ordered=ordered)
            if group is not None:
                out.append(group)
                behind = max(group.last, at) + 1
        elif ordered and (order := unknown_order(found, at, out)) is not None:
            out.append(order)
    return out


#: Words that can begin a verb group; all others are passed over at once.
_KNOWN = (
    frozenset(w.MODALS)
    | w.BE_PRESENT
    | w.BE_PAST
    | w.HAVE
    | w.IRREGULAR
    | w.BASES
    | w.PROMISES_NOW
    | w.ORDERING
    | w.DOUBTING
    | w.TIMETABLE
    | frozenset(base + "s" for base in w.BASES)
    | {"had", "to", "be", "being", "please", "due", "look", "looks", "likely"}
)


def _group_at(found: list[Token], at: int, before: list[Group], *, ordered: bool) -> Group | None:
    """The verb group that begins with the word at an index; None where that begins none."""
    word = found[at].word
    if word in w.MODALS:
        capital_may = word == "may" and found[at].capital and at and not _is_verb_next(found, at)
        return None if capital_may else _modal(found, at)
    if word in w.BE_PRESENT or word in w.BE_PAST:
        return None if word == "'s" and not _s_is_verb(found, at) else _be(found, at)
    if word in w.HAVE or word == "had":
        return _have(found, at)
    if word == "to":
        return _infinitive(found, at, before)
    if word == "likely":
        timed = at + 1 < len(found) and found[at + 1].word in ("in", "by", "during", "from", "around")
        return made(found, at, at, Look.PARTICIPLE, "likely") if timed else None
    if word == "be":
        return after_be(found, at, at, Look.ORDER, negated=at > 0 and found[at - 1].word == "not")
    return _without_help(found, at, before, ordered=ordered)


def _without_help(found: list[Token], at: int, before: list[Group], *, ordered: bool) -> Group | None:
    """A group of one verb: "being reviewed", "beginning", "report", "agreed", "opens"."""
    word = found[at].word
    if word == "being":
        return after_be(found, at, at, Look.GERUND)
    if word.endswith("ing") and len(word) > 4 and word not in NOUNS_IN_ING and word not in w.BASES:
        return None if _is_in_name(found, at) else made(found, at, at, Look.GERUND, word)
    if word in w.BASES and at:
        order = joined_verb(found, at, before) or (ordered_verb(found, at, before) if ordered else None)
        if order is not None:
            return order
    if at == 0 and ordered and word in w.BASES and len(found) > 1 and found[1].word != "of":
        return rest_of(found, 0, 0, Look.ORDER)
    if is_past(word):
        return _past(found, at)
    return present_verb(found, at, before, ordered=ordered)


def _is_in_name(found: list[Token], at: int) -> bool:
    """Whether a word with a capital stands inside a sentence: "the Working Group", "Levelling Up"."""
    return found[at].capital and at > 0 and found[at - 1].word[0].isalpha()


def _is_verb_next(found: list[Token], at: int) -> bool:
    return at + 1 < len(found) and (
        found[at + 1].word in w.BASES or found[at + 1].word in ("be", "not", "have")
    )


def _s_is_verb(found: list[Token], at: int) -> bool:
    """Whether "'s" is "is": after a pronoun or "here", "there", and not "the Council's"."""
    return at > 0 and found[at - 1].word in ("it", "he", "she", "that", "there", "here", "what", "who")


def _modal(found: list[Token], at: int) -> Group:
    """The group of "will", "may", "should" and their like."""
    look = Look(w.MODALS[found[at].word])
    negated = found[at].word in w.NEGATIVES
    here, no = past_adverbs(found, at + 1)
    if found[at].word == "ought" and here < len(found) and found[here].word == "to":
        here += 1
    negated = negated or no
    if here >= len(found):
        return made(found, at, at, look, "", negated=negated)
    if found[here].word in w.PREPOSITIONS:
        return made(found, at, at, look, "", negated=negated)
    if look is Look.DOUBT and found[here].word == "expect":
        return made(found, at, here, Look.PLAN, "expect", negated=negated)
    if look in (Look.WOULD, Look.SHOULD) and found[here].word in (
        "like",
        "rather",
        "prefer",
        "welcome",
        "love",
    ):
        return made(found, at, here, Look.DOUBT, found[here].word, negated=negated)
    return rest_of(found, at, here, look, negated=negated)


def _be(found: list[Token], at: int) -> Group:
    """The group of a form of "be": "is to open", "was on track", "are asked to", "is being built"."""
    now = found[at].word in w.BE_PRESENT
    plain = Look.PRESENT if now else Look.PAST
    planned = Look.PLAN if now else Look.WAS_PLANNED
    likely = _likely(found, at)
    if likely is not None:
        return rest_of(found, at, likely + 2, planned, negated=found[likely].word == "unlikely")
    here, negated = past_adverbs(found, at + 1)
    negated = negated or found[at].word in w.NEGATIVES
    if here >= len(found):
        return made(found, at, at, plain, "be", negated=negated)
    here += _is_well_on(found, here)
    word, after = found[here].word, found[here + 1].word if here + 1 < len(found) else ""
    if word == "to":
        return _is_to(found, at, here, now=now, negated=negated) or made(
            found, at, at, plain, "be", negated=negated
        )
    if word == "on" and after in ("track", "course", "target", "schedule"):
        return made(found, at, here + 1, planned, "track", negated=negated)
    if word in w.DOUBTING:
        return made(found, at, here, Look.DOUBT, word)
    if word in w.PLANNED or (word == "set" and after in ("to", "for")):
        if after == "to" and may_be_base(
            found, here + 2, wanted=word not in ("due", "needed", "wanted", "looking")
        ):
            return rest_of(found, at, here + 2, planned, negated=negated)
        return made(found, at, here, planned, word, negated=negated)
    if word in w.ORDERING and (to_follows(found, here) or (word in _CHARGED and after == "with")):
        return made(found, at, here, Look.ORDER, word, passive=True, negated=negated)
    if word in ("agreed", "resolved", "decided", "determined") and to_follows(found, here):
        return rest_of(found, at, here + 2, Look.PROMISE, negated=negated)
    return after_be(found, at, at, plain, negated=negated)


def _is_well_on(found: list[Token], at: int) -> bool:
    """Whether "well" only strengthens what follows: "well on track to open"."""
    return at + 1 < len(found) and found[at].word == "well" and found[at + 1].word == "on"


def _likely(found: list[Token], at: int) -> int | None:
    """Where "likely" stands in "is most likely to start", or None."""
    here = at + 1
    while here < len(found) and found[here].word in ("very", "most", "more", "now", "also", "not", "still"):
        here += 1
    fits = here < len(found) and found[here].word in ("likely", "unlikely") and to_follows(found, here)
    return here if fits and may_be_base(found, here + 2, wanted=True) else None


_CHARGED = words("""
    tasked charged
""")


def _is_to(found: list[Token], at: int, here: int, *, now: bool, negated: bool) -> Group | None:
    """ "Is to open" is a duty, "was to open" a plan, "was to have opened" is over."""
    after, _ = past_adverbs(found, here + 1)
    if not may_be_base(found, after, wanted=now and found[min(after, len(found) - 1)].word not in _TO_HAND):
        return None
    if not now and found[after].word == "have":
        return made(found, at, after, Look.PAST, "have", negated=negated)
    return rest_of(found, at, after, Look.DUTY if now else Look.WAS_PLANNED, negated=negated)


_TO_HAND = words("""
    date scale hand blame
""")
FIXED = words("""
    scheduled timetabled planned set pencilled programmed booked arranged
""")


def _have(found: list[Token], at: int) -> Group:
    """The group of "have" or "had": "has to report", "have agreed to", "had been told"."""
    now = found[at].word != "had"
    here, negated = past_adverbs(found, at + 1)
    negated = negated or found[at].word in w.NEGATIVES
    holds = Look.PRESENT if now else Look.PAST
    if here >= len(found):
        return made(found, at, at, holds, "have")
    word = found[here].word
    if word == "to" and may_be_base(found, here + 1):
        return rest_of(found, at, here + 1, Look.DUTY if now else Look.PAST, negated=negated)
    if word == "until":
        return made(found, at, at, Look.DUTY if now else Look.PAST, "until")
    if word == "been":
        return _have_been(found, at, here, now=now, negated=negated)
    if is_past(word):
        if word == "committed" and (doing := _to_doing(found, here)) is not None:
            return made(found, at, here + 2, Look.PROMISE, doing)
        if word in w.PROMISING and to_follows(found, here):
            return rest_of(found, at, here + 2, Look.PROMISE, negated=negated)
        if word in w.DOUBTING:
            return made(found, at, here, Look.DOUBT, word)
        return made(found, at, here, Look.PERFECT if now else Look.PAST, word, negated=negated)
    return made(found, at, at, holds, "have", negated=negated)


def _have_been(found: list[Token], at: int, here: int, *, now: bool, negated: bool) -> Group:
    after, _ = past_adverbs(found, here + 1)
    word = found[after].word if after < len(found) else ""
    if now and word in w.ORDERING and to_follows(found, after):
        return made(found, at, after, Look.ORDER, word, passive=True)
    if word in FIXED:
        return made(found, at, after, Look.PLAN if now else Look.WAS_PLANNED, word, passive=True)
    return after_be(found, at, here, Look.PERFECT if now else Look.PAST, negated=negated)


def _infinitive(found: list[Token], at: int, before: list[Group]) -> Group | None:
    if at + 1 < len(found) and found[at + 1].word in w.DETERMINERS:
        return None
    here, negated = past_adverbs(found, at + 1)
    if not may_be_base(found, here, wanted=_wants_verb(found, at, before)):
        return None
    return rest_of(found, at, here, Look.INFINITIVE, negated=negated)


FARTHEST_TO = 14  # words between asking and what is asked for: "asked the Head of Legal and ... to"


def _wants_verb(found: list[Token], at: int, before: list[Group]) -> bool:
    """Whether somebody is asked or promises just before "to", and does nothing else: "asked Ada to"."""
    if not before or before[-1].head not in w.ORDERING or at - before[-1].last > FARTHEST_TO:
        return False
    return not any(token.word in (";", ":", ".") for token in found[before[-1].last + 1 : at])


_WAS_MEANT = words("""
    planned intended expected aimed proposed scheduled
""")

_SUMS = words("""
    as measures steps actions work sums funding money
""")

_BEFORE_NOUN = words("""
    the a an its their his her our my your each every any no
    another of to for with from into under over about between within during through per via towards
    newly more most other
""")


_PRONOUNS = words("""
    i we they he she it you
""")
_NOT_NOUN = (
    words("""
    last yesterday then there this next today earlier again below above up out in and or but which that who
    back off together early late only as so too here down away
""")
    | w.PREPOSITIONS
    | w.BETWEEN
    | w.DETERMINERS
)


def _is_adjective(found: list[Token], at: int) -> bool:
    """ "A single recommended option": between an article with one more word and a noun."""
    return (
        at > 1
        and found[at - 2].word in ("a", "an")
        and found[at - 1].word.isalpha()
        and at + 1 < len(found)
        and found[at + 1].word.isalpha()
        and found[at + 1].word not in _NOT_NOUN
        and not found[at + 1].word.endswith("ly")
    )


#: The base of each verb, by the form that follows "committed to".
_BASE_OF = {f"{base.removesuffix('e')}ing": base for base in w.BASES}


def _to_doing(found: list[Token], at: int) -> str | None:
    """The base of the verb that is promised so: "committed to providing reports"; None where none is."""
    if at + 2 >= len(found) or found[at + 1].word != "to":
        return None
    return _BASE_OF.get(found[at + 2].word)


def _past(found: list[Token], at: int) -> Group | None:
    """A simple past or a bare participle; a promise where "to" follows ("agreed to write").

    Before a noun it is no verb: "the agreed plan", "to elected members".
    """
    word = found[at].word
    if word == "committed" and (doing := _to_doing(found, at)) is not None:
        return made(found, at, at + 2, Look.PROMISE, doing)
    before = found[at - 1].word if at else ""
    if before in _BEFORE_NOUN and at + 1 < len(found) and found[at + 1].word.isalpha():
        return None
    if _is_adjective(found, at):
        return None
    if word in w.PROMISING and to_follows(found, at) and not (at and found[at - 1].word in _SUMS):
        here, negated = past_adverbs(found, at + 2)
        return rest_of(found, at, here, Look.PROMISE, negated=negated)
    if word in w.DOUBTING:
        return made(found, at, at, Look.DOUBT, word)
    if word in _WAS_MEANT and to_follows(found, at):
        return rest_of(found, at, at + 2, Look.WAS_PLANNED)
    if before in _PRONOUNS and word not in w.PROMISING and word not in w.ORDERING:
        return made(found, at, at, Look.PAST, word)
    if word in w.SIMPLE_PAST and word not in w.PROMISING:
        return made(found, at, at, Look.PAST, word)
    return made(found, at, at, Look.PARTICIPLE, word)
