"""The hash of an event covers everything that it says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from handback.core.audit.chain import BEGINNING, Entry, event_hash, moment

ENTRY = Entry(
    seq=1,
    at=datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    actor_kind="person",
    actor_name="Ada",
    actor_account=3,
    action="powers.instrument.recorded",
    subject="harrowmere/instruments/I01",
    body="{}",
    previous=BEGINNING,
)


@pytest.mark.parametrize(
    "changed",
    [
        {"seq": 2},
        {"at": datetime(2026, 3, 2, 9, 0, 0, 1, tzinfo=UTC)},
        {"actor_kind": "system"},
        {"actor_name": "Tom"},
        {"actor_account": None},
        {"action": "powers.instrument.withdrawn"},
        {"subject": "harrowmere/instruments/I02"},
        {"body": "{} "},
        {"previous": "1" * 64},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_changing_any_part_of_an_event_changes_its_hash(changed):
    assert event_hash(replace(ENTRY, **changed)) != event_hash(ENTRY)


def test_the_same_moment_in_another_time_zone_is_the_same_moment():
    summer = timezone(timedelta(hours=1))

    assert event_hash(replace(ENTRY, at=ENTRY.at.astimezone(summer))) == event_hash(ENTRY)


def test_the_hash_never_changes_between_releases():
    assert event_hash(ENTRY) == "cf8c5252bc165fb6be4577c3e3bda69877b0e55c97a12a5d27eca2b55fdaee6c"


def test_a_time_without_a_zone_is_not_a_moment():
    with pytest.raises(ValueError, match="no time zone"):
        moment(datetime(2026, 3, 2, 9, 0))  # noqa: DTZ001 - the naive time is what is refused
