"""How complete what was read is: counts, each leading to its list; sources, their pages and visits."""

import io

import pytest
from django.db import connection
from openpyxl import Workbook

from handback.records.documents import actions as documents
from handback.records.documents import queries as kept
from handback.records.sources import actions as sources
from handback.records.sources import queries
from tests.support.council import SKIN, cabinet
from tests.support.harrowmere import CLERK, LONG_AGO, MORNING


@pytest.fixture
def source(harrowmere):
    return sources.add(
        harrowmere,
        name="Harrowmere’s committee pages",
        address="https://democracy.harrowmere.example/",
        bodies=[(103, "Cabinet")],
        since=LONG_AGO,
        by=CLERK,
        at=MORNING,
    )


def test_an_empty_record_says_what_will_be_counted_and_how_to_start(officer, office):
    text = officer.get(office("completeness")).text

    assert "Nothing to count yet" in text
    assert office("sources") in text


def test_documents_are_counted_by_how_they_stand_and_lead_to_their_list(officer, office, document, keep):
    keep("Not read yet.", "waiting.txt")
    text = officer.get(office("completeness")).text
    assert "2 documents are kept" in text

    listed = officer.get(f"{office('documents')}?how=waiting").text

    assert "waiting.txt" in listed
    assert "Minutes.txt" not in listed


def test_figures_that_do_not_hold_are_counted_with_a_link(officer, office, keep):
    kept = keep("Of 36 actions, 11 (30%) were completed.", "figures.txt")
    documents.read(kept.pk, by=CLERK, at=MORNING)

    text = officer.get(office("completeness")).text

    assert "1 figure does not hold" in text


@pytest.mark.parametrize(
    "query", ["how=x", "year=20x6", "year=0000", "body=%00", "how=cut&year=2016&body=Cabinet", "year=none"]
)
def test_a_list_narrowed_by_nonsense_is_still_a_page(officer, office, document, query):
    assert officer.get(f"{office('documents')}?{query}").status_code == 200


def test_a_source_is_added_with_the_bodies_that_are_followed(officer, office, harrowmere):
    sent = {
        "name": "Committee pages",
        "address": "https://democracy.harrowmere.example/ieDocHome.aspx",
        "bodies": "103 Cabinet\n 104: Licensing Board\n",
        "since": "2015-02-26",
    }

    officer.post(office("sources"), sent)

    kept = queries.sources(harrowmere).get()
    assert kept.address == "https://democracy.harrowmere.example/"
    assert kept.bodies == [[103, "Cabinet"], [104, "Licensing Board"]]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"address": "ftp://x"}, "is not the address of a council"),
        ({"address": "http://127.0.0.1:9200/"}, "Enter an address that begins with https://"),
        ({"address": " HTTP://localhost/"}, "Enter an address that begins with https://"),
        ({"bodies": "Cabinet"}, "is not a number and a name"),
        ({"since": "2015-02-31"}, "Enter a day that exists"),
        ({"name": ""}, "Enter: name"),
    ],
)
def test_a_source_that_cannot_be_is_refused_with_a_reason(officer, office, fields, said):
    sent = {"name": "Pages", "address": "https://a.example/", "bodies": "", "since": "2015-02-26", **fields}

    assert said in officer.post(office("sources"), sent).text


def test_a_source_is_paused_and_visited_again(officer, office, source):
    officer.post(office("source-standing", source.pk), {"do": "pause"})
    assert "Paused" in officer.get(office("source", source.pk)).text

    officer.post(office("source-standing", source.pk), {"do": "resume"})

    source.refresh_from_db()
    assert source.standing == "active"


def test_the_pages_of_a_source_are_listed_by_how_far_they_came(officer, office, source):
    sources.begin(source.pk, by=CLERK, at=MORNING)

    text = officer.get(f"{office('source', source.pk)}?how=waiting").text

    page = queries.pages(source).first()
    assert office("source-page", source.pk, page.pk) in text
    assert "Nobody has asked for it yet" in officer.get(office("source-page", source.pk, page.pk)).text
    assert "Not asked for yet" in officer.get(office("completeness")).text


def test_a_commissioner_looks_at_sources_and_changes_none(signed_in, maya, office, source):
    commissioner = signed_in(maya)

    assert "Add a source" not in commissioner.get(office("sources")).text
    assert commissioner.post(office("source-standing", source.pk), {"do": "pause"}).status_code == 403
    assert commissioner.post(office("sources"), {"name": "x"}).status_code == 403


def test_documents_that_name_no_body_are_counted_and_listed_apart_from_those_that_do(
    officer, office, document, keep
):
    inner = cabinet(1, day="Friday, 4 March 2016").inner()
    page = SKIN.format(title="Agenda for Cabinet on Friday, 4 March 2016", inner=inner, visit=1)
    named = documents.read(keep(page, "page.html").pk, by=CLERK, at=MORNING)
    assert named.body == "Cabinet"
    assert "body=-&amp;year=2016" in officer.get(office("completeness")).text

    listed = officer.get(f"{office('documents')}?body=-&year=2016").text

    assert "of no named body, 2016" in listed
    assert "Minutes.txt" in listed
    assert "page.html" not in listed


@pytest.fixture
def with_a_hidden_sheet(keep):
    book = Workbook()
    book.active.append(["Action", "Due"])
    book.create_sheet("Lookups").sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return documents.read(keep(written.getvalue(), "tracker.xlsx").pk, by=CLERK, at=MORNING)


def test_a_document_read_in_part_is_counted_apart_from_those_read_whole(
    officer, office, harrowmere, document, with_a_hidden_sheet
):
    assert "Some of it was not read" in officer.get(office("document", with_a_hidden_sheet.pk)).text

    counted = {row.how: row.count for row in kept.how_far(harrowmere)}

    assert counted == {"part": 1, "whole": 1}


@pytest.mark.parametrize(("how", "listed"), [("part", "tracker.xlsx"), ("whole", "Minutes.txt")])
def test_the_list_of_documents_parts_those_read_whole_from_those_read_in_part(
    officer, office, document, with_a_hidden_sheet, how, listed
):
    text = officer.get(f"{office('documents')}?how={how}").text

    assert [name for name in ("tracker.xlsx", "Minutes.txt") if name in text] == [listed]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by how many rows there are")
def test_counting_documents_opens_none_of_them(harrowmere, with_a_hidden_sheet):
    found = kept.standing(kept.documents(harrowmere), "part").order_by().values("pk")

    assert "document_read_in_part" in found.explain()
