"""A document that bears another council's name is told of; one that only mentions it is not."""

import pytest

from handback.records.documents import actions as documents
from handback.web.office.papers.presenters.other_council import other_council
from tests.support.harrowmere import CLERK, MORNING

OWN = "Harrowmere Borough Council"
RESOLVED = "\n\nRESOLVED: That the budget be approved.\n"


def named(beginning="", *, title="", body="", known=()):
    return other_council(OWN, known, title=title, body=body, beginning=beginning)


@pytest.mark.parametrize(
    ("beginning", "told"),
    [
        ("PENWICK ON SEA CITY COUNCIL\n\nCabinet", "Penwick on Sea City Council"),
        ("Minutes of Penwick District Council", "Penwick District Council"),
        ("Cabinet\n4 March 2016\nVale of Penwick County Council", "Vale of Penwick County Council"),
        ("Penwick Metropolitan Borough Council", "Penwick Metropolitan Borough Council"),
    ],
)
def test_a_heading_that_names_another_council_is_told_of(beginning, told):
    assert named(beginning) == told


def test_a_known_authority_is_told_by_its_name_whatever_its_form():
    assert named(title="Improvement plan of Penwick Council", known=["Penwick Council"]) == "Penwick Council"


@pytest.mark.parametrize(
    "beginning",
    [
        "HARROWMERE BOROUGH COUNCIL\nJoint committee with Penwick City Council",
        "Cabinet\nMembers visited Penwick City Council in May.",
        "Cabinet\n1\n2\n3\n4\n5\nPenwick City Council",
        "Agenda\nBorough council business",
    ],
)
def test_a_document_that_only_mentions_another_council_is_left_alone(beginning):
    assert named(beginning) is None


def test_the_page_of_a_document_and_the_inbox_say_that_it_names_another_council(officer, office, keep):
    kept = documents.read(keep(f"PENWICK CITY COUNCIL{RESOLVED}", "x.txt").pk, by=CLERK, at=MORNING)
    said = f"This document names Penwick City Council, and this is the record of {OWN}."

    assert said in officer.get(office("document", kept.pk)).text
    assert said in officer.get(office("inbox")).text


def test_a_document_of_the_council_itself_bears_no_such_notice(officer, office, document):
    assert "This document names" not in officer.get(office("document", document.pk)).text
