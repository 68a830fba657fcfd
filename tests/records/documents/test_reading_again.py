"""A document read again with a better reader: what people decided stays, and only what is new is proposed."""

import pytest

from handback import reading
from handback.reading import claims as found
from handback.records.audit import queries as audit
from handback.records.audit.verification import verify
from handback.records.documents import actions, queries
from handback.records.documents.actions import writing
from handback.records.documents.actions.writing import Turn
from handback.records.documents.claim_rows import Matched, row_of
from tests.records.documents.conftest import MINUTES
from tests.support.harrowmere import CLERK, MORNING


def only(*quotes, text=MINUTES, confidence=0.8):
    """A reader that finds a decision in each of these words and nothing else."""

    def reader(data, *, name):
        document = reading.read(text.encode(), name=name)
        claims = [
            found.Claim(found.Type.DECISION, quote, at, at + len(quote), confidence=confidence)
            for quote in quotes
            if (at := document.text.find(quote)) >= 0
        ]
        return document, tuple(claims)

    return reader


STRATEGY, CONTRACT = "the licensing strategy be approved", "be authorised to award the contract"


@pytest.fixture
def read_with(keep):
    return lambda *quotes: actions.read(keep().pk, by=CLERK, at=MORNING, reader=only(*quotes))


def states(document):
    return {claim.quote: claim.state for claim in queries.claims(document)}


def test_what_a_person_decided_stays_decided(read_with, ada):
    document = read_with(STRATEGY)
    actions.reject(queries.claims(document)[0].pk, reason="Quoted.", by=ada, at=MORNING)

    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=only(STRATEGY, CONTRACT))

    assert states(document) == {STRATEGY: "rejected", CONTRACT: "proposed"}


def test_what_is_read_no_longer_is_withdrawn_unless_somebody_decided_it(read_with, ada):
    document = read_with(STRATEGY, CONTRACT)
    actions.accept(queries.claims(document)[0].pk, by=ada, at=MORNING)

    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=only())

    assert states(document) == {STRATEGY: "accepted", CONTRACT: "withdrawn"}


def test_what_was_withdrawn_and_is_found_again_waits_again(read_with):
    document = read_with(STRATEGY)
    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=only())

    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=only(STRATEGY))

    assert states(document) == {STRATEGY: "proposed"}


def test_a_decided_claim_moves_with_its_words(read_with, ada):
    document = read_with(STRATEGY)
    actions.accept(queries.claims(document)[0].pk, by=ada, at=MORNING)

    longer = only(STRATEGY, text=f"Present: the Leader.\n\n{MINUTES}")
    document = actions.read_again(document.pk, by=CLERK, at=MORNING, reader=longer)

    [claim] = queries.claims(document)
    assert document.text[claim.start : claim.end] == STRATEGY


def test_reading_again_is_one_event_that_counts_what_it_did(read_with):
    document = read_with(STRATEGY)

    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=only(CONTRACT))

    event = audit.events().of("documents.document.read_again").get()
    assert '"claims":1' in event.body
    assert '"withdrawn":1' in event.body
    assert verify().is_good


def test_a_reader_that_fails_the_second_time_harms_nothing(read_with):
    document = read_with(STRATEGY)

    def breaks(data, *, name):
        raise MemoryError

    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=breaks)

    assert states(document) == {STRATEGY: "proposed"}


def test_a_better_confidence_is_told_of_a_claim_that_waits(read_with):
    document = read_with(STRATEGY)

    actions.read_again(document.pk, by=CLERK, at=MORNING, reader=only(STRATEGY, confidence=0.95))

    assert queries.claims(document)[0].confidence == 0.95


def test_a_long_document_is_written_in_turns_and_is_read_only_when_all_is_there(keep):
    text = "".join(f"RESOLVED: That plan number {n} be approved.\n\n" for n in range(1100))

    document = actions.read(keep(text).pk, by=CLERK, at=MORNING)

    assert queries.claims(document).count() == 1100
    assert audit.events().of("documents.claims.proposed").count() == 2
    assert verify().is_good


def test_a_long_document_read_again_is_changed_in_turns(keep):
    quotes = [f"plan number {n} be approved" for n in range(1_100)]
    text = "\n\n".join(f"RESOLVED: That {quote}." for quote in quotes)
    kept = actions.read(keep(text).pk, by=CLERK, at=MORNING, reader=only(*quotes, text=text))

    surer = only(*quotes[:-1], text=text, confidence=0.95)
    document = actions.read_again(kept.pk, by=CLERK, at=MORNING, reader=surer)

    assert audit.events().of("documents.claims.read_again").count() == 2
    event = audit.events().of("documents.document.read_again").get()
    assert all(told in event.body for told in ('"changed":1099', '"withdrawn":1'))
    assert {claim.confidence for claim in queries.claims(document).filter(state="proposed")} == {0.95}
    assert verify().is_good


def test_a_reader_that_was_ended_half_way_leaves_nothing_twice(keep):
    kept = keep()
    _, found_once = only(STRATEGY)(b"", name="")
    begun = Matched(new=[row_of(kept, claim) for claim in found_once])
    writing._write_turn(kept, Turn(begun.new, []), begun, by=CLERK, at=MORNING)

    document = actions.read(kept.pk, by=CLERK, at=MORNING, reader=only(STRATEGY, CONTRACT))

    assert states(document) == {STRATEGY: "proposed", CONTRACT: "proposed"}
    assert queries.claims(document).count() == 2
