"""Documents of Harrowmere, invented for the tests."""

from collections.abc import Callable
from typing import Any

import pytest

from handback.records.documents import actions
from tests.support.harrowmere import CLERK, MORNING

MINUTES = """Cabinet, 4 March 2016

RESOLVED:

(a) That the licensing strategy be approved.
(b) That the Director of Finance, in consultation with the Leader, be authorised to award the contract.

The council will publish its improvement plan by 31 March 2016.

Licensing functions are to be exercised by the Commissioners from 26 February 2015.
"""


@pytest.fixture
def keep(harrowmere: Any) -> Callable[..., Any]:
    """Keeps a document of Harrowmere: `keep("its words")` or `keep(b"its bytes", name="a.txt")`."""

    def kept(content: str | bytes = MINUTES, *, name: str = "Minutes of 4 March 2016.txt") -> Any:
        data = content.encode() if isinstance(content, str) else content
        return actions.keep(harrowmere, data, name=name, by=CLERK, at=MORNING)

    return kept


@pytest.fixture
def read(keep: Callable[..., Any]) -> Callable[..., Any]:
    """Keeps a document and reads it."""

    def kept_and_read(*args: Any, **names: Any) -> Any:
        return actions.read(keep(*args, **names).pk, by=CLERK, at=MORNING)

    return kept_and_read
