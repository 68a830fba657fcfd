"""`handback verify`: is the record what its log says, and the log what was signed?"""

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

HELP = "Check every row and event of the record, and say what is wrong and where"
EXAMPLE = """examples:
  handback verify                                check the record against its own log and checkpoints
  handback verify --against march.checkpoint     and against a checkpoint that was given out
  handback verify --write today.checkpoint       and, if all is well, sign a new checkpoint to give away
"""
LARGEST_CHECKPOINT = 400_000  # bytes


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `handback verify` may be told."""
    parser.description = HELP
    parser.epilog = EXAMPLE
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--against", metavar="CHECKPOINT", type=Path, help="a file with a signed checkpoint")
    parser.add_argument("--key", help="the public key of that checkpoint, if you hold it from elsewhere")
    parser.add_argument("--write", metavar="FILE", type=Path, help="sign a new checkpoint and write it here")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def run(args: argparse.Namespace) -> int:
    """Verify, print what was checked and what is wrong; 0 if nothing is, otherwise 1."""
    try:
        against = _read(args.against) if args.against else None
        key = Key.parse(args.key) if args.key else None
    except (OSError, ValueError) as fault:
        print(f"handback verify: {fault}", file=sys.stderr)
        return 1
    found = queries.verify(against, key=key)
    print(_as_json(found) if args.json else _as_text(found))
    if found.is_good and args.write:
        return _write(args.write)
    return 0 if found.is_good else 1


def _read(path: Path) -> str:
    if path.stat().st_size > LARGEST_CHECKPOINT:
        raise NotACheckpoint(f"{path} is too large to be a checkpoint.")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise NotACheckpoint(f"{path} is not text, so it is not a checkpoint.") from None


def _write(path: Path) -> int:
    note = actions.checkpoint(by=actions.system("handback verify"), at=now()).note
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(note, encoding="utf-8")
        draft.replace(path)
    except OSError as fault:
        draft.unlink(missing_ok=True)
        print(f"handback verify: the checkpoint could not be written: {fault}", file=sys.stderr)
        return 1
    print(f"Signed checkpoint: {path}", file=sys.stderr)
    return 0


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
