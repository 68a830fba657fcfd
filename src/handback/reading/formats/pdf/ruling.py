"""The lines that are drawn along a page: strokes, thin bars, and the edges of coloured areas that are seen.

Programs colour the cell of a table in many pieces (its margins, each line of its words), and some put white
behind every line of a page. Where both sides of an edge have one colour, nobody sees a line there.
"""

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as raw

MOST_RULES = 1_500  # lines of a page
MOST_AREAS = 3_000  # coloured areas of a page
_SEGMENTS = 200  # of one path: longer ones draw pictures
_SHORTEST = 4.0  # points: shorter lines are parts of letters and marks, and narrower areas are lines
_STRAIGHT = 1.0  # points by which a line may lean
_WHITE = 250  # of 255: what is lighter is not seen on paper
_BESIDE = 0.3  # points from an edge at which the colour on its other side is looked at
_SHELF = 25.0  # points of height in which areas are kept together
_HIGHEST = 400  # shelves that one area stands on at most

_Colour = tuple[int, int, int]
_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line drawn along the page: at `at`, from `first` to `last`."""

    at: float
    first: float
    last: float


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    right: float
    bottom: float
    colour: _Colour


class Ruling:
    """Gathers the lines of one page; `point` gives the place of a point from the top left as it is read."""

    def __init__(self, point: Callable[[float, float], _Point]) -> None:
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self._point = point
        self._areas: list[_Area] = []

    def read_path(self, thing: "raw.FPDF_PAGEOBJECT") -> None:
        """Takes the straight lines of a path that run along the page."""
        count = raw.FPDFPath_CountSegments(thing)
        if not 2 <= count <= _SEGMENTS or len(self.across) + len(self.down) >= MOST_RULES:
            return
        corners = list(self._lines_of(thing, count))
        colour = _filled(thing)
        if colour is None:
            for one, other in corners:
                self._add(one, other)
            return
        left, right = _reach(place[0] for line in corners for place in line)
        top, bottom = _reach(place[1] for line in corners for place in line)
        if min(right - left, bottom - top) < _SHORTEST:
            for one, other in corners:
                self._add(one, other)
        elif min(colour) < _WHITE and len(self._areas) < MOST_AREAS and _is_box(corners):
            self._areas.append(_Area(left, top, right, bottom, colour))

    def finish(self) -> None:
        """Adds the edges of the coloured areas behind which another colour begins."""
        shelves: dict[tuple[_Colour, int], list[_Area]] = defaultdict(list)
        for area in self._areas:
            first, last = int(area.top // _SHELF), int(area.bottom // _SHELF)
            for shelf in range(first, min(last, first + _HIGHEST) + 1):
                shelves[area.colour, shelf].append(area)
        for area in self._areas:
            for one, other, beside in _edges(area):
                near = shelves.get((area.colour, int(beside[1] // _SHELF)), ())
                if not any(_covers(place, beside) for place in near):
                    self._add(one, other)

    def _lines_of(self, thing: "raw.FPDF_PAGEOBJECT", count: int) -> Iterator[tuple[_Point, _Point]]:
        matrix = raw.FS_MATRIX()
        if not raw.FPDFPageObj_GetMatrix(thing, matrix):
            return
        x, y = ctypes.c_float(), ctypes.c_float()
        begun = last = (0.0, 0.0)
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(thing, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            here = self._point(
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                begun = here
            elif kind == raw.FPDF_SEGMENT_LINETO:
                yield last, here
            if raw.FPDFPathSegment_GetClose(segment):
                yield here, begun
            last = here

    def _add(self, one: _Point, other: _Point) -> None:
        if len(self.across) + len(self.down) >= MOST_RULES:
            return
        wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
        if high <= _STRAIGHT and wide >= _SHORTEST:
            self.across.append(Rule((one[1] + other[1]) / 2, *_reach(iter((one[0], other[0])))))
        elif wide <= _STRAIGHT and high >= _SHORTEST:
            self.down.append(Rule((one[0] + other[0]) / 2, *_reach(iter((one[1], other[1])))))


def _filled(thing: "raw.FPDF_PAGEOBJECT") -> _Colour | None:
    """The colour of a path that is filled and has no line around it; a clear one is as white as the paper."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(thing, mode, stroked) or stroked.value:
        return None
    red, green, blue, cover = (ctypes.c_uint() for _ in range(4))
    if not mode.value:
        return (255, 255, 255)
    if not raw.FPDFPageObj_GetFillColor(thing, red, green, blue, cover):
        return None
    return (red.value, green.value, blue.value) if cover.value else (255, 255, 255)


def _reach(values: Iterator[float]) -> tuple[float, float]:
    found = sorted(values)
    return (found[0], found[-1]) if found else (0.0, 0.0)


def _is_box(lines: list[tuple[_Point, _Point]]) -> bool:
    """Whether all lines of a path run along the page, so that it covers what lies between its corners."""
    return len(lines) <= 5 and all(
        min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= _STRAIGHT for one, other in lines
    )


def _edges(area: _Area) -> Iterator[tuple[_Point, _Point, _Point]]:
    """The four edges of an area, each with a point just beyond its middle."""
    middle, half = (area.left + area.right) / 2, (area.top + area.bottom) / 2
    left, top, right, bottom = area.left, area.top, area.right, area.bottom
    yield (left, top), (right, top), (middle, top - _BESIDE)
    yield (left, bottom), (right, bottom), (middle, bottom + _BESIDE)
    yield (left, top), (left, bottom), (left - _BESIDE, half)
    yield (right, top), (right, bottom), (right + _BESIDE, half)


def _covers(area: _Area, place: _Point) -> bool:
    return area.left <= place[0] <= area.right and area.top <= place[1] <= area.bottom
