"""Whether a delegation covers a decision.

1. A delegation counts only from the party that holds the function on the day of the decision. One from a
   former holder does not, and the reason says when the function moved.
2. It counts within its scope and its period only, both ends included.
3. Whether one that began before its giver's present hold on the function survived is unknown: nothing
   recorded says that it lapsed with the function, or that it did not.
4. Where consultees are required and nothing says that they were consulted, the finding is unknown.
"""

from datetime import date

from handback.core.periods import Period
from handback.core.powers.delegations import Delegation
from handback.core.powers.findings import (
    Finding,
    Reason,
    held,
    in_words,
    named,
    not_held,
    same_name,
    unknown,
    unstopped,
)
from handback.core.powers.holdings import Holding
from handback.core.powers.ledger import Ledger


def weigh(
    delegation: Delegation, holding: Holding, *, on: date, consulted: frozenset[str], ledger: Ledger
) -> Finding:
    """Whether one delegation covers a decision about the function of `holding`, made on a day."""
    if delegation.given_by.code != holding.holder.code:
        return not_held(_because(delegation, _moved_away(delegation, holding, on, ledger)))
    if holding.function not in ledger.tree.covered(delegation.scope, on=on):
        return not_held(_because(delegation, f"does not cover {holding.function}"))
    if on not in delegation.period:
        return not_held(_because(delegation, _not_then(delegation.period, on)))
    if holding.since is not None and delegation.period.first < holding.since:
        return unknown(_because(delegation, _older_than_the_hold(delegation, holding)))
    missing = [name for name in sorted(delegation.consultees) if not _is_among(name, consulted)]
    if missing:
        return unknown(_because(delegation, f"requires {_and(missing)} to be consulted: not recorded"))
    terms = f" Its terms: {delegation.terms}" if delegation.terms else ""
    reasons = [_because(delegation, f"was in force on {in_words(on)} and covers {holding.function}", terms)]
    if delegation.inferred:
        doubt = unstopped(delegation.inferred)
        reasons.append(_because(delegation, f"has a date that was inferred: {doubt}"))
    return held(*reasons)


def _because(delegation: Delegation, what: str, terms: str = "") -> Reason:
    reference = f" ({delegation.reference})" if delegation.reference else ""
    giver = named(delegation.given_by)
    text = f"The delegation by {giver} to {delegation.delegate}{reference} {what}.{terms}"
    return Reason(text, delegation.instrument, delegation)


def _moved_away(delegation: Delegation, holding: Holding, on: date, ledger: Ledger) -> str:
    """When the giver last lost the function, before the day."""
    for earlier in reversed(ledger.history(holding.function)):
        until = earlier.period.until
        if until is not None and until <= on and earlier.holder.code == delegation.given_by.code:
            under = ledger.holder_on(holding.function, until).brought_by
            instruments = f" under {_and(under)}" if under else ""
            return f"does not count: the function moved away from its giver on {in_words(until)}{instruments}"
    return "does not count: its giver did not hold the function by then"


def _not_then(period: Period, on: date) -> str:
    if on < period.first:
        return f"began only on {in_words(period.first)}"
    last = period.last
    return f"ended on {in_words(last)}" if last else "was not in force"


def _older_than_the_hold(delegation: Delegation, holding: Holding) -> str:
    since = f" on {in_words(holding.since)}" if holding.since else ""
    return (
        f"began on {in_words(delegation.period.first)}, before its giver came to hold the function{since}, "
        "and nothing recorded says whether it still stood"
    )


def _is_among(name: str, names: frozenset[str]) -> bool:
    return any(same_name(name, other) for other in names)


def _and(words: list[str] | tuple[str, ...]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
