"""The command, run within the test or as a process of its own."""

import os
import shutil
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
def new_folder(tmp_path: Path) -> Path:
    """Where a process of its own will make its record."""
    return tmp_path / "record"


@pytest.fixture(scope="session")
def empty_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a record in which nothing is recorded yet. Making one takes seconds."""
    made = tmp_path_factory.mktemp("empty") / "record"
    ran("powers", "nowhere", env=environment(made))
    return made


@pytest.fixture
def folder(empty_record: Path, new_folder: Path) -> Path:
    """Where a process of its own keeps its record: a copy of the empty one."""
    shutil.copytree(empty_record, new_folder)
    return new_folder


def ran(*words: object, **given: Any) -> Process:
    """Run a job as a process of its own; `given` are the environment, the folder it runs in, and the like."""
    arguments = [*PYTHON, *(str(word) for word in words)]
    return subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=120, **given)


@pytest.fixture
def handback(folder: Path, tmp_path: Path) -> Callable[..., Process]:
    """Runs a job as a process, from another folder than the project's: `handback("load", "rotherham")`."""
    return lambda *words, **given: ran(*words, **{"cwd": tmp_path, "env": environment(folder)} | given)
