"""The powers page: who holds every function on a day, drawn, in words, and as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from handback.core.powers import Holding, Oversight, PartyKind
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared import words
from handback.web.shared.charts.powers import powers_chart
from handback.web.shared.charts.values import Chart, Row
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.charting import lanes, marks, span_of
from handback.web.shared.powers.counting import Count, Step, count_on, steps
from handback.web.shared.powers.telling import Held, told

UNDER_OVERSIGHT = "under-oversight"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which functions to show: of a group, of a holder (a party's code, or under oversight), so named."""

    group: str = ""
    holder: str = ""
    function: str = ""

    def __bool__(self) -> bool:
        return bool(self.group or self.holder or self.function)


@dataclass(frozen=True, slots=True)
class Group:
    """A group's functions, in the record's order."""

    label: str
    rows: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class PowersPage:
    """Who held what on `on`, as the record knew it at `known_at` (None: as it knows now).

    `knew_nothing` says that at that moment the record held no function at all. `shown` of `of` functions are
    in the table, powers to oversee included.
    """

    on: date
    today: date
    known_at: datetime | None
    count: Count
    chart: Chart[Row]
    groups: tuple[Group, ...]
    shown: int
    of: int
    filtered: bool
    knew_nothing: bool
    steps: tuple[Step, ...]
    csv: str
    json: str

    @property
    def headline(self) -> str:
        """The most important fact of the page."""
        return self.count.sentence(today=self.today)

    @property
    def caption(self) -> str:
        """What the table is called."""
        what = f"{self.shown} of {words.plural(self.of, 'function')}" if self.filtered else "Every function"
        return f"{what} on {words.day(self.on)}"

    @property
    def rows(self) -> tuple[Held, ...]:
        """Every row of the table."""
        return tuple(row for group in self.groups for row in group.rows)


NOTHING_WANTED = Wanted()


def powers_page(
    standing: Standing,
    to: Addresses,
    *,
    on: date,
    today: date,
    known_at: datetime | None = None,
    wanted: Wanted = NOTHING_WANTED,
) -> PowersPage:
    """The powers page for a day. `standing` must be the record as known at `known_at`."""
    holdings = [holding for holding in standing.ledger.on(on) if _is_wanted(holding, standing, wanted)]
    rows = [told(holding, standing, to, on=on) for holding in holdings]
    span = span_of(standing, on=on)
    only = {row.code for row in rows} if wanted else None
    return PowersPage(
        on=on,
        today=today,
        known_at=known_at,
        count=count_on(standing, on),
        chart=powers_chart(
            lanes(standing, to, span=span, only=only), marks(standing, to), span=span, as_at=on
        ),
        groups=_grouped(rows),
        shown=len(rows),
        of=len(standing.ledger.on(on)),
        filtered=bool(wanted),
        knew_nothing=not standing.record.functions and known_at is not None,
        steps=steps(standing, to),
        csv=to.powers(on=on, known_at=known_at, form="csv"),
        json=to.powers(on=on, known_at=known_at, form="json"),
    )


def _is_wanted(holding: Holding, standing: Standing, wanted: Wanted) -> bool:
    function = standing.ledger.tree.function(holding.function)
    if wanted.group and function.group != wanted.group:
        return False
    if wanted.function and wanted.function.casefold() not in f"{function.code} {function.name}".casefold():
        return False
    if wanted.holder == UNDER_OVERSIGHT:
        return holding.holder.kind is PartyKind.COUNCIL and holding.oversight is not Oversight.NONE
    return not wanted.holder or holding.holder.code == wanted.holder


def _grouped(rows: Iterable[Held]) -> tuple[Group, ...]:
    groups: dict[str, list[Held]] = {}
    for row in rows:
        groups.setdefault(row.group, []).append(row)
    return tuple(Group(label, tuple(found)) for label, found in groups.items())
