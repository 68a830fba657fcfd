"""An empty record begins with a function, or with a whole file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from handback.records.powers import queries
from tests.web.office.papers.conftest import SOURCE

LICENSING = {
    "name": "Licensing",
    "code": "F01",
    "kind": "executive",
    "new_group": "Town hall",
    "sources": SOURCE,
}
RECORD = {
    "format": "handback-record/1",
    "compiled_on": "2026-01-01",
    "authority": {"slug": "harrowmere", "name": "Harrowmere Borough Council", "gss": "E08000999"},
    "groups": {"all": "All"},
    "functions": [
        {"code": "F01", "name": "Licensing", "group": "all", "kind": "executive", "sources": [SOURCE]}
    ],
    "instruments": [],
}


def load(client, office, content, name="record.json"):
    data = content if isinstance(content, bytes) else json.dumps(content, indent=1).encode()
    return client.post(office("load"), {"file": SimpleUploadedFile(name, data)}, follow=True)


def test_a_function_is_added_and_shown_on_the_chart(officer, office, harrowmere):
    response = officer.post(office("function-add"), LICENSING)

    assert response["Location"] == office("powers")
    assert queries.functions(harrowmere).get().group_label == "Town hall"


def test_a_code_that_nothing_uses_is_offered(officer, office, licensing):
    assert 'value="F02"' in officer.get(office("function-add")).text


def test_one_function_after_another_can_be_added(officer, office):
    response = officer.post(office("function-add"), {**LICENSING, "do": "more"})

    assert response["Location"] == office("function-add")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, "“Name” is missing"),
        ({"new_group": ""}, "“Group” is missing"),
        ({"sources": ""}, "“Sources” is missing"),
        ({"code": "F 01"}, "is not a code"),
        ({"sources": "ftp://old"}, "is not an address"),
    ],
)
def test_what_is_wrong_with_a_function_is_told_and_nothing_typed_is_lost(
    officer, office, harrowmere, changed, said
):
    text = officer.post(office("function-add"), {**LICENSING, **changed}).text

    assert said in text
    assert 'value="executive" ' in text
    assert not queries.functions(harrowmere).exists()


def test_a_record_file_is_loaded_whole_and_told_in_figures(officer, office, harrowmere):
    response = load(officer, office, RECORD)

    assert "Loaded: 4 new facts" in response.text
    assert queries.functions(harrowmere).get().code == "F01"


def test_a_bad_record_file_lists_every_fault_by_line_and_field_and_changes_nothing(
    officer, office, harrowmere
):
    bad = {**RECORD, "instruments": [{"code": "I01", "made_on": "2015-02-30", "kind": "directions"}]}

    text = load(officer, office, bad).text

    assert "was not loaded" in text
    assert "instruments[0].made_on" in text
    assert "2015-02-30 does not exist: February 2015 has 28 days." in text
    assert not queries.functions(harrowmere).exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\x00\xff\xfe", "not loaded"),
        (b"PK\x03\x04", "not loaded"),
        (b"[" * 100_000, "not loaded"),
        (b'{"format": "handback-register/1"}', "not loaded"),
        (b'{"format": "handback-measures/1"}', "a council&#x27;s measures, which “handback load” takes"),
        (b" " * 21_000_000, "can be 20 MB at most"),
    ],
    ids=["empty", "rubbish", "a zip", "deep nesting", "a register", "measures", "too large"],
)
def test_a_file_that_is_no_record_says_what_is_wrong_with_it(officer, office, content, said):
    assert said in load(officer, office, content).text


def test_the_record_of_another_authority_is_refused(officer, office, harrowmere):
    other = {**RECORD, "authority": {**RECORD["authority"], "gss": "E08000998"}}

    assert "Nothing was changed" in load(officer, office, other).text
    assert not queries.functions(harrowmere).exists()


@pytest.mark.parametrize("name", ["function-add", "load"])
def test_only_who_may_record_begins_a_record(signed_in, maya, office, name):
    assert signed_in(maya).get(office(name)).status_code == 403


def test_a_trust_that_is_named_can_be_chosen_as_a_holder(officer, office, licensing, harrowmere):
    trust = {"kind": "trust", "name": "The Harrowmere Trust", "code": "trust"}

    text = officer.post(office("holder-add"), trust, follow=True).text

    assert "The Harrowmere Trust can now be chosen as a holder" in text
    assert "The Harrowmere Trust</li>" in officer.get(office("holder-add")).text


@pytest.mark.parametrize("code", ["council", "no spaces", ""])
def test_a_holder_needs_a_code_of_its_own(officer, office, licensing, code):
    fields = {"kind": "trust", "name": "The Harrowmere Trust", "code": code}

    assert "There is a problem" in officer.post(office("holder-add"), fields).text
