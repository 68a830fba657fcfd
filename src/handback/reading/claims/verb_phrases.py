"""Verb phrases: what a verb group is, and how its later words are gathered behind the first.

"Will now also be reviewed" is one group that looks to the future, of the verb "reviewed", passive.
"""

from enum import StrEnum
from typing import NamedTuple

from handback.reading.claims import verb_words as w
from handback.reading.claims.verb_words import words


class Look(StrEnum):
    """Which way a verb group looks."""

    FUTURE = "future"  # will, shall, is going to
    DUTY = "duty"  # must, has to, is to
    SHOULD = "should"
    PLAN = "plan"  # is due, is expected, aims to, intends to
    WAS_PLANNED = "was planned"  # was due, was expected
    PROMISE = "promise"  # agreed to, has undertaken to
    ORDER = "order"  # is required to, that X report
    WOULD = "would"
    DOUBT = "doubt"  # could, may, hopes
    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"  # or a simple past: "agreed", with no helping word


FINITE = frozenset(Look) - {Look.INFINITIVE, Look.GERUND, Look.PARTICIPLE}

FORWARD = frozenset({Look.FUTURE, Look.DUTY, Look.SHOULD, Look.PLAN, Look.PROMISE, Look.ORDER})


class Group(NamedTuple):
    """A verb group: places `start` to `end` in the words, its look, and its main verb in lower case.

    `passive` says that the subject has the thing done to it; `last` is the number of its last word.
    """

    start: int
    end: int
    look: Look
    head: str
    passive: bool
    negated: bool
    last: int


class Token(NamedTuple):
    """A word or mark of a sentence, in lower case, with its place."""

    word: str
    start: int
    end: int
    capital: bool


NOUNS_IN_ING = words("""
    meeting building housing parking planning licensing hearing briefing spring during morning
    evening nothing something anything everything thing king ring wing string standing finding
    heading ceiling clothing funding training according following regarding concerning pending
    outstanding missing
""")


def past_adverbs(found: list[Token], at: int) -> tuple[int, bool]:
    """The next place that holds neither an adverb nor an aside between commas ("will, in time, be used"), and
    whether a negative was passed over.
    """
    negated = False
    while at < len(found):
        word = found[at].word
        if word in w.BETWEEN or _is_adverb(word):
            negated = negated or (word in w.NEGATIVES)
            at += 1
        elif word == "," and (behind := _behind_aside(found, at)):
            at = behind
        else:
            break
    return at, negated


LONGEST_ASIDE = 14  # words between the commas that an aside stands between
_OPENS_ASIDE = words("""
    in on by at after before from during within with under subject as for where if when once having
    following through over until since unless without again too instead however therefore
    of thus accordingly indeed
""")


def _behind_aside(found: list[Token], comma: int) -> int:
    """The place behind an aside that opens at a comma ("must, by 3 May, publish"); 0 where none does."""
    if comma + 2 >= len(found) or not (
        found[comma + 1].word in _OPENS_ASIDE or _is_adverb(found[comma + 1].word)
    ):
        return 0
    for at in range(comma + 2, min(comma + 2 + LONGEST_ASIDE, len(found) - 1)):
        word = found[at].word
        if word == ",":
            return at + 1
        if word in (";", ":", ".") or word in w.MODALS:
            return 0
    return 0


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in (
        "supply",
        "reply",
        "apply",
        "july",
        "likely",
        "comply",
        "rely",
    )


def made(
    found: list[Token],
    first: int,
    last: int,
    look: Look,
    head: str,
    *,
    passive: bool = False,
    negated: bool = False,
) -> Group:
    """The group of verbs that a head and the words before it make."""
    last = min(last, len(found) - 1)
    return Group(found[first].start, found[last].end, look, head, passive, negated, last)


def rest_of(found: list[Token], first: int, here: int, look: Look, *, negated: bool = False) -> Group:
    """The group from its first word, with the main verb at or after `here`."""
    word = found[here].word
    if word in ("need", "have") and to_follows(found, here):
        return rest_of(found, first, here + 2, look, negated=negated)
    if word == "have":
        after, _ = past_adverbs(found, here + 1)
        if after < len(found) and found[after].word == "been":
            return after_be(found, first, after, look, negated=negated)
        if after < len(found) and is_past(found[after].word):
            return made(found, first, after, look, found[after].word, negated=negated)
        return made(found, first, here, look, "have", negated=negated)
    if word in ("be", "been", "being"):
        return after_be(found, first, here, look, negated=negated)
    return made(found, first, here, look, word, negated=negated)


def after_be(found: list[Token], first: int, at: int, look: Look, *, negated: bool = False) -> Group:
    """What follows "be" at a place: a passive, an -ing, a plan, or a state."""
    here, no = past_adverbs(found, at + 1)
    negated = negated or no
    if here < len(found) and found[here].word == "being":
        here, _ = past_adverbs(found, here + 1)
    if here >= len(found):
        return made(found, first, at, look, "be", negated=negated)
    word = found[here].word
    if is_past(word):
        return made(found, first, here, look, word, passive=True, negated=negated)
    if word in w.PLANNED or (word.endswith("ing") and word not in NOUNS_IN_ING):
        return made(found, first, here, look, word, negated=negated)
    return made(found, first, at, look, "be", negated=negated)


def to_follows(found: list[Token], at: int) -> bool:
    """Whether "to" and the base of a verb follow a place."""
    return (
        at + 2 < len(found)
        and found[at + 1].word == "to"
        and may_be_base(found, at + 2, wanted=found[at].word not in _TO_NOUN)
    )


#: Words that as often have a noun after their "to": "due to illness".
_TO_NOUN = words("""
    due needed wanted looking listed
""")


_AFTER_A_VERB = words("""
    by up out on in off and from how what whether
""")


def may_be_base(found: list[Token], at: int, *, wanted: bool = False) -> bool:
    """Whether the word at a place can be a verb after "to": known, or with an object after it.

    `wanted`: what stands before "to" wants a verb, so that one that is not known will do ("asked Ada to").
    """
    if at >= len(found):
        return False
    token = found[at]
    if token.word in w.BASES or token.word in ("have", "do", "be", "not"):
        return not (token.capital and at + 1 < len(found) and found[at + 1].capital)
    if (
        token.capital
        or token.word in w.DETERMINERS
        or not token.word.removeprefix("re-").isalpha()
        or len(token.word) < 3
    ):
        return False
    if token.word.endswith(("s", "ing", "ion", "ment", "ity", "ness", "ed")) or token.word in w.PREPOSITIONS:
        return False
    after = found[at + 1].word if at + 1 < len(found) else ""
    if wanted or token.word.startswith("re-"):
        return True
    return after in w.DETERMINERS or after in _AFTER_A_VERB


#: Pasts that begin with "un" and deny nothing.
_UN_VERBS = w.IRREGULAR | words("""
    united unveiled uncovered unearthed unlocked unleashed underlined undermined underpinned underscored
    unpicked unified
""")


def is_past(word: str) -> bool:
    """Whether a word is a past or a participle by its form."""
    adjective = word in w.NOT_PAST or word == "ofsted" or (word.startswith("un") and word not in _UN_VERBS)
    return (word.endswith("ed") and len(word) > 3 and not adjective) or word in w.IRREGULAR
