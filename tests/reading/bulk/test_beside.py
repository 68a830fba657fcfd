"""What is read beside has its time, and one that takes longer or kills its reader does not stop the next."""

import pytest

from handback.reading.bulk import beside, read_files
from handback.reading.bulk.limits import TookTooLong
from tests.reading.bulk import stuck
from tests.reading.bulk.conftest import DECIDED

LONG = "<p>The Board agreed that" * 300_000


@pytest.fixture
def process(monkeypatch):
    """A process that has half a second for each piece of work."""
    monkeypatch.setattr(beside, "PATIENCE", 0.3)
    with beside.Beside(seconds=0.5) as made:
        yield made


def test_what_is_made_comes_back_with_its_claims():
    with beside.Beside(seconds=60) as process:
        document, claims = process.do(beside.read_and_find, DECIDED.format(number=1).encode(), "minutes")

    assert (document.name, [claim.attributes["verb"] for claim in claims]) == ("minutes", ["approve"])


@pytest.mark.parametrize("work", [stuck.slowly, stuck.below_python])
def test_what_takes_too_long_is_left_and_the_next_is_done(process, work):
    with pytest.raises(TookTooLong):
        process.do(work)

    assert process.do(len, "pier") == 4


@pytest.mark.parametrize(
    ("work", "said"),
    [(stuck.dies, "was killed"), (stuck.fails, "KeyError"), (stuck.too_much, "more memory")],
)
def test_what_fails_says_how_and_the_next_is_done(process, work, said):
    with pytest.raises(beside.ReaderFailed, match=said):
        process.do(work)

    assert process.do(len, "pier") == 4


def test_a_file_that_takes_too_long_is_said_and_the_next_is_read(tmp_path):
    (tmp_path / "long.html").write_text(LONG)
    (tmp_path / "minutes.txt").write_text(DECIDED.format(number=1))

    long, short = read_files([tmp_path / "long.html", tmp_path / "minutes.txt"], seconds=1)

    assert long.failure.endswith("long.html: It took more than 1 seconds to read, and was left.")
    assert len(short.claims) == 1
