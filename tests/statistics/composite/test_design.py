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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("normalisation", "normalisation.range"),
        ("normalisation.range", "normalisation"),
        ("levels", "levels[1].aggregation"),
        ("levels[0]", "levels[0].least"),
        ("indicators.visits", "indicators.visits.direction"),
        ("levels[01].least", "levels[1].least"),
    ],
)
def test_two_choices_one_within_the_other_are_refused_by_both_their_names(one, other):
    with pytest.raises(NotDeclared) as refused:
        design(declare(plain()), {"A": {"places": [one], "alternatives": [_at(one)]}} | _within(other))

    assert (refused.value.place, "taken by 'A'" in refused.value.fault) == ("B", True)


def test_one_choice_cannot_be_put_within_itself():
    with pytest.raises(NotDeclared, match="twice in it"):
        design(declare(plain()), {"A": {"places": ["levels[0].least"] * 2, "alternatives": [0.5]}})


def test_sets_of_weights_are_apart_from_choices_that_decide_them():
    uncertain = {
        "A": {"places": ["levels[1]"], "alternatives": [_at("levels[1]")]},
        "B": {"sets": [{"levels[1]": {"Services": 1, "Running": 2}}]},
    }

    with pytest.raises(NotDeclared, match=r"levels\[1\].weights is taken by 'A', as levels\[1\]"):
        design(declare(plain()), uncertain)


@pytest.mark.parametrize(
    "place", ["levels[0]aggregation", "levels..least", "levels[0].", ".name", "levels[-1]"]
)
def test_what_is_no_place_is_refused(place):
    with pytest.raises(NotDeclared, match="no place of the declaration"):
        design(declare(plain()), {"A": {"places": [place], "alternatives": ["geometric"]}})


def _at(place):
    """What stands at a place already, or would do there."""
    known = {"normalisation.range": [0, 100], "levels[01].least": 0.5}
    if place in known:
        return known[place]
    found = plain()
    for step in place.replace("[", ".").replace("]", "").split("."):
        found = found[int(step) if step.isdigit() else step]
    return found


def _within(place):
    said = {"direction": "higher", "range": [0, 50], "normalisation": "rank"}.get(place.split(".")[-1], 0.5)
    return {"B": {"places": [place], "alternatives": ["geometric" if "aggregation" in place else said]}}
