"""Who holds each function of a council, on every day, and whether a decision's maker held the power.

Give the facts (functions, instruments and their moves) to `ledger`, and ask the Ledger that it returns. Give
a decision and a Ledger to `authority`. What contradicts itself is refused by a PowersRefusal. The rules are,
numbered, at the top of `ledger` and `authority`, and in `docs/reference/powers.md`.
"""

from handback.core.powers.appointments import Appointment, Capacity, sitting_on
from handback.core.powers.authority import Exercise, authority
from handback.core.powers.delegations import Delegation
from handback.core.powers.findings import Finding, Outcome, Reason
from handback.core.powers.functions import (
    COMMISSIONERS,
    COUNCIL,
    NOBODY,
    Function,
    Kind,
    Oversight,
    Party,
    PartyKind,
    Recorded,
)
from handback.core.powers.holdings import Change, Holding, Share
from handback.core.powers.instruments import (
    Extension,
    Instrument,
    InstrumentKind,
    Move,
    Reach,
    Revocation,
    Scope,
)
from handback.core.powers.ledger import Ledger, ledger
from handback.core.powers.refusals import FunctionMovedTwice, PowersRefusal

__all__ = [
    "COMMISSIONERS",
    "COUNCIL",
    "NOBODY",
    "Appointment",
    "Capacity",
    "Change",
    "Delegation",
    "Exercise",
    "Extension",
    "Finding",
    "Function",
    "FunctionMovedTwice",
    "Holding",
    "Instrument",
    "InstrumentKind",
    "Kind",
    "Ledger",
    "Move",
    "Outcome",
    "Oversight",
    "Party",
    "PartyKind",
    "PowersRefusal",
    "Reach",
    "Reason",
    "Recorded",
    "Revocation",
    "Scope",
    "Share",
    "authority",
    "ledger",
    "sitting_on",
]
