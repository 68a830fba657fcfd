"""PDF: words in the order in which they are read, without what only pages need."""

import pytest

from handback.reading import Document, Kind, State, read
from handback.reading.claims import find
from handback.reading.formats import read_with_ocr
from handback.reading.formats.pdf import listed, pages_without_words
from tests.support.pdfs import PICTURE, grid, lines, packed, pdf, words

LEFT = [
    "The council met the commissioners and",
    "told them that the ferry was repaired",
    "in good time, and that the harbour has",
    "been dredged, as the board had asked.",
    "It was said that no more was needed.",
]
RIGHT = [
    "The board was glad to hear of it, and",
    "wished to see the accounts of the pier",
    "before it gave its view on the matter,",
    "since the accounts are drawn up in May",
    "are open to everybody from that day on.",
]
PROSE = [
    "The commissioners have met the leader and the chief executive every month since the day",
    "of the Directions, and they say that the improvement board has made steady progress on the",
    "accounts of the harbour and on the repair of the ferry terminal at Harrowmere Quay.",
]


def said(document: Document, kind: Kind | None = None) -> list[str]:
    return [document.words(p) for p in document.passages if kind in (None, p.kind)]


def test_columns_are_read_one_after_another():
    document = read(pdf(lines(60, 700, *LEFT) + lines(320, 700, *RIGHT)))

    assert said(document) == [" ".join(LEFT), " ".join(RIGHT)]


def test_columns_set_out_of_step_are_not_mixed():
    document = read(pdf(lines(60, 700, *LEFT) + lines(320, 694, *RIGHT)))

    assert said(document) == [" ".join(LEFT), " ".join(RIGHT)]


def test_three_columns_are_read_one_after_another():
    thirds = [
        [
            f"The {place} of Harrowmere is",
            "open again, and the board",
            "is glad that the work is",
            "done in time for summer.",
        ]
        for place in ("ferry", "quay", "pier")
    ]
    document = read(pdf(b"".join(lines(50 + 175 * n, 700, *third) for n, third in enumerate(thirds))))

    assert said(document) == [" ".join(third) for third in thirds]


def test_a_headline_across_two_columns_stands_before_both():
    page = words(60, 740, "Harrowmere news from the harbour and the ferry", size=18)
    document = read(pdf(page + lines(320, 700, *RIGHT) + lines(60, 700, *LEFT)))

    assert said(document) == [
        "Harrowmere news from the harbour and the ferry",
        " ".join(LEFT),
        " ".join(RIGHT),
    ]


def numbered(page: int) -> bytes:
    head = words(60, 810, "Harrowmere Borough Council", size=9) + words(290, 30, f"{page}", size=9)
    return head + lines(60, 740, *PROSE) + words(60, 600, f"Item {page + 20} is about the quay.")


def test_running_heads_and_page_numbers_are_left_out():
    text = read(pdf(*map(numbered, range(1, 5)))).text

    assert "Borough Council" not in text
    assert [line for line in text.split("\n") if line.strip().isdigit()] == []


def test_the_words_between_heads_and_feet_stay():
    text = read(pdf(*map(numbered, range(1, 5)))).text

    assert [f"Item {n} is about the quay." in text for n in range(21, 25)] == [True] * 4


def test_a_table_of_figures_at_the_foot_of_one_page_is_no_page_number():
    assert "2 of 3" in read(pdf(lines(60, 700, *PROSE) + words(60, 40, "2 of 3"))).text


@pytest.mark.parametrize(
    ("first", "rest", "mended"),
    [
        ("The admin-", "istration of the pier.", "The administration of the pier."),
        ("A plan for the long-", "term future of the pier.", "A plan for the long-term future of the pier."),
        ("The report of Mr Ash-", "Weller on the pier.", "The report of Mr Ash-Weller on the pier."),
    ],
)
def test_a_word_parted_at_the_end_of_a_line_is_mended(first, rest, mended):
    assert said(read(pdf(lines(60, 700, first, rest) + lines(60, 600, *PROSE))))[0] == mended


def test_a_hyphen_that_the_document_has_elsewhere_is_kept():
    page = lines(60, 700, "It is a quay-", "side matter.") + words(
        60, 600, "The quay-side accounts are drawn up."
    )

    assert said(read(pdf(page)))[0] == "It is a quay-side matter."


def test_a_paragraph_that_runs_over_two_pages_is_one_passage():
    one, two = lines(60, 100, *PROSE[:2]), lines(60, 760, PROSE[2])
    document = read(pdf(one, two))

    assert said(document) == [" ".join(PROSE)]
    assert document.passages[0].place == "page 1"


def noted() -> Document:
    """A paragraph over two pages, with a footnote at the foot of the first."""
    foot = words(60, 60, "1", size=6) + words(66, 60, "The Directions of 3 March 2026.", size=8)
    mark = words(60 + 430, 113, "the Directions.") + words(560, 117, "1", size=6)
    return read(pdf(lines(60, 140, *PROSE[:2]) + mark + foot, lines(60, 760, PROSE[2])))


def test_footnotes_stand_last_and_part_no_paragraph():
    document = noted()

    assert said(document)[-2:] == ["Footnotes", "The Directions of 3 March 2026."]
    assert (document.passages[-1].marker, document.passages[-1].place) == ("(1)", "page 1")


def test_the_small_number_of_a_footnote_is_not_read_into_its_word():
    page = lines(60, 700, *PROSE) + words(60, 600, "It is the terminal.") + words(152, 604, "3", size=6)

    assert "terminal.3" not in read(pdf(page)).text


def test_every_passage_says_on_which_page_it_stands():
    document = read(pdf(lines(60, 700, "The pier is open."), lines(60, 700, "The quay is closed.")))

    assert [p.place for p in document.passages] == ["page 1", "page 2"]


def test_headings_are_told_by_size_and_weight():
    page = words(60, 760, "Minutes of Cabinet", size=18) + words(60, 720, "Ferry terminal", bold=True)
    document = read(pdf(page + lines(60, 690, *PROSE)))

    found = [(document.words(p), p.level) for p in document.passages if p.kind is Kind.HEADING]
    assert found == [("Minutes of Cabinet", 1), ("Ferry terminal", 2)]
    assert document.passages[-1].heading == "Ferry terminal"


def test_a_short_plain_line_heads_nothing_where_headings_are_set_off():
    page = words(60, 760, "Minutes of Cabinet", size=18) + words(60, 720, "Not applicable")

    assert said(read(pdf(page + lines(60, 690, *PROSE))), Kind.HEADING) == ["Minutes of Cabinet"]


def test_items_of_a_list_are_told_with_their_markers_and_depth():
    page = (
        lines(60, 760, "Cabinet agreed to:")
        + words(60, 740, "(a)")
        + words(80, 740, "approve the budget of the")
    )
    page += (
        words(80, 727, "harbour;")
        + words(80, 714, "(i) for one year;")
        + words(60, 701, "(b) note the plan.")
    )
    document = read(pdf(page))

    items = [(p.marker, p.level, document.words(p)) for p in document.passages if p.kind is Kind.ITEM]
    assert items == [
        ("(a)", 1, "approve the budget of the harbour;"),
        ("(i)", 2, "for one year;"),
        ("(b)", 1, "note the plan."),
    ]


def table() -> bytes:
    page = grid([60, 260, 360, 460], [700, 680, 640, 620])
    page += words(64, 686, "Action") + words(264, 686, "Owner") + words(364, 686, "Due")
    page += lines(64, 666, "Repair the crane on", "the quay", step=14) + words(364, 666, "March 2027")
    return page + words(64, 626, "Open the pier") + words(264, 626, "Ada") + words(364, 626, "May 2027")


def test_a_drawn_table_is_read_row_by_row():
    assert said(read(pdf(table()))) == [
        "Action | Owner | Due",
        "Repair the crane on the quay |  | March 2027",
        "Open the pier | Ada | May 2027",
    ]


def test_a_cell_across_columns_is_one_cell():
    page = b"60 700 m 360 700 l S 60 680 m 360 680 l S 60 660 m 360 660 l S 60 700 m 60 660 l S"
    page += b" 360 700 m 360 660 l S 210 680 m 210 660 l S\n"
    page += (
        words(64, 686, "Actions of the harbour board, all of them")
        + words(64, 666, "Pier")
        + words(214, 666, "Ada")
    )

    assert said(read(pdf(page))) == ["Actions of the harbour board, all of them", "Pier | Ada"]


def test_a_header_row_that_the_next_page_repeats_is_read_once():
    assert said(read(pdf(table(), table()))).count("Action | Owner | Due") == 1


def test_a_row_that_the_end_of_a_page_parted_is_one_row():
    one = grid([60, 260, 460], [120, 60]) + words(64, 106, "1.7") + words(264, 106, "Mend the crane on the")
    two = grid([60, 260, 460], [800, 740]) + words(264, 786, "quay by March 2027.")

    assert said(read(pdf(one, two))) == ["Mend the crane on the quay by March 2027."]


def test_a_drawn_label_and_its_value_are_a_field():
    page = grid([60, 160, 460], [700, 680, 660]) + words(64, 686, "Report to:") + words(164, 686, "Cabinet")
    page += words(64, 666, "Ward(s) affected:") + words(164, 666, "All")

    assert "Ward(s) affected: All" in said(read(pdf(page)))


def test_a_table_without_lines_is_read_row_by_row():
    page = b"".join(
        words(60, 700 - 16 * n, service) + words(220, 700 - 16 * n, budget) + words(320, 700 - 16 * n, spent)
        for n, (service, budget, spent) in enumerate(
            [
                ("Service", "Budget", "Spent"),
                ("Parks", "£310", "£290"),
                ("Ferries and quay", "£1,200", "£1,190"),
            ]
        )
    )

    assert said(read(pdf(page))) == [
        "Service | Budget | Spent",
        "Parks | £310 | £290",
        "Ferries and quay | £1,200 | £1,190",
    ]


def test_a_page_that_is_turned_is_read_as_it_is_shown():
    turned = "0 1 -1 0"
    page = b"".join(words(100 + 13 * n, 60, line, turn=turned) for n, line in enumerate(PROSE))

    assert said(read(pdf(page, turned=90))) == [" ".join(PROSE)]


def test_a_watermark_makes_a_draft_and_stands_in_no_sentence():
    stamp = words(150, 300, "DRAFT", size=90, turn="0.7 0.7 -0.7 0.7")
    document = read(pdf(stamp + lines(60, 400, *PROSE)))

    assert document.draft
    assert " ".join(PROSE) in said(document)


def test_what_the_file_says_of_itself_are_fields():
    document = read(pdf(lines(60, 700, *PROSE), info="/Title(Ferry plan)/CreationDate(D:20260303090000Z)"))

    assert document.title == "Ferry plan"
    assert {f.name: f.value for f in document.fields} == {"title": "Ferry plan", "created": "2026-03-03"}


def test_the_name_of_a_file_is_no_title():
    page = words(60, 760, "Minutes of Cabinet", size=18) + lines(60, 690, *PROSE)

    assert read(pdf(page, info="/Title(Microsoft Word - mins v3.doc)")).title == "Minutes of Cabinet"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf(lines(60, 700, *PROSE), locked=True), "locked with a password"),
        (pdf(lines(60, 700, *PROSE))[:200], "damaged"),
        (b"%PDF-1.7 and nothing more", "damaged"),
    ],
)
def test_a_pdf_that_does_not_open_says_why(data, reason):
    document = read(data)

    assert document.state is State.UNREADABLE
    assert reason in document.reason


def test_a_scan_without_words_is_unreadable_and_offers_ocr():
    document = read(pdf(PICTURE, PICTURE))

    assert (document.state, document.scanned, document.text) == (State.UNREADABLE, True, "")
    assert "OCR" in document.reason


def test_pages_that_are_pictures_among_others_are_named():
    data = pdf(lines(60, 700, *PROSE), PICTURE, PICTURE, lines(60, 700, *PROSE), PICTURE)

    assert pages_without_words(data) == (2, 3, 5)
    assert [part.what for part in read(data).unread] == ["Pages 2 to 3 and 5"]


def test_a_page_with_more_letters_than_are_read_says_so():
    document = read(pdf(lines(60, 800, *["pier " * 90] * 100, step=7, size=1)))

    assert [part.what for part in document.unread] == ["Page 1"]


def test_a_page_that_is_packed_is_read():
    assert said(read(pdf(packed(lines(60, 700, *PROSE))))) == [" ".join(PROSE)]


@pytest.mark.parametrize(
    "pages",
    [
        [packed(b" " * 20_000_000)],
        [packed(b" " * 15_000_000)] * 4,
    ],
)
def test_a_pdf_that_unpacks_to_far_too_much_is_not_opened(pages):
    assert "unpacks to far more" in read(pdf(*pages)).reason


def test_an_empty_page_is_not_missed():
    assert read(pdf(lines(60, 700, *PROSE), b"")).unread == ()


def test_words_that_ocr_read_stand_on_their_page_and_say_so():
    data = pdf(lines(60, 700, *PROSE), PICTURE, words(60, 700, "The meeting closed."))
    document = read_with_ocr(data, {2: "The har-\nbour was dredged."})

    assert [(p.place, document.words(p)) for p in document.passages][1:] == [
        ("page 2", "The harbour was dredged."),
        ("page 3", "The meeting closed."),
    ]
    assert ("read_by", "OCR") in [(f.name, f.value) for f in document.fields]


def test_claims_of_a_pdf_quote_its_text():
    page = lines(
        60,
        700,
        "RESOLVED that the budget of the harbour for the next year, as set out in the",
        "report, be approved.",
    )
    document = read(pdf(page))
    (claim,) = find(document)

    assert document.text[claim.start : claim.end] == claim.quote
    assert "set out in the report" in claim.quote


@pytest.mark.parametrize(
    ("numbers", "words_"),
    [([3], "Page 3"), ([3, 4], "Pages 3 to 4"), ([1, 3, 7, 8], "Pages 1, 3 and 7 to 8")],
)
def test_page_numbers_are_listed_as_people_write_them(numbers, words_):
    assert listed(numbers) == words_
