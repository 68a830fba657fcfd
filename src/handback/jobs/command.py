"""The command `handback`: finds the job that was asked for, runs it, and says plainly what went wrong.

Exit status: 0 done, 1 could not be done (the reason is on standard error), 2 used wrongly.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from textwrap import dedent

from handback import __version__

JOBS = ("demo", "serve", "load", "read", "powers", "verify", "publish")
WITHOUT_A_RECORD = frozenset({"read"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one job and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="handback",
        description="The working record of a council under statutory intervention.",
        epilog="The record lives in the folder HANDBACK_DATA names. “handback JOB --help” explains a job.",
    )
    parser.add_argument("--version", action="version", version=f"handback {__version__}")
    jobs = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    modules = {name: import_module(f"handback.jobs.{name}") for name in JOBS}
    for name, module in modules.items():
        summary = (module.__doc__ or "").strip().splitlines()[0]
        job = jobs.add_parser(
            name,
            help=summary,
            description=dedent(module.__doc__ or ""),
            epilog=f"Example:\n  {module.EXAMPLE}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(job)
    asked = parser.parse_args(arguments)
    return _run(modules[asked.job], asked)


def _run(module: object, asked: argparse.Namespace) -> int:
    try:
        if asked.job not in WITHOUT_A_RECORD:
            prepare()
        status: int = module.run(asked)  # type: ignore[attr-defined]
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except (OSError, ValueError, RuntimeError) as problem:
        print(f"handback {asked.job}: {problem}", file=sys.stderr)
        return 1
    except Exception as problem:
        if type(problem).__module__.startswith(("handback.", "django.")):
            print(f"handback {asked.job}: {problem}", file=sys.stderr)
            return 1
        raise
    return status


def prepare() -> None:
    """Set Django up and bring the record's tables up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handback.config.settings")
    import django
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    django.setup()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


if __name__ == "__main__":
    sys.exit(main())
