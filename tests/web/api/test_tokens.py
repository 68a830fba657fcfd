"""Who may ask: a person by a token of theirs, for what their role allows today, at one authority."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils.timezone import localdate, now

from handback.records.people import actions as people
from handback.records.people.keys import LeftOut
from handback.records.people.models import Token
from tests.support.harrowmere import CLERK, MORNING
from tests.web.api.conftest import VALUES, Program, bin_value

pytestmark = pytest.mark.django_db

HERE = "/api/v1/harrowmere"


def told(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_nobody_asks_without_a_token(client, harrowmere):
    answer = client.get(HERE)

    assert told(answer) == (401, "no-token")
    assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YWRhOmFkYQ==", "bearer x", "Token abc"])
def test_what_is_no_token_opens_nothing(client, harrowmere, header):
    assert client.get(HERE, headers={"Authorization": header}).status_code == 401


def test_somebody_signed_in_needs_a_token_too(signed_in, ada):
    assert told(signed_in(ada).get(HERE)) == (401, "no-token")


def test_no_form_of_another_site_can_write_with_a_cookie(signed_in, ada, bins):
    client = signed_in(ada)
    client.handler.enforce_csrf_checks = True

    answer = client.post(VALUES, {"values": [bin_value(1, 1)]}, content_type="application/json")

    assert told(answer) == (401, "no-token")


def test_a_token_that_was_ended_opens_nothing(program, ada):
    people.end_token(Token.objects.get().pk, of=ada, by=ada, at=now())

    assert told(program.get(HERE)) == (401, "token-not-taken")


def test_a_token_that_ran_out_opens_nothing(ada, harrowmere):
    long_ago = localdate() - timedelta(days=40)
    terms = {"name": "old", "may_write": True, "until": long_ago + timedelta(days=30), "on": long_ago}
    _, text = people.make_token(ada, harrowmere, **terms, at=MORNING)

    answer = Program(text, Client()).get(HERE)

    assert told(answer) == (401, "token-not-taken")
    assert answer.json()["detail"] == "The token named “old” has ended. Make another in the office."


def test_a_token_of_a_closed_account_opens_nothing(program, ada):
    people.close_account(ada.pk, by=CLERK, at=now())

    assert told(program.get(HERE)) == (401, "token-not-taken")


def test_a_token_of_one_council_opens_nothing_at_another(program, ada):
    other = people.open_record(
        slug="otherwold",
        name="Otherwold Borough Council",
        gss="E08000998",
        gss_as_of=None,
        is_demonstration=True,
        note="",
        by=CLERK,
        at=MORNING,
    )
    people.grant(
        ada, other, role="monitoring officer", first=date(2015, 1, 1), until=None, by=CLERK, at=MORNING
    )

    assert told(program.get("/api/v1/otherwold")) == (403, "token-for-another")
    assert told(program.get("/api/v1/nowhere")) == (403, "token-for-another")


def test_a_token_that_reads_writes_nothing(program_of, ada, bins):
    answer = program_of(ada, may_write=False).enter(bin_value(1, 1))

    assert told(answer) == (403, "token-reads-only")


def test_a_token_lets_nobody_do_more_than_their_role(program_of, tom, bins):
    assert told(program_of(tom).enter(bin_value(1, 1))) == (403, "role-does-not-allow")


def test_a_token_does_nothing_once_the_role_is_over(program_of, sam, harrowmere):
    yesterday = localdate() - timedelta(days=1)
    people.grant(
        sam, harrowmere, role="member", first=date(2015, 1, 1), until=yesterday, by=CLERK, at=MORNING
    )

    assert told(program_of(sam).get(HERE)) == (403, "role-does-not-allow")


def test_a_token_in_an_address_is_refused(program):
    answer = program.client.get(f"{HERE}?token={program.token}")

    assert told(answer) == (400, "token-in-address")


def test_guesses_at_a_known_token_are_slowed_even_where_the_next_is_right(program):
    wrong = program.token[:-1] + ("A" if program.token[-1] != "A" else "B")
    for _ in range(8):
        assert Program(wrong, Client()).get(HERE).status_code == 401

    answer = program.get(HERE)

    assert told(answer) == (429, "too-many-guesses")
    assert answer["Retry-After"] == "900"


def test_guesses_at_nothing_keep_no_token_out(program):
    guess = f"handback_{'0' * 12}_{'A' * 43}"
    answers = [Program(guess, Client()).get(HERE).status_code for _ in range(10)]

    assert answers == [401] * 8 + [429] * 2
    assert program.get(HERE).status_code == 200


def test_the_last_day_of_use_is_remembered(program):
    program.get(HERE)

    assert Token.objects.get().last_used_on == localdate()


def test_a_token_in_an_address_is_not_logged(program, caplog):
    caplog.handler.addFilter(LeftOut())

    program.get(f"{HERE}/indicators/{program.token}")

    assert "Bad Request: /api/v1/harrowmere/indicators/[a token]" in caplog.text
    assert program.token not in caplog.text
    assert "without tokens" in settings.LOGGING["handlers"]["console"]["filters"]


def test_an_address_is_asked_by_the_method_that_it_has(program):
    answer = program.client.delete(VALUES, headers={"Authorization": f"Bearer {program.token}"})

    assert told(answer) == (405, "not-this-method")
    assert answer["Allow"] == "POST"


def test_what_is_not_there_is_told_as_programs_are_told(client, harrowmere):
    assert told(client.get("/api/v1/harrowmere/colours")) == (404, "not-found")
