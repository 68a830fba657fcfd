"""Whether a file has the fields of its format, each of the right sort: the JSON Schema's findings told."""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from handback.records.powers.recordfile.days import NotADay, day, day_or_moment, stated
from handback.records.powers.recordfile.places import Path, PlacedJson, field_path
from handback.records.powers.recordfile.refusals import Problem

RECORD, REGISTER = "handback-record/1", "handback-register/1"

_SCHEMAS = {RECORD: "record.schema.json", REGISTER: "register.schema.json"}
_SORTS = {
    "object": "a group of fields in { }",
    "array": "a list in [ ]",
    "string": "text in double quotes",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
}
_DATES = FormatChecker(formats=())
for _format, _reads in (("day", day), ("day or moment", day_or_moment), ("stated date", stated)):
    _DATES.checks(_format, raises=NotADay)(
        lambda written, reads=_reads: not isinstance(written, str) or reads(written) is not None
    )


def shape_problems(placed: PlacedJson, form: str) -> list[Problem]:
    """Everything in the file that does not have the shape of `form` (RECORD or REGISTER)."""
    errors: Iterator[ValidationError] = _validator(form).iter_errors(placed.value)
    found = {(path, field, sentence) for error in errors for path, field, sentence in _told(error)}
    return [Problem(placed.line(path), field_path(field), sentence) for path, field, sentence in found]


@cache
def _validator(form: str) -> Draft202012Validator:
    schema = json.loads(files(__package__).joinpath(_SCHEMAS[form]).read_text("utf-8"))
    return Draft202012Validator(schema, format_checker=_DATES)


def _told(error: ValidationError) -> Iterator[tuple[Path, Path, str]]:
    """Each thing that one finding means: where it stands, which field it is about, and a sentence."""
    path = tuple(error.absolute_path)
    fields: Any = error.instance
    if error.validator == "required":
        required: Any = error.validator_value
        for name in required:
            if name not in fields:
                yield path, (*path, name), "This field is missing."
    elif error.validator == "additionalProperties":
        schema: Any = error.schema
        known = schema["properties"]
        for name in fields:
            if name not in known:
                yield (*path, name), (*path, name), _unknown_field(name, known)
    else:
        yield path, path, _sentence(error)


def _unknown_field(name: str, known: dict[str, Any]) -> str:
    close = get_close_matches(name, known, n=1)
    meant = f" Did you mean “{close[0]}”?" if close else f" The fields here are {', '.join(known)}."
    return f"The format has no such field.{meant}"


def _sentence(error: ValidationError) -> str:
    value: Any = error.instance
    wanted: Any = error.validator_value
    schema: Any = error.schema
    match error.validator:
        case "type":
            sorts = [wanted] if isinstance(wanted, str) else wanted
            return f"This should be {' or '.join(_SORTS[sort] for sort in sorts)}, not {_shown(value)}."
        case "enum":
            return f"{_shown(value)} is not one of: {', '.join(wanted)}."
        case "const":
            return f"This should be {json.dumps(wanted)}, not {_shown(value)}."
        case "format":
            return str(error.cause)
        case "pattern":
            return _not_fitting(value, schema.get("description", "text"))
        case "maxLength":
            return f"This is {len(value):,} characters long; at most {wanted:,} can be kept."
        case "minItems" | "minProperties":
            return "This is empty: give at least one."
        case "uniqueItems":
            return "The same thing is listed twice."
        case "minimum":
            return f"{_shown(value)} is too small: the least is {wanted}."
        case _:
            return f"{_shown(value)} does not fit here."


def _not_fitting(value: str, wanted: str) -> str:
    return (
        f"{_shown(value)} is not {wanted}." if value.strip() else "This is blank: write it, or leave it out."
    )


def _shown(value: object) -> str:
    """A value, short enough for a sentence."""
    if isinstance(value, dict | list):
        return _SORTS["object" if isinstance(value, dict) else "array"]
    told = value if isinstance(value, str) else json.dumps(value)
    return f"“{told if len(told) <= 40 else told[:39] + '…'}”"
