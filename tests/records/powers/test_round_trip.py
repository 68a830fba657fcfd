"""From a file into the database and back: what is exported loads again without a change."""

import json
from pathlib import Path

import pytest
from django.db import transaction

from handback.records.audit.facts import Outcome
from handback.records.people.queries import authorities
from handback.records.powers import actions, recordfile
from handback.records.powers.recordfile.writing import as_json
from handback.records.powers.standing import whole_record
from tests.support.harrowmere import CLERK, MORNING
from tests.support.sources import PACKAGE, PROJECT

pytestmark = pytest.mark.django_db

FILES = [
    PACKAGE / "records" / "powers" / "data" / "rotherham.json",
    PROJECT / "docs" / "reference" / "harrowmere.json",
]


@pytest.fixture(params=FILES, ids=lambda path: path.stem, scope="module")
def file(request) -> Path:
    """A record file: the demonstration record, and the manual's example, which uses every field."""
    return Path(request.param)


@pytest.fixture(scope="module")
def exported(file, django_db_setup, django_db_blocker):
    """What the database gives back. A file is loaded once for all tests that ask for it."""
    with django_db_blocker.unblock(), transaction.atomic():
        loaded = actions.load(file.read_bytes(), name=file.name, by=CLERK, at=MORNING)
        yield as_json(whole_record(authorities().get(slug=loaded.slug)))
        transaction.set_rollback(True)


def _by_content(section):
    if isinstance(section, dict):
        return section
    return sorted((json.dumps(_filled(entry), sort_keys=True) for entry in section), key=str)


def _filled(entry):
    """An entry without what says nothing, its lists of codes in order."""
    said = {name: value for name, value in entry.items() if value not in ("", None, [])}
    for name in ("portfolio", "recommended", "proposed", "directed"):
        if name in said:
            said[name] = sorted(said[name])
    return said


@pytest.mark.parametrize(
    "section", ["groups", "functions", "appointments", "instruments", "proposals", "events", "delegations"]
)
def test_what_is_exported_states_what_the_file_stated(file, exported, section):
    stated = json.loads(file.read_text(encoding="utf-8")).get(section, [])

    assert _by_content(exported[section]) == _by_content(stated)


def test_every_party_of_the_file_is_exported(file, exported):
    stated = json.loads(file.read_text(encoding="utf-8")).get("parties", [])

    assert [party for party in stated if party not in exported["parties"]] == []


def test_what_is_exported_reads_back_as_the_same_file(exported):
    again = recordfile.read_record(json.dumps(exported).encode(), name="exported.json")

    assert as_json(again) == exported


def test_what_is_exported_loads_without_a_change(exported):
    data = json.dumps(exported).encode()

    loaded = actions.load(data, name="exported.json", by=CLERK, at=MORNING)

    assert {outcome for _, outcome in loaded.counts} == {Outcome.SAME}
