"""Tables whose columns are months or quarters to come: "Workstream | Q1 2026/27 | Q2 2026/27".

A cell with words says what is to be done in its column's time; a mark ("x") says that what the row names is
done then, from the first marked column to the last. Columns of figures hold results, and commit nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.core.periods import Window
from handback.reading.claims.action_tables import Cell, Row
from handback.reading.claims.outline import Outline
from handback.reading.claims.scenes import is_past
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.sentences import sentence

_MARK = re.compile(r"[xX*\u2713\u2714\u2022\u25cf\u25a0\u2588]|yes", re.I)
_FIGURE = re.compile(r"[\d£%.,() /+-]*")
_MEASURES = re.compile(r"\b(?:measures?|indicators?|kpis?|metrics?|budgets?|spend\w*|targets?)\b", re.I)
FEWEST = 2  # columns that are times
SHORTEST_DEED = 12  # characters of a cell that says what is to be done


@dataclass(frozen=True, slots=True)
class Periods:
    """The time of each column, by its number."""

    times: dict[int, Stated]

    def rows(self, found: Outline, cells: list[Cell]) -> Iterator[Row]:
        """What a row below the header commits to."""
        on = found.document.dated_on
        here = [(cells[i], time) for i, time in self.times.items() if i < len(cells) and cells[i].words]
        marked = [time for cell, time in here if _MARK.fullmatch(cell.words)]
        if marked and cells[0].words:
            time = _spanning(marked[0], marked[-1])
            if not is_past(time, on):
                yield Row(sentence(found.plain, cells[0].start, cells[0].end), time, None)
            return
        for cell, time in here:
            deed = len(cell.words) >= SHORTEST_DEED and not _FIGURE.fullmatch(cell.words)
            if deed and not is_past(time, on):
                yield Row(sentence(found.plain, cell.start, cell.end), time, None)


def periods_of(found: Outline, cells: list[Cell]) -> Periods | None:
    """The times of the columns that a row heads; None where it heads none, or columns of figures."""
    if len(cells) <= FEWEST or _MEASURES.search(cells[0].words):
        return None
    times = {i: time for i, cell in enumerate(cells) if i and (time := _bare_time(found, cell)) is not None}
    if len(times) < FEWEST or len(times) < len([cell for cell in cells[1:] if cell.words]):
        return None
    to_come = any(not is_past(time, found.document.dated_on) for time in times.values())
    return Periods(times) if to_come and _bare_time(found, cells[0]) is None else None


def _bare_time(found: Outline, cell: Cell) -> Stated | None:
    """The time that a cell holds and nothing else."""
    if not cell.words:
        return None
    times = [t for t in stated_times(sentence(found.plain, cell.start, cell.end), found.calendar) if t.known]
    return times[0] if len(times) == 1 and times[0].end - times[0].start == len(cell.words) else None


def _spanning(first: Stated, last: Stated) -> Stated:
    window = Window(first.window.first, last.window.until, first.window.words)
    return Stated(first.start, first.end, window, "from to", first.grain, due=True)
