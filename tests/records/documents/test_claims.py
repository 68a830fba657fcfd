"""A person accepts, amends or rejects each claim, once."""

import json

import pytest

from handback.records.audit import queries as audit
from handback.records.audit.actions import opens
from handback.records.documents import actions, queries
from tests.support.harrowmere import MORNING


@pytest.fixture
def claim(read):
    return queries.claims(read())[0]


def test_an_accepted_claim_says_who_accepted_it_and_when(claim, ada):
    accepted = actions.accept(claim.pk, by=ada, at=MORNING)

    assert (accepted.state, accepted.decided_by, accepted.decided_at) == (
        "accepted",
        "Ada Lindqvist",
        MORNING,
    )


def test_an_amended_claim_keeps_what_the_reader_said(claim, ada):
    amended = actions.amend(claim.pk, attributes={"verb": "note"}, by=ada, at=MORNING)

    assert (amended.attributes, amended.amended) == (claim.attributes, {"verb": "note"})


def test_a_claim_is_judged_once(claim, ada, idris):
    actions.accept(claim.pk, by=ada, at=MORNING)

    with pytest.raises(actions.AlreadyDecided, match="Ada Lindqvist has already dealt with this claim"):
        actions.reject(claim.pk, reason="A heading.", by=idris, at=MORNING)


def test_a_rejection_says_why(claim, ada):
    with pytest.raises(actions.NoReason):
        actions.reject(claim.pk, reason="  ", by=ada, at=MORNING)


@pytest.mark.parametrize(
    ("judge", "said"),
    [("accept", {}), ("amend", {"attributes": {"verb": "note"}}), ("reject", {"reason": "A heading."})],
)
def test_every_judgement_is_an_event_about_the_claim(claim, ada, judge, said):
    getattr(actions, judge)(claim.pk, by=ada, at=MORNING, **said)

    event = audit.events().of("documents.claim").get()
    assert event.subject == f"harrowmere/documents/{claim.document_id}/claims/{claim.pk}"
    assert event.actor_name == "Ada Lindqvist"


@pytest.mark.parametrize(
    ("judge", "said", "told"),
    [
        ("accept", {}, {}),
        ("amend", {"attributes": {"verb": "note", "owner": "Sam Whitlow"}}, {"put_right": ["owner", "verb"]}),
        ("reject", {"reason": "A heading."}, {"reason": "A heading."}),
    ],
)
def test_the_log_tells_a_claim_by_its_place_and_a_sealed_hash_of_its_words(claim, ada, judge, said, told):
    getattr(actions, judge)(claim.pk, by=ada, at=MORNING, **said)

    event = audit.events().of("documents.claim").get()
    values = json.loads(event.body)["values"]
    assert opens(values.pop("quote"), claim.quote)
    place = {"type": claim.type, "rule": claim.rule, "start": claim.start, "end": claim.end}
    assert values == place | told
    assert not [word for word in (claim.quote, "Sam Whitlow") if word in event.body]


@pytest.mark.parametrize(
    ("judge", "said"),
    [("accept", {}), ("amend", {"attributes": {"verb": "note"}}), ("reject", {"reason": "A heading."})],
)
def test_nobody_judges_a_claim_that_was_read_anew_since_they_saw_it(claim, ada, judge, said):
    with pytest.raises(actions.ClaimChanged, match="read anew after you opened the page"):
        getattr(actions, judge)(claim.pk, seen=claim.event_id - 1, by=ada, at=MORNING, **said)

    assert getattr(actions, judge)(claim.pk, seen=claim.event_id, by=ada, at=MORNING, **said)
