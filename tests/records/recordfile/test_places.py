"""The JSON reader that knows its lines."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.records.powers.recordfile.places import LARGEST_FILE, field_path, read_json
from handback.records.powers.recordfile.refusals import RecordFileError

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
PLAIN = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | TEXTS
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
FILES = st.lists(VALUES, max_size=4) | st.dictionaries(TEXTS, VALUES, max_size=4)


def refusal(data: bytes) -> str:
    with pytest.raises(RecordFileError) as caught:
        read_json(data, name="f.json")
    return str(caught.value)


def at(value, path):
    for part in path:
        value = value[part]
    return value


@given(FILES, st.sampled_from([None, 0, 1, "\t"]))
def test_what_is_read_is_what_the_standard_reader_reads(value, indent):
    text = json.dumps(value, indent=indent, ensure_ascii=False)

    assert read_json(text.encode(), name="f.json").value == json.loads(text)


@given(FILES, st.sampled_from([None, 0, 1, "\t"]))
def test_at_each_place_stands_the_value_of_its_path(value, indent):
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    placed = read_json(text.encode(), name="f.json")

    for path, begins in placed.places.items():
        assert json.JSONDecoder().raw_decode(text, begins)[0] == at(value, path)


@given(FILES)
def test_each_line_is_one_more_than_the_line_breaks_before_the_value(value):
    text = json.dumps(value, indent=1)
    placed = read_json(text.encode(), name="f.json")

    for path, begins in placed.places.items():
        assert placed.line(path) == text[:begins].count("\n") + 1


@given(st.text(alphabet='{}[]",:0123456789.eE+-truefalsn \n\\u', max_size=40))
def test_nothing_is_read_that_the_standard_reader_refuses(text):
    with contextlib.suppress(RecordFileError):
        assert read_json(text.encode(), name="f.json").value == json.loads(text)


@given(FILES, st.data())
def test_a_file_that_breaks_off_is_refused_wherever_it_breaks(value, data):
    text = json.dumps(value, indent=1)
    kept = data.draw(st.integers(0, len(text) - 1))

    assert "f.json" in refusal(text[:kept].encode())


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_and_nothing_else(data):
    with contextlib.suppress(RecordFileError):
        read_json(data, name="f.json")


def test_a_path_not_in_the_file_has_the_line_of_what_would_hold_it():
    placed = read_json(b'{\n "a": {\n  "b": 1\n }\n}', name="f.json")

    assert placed.line(("a", "missing", 3)) == 2


def test_a_path_is_told_as_people_write_it():
    assert field_path(("instruments", 3, "in_force_on")) == "instruments[3].in_force_on"


def test_a_field_with_an_odd_name_is_told_in_quotes():
    assert field_path(("groups", "Places & growth")) == 'groups["Places & growth"]'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "f.json: The file is empty."),
        (b" \n\t ", "f.json: The file is empty."),
        (b"\xef\xbb\xbf{}", "f.json, line 1: The file begins with a byte order mark."),
        ("{}".encode("utf-16"), "f.json, line 1: The file is saved as UTF-16."),
        (b'{\n "a": "caf\xe9"}', "f.json, line 2: The text here is not UTF-8."),
        (b"PK\x03\x04 and so on", "f.json, line 1: This is not a JSON file"),
        (b"Harrowmere", "f.json, line 1: This is not a JSON file"),
        (b'{"a": [1,\n2', "f.json, line 2, a: The file breaks off here"),
        (b'{"a":\n "b', "f.json, line 2, a: The text that begins here has no closing quote."),
        (b'{"a": NaN}', "f.json, line 1, a: NaN is not a value"),
        (b'{"a": -Infinity}', "f.json, line 1, a: -Infinity is not a value"),
        (b'{"a": True}', "f.json, line 1, a: Write true in small letters, not True."),
        (b'{"a": None}', "f.json, line 1, a: Write null, not None."),
        (b'{"a": 1e999}', "f.json, line 1, a: The number 1e999 is too large"),
        (b'{"a": 12345678901234567}', "f.json, line 1, a: The number 12345678901234567 is too long"),
        (b'{"a": 012}', "f.json, line 1, a: A value should stand here, not"),
        (b"{'a': 1}", "f.json, line 1: A field's name in double quotes should stand here, not “'a': 1}”."),
        (b'{"a" 1}', "f.json, line 1: A colon should follow the field's name “a”, not “1}”."),
        (b'{"a": 1\n "b": 2}', "f.json, line 2: A comma or “}” should stand here, not “"),
        (b'{"a": [1, ]}', "f.json, line 1, a: Nothing follows the comma"),
        (b"{} {}", "f.json, line 1: There is more text after the end of the record."),
        (b'{"a": "\\q"}', "f.json, line 1, a: A backslash here is followed by something"),
        (b'{"a": "one\ntwo"}', "f.json, line 1, a: The text has no closing quote on its line"),
        (b'{"a": "\\u0000"}', "f.json, line 1, a: The text holds a character (U+0000)"),
        (b'{"a": "\\ud800"}', "f.json, line 1, a: The text holds a character (U+D800)"),
    ],
)
def test_each_fault_is_told_with_its_line_and_field(data, told):
    assert refusal(data).startswith(told)


def test_a_file_of_more_than_twenty_megabytes_is_refused_before_it_is_read():
    assert "20.0 MB and a record file can be 20 MB at most" in refusal(b"[" * (LARGEST_FILE + 1))


def test_a_file_nested_without_end_is_refused():
    assert "nested more than 32 deep" in refusal(b"[" * 100_000)


def test_a_file_of_countless_values_is_refused():
    assert "more than 200,000 values" in refusal(b"[" + b"0," * 200_001 + b"0]")


def test_a_field_given_twice_is_told_with_both_lines():
    told = refusal(b'{"a": {\n "b": 1,\n "c": 2,\n "b": 3\n}}')

    assert told == "f.json, line 4, a.b: The field “b” is given twice: here and on line 2. Keep one."


def test_every_field_given_twice_is_told_at_once():
    told = refusal(b'{"a": 1, "a": 2,\n "b": 1, "b": 2}')

    assert [line.split(":")[0] for line in told.splitlines()] == ["f.json, line 1, a", "f.json, line 2, b"]


def test_only_so_many_problems_are_told_and_the_rest_counted():
    told = refusal(b"{" + b", ".join(b'"a": %d' % n for n in range(61)) + b"}")

    assert told.splitlines()[-1] == "f.json: and 10 more."


def test_what_is_shown_of_a_file_holds_no_control_characters():
    assert "\x1b" not in refusal(b'{"a": \x1b[31mred}')
