"""The worked example of the reference page runs, and says what it says."""

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "composite-index.md"
BLOCK = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def test_every_block_of_the_page_runs_and_gives_what_it_says():
    blocks = "\n".join(BLOCK.findall(PAGE.read_text(encoding="utf-8")))
    page = doctest.DocTestParser().get_doctest(blocks, {}, PAGE.name, str(PAGE), 0)
    said: list[str] = []

    result = doctest.DocTestRunner().run(page, out=said.append)

    assert result.attempted > 30
    assert not said, "".join(said)
