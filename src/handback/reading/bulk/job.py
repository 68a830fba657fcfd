"""A job: inputs, an engine, an output; begun, stopped at any point, and gone on with.

Beside the output stands a folder `OUTPUT.parts`: what the job is, the listings of its folders, and one part
for each batch that is done, written whole and renamed into place. When every batch has its part, the parts
are joined to the output, and the folder goes.
"""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from handback import __version__
from handback.reading.bulk import inputs as sources
from handback.reading.bulk.batches import batches
from handback.reading.bulk.engines import Batch, Engine
from handback.reading.bulk.parts import FORMS, Form
from handback.reading.bulk.refusals import AlreadyRunning, AnotherJob, BulkRefused
from handback.reading.bulk.rows import VERSION

TOLD = "job.json"  # where a folder of parts says what the job is


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: documents done in this run, of which failed, and batches found done before it."""

    documents: int = 0
    failed: int = 0
    batches: int = 0
    found_done: int = 0
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Read `inputs` to `output` (.jsonl or .parquet). `run` does it, or what is left of it."""

    inputs: tuple[Path, ...]
    output: Path

    def run(self, engine: Engine) -> Iterator[Progress]:
        """Progress after every batch, the last one `finished`.

        Raises InputNotRead, AnotherJob, AlreadyRunning, NotInstalled, BulkRefused; OSError where
        the disk refuses: what was done stays done.
        """
        form = self._form()
        for path in self.inputs:
            sources.check(path)
        parts = self.output.with_name(self.output.name + ".parts")
        if not parts.exists():
            self._check_new()
        parts.mkdir(parents=True, exist_ok=True)
        with _alone(parts):
            if not (parts / TOLD).exists() and self.output.exists():  # finished by another, a moment ago
                shutil.rmtree(parts)
                self._check_new()
            self._begin(parts)
            yield from self._read(engine, form, parts)

    def _check_new(self) -> None:
        if self.output.exists():
            raise BulkRefused(f"{self.output} is there already. Name another output, or delete it first.")

    def _form(self) -> Form:
        form = FORMS.get(self.output.suffix)
        if form is None:
            raise BulkRefused(f"{self.output}: an output is a file that ends in {' or '.join(FORMS)}.")
        return form

    def _begin(self, parts: Path) -> None:
        """Write down what the job is, or see that it is the same one. Raises AnotherJob."""
        told = parts / TOLD
        wanted = {
            "version": f"{__version__}, rows {VERSION}",
            "inputs": [_described(path) for path in self.inputs],
        }
        if not told.exists():
            begun = told.with_suffix(".begun")
            begun.write_text(json.dumps(wanted), encoding="utf-8")
            begun.replace(told)
            return
        before = json.loads(told.read_text(encoding="utf-8"))
        for what in wanted:
            if before.get(what) != wanted[what]:
                raise AnotherJob(parts, "version of Handback" if what == "version" else "list of inputs")

    def _read(self, engine: Engine, form: Form, parts: Path) -> Iterator[Progress]:
        """Read every batch without a part, telling the progress after each; join all parts at the end."""
        documents = failed = done = found = total = 0

        def undone() -> Iterator[Batch]:
            nonlocal found, total
            for number, batch in enumerate(batches(self.inputs, listings=parts)):
                total = number + 1
                if form.part(parts, number).exists():
                    found += 1
                else:
                    yield number, [item.loaded() for item in batch]

        for number, rows in engine(undone()):
            form.write(form.part(parts, number), rows)
            documents += len(rows)
            failed += sum(row["error"] is not None for row in rows)
            done += 1
            yield Progress(documents, failed, done, found)
        self._join(form, parts, total)
        yield Progress(documents, failed, done, found, finished=True)

    def _join(self, form: Form, parts: Path, total: int) -> None:
        begun = parts / ("whole" + self.output.suffix)
        form.join((form.part(parts, number) for number in range(total)), begun)
        begun.replace(self.output)
        shutil.rmtree(parts)


def _described(path: Path) -> dict[str, str | int]:
    """What tells an input from another: its place, and for a file its size and time."""
    found = path.stat()
    if path.is_dir():
        return {"path": str(path.resolve())}
    return {"path": str(path.resolve()), "size": found.st_size, "changed": found.st_mtime_ns}


@contextmanager
def _alone(parts: Path) -> Iterator[None]:
    with (parts / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as taken:
            raise AlreadyRunning(parts) from taken
        yield
