"""Load a record file, all of it or nothing.

FILE is a record file or a register file (docs/reference/record-file.md). Two come with Handback: “rotherham”,
the real intervention of 2015 to 2019, and “interventions”, the register of English interventions since 2010.
Loading a file again changes only what differs; what differs is kept as a correction. Those two are compiled
from public pages, so a copy is published at once; of your own file only with --publish.
"""

import argparse
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from handback.records.audit.actions import Actor, system
from handback.records.audit.facts import Outcome
from handback.records.people import queries
from handback.records.powers import actions

EXAMPLE = "handback load rotherham"
SHIPPED = ("rotherham", "interventions")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, or the name of one that comes with Handback."""
    parser.add_argument("file", metavar="FILE|rotherham|interventions")
    parser.add_argument("--publish", action="store_true", help="publish a copy of what was loaded")


def run(asked: argparse.Namespace) -> int:
    """Load the file and say what it did."""
    for line in told(load(asked.file, publish=asked.publish, at=timezone.now())):
        print(line)
    return 0


@transaction.atomic
def load(file: str, *, publish: bool = False, at: datetime) -> actions.Loaded:
    """Load a file, or one that comes with Handback. A file of that name in this folder comes first."""
    by = system("handback load")
    path = Path(file)
    is_shipped = file in SHIPPED and not path.exists()
    if is_shipped:
        path = Path(str(files("handback.records.powers").joinpath("data", f"{file}.json")))
    loaded = actions.load(path.read_bytes(), name=path.name if is_shipped else str(path), by=by, at=at)
    if publish or is_shipped:
        _publish(loaded.slug, by=by, at=at)
    return loaded


def _publish(slug: str, *, by: Actor, at: datetime) -> None:
    authority = queries.authorities().filter(slug=slug).first()
    if authority is None:
        actions.publish_register(by=by, at=at)
    else:
        actions.publish(authority, by=by, at=at)


def told(loaded: actions.Loaded) -> list[str]:
    """What loading did, in lines for people."""
    new, corrected = loaded.total(Outcome.NEW), loaded.total(Outcome.CORRECTED)
    changed = f"{new} facts recorded, {corrected} corrected." if new or corrected else "nothing to change."
    lines = [f"{loaded.title}: {changed}"]
    for kind in sorted({kind for kind, _ in loaded.counts}):
        found = {outcome: loaded.counts[kind, outcome] for outcome in Outcome}
        lines.append(f"  {kind}: " + ", ".join(f"{n} {outcome}" for outcome, n in found.items() if n))
    return lines
