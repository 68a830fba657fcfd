"""GOV.UK's content as JSON: the words of the page, what it says of itself, and what it leads to."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handback.reading import Document, Kind, State, read
from handback.reading.document import Role

CONTENT = (Path(__file__).parent / "pages" / "govuk.json").read_text(encoding="utf-8")


def content(**changes: Any) -> Document:
    return read(json.dumps({**json.loads(CONTENT), **changes}).encode())


def field(document: Document, name: str) -> list[str]:
    return [each.value for each in document.fields if each.name == name]


def test_content_is_told_by_its_parts_though_it_is_full_of_html():
    document = content()

    assert (document.format, document.kind) == ("govuk", "correspondence")
    assert document.title == "Harrowmere commissioners: second letter"


def test_headings_lists_and_tables_of_the_body_keep_their_levels():
    document = content()

    assert [(p.kind, p.level, document.words(p)) for p in document.passages][3:] == [
        (Kind.HEADING, 2, "Licensing"),
        (Kind.PARAGRAPH, 0, "We recommend that licensing be returned to the council."),
        (Kind.ITEM, 1, "parks"),
        (Kind.ITEM, 1, "libraries"),
        (Kind.ITEM, 2, "mobile library"),
        (Kind.ROW, 1, "Function | Holder"),
        (Kind.ROW, 0, "Parks | Council"),
        (Kind.PARAGRAPH, 0, "See the department."),
    ]


def test_publisher_dates_and_changes_are_fields():
    document = content()

    assert field(document, "publisher") == ["Department for Towns"]
    assert field(document, "published_on") + field(document, "updated_on") == ["2026-03-05", "2026-03-09"]
    assert field(document, "change") == ["2026-03-09: Added annex A.", "2026-03-05: First published."]


def test_a_letter_bears_its_own_date_and_not_that_of_its_publication():
    assert content().dated_on == date(2026, 3, 2)


def test_without_a_date_of_its_own_a_page_bears_that_of_its_publication():
    assert content(details={"body": "<p>Licensing returns.</p>"}).dated_on == date(2026, 3, 5)


def test_files_and_annexes_are_links():
    assert [link.words for link in content().links if link.role is Role.ATTACHMENT] == [
        "Second letter (print version)",
        "Annex A: progress",
    ]


def test_a_body_in_several_forms_is_read_from_its_html():
    forms = [
        {"content_type": "text/govspeak", "content": "## raw"},
        {"content_type": "text/html", "content": "<p>cooked</p>"},
    ]

    assert content(details={"body": forms}).text.rstrip().endswith("cooked")


def test_parts_of_a_guide_follow_each_other():
    parts = [{"title": "One", "body": "<p>first</p>"}, {"title": "Two", "body": "<p>second</p>"}]

    assert "One\n\nfirst\n\nTwo\n\nsecond" in content(details={"parts": parts}).text


def test_a_withdrawn_page_says_so_before_anything_else():
    notice = {"explanation": "<p>Replaced by new Directions.</p>", "withdrawn_at": "2026-04-01T00:00:00Z"}
    document = content(withdrawn_notice=notice)

    assert [document.words(p) for p in document.passages][1:3] == ["Withdrawn", "Replaced by new Directions."]
    assert field(document, "withdrawn_on") == ["2026-04-01"]


def test_a_statement_on_gov_uk_bears_the_day_it_was_made_and_who_made_it():
    document = content(
        document_type="written_statement",
        details={"body": "<p>Licensing returns.</p>", "delivered_on": "2026-03-04T00:00:00+00:00"},
        links={"speaker": [{"title": "Rowan Vale"}]},
    )

    assert (document.kind, document.dated_on) == ("written statement", date(2026, 3, 4))
    assert field(document, "made_by") == ["Rowan Vale"]


@pytest.mark.parametrize(
    "text",
    [
        CONTENT[: len(CONTENT) // 2],
        '{"content_id": "1", "schema_name": "publication", "details": ' + "[" * 100_000,
        '{"content_id": "1", "schema_name": "publication", "details": {}}',
        '{"content_id": 1' + "0" * 10_000 + ', "schema_name": "x", "details": {}}',
    ],
)
def test_broken_content_is_refused_in_a_sentence(text):
    document = read(text.encode())

    assert document.state is State.UNREADABLE
    assert document.reason.endswith(".")


@pytest.mark.parametrize(
    "odd", [None, 3, "words", [], [None], {"x": []}, [{"url": 3}], [{"content_type": [], "content": {}}]]
)
def test_parts_of_another_shape_are_passed_over(odd):
    document = content(
        links=odd, withdrawn_notice=odd, details={"body": odd, "parts": odd, "attachments": odd}
    )

    assert document.title == "Harrowmere commissioners: second letter"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            {"document_type": "redirect", "redirects": [{"destination": "/ferries"}]},
            "it leads to /ferries.",
        ),
        (
            {"document_type": "gone", "details": {"explanation": "<p>Sent in error.</p>"}},
            "taken off GOV.UK: Sent in error.",
        ),
        (
            {"document_type": "gone", "details": {"alternative_path": "/piers"}},
            "taken off GOV.UK. Instead see /piers.",
        ),
    ],
)
def test_a_page_that_was_taken_down_or_moved_says_so(page, said):
    document = content(title=None, **page)

    assert document.state is State.UNREADABLE
    assert said in document.reason
