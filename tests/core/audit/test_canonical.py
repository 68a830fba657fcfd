"""One JSON text for one value."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.audit.canonical import NotCanonical, canonical, fingerprint

numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)
text = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | numbers | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=12,
)


def test_keys_are_sorted_and_nothing_is_spaced():
    assert canonical({"b": [1, 2], "a": "x"}) == '{"a":"x","b":[1,2]}'


def test_letters_are_not_escaped():
    assert canonical("Café £5") == '"Café £5"'


def test_words_are_hashed_as_they_stand():
    composed, decomposed = "\u00e9", "e\u0301"

    assert canonical(composed) != canonical(decomposed)


def test_one_is_one_however_it_was_written():
    assert canonical(1.0) == canonical(1) == "1"


def test_minus_nothing_is_nothing():
    assert canonical(-0.0) == "0"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf"), 2.0**53])
def test_a_number_that_databases_write_differently_is_refused(number):
    with pytest.raises(NotCanonical):
        canonical([number])


@pytest.mark.parametrize("value", [object(), b"bytes", {1: "a"}, {"a": {2}}, "\ud800"])
def test_what_json_cannot_hold_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)


def test_a_refusal_shows_what_was_refused():
    with pytest.raises(NotCanonical, match="bytes cannot be written as JSON"):
        canonical({"a": b"x"})


@given(values)
def test_reading_the_text_and_writing_it_again_changes_nothing(value):
    once = canonical(value)

    assert canonical(json.loads(once)) == once


@given(st.dictionaries(text, numbers, min_size=2, max_size=5))
def test_the_order_of_keys_does_not_matter(value):
    backwards = dict(reversed(value.items()))

    assert fingerprint(backwards) == fingerprint(value)
