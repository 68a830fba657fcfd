"""The claims of two readers as one list, each with who found it."""

from collections.abc import Iterable

from handback.reading.claims.claim import Claim


def merged(first: Iterable[Claim], second: Iterable[Claim]) -> tuple[Claim, ...]:
    """The first reader's claims, with who else found them, and what only the second found."""
    kept = {_key(claim): claim for claim in first}
    for claim in second:
        kept[_key(claim)] = claim  # a claim that both found comes from the second with both names
    return tuple(sorted(kept.values(), key=lambda claim: (claim.start, claim.end, claim.type)))


def _key(claim: Claim) -> tuple[object, ...]:
    return claim.type, claim.start, claim.end, tuple(map(str, claim.attributes.items()))
