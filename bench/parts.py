"""The parts of the bench, each measured in a process and a record of its own, so that none pays for another.

`python -m bench.parts PART FILE` measures one part and writes its rows, as JSON, to FILE.
"""

import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench.measured import Measured

# Each part: its module, and the program that it is run beside, if any.
PARTS = {
    "ledger": ("bench.ledger", ()),
    "reading": ("bench.reading", ()),
    "formats": ("bench.formats", ()),
    "scale": ("bench.scale", ()),
    "peers": ("bench.peers", ()),
    "audit": ("bench.audit", ()),
    "audit-postgresql": ("bench.audit", ("setup/with-postgresql",)),
    "process-control": ("bench.process_control", ()),
    "composite": ("bench.composite", ()),
    "entering": ("bench.entering", ()),
    "pages": ("bench.pages", ()),
    "board": ("bench.board", ()),
    "board-postgresql": ("bench.board", ("setup/with-postgresql",)),
}
PROJECT = Path(__file__).parents[1]


def alone(part: str) -> list[Measured]:
    """The rows of one part; none, and a line on standard error, if it could not be measured."""
    module, beside = PARTS[part]
    if importlib.util.find_spec(module) is None:
        print(f"{part}: nothing to measure yet", file=sys.stderr)
        return []
    print(f"{part}: measuring", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="handback-bench-") as folder:
        rows = Path(folder) / "rows.json"
        command = [*beside, sys.executable, "-m", "bench.parts", part, str(rows)]
        done = subprocess.run(command, cwd=PROJECT, env=_environment(folder), check=False)
        if done.returncode:
            print(f"{part}: could not be measured", file=sys.stderr)
            return []
        return [Measured(**row) for row in json.loads(rows.read_text(encoding="utf-8"))]


def _environment(folder: str) -> dict[str, str]:
    ours = {"HANDBACK_DATA": folder, "DJANGO_SETTINGS_MODULE": "handback.config.settings"}
    return {name: value for name, value in os.environ.items() if name != "HANDBACK_DATABASE"} | ours


def _measure(part: str, file: str) -> None:
    module, _ = PARTS[part]
    rows = [asdict(row) for row in importlib.import_module(module).measure()]
    Path(file).write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    _measure(*sys.argv[1:])
