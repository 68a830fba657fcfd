"""Tokens: made once, kept as a hash, ended with the account, and never more than their person may do."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from handback.records.audit.queries import events, verify
from handback.records.people import actions as people
from handback.records.people import queries
from handback.records.people.bearing import TokenEnded, TokenUnknown, bearer
from handback.records.people.models import Token
from tests.support.harrowmere import CLERK

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
IN_MAY = date(2026, 5, 1)
TERMS = {"name": "payroll", "may_write": True, "until": IN_MAY, "on": TODAY, "at": NOON}


@pytest.fixture
def made(ada, harrowmere):
    """Ada's token, and its text."""
    return people.make_token(ada, harrowmere, **TERMS)


def test_a_token_speaks_for_the_person_who_made_it(made, ada):
    assert bearer(made[1], on=TODAY).user == ada


def test_nothing_that_is_kept_holds_the_token(made):
    text = made[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_token")
        kept = repr(cursor.fetchall())
    said = repr([(event.subject, event.body, event.actor_name) for event in events()])

    assert text.rsplit("_", 1)[1] not in kept + said


def test_the_log_names_the_person_and_the_token(made):
    actor = bearer(made[1], on=TODAY).as_actor()

    assert actor.name == "Ada Lindqvist, by a token named “payroll”"


def test_the_longest_names_fit_into_the_log(harrowmere):
    person = people.open_account(
        username="long", name="A" * 120, job_title="", password="x" * 20, by=CLERK, at=NOON
    )
    _, text = people.make_token(person, harrowmere, **TERMS | {"name": "b" * 50})
    by = bearer(text, on=TODAY)

    people.change_password(person.pk, password="y" * 20, by=by, at=NOON)

    assert len(events().get(action="people.account.password_changed").actor_name) <= 200


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: "",
        lambda text: text[:-1],
        lambda text: text + "A",
        lambda text: text[:-1] + ("A" if text[-1] != "A" else "B"),
        lambda text: "handback_" + "0" * 12 + text[21:],
        lambda text: text.upper(),
        lambda text: text + "\n",
        lambda text: text.replace("_", "\0", 1),
        lambda text: "x" * 1_000_000,
    ],
)
def test_anything_but_the_token_is_not_known(made, changed):
    with pytest.raises(TokenUnknown):
        bearer(changed(made[1]), on=TODAY)


def test_a_token_lasts_through_the_day_before_its_end(made):
    assert bearer(made[1], on=IN_MAY - timedelta(days=1))
    with pytest.raises(TokenEnded):
        bearer(made[1], on=IN_MAY)


def test_a_token_that_was_ended_opens_nothing(made, ada):
    people.end_token(made[0].pk, of=ada, by=ada, at=NOON)

    with pytest.raises(TokenEnded):
        bearer(made[1], on=TODAY)


def test_closing_an_account_ends_its_tokens_in_one_event(made, ada):
    people.close_account(ada.pk, by=CLERK, at=NOON)

    token = Token.objects.get()
    assert token.ended_at == NOON
    assert token.event.action == "people.account.closed"


def test_a_token_of_an_account_that_is_closed_opens_nothing(made, ada):
    people.close_account(ada.pk, by=CLERK, at=NOON)

    with pytest.raises(TokenEnded):
        bearer(made[1], on=TODAY)


def test_nobody_ends_the_token_of_another(made, tom):
    with pytest.raises(people.NoSuchToken):
        people.end_token(made[0].pk, of=tom, by=tom, at=NOON)


def test_a_token_is_not_ended_twice(made, ada):
    people.end_token(made[0].pk, of=ada, by=ada, at=NOON)

    with pytest.raises(people.NoSuchToken):
        people.end_token(made[0].pk, of=ada, by=ada, at=NOON)


def test_two_running_tokens_have_two_names(made, ada, harrowmere):
    with pytest.raises(people.TokenNameTaken):
        people.make_token(ada, harrowmere, **TERMS)


def test_a_name_is_free_again_once_its_token_ran_out(made, ada, harrowmere):
    later = IN_MAY + timedelta(days=1)

    again, _ = people.make_token(
        ada, harrowmere, **TERMS | {"on": IN_MAY, "until": later, "at": datetime(2026, 5, 1, tzinfo=UTC)}
    )

    assert list(queries.tokens(ada, harrowmere, on=IN_MAY)) == [again]


@pytest.mark.parametrize("days", [-1, 0, 367])
def test_a_token_lasts_from_a_day_to_a_year(ada, harrowmere, days):
    with pytest.raises(people.TokenForTooLong):
        people.make_token(ada, harrowmere, **TERMS | {"until": TODAY + timedelta(days=days)})


def test_a_person_has_so_many_tokens_and_no_more(ada, harrowmere):
    for number in range(20):
        people.make_token(ada, harrowmere, **TERMS | {"name": f"payroll {number}"})

    with pytest.raises(people.TooManyTokens):
        people.make_token(ada, harrowmere, **TERMS)


def test_the_day_of_use_is_remembered_without_an_event(made):
    before = events().count()

    people.note_use(made[0].pk, on=TODAY)

    assert (Token.objects.get().last_used_on, events().count()) == (TODAY, before)
    assert verify().is_good


def test_the_database_refuses_a_token_made_longer_behind_the_log(made):
    with pytest.raises(IntegrityError, match="must name the audit event"), transaction.atomic():
        Token.objects.update(until=date(2030, 1, 1))


@pytest.mark.parametrize(
    ("changed", "constraint"),
    [({"name": ""}, "token_has_a_name"), ({"sha256": "the token"}, "token_is_kept_as_a_hash")],
)
def test_the_database_refuses(ada, harrowmere, changed, constraint):
    terms = {"name": "x", "handle": "0" * 12, "sha256": "0" * 64, "made_at": NOON, "until": IN_MAY}
    row = Token(user=ada, authority=harrowmere, **terms | changed)
    row.event_id = events().newest_first().first().seq + 1

    with pytest.raises(IntegrityError, match=constraint):
        row.save()
