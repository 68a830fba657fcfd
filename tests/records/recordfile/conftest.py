"""The example of the manual, and the same with a fault put in."""

import copy
import json
from collections.abc import Callable
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


@pytest.fixture(scope="session")
def example_bytes() -> bytes:
    """The example of the manual, as it stands."""
    return (MANUAL / "harrowmere.json").read_bytes()


@pytest.fixture
def example(example_bytes: bytes) -> dict[str, Any]:
    """The fields of the example."""
    return dict(json.loads(example_bytes))


@pytest.fixture
def fault(example: dict[str, Any]) -> Callable[..., Fault]:
    """`fault("events", 0, "on", to="yesterday")`: what the example is refused for when changed so."""

    def faulty(*path: str | int, to: object) -> Fault:
        return refused(changed(example, path, to))

    return faulty


@pytest.fixture
def register() -> dict[str, Any]:
    """The smallest register file."""
    return {
        "format": "handback-register/1",
        "as_of": "2026-03-02",
        "completeness": {"text": "Invented.", "sources": ["https://harrowmere.example/register"]},
        "interventions": [
            {
                "code": "harrowmere-2021",
                "authority": "Harrowmere Borough Council",
                "gss": "E08000999",
                "start": "2021-06",
                "end": "2023",
                "state": "ended",
                "state_words": "Ended.",
                "model": "Commissioners",
                "legal_bases": [{"words": "LGA 1999 s.15(5)", "provision": "LGA 1999 s.15(5)"}],
                "trigger": "An inspection",
                "confidence": "high",
                "sources": ["https://harrowmere.example/register"],
            }
        ],
    }
