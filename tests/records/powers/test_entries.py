"""One function or one file added by a person, checked with everything that the record states."""

import json

import pytest

from handback.records.powers import actions, queries
from handback.records.powers.recordfile import RecordFileError
from tests.support.harrowmere import CLERK, MORNING

LICENSING = {
    "code": "F01",
    "name": "Licensing",
    "group": "regulation",
    "kind": "executive",
    "sources": ["https://harrowmere.example/directions"],
}


def add(harrowmere, **changed):
    entry = {name: said for name, said in {**LICENSING, **changed}.items() if said is not None}
    return actions.add_function(harrowmere, entry, group_label="Regulation", by=CLERK, at=MORNING)


def record_file(gss: str = "E08000999", **changed) -> bytes:
    content = {
        "format": "handback-record/1",
        "compiled_on": "2026-01-01",
        "authority": {"slug": "harrowmere", "name": "Harrowmere Borough Council", "gss": gss},
        "groups": {"regulation": "Regulation"},
        "functions": [LICENSING],
        "instruments": [],
    }
    return json.dumps({**content, **changed}, indent=1).encode()


def test_a_function_is_added_with_its_group(harrowmere):
    assert add(harrowmere) == "F01"
    assert queries.functions(harrowmere).get().group_label == "Regulation"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": None}, "name"),
        ({"code": "no spaces"}, "code"),
        ({"kind": "secret"}, "kind"),
        ({"sources": ["ftp://old.example"]}, "sources[0]"),
    ],
)
def test_a_fault_of_a_function_is_told_by_its_field(harrowmere, changed, field):
    with pytest.raises(actions.EntryRefused) as refused:
        add(harrowmere, **changed)

    assert [problem.field for problem in refused.value.problems] == [field]


def test_a_code_is_used_once(harrowmere):
    add(harrowmere)

    with pytest.raises(actions.EntryRefused, match="used twice"):
        add(harrowmere, name="Housing")
    assert queries.functions(harrowmere).count() == 1


def test_a_source_may_be_the_hash_of_a_kept_document(harrowmere):
    add(harrowmere, sources=["urn:sha256:" + "0" * 64])

    assert queries.functions(harrowmere).get().sources == [{"address": "urn:sha256:" + "0" * 64}]


def test_a_record_file_is_loaded_into_its_own_record(harrowmere):
    loaded = actions.load_own_record(harrowmere, record_file(), name="ours.json", by=CLERK, at=MORNING)

    assert loaded.slug == "harrowmere"
    assert queries.functions(harrowmere).count() == 1


def test_the_record_file_of_another_authority_is_refused(harrowmere):
    with pytest.raises(actions.AnotherRecord, match="Nothing was changed"):
        actions.load_own_record(harrowmere, record_file("E08000998"), name="x.json", by=CLERK, at=MORNING)


def test_a_record_file_with_a_fault_changes_nothing(harrowmere):
    bad = record_file(instruments=[{"code": "I01"}])

    with pytest.raises(RecordFileError):
        actions.load_own_record(harrowmere, bad, name="x.json", by=CLERK, at=MORNING)
    assert not queries.functions(harrowmere).exists()
