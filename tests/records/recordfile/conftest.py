"""The example of the manual, the same with a fault put in, and the smallest register."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.records.recordfile.faults import MANUAL, Fault, changed, refused


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
