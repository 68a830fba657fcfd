"""Harrowmere with a document that has been read, and its people signed in."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from handback.records.documents import actions as documents
from handback.records.powers import actions as powers
from tests.support.harrowmere import CLERK, MORNING

SOURCE = "https://harrowmere.example/directions"
MINUTES = """Cabinet, 4 March 2016

RESOLVED:

(a) That the licensing strategy be approved.
(b) That the Director of Finance, in consultation with the Leader, be authorised to award the contract.

The council will publish its improvement plan by 31 March 2016.

Licensing functions are to be exercised by the Commissioners from 26 February 2015.

Of 41 actions, 28 (68%) were completed.
"""


@pytest.fixture
def keep(harrowmere: Any) -> Callable[..., Any]:
    """Keeps a document of Harrowmere without reading it."""

    def kept(content: str | bytes = MINUTES, name: str = "Minutes.txt") -> Any:
        data = content.encode() if isinstance(content, str) else content
        return documents.keep(harrowmere, data, name=name, by=CLERK, at=MORNING)

    return kept


@pytest.fixture
def document(keep: Callable[..., Any]) -> Any:
    """Minutes that have been read."""
    return documents.read(keep().pk, by=CLERK, at=MORNING)


@pytest.fixture
def claim(document: Any) -> Callable[[str], Any]:
    """The first claim of a type in the minutes: `claim("transfer")`."""
    return lambda kind: document.claims.filter(type=kind).order_by("start")[0]


@pytest.fixture
def licensing(harrowmere: Any) -> str:
    """One function in the record."""
    entry = {"code": "F01", "name": "Licensing", "group": "all", "kind": "executive", "sources": [SOURCE]}
    return powers.add_function(harrowmere, entry, group_label="All", by=CLERK, at=MORNING)


@pytest.fixture
def officer(signed_in: Callable[[Any], Client], ada: Any) -> Client:
    """Ada, signed in."""
    return signed_in(ada)


@pytest.fixture
def office() -> Callable[..., str]:
    """An address of Harrowmere's office: `office("document", 3)`."""
    return lambda name, *values: reverse(f"office-{name}", args=["harrowmere", *values])
