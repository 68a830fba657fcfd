"""The powers chart: who held each function on every day, one lane for each function.

1. Periods are [first, until); rows and words give the last included day.
2. The drawing never says more than the table beside it, and the same values always give the same bytes.
3. Names come from documents: every one is escaped.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from handback.core.periods import Period

from . import powers_narrow, powers_wide
from .powers_plan import end_of, picture
from .powers_words import describe, rows, shares
from .values import Chart, Lane, Mark, MarkKind, Row, Segment

__all__ = ["Chart", "Lane", "Mark", "MarkKind", "Row", "Segment", "powers_chart"]

MOST_KEPT = 32  # a crowded chart is about 200 kB


def powers_chart(
    lanes: Sequence[Lane],
    marks: Sequence[Mark] = (),
    *,
    span: Period,
    as_at: date | None = None,
    name: str = "powers",
) -> Chart[Row]:
    """The chart of `lanes` over the days of `span`, with a line standing on `as_at`.

    Segments of a lane come oldest first and do not overlap. `name` begins every id in the drawing and must
    be a word; two charts on one page need two. The `svg` holds a wide drawing and a narrow one, and the
    style sheet shows the one that fits. The newest charts are kept: the same values are drawn once.
    """
    return _drawn(tuple(lanes), tuple(marks), span, as_at, name)


@lru_cache(maxsize=MOST_KEPT)
def _drawn(
    lanes: tuple[Lane, ...], marks: tuple[Mark, ...], span: Period, as_at: date | None, name: str
) -> Chart[Row]:
    until = end_of(span, lanes, marks, as_at)
    told = shares(lanes, first=span.first, until=until)
    text = describe(lanes, told, as_at=as_at)
    if not lanes:
        return Chart(svg="", text=text)
    shown = picture(lanes, marks, span=span, as_at=as_at, shares=told, name=name)
    return Chart(svg=powers_wide.draw(shown) + powers_narrow.draw(shown), text=text, rows=rows(shown.lanes))
