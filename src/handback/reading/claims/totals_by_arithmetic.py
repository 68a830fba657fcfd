"""Totals by arithmetic: parts that add up to the number before them, a share right of one number near it."""

from decimal import Decimal

from handback.core.figures import holds
from handback.reading.claims import referring
from handback.reading.claims.figure_stretches import Stretch
from handback.reading.claims.quantities import Measure, Quantity
from handback.reading.claims.shares import Figure, changes


def by_sum(stretch: Stretch, index: int, figure: Figure) -> Quantity | None:
    """Parts told one after another that add up to the number before them."""
    if figure.part is None or not index or figure.part.measure is Measure.MONEY:
        return None
    total = next(stretch.could_be_of(figure), None)
    if (
        total is None
        or figure.start - total.end > referring.NEAR
        or total.value < referring.LEAST_SUM
        or not stretch.named(total)
        or any(f.part is total and f.percent for f in stretch.figures)
    ):
        return None  # too far, too small, or a part itself that stands with its own share
    return _summed(stretch, index, total)


def by_money(stretch: Stretch, index: int, figure: Figure) -> Quantity | None:
    """Sums of money that make up the one before them: "£9m, £4m of it a loan and £5m from reserves"."""
    if figure.part is None or not index or figure.part.measure is not Measure.MONEY:
        return None
    total = next(stretch.could_be_of(figure), None)
    if total is None or figure.start - total.end > referring.NEAR:
        return None
    between = stretch.words[total.end : figure.start]
    if referring.NEW_SENTENCE.search(between) and not referring.BACK.match(stretch.words, stretch.base):
        return None
    return _summed(stretch, index, total)


def _summed(stretch: Stretch, index: int, total: Quantity) -> Quantity | None:
    """The total, given to the figures from an index on that add up to it; None where none do."""
    sum_, parts = Decimal(0), list[Figure]()
    for further in stretch.figures[index : index + referring.MOST_PARTS]:
        if further.part and (further.part.measure is Measure.MONEY) != (total.measure is Measure.MONEY):
            continue
        if (
            further.part is None
            or further.total is not None
            or stretch.leads(further.part)
            or changes(stretch.words, further)
        ):
            return None
        parts.append(further)
        sum_ += further.part.value
        if sum_ == total.value and len(parts) > 1:
            _give(parts, total)
            return total
        if sum_ > total.value:
            return None
    return None


def _give(parts: list[Figure], total: Quantity) -> None:
    for part in parts:
        part.total, part.rule, part.lead = total, "parts that add up to a total", total.start


def by_share(stretch: Stretch, _index: int, figure: Figure) -> Quantity | None:
    """A count whose share is right of one number near it."""
    if figure.part is None or figure.percent is None:
        return None
    if stretch.running is not None and stretch.right(figure, stretch.running):
        return None
    shared = {f.part.start for f in stretch.figures if f.part and f.percent}
    for total in stretch.numbers:
        if (
            total.share
            or total.value <= figure.part.value
            or (total.start in shared and not stretch.crosses(total))
            or total is stretch.running
        ):
            continue
        labelled = stretch.words[: figure.start].endswith(": ") and total.value >= referring.LEAST_SUM
        told_again = total.value >= referring.LEAST_SUM and _of_those_told(stretch, figure, total)
        if stretch.crosses(total) and figure.start >= stretch.base and not (labelled or told_again):
            continue
        if (total.measure is Measure.MONEY) == (figure.part.measure is Measure.MONEY) and stretch.right(
            figure, total
        ):
            figure.rule, figure.lead = (
                "count, and its share of a number near it",
                min(total.start, figure.start),
            )
            return total
    return None


def _of_those_told(stretch: Stretch, figure: Figure, total: Quantity) -> bool:
    """Whether a figure with a right share may speak of those told before: "480 replied"."""
    if figure.part is None or not total.noun:
        return False
    noun = figure.part.noun
    return stretch.alone(figure) or noun == total.noun or noun in referring.RESPONDING


def join_lone_shares(stretch: Stretch) -> None:
    """ "93% were answered (198 out of 212)": a share apart from the only numbers that it is right of."""
    for figure in [f for f in stretch.figures if f.part is None and f.percent and f.total is None]:
        if changes(stretch.words, figure):
            continue
        right = [
            other
            for other in stretch.figures
            if other.part and other.total and not other.percent
            if figure.percent and _is_share(figure.percent, other)
            if referring.TOLD_BESIDE.fullmatch(stretch.words, figure.end, other.start)
        ]
        if len(right) == 1 and figure.start >= stretch.base:
            right[0].percent = figure.percent
            right[0].start, right[0].end = (
                min(figure.start, right[0].start),
                max(figure.end, right[0].end),
            )
            stretch.figures.remove(figure)


def _is_share(percent: Quantity, other: Figure) -> bool:
    if other.part is None or other.total is None:
        return False
    return bool(holds(numerator=other.part.value, denominator=other.total.value, percent=percent.value))


def join_shares(stretch: Stretch) -> None:
    """ "Of 262 tests 174 were passes and 88 fails, a rate of 66%": a share right of one part alone."""
    for figure in [f for f in stretch.figures if f.part is None]:
        if figure.percent is None or figure.total is None:
            continue
        right = [
            other
            for other in stretch.figures
            if other.total is figure.total
            and other.part
            and not other.percent
            and other.end <= figure.start
            and holds(
                numerator=other.part.value, denominator=figure.total.value, percent=figure.percent.value
            )
        ]
        if len(right) == 1:
            right[0].percent, right[0].end = figure.percent, figure.end
            stretch.figures.remove(figure)
