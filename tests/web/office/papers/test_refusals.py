"""The pages that say that something could not be done."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from handback.web.shared import refusals


@pytest.fixture
def request_of_nobody(db):
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().get("/office/")
    request.user = AnonymousUser()
    return request


def test_the_page_of_our_own_fault_asks_nothing_of_the_database(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        response = refusals.server_error(RequestFactory().get("/"))

    assert response.status_code == 500
    assert "Something went wrong" in response.text


def test_a_refusal_says_why_in_our_own_words(request_of_nobody):
    response = refusals.forbidden(request_of_nobody, PermissionDenied("Your role does not let you do this."))

    assert (response.status_code, "Your role does not let you do this." in response.text) == (403, True)


def test_too_much_at_once_says_how_much_is_taken(request_of_nobody):
    response = refusals.bad_request(request_of_nobody, RequestDataTooBig("Request body exceeded settings."))

    assert "larger than 20 MB" in response.text
    assert "exceeded settings" not in response.text


def test_what_a_library_says_to_itself_is_not_shown(request_of_nobody):
    response = refusals.not_found(request_of_nobody, Http404({"tried": [["pattern"]]}))

    assert response.status_code == 404
    assert "pattern" not in response.text


def test_a_stale_form_says_that_nothing_was_changed(request_of_nobody):
    assert "Nothing was changed" in refusals.stale_form(request_of_nobody).text


def test_a_form_without_its_token_is_refused_in_our_own_words(db):
    response = Client(enforce_csrf_checks=True).post("/office/sign-in/", {"username": "ada"})

    assert response.status_code == 403
    assert "Go back and copy what you typed" in response.text


def test_an_account_without_a_role_can_still_sign_out(sam, signed_in):
    response = signed_in(sam).get(reverse("office"))

    assert response.status_code == 403
    assert reverse("sign-out") in response.text


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", refusals.NO_ROOM),
        ("database is locked", refusals.BUSY),
        ("connection refused", refusals.OUT_OF_REACH),
    ],
)
def test_a_database_that_cannot_answer_is_told_in_words_and_asked_nothing(
    said, told, django_assert_num_queries, db
):
    watching = refusals.RecordOutOfReach(lambda _: HttpResponse())

    with django_assert_num_queries(0):
        response = watching.process_exception(RequestFactory().post("/"), OperationalError(said))

    assert response.status_code == 503
    assert told in response.text


def test_faults_of_our_own_are_left_to_the_page_for_them():
    watching = refusals.RecordOutOfReach(lambda _: HttpResponse())

    assert watching.process_exception(RequestFactory().post("/"), KeyError("x")) is None


def test_a_form_may_have_as_many_fields_as_the_longest_instrument(officer, office):
    sent = {"title": "Directions", "moves-0-functions": [f"F{n}" for n in range(6000)]}

    assert officer.post(office("function-add"), sent).status_code == 200


@pytest.mark.parametrize("name", ["home", "powers", "powers-csv", "instruments", "decide", "publishing"])
def test_a_page_that_only_shows_takes_nothing(officer, office, name):
    assert officer.post(office(name)).status_code == 405
