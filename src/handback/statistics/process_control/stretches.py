"""The stretches between rebases, of all series at once: each is added up in one pass."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Stretches:
    """The segments of all series, end to end."""

    def __init__(self, segments: NDArray[np.int32]) -> None:
        """`segments`, int[series, period], numbers the stretches of each series."""
        begins = np.ones(segments.shape, np.bool_)
        begins[:, 1:] = segments[:, 1:] != segments[:, :-1]
        self._shape = segments.shape
        self._starts = np.flatnonzero(begins)
        self._lengths = np.diff(self._starts, append=segments.size)

    def mean(self, values: Floats) -> Floats:
        """The mean of what is known in each stretch, at each of its points; nan where nothing is."""
        flat = values.ravel()
        known = np.isfinite(flat)
        number = self._sum(known.astype(np.float64))
        with np.errstate(invalid="ignore", divide="ignore"):
            rough = self._sum(np.where(known, flat, 0.0)) / number
            left = np.where(known, flat - np.repeat(rough, self._lengths), 0.0)
            mean = rough + self._sum(left) / number  # what the first sum lost to rounding
        return self._spread(mean)

    def ratio(self, numerators: Floats, denominators: Floats) -> Floats:
        """All numerators over all denominators of each stretch, of points where both are known."""
        known = np.isfinite(numerators) & np.isfinite(denominators)
        with np.errstate(invalid="ignore", divide="ignore"):
            above = self._sum(np.where(known, numerators, 0.0).ravel())
            return self._spread(above / self._sum(np.where(known, denominators, 0.0).ravel()))

    def median(self, values: Floats) -> Floats:
        """The median of what is known in each stretch, at each of its points; one stretch after the other."""
        parts = np.split(values.ravel(), self._starts[1:])
        known = [part[np.isfinite(part)] for part in parts] if values.size else []
        return self._spread(np.array([np.median(part) if part.size else np.nan for part in known]))

    def _sum(self, flat: Floats) -> Floats:
        return np.add.reduceat(flat, self._starts) if flat.size else flat

    def _spread(self, of_stretches: Floats) -> Floats:
        return np.repeat(of_stretches, self._lengths).reshape(self._shape)
