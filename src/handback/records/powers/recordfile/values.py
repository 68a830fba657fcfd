"""What a record file states, as plain values: the core's own where they exist, with sources alongside.

1. `None` means that no source covers it; an empty text means that there is nothing to add.
2. A day that no source states exactly is a real day with the reason beside it, in a field ending `inferred`.
3. `last` is the last day included, as people write it; a `period` is `[first, until)`, as the core has it.
4. Codes have been checked: each names something in the same file.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from handback.core.citations import Source
from handback.core.periods import ONE_DAY, Period
from handback.core.powers.appointments import Appointment, Capacity
from handback.core.powers.functions import Function, Party
from handback.core.powers.instruments import Instrument, Move

Sources = tuple[Source, ...]


class EventKind(StrEnum):
    """What sort of happening an event is."""

    REPORT = "report"
    COMMISSIONERS_REPORT = "commissioners' report"
    INSPECTION_BEGINS = "inspection begins"
    INSPECTION_RESULT = "inspection result"
    MONITORING_VISIT = "monitoring visit"
    REVIEW = "review"
    REVIEW_DUE = "review due"
    MINDED_TO = "minded to"
    INSTRUMENT = "instrument"
    IN_FORCE = "in force"
    LETTER = "letter"
    END = "end"
    COMMISSIONER = "commissioner"
    BOARD = "board"
    MEETING = "meeting"
    GOVERNANCE = "governance"
    PLAN = "plan"
    POLICY = "policy"
    ELECTION = "election"
    PARLIAMENT = "parliament"
    DEADLINE_CHANGE = "deadline change"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """Whose record it is, and how far it can be trusted (`note`).

    `gss_as_of` is the day on which the code was the authority's: codes change with boundaries.
    """

    slug: str
    name: str
    gss: str
    gss_as_of: date | None = None
    demonstration: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group of functions: `code` stands in `Function.group` and in scopes, `label` is for people."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A holder, and the person's name where the holder is one commissioner."""

    party: Party
    person: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FunctionEntry:
    """A function with its evidence."""

    function: Function
    note: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class AppointmentEntry:
    """That a person held an office, as the sources state it.

    `first` None: no source says when it began. `last` None: no source says that it ended, or when.
    `portfolio` holds the functions that a source says were allotted, `portfolio_words` the same in words.
    """

    person: str
    role: str
    capacity: Capacity
    first: date | None
    last: date | None
    first_inferred: str
    last_inferred: str
    portfolio: frozenset[str]
    portfolio_words: str
    note: str
    sources: Sources

    @property
    def inferred(self) -> str:
        """Why either end was inferred, in one text."""
        return " ".join(reason for reason in (self.first_inferred, self.last_inferred) if reason)

    @property
    def period(self) -> Period | None:
        """The days in office; None where no source says when it began."""
        if self.first is None:
            return None
        return Period(self.first, None if self.last is None else self.last + ONE_DAY)

    def as_value(self) -> Appointment | None:
        """The core's value; None where no source says when it began, since it cannot be placed in time."""
        period = self.period
        if period is None:
            return None
        return Appointment(self.person, self.role, self.capacity, period, self.portfolio, self.inferred)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A power that an instrument cites: `words` as written; `provision`, its key in the lawbook, if known."""

    words: str
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that an instrument requires, by a day if it sets one."""

    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class InstrumentEntry:
    """An instrument, the moves it makes, and what else it does (`also`, in our words)."""

    instrument: Instrument
    moves: tuple[Move, ...]
    makers: tuple[str, ...]
    legal_bases: tuple[LegalBasis, ...]
    conditions: tuple[Condition, ...]
    also: tuple[str, ...]
    note: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day, and why it was inferred if no source states it exactly."""

    on: date
    inferred: str = ""


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """A proposal to move functions, from recommendation to decision.

    The three sets are never derived from one another; None says that no source gives the set.
    The window closes at the end of `closes_on`, or at `closes_time` (local time) where the letter gives one.
    """

    code: str
    recommended_on: tuple[StatedDay, ...]
    minded_to_on: date | None
    window_words: str
    opens_on: date | None
    closes_on: date | None
    closes_time: time | None
    closes_inferred: str
    decided_on: date | None
    instrument: str | None
    recommended: frozenset[str] | None
    proposed: frozenset[str] | None
    directed: frozenset[str] | None
    note: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class EventEntry:
    """A dated happening. `last` is the last day of one that took several; `inferred` doubts the date."""

    on: date
    last: date | None
    kind: EventKind
    text: str
    inferred: str
    instrument: str | None
    proposal: str | None
    sources: Sources


@dataclass(frozen=True, slots=True)
class DelegationEntry:
    """That a holder (`given_by`, a party's code) lets somebody else exercise functions for a time."""

    given_by: str
    delegate: str
    capacity: Capacity
    functions: tuple[str, ...]
    first: date
    last: date | None
    consultees: tuple[str, ...]
    terms: str
    inferred: str
    sources: Sources

    @property
    def period(self) -> Period:
        """The days on which it may be used."""
        return Period(self.first, None if self.last is None else self.last + ONE_DAY)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """Everything that one record file states. `compiled_on` is the day the sources were last looked at.

    `parties` has the council, the commissioners jointly and nobody even where the file does not name them.
    """

    name: str
    compiled_on: date
    authority: AuthorityEntry
    groups: tuple[GroupEntry, ...]
    parties: tuple[PartyEntry, ...]
    functions: tuple[FunctionEntry, ...]
    appointments: tuple[AppointmentEntry, ...]
    instruments: tuple[InstrumentEntry, ...]
    proposals: tuple[ProposalEntry, ...]
    events: tuple[EventEntry, ...]
    delegations: tuple[DelegationEntry, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves of every instrument, in the file's order."""
        return tuple(move for entry in self.instruments for move in entry.moves)
