"""What the charts are drawn from and give back. Periods are [first, until); rows show the last day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar


class MarkKind(StrEnum):
    """What a line or point on the time axis stands for."""

    INSTRUMENT = "instrument"
    PROPOSAL = "proposal"
    SITTING = "sitting"


@dataclass(frozen=True, slots=True)
class Segment:
    """One holder of one function from `first` up to, but not including, `until` (None: still).

    `holder_kind` is one of core's words ("council", "commissioners", "other council"), `holder_word` the
    holder's own name where it has one, `oversight` "none", "ordinary" or "enhanced". `instrument_code` is
    the instrument it rests on ("" before any). `inferred` marks a period whose dates no source states.
    """

    first: date
    until: date | None
    holder_kind: str
    holder_word: str = ""
    oversight: str = "none"
    instrument_code: str = ""
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One function: its code and name, the group it is shown in, its page, and who held it, oldest first.

    `counted` is False for a power that is no function of the council, such as oversight itself: it has a
    lane, but "11 of 27 functions" leaves it out.
    """

    code: str
    name: str
    group: str
    segments: tuple[Segment, ...]
    href: str = ""
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """An instrument (a line across every lane), a proposal or a sitting (a point above them), on a day.

    `on` is the day it took effect; `made_on` the day it was made, where that differs. `effect` says in a
    few words what it did ("returned 7 functions").
    """

    code: str
    title: str
    on: date
    href: str = ""
    made_on: date | None = None
    effect: str = ""
    kind: MarkKind = MarkKind.INSTRUMENT


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table and of the CSV. `last` is the last included day; None while it runs."""

    HEAD = ("Code", "Function", "Group", "Holder", "First day", "Last day", "Instrument", "Inferred")

    code: str
    function: str
    group: str
    holder: str
    first: date
    last: date | None
    instrument: str
    inferred: bool


Line = TypeVar("Line", covariant=True)


@dataclass(frozen=True)
class Chart(Generic[Line]):
    """A drawing, the same thing in words, and as rows. `svg` is safe markup: all names in it are escaped."""

    svg: str
    text: str
    rows: tuple[Line, ...] = ()
