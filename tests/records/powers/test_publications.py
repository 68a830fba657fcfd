"""Published copies: what the public may see, as it stood, and nothing else."""

from datetime import timedelta

import pytest

from handback.records.audit import actions as audit
from handback.records.powers import actions, published
from handback.records.powers.actions.publications import NothingRecorded, NothingToPublish
from handback.records.powers.models import Draft
from handback.records.powers.unpublished import unpublished
from tests.support.harrowmere import CLERK, MORNING

pytestmark = pytest.mark.django_db

NOON, EVENING = MORNING + timedelta(hours=3), MORNING + timedelta(hours=9)


def publish(authority, *, at):
    return actions.publish(authority, by=CLERK, at=at)


def test_nothing_is_public_before_it_is_published(recorded):
    assert published.latest("harrowmere") is None
    assert published.authorities() == ()


def test_a_published_copy_holds_the_record(recorded):
    publish(recorded, at=NOON)

    copy = published.latest("harrowmere")
    assert copy is not None
    assert sorted(copy.standing.functions) == ["F01", "F02", "F03", "F04"]


def test_the_same_content_is_published_once(recorded):
    assert publish(recorded, at=NOON) == publish(recorded, at=EVENING)
    assert [copy.at for copy in published.copies("harrowmere")] == [NOON]


def test_a_change_is_not_public_until_it_is_published(recorded, load, example):
    publish(recorded, at=NOON)
    example["functions"][0]["name"] = "Leisure"
    load(example, at=EVENING)

    assert published.latest("harrowmere").standing.functions["F01"].function.name == "Leisure and culture"


def test_what_is_not_published_is_worked_out_once_for_each_state_of_the_record(
    recorded, load, example, django_assert_num_queries
):
    before = unpublished(recorded)
    with django_assert_num_queries(2):
        assert unpublished(recorded) == before

    publish(recorded, at=NOON)

    assert (bool(before), unpublished(recorded)) == (True, ())


def test_an_older_copy_is_found_by_a_moment(recorded, load, example):
    publish(recorded, at=NOON)
    example["functions"][0]["name"] = "Leisure"
    load(example, at=EVENING, publish=True)

    def name(known_at):
        return published.latest("harrowmere", known_at=known_at).standing.functions["F01"].function.name

    assert (name(None), name(NOON)) == ("Leisure", "Leisure and culture")
    assert published.latest("harrowmere", known_at=MORNING) is None


def test_a_draft_is_in_no_published_copy(recorded):
    with audit.action("tests.draft.begun", by=CLERK, at=MORNING) as event:
        event.add(Draft(authority=recorded, kind="event", values={"text": "not yet public"}, made_at=MORNING))

    publish(recorded, at=NOON)

    assert "not yet public" not in str(published.latest("harrowmere").content)


def test_each_authority_is_listed_once_with_its_latest_copy_by_name(recorded, load, example):
    elsewhere = {"slug": "abbots", "name": "Abbots Marlow", "gss": "E08000998"}
    load(example | {"authority": elsewhere}, publish=True)
    publish(recorded, at=NOON)
    example["functions"][0]["name"] = "Leisure"
    load(example, at=EVENING, publish=True)

    assert [(copy.slug, copy.at) for copy in published.authorities()] == [
        ("abbots", MORNING),
        ("harrowmere", EVENING),
    ]


def test_a_register_that_was_never_loaded_cannot_be_published(db):
    with pytest.raises(NothingToPublish, match="No register"):
        actions.publish_register(by=CLERK, at=NOON)


def test_loading_and_publishing_are_one_change(load, example, recorded):
    example["functions"][0]["name"] = "Leisure"

    load(example, at=NOON, publish=True)

    assert published.latest("harrowmere").of.at == NOON


def test_a_record_that_says_nothing_yet_is_not_published(harrowmere):
    with pytest.raises(NothingRecorded, match="no functions yet"):
        publish(harrowmere, at=NOON)
    assert published.latest("harrowmere") is None
