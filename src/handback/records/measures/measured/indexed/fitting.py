"""Whether the record can make what is declared: the indicators are there, and each can be compared so."""

from collections.abc import Iterator, Mapping

from handback.core.frequencies import Frequency
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measured.indexed.declared import Compared, Declared, Units
from handback.records.measures.measured.words import Better
from handback.statistics.composite.declaration import Indicator
from handback.statistics.composite.ways import Imputation, Mean, Scaling, Treating, Weighing

#: How fine each frequency is: one that comes later has several values for a period of one that comes earlier.
FINENESS = {
    Frequency.FINANCIAL_YEAR: 0,
    Frequency.CALENDAR_YEAR: 0,
    Frequency.ACADEMIC_YEAR: 0,
    Frequency.QUARTER: 1,
    Frequency.MONTH: 2,
    Frequency.WEEK: 3,
}


def faults_of(declared: Declared, indicators: Mapping[str, IndicatorEntry]) -> Iterator[str]:
    """Everything that the record cannot make of a declaration, each with its place."""
    for one in declared.declaration.indicators:
        place = f"indicators.{one.name}"
        defined = indicators.get(one.name)
        if defined is None:
            yield f"{place}: no indicator of this record has this code."
            continue
        yield from _of_indicator(one, defined, declared.compared, place)
    if declared.declaration.missing.imputation == Imputation.GROUP_MEAN:
        yield "missing.imputation: the record knows no groups of units."
    if declared.compared.units == Units.PERIODS:
        yield from _over_time(declared)


def _of_indicator(one: Indicator, defined: IndicatorEntry, compared: Compared, place: str) -> Iterator[str]:
    if defined.better != Better.NEITHER and one.direction.value != defined.better.value:
        yield f"{place}.direction: the record says that {defined.better} is better."
    if one.denominator is not None:
        yield f"{place}.denominator: the record's values are taken as they stand."
    if compared.units == Units.COUNCILS:
        if not defined.benchmark_metric:
            yield f"{place}: it has no national series, so other councils have no value of it."
    elif defined.frequency != compared.every:
        yield from _of_frequency(defined, compared, place)


def _of_frequency(defined: IndicatorEntry, compared: Compared, place: str) -> Iterator[str]:
    fineness = FINENESS.get(defined.frequency)
    if fineness is None or fineness <= FINENESS[compared.every]:
        yield f"{place}: it is measured by the {defined.frequency}, which makes no {compared.every}."
    elif compared.finer is None:
        yield (
            f"{place}: it is measured by the {defined.frequency} and the index by the {compared.every}; "
            "say in compared.finer whether the last value counts or the mean."
        )


def _over_time(declared: Declared) -> Iterator[str]:
    """What would make a period's score depend on other periods, so that the past moved with the present."""
    for one in declared.declaration.indicators:
        if one.scale.method != Scaling.GOALPOSTS:
            yield f"indicators.{one.name}: over time the scale needs fixed goalposts, not {one.scale.method}."
        if any(step.method != Treating.FIXED_LOG for step in one.treatment.tried):
            yield f"indicators.{one.name}.treatment: over time it would depend on the other periods."
    if declared.declaration.missing.imputation != Imputation.NONE:
        yield "missing.imputation: over time a gap cannot be filled from the other periods."
    for number, level in enumerate(declared.declaration.levels):
        if level.weighing not in (Weighing.EQUAL, Weighing.GIVEN):
            yield f"levels[{number}].weights: over time they would depend on the other periods."
        if level.combining.method == Mean.COPELAND:
            yield f"levels[{number}].aggregation: over time it would depend on the other periods."
