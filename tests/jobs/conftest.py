"""The command, run within the test or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handback.jobs import command

Process = subprocess.CompletedProcess[str]
PYTHON = [sys.executable, "-m", "handback.jobs.command"]


@pytest.fixture
def run(db: None, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a job here: `run("powers", "harrowmere")` gives its status, what it printed and its errors."""

    def ran(*words: object) -> tuple[int, str, str]:
        try:
            status = command.main([str(word) for word in words])
        except SystemExit as ended:  # argparse
            status = int(str(ended.code))
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return ran


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a process whose record is in `folder`."""
    usual = {name: value for name, value in os.environ.items() if not name.startswith("HANDBACK_")}
    return usual | {"HANDBACK_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "handback.config.settings"} | more


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a process of its own keeps its record."""
    return tmp_path / "record"


@pytest.fixture
def handback(folder: Path, tmp_path: Path) -> Callable[..., Process]:
    """Runs a job as a process, from another folder than the project's: `handback("load", "rotherham")`."""

    def ran(*words: object, **given: Any) -> Process:
        given = {"cwd": tmp_path, "env": environment(folder), "timeout": 120} | given
        arguments = [*PYTHON, *(str(word) for word in words)]
        return subprocess.run(arguments, capture_output=True, text=True, check=False, **given)

    return ran
