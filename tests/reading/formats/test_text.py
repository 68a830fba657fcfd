"""Plain text that was pasted and has lost its blank lines, its headings or the ends of its fields."""

from handback.reading import Document, Kind, read

PASTED = """Minutes of Cabinet
Tuesday 3 March 2026
Harbour account
The leader presented the report and said that the budget had been balanced without the use of reserves.
Members thanked the officers for their work and asked that a further report be brought to the meeting in
April. It was noted that the harbour account was behind.
RESOLVED that:
(1) the budget be approved for the financial year beginning in April 2026 and that it be sent to the full
council; and
(2) the plan be noted.
Ferries
The ferry terminal needs repairs that cost more than was set aside, and the administration of the harbour
account is behind."""


def said(document: Document, kind: Kind) -> list[str]:
    return [" ".join(document.words(p).split()) for p in document.passages if p.kind is kind]


def test_lines_wrapped_at_the_width_of_a_page_are_put_together():
    items = said(read(PASTED.encode()), Kind.ITEM)

    assert items[0].endswith("and that it be sent to the full council; and")
    assert items[1] == "the plan be noted."


def test_short_lines_between_wrapped_ones_are_headings():
    assert said(read(PASTED.encode()), Kind.HEADING) == [
        "Minutes of Cabinet",
        "Tuesday 3 March 2026",
        "Harbour account",
        "Ferries",
    ]


def test_fields_that_run_on_in_one_line_are_taken_apart():
    line = "Decision maker: Cabinet Decision status: Approved Is Key decision?: Yes Published: 4 March 2026"

    assert said(read(line.encode()), Kind.FIELD) == [
        "Decision maker: Cabinet",
        "Decision status: Approved",
        "Is Key decision?: Yes",
        "Published: 4 March 2026",
    ]


def test_a_sentence_with_a_label_in_it_is_not_taken_apart():
    words = "The date of the meeting is this. Note the Venue: Town Hall."

    assert len(read(words.encode()).passages) == 1


def test_a_word_parted_at_the_end_of_a_line_does_not_end_its_paragraph():
    assert len(read(b"The har-\nbour was dredged.").passages) == 1


def test_lines_that_were_not_wrapped_stay_apart():
    lines = [f"Ada will mend number {n} of the cranes on the quay." for n in range(12)]

    assert len(read("\n".join(lines).encode()).passages) == 12


def test_cells_left_in_lines_of_their_own_are_put_back_into_rows():
    text = "Date |\nStage |\n---|---|\nMay 2027 |\nWorks begin |\nJune 2027 |\nWorks end |"

    rows = said(read(text.encode(), name="stages.txt"), Kind.ROW)

    assert rows == ["Date | Stage |", "May 2027 | Works begin |", "June 2027 | Works end |"]
