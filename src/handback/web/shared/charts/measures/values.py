"""What charts of measures are drawn from. Words are plain English already; numbers are in the unit."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from ...words import of_one


class Sort(StrEnum):
    """What a point is, told by shape and colour and, beside the chart, in words."""

    COMMON = "common"
    IMPROVING = "improving"
    WORSENING = "worsening"
    HIGH = "high"  #: special cause, upwards, where neither way is better
    LOW = "low"
    GHOST = "ghost"


#: What is written straight after a number.
SIGNS = ("", "%")


MOST_MORE = 4  # places, to tell a value from its target


@dataclass(frozen=True, slots=True)
class Unit:
    """How a measure's numbers are written: 0.953 with `times` 100 and `after` "%" is 95.3%."""

    before: str = ""
    after: str = ""
    decimals: int = 0
    times: float = 1

    def said(self, value: float | None, *, decimals: int | None = None) -> str:
        """A number as people read it, "1 request" and "2 requests"; nothing for none."""
        if value is None or not isfinite(value):
            return ""
        written = self._written(value, decimals=decimals)
        is_one = written.endswith("1") and written.removeprefix("−") == f"{self.before}1"
        return written + (of_one(self.after) if is_one else self.after)

    def _written(self, value: float, *, decimals: int | None) -> str:
        """A number with its sign, without what stands after it."""
        places = self.decimals if decimals is None else decimals
        written = f"{abs(value) * self.times:,.{places}f}"
        minus = "−" if value < 0 and any(figure in "123456789" for figure in written) else ""
        return f"{minus}{self.before}{written}"

    def bare(self, value: float, *, decimals: int | None = None) -> str:
        """A number on the drawing itself: its sign stands beside it, the words of its unit do not."""
        written = self._written(value, decimals=decimals)
        return f"{written}{self.after}" if self.after in SIGNS else written

    def short(self, value: float) -> str:
        """A round number as such: 95%, not 95.0%."""
        shown = value * self.times
        fits = (places for places in range(self.decimals) if abs(round(shown, places) - shown) < 1e-9)
        places = next(fits, self.decimals)
        return self.said(value, decimals=places)

    def beside(self, value: float | None, *bounds: float | None) -> str:
        """A value with the places that tell it from its targets: 94.97% where 95.0% would seem to be 95%."""
        if value is None:
            return ""
        near = [
            bound * self.times
            for bound in bounds
            if bound not in (None, value) and abs(value - bound) * self.times < 10**-self.decimals
        ]
        shown = value * self.times
        places = range(self.decimals, self.decimals + MOST_MORE)
        apart = (more for more in places if all(round(shown, more) != round(bound, more) for bound in near))
        return self.said(value, decimals=next(apart, self.decimals))

    def limit(self, value: float | None) -> str:
        """A limit or a mean: one figure more than the values have, since it lies between them."""
        return self.said(value, decimals=self.decimals + 1)


@dataclass(frozen=True, slots=True)
class Point:
    """One period. What is None is not known, and leaves a gap in its place.

    `on` is where it stands on the axis. `rules` are the rules that fired, in words; `stretch` numbers the
    stretches between which limits were drawn anew.
    """

    on: date
    period: str
    value: float | None
    sort: Sort = Sort.COMMON
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None
    target: float | None = None
    rules: tuple[str, ...] = ()
    conflict: bool = False
    provisional: bool = False
    counts: str = ""  #: "28 of 41"
    stretch: int = 0
    note: str = ""  #: what was said of the value, and where it alone comes from


@dataclass(frozen=True, slots=True)
class Drawn:
    """A decision shown on the chart: from this day on limits are drawn anew, and why."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over time. `verdict` and `assured` are sentences, said first beside the chart."""

    title: str
    points: tuple[Point, ...]
    unit: Unit = Unit()
    verdict: str = ""
    assured: str = ""
    rebased: tuple[Drawn, ...] = ()
    says: bool = True  #: whether there are values enough to say what is chance
    limits_are: str = "limits"  #: "provisional limits" where there are few points


@dataclass(frozen=True, slots=True)
class PointRow:
    """One line of the table and of the CSV."""

    HEAD = (
        "Period",
        "Value",
        "Counts",
        "Mean",
        "Lower limit",
        "Upper limit",
        "Target",
        "What it is",
        "Rules that fired",
        "Note",
    )

    period: str
    value: str
    counts: str
    mean: str
    lower: str
    upper: str
    target: str
    what: str
    rules: str
    note: str
