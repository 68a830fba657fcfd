"""Answers of the ledger: who holds a function and since when, what changed, and what share is held."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from handback.core.periods import Period
from handback.core.powers.functions import Oversight, Party
from handback.core.powers.instruments import Move


@dataclass(frozen=True, slots=True)
class Holding:
    """That a party holds a function for a period, and on what evidence.

    `function` is a code. `period.first` is `date.min` for the holding that the record begins with, and
    `period.until` is None for one that nothing recorded ends. `since` is the first day of the unbroken run
    for which this party has held, None when it held from before the record. `instrument` and `move` say what
    gave the function to the holder; both are None when it is the holder because no instrument says otherwise.
    `oversight_instrument` and `oversight_move` say what set the oversight, None when nothing speaks of it.
    `brought_by` are the instruments that began this holding: the one that made the move, or else the one
    that `upon_end_of` names, which ended, and the one that revoked it. `holder_revived` and
    `oversight_revived` say that an earlier move shows through again since a later one ended.
    """

    function: str
    holder: Party
    period: Period
    since: date | None
    instrument: str | None = None
    move: Move | None = None
    oversight: Oversight = Oversight.NONE
    overseer: Party | None = None
    oversight_instrument: str | None = None
    oversight_move: Move | None = None
    terms: str = ""
    oversight_terms: str = ""
    inferred: str = ""
    holder_revived: bool = False
    oversight_revived: bool = False
    upon_end_of: str | None = None
    brought_by: tuple[str, ...] = ()

    @property
    def revived(self) -> bool:
        """Whether the holder or the oversight rests on an earlier move that shows through again."""
        return self.holder_revived or self.oversight_revived


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one function after a first day, up to and including a second.

    `steps` are the holdings that began between, in order; the last of them is `after`.
    """

    function: str
    before: Holding
    after: Holding
    steps: tuple[Holding, ...]

    @property
    def instruments(self) -> tuple[str, ...]:
        """The codes of the instruments that brought the steps about, each once, in order."""
        return tuple(dict.fromkeys(code for step in self.steps for code in step.brought_by))


@dataclass(frozen=True, slots=True)
class Share:
    """So many held, of so many: functions on a day, or function-days over a period."""

    held: int
    of: int

    @property
    def fraction(self) -> Fraction | None:
        """The exact share; None where there is nothing to hold."""
        return Fraction(self.held, self.of) if self.of else None
