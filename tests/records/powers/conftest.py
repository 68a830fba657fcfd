"""The manual's example record, loaded into the record of Harrowmere."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest

from handback.records.people.queries import authorities
from handback.records.powers import actions
from tests.support.harrowmere import CLERK, MORNING
from tests.support.sources import PROJECT

EXAMPLE = json.loads((PROJECT / "docs" / "reference" / "harrowmere.json").read_text(encoding="utf-8"))


@pytest.fixture
def example() -> dict[str, Any]:
    """The fields of the manual's example, to be changed."""
    return copy.deepcopy(EXAMPLE)


@pytest.fixture
def load(db: None) -> Callable[..., actions.Loaded]:
    """Loads the fields of a file: `load(example, at=MORNING)`."""

    def loaded(fields: dict[str, Any], *, at: Any = MORNING, publish: bool = False) -> actions.Loaded:
        data = json.dumps(fields).encode()
        return actions.load(data, name="harrowmere.json", publish=publish, by=CLERK, at=at)

    return loaded


@pytest.fixture
def recorded(load: Callable[..., actions.Loaded], example: dict[str, Any]) -> Any:
    """The authority whose record the example is, as loaded in the MORNING."""
    return authorities().get(slug=load(example).slug)
