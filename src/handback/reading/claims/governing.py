"""Which verb of a clause decides what a stated time is of."""

import re

from handback.reading.claims.aims import SUMMONED, TURNED_DOWN
from handback.reading.claims.scenes import DEADLINE_WORDS, Scene
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.claims.verb_words import ORDERING, words
from handback.reading.words.dates import Stated


def _may_be_noun(seen: Scene, before: list[Group], group: Group) -> bool:
    """Whether a present verb may be a noun after the forward verb of its clause: "for commercial ends"."""
    if (
        group.look is not Look.PRESENT
        or group.head in ("be", "have")
        or group.passive
        or group.head in ORDERING
    ):
        return False
    earlier = next((g for g in reversed(before) if g.end <= group.start and g.look in FINITE), None)
    if earlier is None or earlier.look not in FORWARD:
        return False
    between = seen.words[earlier.end : group.start]
    return not _NEW_CLAUSE.search(between)


_NEW_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose|when|as|if|until|once|where|while|because|since|before|after|how|what"
    r"|whether|so"
    r"|and (?:the|it|this|a|an))\b|[;:.]"
)


def finite_of(seen: Scene, before: list[Group]) -> Group | None:
    """The finite verb that decides: the last; a bare "-ed" counts where no finite verb is before it."""
    last = next((g for g in reversed(before) if g.look in FINITE and not _may_be_noun(seen, before, g)), None)
    turned = next((g for g in before if g.head in TURNED_DOWN and (last is None or g.start > last.end)), None)
    bare = [g for g in before if g.look is Look.PARTICIPLE and (last is None or g.start > last.end)]
    order = next((g for g in reversed(bare) if g.head in ORDERING or g.head in _DECIDES), None)
    if order is not None and not any(g.look is Look.INFINITIVE and g.start > order.end for g in before):
        order = None
    if turned is not None and (order is None or order.start < turned.start):
        return turned
    pasts = [
        g
        for g in before
        if g.look is Look.PARTICIPLE
        and last is not None
        and g.start > last.end
        and last.look in (Look.PAST, Look.PERFECT)
    ]
    if pasts and pasts[-1].head in SUMMONED:
        return pasts[-1]
    if order is not None:
        return order
    return last if last is not None else (bare[0] if bare else None)


_DECIDES = words("""
    agreed decided resolved voted chose approved asked requested
""")


#: "Checked, printed and sent": a comma joins participles where another follows them.
_LIST_GOES_ON = re.compile(
    r"(?: [\w'-]+){0,6}?,?(?: (?:and|or)| ) (?:then )?[a-z-]+(?:ed|ne|de|nt|en|lt|ght|ut)\b"
)


def goes_on(words: str, participle: Group, finite: Group | None) -> bool:
    """ "Will be written and sent", "to have the backlog cleared": the participle continues a group."""
    if finite is None:
        return False
    between = words[finite.end : participle.start]
    if re.search(r"\b(?:and|or|then|but|be) (?:\w+ly )?$", between):
        return True
    if between.endswith(", ") and _LIST_GOES_ON.match(words, participle.end):
        return True
    return finite.head in (
        "have",
        "get",
        "see",
        "keep",
        "want",
        "wants",
        "expects",
        "expect",
        "need",
        "needs",
    ) or bool(re.search(r"\b(?:have|has|get|see|with)\b[^,;]*$", between))


def is_adjacent(between: str, time: Stated) -> bool:
    """Whether a participle stands so close to a time that it is dated by it: "published in May"."""
    if time.preposition == "to":
        return False
    return len(between.split()) <= (1 if time.preposition in DEADLINE_WORDS else 4)
