"""Figures: a count with its share and its total, where the words put them side by side.

"28 of 41 (68%)", "40 (33%) of the 120", "75% (36 of 48)", "6 is 5% of the 120", "45/60 (75%)".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handback.reading.claims.quantities import Measure, Quantity
from handback.reading.claims.share_words import (
    AGAIN,
    BASE_BEHIND,
    BESIDE_IT,
    BETWEEN_COMMAS,
    BRACKET,
    CLOSES,
    COUNTED,
    DOES,
    ENDS,
    FAR,
    IN,
    IS,
    LATER,
    LOOSE,
    NEXT,
    OF,
    OF_A_WHOLE,
    OF_ALL_SUCH,
    OF_AS_MANY,
    OF_THOSE,
    ONE_IN,
    OWN_BASE,
    PLURAL,
    SHARE_COUNT,
    UNIT_AND_BRACKET,
    WITHIN,
)
from handback.reading.words.watch import waits


@dataclass(slots=True)
class Figure:
    """What stands side by side, from `start` to `end`; `rule` says how its total was found, if it was."""

    part: Quantity | None
    percent: Quantity | None
    total: Quantity | None
    start: int
    end: int
    rule: str = ""
    lead: int = -1  # where the quotation begins, if before `start`

    @property
    def first(self) -> Quantity:
        """The quantity that stands first."""
        both = [q for q in (self.part, self.percent) if q is not None]
        return min(both, key=lambda q: q.start)


_CHANGE = waits(
    r"\b(?:(?:increase|decrease|rise|fall|reduction|growth|drop|overspend|underspend|variance|saving"
    r"|gap|shortfall"
    r"|surplus|deficit)(?: of| by|:| is| was| at| to be)?(?: [a-z]+){0,2}"
    r"|(?:rose|fell|fallen|risen|increased|decreased|reduced|up|down|overspent|underspent|grew|grown)"
    r"(?: by| to| from)?(?: (?:about|around|some|just|nearly|another|a further|over))?) $",
    re.I,
)
_SCORE = waits(
    r"\b(?:(?:scored?|scoring|rating of|marks? of|votes?|voted)\b[^,;]{0,20}|rated\b[^,;]{0,9})$", re.I
)


def _without_times(words: str, numbers: Sequence[Quantity]) -> tuple[str, list[Quantity]]:
    """The words with a time between a count and its share read as a word: "41 paid in 30 days (68%)"."""
    kept: list[Quantity] = []
    for index, one in enumerate(numbers):
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        if (
            one.measure is Measure.TIME
            and kept
            and not kept[-1].share
            and after is not None
            and after.share
            and WITHIN.search(words[: one.start])
            and UNIT_AND_BRACKET.match(words[one.end : after.start])
        ):
            words = f"{words[: one.start]}{'x' * (one.end - one.start)}{words[one.end :]}"
        else:
            kept.append(one)
    return words, kept


class Reader:
    """Reads the figures of one stretch of words, from left to right."""

    def __init__(self, words: str, numbers: Sequence[Quantity]) -> None:
        self.words, self.numbers = _without_times(words, numbers)
        self.at = 0
        self.figures: list[Figure] = []

    def read(self) -> list[Figure]:
        """The figures, in order; each quantity belongs to one of them at most, totals apart."""
        while self.at < len(self.numbers):
            before = self.at
            figure = self._from_share() if self.numbers[self.at].share else self._from_count()
            if figure is not None and not _is_only_time(figure):
                self.figures.append(figure)
                self._further_bases(figure)
            self.at = max(self.at, before + 1)
        return self.figures

    def _gap(self, index: int) -> str:
        """The words between a quantity and the next one; a line nothing matches where there is none."""
        if index + 1 >= len(self.numbers):
            return "\n"
        return self.words[self.numbers[index].end : self.numbers[index + 1].start]

    def _next(self, index: int) -> Quantity | None:
        return self.numbers[index + 1] if index + 1 < len(self.numbers) else None

    def _closed(self, end: int) -> int:
        """The place behind a bracket that closes here."""
        return end + 1 if self.words[end : end + 1] in (")", "]") else end

    def _total_after(self, index: int, part: Quantity | None) -> Quantity | None:
        """The total that follows the quantity at `index` at once ("of the 41", "out of 41", "in five")."""
        total, gap = self._next(index), self._gap(index)
        if total is None or total.share or not total.value:
            return None
        if total.measure is Measure.TIME and not _is_time_of(part, gap):
            return None
        if part is not None and not _fits(part, total):
            return None
        if part is not None and _SCORE.search(self.words[max(0, part.start - 40) : part.start]):
            return None
        if (
            part is not None
            and " from " in gap
            and _CHANGE.search(self.words[max(0, part.start - 60) : part.start])
        ):
            return None
        if OF.match(gap) or gap.strip() == "/":
            return total
        if part is not None and OF_AS_MANY.match(gap) and not PLURAL.match(self.words, total.end):
            return total if part.noun and total.measure is part.measure is Measure.COUNT else None
        alike = total.measure is Measure.COUNT or gap == " for every "
        if part is None or part.value >= total.value or not alike:
            return None
        if part.value == 1 and total.value <= MOST_IN_SO_MANY and self._is_one_in(gap, total):
            return total
        return total if total.value <= MOST_IN and IN.match(gap) else None

    def _is_one_in(self, gap: str, total: Quantity) -> bool:
        """ "one ferry in six ran": no place where one of them was ("one ferry in six ports")."""
        return bool(ONE_IN.match(gap)) and (
            not PLURAL.match(self.words, total.end) or bool(DOES.match(self.words, total.end))
        )

    def _share_after(self, index: int, *, far: bool, lone: bool = False) -> Quantity | None:
        """The share that belongs to the quantity at `index`: in brackets, or after it in words."""
        share, gap = self._next(index), self._gap(index)
        if (
            share is None
            or not share.share
            or (lone and self.numbers[index].measure is Measure.TIME and BRACKET.match(gap))
        ):
            return None
        tail = self.words[share.end :]
        if LOOSE.search(gap) and not ENDS.match(tail):
            return None
        if BRACKET.match(gap) and (not lone or gap.count(" ") <= MOST_BETWEEN):
            return share
        if BETWEEN_COMMAS.match(gap) and tail.startswith(", "):
            return share
        if (OF_ALL_SUCH.match(gap) and OF_THOSE.match(tail)) or (
            COUNTED.match(gap) and OF_A_WHOLE.match(tail)
        ):
            return share
        if OWN_BASE.match(tail) and not re.search(
            r"represent|equat|equival|^,? or $|\. (?:This|That|It|Which) ", gap
        ):
            return None
        return share if BRACKET.match(gap) or (FAR if far else LATER).match(gap) else None

    def _from_count(self) -> Figure | None:
        """A count: its share, its total, and the share behind its total."""
        index = self.at
        part = self.numbers[index]
        share = None
        last = index
        if (near := self._share_after(index, far=False, lone=True)) is not None:
            share, last = near, index + 1
        elif (of := self._is_share_of(index)) is not None:
            return of
        total = self._total_after(last, part)
        if total is None:
            self.at = last + 1
            return self._figure(part, share, None, last)
        last += 1
        rule = "part of a total"
        if share is None and (after := self._share_after(last, far=True)) is not None:
            share, last = after, last + 1
        self.at = last + 1
        return self._figure(part, share, total, last, rule)

    def _is_share_of(self, index: int) -> Figure | None:
        """ "6 is 5% of the 120": a count, its share and its total in one statement."""
        share = self._next(index)
        if share is None or not share.share or not IS.match(self._gap(index)):
            return None
        total = self._total_after(index + 1, self.numbers[index])
        if total is None:
            return None
        self.at = index + 3
        return self._figure(self.numbers[index], share, total, index + 2, "share of a total")

    def _from_share(self) -> Figure | None:
        """A share: its count behind it, in brackets, and its total."""
        index = self.at
        share = self.numbers[index]
        total = self._total_after(index, None)
        if total is not None:
            last = index + 1
            part = self._count_behind(last)
            last += 1 if part else 0
            self.at = last + 1
            return self._figure(part, share, total, last, "share of a total")
        part = self._next(index)
        if part is not None and not part.share and BASE_BEHIND.match(self._gap(index)):
            self.at = index + 2
            return self._figure(None, share, part, index + 1, "share of those asked")
        if part is None or part.share or not self._names_its_count(index, part):
            self.at = index + 1
            return self._figure(None, share, None, index)
        total = self._total_after(index + 1, part)
        last = index + (2 if total else 1)
        self.at = last + 1
        return self._figure(part, share, total, last, "share, part and total" if total else "")

    def _names_its_count(self, index: int, part: Quantity) -> bool:
        """ "75% (36)", "15% of the workforce, 630 people,": a share followed by the count that it is."""
        gap = self._gap(index)
        if SHARE_COUNT.match(gap) or (BESIDE_IT.match(gap) and CLOSES.match(self.words, part.end)):
            return True
        if self._opens_bracket(index) and gap == ", ":
            return self.words.startswith(")", part.end)
        beside = NEXT.match(gap) or BESIDE_IT.match(gap)
        return bool(beside) and self._total_after(index + 1, part) is not None

    def _opens_bracket(self, index: int) -> bool:
        """Whether a quantity stands first in a bracket: "parking (12%, 9)"."""
        return self.words[max(0, self.numbers[index].start - 1)] in "(["

    def _count_behind(self, index: int) -> Quantity | None:
        """ "75% of the 48 actions, that is 36,": the count after its share and total."""
        part, gap = self._next(index), self._gap(index)
        if part is None or part.share or not _fits(part, self.numbers[index]):
            return None
        behind = re.search(r"(?:, (?:that is|or|i\.e\.|namely),? |\((?:or |i\.e\. )?)$", gap)
        return (
            part
            if behind and len(gap) < FARTHEST_COUNT and self._total_after(index + 1, part) is None
            else None
        )

    def _further_bases(self, figure: Figure) -> None:
        """ "12 were late (26.7% of the 45, 21% of all 60)": one count, measured against a second total."""
        while figure.total is not None and figure.part is not None and self.at + 1 < len(self.numbers):
            share = self.numbers[self.at]
            if not share.share or not AGAIN.match(self._gap(self.at - 1)):
                return
            total = self._total_after(self.at, figure.part)
            if total is None:
                return
            self.at += 2
            self.figures.append(self._figure(figure.part, share, total, self.at - 1, "share of a total"))

    def _figure(
        self, part: Quantity | None, share: Quantity | None, total: Quantity | None, last: int, rule: str = ""
    ) -> Figure:
        all_of_it = [q for q in (part, share, total) if q is not None]
        start = min(q.start for q in all_of_it)
        return Figure(part, share, total, start, self._closed(self.numbers[last].end), rule if total else "")


MOST_IN = 1_000  # "389 in 402": beyond, "in" leads to a place or a time
MOST_IN_SO_MANY = 100  # "one claim in eight"
MOST_BETWEEN = 7  # words between a count and the share in brackets behind it
FARTHEST_COUNT = 60  # characters


def _fits(part: Quantity, total: Quantity) -> bool:
    """Whether one number can be a part of another: no greater, and of one measure."""
    alike = (part.measure is Measure.MONEY) == (total.measure is Measure.MONEY)
    return alike and not total.share and total.value > 0 and part.value <= total.value


def _is_time_of(part: Quantity | None, gap: str) -> bool:
    """Whether a number counts days of a number of days: "212 of 365 days"."""
    return part is not None and (part.measure is Measure.TIME or (gap == " of " and not part.noun))


def _is_only_time(figure: Figure) -> bool:
    """Whether a figure says how long something took, and no part of anything."""
    alone = figure.total is None and figure.percent is None
    return alone and figure.part is not None and figure.part.measure is Measure.TIME


def changes(words: str, figure: Figure) -> bool:
    """Whether a figure tells a change ("an increase of 40 (12%)") and no share."""
    return bool(_CHANGE.search(words[max(0, figure.start - 60) : figure.start]))


def is_later_share(words: str, end: int, later: Figure) -> bool:
    """Whether a share alone belongs to what ended before it: "33 met the standard in full (70%)"."""
    gap, tail = words[end : later.start], words[later.end :]
    if OWN_BASE.match(tail) or (LOOSE.search(gap) and not ENDS.match(tail)):
        return False
    return bool(FAR.match(gap))
