"""The public pages say what the published copy says."""

from types import SimpleNamespace

import pytest
from django.test import Client

from handback.core.periods import Window
from handback.web.public.register import _not_ended

pytestmark = pytest.mark.django_db

PAGES = (
    "/rotherham/",
    "/rotherham/powers/",
    "/rotherham/powers/2016-12-13/",
    "/rotherham/powers/between/",
    "/rotherham/functions/F12/",
    "/rotherham/instruments/",
    "/rotherham/instruments/I04/",
    "/rotherham/commissioners/",
    "/rotherham/commissioners/mary-ney/",
    "/rotherham/returns/",
    "/rotherham/returns/P4/",
)


def text_of(client: Client, address: str) -> str:
    """A page's text."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.usefixtures("rotherham")
def test_every_page_says_that_the_record_is_for_demonstration(client: Client, address: str):
    assert "Demonstration record" in text_of(client, address)


@pytest.mark.usefixtures("rotherham")
def test_on_13_december_2016_the_page_says_that_the_council_held_twelve_of_27_functions(client: Client):
    assert "The council held 12 of 27 functions" in text_of(client, "/rotherham/powers/2016-12-13/")


@pytest.mark.usefixtures("rotherham")
def test_a_day_asked_for_in_a_form_gives_the_same_page_as_the_day_in_the_address(client: Client):
    asked = text_of(client, "/rotherham/powers/?as-at=2016-12-13")

    assert "The council held 12 of 27 functions" in asked


@pytest.mark.usefixtures("rotherham")
def test_a_day_that_does_not_exist_is_named_in_the_error(client: Client):
    assert "31 April 2016 is not a day" in text_of(client, "/rotherham/powers/?as-at=2016-04-31")


@pytest.mark.usefixtures("rotherham")
def test_before_the_first_copy_was_published_the_public_knew_nothing(client: Client):
    assert "The record knew nothing" in text_of(client, "/rotherham/powers/?known-at=2020-01-01")


@pytest.mark.usefixtures("rotherham")
def test_what_was_recommended_proposed_and_directed_in_2017_differs(client: Client):
    page = text_of(client, "/rotherham/returns/P4/")

    assert all(words in page for words in ("9 recommended", "6 proposed", "7 directed"))


@pytest.mark.usefixtures("rotherham")
@pytest.mark.parametrize(
    "address", ["functions/F99/", "instruments/I99/", "returns/P99/", "commissioners/nobody/"]
)
def test_what_the_copy_does_not_know_is_not_found(client: Client, address: str):
    assert client.get(f"/rotherham/{address}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/rotherham/", "/rotherham/powers/", "/rotherham/record.json"])
def test_a_council_without_a_published_copy_is_not_found(client: Client, address: str):
    assert client.get(address).status_code == 404


def test_before_anything_is_published_the_front_page_says_what_will_appear(client: Client):
    assert "No council’s record has been published yet" in text_of(client, "/")


@pytest.mark.usefixtures("register")
def test_the_register_names_every_council_of_its_file(client: Client):
    page = text_of(client, "/register/")

    assert all(name in page for name in ("Doncaster", "Slough", "Croydon", "Warrington", "Woking"))


@pytest.mark.usefixtures("register", "rotherham")
def test_the_register_leads_to_a_published_record(client: Client):
    assert 'href="/rotherham/"' in text_of(client, "/register/")


@pytest.mark.usefixtures("rotherham")
def test_a_public_page_cannot_be_posted_to(client: Client):
    assert client.post("/rotherham/powers/").status_code == 405


@pytest.mark.usefixtures("rotherham")
def test_the_powers_page_asks_the_database_the_same_few_questions_for_any_number_of_functions(
    client: Client, django_assert_max_num_queries
):
    client.get("/rotherham/powers/")

    with django_assert_max_num_queries(2):
        client.get("/rotherham/powers/")


@pytest.mark.usefixtures("rotherham")
def test_no_header_of_a_visitor_takes_the_form_away_from_others(client: Client):
    answer = client.get("/rotherham/powers/", headers={"X-Handback-Plain-Files": "1"})

    assert "<form" in answer.text


def test_an_intervention_with_a_planned_end_says_how_it_stood_and_when_that_is():
    entry = SimpleNamespace(
        planned_end=Window(None, None, "2026"),
        state_words="In force when last read of (May 2024).",
        state=None,
    )

    assert _not_ended(entry) == "In force when last read of (May 2024). Planned end: 2026."
