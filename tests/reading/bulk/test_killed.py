"""Whatever is killed on the way, each document is in the output once and only once."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from handback.reading.bulk import AlreadyRunning, AnotherJob, BulkRefused, Job, engines
from handback.reading.bulk.batches import batches as in_batches
from handback.reading.bulk.inputs import Item
from handback.reading.bulk.job import _alone
from handback.reading.bulk.rows import read_batch
from tests.reading.bulk.conftest import batches, rows


def dies_on_the_third(items: list[Item]) -> list[dict]:
    """A reader that is killed by one document of its batch, as by a fault below Python."""
    if any(item.id == "2-2" for item in items):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_batch(items)


def dies_once(items: list[Item], *, marks: Path) -> list[dict]:
    """A reader killed from outside, the first time it is met with a batch."""
    mark = marks / items[0].id.split("-")[0]
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_batch(items)


def test_a_document_that_kills_its_reader_is_a_row_and_the_others_are_read():
    done = dict(engines._Pool(2, dies_on_the_third).run(batches(5)))

    failed = [row["id"] for number in done for row in done[number] if row["error"]]
    assert failed == ["2-2"]
    assert sum(len(rows) for rows in done.values()) == 20


def test_a_killed_worker_loses_nothing_and_doubles_nothing(tmp_path):
    done = list(engines._Pool(2, partial(dies_once, marks=tmp_path)).run(batches(4)))

    assert sorted(number for number, _ in done) == [0, 1, 2, 3]
    assert all(row["error"] is None for _, rows in done for row in rows)


def test_a_document_that_hangs_is_left_with_its_error(monkeypatch):
    monkeypatch.setattr("handback.reading.bulk.rows.read_item", lambda item: time.sleep(30))

    (row,) = read_batch([Item("here", 0, "slow", b"words")], seconds=0.1, kill=False)

    assert row["error"] == "It took more than 0.1 seconds to read, and was left."


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr("handback.reading.bulk.batches.MOST_DOCUMENTS", 2)


@pytest.mark.usefixtures("small_batches")
def test_a_job_stopped_in_its_middle_goes_on_from_there(folder, run, tmp_path):
    job = Job((folder,), tmp_path / "out.jsonl").run(engines.one)
    for _ in range(3):
        next(job)
    job.close()

    last = run(folder, to=tmp_path / "out.jsonl")

    assert (last.found_done, last.documents) == (3, 6)
    found = [row["id"] for row in rows(tmp_path / "out.jsonl")]
    assert len(found) == len(set(found)) == 12
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == ["out.jsonl"]


@pytest.mark.usefixtures("small_batches")
def test_other_inputs_are_refused_while_a_job_is_under_way(folder, run, tmp_path):
    job = Job((folder,), tmp_path / "out.jsonl").run(engines.one)
    next(job)
    job.close()

    with pytest.raises(AnotherJob, match="list of inputs"):
        run(folder / "cabinet", to=tmp_path / "out.jsonl")


def test_an_output_that_is_there_is_not_written_over(folder, run, tmp_path):
    run(folder, to=tmp_path / "out.jsonl")

    with pytest.raises(BulkRefused, match="there already"):
        run(folder, to=tmp_path / "out.jsonl")


def test_two_processes_do_not_write_one_output(folder, run, tmp_path):
    parts = tmp_path / "out.jsonl.parts"
    parts.mkdir()

    with _alone(parts), pytest.raises(AlreadyRunning):
        run(folder, to=tmp_path / "out.jsonl")


def test_a_job_that_another_has_just_finished_is_not_done_again(run, folder, tmp_path):
    output = tmp_path / "out.jsonl"
    run(folder, to=output)
    (tmp_path / "out.jsonl.parts").mkdir()  # a second process made it as the first took its own away

    with pytest.raises(BulkRefused, match="is there already"):
        run(folder, to=output)

    assert not (tmp_path / "out.jsonl.parts").exists()


def test_batches_are_bounded_by_bytes_as_well(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("handback.reading.bulk.batches.MOST_BYTES_TOGETHER", 200)

    sizes = [sum(i.size for i in batch) for batch in in_batches([folder], listings=tmp_path)]

    assert len(sizes) > 1
    assert max(sizes) <= 200


def killed_and_gone_on(tmp_path, output):
    """Read 3,000 papers to an output, killed on the way again and again."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3_000):
        (folder / f"{number}.txt").write_text(f"RESOLVED: That paper {number} be approved.")
    asked = [sys.executable, "-m", "handback.jobs.command", "read", str(folder), "--engine", "processes"]
    asked += ["--to", str(output)]
    for seconds in (0.8, 1.2, 1.6):
        program = subprocess.Popen(asked, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        time.sleep(seconds)
        program.kill()
        program.wait()
    subprocess.run(asked, check=False, capture_output=True, timeout=120)


def test_the_whole_program_killed_again_and_again_writes_each_document_once(tmp_path):
    killed_and_gone_on(tmp_path, tmp_path / "out.jsonl")

    found = [row["id"] for row in rows(tmp_path / "out.jsonl")]
    assert len(found) == len(set(found)) == 3_000


def test_killed_while_it_writes_parquet_each_document_is_there_once(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")

    killed_and_gone_on(tmp_path, tmp_path / "out.parquet")

    found = parquet.read_table(tmp_path / "out.parquet")["id"].to_pylist()
    assert len(found) == len(set(found)) == 3_000


def test_a_full_disk_says_so_and_what_was_done_is_gone_on_with(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number}.txt").write_text(f"RESOLVED: That paper {number} be approved. " * 20)
    output = tmp_path / "out.jsonl"
    asked = [sys.executable, "-m", "handback.jobs.command", "read", str(folder), "--to", str(output)]
    full = subprocess.run(
        ["bash", "-c", 'ulimit -f 40; exec "$@"', "-", *asked], capture_output=True, text=True
    )

    assert full.returncode == 1
    assert "File too large" in full.stderr
    assert "Traceback" not in full.stderr
    assert not output.exists()
    subprocess.run(asked, check=True, capture_output=True)
    assert len(rows(output)) == 600


def test_a_dask_cluster_reads_the_same_rows(folder, run, tmp_path):
    pytest.importorskip("distributed")
    run(folder, to=tmp_path / "one.jsonl")
    run(folder, to=tmp_path / "dask.jsonl", engine=lambda waiting: engines.dask(waiting, workers=1))

    assert (tmp_path / "dask.jsonl").read_text() == (tmp_path / "one.jsonl").read_text()


def test_a_scheduler_that_does_not_answer_is_said(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("handback.reading.bulk.engines.PATIENCE", 0.5)

    with pytest.raises(BulkRefused, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"):
        list(engines.dask(batches(1), scheduler="tcp://127.0.0.1:9"))
