"""Junk in a declaration: declared, or refused by name and place, and never anything else."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from handback.statistics.composite import NotDeclared, declare, design
from handback.statistics.composite.design import put
from tests.statistics.composite.harrowmere import plain

PLACES = [
    "version", "name", "indicators", "indicators.visits", "indicators.visits.direction",
    "indicators.visits.goalposts", "indicators.visits.treatment", "indicators.visits.target", "missing",
    "missing.least", "treatment", "normalisation", "normalisation.method", "normalisation.range", "levels",
    "levels[0]", "levels[0].groups", "levels[0].groups.Running", "levels[1].weights", "levels[1].aggregation",
    "levels[1].least",
]  # fmt: skip
WORDS = [
    "method", "equal", "pca", "optimised", "given", "none", "min-max", "z-score", "visits", "Services", "log",
    "winsorise", "tried", "copeland", "generalised", "power", "range", "",
]  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers(-2, 5) | st.floats() | st.sampled_from(WORDS)
JUNK = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=3),
    max_leaves=8,
)


def _place(act: Callable[..., Any], *said: Any) -> str:
    """Where what was said is refused, or that it was read."""
    try:
        act(*said)
    except NotDeclared as refusal:
        return refusal.place
    return "read"


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), JUNK)
def test_junk_at_any_place_is_declared_or_refused_with_a_place(place, junk):
    said = plain(missing={}, normalisation={"method": "min-max"})

    assert _place(declare, put(said, place, junk))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["alternatives", "places", "odds", "sets", "noise", "levels"]), JUNK, JUNK)
def test_junk_about_what_is_uncertain_is_declared_or_refused_with_a_place(word, junk, other):
    said = {"Factor": {"places": ["normalisation"], "alternatives": ["rank"], "levels": [0]} | {word: junk}}

    assert _place(design, declare(plain()), said)
    assert _place(design, declare(plain()), {"Factor": {word: junk, "noise": other}})
