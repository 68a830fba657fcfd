"""The folder of a record, and the secret in it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from handback.config.place import secret


def test_everybody_who_starts_at_once_reads_the_same_secret(tmp_path: Path):
    together = Barrier(16)

    def starting(_: int) -> str:
        together.wait()
        return secret(tmp_path, "secret.key")

    with ThreadPoolExecutor(16) as pool:
        read = set(pool.map(starting, range(16)))

    assert len(read) == 1


def test_making_the_secret_leaves_nothing_else_behind(tmp_path: Path):
    secret(tmp_path, "secret.key")

    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_only_its_owner_can_read_the_secret(tmp_path: Path):
    secret(tmp_path, "secret.key")

    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
