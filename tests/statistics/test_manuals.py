"""What the manuals show is what happens: their code is run, block after block."""

import doctest
import re
from pathlib import Path

import pytest

MANUALS = Path(__file__).parents[2] / "docs" / "reference"
BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SESSION = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("manual", ["process-control.md"])
def test_the_code_of_a_manual_runs_and_its_claims_hold(manual):
    blocks = BLOCK.findall((MANUALS / manual).read_text())
    known: dict[str, object] = {}

    for block in blocks:
        exec(compile(block, manual, "exec"), known)  # the assertions are in the manual

    assert any("assert " in block for block in blocks)


@pytest.mark.parametrize("manual", ["composite-index.md"])
def test_what_is_typed_in_a_manual_gives_what_it_says(manual):
    typed = "\n".join(SESSION.findall((MANUALS / manual).read_text(encoding="utf-8")))
    session = doctest.DocTestParser().get_doctest(typed, {}, manual, manual, 0)
    faults: list[str] = []

    result = doctest.DocTestRunner().run(session, out=faults.append)

    assert result.attempted > 30
    assert not faults, "".join(faults)
