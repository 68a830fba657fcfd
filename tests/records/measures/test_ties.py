"""What was promised is tied to the indicator that would show it; copies tell it where it may be told."""

from datetime import date

import pytest

from handback.records.documents import actions as documents
from handback.records.documents.queries import claims
from handback.records.measures import actions, published
from handback.records.measures.gathering import whole_record
from handback.records.measures.measured.copyfile import read_copy
from tests.support.kept import DECISION

from .conftest import MONDAY, TUESDAY

BEARING = {"bearing": "Fewer bins are missed", "tied_by": "Ada Lindqvist"}


@pytest.fixture
def read(harrowmere, ada):
    """The claims of a document that was read, by their type."""
    document = documents.keep(harrowmere, DECISION, name="decision.txt", by=ada, at=MONDAY)
    documents.read(document.pk, by=ada, at=MONDAY)
    return {claim.type: claim.pk for claim in claims(document)}


@pytest.fixture
def promise(read, ada):
    """An accepted commitment."""
    documents.accept(read["commitment"], by=ada, at=MONDAY)
    return read["commitment"]


@pytest.fixture
def tie(harrowmere, bins, ada):
    """Ties a claim to the bins."""

    def tied(claim, **said):
        return actions.tie(harrowmere, "M01", claim=claim, **{**BEARING, **said}, by=ada, at=MONDAY)

    return tied


def tied_to_bins(harrowmere, **when):
    """What is tied to the bins."""
    facts = whole_record(harrowmere, **when).facts.get("M01")
    return facts.commitments if facts else ()


def test_a_tied_commitment_tells_its_words_its_owner_and_its_time(harrowmere, tie, promise):
    tie(promise)

    (found,) = tied_to_bins(harrowmere)
    assert (
        found.words == "The Head of Licensing will report on taxi standards to Cabinet by 30 September 2021"
    )
    assert (found.owner, found.due_from, found.due_to) == (
        "The Head of Licensing", None, date(2021, 9, 30),
    )  # fmt: skip


def test_what_a_person_put_right_is_what_is_told(harrowmere, tie, read, ada):
    amended = {"due_from": None, "due_to": "2021-10-31", "owner": None}
    documents.amend(read["commitment"], attributes=amended, by=ada, at=MONDAY)
    tie(read["commitment"])

    (found,) = tied_to_bins(harrowmere)
    assert (found.owner, found.due_to) == ("", date(2021, 10, 31))


@pytest.mark.parametrize("kind", ["commitment", "ratio"])
def test_only_a_commitment_that_was_accepted_can_be_tied(tie, read, ada, kind):
    if kind == "ratio":
        documents.accept(read[kind], by=ada, at=MONDAY)

    with pytest.raises(actions.NoSuchCommitment):
        tie(read[kind])


@pytest.mark.parametrize("left_out", ["bearing", "tied_by"])
def test_a_tie_says_how_it_bears_and_who_says_so(tie, promise, left_out):
    with pytest.raises(actions.NoReason):
        tie(promise, **{left_out: "  "})


def test_a_tie_that_is_taken_back_stays_in_what_was_known_before(harrowmere, tie, promise, ada):
    tie(promise)
    actions.untie(harrowmere, "M01", claim=promise, reason="Of another service", by=ada, at=TUESDAY)

    assert tied_to_bins(harrowmere) == ()
    assert len(tied_to_bins(harrowmere, known_at=MONDAY)) == 1


def test_a_copy_tells_only_what_may_be_public_and_no_number_of_a_row(harrowmere, tie, promise, ada):
    tie(promise)
    actions.publish(harrowmere, on=MONDAY.date(), by=ada, at=MONDAY)
    before = read_copy(published.latest("harrowmere").content)
    tie(promise, is_public=True)
    actions.publish(harrowmere, on=MONDAY.date(), by=ada, at=TUESDAY)
    after = read_copy(published.latest("harrowmere").content)

    assert before.facts["M01"].commitments == ()
    (told,) = after.facts["M01"].commitments
    assert (told.claim, told.document, told.bearing) == (0, 0, "Fewer bins are missed")
