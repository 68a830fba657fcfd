"""Two indices of Harrowmere, all of it invented: beside seven other councils, and over its own quarters."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from handback.core.frequencies import Frequency, periods
from handback.reading import series
from handback.records.measures import actions, series_importing
from handback.records.measures.measured.entries import (
    AreaEntry,
    GroupEntry,
    IndexEntry,
    IndicatorEntry,
    MetricEntry,
    NeighboursEntry,
    ValueEntry,
)
from handback.records.measures.measured.words import Better, CouncilKind

OWN = "E08000999"
OTHERS = {
    "E08000991": "Elderbeck", "E08000992": "Saltmarsh", "E08000993": "Thornby", "E08000994": "Wickenhall",
    "E08000995": "Ostley", "E08000996": "Penmoor", "E08000997": "Quarrick",
}  # fmt: skip
MEASURED = {
    "M01": ("Household waste recycled", "%", Better.HIGHER, "46"),
    "M02": ("Planning applications decided in time", "%", Better.HIGHER, "47"),
    "M03": ("Library visits for each 100 people", "visits", Better.HIGHER, "48"),
    "M04": ("Council tax not collected", "%", Better.LOWER, "49"),
    "M05": ("Complaints upheld for each 10,000 people", "complaints", Better.LOWER, "50"),
    "M06": ("Staff who left within the year", "%", Better.LOWER, "51"),
}
#: The figures of the council and of the others in their order, by series: 2024/25.
FIGURES = {
    "46": (46.9, 44.0, 38.5, 47.2, 35.1, 42.7, 39.9, 45.6),
    "47": (84, 83, 71, 90, 69, 80, 75, 86),
    "48": (53, 61, 47, 66, 44, 58, 49, 63),
    "49": (4.6, 5.2, 8.4, 4.1, 9.0, 5.9, 7.2, 4.8),
    "50": (17, 11, 19, 9, 21, 12, 16, 48),
    "51": (13.0, 10.9, 15.2, 9.8, 16.4, None, 13.3, 10.1),
}
EARLIER = {"46": 44.0, "47": 74, "48": 52, "49": 5.6, "50": 17, "51": 15.1}  # the council's own, 2023/24
THEMES = {"Services": ["M01", "M02", "M03"], "Running": ["M04", "M05", "M06"]}
DIRECTIONS = {code: {"direction": better.value} for code, (_, _, better, _) in MEASURED.items()}
BESIDE: dict[str, Any] = {
    "version": 1,
    "compared": {"units": "councils"},
    "indicators": DIRECTIONS,
    "missing": {"imputation": "none", "least": 0.6},
    "treatment": {"tried": [{"method": "winsorise", "most": 1}, "log"]},
    "normalisation": {"method": "min-max", "range": [0, 100]},
    "levels": [
        {"name": "themes", "least": 0.5, "groups": THEMES},
        {"name": "index", "groups": {"Excellence": ["Services", "Running"]},
         "weights": {"Services": 3, "Running": 2}},
    ],
}  # fmt: skip
GOALPOSTS = {"M07": ("higher", [50, 100]), "M08": ("lower", [5, 40]), "M09": ("higher", [60, 100])}
OVER_TIME: dict[str, Any] = {
    "version": 1,
    "compared": {"units": "periods", "every": "quarter", "finer": "mean"},
    "indicators": {code: {"direction": way, "goalposts": posts} for code, (way, posts) in GOALPOSTS.items()},
    "normalisation": {"method": "goalposts", "range": [0, 100]},
    "levels": [{"name": "index", "groups": {"Progress": ["M07", "M08", "M09"]}, "weights": "equal"}],
}
OWN_MEASURES = {
    "M07": ("Appeals decided within 20 working days", "%", Better.HIGHER, (61, 63, 62, 66, 71, 70, 75, 78)),
    "M08": ("Days to answer a complaint", "days", Better.LOWER, (31, 30, 33, 29, 24, 26, 21, 22)),
    "M09": ("Actions of the plan on time", "%", Better.HIGHER, (70, 72, 71, 75, 74, 79, 82, 80)),
}


def record_councils(*, by: Any, at: datetime) -> None:
    """The other councils, the national series with their figures, and the list of neighbours."""
    for gss, name in OTHERS.items():
        actions.record_area(AreaEntry(gss=gss, name=name, kind=CouncilKind.METROPOLITAN), by=by, at=at)
    source = "An invented model"
    listed = NeighboursEntry(
        gss=OWN, name="Like councils", neighbours=tuple(OTHERS), source=source, as_of=date(2025, 4, 1)
    )
    actions.record_neighbours(listed, by=by, at=at)
    actions.record_group(
        GroupEntry(name="Moorland councils", members=tuple(OTHERS)[:4], source=source), by=by, at=at
    )
    for name, unit, better, metric in MEASURED.values():
        entry = MetricEntry(code=metric, name=name, unit=unit, better=better, source="An invented return")
        actions.record_metric(entry, by=by, at=at)
    load(_rows(), by=by, at=at)


def _rows() -> str:
    areas = (OWN, *OTHERS)
    newest = [
        f"{metric},{gss},2024/25,{number}"
        for metric, numbers in FIGURES.items()
        for gss, number in zip(areas, numbers, strict=True)
        if number is not None
    ]
    others = [row.replace("2024/25", "2023/24") for row in newest if OWN not in row]
    own = [f"{metric},{OWN},2023/24,{number}" for metric, number in EARLIER.items()]
    return "\n".join([*newest, *others, *own])


def load(rows: str, *, reason: str = "", by: Any, at: datetime) -> None:
    """Loads lines of metric, area, period and value."""
    (table,) = series.pasted("Metric type,Area,Period,Value\n" + rows)
    seen = series_importing.preview_series(table, series.suggest(table.headers))
    actions.load_series(seen, reason=reason, by=by, at=at)


def record_beside(authority: Any, *, by: Any, at: datetime, **changed: Any) -> IndexEntry:
    """The index that puts the council beside its neighbours, with its indicators."""
    for place, (code, (name, unit, better, metric)) in enumerate(MEASURED.items()):
        entry = IndicatorEntry(
            code=code, name=name, unit=unit, better=better, decimals=1, benchmark_metric=metric,
            frequency=Frequency.FINANCIAL_YEAR, position=place,
        )  # fmt: skip
        actions.record_indicator(authority, entry, by=by, at=at)
    index = IndexEntry(code="X01", name="Excellence", version="2026", declaration=BESIDE | changed)
    actions.declare_index(authority, index, by=by, at=at)
    return index


def record_over_time(authority: Any, *, by: Any, at: datetime, **changed: Any) -> IndexEntry:
    """The index of the council's own quarters, with its indicators and eight quarters of months."""
    for place, (code, (name, unit, better, _)) in enumerate(OWN_MEASURES.items(), 10):
        entry = IndicatorEntry(code=code, name=name, unit=unit, better=better, decimals=1, position=place)
        actions.record_indicator(authority, entry, by=by, at=at)
    for code, (_, _, _, numbers) in OWN_MEASURES.items():
        months = periods(Frequency.MONTH, first=date(2024, 1, 1), until=date(2026, 1, 1))
        for place, month in enumerate(months):
            number = Decimal(numbers[place // 3] + place % 3 - 1)
            entry_of = ValueEntry(indicator=code, period=month, value=number)
            actions.record_value(authority, entry_of, by=by, at=at)
    index = IndexEntry(code="X02", name="Progress", version="1", declaration=OVER_TIME | changed)
    actions.declare_index(authority, index, by=by, at=at)
    return index
