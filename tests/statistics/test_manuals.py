"""What the manuals show is what happens: their code is run, block after block."""

import re
from pathlib import Path

import pytest

MANUALS = Path(__file__).parents[2] / "docs" / "reference"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("manual", ["process-control.md"])
def test_the_code_of_a_manual_runs_and_its_claims_hold(manual):
    blocks = BLOCK.findall((MANUALS / manual).read_text())
    known: dict[str, object] = {}

    for block in blocks:
        exec(compile(block, manual, "exec"), known)  # the assertions are in the manual

    assert any("assert " in block for block in blocks)
