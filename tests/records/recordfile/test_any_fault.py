"""Whatever is changed in a file, it is read or it is refused with problems: it never breaks the reader."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from handback.records.powers import recordfile
from handback.records.powers.recordfile import RecordFileError
from handback.records.powers.recordfile.places import read_json
from tests.records.recordfile.faults import GONE, MANUAL, changed

DATA = Path(recordfile.__path__[0]).parent / "data"
EXAMPLE = read_json((MANUAL / "harrowmere.json").read_bytes(), name="harrowmere.json")
REGISTER = read_json((DATA / "interventions.json").read_bytes(), name="interventions.json")
PATHS = [path for path in EXAMPLE.places if path]
REGISTER_PATHS = [path for path in REGISTER.places if path]

TEXTS = [
    "",
    " ",
    "F01",
    "F03",
    "I01",
    "I02",
    "council",
    "maya",
    "group",
    "2022-04-01",
    "2021-02-29",
    "0000-00-00",
]
VALUES = st.sampled_from(
    [GONE, None, True, False, 0, -1, 1.5, 10**14, [], {}, [[]], [{}], {"": ""}, {"all": True}, *TEXTS, TEXTS]
)


def lines_refused(fields):
    """The lines of the problems found, and how many lines there are; one of one if the file was read."""
    text = json.dumps(fields, indent=1)
    try:
        recordfile.read(text.encode(), name="f.json")
    except RecordFileError as error:
        return [problem.line for problem in error.problems], text.count("\n") + 1
    return [1], 1


def is_read_or_refused(fields):
    lines, last = lines_refused(fields)
    return bool(lines) and all(1 <= line <= last for line in lines)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(PATHS), VALUES)
def test_any_change_to_a_record_is_read_or_refused(path, value):
    assert is_read_or_refused(changed(EXAMPLE.value, path, value))


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(REGISTER_PATHS), VALUES)
def test_any_change_to_a_register_is_read_or_refused(path, value):
    assert is_read_or_refused(changed(REGISTER.value, path, value))


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(PATHS), st.sampled_from(PATHS))
def test_any_part_put_in_place_of_another_is_read_or_refused(path, other):
    value = EXAMPLE.value
    for part in other:
        value = value[part]

    assert is_read_or_refused(changed(EXAMPLE.value, path, value))
