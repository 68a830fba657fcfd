"""What a sentence states of time, and what one stated time makes of the one beside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.core.periods import Window
from handback.reading.words.counted_times import COUNTED, RECURRING

_BY = ("by", "until", "up to", "before")


@dataclass(frozen=True, slots=True)
class Stated:
    """A time stated in a sentence: places `start` to `end`, the days it stands for, and how it is said.

    `due` is False for times that point back or only describe ("since", "of", "the May elections").
    """

    start: int
    end: int
    window: Window
    preposition: str
    grain: str
    due: bool

    @property
    def known(self) -> bool:
        """Whether the days are known."""
        return self.window.first is not None or self.window.until is not None


_THAT_DATE = re.compile(r"(?:by|before) (?:then|that (?:date|day|time))")


def pointing_back(times: list[Stated]) -> Iterator[Stated]:
    """ "By 31 May, and by that date we shall have ...": the days of the time before it."""
    last: Stated | None = None
    for time in times:
        if last is not None and last.window.until and _THAT_DATE.fullmatch(time.window.words):
            window = Window(None, last.window.until, time.window.words)
            time = Stated(time.start, time.end, window, "by", last.grain, due=True)
        last = time if time.known and time.due else last
        yield time


_OF_EACH = re.compile(r",? ?(?:of |in )?")


def every_year(words: str, times: list[Stated]) -> list[Stated]:
    """ "By 31 May each year", "each year, by 31 May": a time that comes again has no days of its own."""
    out: list[Stated] = []
    for time in times:
        last = out[-1] if out else None
        near = last is not None and RECURRING in (last.grain, time.grain) and last.grain != time.grain
        if last is None or not near or not _OF_EACH.fullmatch(words, last.end, time.start):
            out.append(time)
            continue
        dated = last if time.grain == RECURRING else time
        grain = COUNTED if dated.preposition in _BY else RECURRING
        said = Window(None, None, words[last.start : time.end])
        out[-1] = Stated(last.start, time.end, said, dated.preposition, grain, dated.due)
    return out
