"""Open an account for the office, or give it a role at a council.

The account is opened if there is none of that name, and its password is made here and printed once. With
--role and --authority the account gets that role from today; run it again to give another. With --end-role
besides, it loses that role from today on. With --new-password another password is made, with --end-tokens its
tokens for the API end, and with --close nobody can sign in to it any more. What was done with it stays.
"""

import argparse
import secrets
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from handback.jobs.powers import NoSuchAuthority
from handback.records.audit.actions import system
from handback.records.people import actions, queries

if TYPE_CHECKING:
    from handback.records.people.models import Authority

EXAMPLE = 'handback account ada --name "Ada Lindqvist" --role "improvement officer" --authority harrowmere'
BY = system("handback account")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose account, and what it may do."""
    parser.add_argument("username", metavar="USERNAME", help="what the person types to sign in")
    parser.add_argument("--name", help="the person's name, as the log will have it; needed for a new account")
    parser.add_argument("--title", default="", help="the person's job title")
    parser.add_argument("--role", choices=[role.value for role in queries.Role], help="what it is for")
    parser.add_argument("--authority", help="GSS code or name of the council at which it has the role")
    done = parser.add_mutually_exclusive_group()
    done.add_argument("--end-role", action="store_true", help="end the role at the council from today on")
    done.add_argument("--new-password", action="store_true", help="make and print another password")
    done.add_argument("--end-tokens", action="store_true", help="end its tokens for the API")
    done.add_argument(
        "--close", action="store_true", help="let nobody sign in to it any more; end its tokens"
    )


class NoName(ValueError):
    """A new account without a name."""

    def __init__(self, username: str) -> None:
        super().__init__(f"There is no account called {username}. Give --name to open it.")


class NothingToEnd(ValueError):
    """An account that there is not."""

    def __init__(self, username: str) -> None:
        super().__init__(f"There is no account called {username}, so nothing was ended.")


class HalfARole(ValueError):
    """A role without a council, a council without a role, or neither where a role is to end."""

    def __init__(self) -> None:
        super().__init__("Give --role and --authority together: a role is held at a council.")


def run(asked: argparse.Namespace) -> int:
    """Open the account if need be, give the role, and say what was done."""
    if bool(asked.role) != bool(asked.authority) or (asked.end_role and not asked.role):
        raise HalfARole
    at = timezone.now()
    if asked.close or asked.end_tokens:
        return _end(asked, at=at)
    authority = queries.authority_called(asked.authority) if asked.authority else None
    if asked.authority and authority is None:
        known = queries.authorities().order_by("name")
        raise NoSuchAuthority(asked.authority, [f"{each.name} ({each.gss})" for each in known])
    user = queries.account(asked.username)
    if authority is not None and asked.end_role:
        return _end_role(user, authority, asked, at=at)
    if user is None:
        user = _open(asked, at=at)
    elif asked.new_password:
        password = secrets.token_urlsafe(12)
        actions.change_password(user.pk, password=password, by=BY, at=at)
        print(f"The new password of {user.username}: {password}")
    if authority is not None and asked.role in queries.roles_at(user, authority.slug, on=at.date()):
        print(f"{user} is {asked.role} at {authority} already.")
    elif authority is not None:
        actions.grant(user, authority, role=asked.role, first=at.date(), until=None, by=BY, at=at)
        print(f"{user} is {asked.role} at {authority} from today.")
    return 0


def _end_role(
    user: "queries.User | None", authority: "Authority", asked: argparse.Namespace, *, at: datetime
) -> int:
    if user is None:
        raise NothingToEnd(asked.username)
    if actions.end_role(user, authority, role=asked.role, on=at.date(), by=BY, at=at):
        print(f"{user} is {asked.role} at {authority} no longer.")
        return 0
    print(f"{user} is not {asked.role} at {authority}, so nothing was ended.", file=sys.stderr)
    return 1


def _end(asked: argparse.Namespace, *, at: datetime) -> int:
    user = queries.account(asked.username)
    if user is None:
        raise NothingToEnd(asked.username)
    if asked.close:
        actions.close_account(user.pk, by=BY, at=at)
        print(f"The account {user.username} is closed, and its tokens have ended.")
    else:
        ended = actions.end_all_tokens(user.pk, by=BY, at=at)
        print(f"Tokens of {user.username} that were ended: {len(ended)}.")
    return 0


def _open(asked: argparse.Namespace, *, at: datetime) -> "queries.User":
    if not asked.name:
        raise NoName(asked.username)
    password = secrets.token_urlsafe(12)
    user = actions.open_account(
        username=asked.username, name=asked.name, job_title=asked.title, password=password, by=BY, at=at
    )
    print(f"Opened the account {user.username}. Its password: {password}")
    return user
