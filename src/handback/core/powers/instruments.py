"""Instruments and the moves they make: the facts from which holdings are computed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handback.core.powers.functions import Oversight, Party, Recorded


class InstrumentKind(StrEnum):
    """What sort of document makes the change."""

    DIRECTIONS = "directions"
    AMENDING_DIRECTIONS = "amending directions"
    REVOCATION = "revocation"
    STATUTE = "statute"
    LETTER = "letter"


class Reach(StrEnum):
    """How a scope names its functions."""

    FUNCTIONS = "functions"
    GROUP = "group"
    ALL_EXECUTIVE = "all executive functions"
    ALL = "all functions"


@dataclass(frozen=True, slots=True)
class Scope:
    """The functions that a move or a revocation covers.

    `named` holds function codes for FUNCTIONS and one group's name for GROUP. A function covers its parts;
    `exceptions` (function codes, with their parts) are left out: "not including audit".
    """

    reach: Reach
    named: tuple[str, ...] = ()
    exceptions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Revocation:
    """That another instrument stops: wholly, or for the functions in `scope`, from `on`.

    Without `on` it takes effect when the revoking instrument comes into force.
    """

    instrument: str
    scope: Scope | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """That another instrument's last day becomes `expires_on` (earlier or later than it was)."""

    instrument: str
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal document that changes who holds what. `expires_on` is its last day in force."""

    code: str
    title: str
    kind: InstrumentKind
    made_on: date
    in_force_on: date
    expires_on: date | None = None
    amends: tuple[str, ...] = ()
    revokes: tuple[Revocation, ...] = ()
    extends: tuple[Extension, ...] = ()
    recorded: Recorded | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One change that an instrument makes.

    A move names a new `holder`, the `oversight` kept, or both. A move with a holder and no oversight leaves
    none. `on` is the day the move takes effect where that is later than the instrument's own day.
    """

    instrument: str
    scope: Scope
    holder: Party | None = None
    oversight: Oversight | None = None
    overseer: Party | None = None
    terms: str = ""
    on: date | None = None
    inferred: str = ""
    recorded: Recorded | None = None
