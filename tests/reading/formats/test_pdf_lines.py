"""PDF: words to lines where columns are narrow, letters are thickened, and numbers stand among words."""

import pytest

from handback.reading import Document, Kind, read
from tests.support.pdfs import grid, lines, pdf, words

PROSE = [
    "The harbour board met on the quay, since the hall was being painted, and",
    "heard that the crane is repaired. It thanked those who had worked over the",
    "winter, and asked to be told by May what the painting of the hall has cost.",
]


def said(document: Document, kind: Kind | None = None) -> list[str]:
    return [document.words(passage) for passage in document.passages if kind in (None, passage.kind)]


def spaced(x: float, y: float, text: str, *, gap: float) -> bytes:
    """Words of one line with some points more between them, as justified lines have."""
    return f"{gap} Tw ".encode() + words(x, y, text) + b"0 Tw\n"


def test_a_line_that_was_stretched_to_fill_a_column_is_one_line():
    page = lines(60, 726, "things that affect the environment, for which the")
    page += spaced(60, 713, "meaning of harbour is broad", gap=12)
    page += lines(60, 700, "and takes in all that floats, lies or swims there.")

    assert said(read(pdf(page))) == [
        "things that affect the environment, for which the meaning of harbour is broad"
        " and takes in all that floats, lies or swims there."
    ]


def test_a_row_of_short_cells_is_not_taken_for_a_stretched_line():
    rows = [
        ("Service", "Budget", "Spent", "Left"),
        ("Parks", "high", "much", "little"),
        ("Quays", "low", "all", "none"),
    ]
    page = b"".join(
        words(60 + 70 * m, 700 - 16 * n, cell) for n, row in enumerate(rows) for m, cell in enumerate(row)
    )

    assert said(read(pdf(page))) == [" | ".join(row) for row in rows]


def test_letters_that_were_thickened_are_bold():
    heading = b"2 Tr 0.4 w " + words(60, 740, "Repair of the crane") + b"0 Tr\n"

    assert said(read(pdf(heading + lines(60, 720, *PROSE))), Kind.HEADING) == ["Repair of the crane"]


@pytest.mark.parametrize("stop", [",", ".", ";"])
def test_the_number_of_a_footnote_leaves_no_gap_before_a_comma(stop):
    page = lines(60, 700, *PROSE) + words(60, 600, "It is the terminal")
    page += words(138, 604, "3", size=6) + words(142, 600, f"{stop} which is open")

    assert f"terminal{stop} which" in read(pdf(page)).text


def test_a_header_that_every_page_repeats_is_read_once_below_a_title_row_too():
    def page(first: str, *rows: tuple[str, str]) -> bytes:
        cells = ([(first, "")] if first else []) + [("Action", "Owner"), *rows]
        drawn = grid([60, 260, 460], [720 - 20 * n for n in range(len(cells) + 1)])
        return drawn + b"".join(
            words(64 + 200 * m, 706 - 20 * n, cell)
            for n, row in enumerate(cells)
            for m, cell in enumerate(row)
            if cell
        )

    text = read(
        pdf(page("The quay", ("Crane", "Ada")), page("", ("Hall", "Tom")), page("", ("Pier", "Sam")))
    ).text

    assert text.count("Action | Owner") == 2


def ruled(x: float, y: float, text: str, *, first: float, last: float) -> bytes:
    return words(x, y, text) + f"{first} {y - 1.5} m {last} {y - 1.5} l S\n".encode()


def test_underlined_lines_head_and_short_ones_beside_them_do_not():
    page = ruled(60, 740, "Apologies", first=60, last=108) + words(60, 726, "Councillor Okafor")
    page += ruled(60, 700, "Matters arising", first=60, last=134) + lines(60, 686, *PROSE)

    assert said(read(pdf(page)), Kind.HEADING) == ["Apologies", "Matters arising"]


@pytest.mark.parametrize(
    ("text", "last"),
    [("The quay is open", 500), ("www.harrowmere.example/quays", 210)],
)
def test_a_line_across_the_page_and_that_of_a_link_underline_no_heading(text, last):
    heading = words(60, 760, "Quays and piers", bold=True)
    page = heading + lines(60, 740, *PROSE) + ruled(60, 690, text, first=60, last=last)

    assert said(read(pdf(page)), Kind.HEADING) == ["Quays and piers"]


def test_a_title_with_the_year_of_the_paper_before_is_no_title():
    page = words(60, 760, "Minutes of 3 March 2026", size=16) + lines(60, 720, *PROSE)

    assert read(pdf(page, info="/Title(Minutes of 6 March 2012)")).title == "Minutes of 3 March 2026"
