"""Every replicate is what the index would be if it were declared so: many at once as one by one."""

import numpy as np
import pytest

from handback.statistics.composite import (
    CannotBeComposed,
    Output,
    chosen,
    compose,
    declare,
    design,
    enumerated,
    replicated,
    uncertainty,
)
from handback.statistics.composite import replicates as drawn
from tests.statistics.composite.harrowmere import COUNCILS, FIRST, levels, plain

GAPS = FIRST.copy()
GAPS[5, 5] = GAPS[2, 0] = np.nan
MEANS = ["arithmetic", "geometric", {"method": "generalised", "power": 2}]
BEFORE = {
    "Filling": {"places": ["missing.imputation"], "alternatives": ["none", "median"]},
    "Scale": {
        "places": ["normalisation"],
        "alternatives": [{"method": "min-max", "range": [low, 100]} for low in (1, 10)],
    },
}
LEVELS = {
    "Themes": {"places": ["levels[0].aggregation"], "alternatives": MEANS},
    "Both": {"places": ["levels[0].least", "levels[1].least"], "alternatives": [0, 0.9]},
    "Index": {"places": ["levels[1].aggregation"], "alternatives": [*MEANS, "copeland"]},
}
SETS = {"Set": {"sets": [{"levels[1]": {"Services": one, "Running": 1}} for one in (1, 2, 3)]}}


def index(**changed):
    said = plain(missing={"imputation": "none"}, **changed)
    return compose(GAPS, declare(said), units=COUNCILS)


def one_by_one(made, of, taken):
    """The scores of each combination of choices, each declared and composed by itself."""
    names = [factor.name for factor in of.factors]
    ways = [of.varied(dict(zip(names, row, strict=True))) for row in taken.tolist()]
    return np.array([compose(GAPS, way, units=COUNCILS).scores for way in ways])


@pytest.mark.parametrize("weights", ["equal", "pca"])
def test_many_choices_gone_through_at_once_are_each_declared_by_itself(weights):
    made = index(levels=levels(weights=weights))
    of = design(made.declaration, BEFORE | LEVELS)

    found = enumerated(made, of, output=Output.SCORES)

    np.testing.assert_array_equal(found.outputs, one_by_one(made, of, found.replicates.chosen))


def test_a_choice_of_all_levels_at_once_is_one_of_each():
    made = index()
    ways = [levels(), levels(aggregation="geometric"), levels(weights="pca")]
    of = design(made.declaration, {"Levels": {"places": ["levels"], "alternatives": ways}} | BEFORE)

    found = enumerated(made, of, output=Output.SCORES)

    np.testing.assert_array_equal(found.outputs, one_by_one(made, of, found.replicates.chosen))


def test_sets_of_weights_are_those_of_a_declaration_with_them():
    made = index()
    of = design(made.declaration, SETS | LEVELS)
    taken = np.array([[2, 1, 0, 3], [0, 2, 0, 0], [2, 0, 0, 1]])
    given = [
        [levels()[0], levels()[1] | {"weights": {"Services": row + 1, "Running": 1}}] for row in taken[:, 0]
    ]

    found = replicated(made, chosen(of, taken)).scores

    of_each = [design(index(levels=said).declaration, LEVELS) for said in given]
    alone = [one_by_one(made, each, row[None, 1:])[0] for each, row in zip(of_each, taken, strict=True)]
    np.testing.assert_allclose(found, alone, rtol=1e-13)


def test_a_replicate_is_the_same_beside_others_as_alone():
    made = index()
    of = design(made.declaration, BEFORE | LEVELS | {"Weights": {"noise": 0.25, "levels": [0, 1]}})
    uniforms = np.random.default_rng(5).random((300, of.width))

    together = replicated(made, drawn(of, uniforms)).scores

    alone = [replicated(made, drawn(of, row[None])).scores[0] for row in uniforms[:40]]
    np.testing.assert_array_equal(together[:40], alone)


def test_choices_that_do_not_go_together_are_named():
    made = index(normalisation={"method": "z-score"})
    of = design(made.declaration, LEVELS)

    with pytest.raises(CannotBeComposed, match="Themes 'geometric', Both 0"):
        uncertainty(made, of, count=200)


def test_sixty_thousand_combinations_take_no_more_than_some_seconds():
    made = compose(FIRST, declare(plain()), units=COUNCILS)
    means = [{"method": "generalised", "power": 1 + number / 20} for number in range(60)]
    least = [number / 2_000 for number in range(16)]
    choices = {
        "Themes": {"places": ["levels[0].aggregation"], "alternatives": means},
        "Index": {"places": ["levels[1].aggregation"], "alternatives": means},
        "Least": {"places": ["levels[1].least"], "alternatives": least},
    }

    found = enumerated(made, design(made.declaration, choices))

    assert (found.exact, len(found.replicates)) == (True, 57_600)
