"""Decisions told by a noun: "The Board took the decision to close it", "Agreement was reached on it"."""

from collections.abc import Iterator

from handback.reading.claims.deciders import DECIDING_BODY
from handback.reading.claims.matters import HYPOTHETICAL
from handback.reading.claims.predicates import own_group
from handback.reading.claims.verbs import Group
from handback.reading.claims.verbs_told import VerbTold
from handback.reading.words.watch import waits, watched

#: A decision taken, by whomever: "the decision to close it was taken in March", "made the decision to".
_TAKEN = waits(
    rf"\b{DECIDING_BODY}\b[^.,;]{{0,40}}? (?:took|made|reached|came to|has taken|has made|had taken"
    r"|had made) (?:the|a|its|this|that)(?: [a-z]+)? decision (?P<what>(?:to|not to|that) )"
    r"|\b(?:[Tt]he|[Aa]) (?:[a-z]+ )?decision (?:was|has been|had been)"
    r" (?:taken|made|reached)(?: by [^.,;]{3,50}?)? (?P<what2>(?:to|not to|that) )"
    r"|\b(?:[Tt]he|[Aa]) (?:[a-z]+ )?decision (?P<what3>(?:to|not to) )[^.,;]{3,120}? (?:was|has been)"
    r" (?:taken|made|reached)\b(?! (?:following|after|because))"
)
#: Words of agreeing as a thing: "Agreement was reached to share it", "were unanimous in agreeing the fees".
_AGREEMENT = waits(
    r"\b[Aa]greement (?:was|has been) (?:reached|secured) (?:to|that|on)\b"
    r"|\b(?:was|were) (?:unanimous|united|as one) in"
    r" (?:agreeing|approving|accepting|adopting|supporting|endorsing)\b"
    r"|\b(?:was|were) (?:unanimous|united|as one) in (?P<against>rejecting|refusing|opposing)\b"
)


#: One of these stands in every decision told by a noun.
AS_NOUN = watched(
    r"\bdecision (?:to|not|that|was|has|had)\b|greement (?:was|has been) |\b(?:unanimous|united|as one) in "
)


def nouns_told(words: str) -> Iterator[VerbTold]:
    """Where each decision told by a noun begins, where its first words end, its group and rule."""
    taken = _TAKEN.search(words)
    if taken and not HYPOTHETICAL.search(words[: taken.start() + 1]):
        named = next(name for name in ("what", "what2", "what3") if taken[name])
        group = own_group(words[taken.start(named) :]) or Group.OTHER
        yield VerbTold(taken.start(), taken.end(), group, "matter")
    agreed = _AGREEMENT.search(words)
    if agreed and not HYPOTHETICAL.search(words[: agreed.start() + 1]):
        group = Group.REFUSE if agreed["against"] else Group.APPROVE
        yield VerbTold(0, agreed.end(), group, "matter")
