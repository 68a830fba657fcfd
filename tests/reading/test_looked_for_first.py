"""What is looked for first, because it costs little, keeps no rule from words that it would have read."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest

from handback.reading import read
from handback.reading.claims import gatherings, posts, quantities, references
from handback.reading.claims.outline import outline
from handback.reading.claims.promises import report_groups
from handback.reading.claims.report_signs import may_report
from handback.reading.claims.scenes import reads_orders, scene
from handback.reading.claims.word_search import LineSearch, WordSearch
from handback.reading.words import counted_times, dates, point_words, points
from handback.reading.words.letters import folded
from handback.reading.words.watch import EVERYTHING
from tests.reading.test_passages import KINDS, cases


@cache
def sentences() -> tuple[str, ...]:
    """Every sentence of the invented passages."""
    return tuple(_sentences())


def _sentences() -> Iterator[str]:
    for kind in KINDS:
        for case in cases(kind):
            for part in outline(read(case.words.encode())).parts:
                yield from (sentence.words for sentence in part.sentences)


def without(beginning: str, pattern: re.Pattern[str]) -> re.Pattern[str]:
    """A pattern without the look at what its matches begin with."""
    assert beginning in pattern.pattern
    return re.compile(pattern.pattern.replace(beginning, "", 1), pattern.flags)


def spans(pattern: re.Pattern[str], words: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(words)]


@pytest.mark.parametrize(
    ("beginning", "pattern"),
    [
        (point_words._BEGINS, point_words.POINT),
        (quantities._BEGINS, quantities._TOKEN),
        (counted_times._COUNTING, counted_times._COUNTED),
        (counted_times._RECURS, counted_times._RECURRING),
    ],
)
def test_a_look_at_the_beginning_finds_all_that_the_grammar_finds(beginning, pattern):
    whole = without(beginning, pattern)

    every = [*sentences(), *map(folded, sentences())]
    assert [spans(pattern, words) for words in every] == [spans(whole, words) for words in every]


@pytest.mark.parametrize("pattern", [counted_times._COUNTED, counted_times._RECURRING])
def test_a_pattern_tried_on_small_letters_holds_no_capitals(pattern):
    assert pattern.pattern == pattern.pattern.lower()


def test_every_point_of_time_lies_near_a_telling_letter():
    for words in sentences():
        near = list(points._windows(words))
        for first, last in spans(point_words.POINT, words):
            assert any(start <= first and last <= end for start, end in near), words


def test_the_words_that_lead_in_to_a_time_are_looked_for_from_where_they_can_begin():
    for words in sentences():
        for point in points.points(words):
            whole = dates._LEAD.search(words, max(0, point.start - dates.LONGEST_LEAD), point.start)
            found = dates._LEAD.search(words, dates._lead_from(words, point.start), point.start)
            assert (found and found.span()) == (whole and whole.span()), words


def test_numbers_are_found_alike_by_their_figures_and_by_the_whole_grammar():
    for words in sentences():
        found = [one.span() for one in quantities._numbers(words, EVERYTHING)]
        assert found == spans(quantities._TOKEN, words), words


def test_a_counted_or_recurring_time_is_looked_for_wherever_one_stands():
    small = map(folded, sentences())
    for words, pattern in product(small, (counted_times._COUNTED, counted_times._RECURRING)):
        if pattern.search(words):
            assert pattern in [way for way, _ in counted_times.ways_of_counting(words)], words


@pytest.mark.parametrize("outside", [False, True])
@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("ordered", [False, True])
def test_a_promise_to_report_has_a_verb_that_is_looked_for_in_its_place(ordered, listed, outside):
    for words in sentences():
        seen = scene(words, on=None, ordered=ordered, listed=listed, outside=outside)
        if any(True for _ in report_groups(seen)):
            orders = reads_orders(words, ordered=ordered, listed=listed)
            assert may_report(words, ordered=orders), words


def test_a_meeting_that_is_held_has_one_of_the_parts_that_are_looked_for():
    for words in sentences():
        if gatherings._MEETING.search(words):
            assert any(part in words for part in gatherings._MEETING_PARTS), words


def test_an_office_or_a_title_is_known_by_its_bare_name():
    for words in sentences():
        if re.search(posts.OFFICE, words):
            assert posts._TELL.search(words), words
        if references._TITLE.search(words):
            assert references._ANY_KIND.search(words, 1), words


@pytest.mark.parametrize(
    ("text", "is_there"),
    [("THE DIRECTIONS END.", True), ("indirection", False), ("Directional signs", False)],
)
def test_a_word_is_found_whole_and_in_any_letters(text, is_there):
    assert WordSearch(["directions?", "envoys?"]).is_in(text) is is_there


def test_a_search_for_words_that_do_not_begin_with_letters_is_refused():
    with pytest.raises(ValueError, match="does not begin with letters"):
        WordSearch([r"\d+ envoys"])


@pytest.mark.parametrize(
    ("text", "is_there"),
    [("Due: May", True), ("Ferry\ndue: May", True), ("Ferry due: May", False), ("Ferry\n\nDUE: May", True)],
)
def test_a_line_is_found_by_what_it_begins_with(text, is_there):
    assert LineSearch(r"due[ ]?:").is_in(text, len(text)) is is_there
