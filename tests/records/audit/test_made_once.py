"""Files that are made once: whole, their owner's alone, and the first of several counts."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from handback.records.audit.made_once import make_once


def test_of_several_who_make_a_file_at_once_the_first_counts(tmp_path: Path):
    path, together = tmp_path / "secret.key", Barrier(8)

    def making(number: int) -> str:
        together.wait()
        make_once(path, f"made by {number}")
        return path.read_text()

    with ThreadPoolExecutor(8) as pool:
        read = set(pool.map(making, range(8)))

    assert len(read) == 1


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path):
    for text in ("first", "second"):
        make_once(tmp_path / "secret.key", text)

    assert (tmp_path / "secret.key").read_text() == "first"


def test_only_its_owner_can_read_it_and_nothing_else_is_left(tmp_path: Path):
    make_once(tmp_path / "secret.key", "first")

    (made,) = tmp_path.iterdir()
    assert made.stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path):
    with pytest.raises(UnicodeEncodeError):
        make_once(tmp_path / "secret.key", "\ud800")

    assert list(tmp_path.iterdir()) == []
