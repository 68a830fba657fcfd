"""How many flags chance alone would raise, so that nobody takes a board's usual share of them for news.

The shares were learnt by charting calm series, in which nothing changes, of each length (`drawn_share`):
300,000 XmR charts, 30,000 run charts, 100,000 of every other kind. They hardly move between the lengths kept;
a test draws some of them anew.

What is calm depends on the kind. Values of XmR and run charts spread normally; of P charts about 300 of 1,000
are counted, of U charts about 300 for as much, by chance alone; times between events are exponential, and
cases between events geometric with a mean of 19. Where far fewer are counted, chance is lopsided, and shares
differ somewhat.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import numpy as np

from handback.statistics.process_control.attributes import p, p_prime, u, u_prime
from handback.statistics.process_control.chart import Chart
from handback.statistics.process_control.kinds import Kind
from handback.statistics.process_control.profiles import PTD, Profile
from handback.statistics.process_control.rare import g, t
from handback.statistics.process_control.runs import run_charts
from handback.statistics.process_control.verdicts import FEWEST_POINTS, Polarity, Variation
from handback.statistics.process_control.xmr import xmr

#: Numbers of points for which a share is kept.
POINTS = (5, 6, 7, 8, 10, 12, 16, 24, 36, 60, 120)
COUNTED_OF, COUNTED, CASES = 1_000.0, 300.0, 19.0


@cache
def shares() -> Mapping[str, Mapping[str, tuple[float, ...]]]:
    """By kind and profile, for each of POINTS the share of calm series whose last point is flagged."""
    kept = resources.files(__package__).joinpath("chance.json").read_text("utf-8")
    return {kind: {name: tuple(row) for name, row in of.items()} for kind, of in json.loads(kept).items()}


def share_flagged(points: int, *, kind: Kind = Kind.XMR, profile: Profile = PTD) -> float:
    """The share of calm series, worth so many points in a row, that are flagged all the same.

    Between the lengths kept it is interpolated; beyond the longest it is that of the longest, and of a
    profile that is none of ours that of NHSRplotthedots.
    """
    if points < FEWEST_POINTS:
        return 0.0
    known = shares()[kind]
    return float(np.interp(points, POINTS, known.get(profile.name, known[PTD.name])))


def flags_by_chance(points: Iterable[int], *, kind: Kind = Kind.XMR, profile: Profile = PTD) -> float:
    """How many of the series with so many points each would be flagged if nothing had changed in any."""
    return sum(share_flagged(one, kind=kind, profile=profile) for one in points)


def drawn_share(
    points: int, *, kind: Kind = Kind.XMR, profile: Profile = PTD, series: int, seed: int
) -> float:
    """The same share, learnt anew from so many calm series; right to about 0.13 over the root of `series`."""
    draw = np.random.default_rng([seed, points])
    if kind == Kind.RUN:
        runs = run_charts(draw.normal(size=(series, points)))
        said = np.array([run.variation(Polarity.HIGHER) for run in runs])
    else:
        said = _calm(kind, draw, (series, points), profile).verdict
    return float(np.mean((said != Variation.COMMON) & (said != Variation.NOT_ENOUGH)))


def _calm(kind: Kind, draw: np.random.Generator, shape: tuple[int, int], profile: Profile) -> Chart:
    """Charts of series in which nothing changes."""
    of = np.full(shape, COUNTED_OF)
    match kind:
        case Kind.P | Kind.P_PRIME:
            counts = draw.binomial(int(COUNTED_OF), COUNTED / COUNTED_OF, shape)
            return (p if kind == Kind.P else p_prime)(counts, of, profile=profile)
        case Kind.U | Kind.U_PRIME:
            return (u if kind == Kind.U else u_prime)(draw.poisson(COUNTED, shape), of, profile=profile)
        case Kind.T:
            return t(draw.exponential(size=shape), profile=profile)
        case Kind.G:
            return g(draw.geometric(1 / (CASES + 1), shape) - 1, profile=profile)
        case _:
            return xmr(draw.normal(size=shape), profile=profile)
