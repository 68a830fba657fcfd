"""Read documents and print the claims found in them.

Plain text and HTML are read. Without --json each claim is shown with its kind, place and exact words; with
--json each file gives one line of JSON: its id (the file's name without its ending), document and records.
"""

import argparse
import json
import sys
from pathlib import Path

EXAMPLE = "handback read minutes.html decision.txt --json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files, and the form to print in."""
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each file")


def run(asked: argparse.Namespace) -> int:
    """Read each file; one that cannot be read is said on standard error and does not stop the others."""
    from handback.reading.bulk import read_files

    failures = 0
    for outcome in read_files(asked.files):
        if outcome.failure:
            failures += 1
            print(f"handback read: {outcome.failure}", file=sys.stderr)
            continue
        if asked.json:
            print(json.dumps(outcome.as_json(), ensure_ascii=False))
        else:
            print("\n".join(outcome.as_lines()))
    return 1 if failures else 0
