"""Read documents and print the claims found in them, or read any number of them to a file.

Without --to, each claim is shown with its kind, place and exact words; with --json each file gives one line
of JSON: its id (the file's name without its ending), document and records.

With --to, folders, tar archives, JSON lines (rows with `text`, or `content` in base64) and Parquet are read
as well, by this process, by several, or by a Dask cluster, to a file that ends in .jsonl or .parquet. What
was stopped is gone on with by the same command. A document that fails is a row with its error.

A document that takes longer than --time-limit is left, with that reason, and the others are read.
"""

import argparse
import json
import sys
import tarfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from handback.jobs import second_reader
from handback.jobs.claims_told import as_lines, counted
from handback.jobs.limit import add_limit
from handback.outside.language_model import AddressRefused, LanguageModel
from handback.reading import Document, State, as_json
from handback.reading.bulk import ENGINES, BulkRefused, Engine, Job, Outcome, engines, read_files

EXAMPLE = (
    "handback read minutes.html decision.txt --json\n"
    "  handback read minutes/ packs.tar --engine processes --to claims.parquet"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and the form to print in; or the engine and the file to write."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")
    parser.add_argument("--to", type=Path, metavar="OUTPUT", help="a file to write: .jsonl or .parquet")
    parser.add_argument("--engine", choices=ENGINES, default="one", help="who reads, with --to")
    parser.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of a Dask cluster: tcp://host:8786"
    )
    parser.add_argument("--workers", type=_workers, default=2, help="processes on this machine (2)")
    add_limit(parser)
    second_reader.add_arguments(parser)


def _workers(words: str) -> int:
    number = int(words)
    if not 1 <= number <= 256:
        raise argparse.ArgumentTypeError("from 1 to 256")
    return number


def run(asked: argparse.Namespace) -> int:
    """Read each file; one that cannot be read is said on standard error and does not stop the others."""
    try:
        model = second_reader.chosen(asked)
        if asked.to is None:
            return _print(asked, model)
        if model is not None:
            raise BulkRefused("The second reader is asked about files that are named, and not with --to.")
        return _write(asked)
    except (BulkRefused, AddressRefused) as refusal:
        print(f"handback read: {refusal}", file=sys.stderr)
        return 1


def _write(asked: argparse.Namespace) -> int:
    """Read to a file, telling how far it is on standard error."""
    failed, told = 0, ""
    for progress in Job(tuple(asked.files), asked.to).run(_engine(asked)):
        failed = progress.failed
        earlier = f", {progress.found_done} batches done before" if progress.found_done else ""
        before, told = told, f"{counted(progress.documents, 'document')} read, {failed:,} failed{earlier}"
        if told != before:
            print(told, file=sys.stderr)
    print(asked.to)
    return 1 if failed else 0


def _engine(asked: argparse.Namespace) -> Engine:
    seconds = asked.time_limit
    if asked.engine == "dask":
        return partial(engines.dask, scheduler=asked.scheduler, workers=asked.workers, seconds=seconds)
    if asked.engine == "processes":
        return partial(engines.processes, workers=asked.workers, seconds=seconds)
    return partial(engines.one, seconds=seconds)


def _print(asked: argparse.Namespace, model: LanguageModel | None) -> int:
    many = next((path for path in asked.files if _holds_many(path)), None)
    if many is not None:
        raise BulkRefused(f"{many} holds many documents: name a file to write, such as --to claims.jsonl.")
    failures = 0
    for outcome in read_files(asked.files, seconds=asked.time_limit):
        account: dict[str, Any] = {}
        if model is not None and outcome.document is not None and outcome.document.text:
            reading = second_reader.read_twice(outcome.document, model, asked, agreed=_agreed)
            if reading is None:
                failures += 1
            else:
                outcome = replace(outcome, claims=reading.claims)
                account = second_reader.as_json(reading, asked)
        if outcome.document is None or outcome.document.state is State.UNREADABLE:
            failures += 1
            reason = outcome.failure or f"{outcome.path}: {outcome.document and outcome.document.reason}"
            print(f"handback read: {reason}", file=sys.stderr)
        if outcome.document is not None:
            told = (
                _as_json(outcome.document, outcome, account) if asked.json else "\n".join(as_lines(outcome))
            )
            print(told)
    return 1 if failures else 0


def _holds_many(path: Path) -> bool:
    return path.is_dir() or (path.is_file() and tarfile.is_tarfile(path))


def _agreed(question: str) -> bool:
    """A person at a terminal is asked; where there is none, the answer is no."""
    if not sys.stdin.isatty():
        print("Nobody is there to agree; say --yes to ask the model.", file=sys.stderr)
        return False
    return input(question).strip().lower() in ("y", "yes")


def _as_json(document: Document, outcome: Outcome, account: dict[str, Any]) -> str:
    read = as_json(document, outcome.claims, id=outcome.id)
    return json.dumps(read | account, ensure_ascii=False)
