"""Whatever arrives in the shape of a page, an answer or a document: read or refused, every place in order."""

import json
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handback.reading import Document, State, read
from handback.reading.formats.bounds import MOST_PASSAGES

MARKUP = [
    "<p>", "</p>", "<br>", "<table>", "<tr>", "<td>", "<th>", "</table>", "<ul>", "<ol start=9>",
    "<li>", "</ul>", "<dl><dt>", "<dd>", "<h1>", "<h3>", "<b>", "</b>", '<div id="modgov">',
    '<div class="mgContent">', "</div>", '<td class="mgItemNumberCell">', '<p class="mgAiTitleTxt">',
    '<p class="mgSubItemTitleTxt">', "Decision:", '<span class="mgLabel">', "Date of decision: ",
    "31/02/2026", "</span>", '<div class="mgWordPara">', " ... ", '<a href="mgAi.aspx?ID=1">',
    "view the full minutes text", "</a>", '<a href="java\tscript:alert(1)">', "12.",
    "Not for publication", "RESOLVED that", "&nbsp;", "&#0;", "<!--", "-->", "<template>", "<svg>",
    "</svg>",
]  # fmt: skip
ELEMENTS = [
    "<meeting>", "</meeting>", "<meetingid>1</meetingid>", "<agendaitems>", "</agendaitems>", "<agendaitem>",
    "</agendaitem>", "<agendaitemtitle>&amp;amp;</agendaitemtitle>", "<isrestricted>True</isrestricted>",
    "<agendatext>&lt;p&gt;x", "</agendatext>", '<attendee name="a" attendance="Expected"/>', "<attendees>",
    "</attendees>", "<linkeddocuments><linkeddoc/></linkeddocuments>", "&x;", "<![CDATA[<p>]]>",
]  # fmt: skip


def in_order(document: Document) -> bool:
    places = [place for passage in document.passages for place in (passage.start, passage.end)]
    placed = [field for field in document.fields if field.start is not None and field.end is not None]
    return places == sorted(places) and all(field.end <= len(document.text) for field in placed)


@settings(deadline=timedelta(seconds=5), max_examples=150)
@given(st.lists(st.sampled_from(MARKUP), max_size=60))
def test_any_arrangement_of_the_parts_of_a_page_is_read(parts):
    document = read(('<html><body><div id="modgov">x' + "".join(parts)).encode())

    assert in_order(document)
    assert not any("script" in link.address for link in document.links)


@settings(deadline=timedelta(seconds=5), max_examples=100)
@given(st.lists(st.sampled_from(ELEMENTS), max_size=30))
def test_any_arrangement_of_the_parts_of_an_answer_is_read_or_refused(parts):
    document = read(("<meeting><meetingid>1</meetingid>" + "".join(parts) + "</meeting>").encode())

    assert in_order(document)
    assert document.text or document.state is State.UNREADABLE


PLAIN = st.sampled_from([None, True, 3, "", "<p>x", "2026-99-99", [], [None], {}, {"title": 3}])
NAMES = st.sampled_from(["title", "body", "url", "note", "content", "content_type"])
PARTS = st.lists(st.dictionaries(NAMES, PLAIN, max_size=3), max_size=2)
DETAILS = ["body", "parts", "attachments", "documents", "change_history", "delivered_on"]


@settings(deadline=timedelta(seconds=5), max_examples=100)
@given(st.dictionaries(st.sampled_from(DETAILS), PLAIN | PARTS))
def test_any_details_of_content_are_read_or_refused(details):
    content = {
        "content_id": "1",
        "schema_name": "x",
        "title": "Ferries",
        "details": details,
        "links": details,
    }

    assert in_order(read(json.dumps(content).encode()))


@pytest.mark.parametrize(
    "part",
    [
        '<p><a href="mgAi.aspx?ID=1">x</a></p>',
        '<p><span class="mgLabel">a: </span>b</p>',
        "<p>Not for publication because it names Sam of the quay</p>",
        "<table><tr><td>one cell and <td>another of the same row</table>",
        "<ul><li>an item of a list that nests without an end",
    ],
)
def test_a_page_of_one_part_over_and_over_is_read_within_its_bounds(part):
    document = read(('<div id="modgov"><div class="mgContent">' + part * 3_000).encode())

    assert len(document.passages) <= MOST_PASSAGES
    assert in_order(document)
