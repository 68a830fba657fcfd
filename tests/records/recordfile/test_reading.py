"""What a file states once it has been read."""

import json
import subprocess
import sys
from datetime import date, time
from importlib.resources import files

import pytest

from handback.core.periods import Period
from handback.core.powers import COMMISSIONERS, Capacity, Party, PartyKind, Reach, Revocation, Scope
from handback.records.powers import recordfile
from handback.records.powers.recordfile import RecordFileError
from handback.records.powers.recordfile.writing import as_json
from tests.records.recordfile.faults import refused

MAYA = Party("maya", PartyKind.COMMISSIONER, "The finance commissioner")


@pytest.fixture
def record(example_bytes):
    return recordfile.read_record(example_bytes, name="harrowmere.json")


def test_the_example_of_the_manual_can_be_loaded(record):
    assert record.authority.name == "Harrowmere Borough Council"


def test_a_record_written_as_a_file_is_read_as_the_same_record(record):
    data = json.dumps(as_json(record)).encode()

    assert recordfile.read_record(data, name="harrowmere.json") == record


def test_the_example_uses_every_field_of_the_format(example):
    schema = json.loads(files(recordfile).joinpath("record.schema.json").read_text())
    fields = {name for part in [schema, *schema["$defs"].values()] for name in part.get("properties", {})}
    text = json.dumps(example)

    assert [name for name in fields if f'"{name}":' not in text] == []


def test_the_council_the_commissioners_and_nobody_need_not_be_listed(record):
    assert [entry.party.code for entry in record.parties] == [
        "council",
        "commissioners",
        "nobody",
        "maya",
        "trust",
    ]


def test_the_council_can_be_given_its_own_name(record):
    assert record.parties[0].party == Party("council", PartyKind.COUNCIL, "Harrowmere Borough Council")


def test_a_move_has_its_scope_and_the_party_that_it_names(record):
    all_but_finance, finance, _ = record.instruments[0].moves

    assert all_but_finance.scope == Scope(Reach.ALL_EXECUTIVE, (), frozenset({"F02"}))
    assert (all_but_finance.holder, finance.holder) == (COMMISSIONERS, MAYA)


def test_a_revocation_for_some_functions_has_its_day_and_scope(record):
    assert record.instruments[2].instrument.revokes == (
        Revocation("I01", Scope(Reach.FUNCTIONS, ("F02",)), date(2023, 5, 1)),
    )


def test_the_last_day_included_becomes_a_period_that_ends_the_day_after(record):
    assert record.appointments[0].period == Period(date(2021, 6, 1), date(2023, 4, 1))


def test_an_appointment_without_dates_cannot_be_placed_in_time(record):
    assert record.appointments[1].as_value() is None


def test_a_dated_appointment_is_the_cores_value_with_the_reason_for_its_inferred_day(record):
    value = record.appointments[0].as_value()

    assert (value.person, value.capacity) == ("Maya Okafor", Capacity.COMMISSIONER)
    assert value.inferred.endswith("Only the month is sourced.")


def test_a_window_closes_on_a_day_and_at_a_time(record):
    proposal = record.proposals[0]

    assert (proposal.closes_on, proposal.closes_time) == (date(2023, 2, 15), time(12, 0))


def test_a_set_that_no_source_gives_is_not_an_empty_set(record):
    assert record.proposals[0].recommended is None


def test_a_delegation_has_the_days_on_which_it_may_be_used(record):
    assert record.delegations[0].period == Period(date(2021, 7, 1), date(2022, 7, 1))


def test_a_register_is_told_from_a_record_by_its_format(register):
    found = recordfile.read(json.dumps(register).encode(), name="r.json")

    assert isinstance(found, recordfile.RegisterFile)


def test_a_register_keeps_a_month_a_month_and_a_year_a_year(register):
    found = recordfile.read_register(json.dumps(register).encode(), name="r.json").interventions[0]

    assert (found.start.words, found.start.first, found.start.last) == (
        "2021-06",
        date(2021, 6, 1),
        date(2021, 6, 30),
    )
    assert (found.end.words, found.end.first, found.end.last) == (
        "2023",
        date(2023, 1, 1),
        date(2023, 12, 31),
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("start", "2021-13", "2021-13 does not exist: there is no month 13."),
        ("start", "mid-2021", "“mid-2021” is not a date such as 2015-02-26, 2015-02 or 2015."),
        ("end", "2021-05", "2021-05 comes before the start, 2021-06."),
        ("state", "over", "“over” is not one of: in force, ended, not known."),
    ],
)
def test_a_fault_in_a_register_is_told_with_its_field(register, field, value, sentence):
    register["interventions"][0][field] = value

    assert refused(register).told == f"interventions[0].{field}: {sentence}"


def test_an_intervention_that_ended_says_when(register):
    del register["interventions"][0]["end"]

    assert refused(register).told == "interventions[0].state: The intervention has ended: say when, in end."


def test_two_interventions_with_one_code_are_refused(register):
    register["interventions"] *= 2

    assert "interventions[0] has it too" in refused(register).told


def test_a_record_given_for_a_register_is_refused(example_bytes):
    with pytest.raises(RecordFileError, match="This is a council's record of powers; a register"):
        recordfile.read_register(example_bytes, name="harrowmere.json")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{}", "f.json, line 1, format: This is not a Handback file"),
        (b"[1, 2]", "f.json, line 1, format: This is not a Handback file"),
        (
            b'{\n"format": "handback-record/2"}',
            "f.json, line 2, format: This version of Handback cannot read",
        ),
        (
            b'{"format": ["handback-record/1"]}',
            "f.json, line 1, format: This version of Handback cannot read",
        ),
    ],
)
def test_a_file_of_another_format_is_refused_by_name(data, told):
    with pytest.raises(RecordFileError) as caught:
        recordfile.read(data, name="f.json")

    assert str(caught.value).startswith(told)


def test_a_kept_document_can_be_a_source(example):
    example["events"][0]["sources"] = ["urn:sha256:" + "0f" * 32]

    assert recordfile.read(json.dumps(example).encode(), name="f.json").events[0].sources


def test_record_files_are_read_without_a_database():
    program = "import sys, handback.records.powers.recordfile; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
