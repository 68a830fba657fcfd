"""A published copy of the real Rotherham record and of the register, and nothing else in the database."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest

from handback.records.audit import actions as audit
from handback.records.people import actions as people
from handback.records.powers.models import Publication

PUBLISHED_AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
CLERK = audit.system("tests")


def shipped(name: str) -> Any:
    """A data file that comes with Handback."""
    return json.loads(files("handback.records.powers").joinpath("data", name).read_bytes())


@pytest.fixture
def rotherham(db: None) -> Any:
    """The published copy: facts are not loaded, since public pages are made from the copy alone."""
    content = shipped("rotherham.json")
    stated = content["authority"]
    authority = people.open_record(
        slug=stated["slug"],
        name=stated["name"],
        gss=stated["gss"],
        gss_as_of=None,
        is_demonstration=True,
        note=stated["note"],
        by=CLERK,
        at=PUBLISHED_AT,
    )
    return publish(authority, content)


@pytest.fixture
def register(db: None) -> Any:
    """The published register."""
    return publish(None, shipped("interventions.json"))


def publish(authority: Any, content: Any, *, at: datetime = PUBLISHED_AT) -> Any:
    """Write one published copy."""
    with audit.action("powers.copy.published", by=CLERK, at=at, subject="tests") as event:
        return event.add(
            Publication(authority=authority, at=at, content=content, sha256=f"{at:%j}" + "0" * 61)
        )
