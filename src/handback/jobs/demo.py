"""Load the demonstration record and serve it.

The record is the real Rotherham intervention of 2015 to 2019 and the register of English interventions, both
from public sources. The accounts are for demonstration only; their passwords are made on this machine,
printed here each time, and kept beside the record. Safe to run again.
"""

import argparse
import json
import os
import secrets
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from handback.jobs.load import load, told
from handback.jobs.serve import WORKERS, serve
from handback.records.audit.actions import system
from handback.records.people import actions as people
from handback.records.people import queries

EXAMPLE = "handback demo --port 8000"
ACCOUNTS = {
    "officer": ("Demonstration officer", "improvement officer"),
    "monitoring": ("Demonstration monitoring officer", "monitoring officer"),
    "commissioner": ("Demonstration commissioner", "commissioner"),
    "member": ("Demonstration member", "member"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen, or not to."""
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument("--no-serve", action="store_true", help="load it, print the accounts and stop")


def run(asked: argparse.Namespace) -> int:
    """Load, publish, say where it is and who can sign in, and serve."""
    at = timezone.now()
    for name in ("rotherham", "interventions"):
        print("\n".join(told(load(name, at=at))))
    print(f"\nAddress:  http://127.0.0.1:{asked.port}/\nOffice:   http://127.0.0.1:{asked.port}/office/\n")
    print("Demonstration accounts (for this machine only):")
    for username, password in accounts(at=at).items():
        print(f"  {username:<13} {password:<20} {ACCOUNTS[username][1]}")
    print()
    if not asked.no_serve:
        serve(port=asked.port, workers=WORKERS)
    return 0


def accounts(*, at: datetime) -> dict[str, str]:
    """The demonstration accounts and their passwords, opened if they are not there yet."""
    by = system("handback demo")
    passwords = _passwords(Path(settings.DATA) / "demonstration-accounts.json")
    for username, (name, role) in ACCOUNTS.items():
        if queries.account(username) is not None:
            continue
        user = people.open_account(
            username=username, name=name, job_title="", password=passwords[username], by=by, at=at
        )
        for authority in queries.authorities().filter(is_demonstration=True):
            people.grant(user, authority, role=role, first=at.date(), until=None, by=by, at=at)
    return passwords


def _passwords(path: Path) -> dict[str, str]:
    """Passwords made once and kept in a file that only its owner can read."""
    if not path.exists():
        made = {username: secrets.token_urlsafe(12) for username in ACCOUNTS}
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(made, file)
    kept: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return kept
