"""Signing in: with the right password, to this site only, and not by trying them all."""

import pytest
from django.urls import reverse

from tests.support.harrowmere import PASSWORD


@pytest.fixture
def sign_in(client):
    def tried(username="ada", password=PASSWORD, **extra):
        return client.post(reverse("sign-in"), {"username": username, "password": password, **extra})

    return tried


def test_the_right_password_leads_to_the_page_that_was_asked_for(ada, sign_in, office):
    response = sign_in(next=office("documents"))

    assert response["Location"] == office("documents")


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(ada, sign_in, elsewhere):
    response = sign_in(next=elsewhere)

    assert "evil" not in response["Location"]
    assert response["Location"].startswith("/")


def test_a_wrong_password_says_so_and_keeps_the_user_name(ada, sign_in):
    response = sign_in(password="wrong")

    assert "The user name or the password is not right" in response.text
    assert 'value="ada"' in response.text


def test_eight_wrong_passwords_hold_the_account_for_a_while(ada, sign_in):
    for _ in range(8):
        response = sign_in(password="wrong")

    assert response.status_code == 429
    assert "Too many wrong passwords" in response.text
    assert sign_in().status_code == 429


def test_signing_out_takes_a_form_and_not_a_link(officer):
    assert officer.get(reverse("sign-out")).status_code == 405
    assert officer.post(reverse("sign-out")).status_code == 302


def test_the_page_of_a_stranger_leads_to_signing_in_and_back(client, harrowmere, office):
    response = client.get(office("documents"))

    assert response["Location"] == f"{reverse('sign-in')}?next={office('documents')}"


@pytest.mark.parametrize("name", ["home", "powers", "powers-csv", "documents", "audit"])
def test_no_shared_cache_may_keep_what_the_office_shows(officer, office, name):
    assert {"private", "no-cache"} <= set(officer.get(office(name))["Cache-Control"].split(", "))


def test_no_shared_cache_may_keep_that_a_page_was_refused(client, harrowmere, office):
    assert "private" in client.get(office("documents"))["Cache-Control"]


def test_somebody_who_was_signed_out_is_told_before_what_they_typed_is_lost(client, harrowmere, office):
    response = client.post(office("documents"), {"text": "Typed for an hour", "title": "Minutes"})

    assert response.status_code == 403
    assert "copy what you typed" in response.text
