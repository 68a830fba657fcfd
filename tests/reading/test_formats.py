"""Bytes to documents: every format is told by its content, and bad input gives a sentence."""

import io
import zipfile

import pytest

from handback.reading import MOST_BYTES, Kind, State, TooLarge, read
from handback.reading.claims import find
from tests.reading.reading_room import FIXTURES

WORDS = "Cabinet’s plan for Harrowmere – the “Ferry Plan” – costs £310,000."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_words_survive_the_encoding_they_came_in(encoding):
    assert read(WORDS.encode(encoding)).text == WORDS


def test_line_ends_of_every_kind_become_one():
    assert read(b"One\r\nTwo\rThree\n").text == "One\nTwo\nThree\n"


def test_a_document_carries_the_hash_of_its_bytes():
    assert read(b"abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize("passages", [read((FIXTURES / "decision_page.txt").read_bytes()).passages])
def test_a_list_item_stands_without_its_marker(passages):
    assert [p.marker for p in passages if p.kind is Kind.ITEM][:5] == ["·", "·", "·", "·", "(a)"]


def test_a_passage_knows_the_heading_it_stands_under():
    document = read((FIXTURES / "decision_page.txt").read_bytes())

    assert (
        document.passages[-1].heading == "Minutes:"
        or document.passages[-1].heading == "Ferry Terminal Repairs"
    )


def test_lines_that_were_only_wrapped_are_one_paragraph():
    wrapped = "We have met the staff of the harbour and the members of the ferry\ncommittee, who were candid."

    assert len(read(wrapped.encode()).passages) == 1


def test_html_is_told_by_its_tags_and_not_by_a_name():
    assert read((FIXTURES / "page.html").read_bytes(), name="page.txt").format == "html"


@pytest.mark.parametrize("furniture", ["script", "banner", "cookie", "sell the park", "content:"])
def test_scripts_styles_and_furniture_never_reach_the_text(furniture):
    assert furniture not in read((FIXTURES / "page.html").read_bytes()).text.replace("RESOLVED", "script")


def test_words_inside_a_line_stay_in_one_passage():
    document = read((FIXTURES / "page.html").read_bytes())

    assert "Resolved: That the Park Road scheme be approved." in [
        document.words(p) for p in document.passages
    ]


def test_a_table_row_is_one_passage_with_bars():
    document = read((FIXTURES / "page.html").read_bytes())

    assert [document.words(p) for p in document.passages if p.kind is Kind.ROW] == ["Parks | 16 | 8 | 50%"]


def zipped(size: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * size)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty."),
        (b" \n\t ", "The file is empty."),
        (b"%PDF-1.7 rest", "PDF"),
        (zipped(5_000_000), "zip archive"),
        (bytes(range(256)) * 50, "not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"<html><body><script>let a = 1;</script></body></html>", "no words"),
    ],
)
def test_what_cannot_be_read_says_why(data, reason):
    document = read(data)

    assert document.state is State.UNREADABLE
    assert reason in document.reason


def test_what_cannot_be_read_holds_no_claims():
    assert find(read(b"%PDF-1.7")) == ()


def test_a_file_beyond_the_limit_is_refused_by_name():
    with pytest.raises(TooLarge, match=r"minutes\.txt is 20\.0 MB"):
        read(b"a" * (MOST_BYTES + 1), name="minutes.txt")


def test_a_page_that_says_there_is_more_is_cut():
    assert read(b"The council met on Monday. Subscribe to read the rest.").state is State.CUT


def test_a_page_that_withholds_its_words_says_so():
    assert read(b"Item 9. Not for publication by virtue of paragraph 3.").state is State.WITHHELD


@pytest.mark.parametrize(
    "words",
    [
        "Cabinet agreed to close the ferry terminal",
        "RESOLVED that the budget be approved\n\nThe meeting ended.",
        "The budget was put to the vote. It was RESOLVED that the budget be approved. Item 5",
    ],
)
def test_a_line_that_decides_is_no_heading_though_it_ends_without_a_full_stop(words):
    assert [claim.type for claim in find(read(words.encode()))] == ["decision"]


@pytest.mark.parametrize("before", ["by", "until", "before", "no later than", "from Monday"])
def test_a_deadline_is_not_the_date_of_the_document(before):
    assert read(f"Harrowmere must publish its plan {before} 31 March 2027".encode()).dated_on is None
