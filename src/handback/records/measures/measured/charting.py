"""The charts of many series: those of one sort, under one profile and of about one length, in one go.

Series are laid right-aligned in a table; what a shorter one has before its first period is a gap, and a gap
says nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from handback.records.measures.measured.choices import choices_of
from handback.records.measures.measured.findings import ChartChoice
from handback.records.measures.measured.laid import about, laid, marked
from handback.records.measures.measured.series import Flags, Floats, Series
from handback.statistics.process_control import (
    Assurance,
    Chart,
    Fired,
    Limits,
    PointFinding,
    SeriesFinding,
    Sufficiency,
    Variation,
    point_finding,
    profile,
    series_finding,
    xmr,
)
from handback.statistics.process_control.attributes import p, p_prime, u, u_prime
from handback.statistics.process_control.choosing import Kind
from handback.statistics.process_control.rare import g, t
from handback.statistics.process_control.runs import RunChart, run_charts

COUNTED: dict[Kind, Callable[..., Chart]] = {
    Kind.P: p,
    Kind.P_PRIME: p_prime,
    Kind.U: u,
    Kind.U_PRIME: u_prime,
}
PLAIN: dict[Kind, Callable[..., Chart]] = {Kind.XMR: xmr, Kind.RUN: xmr, Kind.T: t, Kind.G: g}


@dataclass(frozen=True, eq=False)
class Charted:
    """A series' row in a chart of many, beginning `offset` periods in; its run chart, where it has one."""

    choice: ChartChoice
    together: Chart
    row: int
    offset: int
    run: RunChart | None
    variation: Variation
    assurance: Assurance
    sufficiency: Sufficiency
    worth: int

    @cached_property
    def finding(self) -> SeriesFinding:
        """What is said at the last point; periods count from the first of the series."""
        found = series_finding(self.together, self.row)
        return replace(found, series=0, last=self.shifted(found.last))

    def point(self, place: int) -> PointFinding:
        """What is known of the point at a place of the series."""
        return self.shifted(point_finding(self.together, self.row, place + self.offset))

    def shifted(self, found: PointFinding) -> PointFinding:
        """A point with its periods counted from the first of the series."""
        fired = tuple(Fired(one.signal, max(one.began - self.offset, 0)) for one in found.fired)
        return replace(found, period=max(found.period - self.offset, 0), fired=fired)

    @cached_property
    def alone(self) -> Chart:
        """The chart of the one series, on its own axis."""
        of = (slice(self.row, self.row + 1), slice(self.offset, None))
        whole, limits = self.together, self.together.limits
        return replace(
            whole,
            values=whole.values[of],
            limits=Limits(*(getattr(limits, name)[of] for name in Limits.__slots__)),
            signals=whole.signals[of],
            segments=whole.segments[of],
            counted=whole.counted[of],
            ghosts=whole.ghosts[of],
            targets=whole.targets[of],
            polarity=whole.polarity[of[0]],
        )


def charted(series: Sequence[Series]) -> list[Charted]:
    """The chart of each series; none may be empty."""
    choices = choices_of(series)
    groups: dict[tuple[Kind, str, int], list[int]] = {}
    for place, (one, choice) in enumerate(zip(series, choices, strict=True)):
        key = (choice.kind, one.profile, about(len(one.axis)))
        groups.setdefault(key, []).append(place)
    found: dict[int, Charted] = {}
    for (kind, rules, _), places in groups.items():
        some = [series[place] for place in places]
        told = _group(kind, rules, some, [choices[place] for place in places])
        found.update(zip(places, told, strict=True))
    return [found[place] for place in range(len(series))]


def _group(kind: Kind, rules: str, some: Sequence[Series], choices: Sequence[ChartChoice]) -> list[Charted]:
    chart = _drawn(kind, rules, some)
    offsets = [chart.values.shape[1] - len(one.axis) for one in some]
    runs: Sequence[RunChart | None] = [None] * len(some)
    variation, assurance = chart.verdict, chart.assurance
    if kind == Kind.RUN:
        runs = run_charts(chart.values, rebased=_begins(chart), ghosts=chart.ghosts)
        chart = _about_medians(chart, runs)
        ways = (run.variation(one.polarity) for one, run in zip(some, runs, strict=True) if run)
        variation, assurance = np.array(list(ways), np.int8), chart.assurance
    return [
        Charted(
            choice=choices[row],
            together=chart,
            row=row,
            offset=offsets[row],
            run=run and _shifted(run, offsets[row]),
            variation=Variation(int(variation[row])),
            assurance=Assurance(int(assurance[row])),
            sufficiency=Sufficiency(int(chart.sufficiency[row])),
            worth=int(chart.worth[row]),
        )
        for row, run in enumerate(runs)
    ]


def _drawn(kind: Kind, rules: str, some: Sequence[Series]) -> Chart:
    values, targets = laid([one.values for one in some]), laid([one.targets for one in some])
    per = np.array([[one.definition.per] for one in some], np.float64)
    width = values.shape[1]
    asked: dict[str, Any] = {
        "polarity": np.array([one.polarity for one in some], np.int8),
        "rebased": marked([one.rebased for one in some], width),
        "ghosts": marked([one.ghosts for one in some], width),
        "profile": profile(rules),
    }
    if kind in PLAIN:
        return PLAIN[kind](values, targets=targets, **asked)
    above, below = (laid([_counts(one, name) for one in some]) for name in ("above", "below"))
    return _scaled(COUNTED[kind](above, below, targets=targets / per, **asked), per)


def _counts(one: Series, name: str) -> Floats:
    counts: Floats | None = getattr(one, name)
    return np.full(len(one.axis), np.nan) if counts is None else counts


def _scaled(chart: Chart, per: Floats) -> Chart:
    """A chart of shares or rates in the unit of each series: percent, per 1,000."""
    limits = Limits(*(getattr(chart.limits, name) * per for name in Limits.__slots__))
    return replace(chart, values=chart.values * per, limits=limits, targets=chart.targets * per)


def _begins(chart: Chart) -> Flags:
    begins = np.zeros(chart.segments.shape, np.bool_)
    begins[:, 1:] = chart.segments[:, 1:] != chart.segments[:, :-1]
    return begins


def _about_medians(chart: Chart, runs: Sequence[RunChart | None]) -> Chart:
    """A run chart as a chart: its median since the last rebase, no limits, and no rule of the profile."""
    median = np.array([[run.median if run else np.nan] for run in runs])
    centre = np.where(chart.segments == chart.segments[:, -1:], median, np.nan)
    none = np.full_like(centre, np.nan)
    return replace(
        chart,
        kind=Kind.RUN,
        limits=Limits(centre, none, none, none, none),
        signals=np.zeros_like(chart.signals),
    )


def _shifted(run: RunChart, by: int) -> RunChart:
    """A run chart with its periods counted from the first of the series."""
    began, ended, last = (max(period - by, 0) for period in (run.began, run.ended, run.last))
    return replace(run, began=began, ended=ended, last=last)
