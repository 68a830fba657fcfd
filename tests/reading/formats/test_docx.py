"""Word documents: what is printed before paragraphs, beside them and below them, and what is left out."""

import docx
import pytest

from handback.reading import Document, Kind, State, read
from tests.support.office import bytes_of, changed, level, paragraph, with_body

PATTERN = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.")
    + level(1, "decimal", "%1.%2")
    + level(2, "lowerLetter", "(%3)")
    + level(3, "lowerRoman", "(%4)")
    + level(4, "bullet", "\uf0b7")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def said(document: Document, kind: Kind | None = None) -> list[str]:
    return [document.words(p) for p in document.passages if kind in (None, p.kind)]


def markers(*depths: tuple[int, int]) -> list[str]:
    """What is printed before paragraphs of these lists and depths."""
    body = "".join(
        paragraph(f"The pier is number {n}.", number=num, depth=d) for n, (num, d) in enumerate(depths)
    )
    return [passage.marker for passage in read(with_body(body, numbering=PATTERN)).passages]


def test_numbers_are_those_that_are_printed():
    assert markers((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3)) == [
        "1.",
        "1.1",
        "1.2",
        "(a)",
        "(b)",
        "(i)",
    ]


def test_a_deeper_level_begins_anew_under_the_next_item():
    assert markers((1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "1.1", "2.", "2.1"]


def test_a_list_that_starts_anew_does_and_another_goes_on():
    assert markers((1, 0), (1, 0), (2, 0), (1, 0)) == ["1.", "2.", "1.", "2."]


def test_bullets_of_symbol_fonts_are_bullets():
    assert markers((1, 4)) == ["•"]


def test_ticks_and_crosses_of_symbol_fonts_are_told_apart():
    cells = "".join(
        f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>' for code in ("F0FC", "F0FB", "F0AA")
    )
    body = f"<w:p><w:r><w:t>The crane: </w:t></w:r>{cells}</w:p>"

    assert said(read(with_body(body))) == ["The crane: ✓✗•"]


def test_headings_are_told_by_style_and_outline_level():
    document = docx.Document()
    document.add_heading("Minutes of Cabinet", 0)
    document.add_heading("Finance", 1)
    document.add_heading("The harbour account", 2)
    document.add_paragraph("The account is behind.")
    found = read(bytes_of(document))

    assert [(found.words(p), p.level) for p in found.passages if p.kind is Kind.HEADING] == [
        ("Minutes of Cabinet", 1),
        ("Finance", 1),
        ("The harbour account", 2),
    ]
    assert found.title == "Minutes of Cabinet"
    assert found.passages[-1].heading == "The harbour account"


def test_a_line_all_in_bold_is_a_heading():
    document = docx.Document()
    document.add_paragraph().add_run("Ferry terminal").bold = True
    document.add_paragraph("The terminal needs repairs.")

    assert said(read(bytes_of(document)), Kind.HEADING) == ["Ferry terminal"]


def test_a_table_stands_where_it_stood_row_by_row():
    document = docx.Document()
    document.add_paragraph("The actions are these.")
    table = document.add_table(2, 3)
    for cell, words in zip(
        table._cells, ["Action", "Owner", "Due", "Mend the crane", "", "March 2027"], strict=True
    ):
        cell.text = words
    document.add_paragraph("There are no others.")

    assert said(read(bytes_of(document))) == [
        "The actions are these.",
        "Action | Owner | Due",
        "Mend the crane |  | March 2027",
        "There are no others.",
    ]


def test_a_list_typed_with_line_breaks_is_taken_apart():
    document = docx.Document()
    document.add_paragraph("Cabinet agreed to:\n(a) close the pier;\n(b) mend the ferry in\nthe spring.")

    assert said(read(bytes_of(document))) == [
        "Cabinet agreed to:",
        "close the pier;",
        "mend the ferry in the spring.",
    ]


def test_a_table_that_only_lays_out_minutes_is_read_as_text():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "24"
    table.cell(0, 1).text = "The pier."
    table.cell(0, 1).add_paragraph("RESOLVED that:")
    table.cell(0, 1).add_paragraph("(a) the pier be closed.")

    assert "(a)" in [p.marker for p in read(bytes_of(document)).passages]


def run(words: str, *, gone: bool = False) -> str:
    tag = "w:delText" if gone else "w:t"
    return f"<w:r><{tag} xml:space='preserve'>{words}</{tag}></w:r>"


def test_tracked_insertions_are_read_and_deletions_are_left_out():
    body = (
        run("The pier ")
        + f"<w:del>{run('will', gone=True)}</w:del><w:ins>{run('may')}</w:ins>"
        + run(" open.")
    )
    document = read(with_body(paragraph(body)))

    assert said(document) == ["The pier may open."]
    assert [part.what for part in document.unread] == ["Tracked changes"]


def test_footnotes_stand_below_in_the_order_of_the_text():
    first, second = (f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (5, 2))
    notes = "".join(f'<w:footnote w:id="{n}">{paragraph(f"Note {n}.")}</w:footnote>' for n in (2, 5))
    document = read(with_body(paragraph(run("The pier is open.") + first + second), footnotes=notes))

    assert said(document) == ["The pier is open.", "Footnotes", "Note 5.", "Note 2."]
    assert document.passages[-1].place == "footnote 2"


def test_comments_are_left_out_and_counted():
    comments = f'<w:comment w:id="0">{paragraph("Is this so?")}</w:comment>'
    document = read(with_body(paragraph("The pier is open."), comments=comments))

    assert "Is this so?" not in document.text
    assert [part.what for part in document.unread] == ["Comments (1)"]


def test_a_text_box_is_read_once_though_it_is_given_twice():
    box = f"<w:txbxContent>{paragraph('The quay is closed.')}</w:txbxContent>"
    drawn = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    )
    document = read(
        with_body(paragraph(f"{run('The pier is open.')}<w:r>{drawn}</mc:AlternateContent></w:r>"))
    )

    assert said(document) == ["The pier is open.", "The quay is closed."]
    assert document.passages[1].place == "text box"


def test_running_heads_feet_and_contents_lists_are_left_out():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Harrowmere Borough Council"
    document.add_paragraph("The pier is open.")

    assert said(read(bytes_of(document))) == ["The pier is open."]


def test_hidden_words_are_left_out_and_said():
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    document = read(with_body(paragraph(run("The pier is open.") + hidden)))

    assert said(document) == ["The pier is open."]
    assert [part.what for part in document.unread] == ["Hidden text"]


def test_what_the_file_says_of_itself_are_fields():
    document = docx.Document()
    document.core_properties.title, document.core_properties.author = "Ferry plan", "Ada Lindqvist"
    document.add_paragraph("The pier is open.")
    fields = {field.name: field.value for field in read(bytes_of(document)).fields}

    assert (fields["title"], fields["author"]) == ("Ferry plan", "Ada Lindqvist")


@pytest.mark.parametrize(
    "evil",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaa">]>',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/evil.dtd">',
    ],
)
def test_a_document_that_declares_words_of_its_own_is_not_opened(evil):
    data = changed(with_body(paragraph("The pier is open.")), lambda xml: evil + xml)
    document = read(data)

    assert (document.state, document.text) == (State.UNREADABLE, "")


def test_a_document_that_unpacks_to_far_too_much_is_not_opened():
    data = changed(with_body(""), lambda xml: xml, **{"word/media/a.xml": "0" * 30_000_000})

    assert "unpacks to far more" in read(data).reason


def test_a_document_whose_text_breaks_off_is_damaged():
    assert "damaged" in read(changed(with_body(paragraph("The pier.")), lambda xml: xml[:-30])).reason


def test_a_document_of_the_strict_kind_is_read_too():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = changed(with_body(paragraph("The pier is open.")), lambda xml: xml.replace(usual, strict))

    assert said(read(data)) == ["The pier is open."]


def test_a_document_far_too_long_is_read_as_far_as_it_is_held(monkeypatch):
    monkeypatch.setattr("handback.reading.formats.docx._MOST_BLOCKS", 3)
    document = read(with_body("".join(paragraph(f"The pier is number {n}.") for n in range(9))))

    assert len(document.passages) == 4
    assert [part.what for part in document.unread] == ["The end of the document"]
