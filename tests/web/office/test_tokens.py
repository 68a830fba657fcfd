"""The page of a person's own tokens: shown once, listed without the token, ended by their person alone."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from handback.records.people import actions as people
from handback.records.people.models import Token
from tests.support.harrowmere import MORNING

pytestmark = pytest.mark.django_db

PAGE = "/office/harrowmere/tokens/"
ASKED = {"name": "Payroll", "reach": "write", "days": "30"}


def shown(answer) -> list[str]:
    return re.findall(r"handback_[0-9a-f]{12}_[\w-]{43}", answer.content.decode())


def test_a_token_is_shown_when_it_is_made_and_opens_the_api(signed_in, ada):
    (text,) = shown(signed_in(ada).post(PAGE, ASKED))

    answer = Client().get("/api/v1/harrowmere", headers={"Authorization": f"Bearer {text}"})
    assert answer.json()["token"]["name"] == "Payroll"


def test_a_token_is_never_shown_again(signed_in, ada):
    client = signed_in(ada)
    client.post(PAGE, ASKED)

    page = client.get(PAGE)

    assert "Payroll" in page.content.decode()
    assert not shown(page)


def test_no_browser_keeps_the_page_that_shows_a_token(signed_in, ada):
    assert "no-store" in signed_in(ada).post(PAGE, ASKED)["Cache-Control"]


def test_the_page_sent_again_makes_no_second_token(signed_in, ada):
    client = signed_in(ada)
    client.post(PAGE, ASKED)

    again = client.post(PAGE, ASKED)

    assert "You have a token named “Payroll”" in again.content.decode()
    assert Token.objects.count() == 1


def test_a_token_ends_on_the_day_that_was_chosen(signed_in, ada):
    signed_in(ada).post(PAGE, ASKED)

    assert Token.objects.get().until == localdate() + timedelta(days=31)


def test_who_may_only_read_is_offered_nothing_else(signed_in, tom):
    client = signed_in(tom)
    assert "Read, and enter values" not in client.get(PAGE).content.decode()

    client.post(PAGE, ASKED)

    assert not Token.objects.get().may_write


def test_a_token_is_ended_by_its_person(signed_in, ada):
    client = signed_in(ada)
    client.post(PAGE, ASKED)

    answer = client.post(f"{PAGE}{Token.objects.get().pk}/end/", follow=True)

    assert "opens nothing any more" in answer.content.decode()
    assert Token.objects.get().ended_at


def test_the_token_of_another_is_neither_listed_nor_ended(signed_in, ada, idris):
    signed_in(ada).post(PAGE, ASKED)
    client = signed_in(idris)

    assert "Payroll" not in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}{Token.objects.get().pk}/end/").status_code == 404
    assert not Token.objects.get().ended_at


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ""},
        {"name": " "},
        {"name": "n" * 51},
        {"name": "a\0b"},
        {"days": "3650"},
        {"days": ""},
        {"reach": "all"},
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_made(signed_in, ada, changed):
    answer = signed_in(ada).post(PAGE, ASKED | changed)

    assert "There is a problem" in answer.content.decode()
    assert not Token.objects.exists()


def test_a_token_that_ran_out_is_not_listed(signed_in, ada, harrowmere):
    day = MORNING.date()
    people.make_token(
        ada, harrowmere, name="Old one", may_write=False, until=day + timedelta(days=1), on=day, at=MORNING
    )

    assert "Old one" not in signed_in(ada).get(PAGE).content.decode()
