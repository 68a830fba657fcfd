"""Accounts for the office are opened from the command line, and the log says so."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth import authenticate

from handback.jobs.command import main
from handback.records.people import actions as people
from handback.records.people.queries import account, grants, roles_at, tokens
from tests.support.harrowmere import LONG_AGO, MORNING

pytestmark = pytest.mark.django_db

OPENED = ["account", "ada", "--name", "Ada Lindqvist"]


def printed_password(capsys: pytest.CaptureFixture[str]) -> str:
    """The password at the end of the line that says it."""
    lines = capsys.readouterr().out.splitlines()
    return next(line.rpartition(" ")[2] for line in lines if "password" in line)


def test_an_account_is_opened_with_the_password_that_is_printed(capsys: pytest.CaptureFixture[str], rf: Any):
    assert main(OPENED) == 0

    assert authenticate(rf.post("/"), username="ada", password=printed_password(capsys))


def test_a_role_is_given_at_the_council_that_is_named(harrowmere: Any):
    main([*OPENED, "--role", "member", "--authority", "Harrowmere Borough Council"])

    user = account("ada")
    assert user
    assert roles_at(user, "harrowmere", on=harrowmere.event.at.date().replace(year=2100)) == {"member"}
    assert not roles_at(user, "harrowmere", on=LONG_AGO)


def test_a_role_that_is_held_already_is_not_given_again(capsys: pytest.CaptureFixture[str], harrowmere: Any):
    command = [*OPENED, "--role", "member", "--authority", str(harrowmere)]
    main(command)

    assert main(command) == 0

    assert capsys.readouterr().out.endswith(f"is member at {harrowmere} already.\n")
    user = account("ada")
    assert user
    assert grants(user, on=date(2100, 1, 1)).count() == 1


def test_an_existing_account_keeps_its_password_unless_another_is_asked_for(
    capsys: pytest.CaptureFixture[str], rf: Any
):
    main(OPENED)
    first = printed_password(capsys)

    main(["account", "ada", "--new-password"])

    second = printed_password(capsys)
    assert not authenticate(rf.post("/"), username="ada", password=first)
    assert authenticate(rf.post("/"), username="ada", password=second)


@pytest.mark.parametrize(
    "words",
    [
        ["account", "ada"],
        [*OPENED, "--role", "member"],
        [*OPENED, "--end-role"],
        [*OPENED, "--role", "member", "--authority", "Nowhere"],
    ],
)
def test_what_is_missing_is_said_and_no_account_is_opened(
    words: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(words) == 1

    assert capsys.readouterr().err.startswith("handback account: ")
    assert account("ada") is None


def test_nobody_signs_in_to_an_account_that_was_closed(capsys: pytest.CaptureFixture[str], rf: Any):
    main(OPENED)
    password = printed_password(capsys)

    main(["account", "ada", "--close"])

    assert not authenticate(rf.post("/"), username="ada", password=password)


def test_all_tokens_of_an_account_are_ended_and_it_stays_open(
    ada: Any, harrowmere: Any, capsys: pytest.CaptureFixture[str]
):
    on, until = date(2026, 3, 2), date(2026, 5, 1)
    for name in ("one", "two"):
        people.make_token(ada, harrowmere, name=name, may_write=True, until=until, on=on, at=MORNING)

    main(["account", "ada", "--end-tokens"])

    assert "Tokens of ada that were ended: 2." in capsys.readouterr().out
    assert not tokens(ada, harrowmere, on=on).exists()
    assert ada.is_active


def test_closing_an_account_that_there_is_not_says_so(capsys: pytest.CaptureFixture[str]):
    assert main(["account", "nobody", "--close"]) == 1

    assert "no account called nobody" in capsys.readouterr().err


ROLE = ["--role", "member", "--authority", "Harrowmere"]


def test_a_role_is_ended_from_today_on_and_the_others_stay(
    capsys: pytest.CaptureFixture[str], harrowmere: Any
):
    main([*OPENED, *ROLE])
    main(["account", "ada", "--role", "observer", "--authority", "Harrowmere"])

    assert main(["account", "ada", *ROLE, "--end-role"]) == 0

    assert capsys.readouterr().out.endswith(f"is member at {harrowmere} no longer.\n")
    user = account("ada")
    assert user
    assert roles_at(user, "harrowmere", on=date(2100, 1, 1)) == {"observer"}


def test_a_role_that_is_not_held_cannot_be_ended(capsys: pytest.CaptureFixture[str], harrowmere: Any):
    main(OPENED)

    assert main(["account", "ada", *ROLE, "--end-role"]) == 1

    assert f"is not member at {harrowmere}, so nothing was ended" in capsys.readouterr().err


def test_no_role_of_an_account_that_there_is_not_is_ended(
    capsys: pytest.CaptureFixture[str], harrowmere: Any
):
    assert main(["account", "nobody", *ROLE, "--end-role"]) == 1

    assert "no account called nobody" in capsys.readouterr().err


def test_only_one_thing_is_ended_at_a_time(harrowmere: Any, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["account", "ada", *ROLE, "--end-role", "--close"])

    assert "--close: not allowed with argument --end-role" in capsys.readouterr().err
