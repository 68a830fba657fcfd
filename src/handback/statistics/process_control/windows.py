"""Stretches of neighbouring points, found in all series at once by laying shifted arrays over one another."""

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


class Unbroken:
    """Windows of neighbouring points that lie within one segment. All arrays are bool[series, period]."""

    def __init__(self, segments: NDArray[np.int32]) -> None:
        """`segments`, int[series, period], numbers each series' stretches upwards from any number."""
        self._segments = segments
        self._whole: dict[int, Flags] = {}

    def runs(self, marks: Flags, *, length: int) -> Flags:
        """The points that belong to a run of so many marked points."""
        return _members(self._windows(marks, length=length), length=length, of=marks.shape)

    def trends(self, steps: Flags, *, length: int) -> Flags:
        """The points that belong to so many in a row, all steps between which are marked.

        `steps`, bool[series, period - 1], speaks of each point and the next.
        """
        shape = (steps.shape[0], steps.shape[1] + 1)
        together = _all_in_a_row(steps, length=length - 1) & self._within(length, shape)
        return _members(together, length=length, of=shape)

    def two_of_three(self, marks: Flags, *, side: Flags) -> Flags:
        """The points of each three that lie on one side, of which two at least are marked."""
        a, b, c = marks[:, :-2], marks[:, 1:-1], marks[:, 2:]
        two = (a & b) | (a & c) | (b & c)
        return _members(two & self._windows(side, length=3), length=3, of=marks.shape)

    def _windows(self, marks: Flags, *, length: int) -> Flags:
        return _all_in_a_row(marks, length=length) & self._within(length, marks.shape)

    def _within(self, length: int, shape: tuple[int, ...]) -> Flags:
        """Which windows of a length lie in one segment: bool[series, period - length + 1]."""
        if length not in self._whole:
            width = max(shape[1] - length + 1, 0)
            last = self._segments[:, shape[1] - width :]
            self._whole[length] = self._segments[:, :width] == last
        return self._whole[length]


def _all_in_a_row(marks: Flags, *, length: int) -> Flags:
    """Where so many marks in a row begin: bool[series, period - length + 1]."""
    width = max(marks.shape[1] - length + 1, 0)
    together = marks[:, :width].copy()
    for later in range(1, length):
        together &= marks[:, later : later + width]
    return together


def _members(begins: Flags, *, length: int, of: tuple[int, ...]) -> Flags:
    """The points in any window of a length that begins where it says."""
    members = np.zeros(of, np.bool_)
    for later in range(length):
        members[:, later : later + begins.shape[1]] |= begins
    return members
