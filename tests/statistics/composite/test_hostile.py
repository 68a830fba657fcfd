"""Hostile and careless input: refused by its place, soon, and never read as something else."""

import numpy as np
import pytest

from handback.statistics.composite import (
    CannotBeComposed,
    NotDeclared,
    NoWeights,
    Output,
    change,
    coherence,
    compose,
    declare,
    design,
    fixed,
    leave_one_out,
    sampled,
    sensitivity,
    uncertainty,
)
from handback.statistics.composite.sobol import exact
from tests.statistics.composite.harrowmere import FIRST, SECOND, index, levels, plain

pytestmark = pytest.mark.filterwarnings("error")
HIGHER = {name: {"direction": "higher"} for name in plain()["indicators"]}


def _nested(depth):
    found = within = {}
    for _ in range(depth):
        within["a"] = within = {}
    return found


def _round():
    found = plain()
    found["levels"].append(found)
    return found


def _of_many(count):
    names = [f"indicator {number}" for number in range(count)]
    groups = {"index": names}
    return plain(indicators={key: {"direction": "higher"} for key in names}, levels=[{"groups": groups}])


@pytest.mark.parametrize(
    "said",
    [
        _nested(100_000),
        _round(),
        plain(levels=_nested(100_000)),
        plain(treatment={"tried": ["log"] * 1_000_000}),
        plain(levels=range(10**9)),
        plain(version=True),
        plain(missing={"least": 10**400}),
        plain(normalisation={"method": "min-max", "range": [-1e308, 1e308]}),
        plain(levels=[levels()[0], levels()[1] | {"weights": {"Services": 1e308, "Running": 1e308}}]),
        plain(missing={"least": "y" * 10**7}),
    ],
)
def test_a_hostile_declaration_is_refused_in_few_words(said):
    with pytest.raises(NotDeclared) as refused:
        declare(said)

    assert len(str(refused.value)) < 300


def test_a_declaration_of_thousands_of_indicators_is_read_soon():
    assert len(declare(_of_many(20_000)).names) == 20_000


@pytest.mark.parametrize(
    "values",
    [FIRST.astype(str), [["a"] * 6] * 8, [[1, 2], [3]], FIRST * 1j, np.full((2, 6), "2026", "M8[Y]")],
)
def test_values_that_are_no_numbers_are_refused(values):
    with pytest.raises(CannotBeComposed, match="values"):
        compose(values, declare(plain()))


@pytest.mark.parametrize("units", [[["a"]] * 8, range(8), [""] * 8])
def test_units_have_names(units):
    with pytest.raises(CannotBeComposed, match=r"units\[0\]"):
        compose(FIRST, declare(plain()), units=units)


def test_a_unit_there_twice_among_many_is_found_soon():
    units = [*map(str, range(100_000)), "99999"]

    with pytest.raises(CannotBeComposed, match="'99999' is there twice"):
        compose(np.zeros((100_001, 6)), declare(plain()), units=units)


def test_a_denominator_next_to_nothing_is_refused_by_its_place():
    said = plain()
    said["indicators"]["visits"]["denominator"] = "people"

    with pytest.raises(CannotBeComposed, match=r"denominators\.people of unit 1"):
        compose(FIRST, declare(said), denominators={"people": [1e-300] * 8})


def test_values_that_rounding_alone_tells_apart_are_one_value():
    values = FIRST.copy()
    values[:, 1] = [0.1 + 0.2, 0.3] * 4

    assert index(values).flat == index(values, normalisation="z-score").flat == ("planning",)


@pytest.mark.parametrize("power", [1000, -1000])
def test_a_mean_of_great_power_is_near_the_greatest_or_the_least(power):
    said = plain(normalisation="none", indicators=HIGHER, levels=levels()[:1] + levels()[1:])
    said["levels"][0]["aggregation"] = {"method": "generalised", "power": power}

    found = compose(FIRST, declare(said)).scores_of("Services")

    assert found == pytest.approx((FIRST[:, :3].max if power > 0 else FIRST[:, :3].min)(axis=1), rel=0.002)


@pytest.mark.parametrize("step", ["log of range", {"method": "box-cox", "power": 500}])
def test_a_treatment_that_would_turn_or_lose_the_values_is_refused(step):
    values = FIRST / 1000 if step == "log of range" else FIRST

    with pytest.raises(CannotBeComposed, match=r"indicators\.recycling\.treatment"):
        index(values, treatment={"tried": [step], "always": True})


@pytest.mark.parametrize("unit", ["Wickenhall", "Harrowmere"])
def test_a_reference_from_which_nothing_can_be_measured_is_refused(unit):
    values = FIRST.copy()
    values[0, 0] = np.nan

    with pytest.raises(CannotBeComposed, match=f"recycling: .*{unit}"):
        index(values, normalisation={"method": "distance to reference", "reference": unit})


def test_members_that_have_nothing_in_common_have_no_component_to_weigh_them():
    said = plain(indicators=dict(list(HIGHER.items())[:2]))
    said["levels"] = [{"groups": {"index": list(said["indicators"])}, "weights": "pca"}]

    with pytest.raises(NoWeights, match="no component comes before the others"):
        compose([[1.0, 1], [1, -1], [-1, 1], [-1, -1]], declare(said))


def test_weights_cannot_be_fitted_to_a_member_that_does_not_vary():
    values = FIRST.copy()
    values[:, 1] = 80.0

    with pytest.raises(NoWeights, match="do not vary enough"):
        index(values, levels=[levels()[0] | {"weights": "optimised"}, levels()[1]])


def test_what_is_left_out_of_a_score_is_no_share_of_it():
    values = FIRST.copy()
    values[0, :2] = np.nan

    assert index(values, levels=levels(least=0.5)).shares[0] == pytest.approx(1 / 2)


@pytest.mark.parametrize("scale", [1e-200, 1e148])
def test_correlations_do_not_depend_upon_magnitude(scale):
    found, plainly = (
        coherence(compose(values, declare(plain(normalisation="none", indicators=HIGHER))), 0).with_index
        for values in (FIRST * scale, FIRST)
    )

    assert found == pytest.approx(plainly)


@pytest.mark.parametrize(
    "asked", [{"count": 0}, {"count": 19}, {"count": 2.5}, {"count": 10**12}, {"seed": None}, {"seed": -1}]
)
def test_replicates_too_few_for_centiles_or_without_a_seed_are_refused(asked):
    with pytest.raises(CannotBeComposed, match=next(iter(asked))):
        uncertainty(index(), **asked)


@pytest.mark.parametrize("asked", [{"rows": 2}, {"rows": "a"}, {"bootstraps": 1}, {"bootstraps": -1}])
def test_rows_or_bootstraps_too_few_to_tell_anything_are_refused(asked):
    with pytest.raises(CannotBeComposed, match=next(iter(asked))):
        sampled(index(), design(declare(plain())), **asked)


def test_an_output_that_only_rounding_moves_has_no_indices():
    assert np.isnan(exact(np.full((3, 3), 0.1), ((1 / 3,) * 3, (1 / 3,) * 3)).first).all()


def test_the_score_of_whoever_is_best_at_everything_depends_on_no_weight():
    found = sensitivity(index(), design(declare(plain())), output=Output.SCORES, rows=16, bootstraps=20)

    assert np.isnan(found.sobol.first[:, 3]).all()
    assert np.isfinite(found.sobol.first[:, 0]).all()


@pytest.mark.parametrize(
    ("uncertain", "place"),
    [
        ({"A": {"places": [], "alternatives": [1]}}, "A.places"),
        ({"A": {"places": ["levels"], "alternatives": [levels()[:0] + _of_many(1)["levels"]]}}, "A.alt"),
        ({"A": {"places": ["indicators"], "alternatives": [dict(reversed(HIGHER.items()))]}}, "A.alt"),
        ({"A": {"noise": 0.1, "levels": [0, 0]}}, "A.levels"),
        ({name: {"places": ["normalisation"], "alternatives": ["rank"]} for name in "AB"}, "B"),
        ({"A": _nested(1000)}, "declaration"),
    ],
)
def test_what_cannot_be_uncertain_is_refused_with_its_place(uncertain, place):
    with pytest.raises(NotDeclared) as refused:
        design(declare(plain()), uncertain)

    assert refused.value.place.startswith(place)


def test_the_unit_of_weights_moves_nothing_from_one_cause_to_another():
    less = plain(indicators={name: HIGHER[name] for name in list(HIGHER)[:5]}, levels=levels())
    less["levels"][0]["groups"]["Running"] = ["arrears", "complaints"]
    heavy = plain(indicators=less["indicators"], levels=[dict(one) for one in less["levels"]])
    heavy["levels"][0]["weights"] = dict.fromkeys(less["indicators"], 40)
    second = compose(SECOND, declare(plain(indicators=HIGHER)))

    light, heavily = (change(compose(FIRST[:, :5], declare(said)), second).parts for said in (less, heavy))

    assert heavily == pytest.approx(light)


def test_weights_found_in_one_year_are_given_in_those_that_follow():
    found = index(levels=[levels()[0] | {"weights": "pca"}, levels()[1]])

    later = fixed(found, edition="2027")

    assert later.levels[0].weights == pytest.approx(found.weights[0])


def test_a_count_of_the_units_outranked_cannot_be_fixed():
    with pytest.raises(CannotBeComposed, match=r"levels\[0\]\.aggregation"):
        fixed(index(levels=levels(aggregation="copeland")), edition="2027")


@pytest.mark.parametrize("level", [-1, 2, 0.5])
def test_a_level_that_is_not_there_is_refused(level):
    for asked in (coherence, leave_one_out):
        with pytest.raises(CannotBeComposed, match="level: "):
            asked(index(), level)
