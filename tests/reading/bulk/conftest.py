"""Folders of small documents about Harrowmere, and jobs over them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from handback.reading.bulk import Engine, Job, Progress, engines
from handback.reading.bulk.inputs import Item

DECIDED = "Harrowmere Cabinet\n\nRESOLVED: That the market charter, paper {number}, be approved.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve documents, each with one decision."""
    made = tmp_path / "minutes"
    (made / "cabinet").mkdir(parents=True)
    for number in range(12):
        place = made / "cabinet" if number % 2 else made
        (place / f"{number:02d}.txt").write_text(DECIDED.format(number=number))
    return made


Run = Callable[..., Progress]


@pytest.fixture
def run() -> Run:
    def to_end(*inputs: Path, to: Path, engine: Engine = engines.one) -> Progress:
        last = Progress()
        for progress in Job(inputs, to).run(engine):
            last = progress
        return last

    return to_end


def rows(output: Path) -> list[dict]:
    return [json.loads(line) for line in output.read_text().splitlines()]


def batches(count: int, of: int = 4) -> list[tuple[int, list[Item]]]:
    return [
        (n, [Item("here", n * of + i, f"{n}-{i}", DECIDED.format(number=i).encode()) for i in range(of)])
        for n in range(count)
    ]
