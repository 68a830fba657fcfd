"""What changed between two days, function by function."""

from dataclasses import dataclass
from datetime import date

from handback.core.powers import Change, Holding
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.counting import Count, count_on
from handback.web.shared.powers.telling import Held, Named, instrument_links, told


@dataclass(frozen=True, slots=True)
class Changed:
    """One function: how it stood on the first day, the steps, how it stood on the second, and what did it."""

    code: str
    name: str
    href: str
    before: Held
    after: Held
    steps: tuple[Held, ...]
    instruments: tuple[Named, ...]

    @property
    def named(self) -> Named:
        """The function, leading to its page."""
        return Named(self.code, self.name, self.href)

    @property
    def came_back(self) -> bool:
        """Whether it moved in between and stood at the end as it did at the start."""
        return (self.before.holder_code, self.before.oversight) == (
            self.after.holder_code,
            self.after.oversight,
        )


@dataclass(frozen=True, slots=True)
class BetweenPage:
    """What changed after `first`, up to and including `second`.

    `moved` are the functions whose holder or oversight changed; for those in `rested` only the instrument did
    under which the same holder holds.
    """

    first: date
    second: date
    before: Count
    after: Count
    moved: tuple[Changed, ...]
    rested: tuple[Changed, ...]
    instruments: tuple[Named, ...]


def between_page(standing: Standing, to: Addresses, *, first: date, second: date) -> BetweenPage:
    """What changed between two days. Raises DaysOutOfOrder."""
    changes = standing.ledger.changes_between(first, second)
    codes = tuple(dict.fromkeys(code for change in changes for code in change.instruments))
    moved = [change for change in changes if _is_move(change)]
    return BetweenPage(
        first=first,
        second=second,
        before=count_on(standing, first),
        after=count_on(standing, second),
        moved=tuple(_changed(change, standing, to) for change in moved),
        rested=tuple(_changed(change, standing, to) for change in changes if change not in moved),
        instruments=instrument_links(codes, standing, to),
    )


def _is_move(change: Change) -> bool:
    seen = {_shown(holding) for holding in (change.before, *change.steps)}
    return len(seen) > 1


def _shown(holding: Holding) -> tuple[str, str]:
    return holding.holder.code, holding.oversight.value


def _changed(change: Change, standing: Standing, to: Addresses) -> Changed:
    after = told(change.after, standing, to)
    return Changed(
        code=after.code,
        name=after.name,
        href=after.href,
        before=told(change.before, standing, to),
        after=after,
        steps=tuple(told(step, standing, to) for step in change.steps),
        instruments=instrument_links(change.instruments, standing, to),
    )
