"""Bounds on the work: how much is looked through, what is said of the rest, and that words are kept whole."""

from datetime import date

from handback.reading import read
from handback.reading.claims import find
from handback.reading.claims.outline import outline
from handback.reading.formats import html
from handback.reading.formats.bounds import MOST_CHARACTERS, MOST_PASSAGES, MOST_TAGS
from handback.reading.words.sentences import sentence
from handback.reading.words.years import Calendar

LINES = b"x\n" * (MOST_PASSAGES + 10)
LONG = b"Ferries ran. " * (MOST_CHARACTERS // 13 + 1_000) + b"The council approved the ferry plan."


def test_no_more_passages_are_looked_through_than_the_bound():
    assert len(read(LINES).passages) == MOST_PASSAGES


def test_the_text_beyond_the_bound_is_kept_whole():
    assert read(LONG).text == LONG.decode()


def test_what_was_not_looked_through_is_said_with_its_place():
    (rest,) = read(LINES).unread

    assert rest.what == f"The rest of the text, from character {2 * MOST_PASSAGES:,}"
    assert "not looked through for claims" in rest.why


def test_no_claim_stands_beyond_the_bound():
    assert find(read(LONG)) == ()


def test_rules_are_given_no_words_beyond_the_bound():
    assert len(outline(read(LONG)).plain) <= MOST_CHARACTERS


def test_a_document_within_the_bounds_has_nothing_unread():
    assert read(b"The council approved the ferry plan.").unread == ()


def test_a_page_of_more_tags_than_any_page_needs_is_read_bare(monkeypatch):
    monkeypatch.setattr(html, "MOST_TAGS", 3_000)
    page = read(b"<html><body>" + b"<p>The pier is open." * 4_000)

    assert page.text.count("The pier is open.") == 4_000
    assert page.unread[0].what == "The layout of the page"


def test_a_page_of_ordinary_size_keeps_its_layout():
    page = read(b"<html><body>" + b"<p>The pier is open.</p>" * 4_000 + b"</body></html>")

    assert page.unread == ()
    assert page.text.count("<") < MOST_TAGS


def test_formatting_left_open_is_not_multiplied_through_the_page():
    left_open = b"".join(b"<b id=%d>" % n for n in range(1_900))

    assert read(left_open + b"<p>The pier is open." * 4_000).unread[0].what == "The layout of the page"


def test_a_page_beyond_the_bound_says_so_and_keeps_its_words():
    page = read(b"<html><body>" + b"<p>x</p>" * (MOST_PASSAGES + 5) + b"</body></html>")

    assert (len(page.passages), page.text.count("x")) == (MOST_PASSAGES, MOST_PASSAGES + 5)
    assert page.unread[0].what.startswith("The rest of the text, from character")


def test_the_times_of_a_sentence_are_worked_out_once():
    from handback.reading.words.dates import stated_times

    calendar = Calendar("", date(2026, 1, 1))
    words = sentence("Ada will report by 3 May.", 0, 25)

    assert stated_times(words, calendar) is stated_times(words, calendar)
