"""What a register of interventions states, as plain values.

A date in a register is a `Window`: its `words` are the date as the source gives it ("2010", "2018-09",
"2014-12-17"), its ends the days that these words can mean. Nothing makes an imprecise date precise.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handback.core.citations import Source
from handback.core.periods import Window
from handback.records.powers.recordfile.values import LegalBasis, Sources


class InterventionState(StrEnum):
    """Where an intervention stood when its last source was written."""

    IN_FORCE = "in force"
    ENDED = "ended"
    NOT_KNOWN = "not known"


class Confidence(StrEnum):
    """How far the sources carry an entry."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class RegisteredInstrument:
    """An instrument or a formal step, in words; `expires_on` is its last day."""

    on: Window
    kind: str
    expires_on: date | None = None


@dataclass(frozen=True, slots=True)
class RepresentationWindow:
    """A time in which the authority and others could answer a proposal; None where no source says."""

    opens: Window | None
    closes: Window | None
    decided: Window | None
    replied: Window | None
    length: str
    received: str
    waived: bool
    note: str


@dataclass(frozen=True, slots=True)
class InterventionEntry:
    """One statutory intervention.

    `ordinal` tells a second intervention in the same authority from the first. `record` is the slug of the
    full record of powers, where there is one. `state_words` says where it stood at the last source.
    """

    code: str
    authority: str
    ordinal: int
    gss: str
    gss_source: Source | None
    start: Window
    start_note: str
    planned_end: Window | None
    planned_end_note: str
    end: Window | None
    end_note: str
    state: InterventionState
    state_words: str
    model: str
    legal_bases: tuple[LegalBasis, ...]
    trigger: str
    functions: tuple[str, ...]
    functions_note: str
    urgent: bool
    urgent_note: str
    reporting: str
    earlier: str
    people: tuple[str, ...]
    instruments: tuple[RegisteredInstrument, ...]
    representations: tuple[RepresentationWindow, ...]
    record: str
    confidence: Confidence
    confidence_note: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class RelatedEntry:
    """Something short of a statutory intervention, such as a notice or a panel."""

    authority: str
    start: Window
    model: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class Completeness:
    """What the register can be taken to cover, and who says so."""

    text: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """Everything that one register file states, as the sources stood on `as_of`."""

    name: str
    as_of: date
    completeness: Completeness
    interventions: tuple[InterventionEntry, ...]
    related: tuple[RelatedEntry, ...]
