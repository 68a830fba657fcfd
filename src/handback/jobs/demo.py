"""Load the demonstration record and serve it.

The record is the real Rotherham intervention of 2015 to 2019 with the figures published about it, and the
register of English interventions, all from public sources; and a worked example of charts, with NHS England's
figures. The accounts are for demonstration only; their passwords are made on this machine, printed here each
time, and kept beside the record. Safe to run again.
"""

import argparse
import json
import secrets
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from handback.jobs.load import SHIPPED, load_shipped, told
from handback.jobs.serve import WORKERS, check_free, port, serve
from handback.records.audit.actions import Actor, system
from handback.records.audit.made_once import make_once
from handback.records.people import actions as people
from handback.records.people import queries

if TYPE_CHECKING:
    from handback.records.people.models import User

EXAMPLE = "handback demo --port 8000"
ACCOUNTS = {
    "officer": ("Demonstration officer", "improvement officer"),
    "monitoring": ("Demonstration monitoring officer", "monitoring officer"),
    "commissioner": ("Demonstration commissioner", "commissioner"),
    "member": ("Demonstration member", "member"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, or not to."""
    parser.add_argument("--port", type=port, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument("--no-serve", action="store_true", help="load it, print the accounts and stop")


def run(asked: argparse.Namespace) -> int:
    """Load, publish, say where it is and who can sign in, and serve."""
    if not asked.no_serve:
        check_free(asked.port)
    for name in SHIPPED:
        print("\n".join(told(load_shipped(name, at=timezone.now()))))
    print(f"\nAddress:  http://127.0.0.1:{asked.port}/\nOffice:   http://127.0.0.1:{asked.port}/office/\n")
    print("Demonstration accounts (for this machine only):")
    for username, password in accounts(at=timezone.now()).items():
        print(f"  {username:<13} {password:<20} {ACCOUNTS[username][1]}")
    print()
    if not asked.no_serve:
        serve(port=asked.port, workers=WORKERS)
    return 0


def accounts(*, at: datetime) -> dict[str, str]:
    """The demonstration accounts and their passwords, opened where they are not there yet.

    They have their roles at demonstration records only. An account of somebody else's that goes by one of
    these names is left alone.
    """
    by = system("handback demo")
    kept = Path(settings.DATA) / "demonstration-accounts.json"
    made_anew = not kept.exists()
    passwords = _passwords(kept)
    for username, (name, role) in ACCOUNTS.items():
        user = queries.account(username)
        if user is None:
            user = people.open_account(
                username=username, name=name, job_title="", password=passwords[username], by=by, at=at
            )
        elif user.name != name:
            del passwords[username]
            continue
        elif made_anew:
            people.change_password(user.pk, password=passwords[username], by=by, at=at)
        _give(user, role, by=by, at=at)
    return passwords


def _give(user: "User", role: str, *, by: Actor, at: datetime) -> None:
    """See that an account has its role at every demonstration record."""
    here = queries.authorities().filter(is_demonstration=True)
    for authority in here.exclude(pk__in=queries.grants(user, on=at.date()).values("authority")):
        people.grant(user, authority, role=role, first=at.date(), until=None, by=by, at=at)


def _passwords(path: Path) -> dict[str, str]:
    """Passwords made once and kept in a file that only its owner can read; whole, or not there.

    Of two that start together, those of the first count for both.
    """
    if not path.exists():
        make_once(path, json.dumps({username: secrets.token_urlsafe(12) for username in ACCOUNTS}))
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return kept
