"""The OpenAPI document says what is really answered, and needs nothing from elsewhere."""

import json
from typing import Any

import jsonschema
import pytest

from tests.support.addresses import API
from tests.web.api.conftest import Program, bin_value

pytestmark = pytest.mark.django_db

HERE = "/api/v1/{slug}"


@pytest.fixture
def document(client, harrowmere) -> dict[str, Any]:
    """The document, as everybody can have it."""
    return client.get("/api/v1/openapi.json").json()


def check(document: dict[str, Any], path: str, answer: Any, *, method: str = "get") -> None:
    """That an answer is what the document says of that address and status, and has nothing more."""
    response = document["paths"][path][method]["responses"][str(answer.status_code)]
    (shape,) = [response["content"][answer["Content-Type"].partition(";")[0]]["schema"]]
    jsonschema.Draft202012Validator(shape | {"components": document["components"]}).validate(answer.json())
    name = shape["$ref"].rpartition("/")[2]
    assert set(answer.json()) <= set(document["components"]["schemas"][name]["properties"])


def test_the_document_names_every_address(document):
    told = {path.lstrip("/").replace("{slug}", "").replace("{code}", "") for path in document["paths"]}
    there = {address.route.replace("<slug:slug>", "").replace("<code>", "") for address in API}

    assert told == there


def test_the_document_is_openapi_3_1_and_leads_nowhere_else(document):
    assert document["openapi"] == "3.1.0"
    assert "://" not in json.dumps(document)


def test_every_address_that_is_described_needs_a_token(document):
    operations = [each for methods in document["paths"].values() for each in methods.values()]

    assert all(each["security"] == [{"ByToken": []}] for each in operations)


def test_what_is_told_of_an_authority_is_as_described(document, program: Program):
    check(document, HERE, program.get("/api/v1/harrowmere"))


def test_lists_are_as_described(document, program: Program, bins, appeals):
    check(document, f"{HERE}/indicators", program.get("/api/v1/harrowmere/indicators?limit=1"))


def test_an_indicator_is_as_described(document, program: Program, bins):
    program.enter(*(bin_value(month, 10 + month * 7 % 5) for month in range(1, 13)))
    program.enter(bin_value(1, 40), restate=True, reason="Late returns")

    check(document, f"{HERE}/indicators/{{code}}", program.get("/api/v1/harrowmere/indicators/M01"))


def test_an_indicator_without_values_is_as_described(document, program: Program, bins):
    check(document, f"{HERE}/indicators/{{code}}", program.get("/api/v1/harrowmere/indicators/M01"))


def test_what_was_taken_and_what_was_refused_is_as_described(document, program: Program, bins):
    for answer in (
        program.enter(bin_value(1, 12.5)),
        program.enter(bin_value(1, 13)),
        program.enter(bin_value(1, "x")),
        program.enter(bin_value(1, 13), restate=True, reason="Late returns"),
        program.send(b"{"),
        Program("wrong", program.client).enter(bin_value(1, 1)),
    ):
        check(document, f"{HERE}/values", answer, method="post")


def test_what_is_sent_is_as_described(document):
    shape = {"$ref": "#/components/schemas/ValuesSent", "components": document["components"]}
    sent = {"values": [bin_value(1, 12.5), bin_value(2, "12.50", note="Late")], "dry_run": True}

    jsonschema.Draft202012Validator(shape).validate(sent)
