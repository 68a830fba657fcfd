"""Nothing of a document reaches a page as markup, and no sort of claim breaks one."""

from types import MappingProxyType

import pytest

from handback import reading
from handback.reading.claims import Claim, Type
from handback.reading.document import Field, Kind, Link, Passage, Role
from handback.records.documents import actions as documents
from tests.support.harrowmere import CLERK, MORNING

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
TEXT = f"{EVIL} was approved on 4 March 2016 by the Cabinet."


def hostile(data, *, name):
    """A reader that tells everything it can in the document's own words."""
    document = reading.Document(
        name,
        TEXT,
        (Passage(Kind.PARAGRAPH, 0, len(TEXT), place=EVIL, item=EVIL),),
        reading.State.CUT,
        EVIL,
        "html",
        "utf-8",
        "",
        unread=(reading.Unread(EVIL, EVIL),),
        kind=EVIL,
        title=EVIL,
        draft=True,
        fields=(Field("body", EVIL), Field(EVIL, EVIL)),
        links=(
            Link(Role.FULL_TEXT, "javascript:alert(1)", EVIL, EVIL),
            Link(Role.FULL_TEXT, EVIL),
            Link(Role.FULL_TEXT, "http://["),
        ),
    )
    said = MappingProxyType({EVIL: EVIL, "arithmetic": EVIL, "holds": False, "list": [EVIL, {EVIL: EVIL}]})
    claims = (Claim(each, TEXT, 0, len(TEXT), said, EVIL, 0.9, found_by=(EVIL,)) for each in Type)
    return document, tuple(claims)


def nothing(data: bytes, *, name: str) -> documents.Found:
    """A reader that finds other words, and no claims in them."""
    return reading.read(b"The fountain opens.", name=name), ()


@pytest.fixture
def document(keep):
    return documents.read(keep("evil", name=f"{EVIL}.txt").pk, by=CLERK, at=MORNING, reader=hostile)


@pytest.mark.parametrize("page", ["inbox", "documents", "completeness", "home", "sources"])
def test_no_list_carries_markup_of_a_document(officer, office, document, page):
    text = officer.get(office(page, *()) if page != "home" else "/office/harrowmere/").text

    assert "<script>alert" not in text
    assert "<img src=x" not in text


@pytest.mark.parametrize("page", ["document", "document-accept-many"])
def test_no_page_of_a_document_carries_its_markup(officer, office, document, page):
    response = officer.get(office(page, document.pk), {"least": "0.7"})

    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert 'href="javascript:' not in response.text


@pytest.mark.parametrize("sort", [each.value for each in Type])
def test_every_sort_of_claim_has_its_page_whatever_its_attributes(officer, office, document, sort):
    claim = document.claims.get(type=sort)

    response = officer.get(office("claim", claim.pk))

    assert response.status_code == 200
    assert "<script>alert" not in response.text


def test_a_claim_that_was_withdrawn_is_listed_no_more_and_still_has_its_page(officer, office, document):
    documents.read_again(document.pk, by=CLERK, at=MORNING, reader=nothing)
    claim = document.claims.first()

    assert 'class="hb-claims__item ' not in officer.get(office("document", document.pk)).text
    assert "No longer read in the document" in officer.get(office("claim", claim.pk)).text


def test_a_document_can_be_read_again_by_its_button(officer, office, keep):
    kept = documents.read(keep().pk, by=CLERK, at=MORNING)

    response = officer.post(office("document-again", kept.pk), follow=True)

    assert "What people decided stays as it was" in response.text


def test_a_document_that_is_no_scan_has_no_pictures_to_read(officer, office, document):
    response = officer.post(office("document-pictures", document.pk), follow=True)

    assert "has no pictures of pages" in response.text


def test_how_far_reading_is_can_be_asked_until_the_page_is_renewed(officer, office, keep):
    kept = keep()
    assert "It is the next to be read" in officer.get(office("document-progress", kept.pk)).text

    documents.read(kept.pk, by=CLERK, at=MORNING)

    assert officer.get(office("document-progress", kept.pk))["HX-Refresh"] == "true"
