"""A second reader is asked once, by somebody who may, and what it says is proposed and no more."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError

from handback.reading.second import Answer, NotAllowed, NotAnswered, Prices, estimate
from handback.records.audit import actions as audit
from handback.records.audit.models import Event
from handback.records.documents import actions, queries
from handback.records.documents.actions import asking as acts
from handback.records.documents.actions.watching import MOST_IN_A_ROW
from handback.records.documents.as_read import as_read
from handback.records.documents.models import Asking, Claim, Document
from tests.support.harrowmere import CLERK, MORNING

STALLS = """Harrowmere Improvement Board, 3 May 2027

Tom hopes the fountain will be mended. The stalls come down by 30 June 2027, said Ada.

RESOLVED: That the market strategy be approved.
"""
QUOTE = "the fountain will be mended"
EXEMPT = "NOT FOR PUBLICATION\n\n" + STALLS
PROMISE = {"type": "commitment", "quote": QUOTE, "owner": None}
LATER = MORNING + timedelta(hours=1)


def saying(*claims):
    return lambda _messages: Answer(json.dumps({"claims": claims}), 100, 10, 0.5)


def silent(_messages):
    raise NotAnswered("The model could not be reached.")


def reader(ask):
    return actions.SecondReader("small", "models.example", ask, Prices(1, 2))


@pytest.fixture
def ask(ada):
    """Asks about a document: `ask(document)`."""

    def asked(document, *, by=ada, **more):
        expected = estimate(as_read(document))
        return actions.ask(
            document.pk, model="small", host="models.example", expected=expected, by=by, at=MORNING, **more
        )

    return asked


@pytest.fixture
def answered(read, ask):
    """Asks about the stalls and has it answered: `answered(saying(...))`."""

    def done(answer, text=STALLS):
        document = read(text)
        asking = ask(document)
        actions.ask_waiting(reader=reader(answer), by=CLERK, clock=lambda: LATER)
        asking.refresh_from_db()
        return asking

    return done


def test_what_only_the_model_found_is_proposed_and_says_who_found_it(answered):
    asking = answered(saying(PROMISE))

    claim = asking.document.claims.get(quote=QUOTE)
    assert (claim.state, claim.found_by) == ("proposed", ["small"])


def test_what_both_found_says_so_and_stays_one_claim(answered):
    asking = answered(saying({"type": "decision", "quote": "the market strategy be approved"}))

    (claim,) = asking.document.claims.filter(type="decision")
    assert claim.found_by == ["grammar", "small"]


def test_the_account_is_kept(answered):
    asking = answered(saying(PROMISE, {"type": "decision", "quote": "The pier is sold"}, {"type": "song"}))

    assert (asking.state, asking.requests, asking.tokens_sent, asking.tokens_received) == (
        "answered",
        1,
        100,
        10,
    )
    assert (asking.proposed, asking.kept, asking.new, asking.cost) == (3, 1, 1, 0.00012)
    assert sorted(asking.dropped.values()) == [1, 1]


def test_asking_and_its_answer_are_events_of_the_log(answered):
    answered(saying(PROMISE))

    told = Event.objects.filter(action__startswith="documents.second_reader").order_by("seq")
    assert [event.action.rpartition(".")[2] for event in told] == ["asked", "answered"]


def test_what_a_person_decided_is_not_touched(read, ask, ada):
    document = read(STALLS)
    claim = document.claims.get(type="decision")
    actions.reject(claim.pk, reason="It was never put to the vote.", by=ada, at=MORNING)
    ask(document)
    said = saying({"type": "decision", "quote": "the market strategy be approved"})
    actions.ask_waiting(reader=reader(said), by=CLERK, clock=lambda: LATER)

    (after,) = document.claims.filter(type="decision")
    assert (after.state, after.found_by, after.event_id) == ("rejected", ["grammar"], after.event_id)


def test_a_document_with_signs_is_not_sent_without_a_reason(read, ask):
    with pytest.raises(NotAllowed, match="exempt"):
        ask(read(EXEMPT))


def test_no_program_can_allow_what_a_person_must(read, ask):
    with pytest.raises(NotAllowed):
        ask(read(EXEMPT), by=CLERK, allowed_because="It is fine.")


def test_who_allowed_it_and_why_are_kept(read, ask, idris):
    asking = ask(read(EXEMPT), by=idris, allowed_because="The report was published in May.")

    assert (asking.allowed_by, asking.allowed_because) == ("Idris Cole", "The report was published in May.")
    assert asking.signs == "it speaks of exempt information"


def test_a_document_is_not_asked_about_twice_at_once(read, ask):
    document = read(STALLS)
    ask(document)

    with pytest.raises(actions.AlreadyAsked):
        ask(document)


def test_what_nobody_has_read_is_not_sent(keep, ask):
    with pytest.raises(actions.NothingToAsk):
        ask(keep(STALLS))


def test_a_model_that_is_not_there_changes_no_claim_and_says_why(answered):
    asking = answered(silent)

    assert (asking.state, asking.why) == ("failed", "The model could not be reached.")
    assert not Claim.objects.filter(found_by__icontains="small").exists()


def test_after_a_failure_it_can_be_asked_again(answered, ask):
    asking = answered(silent)

    assert ask(asking.document).pk != asking.pk


def test_a_model_that_never_answers_is_not_asked_for_ever(answered):
    asking = answered(silent, text=STALLS + "\n\n".join(["The fountain is dry. " * 400] * 20))

    assert asking.requests == MOST_IN_A_ROW < asking.failed


def test_an_error_that_nobody_foresaw_is_told_without_its_words(answered, caplog):
    def broken(_messages):
        raise RuntimeError("Bearer secret-key")

    asking = answered(broken)

    assert asking.state == "failed"
    assert "secret-key" not in str(asking.__dict__) + caplog.text


def test_one_that_was_broken_off_is_not_sent_again_by_itself(read, ask):
    asking = ask(read(STALLS))
    Asking.objects.filter(pk=asking.pk).update(started_at=MORNING, held_until=MORNING)
    sent = []
    actions.ask_waiting(reader=reader(lambda m: sent.append(m)), by=CLERK, clock=lambda: LATER)

    asking.refresh_from_db()
    assert (asking.state, asking.why, sent) == ("failed", acts.BROKEN_OFF, [])


def test_what_another_process_asks_is_left_to_it(read, ask):
    asking = ask(read(STALLS))
    Asking.objects.filter(pk=asking.pk).update(started_at=MORNING, held_until=LATER + timedelta(seconds=5))

    assert actions.ask_waiting(reader=reader(silent), by=CLERK, clock=lambda: LATER) == 0


@pytest.mark.parametrize("now", [None, actions.SecondReader("large", "models.example", silent)])
def test_only_the_model_that_was_shown_is_asked(read, ask, now):
    asking = ask(read(STALLS))
    actions.ask_waiting(reader=now, by=CLERK, clock=lambda: LATER)

    asking.refresh_from_db()
    assert (asking.state, asking.why) == ("failed", acts.ANOTHER_MODEL)


def test_answers_to_words_that_have_changed_meanwhile_are_not_kept(read, ask):
    document = read(STALLS)
    asking = ask(document)

    def changing(messages):
        with audit.action("tests.document.changed", by=CLERK, at=LATER) as event:
            event.change(Document.objects.get(pk=document.pk), text="Other words.")
        return saying(PROMISE)(messages)

    actions.ask_waiting(reader=reader(changing), by=CLERK, clock=lambda: LATER)

    asking.refresh_from_db()
    assert (asking.state, asking.why, asking.new) == ("failed", acts.CHANGED, 0)


def test_reading_again_keeps_what_a_second_reader_found(answered):
    asking = answered(saying(PROMISE, {"type": "decision", "quote": "the market strategy be approved"}))
    actions.read_again(asking.document_id, by=CLERK, at=LATER)

    claims = asking.document.claims
    promise, decision = claims.get(type="commitment", quote=QUOTE), claims.get(type="decision")
    assert (promise.state, promise.found_by) == ("proposed", ["small"])
    assert (decision.state, decision.found_by) == ("proposed", ["grammar", "small"])


def test_the_time_of_the_next_is_told_from_the_last(answered):
    answered(saying(PROMISE))

    assert queries.seconds_each(model="small", host="models.example") == 0.5
    assert queries.seconds_each(model="small", host="elsewhere.example") is None


def refused(name, **values):
    """A change of an asking that the database refuses, by the name of its constraint."""
    asking = Asking.objects.get()
    with (
        pytest.raises(IntegrityError, match=name),
        audit.action("tests.asking.changed", by=CLERK, at=LATER) as event,
    ):
        event.change(asking, **values)


def test_asking_despite_signs_is_allowed_by_somebody_with_a_reason(read, ask):
    ask(read(STALLS))

    refused(
        "asking_despite_signs_is_allowed_by_somebody_with_a_reason", signs="it is marked", allowed_by="Idris"
    )


def test_asking_that_is_over_says_when(read, ask):
    ask(read(STALLS))

    refused("asking_that_is_over_says_when", state="answered")


def test_asking_that_failed_says_why(read, ask):
    ask(read(STALLS))

    refused("asking_that_failed_says_why", state="failed", ended_at=LATER)


def test_document_is_asked_about_once_at_a_time(read, ask):
    asking = ask(read(STALLS))
    twin = Asking(document=asking.document, model="b", host="b", asked_by="Ada", asked_at=MORNING)

    with (
        pytest.raises(IntegrityError),
        audit.action("tests.asking.twice", by=CLERK, at=LATER) as event,
    ):
        event.add(twin)
