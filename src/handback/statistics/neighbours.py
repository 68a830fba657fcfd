"""Comparable councils: a distance that anybody can make again, and what each metric adds to it.

    distance squared = weighted mean, over the metrics known of both, of (difference / standard deviation)^2

Metrics are chosen and weighed by whoever asks, and said with the result. A metric that is not known of one
of a pair is left out of that pair, and `known` says what share of the weight the distance rests upon.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from handback.statistics.numbers import NotNumbers, numbers

Floats = NDArray[np.float64]
LARGEST = 1e150  #: a greater number has no square


class CannotBeCompared(ValueError):
    """Councils or metrics between which no distance can be had. `place` says which."""

    def __init__(self, place: str, fault: str) -> None:
        self.place, self.fault = place, fault
        super().__init__(f"{place}: {fault}")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One council as another's neighbour: `known` is the share of weight that the distance rests upon."""

    council: str
    distance: float
    known: float


@dataclass(frozen=True, eq=False)
class Neighbours:
    """Distances of councils from each other.

    `contributions`: what each metric adds to the square of each distance, float[council, council, metric],
    nan where it is not known of both; `known`: float[council, council]. `weights` are in sum 1.
    """

    councils: tuple[str, ...]
    metrics: tuple[str, ...]
    weights: Floats
    contributions: Floats
    known: Floats

    @property
    def distances(self) -> Floats:
        """float[council, council]; nan where no metric is known of both."""
        squares = np.nansum(self.contributions, axis=2)
        return np.where(self.known > 0, np.sqrt(squares), np.nan)

    def nearest(self, council: str, *, count: int = 15, least: float = 0.5) -> list[Neighbour]:
        """The nearest to a council, of those of which at least a share `least` of the weight is known.

        The nearest first; names decide between distances that are equal. Raises CannotBeCompared.
        """
        if council not in self.councils:
            raise CannotBeCompared(council, "is not among the councils.")
        if not isinstance(count, int) or count < 0 or not 0 <= least <= 1:
            raise CannotBeCompared("nearest", f"cannot be {count} of which {least} is known.")
        row = self.councils.index(council)
        others = [
            Neighbour(name, float(distance), float(known))
            for name, distance, known in zip(self.councils, self.distances[row], self.known[row], strict=True)
            if name != council and known > 0 and known >= least
        ]
        return sorted(others, key=lambda other: (other.distance, other.council))[:count]


def neighbours(
    values: ArrayLike,
    *,
    councils: Sequence[str],
    metrics: Sequence[str],
    weights: Mapping[str, float] | None = None,
) -> Neighbours:
    """Distances between councils from float[council, metric], gaps as nan; equal weights unless said.

    Raises CannotBeCompared, with the place, for what is infinite, a metric that is the same everywhere, and
    weights that fit no metric.
    """
    for place, names in (("councils", councils), ("metrics", metrics)):
        for name, times in Counter(names).most_common(1):
            if times > 1:
                raise CannotBeCompared(place, f"{name!r} is there more than once.")
    try:
        array = np.atleast_2d(numbers(values))
    except NotNumbers as fault:
        raise CannotBeCompared("values", str(fault)) from None
    if array.shape != (len(councils), len(metrics)):
        raise CannotBeCompared("values", f"have shape {array.shape}, not {(len(councils), len(metrics))}.")
    for row, column in np.argwhere(np.abs(array) > LARGEST):
        raise CannotBeCompared(
            f"{metrics[column]} of {councils[row]}", "is infinite, or too large to be squared. A gap is nan."
        )
    shares = _shares(weights if weights is not None else dict.fromkeys(metrics, 1.0), metrics)
    standard = np.stack(
        [_standard(column, name) for column, name in zip(array.T, metrics, strict=True)], axis=1
    )
    away = standard[:, np.newaxis] - standard[np.newaxis]
    known = ~np.isnan(away) @ shares
    with np.errstate(divide="ignore", invalid="ignore"):
        contributions = away**2 * shares / known[..., np.newaxis]
    return Neighbours(tuple(councils), tuple(metrics), shares, contributions, known)


def _standard(values: Floats, metric: str) -> Floats:
    known = values[~np.isnan(values)]
    if len(known) < 2 or known.min() == known.max():
        raise CannotBeCompared(metric, "tells no council from another.")
    away, known = values - known.mean(), known - known.mean()
    size = np.abs(known).max()  # so that no square vanishes
    return np.asarray(away / size / (known / size).std(ddof=1))


def _shares(weights: Mapping[str, float], metrics: Sequence[str]) -> Floats:
    for name in (*weights, *metrics):
        weight: object = weights.get(name)
        if name not in metrics or not isinstance(weight, int | float) or not 0 <= weight <= LARGEST:
            raise CannotBeCompared(
                f"weights.{name}", "every metric has a weight of 0 or more, and nothing else."
            )
    total = sum(weights.values())
    if not total:
        raise CannotBeCompared("weights", "no metric weighs anything.")
    return np.array([weights[name] / total for name in metrics])
