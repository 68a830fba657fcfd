"""PDF: which lines on a page are those of a table, and which nobody sees."""

from handback.reading import Document, Kind, read
from tests.support.pdfs import lines, pdf, words

PROSE = [
    "The harbour board met on the quay, since the hall was being painted, and",
    "heard that the crane is repaired. It thanked those who had worked over the",
    "winter, and asked to be told by May what the painting of the hall has cost.",
]
WHITE, PINK, BLUE = "1 1 1", "0.9 0.8 0.9", "0.2 0.2 0.6"


def area(x: float, y: float, wide: float, high: float, colour: str) -> bytes:
    return f"{colour} rg {x} {y} {wide} {high} re f 0 g\n".encode()


def cell(x: float, y: float, *texts: str, colour: str = PINK) -> bytes:
    """A cell 200 wide and two lines high, coloured as Word does it: margins, and each line by itself."""
    margins = area(x, y, 5, 28, colour) + area(x + 195, y, 5, 28, colour)
    rows = b"".join(area(x + 5, y + 14 * n, 190, 14, colour) for n in range(2))
    return margins + rows + lines(x + 7, y + 18, *texts, step=14)


def said(document: Document) -> list[str]:
    return [document.words(passage) for passage in document.passages]


def test_white_behind_every_line_makes_no_table():
    behind = b"".join(area(60, 697 - 13 * n, 330 + 9 * n, 13, WHITE) for n in range(3))
    document = read(pdf(behind + lines(60, 700, *PROSE)))

    assert said(document) == [" ".join(PROSE)]


def test_a_box_around_clear_words_makes_no_table():
    behind = b"".join(f"60 {697 - 13 * n} {300 + 9 * n} 13 re n\n".encode() for n in range(3))

    assert said(read(pdf(behind + lines(60, 700, *PROSE)))) == [" ".join(PROSE)]


def test_a_cell_that_is_coloured_line_by_line_is_one_cell():
    page = cell(60, 700, "Mend the crane", "on the quay") + cell(
        260.5, 700, "Ada, with the", "harbour master"
    )
    page += cell(60, 671.5, "Paint the hall", "and its doors") + cell(
        260.5, 671.5, "Tom, when the", "hall is dry"
    )

    assert said(read(pdf(page))) == [
        "Mend the crane on the quay | Ada, with the harbour master",
        "Paint the hall and its doors | Tom, when the hall is dry",
    ]


def test_rows_of_two_colours_are_rows():
    page = area(60, 700, 400, 20, BLUE) + area(60, 680, 400, 20, PINK) + area(60, 660, 400, 20, BLUE)
    page += b"".join(area(x, 660, 1, 60, WHITE) for x in (60, 260, 460))
    for n, (action, owner) in enumerate([("Action", "Owner"), ("Crane", "Ada"), ("Hall", "Tom")]):
        page += words(64, 706 - 20 * n, action) + words(264, 706 - 20 * n, owner)

    assert said(read(pdf(page))) == ["Action | Owner", "Crane | Ada", "Hall | Tom"]


def test_a_coloured_box_within_another_of_the_same_colour_is_not_seen():
    page = area(50, 650, 460, 90, PINK) + area(60, 690, 200, 20, PINK) + lines(60, 700, *PROSE)

    assert said(read(pdf(page))) == [" ".join(PROSE)]


def sideways(x: float, y: float, text: str) -> bytes:
    return words(x, y, text, turn="0 1 -1 0")


def wide_table() -> bytes:
    """A table that stands sideways on a tall page, as appendices do."""
    across = "".join(f"100 {y} m 160 {y} l S\n" for y in (60, 260, 460))
    down = "".join(f"{x} 60 m {x} 460 l S\n" for x in (100, 120, 140, 160))
    cells = [("Action", "Owner"), ("Mend the crane", "Ada"), ("Paint the hall", "Tom")]
    return (across + down).encode() + b"".join(
        sideways(114 + 20 * n, 64 + 200 * m, text)
        for n, row in enumerate(cells)
        for m, text in enumerate(row)
    )


def test_a_table_that_stands_sideways_is_read_row_by_row():
    document = read(pdf(wide_table()))

    assert said(document) == ["Action | Owner", "Mend the crane | Ada", "Paint the hall | Tom"]
    assert {passage.kind for passage in document.passages} == {Kind.ROW}


def test_the_running_heads_of_pages_that_stand_sideways_are_told_once():
    pages = [wide_table() + words(60, 800, f"Harbour plan, page {n}", size=8) for n in range(1, 4)]

    assert read(pdf(*pages)).text.count("Harbour plan") == 1
