"""How many functions the council holds on a day, and on which days that changed."""

from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from handback.core.powers import Kind, Ledger, Oversight, PartyKind
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared import words
from handback.web.shared.holders import holder_words
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.telling import party_name


@dataclass(frozen=True, slots=True)
class Count:
    """How the council's functions were held on a day. Powers to oversee are not counted.

    `overseen` of the council's are under oversight. `others` are the other holders, with how many each holds.
    """

    on: date
    council: int
    of: int
    overseen: int
    others: tuple[tuple[str, int], ...]

    def sentence(self, *, today: date) -> str:
        """ "The council held 11 of 27 functions, all 11 under oversight"."""
        holds = "holds" if self.on >= today else "held"
        if not self.of:
            return "No functions are recorded yet"
        share = (
            f"all {self.of} functions"
            if self.council == self.of
            else f"{self.council or 'none'} of {self.of} functions"
        )
        return f"The council {holds} {share}"

    @property
    def oversight_words(self) -> str:
        """How many of the council's functions are under oversight, without a verb and so for any day."""
        if not self.council:
            return ""
        many = "All" if self.overseen == self.council else str(self.overseen) if self.overseen else "None"
        return f"{many} of them under oversight"

    @property
    def others_words(self) -> str:
        """Who has the rest: "Commissioners hold 16"."""
        return words.sentence_list([f"{name}: {count}" for name, count in self.others])


def count_on(standing: Standing, day: date) -> Count:
    """The count on a day. Cost: one look-up for each function."""
    tree = standing.ledger.tree
    counted = [
        holding
        for holding in standing.ledger.on(day)
        if tree.function(holding.function).kind is not Kind.OVERSIGHT_POWER
    ]
    council = [holding for holding in counted if holding.holder.kind is PartyKind.COUNCIL]
    others: dict[str, int] = {}
    for holding in counted:
        if holding.holder.kind is not PartyKind.COUNCIL:
            word = holder_words(holding.holder.kind.value, "none", party_name(holding.holder))
            others[word] = others.get(word, 0) + 1
    overseen = sum(holding.oversight is not Oversight.NONE for holding in council)
    return Count(day, len(council), len(counted), overseen, tuple(others.items()))


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which the count changed, what it was from then, and the page that stands on that day."""

    on: date
    count: Count
    href: str
    first: bool = False

    @property
    def text(self) -> str:
        """ "the council held 11 of 27", "before anything moved"."""
        if self.first:
            return "the day before anything moved"
        count = self.count
        share = f"all {count.of}" if count.council == count.of else f"{count.council or 'none'} of {count.of}"
        watched = f", {count.overseen} of them under oversight" if count.overseen else ""
        return f"the council held {share} functions{watched}"


# What follows from a ledger alone is worked out once for each, and kept while the ledger is.
_turns: WeakKeyDictionary[Ledger, tuple[Count, ...]] = WeakKeyDictionary()


def steps(standing: Standing, to: Addresses) -> tuple[Step, ...]:
    """The days on which the council's count or the oversight of it changed, oldest first.

    The first is the day before anything moved.
    """
    turns = _turns.get(standing.ledger)
    if turns is None:
        turns = _turns[standing.ledger] = _found(standing)
    return tuple(Step(count.on, count, to.powers(on=count.on), first=count is turns[0]) for count in turns)


def _found(standing: Standing) -> tuple[Count, ...]:
    """The counts on those days. Cost: one look-up for each function on each day that anything changed."""
    found: list[Count] = []
    for day in standing.ledger.boundaries():
        count = count_on(standing, day)
        last = found[-1] if found else count_on(standing, _day_before(day))
        if _seen(last) != _seen(count):
            found.extend([count] if found else [last, count])
    return tuple(found)


def _seen(count: Count) -> tuple[int, int, int]:
    return count.council, count.of, count.overseen


def _day_before(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)
