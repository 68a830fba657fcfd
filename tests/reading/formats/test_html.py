"""Any page of HTML: rows with their cells, lists with their depth, terms with what is said of them."""

import pytest

from handback.reading import Document, Kind, read


def page(body: str) -> Document:
    return read(
        f"<!doctype html><html><head><title>Ferries</title></head><body>{body}</body></html>".encode()
    )


def shown(document: Document) -> list[tuple[str, int, str]]:
    return [(p.marker, p.level, document.words(p)) for p in document.passages]


def test_a_table_begins_with_its_row_of_headers_and_keeps_empty_cells():
    table = "<table><tr><th>Function<th>Holder<th>Since</tr><tr><td>Parks<td><td>2025</tr></table>"

    assert shown(page(table)) == [("", 1, "Function | Holder | Since"), ("", 0, "Parks |  | 2025")]


def test_paragraphs_within_a_cell_belong_to_its_row():
    table = "<table><tr><td><p>Parks</p></td><td><p>Council,</p><p>since May</p></td></tr></table>"

    assert shown(page(table)) == [("", 0, "Parks | Council, since May")]


def test_a_table_that_only_lays_out_the_page_is_no_table():
    table = "<table><tr><td>1</td><td><h2>Ferries</h2><p>The ferry runs.</p></td></tr></table>"

    assert [words for _, _, words in shown(page(table))] == ["1", "Ferries", "The ferry runs."]


def test_a_number_in_a_cell_of_its_own_numbers_the_paragraph_beside_it():
    table = "<table><tr><td>1.2</td><td>The ferry terminal is to be repaired.</td></tr></table>"

    assert shown(page(table))[0][::2] == ("1.2", "The ferry terminal is to be repaired.")


def test_nested_lists_have_levels_and_numbered_ones_their_numbers():
    inner = '<li>Piers<ol type="a"><li>old</li></ol></li>'
    lists = f'<ol start="3"><li>Ferries<ul><li>north</li></ul></li>{inner}</ol>'

    assert shown(page(lists)) == [
        ("3.", 1, "Ferries"),
        ("•", 2, "north"),
        ("4.", 1, "Piers"),
        ("a.", 2, "old"),
    ]


def test_a_second_paragraph_of_an_item_takes_no_marker():
    assert [
        marker for marker, _, _ in shown(page("<ul><li><p>one thing.</p><p>more of it.</p></li></ul>"))
    ] == ["•", ""]


def test_a_term_stands_with_what_is_said_of_it():
    document = page(
        "<dl><dt>Decision maker</dt><dd>Cabinet</dd><dt>Ferry:</dt><dd>A boat that is late.</dd></dl>"
    )

    assert [(p.kind, document.words(p)) for p in document.passages] == [
        (Kind.FIELD, "Decision maker: Cabinet"),
        (Kind.PARAGRAPH, "Ferry: A boat that is late."),
    ]


def test_on_a_page_with_headings_no_other_line_is_one():
    document = page("<h1>Ferries</h1><h2>Votes</h2><p>Voting: unanimous</p><h2>Next</h2><p>Lantern Hall</p>")

    assert [document.words(p) for p in document.passages if p.kind is Kind.HEADING] == [
        "Ferries",
        "Votes",
        "Next",
    ]


def test_a_page_knows_its_title_and_where_it_leads():
    document = page(
        '<h1>Ferry times</h1><p>See <a href="/times.pdf">the times</a> or <a href="#top">top</a>.</p>'
    )

    assert document.title == "Ferry times"
    assert [(link.role.value, link.address, link.words) for link in document.links] == [
        ("attachment", "/times.pdf", "the times")
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav>menu</nav>",
        "<div hidden>menu</div>",
        '<div aria-hidden="true">menu</div>',
        '<div role="search">menu</div>',
        '<p class="a visually-hidden">menu</p>',
        "<footer>menu</footer>",
        "<script>menu</script>",
        "<template>menu</template>",
        "<select><option>menu</option></select>",
    ],
)
def test_what_a_reader_is_not_shown_is_not_read(hidden):
    assert "menu" not in page(f"<p>The ferry runs.</p>{hidden}").text


def test_the_days_that_a_page_gives_outside_its_words_are_fields():
    day = '<meta name="govuk:first-published-at" content="2026-03-05T09:30:00.000+00:00">'
    head = f'{day}<meta name="DC.date" content="lately">'
    document = read(f"<html><head>{head}</head><body><p>The ferry runs.</p></body></html>".encode())

    assert [(each.name, each.value) for each in document.fields] == [("published_on", "2026-03-05")]
