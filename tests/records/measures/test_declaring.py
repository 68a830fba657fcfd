"""What a declaration of an index must be: refused with the place of what is wrong, before it is kept."""

from dataclasses import replace
from datetime import date

import pytest

from handback.records.measures import actions, queries
from handback.records.measures.measured.indexed.declared import read_declaration
from handback.records.measures.measured.indexed.work import FEWEST, MOST_SCORES, TooMuchWork, work_of
from tests.records.measures.conftest import MONDAY, TUESDAY
from tests.support.indices import BESIDE, DIRECTIONS, OVER_TIME, record_beside, record_over_time

THEMES = BESIDE["levels"]
EQUAL = {"places": ["levels[0].weights"], "alternatives": ["equal"] * 2_001}
NOISE = {"noise": 0.1, "levels": [0]}


def refusal(harrowmere, ada, record, **changed):
    """The problems of a declaration with something changed."""
    with pytest.raises(actions.DeclarationRefused) as refused:
        record(harrowmere, by=ada, at=MONDAY, **changed)
    return refused.value.problems


def test_a_declaration_that_holds_is_kept(harrowmere, ada):
    record_beside(harrowmere, by=ada, at=MONDAY)

    assert queries.indices(harrowmere).get().declaration == BESIDE


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"version": 2}, "version"),
        ({"compared": None}, "compared"),
        ({"compared": {"units": "wards"}}, "compared.units"),
        ({"compared": {"units": "councils", "every": "irregular"}}, "compared.every"),
        ({"normalisation": {"method": "z-score", "spread": 0}}, "normalisation.spread"),
        ({"levels": THEMES[:1]}, "levels"),
        ({"uncertainty": {"Weights": {"noise": 2, "levels": [0]}}}, "uncertainty.Weights.noise"),
        ({"replicates": 10}, "replicates"),
        ({"replicates": 10_001}, "replicates"),
        ({"since": "soon"}, "since"),
        ({"name": "Another"}, "name"),
        ({"edition": "1999"}, "edition"),
        ({"indicators": DIRECTIONS | {"M01": {"direction": "lower"}}}, "indicators.M01.direction"),
        ({"missing": {"imputation": "group mean"}}, "missing.imputation"),
        ({"normalisation": {"method": "min-max", "range": [0, float("nan")]}}, "normalisation.range[1]"),
        ({"normalisation": {"method": "min-max", "range": [0, 1e308]}}, "normalisation.range[1]"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(harrowmere, ada, changed, place):
    problems = refusal(harrowmere, ada, record_beside, **changed)

    assert [problem.split(":")[0] for problem in problems] == [place.replace("uncertainty.", "")]
    assert not queries.indices(harrowmere).exists()


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"indicators": {f"I{n}": {"direction": "higher"} for n in range(201)}}, "indicators"),
        ({"levels": THEMES * 11}, "levels"),
        ({"uncertainty": {f"F{n}": NOISE for n in range(51)}}, "uncertainty"),
        ({"uncertainty": {"F": EQUAL}}, "uncertainty"),
        ({"uncertainty": {"F": {"noise": 0.1, "levels": [0] * 2_001}}}, "uncertainty"),
    ],
)
def test_more_than_anybody_could_follow_is_refused_before_it_is_read(harrowmere, ada, changed, place):
    (problem,) = refusal(harrowmere, ada, record_beside, **changed)

    assert problem.startswith(f"{place}: ")
    assert problem.endswith("are the most.")


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"compared": {"units": "periods", "every": "quarter"}}, "indicators.M07"),
        ({"compared": {"units": "periods", "every": "week", "finer": "last"}}, "indicators.M07"),
        ({"normalisation": "min-max"}, "indicators.M07"),
        ({"treatment": {"tried": ["log"]}}, "indicators.M07.treatment"),
        ({"missing": {"imputation": "mean"}}, "missing.imputation"),
        ({"levels": [OVER_TIME["levels"][0] | {"weights": "pca"}]}, "levels[0].weights"),
        ({"levels": [OVER_TIME["levels"][0] | {"aggregation": "copeland"}]}, "levels[0].aggregation"),
    ],
)
def test_over_time_nothing_may_depend_on_other_periods(harrowmere, ada, changed, place):
    problems = refusal(harrowmere, ada, record_over_time, **changed)

    assert problems[0].split(":")[0] == place


def test_councils_are_compared_by_national_series_alone(harrowmere, ada):
    problems = refusal(harrowmere, ada, record_over_time, compared={"units": "councils"})

    assert "has no national series" in problems[0]


def test_choices_that_would_take_too_long_are_refused(harrowmere, ada):
    scales = [{"method": "min-max", "range": [0, 50 + number]} for number in range(401)]
    problems = refusal(
        harrowmere, ada, record_beside,
        uncertainty={"Scale": {"places": ["normalisation"], "alternatives": scales}},
    )  # fmt: skip

    assert problems == ("uncertainty: it has 401 ways to choose; 400 are the most.",)


def test_very_many_units_have_fewer_replicates(harrowmere, ada):
    declared = read_declaration(record_beside(harrowmere, by=ada, at=MONDAY))

    assert work_of(declared, units=100).replicates == 1000
    assert FEWEST <= work_of(declared, units=MOST_SCORES // 8 // 500).replicates < 1000


def test_more_than_can_be_done_at_all_is_refused(harrowmere, ada):
    declared = read_declaration(record_beside(harrowmere, by=ada, at=MONDAY))

    with pytest.raises(TooMuchWork, match="200 are the fewest"):
        work_of(declared, units=MOST_SCORES)


def test_what_is_uncertain_by_default_are_the_weights_and_the_averaging(harrowmere, ada):
    declared = read_declaration(record_beside(harrowmere, by=ada, at=MONDAY))

    assert [factor.name for factor in declared.design.factors] == ["Weights", "Averaging"]


def test_a_new_edition_leaves_the_old_one_in_the_history(harrowmere, ada):
    entry = record_beside(harrowmere, by=ada, at=MONDAY)
    newer = replace(entry, version="2027", declaration=BESIDE | {"since": "2025-04-01"})
    actions.declare_index(harrowmere, newer, by=ada, at=TUESDAY)

    versions = queries.index_editions(harrowmere, "X01").values_list("version", flat=True)
    assert list(versions) == ["2027", "2026"]
    assert read_declaration(newer).since == date(2025, 4, 1)
