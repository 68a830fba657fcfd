"""A stretch of words with its numbers and figures, and which of the numbers could be a figure's total."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handback.core.figures import holds
from handback.reading.claims import referring
from handback.reading.claims.quantities import Measure, Quantity, in_a_state, noun_at
from handback.reading.claims.shares import Figure


@dataclass(slots=True)
class Stretch:
    """A stretch with its numbers and figures; its first `base` characters are the words before it."""

    words: str
    numbers: Sequence[Quantity]
    figures: list[Figure]
    base: int = 0
    running: Quantity | None = None  # the total that parts are being told of
    running_from: int = 0
    taken: set[int] = field(default_factory=set)  # places of quantities that are parts already

    def could_be_of(self, figure: Figure) -> Iterator[Quantity]:
        """The quantities before a figure that it could be a part of, nearest first."""
        one = figure.part
        looked = 0
        for total in reversed([n for n in self.numbers if n.end <= figure.start]):
            looked += 1
            if looked > referring.FARTHEST:
                return
            if total.share or total.measure is Measure.TIME or not total.value:
                continue
            if one is not None and (
                one.value > total.value or (one.measure is Measure.MONEY) != (total.measure is Measure.MONEY)
            ):
                continue
            yield total

    def alone(self, figure: Figure) -> bool:
        """Whether a figure stands without a noun of its own ("33 met the target")."""
        rest = referring.THE_REST.search(self.words, max(0, figure.start - 15), figure.start) or (
            referring.FURTHER.search(self.words, max(0, figure.start - 10), figure.start)
            and referring.TELLS.match(self.words, figure.end)
        )
        return figure.part is None or not figure.part.noun or bool(rest)

    def leads(self, total: Quantity) -> re.Match[str] | None:
        """The words "Of the ..." that make a total of a number and open its clause."""
        lead = (
            None if total.share else referring.LEAD.search(self.words, max(0, total.start - 70), total.start)
        )
        if lead is None or re.match("[Oo]f (?:which|whom|them)", lead["of"]):
            return None
        tells = lead["of"].lower() in ("of these ", "of those ") and referring.PASSIVE.match(
            self.words, total.end
        )
        return None if tells else lead

    def named(self, total: Quantity) -> bool:
        """Whether it is said what a total counts ("39 cases", "39 open"), or that it is a part itself."""
        if total.noun or total.measure is Measure.MONEY or total.start in self.taken:
            return True
        return in_a_state(self.words, total.end) or bool(referring.CAME.match(self.words, total.end))

    def crosses(self, total: Quantity) -> bool:
        """Whether a total stands in the words before."""
        return total.end <= self.base

    def has_part(self, total: Quantity) -> bool:
        """Whether a part of a total is told already."""
        return any(f.total is total for f in self.figures)

    def same(self, figure: Figure, total: Quantity) -> bool:
        """Whether a figure counts what its total counts."""
        if not total.noun or figure.part is None or figure.part.noun != total.noun:
            return False
        return self.right(figure, total) or noun_at(self.words, figure.part.end, most=1) == total.noun

    def right(self, figure: Figure, total: Quantity) -> bool:
        """Whether the share of a figure is right of a total."""
        if figure.part is None or figure.percent is None:
            return False
        return bool(holds(numerator=figure.part.value, denominator=total.value, percent=figure.percent.value))

    def absurd(self, figure: Figure, total: Quantity) -> bool:
        """Whether a stated share is so far from the share of a total that it is of something else."""
        if figure.part is None or figure.percent is None or not figure.percent.exact:
            return False
        return abs(figure.part.value * 100 / total.value - figure.percent.value) > referring.FARTHEST_OFF
