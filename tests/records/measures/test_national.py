"""What is known of every council: areas by GSS code, national series, groups, neighbours, and ranks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from handback.reading import series
from handback.records.measures import actions, besides, likeness, queries, series_importing, standing
from handback.records.measures.measured.entries import (
    AreaEntry,
    GroupEntry,
    MetricEntry,
    NeighboursEntry,
)
from handback.records.measures.measured.words import Better, CouncilKind
from handback.records.measures.models import AreaValue
from handback.statistics.neighbours import CannotBeCompared
from tests.records.measures.conftest import BINS, MONDAY, ON, TUESDAY

OWN = "E08000999"
OTHERS = ("E08000991", "E08000992", "E08000993", "E08000994")
RECYCLED = MetricEntry(
    code="46", name="Household waste recycled", unit="percent", source="An invented return", licence="None"
)
LISTED = NeighboursEntry(
    gss=OWN, name="Like councils", neighbours=OTHERS, source="An invented model", as_of=date(2025, 4, 1)
)
HEAD = "Metric type,Area,Period,Value\n"


def preview(rows: str):
    (table,) = series.pasted(HEAD + rows)
    return series_importing.preview_series(table, series.suggest(table.headers))


@pytest.fixture
def recycled(ada):
    """The series, with the names of the areas and the list of neighbours."""
    actions.record_metric(RECYCLED, by=ada, at=MONDAY)
    actions.record_neighbours(LISTED, by=ada, at=MONDAY)
    for number, gss in enumerate(OTHERS, 1):
        area = AreaEntry(gss=gss, name=f"Otherplace {number}", kind=CouncilKind.METROPOLITAN)
        actions.record_area(area, by=ada, at=MONDAY)


def load(ada, *numbers: str, period: str = "2024/25", at=MONDAY, reason=""):
    """The own value first, then the neighbours' in their order."""
    areas = zip((OWN, *OTHERS), numbers, strict=False)
    rows = "".join(f"46,{gss},{period},{number}\n" for gss, number in areas)
    return actions.load_series(preview(rows), reason=reason, by=ada, at=at)


def test_a_series_loads_as_it_is_written(recycled, ada):
    load(ada, "40", "45", "35")

    rows = AreaValue.objects.order_by("gss").values_list("gss", "first", "until", "value")
    assert rows[0] == (OTHERS[0], date(2024, 4, 1), date(2025, 4, 1), Decimal(45))


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("47,E08000991,2024/25,1", "row 2, column Metric type: no national series has the code “47”"),
        ("46,Otherplace,2024/25,1", "row 2, column Area: “Otherplace” is no GSS code"),
        ("46,E0800099,2024/25,1", "row 2, column Area: “E0800099” is no GSS code"),
        ("46,E08000991,2024/26,1", "row 2, column Period: “2024/26” is not a period"),
        ("46,E08000991,2024/25,lots", "row 2, column Value: “lots” is not a number"),
    ],
)
def test_a_row_that_cannot_be_loaded_is_named_with_its_place(recycled, row, fault):
    (told,) = preview(row + "\n").faults

    assert str(told).startswith(fault)


def test_a_series_is_loaded_whole_or_not_at_all(recycled, ada):
    with pytest.raises(actions.ImportRefused):
        load(ada, "40", "lots")

    assert not AreaValue.objects.exists()


def test_an_area_that_stands_twice_is_refused(recycled):
    found = preview("46,E08000991,2024/25,1\n46,E08000991,2024-25,1\n")

    assert [str(fault) for fault in found.faults] == [
        "row 3: 46 of E08000991 for 2024/25 stands at row 2 already"
    ]


def test_a_value_that_is_not_given_is_a_gap(recycled):
    assert preview("46,E08000991,2024/25,..\n").new == ()


def test_a_restated_series_needs_a_reason(recycled, ada):
    load(ada, "40")

    with pytest.raises(actions.RestatedWithoutReason, match="40 would become 41"):
        load(ada, "41", at=TUESDAY)


def test_a_restated_series_keeps_what_it_replaced(recycled, ada):
    load(ada, "40")
    taken = load(ada, "41", at=TUESDAY, reason="Revised by the department.")

    assert taken.restated == 1
    assert AreaValue.objects.known_at(MONDAY).get().value == Decimal(40)


@pytest.mark.parametrize("gss", ["E0800099", "X08000999", "e08000999", ""])
def test_an_area_has_a_gss_code(db, ada, gss):
    with pytest.raises(actions.NotWellFormed):
        actions.record_area(AreaEntry(gss=gss, name="Nowhere"), by=ada, at=MONDAY)


def test_nobody_is_a_neighbour_of_itself(db, ada):
    with pytest.raises(actions.NotWellFormed, match="not a neighbour of itself"):
        actions.record_neighbours(replace(LISTED, neighbours=(OWN,)), by=ada, at=MONDAY)


def test_nobody_is_listed_twice(db, ada):
    entry = GroupEntry(name="North", members=(OTHERS[0], OTHERS[0]))

    with pytest.raises(actions.NotWellFormed, match="listed twice"):
        actions.record_group(entry, by=ada, at=MONDAY)


@pytest.fixture
def beside(harrowmere, recycled, ada):
    """How Harrowmere stands beside its neighbours, once values are loaded."""

    def stand(**changed):
        entry = replace(BINS, benchmark_metric="46", **changed)
        actions.record_indicator(harrowmere, entry, by=ada, at=MONDAY)
        return standing.board(harrowmere, on=ON).by_code["M01"].benchmark

    return stand


def test_the_neighbours_median_and_quartiles_leave_out_oneself(beside, ada):
    load(ada, "99", "10", "20", "30", "40")
    found = beside()

    assert (found.lower_quartile, found.median, found.upper_quartile) == (
        Decimal("17.50"),
        Decimal("25.0"),
        Decimal("32.50"),
    )


def test_the_own_rank_is_among_those_known(beside, ada):
    load(ada, "35", "10", "20", "40")
    found = beside()

    assert (found.own, found.rank, found.known, found.of) == (Decimal(35), 2, 3, 4)


def test_the_lowest_is_first_where_lower_is_better(beside, ada):
    actions.record_metric(replace(RECYCLED, better=Better.LOWER), by=ada, at=TUESDAY)
    load(ada, "15", "10", "20", "40")

    assert beside().rank == 2


def test_where_neither_way_is_better_nobody_is_first(beside, ada):
    actions.record_metric(replace(RECYCLED, better=Better.NEITHER), by=ada, at=TUESDAY)
    load(ada, "15", "10", "20", "40")
    found = beside()

    assert (found.rank, found.quartile, found.median) == (None, None, Decimal(20))


def test_the_newest_period_with_an_own_value_counts(beside, ada):
    load(ada, "35", "10", period="2023/24")
    rows = f"46,{OTHERS[0]},2024/25,50\n"
    actions.load_series(preview(rows), by=ada, at=MONDAY)
    found = beside()

    assert (found.label, found.median) == ("2023/24", Decimal(10))


def test_without_an_own_value_there_is_no_rank(beside, ada):
    rows = f"46,{OTHERS[0]},2024/25,50\n"
    actions.load_series(preview(rows), by=ada, at=MONDAY)
    found = beside()

    assert (found.own, found.rank, found.median) == (None, None, Decimal(50))


def test_an_indicator_without_a_series_has_no_benchmark(harrowmere, bins):
    assert standing.board(harrowmere, on=ON).by_code["M01"].benchmark is None


def test_an_authority_can_be_put_beside_a_group(harrowmere, recycled, ada):
    load(ada, "35", "10", "20")
    actions.record_group(GroupEntry(name="North", members=(OWN, OTHERS[1])), by=ada, at=MONDAY)

    found = besides.benchmarks(harrowmere, ["46"], besides.group("North"))["46"]
    assert (found.of, found.median, found.neighbours[0].name) == (1, Decimal(20), "Otherplace 2")


def test_a_national_value_loaded_later_changes_the_board(beside, harrowmere, ada):
    load(ada, "35", "10")
    beside()
    load(ada, "36", period="2025/26", at=TUESDAY)

    assert standing.board(harrowmere, on=ON).by_code["M01"].benchmark.own == Decimal(36)


@pytest.fixture
def rural(recycled, ada):
    """A second series, of which the last neighbour has no value."""
    actions.record_metric(MetricEntry(code="47", name="People for each hectare"), by=ada, at=MONDAY)
    load(ada, "40", "41", "60", "39", "45")
    rows = "".join(
        f"47,{gss},2024/25,{number}\n" for gss, number in zip((OWN, *OTHERS), (10, 30, 11, 12), strict=False)
    )
    actions.load_series(preview(rows), by=ada, at=MONDAY)


def test_the_likest_councils_are_those_nearest_in_the_series_chosen(harrowmere, rural):
    found = likeness.alike(harrowmere, {"46": 1.0})

    assert [one.council for one in found.nearest] == [OTHERS[0], OTHERS[2], OTHERS[3], OTHERS[1]]


def test_weights_change_who_is_near(harrowmere, rural):
    found = likeness.alike(harrowmere, {"46": 1.0, "47": 9.0}, count=1)

    assert found.nearest[0].council == OTHERS[2]
    assert found.source == "Distance in 46 in 2024/25 (10%), 47 in 2024/25 (90%)"


def test_a_distance_can_be_kept_as_a_list_of_neighbours(harrowmere, rural, ada):
    entry = likeness.alike(harrowmere, {"46": 1.0}).entry(name="Recycling", as_of=ON)
    actions.record_neighbours(entry, by=ada, at=TUESDAY)

    assert queries.neighbour_lists(OWN).first().neighbours[0] == OTHERS[0]


def test_a_series_without_an_own_value_tells_no_distance(harrowmere, recycled):
    with pytest.raises(CannotBeCompared, match="has no value for E08000999"):
        likeness.alike(harrowmere, {"46": 1.0})
