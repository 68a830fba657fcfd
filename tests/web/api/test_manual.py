"""Every example of the manual, run as it stands there: what it says is answered is answered."""

import json
import os
import re
import shutil
import subprocess
from typing import Any

import pytest

from handback.records.measures import actions as measures
from tests.support.harrowmere import CLERK, MORNING
from tests.support.sources import PROJECT
from tests.web.api.conftest import APPEALS, BINS

MANUAL = (PROJECT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^((?:    [^\n]*\n)+)\n```json\n(.*?)```", re.MULTILINE | re.DOTALL)
EXAMPLES = [(asked, json.loads(told)) for asked, told in EXAMPLE.findall(MANUAL)]


def holds(there: Any, told: Any) -> bool:
    """Whether an answer says all that the manual does; it may say more."""
    if isinstance(told, dict):
        return isinstance(there, dict) and all(holds(there.get(name), each) for name, each in told.items())
    if isinstance(told, list):
        return len(there) == len(told) and all(holds(*pair) for pair in zip(there, told, strict=True))
    return bool(there == told)


def test_the_manual_has_examples_of_every_address():
    asked = " ".join(asked for asked, _ in EXAMPLES)

    assert len(EXAMPLES) == MANUAL.count("```json") == 9
    assert all(f"$RECORD{rest}" in asked for rest in ("\n", "/values", "/indicators?", "/indicators/M01"))


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.django_db(transaction=True)
def test_the_examples_of_the_manual_do_what_it_says(live_server: Any, harrowmere: Any, ada: Any, token: Any):
    for entry in (BINS, APPEALS):
        measures.record_indicator(harrowmere, entry, by=CLERK, at=MORNING)
    told = os.environ | {
        "TOKEN": token(ada, name="Performance system"),
        "RECORD": f"{live_server.url}/api/v1/harrowmere",
        "NO_PROXY": "*",
    }
    for asked, answer in EXAMPLES:
        command = asked.replace("curl ", "curl --silent --show-error ")
        done = subprocess.run(["sh", "-c", command], env=told, capture_output=True, text=True, check=True)
        assert holds(json.loads(done.stdout), answer), f"{asked}\n{done.stdout}"
