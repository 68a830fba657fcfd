"""A page asks the database as often for 28 functions as for two."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handback.records.people import actions as people
from handback.records.people.models import Authority
from handback.records.people.queries import Role, authority_called
from handback.records.powers import actions as powers
from handback.records.powers import standing
from tests.support.sources import PROJECT
from tests.web.office.powers.conftest import CLERK, LOADED_AT, Get

# Session, account, role, authority and the state of the record: 5. Evidence: 1. What waits, on home: 4.
BUDGETS = {
    "": 9,
    "powers/": 5,
    "powers/between/?from=2015-01-01&to=2019-12-31": 5,
    "functions/F12/": 6,
    "instruments/I01/": 6,
    "commissioners/": 5,
    "returns/": 5,
    "decide/": 5,
}


@pytest.mark.parametrize("place", BUDGETS)
def test_a_page_keeps_to_its_budget_of_queries(get: Get, place: str):
    get(place)

    with CaptureQueriesContext(connection) as queries:
        get(place)

    assert len(queries) <= BUDGETS[place], "\n".join(query["sql"][:120] for query in queries)


def test_compiling_a_record_takes_a_fixed_number_of_queries(loaded, db, django_assert_max_num_queries):
    rotherham = Authority.objects.get(slug="rotherham")

    with django_assert_max_num_queries(12):
        standing.compile_record(rotherham)


def test_a_record_of_four_functions_asks_as_often_as_one_of_28(ada_there, loaded):
    data = (PROJECT / "docs" / "reference" / "harrowmere.json").read_bytes()
    powers.load(data, name="harrowmere.json", by=CLERK, at=LOADED_AT)
    harrowmere = authority_called("harrowmere")
    people.grant(
        loaded, harrowmere, role=Role.OBSERVER, first=date(2015, 1, 1), until=None, by=CLERK, at=LOADED_AT
    )

    counts = {slug: _queries(ada_there, f"/office/{slug}/powers/") for slug in ("rotherham", "harrowmere")}

    assert counts["rotherham"] == counts["harrowmere"]


def _queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)
