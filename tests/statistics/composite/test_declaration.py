"""Declarations: read whole, and refused with the place of what is wrong."""

import pytest

from handback.statistics.composite import NotDeclared, declare
from tests.statistics.composite.harrowmere import levels, plain


def _without(name):
    return {key: value for key, value in plain().items() if key != name}


def _indicator(**said):
    return plain(indicators=plain()["indicators"] | {"recycling": {"direction": "higher"} | said})


def _level(number, **said):
    changed = levels()
    changed[number] |= said
    return plain(levels=changed)


def test_a_declaration_is_read_in_the_order_of_its_indicators():
    assert declare(plain()).names == ("recycling", "planning", "visits", "arrears", "complaints", "turnover")


def test_what_is_not_said_of_weights_is_that_they_are_equal():
    assert declare(plain()).levels[0].weights == (1.0,) * 6


def test_a_declaration_does_not_change_with_the_mapping_that_it_came_from():
    said = plain()
    declared = declare(said)
    said["levels"].clear()

    assert len(declared.plain["levels"]) == 2


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (_without("levels"), "levels"),
        (_without("version"), "version"),
        (plain(version=2), "version"),
        (plain(colour="blue"), "colour"),
        (plain(indicators={}), "indicators"),
        (plain(levels=[]), "levels"),
        (plain(levels=levels()[:1]), "levels"),
        (plain(missing={"imputation": "guess"}), "missing.imputation"),
        (plain(missing={"least": 1.5}), "missing.least"),
        (plain(treatment={"tried": [{"method": "winsorise", "most": -1}]}), "treatment.tried[0].most"),
        (plain(treatment={"tried": ["log", {"method": "box-cox"}]}), "treatment.tried[1].power"),
        (plain(normalisation={"method": "min-max", "range": [5, 5]}), "normalisation.range"),
        (plain(normalisation={"method": "z-score", "spread": 0}), "normalisation.spread"),
        (plain(normalisation={"method": "rank", "range": [0, 1]}), "normalisation.range"),
        (plain(normalisation="goalposts"), "indicators.recycling.goalposts"),
        (_indicator(direction="up"), "indicators.recycling.direction"),
        (_indicator(target=float("nan")), "indicators.recycling.target"),
        (_indicator(target=True), "indicators.recycling.target"),
        (_indicator(goalposts=[5]), "indicators.recycling.goalposts"),
        (_level(1, weights={"Services": "heavy", "Running": 1}), "levels[1].weights.Services"),
        (_level(1, weights={"Services": -1, "Running": 1}), "levels[1].weights.Services"),
        (_level(1, weights={"Services": 1}), "levels[1].weights.Running"),
        (_level(1, weights={"Services": 0, "Running": 0}), "levels[1].weights"),
        (_level(1, weights={"Services": 1, "Running": 1, "Other": 1}), "levels[1].weights.Other"),
        (_level(1, weights="given"), "levels[1].weights"),
        (_level(1, least=-0.1), "levels[1].least"),
        (_level(1, aggregation="median"), "levels[1].aggregation.method"),
        (_level(1, aggregation={"method": "generalised", "power": 0}), "levels[1].aggregation.power"),
        (_level(1, groups={"Excellence": ["Services"]}), "levels[1].groups"),
        (_level(1, groups={"Excellence": ["Services", "Runing"]}), "levels[1].groups.Excellence[1]"),
        (_level(1, groups={"visits": ["Services", "Running"]}), "levels[1].groups.visits"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(said, place):
    with pytest.raises(NotDeclared) as refused:
        declare(said)

    assert refused.value.place == place
