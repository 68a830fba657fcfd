"""What is uncertain about an index, declared: refused with its place where it is wrong."""

import pytest

from handback.statistics.composite import NotDeclared, declare, design
from tests.statistics.composite.harrowmere import plain


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({}, "uncertainty"),
        ({"Mean": {"places": ["levels[0].aggregation"]}}, "Mean"),
        ({"Mean": {"places": ["levels[7].aggregation"], "alternatives": ["geometric"]}}, "Mean.places[0]"),
        ({"Mean": {"places": ["levels[0].aggregation"], "alternatives": ["median"]}}, "Mean.alternatives[0]"),
        ({"Mean": {"places": ["normalisation"], "alternatives": ["rank"], "odds": [1, 2]}}, "Mean.odds"),
        ({"Weights": {"noise": 1.0, "levels": [0]}}, "Weights.noise"),
        ({"Weights": {"noise": 0.2, "levels": [2]}}, "Weights.levels[0]"),
        (
            {"Weights": {"sets": [{"levels[1]": {"Services": 1, "Running": -2}}]}},
            "Weights.sets[0].levels[1].Running",
        ),
        ({"Weights": {"sets": [{"levels[4]": {"Services": 1}}]}}, "Weights.sets[0].levels[4]"),
    ],
)
def test_what_is_wrong_about_what_is_uncertain_is_refused_with_its_place(said, place):
    with pytest.raises(NotDeclared) as refused:
        design(declare(plain()), said)

    assert refused.value.place == place
