"""Load a record file, all of it or nothing.

FILE is a record file or a register file (docs/reference/record-file.md), or a measures file
(docs/reference/measures-file.md). Four come with Handback: “rotherham”, the real intervention of 2015 to
2019; “interventions”, the register of English interventions since 2010; “rotherham-measures”, the figures
published about it; and “worked-example”, NHS England's figures, for the charts. Loading a file again changes
only what differs; what differs is kept as a correction. Those four are compiled from public pages, so a copy
is published at once; of your own file only with --publish.
"""

import argparse
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from django.utils import timezone

from handback.records.audit.actions import Actor, system
from handback.records.audit.facts import Loaded, Outcome
from handback.records.measures import actions as measures
from handback.records.measures.measuresfile import FORMAT as MEASURES
from handback.records.powers import actions
from handback.records.powers.recordfile import Problem, RecordFileError
from handback.records.powers.recordfile.places import LARGEST_FILE, PlacedJson, field_path, read_json

EXAMPLE = "handback load rotherham"
SHIPPED = {
    "rotherham": "handback.records.powers",
    "interventions": "handback.records.powers",
    "rotherham-measures": "handback.records.measures",
    "worked-example": "handback.records.measures",
}
MOST_READ = 5 * LARGEST_FILE  # bytes: enough to say how large a file is, and an end to one that has none


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, or the name of one that comes with Handback."""
    parser.add_argument("file", metavar="FILE|" + "|".join(SHIPPED))
    parser.add_argument("--publish", action="store_true", help="publish a copy of what was loaded")


def run(asked: argparse.Namespace) -> int:
    """Load the file and say what it did."""
    for line in told(load(asked.file, publish=asked.publish, at=timezone.now())):
        print(line)
    return 0


def load(file: str, *, publish: bool = False, at: datetime) -> Loaded:
    """Load a file, or one that comes with Handback. A file of that name in this folder comes first."""
    if file in SHIPPED and not Path(file).is_file():
        return load_shipped(file, at=at)
    return _load(Path(file), name=file, publish=publish, at=at)


def load_shipped(name: str, *, at: datetime) -> Loaded:
    """Load a file that comes with Handback, and publish it: it was compiled from public pages."""
    path = Path(str(files(SHIPPED[name]).joinpath("data", f"{name}.json")))
    return _load(path, name=path.name, publish=True, at=at)


def _load(path: Path, *, name: str, publish: bool, at: datetime) -> Loaded:
    with path.open("rb") as opened:
        data = opened.read(MOST_READ)
    placed = read_json(data, name=name)
    by = system("handback load")
    if isinstance(placed.value, dict) and placed.value.get("format") == MEASURES:
        return _load_measures(placed, name=name, publish=publish, by=by, at=at)
    return actions.load(data, name=name, publish=publish, by=by, at=at)


def _load_measures(placed: PlacedJson, *, name: str, publish: bool, by: Actor, at: datetime) -> Loaded:
    """Load a measures file. Raises RecordFileError, naming file, line and field."""
    on = timezone.localtime(at).date()
    try:
        return measures.load(placed.value, publish=publish, on=on, by=by, at=at)
    except measures.MeasuresFileRefused as refused:
        problems = [Problem(placed.line(path), field_path(path), told) for path, told in refused.problems]
        raise RecordFileError(name, problems) from None


def told(loaded: Loaded) -> list[str]:
    """What loading did, in lines for people."""
    new, corrected = loaded.total(Outcome.NEW), loaded.total(Outcome.CORRECTED)
    facts = "1 fact" if new == 1 else f"{new} facts"
    changed = f"{facts} recorded, {corrected} corrected." if new or corrected else "nothing to change."
    lines = [f"{loaded.title}: {changed}"]
    for kind in sorted({kind for kind, _ in loaded.counts}):
        found = {outcome: loaded.counts[kind, outcome] for outcome in Outcome}
        lines.append(f"  {kind}: " + ", ".join(f"{n} {outcome}" for outcome, n in found.items() if n))
    return lines
