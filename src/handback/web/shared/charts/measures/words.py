"""A chart of a measure in sentences, a point in a few words, and a row of its table."""

from ...words import plural, sentence, sentence_list
from . import look
from .values import Point, PointRow, Series, Sort, Unit

SPECIAL = (Sort.IMPROVING, Sort.WORSENING, Sort.HIGH, Sort.LOW)


def told(series: Series) -> str:
    """What the chart shows, the verdict first."""
    known = [point for point in series.points if point.value is not None]
    if not known:
        return "No values have been entered for this measure yet."
    said = [series.verdict, series.assured, *_of_values(known, series.unit)]
    said += [*_of_limits(known, series), *_of_gaps(series)]
    said += [
        f"Limits were drawn anew at mark {number}: {one.why}" for number, one in enumerate(series.rebased, 1)
    ]
    return " ".join(sentence(each) for each in said if each)


def _of_values(known: list[Point], unit: Unit) -> list[str]:
    last = known[-1]
    if len(known) == 1:
        return [f"There is one value, {unit.beside(last.value, last.target)} for {last.period}"]
    least = min(known, key=lambda point: point.value or 0)
    most = max(known, key=lambda point: point.value or 0)
    now = unit.beside(last.value, last.target)
    return [
        f"The latest of {plural(len(known), 'value')}, for {last.period}, is {now}",
        f"The lowest was {unit.beside(least.value, least.target)} ({least.period}), "
        f"the highest {unit.beside(most.value, most.target)} ({most.period})",
    ]


def _of_limits(known: list[Point], series: Series) -> list[str]:
    last, unit = known[-1], series.unit
    if last.centre is None:
        return []
    if last.lower is None or last.upper is None:
        return [f"The middle value is {unit.short(last.centre)}: as many lie above it as below"]
    special = sum(point.sort in SPECIAL for point in known)
    between = f"{unit.limit(last.lower)} and {unit.limit(last.upper)}"
    which = "a value such as the last lies" if _move_within(known, last) else "nearly all values lie"
    stand = (
        f"By chance alone {which} between {between} ({series.limits_are}), about {unit.limit(last.centre)}"
    )
    news = (
        f"Over the whole time {plural(special, 'value is', 'values are')} part of a change beyond chance"
        if special
        else "No value is part of a change beyond chance"
    )
    return [stand, news]


def _move_within(known: list[Point], last: Point) -> bool:
    """Whether limits differ from point to point between rebases, as those of shares of so many do."""
    return any(one.stretch == last.stretch and one.upper != last.upper for one in known)


def _of_gaps(series: Series) -> list[str]:
    missing = [point.period for point in series.points if point.value is None]
    if not missing:
        return []
    named = sentence_list(missing) if len(missing) <= 4 else f"{len(missing)} periods"
    return [f"There is no value for {named}"]


def point(each: Point, unit: Unit) -> str:
    """What a point says of itself."""
    said = [f"{each.period}: {unit.beside(each.value, each.target)}", look.WORDS[each.sort].lower()]
    if each.rules:
        said.append(sentence_list([rule.lower() for rule in each.rules]))
    if each.provisional:
        said.append("provisional")
    if each.conflict:
        said.append("rules pull both ways")
    return ", ".join(said)


def row(each: Point, series: Series) -> PointRow:
    """The line of the table for a point."""
    unit, what = series.unit, look.WORDS[each.sort] if series.says else ""
    what = what if each.value is not None else "No value"
    rules = "; ".join(each.rules) + ("; rules pull both ways" if each.conflict else "")
    return PointRow(
        each.period,
        unit.beside(each.value, each.target) + (" (provisional)" if each.provisional else ""),
        each.counts,
        unit.limit(each.centre),
        unit.limit(each.lower),
        unit.limit(each.upper),
        unit.said(each.target),
        what,
        rules,
        each.note,
    )
