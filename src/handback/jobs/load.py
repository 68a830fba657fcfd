"""Load a record file, all of it or nothing.

FILE is a record file or a register file (docs/reference/record-file.md). Two come with Handback: “rotherham”,
the real intervention of 2015 to 2019, and “interventions”, the register of English interventions since 2010.
Loading a file again changes only what differs; what differs is kept as a correction.
"""

import argparse
from datetime import datetime
from pathlib import Path

from django.utils import timezone

EXAMPLE = "handback load rotherham"
SHIPPED = ("rotherham", "interventions")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, or the name of one that comes with Handback."""
    parser.add_argument("file", metavar="FILE|rotherham|interventions")


def run(asked: argparse.Namespace) -> int:
    """Load the file and say what it did."""
    for line in load(asked.file, at=timezone.now()):
        print(line)
    return 0


def load(file: str, *, at: datetime) -> list[str]:
    """Load a file or a shipped one, publish what it changed, and return what was done, in lines."""
    from handback.records.audit.actions import system
    from handback.records.audit.facts import Outcome
    from handback.records.powers import actions
    from handback.records.powers.recordfile import shipped

    if file in SHIPPED and not Path(file).exists():
        name, data = f"{file}.json", shipped(file)
    else:
        path = Path(file)
        name, data = path.name, path.read_bytes()
    by = system("handback load")
    loaded = actions.load(data, name=name, by=by, at=at)
    kinds = sorted({kind for kind, _ in loaded.counts})
    lines = [f"{loaded.title}: {_told(loaded.total(Outcome.NEW), loaded.total(Outcome.CORRECTED))}"]
    for kind in kinds:
        found = {outcome: loaded.counts[kind, outcome] for outcome in Outcome if loaded.counts[kind, outcome]}
        lines.append(f"  {kind}: " + ", ".join(f"{n} {outcome}" for outcome, n in found.items()))
    return lines


def _told(new: int, corrected: int) -> str:
    if not (new or corrected):
        return "nothing to change; the record already states all of it."
    return f"{new} facts recorded, {corrected} corrected."
