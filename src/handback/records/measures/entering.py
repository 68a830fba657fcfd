"""What a value must be to be kept: a number, for a period of its indicator, that can have been counted."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from handback.core.frequencies import Frequency, follows
from handback.core.periods import Period
from handback.records.measures.fields import LONGEST, as_text
from handback.records.measures.measured.axes import is_too_long
from handback.records.measures.measured.entries import ValueEntry
from handback.records.measures.measured.words import MeasuredAs, Quality
from handback.records.measures.models import Indicator, Value
from handback.records.measures.refusals import (
    CannotHaveBeenCounted,
    NotAPeriodOfIt,
    NotWellFormed,
    NoValue,
    TooFarApart,
)

EARLIEST, LATEST = 1800, 2200  # years
FINER = 6  # places beyond those shown, to which a quotient is kept


def check_number(field: str, number: Decimal | None) -> None:
    """Raises NotWellFormed for what is not finite, or longer than the record keeps."""
    if number is None:
        return
    if not number.is_finite() or len(as_text(number)) > LONGEST:
        raise NotWellFormed(field, f"A number has {LONGEST} digits at most, and an end.")


def completed(entry: ValueEntry, indicator: Indicator) -> ValueEntry:
    """The entry with its value, worked out from its counts where none is given.

    Raises NotAPeriodOfIt, NoValue, CannotHaveBeenCounted and NotWellFormed.
    """
    frequency = Frequency(indicator.frequency)
    if not EARLIEST <= entry.period.first.year <= LATEST:
        raise NotWellFormed("period", f"A period lies in the years {EARLIEST} to {LATEST}.")
    if not follows(frequency, entry.period):
        raise NotAPeriodOfIt(entry.indicator, entry.period, frequency)
    for field in ("value", "numerator", "denominator"):
        check_number(field, getattr(entry, field))
    _check_counts(entry, indicator)
    value = entry.value if entry.value is not None else worked_out(entry, indicator)
    if value is None:
        raise NoValue(entry.indicator, entry.period)
    _check_value(entry, indicator, value)
    return replace(entry, value=value)


def check_span(code: str, frequency: Frequency, periods: Iterable[Period]) -> None:
    """Raises TooFarApart where the first and the last of these periods do not fit on one axis."""
    days = sorted((period.first, period.until or period.first) for period in periods)
    if frequency != Frequency.IRREGULAR and days and is_too_long(days[0][0], days[-1][1]):
        raise TooFarApart(code, Period(*days[0]), Period(*days[-1]))


def worked_out(entry: ValueEntry, indicator: Indicator) -> Decimal | None:
    """What the counts come to in the indicator's unit; None where they do not say."""
    if entry.numerator is None or not entry.denominator:
        return None
    with localcontext(prec=2 * LONGEST) as context:
        try:
            quotient = context.divide(entry.numerator * indicator.per, entry.denominator)
            return quotient.quantize(Decimal(1).scaleb(-(indicator.decimals + FINER))).normalize() + 0
        except (InvalidOperation, DivisionByZero):
            return None


def disagrees(entry: ValueEntry, indicator: Indicator) -> bool:
    """Whether the value is not what its counts come to, to the places it is stated with."""
    if entry.value is None or indicator.measured_as not in (MeasuredAs.PROPORTION, MeasuredAs.RATE):
        return False
    counted = worked_out(entry, indicator)
    if counted is None:
        return False
    exponent = entry.value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    half = Decimal("0.5").scaleb(-min(max(places, 0), indicator.decimals + FINER))
    return abs(entry.value - counted) > half + Decimal(1).scaleb(-(indicator.decimals + FINER))


def _check_counts(entry: ValueEntry, indicator: Indicator) -> None:
    above, below = entry.numerator, entry.denominator
    if above is None and below is None:
        return
    too_few = (above is not None and above < 0) or (below is not None and below < 0)
    out_of_nothing = below is not None and below == 0 and bool(above)
    if too_few or out_of_nothing:
        raise CannotHaveBeenCounted(entry.indicator, above or Decimal(0), below)
    more = above is not None and below is not None and above > below
    if more and indicator.measured_as == MeasuredAs.PROPORTION:
        raise CannotHaveBeenCounted(entry.indicator, above or Decimal(0), below)


def _check_value(entry: ValueEntry, indicator: Indicator, value: Decimal) -> None:
    """Raises CannotHaveBeenCounted for a time between events that is nothing, and counts below nothing."""
    measured = indicator.measured_as
    if measured == MeasuredAs.TIME_BETWEEN and value <= 0:
        raise CannotHaveBeenCounted(entry.indicator, value, None)
    if measured in (MeasuredAs.COUNT, MeasuredAs.CASES_BETWEEN) and value < 0:
        raise CannotHaveBeenCounted(entry.indicator, value, None)


def of_row(row: Value) -> ValueEntry:
    """A row as a value."""
    return ValueEntry(
        indicator=row.indicator,
        period=Period(row.first, row.until),
        value=row.value,
        numerator=row.numerator,
        denominator=row.denominator,
        note=row.note,
        quality=Quality(row.quality),
        published_on=row.published_on,
        source=row.source,
    )


def overlapping(period: Period, rows: Iterable[Value]) -> Period | None:
    """The period of a value that shares days with this one and is another; None where none does."""
    others = (Period(row.first, row.until) for row in rows)
    return next((other for other in others if other != period and other.overlaps(period)), None)
