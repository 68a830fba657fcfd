"""Patterns are sought by what their matches begin with, and find the same as without that look."""

import re

import pytest

from handback.reading.words.beginnings import BeginsWithAnything, beginnings_of, sought


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"\b(?:ferry|quays?)\b", "fq"),
        (r"(?:the )?[Hh]arbour", "tHh"),
        (r"(?<=sea )walls|, and", "w,"),
        (r"(?i:ebb) tides", "eE"),
    ],
)
def test_what_a_match_begins_with_is_told_from_the_pattern(pattern, begins):
    assert beginnings_of(pattern) == frozenset(begins)


@pytest.mark.parametrize("pattern", [r"\w+ ferries", r"[^.]quay", r"(?:the )?", r".*quay"])
def test_a_pattern_that_may_begin_with_anything_is_refused(pattern):
    with pytest.raises(BeginsWithAnything):
        sought(pattern)


@pytest.mark.parametrize("text", ["the KILN", "\u212ailn", "\u017fea kilns", "a\u0130sle"])
def test_capitals_and_their_like_are_sought_where_case_does_not_count(text):
    pattern = r"\b(?:kiln|sea)|isle"

    assert re.findall(pattern, text, re.I) == sought(pattern, re.I).findall(text)
