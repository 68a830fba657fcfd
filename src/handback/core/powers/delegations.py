"""Delegations: that the holder of functions lets somebody decide in its place."""

from dataclasses import dataclass

from handback.core.periods import Period
from handback.core.powers.appointments import Capacity
from handback.core.powers.functions import Party, Recorded
from handback.core.powers.instruments import Scope


@dataclass(frozen=True, slots=True)
class Delegation:
    """That `given_by` lets `delegate` decide about the functions in `scope`, for a period.

    `delegate` is a person, a post ("Chief Executive") or a body, by name, acting in `capacity`. `consultees`
    must be consulted before each decision. `instrument` is the code of the instrument that gives it, if one
    does, and `reference` the minute or scheme in which it is written. `inferred` tells why a date was
    inferred, or is empty.
    """

    given_by: Party
    delegate: str
    capacity: Capacity
    scope: Scope
    period: Period
    consultees: frozenset[str] = frozenset()
    terms: str = ""
    instrument: str | None = None
    reference: str = ""
    inferred: str = ""
    recorded: Recorded | None = None
