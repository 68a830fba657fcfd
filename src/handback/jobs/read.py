"""Read documents and print the claims found in them.

Plain text and HTML are read. Without --json each claim is shown with its kind, place and exact words; with
--json each file gives one line of JSON: its id (the file's name without its ending), document and records.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from handback.reading import State, as_json
from handback.reading.bulk import Outcome, read_files

EXAMPLE = "handback read minutes.html decision.txt --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and the form to print in."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")


def run(asked: argparse.Namespace) -> int:
    """Read each file; one that cannot be read is said on standard error and does not stop the others."""
    failures = 0
    for outcome in read_files(asked.files):
        if outcome.document is None or outcome.document.state is State.UNREADABLE:
            failures += 1
            reason = outcome.failure or f"{outcome.path}: {outcome.document and outcome.document.reason}"
            print(f"handback read: {reason}", file=sys.stderr)
        if outcome.document is not None:
            print(_as_json(outcome) if asked.json else "\n".join(_as_lines(outcome)))
    return 1 if failures else 0


def _as_json(outcome: Outcome) -> str:
    if outcome.document is None:
        return ""
    return json.dumps(as_json(outcome.document, outcome.claims, id=outcome.id), ensure_ascii=False)


def _as_lines(outcome: Outcome) -> Iterator[str]:
    """What was read, for people: the file, how much of it, and each claim with its place and words."""
    document = outcome.document
    if document is None:
        return
    counted = f"{len(outcome.claims)} claims"
    yield f"{outcome.path}: {document.format}, {document.state}, {len(document.text):,} characters, {counted}"
    if document.reason:
        yield f"  {document.reason}"
    for claim in outcome.claims:
        said = ", ".join(f"{name} {value}" for name, value in claim.attributes.items() if value)
        yield f"  {claim.type} at {claim.start} to {claim.end}: {said}"
        yield f"    “{' '.join(claim.quote.split())}”"
    for part in document.unread:
        yield f"  Not read: {part.what}. {part.why}"
