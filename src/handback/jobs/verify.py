"""Check every event and row of the record, and say what is wrong and where.

The log is checked against its own checkpoints and, with --against, against one that was given out: only that
tells a record whose whole history was written anew. The exit status is 1 if anything is wrong.
"""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from django.utils.timezone import now

from handback.core.audit.checkpoint import Key, NotACheckpoint
from handback.records.audit import actions, queries
from handback.records.audit.queries import Verification

EXAMPLE = "handback verify --against march.checkpoint --write today.checkpoint"
LARGEST_CHECKPOINT = 400_000  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A checkpoint to check against, and where to write a new one."""
    parser.add_argument("--against", metavar="CHECKPOINT", type=Path, help="a file with a signed checkpoint")
    parser.add_argument("--key", help="the public key of that checkpoint, if you hold it from elsewhere")
    parser.add_argument(
        "--write",
        metavar="FILE",
        type=Path,
        help="if nothing is wrong, sign a new checkpoint and write it here",
    )
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(asked: argparse.Namespace) -> int:
    """Verify, and print what was checked and what is wrong; 0 if nothing is, otherwise 1.

    Raises OSError, NotACheckpoint or KeyUnreadable when a file cannot be used.
    """
    against = _read(asked.against) if asked.against else None
    key = Key.parse(asked.key) if asked.key else None
    found = queries.verify(against, key=key)
    print(_as_json(found) if asked.json else _as_text(found))
    if found.is_good and asked.write:
        _write(asked.write)
    return 0 if found.is_good else 1


def _read(path: Path) -> str:
    if path.stat().st_size > LARGEST_CHECKPOINT:
        raise NotACheckpoint(f"{path} is too large to be a checkpoint.")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise NotACheckpoint(f"{path} is not text, so it is not a checkpoint.") from None


def _write(path: Path) -> None:
    note = actions.checkpoint(by=actions.system("handback verify"), at=now()).note
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(note, encoding="utf-8")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    print(f"Signed checkpoint: {path}", file=sys.stderr)


def _as_json(found: Verification) -> str:
    return json.dumps({"good": found.is_good, **asdict(found)}, ensure_ascii=False, indent=2)


def _as_text(found: Verification) -> str:
    lines = [
        f"Events checked:       {found.events:,}",
        f"Rows checked:         {found.rows:,} in {found.tables} tables",
        f"Deletions checked:    {found.deletions:,}",
        f"Checkpoints checked:  {found.checkpoints:,}",
        f"Root of the log:      {found.root}",
    ]
    if found.is_good:
        return "\n".join([*lines, "", "Nothing is wrong."])
    unlisted = found.wrong - len(found.problems)
    more = [f"  and {unlisted:,} more"] if unlisted else []
    return "\n".join(
        [*lines, "", "Something is wrong:", *(f"  {problem.sentence}" for problem in found.problems), *more]
    )
