"""From the bytes of a file to what it states, or to a list of everything that is wrong with it.

1. A file is checked in four steps: its text, its shape, its meaning, and whether the ledger compiles. Every
   problem of a step is told at once; the next step needs a file without any.
2. A file that fails has no effect: nothing is returned but the problems.
"""

from collections.abc import Iterable
from typing import Any

from handback.records.powers.recordfile.building import record_of
from handback.records.powers.recordfile.compiling import path_to, refusal_of
from handback.records.powers.recordfile.meaning import Finding, meaning_findings
from handback.records.powers.recordfile.places import PlacedJson, field_path, read_json
from handback.records.powers.recordfile.refusals import Problem, RecordFileError
from handback.records.powers.recordfile.register_building import register_findings, register_of
from handback.records.powers.recordfile.register_values import RegisterFile
from handback.records.powers.recordfile.shape import RECORD, REGISTER, shape_problems
from handback.records.powers.recordfile.values import RecordFile

_FORMS = {RECORD: "a council's record of powers", REGISTER: "a register of interventions"}
_OTHERS = {"handback-measures/1": "a council's measures"}  # of another part: named, never read here


def read(data: bytes, *, name: str) -> RecordFile | RegisterFile:
    """What a record file or a register file states; its “format” field tells which it is.

    `name` is what problems call the file. Raises RecordFileError.
    """
    placed = read_json(data, name=name)
    if _form(placed, name) == RECORD:
        return _record(placed, name)
    return _register(placed, name)


def read_record(data: bytes, *, name: str) -> RecordFile:
    """What a council's record file states. Raises RecordFileError."""
    placed = read_json(data, name=name)
    _check_is(RECORD, placed, name)
    return _record(placed, name)


def read_register(data: bytes, *, name: str) -> RegisterFile:
    """What a register of interventions states. Raises RecordFileError."""
    placed = read_json(data, name=name)
    _check_is(REGISTER, placed, name)
    return _register(placed, name)


def _record(placed: PlacedJson, name: str) -> RecordFile:
    _check_shape(placed, RECORD, name)
    _check_meaning(placed, meaning_findings(placed.value), name)
    record = record_of(placed.value, name=name)
    refusal = refusal_of(record)
    if refusal is not None:
        _check_meaning(placed, [(path_to(refusal, record), str(refusal))], name)
    return record


def _register(placed: PlacedJson, name: str) -> RegisterFile:
    _check_shape(placed, REGISTER, name)
    _check_meaning(placed, register_findings(placed.value), name)
    return register_of(placed.value, name=name)


def _form(placed: PlacedJson, name: str) -> str:
    """The format that the file says it has. Raises RecordFileError unless we know it."""
    fields: Any = placed.value
    form = fields.get("format") if isinstance(fields, dict) else None
    if not isinstance(form, str) or form not in _FORMS:
        raise RecordFileError(name, [Problem(placed.line(("format",)), "format", _unknown_form(form))])
    return form


def _unknown_form(form: object) -> str:
    *some, last = (f"“{known}” ({words})" for known, words in {**_FORMS, **_OTHERS}.items())
    known = f"{', '.join(some)} or {last}"
    if isinstance(form, str) and form in _OTHERS:
        return f"This is {_OTHERS[form]}, which “handback load” takes; {_FORMS[RECORD]} is needed here."
    if form is None:
        return f"This is not a Handback file: it should say its format, {known}."
    return f"This version of Handback cannot read this format. It reads {known}."


def _check_is(form: str, placed: PlacedJson, name: str) -> None:
    found = _form(placed, name)
    if found != form:
        sentence = f"This is {_FORMS[found]}; {_FORMS[form]} is needed here."
        raise RecordFileError(name, [Problem(placed.line(("format",)), "format", sentence)])


def _check_shape(placed: PlacedJson, form: str, name: str) -> None:
    problems = shape_problems(placed, form)
    if problems:
        raise RecordFileError(name, problems)


def _check_meaning(placed: PlacedJson, findings: Iterable[Finding], name: str) -> None:
    problems = [Problem(placed.line(path), field_path(path), sentence) for path, sentence in findings]
    if problems:
        raise RecordFileError(name, problems)
