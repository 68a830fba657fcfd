"""The command `handback`: finds the job that was asked for, runs it, and says plainly what went wrong.

Exit status: 0 done, 1 could not be done (the reason is on standard error), 2 used wrongly.
"""

import argparse
import fcntl
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

from handback import __version__

JOBS = {
    "demo": "load the demonstration record and serve it",
    "serve": "serve the office and the public pages on this machine",
    "account": "open an account for the office, or give it a role",
    "load": "load a record file, all of it or nothing",
    "read": "read documents and print the claims found in them",
    "check-figures": "work out again every share and total that documents state",
    "fetch": "bring new and changed pages from councils' sites",
    "powers": "say who held each function of a council on a day",
    "verify": "check the record against its log and signed checkpoints",
    "publish": "write the published copies out as plain files",
}
WITHOUT_A_RECORD = frozenset({"read", "check-figures"})
WRITES = frozenset({"demo", "serve", "account", "load", "fetch"})
INTERRUPTED, ENDED = 130, 143  # the exit statuses of a program stopped by SIGINT and by SIGTERM
UPDATE_LOCK = 0x48616E64  # PostgreSQL names advisory locks by number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one job and return its exit status. Only the job that is asked for is imported."""
    if arguments is None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(ENDED))  # so that what was begun is undone
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # for a terminal that cannot show every character
    try:
        return _main(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return INTERRUPTED


def _main(words: list[str]) -> int:
    asked_for = next((word for word in words if word in JOBS), None)
    try:
        if asked_for and asked_for not in WITHOUT_A_RECORD:
            set_up()
        module = import_module(f"handback.jobs.{asked_for.replace('-', '_')}") if asked_for else None
    except Exception as problem:
        return _told(asked_for or "", problem)
    if not words:
        _parser(None, None).print_help(sys.stderr)
        return 2
    asked = _parser(asked_for, module).parse_args(words)
    return _run(module, asked)


def _parser(asked_for: str | None, module: ModuleType | None) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handback",
        description="The working record of a council under statutory intervention.",
        epilog="The record lives in the folder HANDBACK_DATA names. “handback JOB --help” explains a job.",
    )
    parser.add_argument("--version", action="version", version=f"handback {__version__}")
    jobs = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    for name, summary in JOBS.items():
        job = jobs.add_parser(name, help=summary, formatter_class=argparse.RawDescriptionHelpFormatter)
        if name == asked_for and module is not None:
            job.description = module.__doc__
            job.epilog = f"examples:\n  {module.EXAMPLE}"
            module.add_arguments(job)
    return parser


def _run(module: ModuleType | None, asked: argparse.Namespace) -> int:
    if module is None:  # argparse has already refused this
        return 2
    try:
        if asked.job not in WITHOUT_A_RECORD:
            bring_up_to_date()
        if asked.job in WRITES:
            check_guarded()
        status: int = module.run(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        return _told(asked.job, problem)
    return status


def _told(job: str, problem: Exception) -> int:
    """Say on standard error what went wrong; a fault of our own is raised as it is."""
    ours = type(problem).__module__.partition(".")[0]
    known = isinstance(problem, OSError | ValueError | RuntimeError) or ours in ("handback", "django")
    if not known and not _is_missing_library(problem):
        raise problem
    print(f"handback {job}: {_sentence(problem)}", file=sys.stderr)
    return 1


def _is_missing_library(problem: Exception) -> bool:
    return isinstance(problem, ModuleNotFoundError) and not str(problem.name).startswith("handback")


def _sentence(problem: Exception) -> str:
    """A problem in words for people. Python and the databases give theirs in lower case and with numbers."""
    if isinstance(problem, ModuleNotFoundError):
        return f"“{problem.name}”, which this version needs, is not installed. Run “make setup”."
    if isinstance(problem, OSError) and problem.strerror:
        return ": ".join(filter(None, [str(problem.filename or ""), f"{problem.strerror}."]))
    if type(problem).__name__ == "OperationalError":
        if "locked" in str(problem):
            return "Another process is writing to the record. Nothing was changed; try again in a moment."
        return f"The record could not be read or written: {problem}. What was begun has been undone."
    return str(problem)


def set_up() -> None:
    """Set Django up for a job."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handback.config.settings")
    import django

    django.setup()


class GuardsDown(RuntimeError):
    """Tables that the database no longer guards: nothing is written until somebody has looked."""

    def __init__(self, tables: list[str]) -> None:
        super().__init__(
            f"The database does not guard {', '.join(tables)}: an update did not finish, or somebody took "
            "the guards down. Run “handback verify” first; docs/reference/audit.md says how to put them up."
        )


def check_guarded() -> None:
    """Refuse to write to a record whose guards are down. Raises GuardsDown."""
    from django.db import connection

    from handback.records.audit.guards.standing import fallen

    if tables := fallen(connection):
        raise GuardsDown(tables)


def bring_up_to_date() -> None:
    """Make the record's tables, or bring them to this version's form."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with _alone():
            if connection.vendor == "sqlite":
                Path(connection.settings_dict["NAME"]).chmod(0o600)  # in a folder that others may read, too
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


@contextmanager
def _alone() -> Iterator[None]:
    """A while in which no other process changes the form of this record; the second to come finds it done."""
    from django.conf import settings
    from django.db import connection

    with open(Path(settings.DATA) / "update.lock", "w") as file, connection.cursor() as cursor:
        fcntl.flock(file, fcntl.LOCK_EX)
        shared = connection.vendor == "postgresql"
        if shared:
            cursor.execute("SELECT pg_advisory_lock(%s)", [UPDATE_LOCK])
        yield
        if shared:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [UPDATE_LOCK])


if __name__ == "__main__":
    sys.exit(main())
