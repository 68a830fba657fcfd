"""The parts of the bench, each measured in a process and a record of its own."""

import importlib
import importlib.util
import os
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bench.measured import Measured

PARTS = ("ledger", "reading", "audit", "pages")


def alone(part: str) -> list[Measured]:
    """The rows of one part, which pays for nothing that another left behind."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_measure, part).result()


def _measure(part: str) -> list[Measured]:
    if importlib.util.find_spec(f"bench.{part}") is None:
        print(f"{part}: nothing to measure yet", file=sys.stderr)
        return []
    print(f"{part}: measuring", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="handback-bench-") as folder:
        os.environ["HANDBACK_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "handback.config.settings"
        return list(importlib.import_module(f"bench.{part}").measure())
