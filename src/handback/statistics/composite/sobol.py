"""Sobol indices: how much of an output's variance each factor explains, alone and with the others.

1. First order: the centred estimator of Saltelli and others (2010), mean((B - m)(AB - A)) / variance. Without
   the centring the estimate depends upon where the output's zero lies.
2. Total: that of Jansen (1999), mean((A - AB)^2) / (2 variance).
3. Intervals: whole rows are drawn anew, the same for A, B and every AB, and the variance with them.
4. A design that can be gone through whole is, and then nothing is estimated.
"""

from dataclasses import dataclass

import numpy as np

from handback.statistics.composite.arrays import Floats

ROUNDING = 1e-12  #: outputs that differ by no larger a share of themselves do not vary


@dataclass(frozen=True, eq=False)
class Sobol:
    """`first` and `total`, float[factor, ...output]; intervals float[2, factor, ...output], None if exact."""

    first: Floats
    total: Floats
    variance: Floats
    first_interval: Floats | None = None
    total_interval: Floats | None = None


def estimated(a: Floats, b: Floats, ab: Floats, *, bootstraps: int = 0, seed: int = 0) -> Sobol:
    """Indices from a float[row, ...output], b the same, and ab float[factor, row, ...output].

    In ab a factor has the values of b, and every other those of a. An output that does not vary has nan.
    With `bootstraps`, intervals of 5 to 95 %.
    """
    first, total, variance = _indices(a, b, ab)
    if not bootstraps:
        return Sobol(first, total, variance)
    chance = np.random.default_rng(seed)
    drawn = [chance.integers(0, len(a), len(a)) for _ in range(bootstraps)]
    again = [_indices(a[rows], b[rows], ab[:, rows]) for rows in drawn]
    bounds = [
        np.quantile(np.stack([each[which] for each in again]), (0.05, 0.95), axis=0) for which in (0, 1)
    ]
    return Sobol(first, total, variance, bounds[0], bounds[1])


def _indices(a: Floats, b: Floats, ab: Floats) -> tuple[Floats, Floats, Floats]:
    both = np.concatenate([a, b])
    variance = np.asarray(both.var(axis=0, ddof=1))
    with np.errstate(divide="ignore", invalid="ignore"):
        variance[variance <= _rounding(both)] = np.nan
        first = ((b - both.mean(axis=0)) * (ab - a)).mean(axis=1) / variance
        total = ((a - ab) ** 2).mean(axis=1) / (2 * variance)
    return first, total, np.asarray(variance)


def exact(outputs: Floats, odds: tuple[tuple[float, ...], ...]) -> Sobol:
    """Indices of a design gone through whole: float[...an axis for each factor, ...output].

    `odds` holds the probability of each alternative of each factor. An output that does not vary has nan.
    """
    factors = len(odds)
    mean = _mean(outputs, odds, range(factors))
    variance = _mean((outputs - mean) ** 2, odds, range(factors))
    variance = np.where(variance <= _rounding(outputs, tuple(range(factors))), np.nan, variance)
    first, total = [], []
    for factor in range(factors):
        others = [each for each in range(factors) if each != factor]
        alone = _mean(outputs, odds, others)
        first.append(_mean((alone - mean) ** 2, odds, range(factors)))
        within = outputs - _mean(outputs, odds, [factor])
        total.append(_mean(within**2, odds, range(factors)))
    whole = tuple([0] * factors)
    with np.errstate(divide="ignore", invalid="ignore"):
        return Sobol(
            np.stack([each[whole] for each in first]) / variance[whole],
            np.stack([each[whole] for each in total]) / variance[whole],
            np.asarray(variance[whole]),
        )


def _rounding(outputs: Floats, over: tuple[int, ...] = (0,)) -> Floats:
    """The variance that rounding alone can give; of so little no factor has a share."""
    size: Floats = np.abs(outputs).max(axis=over)
    return (ROUNDING * size) ** 2


def _mean(values: Floats, odds: tuple[tuple[float, ...], ...], axes: "range | list[int]") -> Floats:
    """The expectation over some factors, whose axes stay with a length of 1."""
    for axis in axes:
        if values.shape[axis] > 1:
            weights = np.array(odds[axis]).reshape([-1 if each == axis else 1 for each in range(values.ndim)])
            values = (values * weights).sum(axis=axis, keepdims=True)
    return values


def arranged(rows: int, widths: tuple[int, ...], *, seed: int) -> Floats:
    """Numbers from 0 to 1 of a scrambled Sobol' sequence, as A, B, and an AB for each factor.

    float[2 + factor, row, number]. `rows` is a power of two; a factor takes `widths` numbers.
    """
    from scipy.stats import qmc  # here: loading it takes a second, which every command would wait

    width = sum(widths)
    drawn = qmc.Sobol(2 * width, scramble=True, rng=np.random.default_rng(seed)).random(rows)
    a, b = drawn[:, :width], drawn[:, width:]
    mixed = []
    for last, own in zip(np.cumsum(widths), widths, strict=True):
        one = a.copy()
        one[:, last - own : last] = b[:, last - own : last]
        mixed.append(one)
    return np.stack([a, b, *mixed])
