"""Putting a fault into a record file, and what the file is then refused for."""

import copy
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from handback.records.powers import recordfile
from handback.records.powers.recordfile import Problem, RecordFileError

MANUAL = Path(__file__).parents[3] / "docs" / "reference"

GONE = object()  # put in place of a field to take it away


@dataclass(frozen=True)
class Fault:
    """What a faulty file was refused for, and the text that stands on the line of the first problem."""

    error: RecordFileError
    text: str

    @property
    def problem(self) -> Problem:
        return self.error.problems[0]

    @property
    def line(self) -> str:
        return self.text.splitlines()[self.problem.line - 1]

    @property
    def told(self) -> str:
        return f"{self.problem.field}: {self.problem.sentence}"


def changed(fields: dict[str, Any], path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """A copy in which `value` stands at `path`; a list grows by one if the path names its end."""
    copied = copy.deepcopy(fields)
    within: Any = copied
    for part in path[:-1]:
        within = within[part]
    last: Any = path[-1]
    if value is GONE:
        del within[last]
    elif isinstance(within, list) and last == len(within):
        within.append(value)
    else:
        within[last] = value
    return copied


def refused(fields: object) -> Fault:
    """Reads a file that must be refused, written with one field to a line."""
    text = json.dumps(fields, indent=1, ensure_ascii=False)
    with pytest.raises(RecordFileError) as caught:
        recordfile.read(text.encode(), name="harrowmere.json")
    return Fault(caught.value, text)
