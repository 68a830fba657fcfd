"""The public pages and data of measures: what the copy says, and nothing that it does not."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.test.client import ClientHandler

from handback.core.frequencies import Frequency, periods
from handback.core.periods import Period
from handback.jobs.plain_files import site_of
from handback.records.measures import actions, published
from handback.records.measures.measured.entries import IndicatorEntry, TargetEntry, ValueEntry
from handback.records.measures.measured.words import Better, MeasuredAs
from handback.web.shared.measures.board_words import headline
from tests.support.sources import PROJECT

from .conftest import CLERK, PUBLISHED_AT, publish
from .test_data import rows

ON = date(2026, 11, 21)
MONTHS = list(periods(Frequency.MONTH, first=date(2025, 1, 1), until=date(2026, 5, 1)))
BINS = IndicatorEntry(
    code="M01", name="Bins missed", unit="bins", better=Better.LOWER, source="Street services"
)
CHILDREN = IndicatorEntry(
    code="M02", name="Children missing", measured_as=MeasuredAs.COUNT, least_published=5, better=Better.LOWER
)
HIDDEN = IndicatorEntry(code="M03", name="Grievances of officers", is_public=False)
ENDS = ("/index.html", ".json", ".csv")
PLACES = (
    "measures/",
    "measures.json",
    "measures.csv",
    "measures/M01/",
    "measures/M01.json",
    "measures/M01.csv",
)


def application(environment: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """The site as a web server asks for it, within the test's transaction."""
    answer = ClientHandler()(environment)
    start(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
    return list(answer)


def enter(authority: Any, indicator: IndicatorEntry, numbers: list[int]) -> None:
    """An indicator with a number a month."""
    actions.record_indicator(authority, indicator, by=CLERK, at=PUBLISHED_AT)
    for number, period in zip(numbers, MONTHS, strict=False):
        entry = ValueEntry(indicator=indicator.code, period=period, value=Decimal(number))
        actions.record_value(authority, entry, by=CLERK, at=PUBLISHED_AT)


@pytest.fixture
def council(harrowmere: Any) -> Any:
    """Harrowmere, with a published copy of its powers."""
    publish(harrowmere, json.loads((PROJECT / "docs" / "reference" / "harrowmere.json").read_text()))
    return harrowmere


@pytest.fixture
def measured(council: Any) -> Any:
    """Three indicators, published: one of them with a small count, one that is not public."""
    enter(council, BINS, [60, 62, 59, 61, 60, 63, 58, 61, 60, 62, 59, 61, 60, 62, 90])
    enter(council, CHILDREN, [9, 8, 3, 9, 7, 8])
    enter(council, HIDDEN, [41, 42])
    target = TargetEntry(
        indicator="M01", period=Period(date(2025, 1, 1)), value=Decimal(50), reason="The plan"
    )
    actions.set_target(council, target, by=CLERK, at=PUBLISHED_AT)
    actions.publish(council, on=ON, by=CLERK, at=PUBLISHED_AT)
    return council


def test_the_board_says_first_how_many_move_which_way(client: Client, measured: Any):
    assert headline(published.latest("harrowmere").board) in client.get("/harrowmere/measures/").text


def test_an_indicator_has_its_chart_in_words_and_its_table(client: Client, measured: Any):
    page = client.get("/harrowmere/measures/M01/").text

    assert all(said in page for said in ("<svg", "Above the upper limit", "The same as a table"))


def test_a_value_of_an_indicator_has_its_limits_and_the_rules_that_fired(client: Client, measured: Any):
    last = client.get("/harrowmere/measures/M01.json").json()["values"][-1]

    assert (last["first"], last["last"], last["value"]) == ("2026-03-01", "2026-03-31", 90)
    assert last["value"] > last["upper_limit"]
    assert last["rules_fired"][0]["rule"] == "above limit"
    assert (last["source"], last["quality"]) == ("Street services", "final")


def test_the_table_of_an_indicator_says_the_same_as_its_json(client: Client, measured: Any):
    said = client.get("/harrowmere/measures/M01.json").json()["values"]
    table = rows(client, "/harrowmere/measures/M01.csv")

    assert [(row["period_first"], float(row["value"])) for row in table] == [
        (one["first"], one["value"]) for one in said
    ]


@pytest.mark.parametrize("address", ["M03/", "M03.json", "M03.csv", "M99/"])
def test_what_is_not_published_is_not_found(client: Client, measured: Any, address: str):
    assert client.get(f"/harrowmere/measures/{address}").status_code == 404


def test_no_file_of_the_site_names_what_is_not_public(measured: Any):
    assert not [file.path for file in site_of(application) if b"Grievances" in file.content]


def test_plain_files_hold_every_indicator_with_its_data(measured: Any):
    paths = {str(file.path) for file in site_of(application)}
    of_one = {f"harrowmere/measures/{code}{end}" for code in ("M01", "M02") for end in ENDS}

    assert of_one <= paths
    assert {f"harrowmere/measures{end}" for end in ENDS} | {"harrowmere/measures-copy.json"} <= paths


def test_plain_files_hold_every_indicator_of_more_than_a_page(council: Any):
    for number in range(60):
        enter(council, replace(BINS, code=f"B{number:02}", name=f"Round {number}"), [60])
    actions.publish(council, on=ON, by=CLERK, at=PUBLISHED_AT)

    paths = {str(file.path) for file in site_of(application)}

    assert {f"harrowmere/measures/B{number:02}/index.html" for number in range(60)} <= paths


@pytest.mark.parametrize("address", ["measures/M02/", "measures/M02.json", "measures/M02.csv"])
def test_a_small_count_is_told_nowhere_and_its_period_is_named(client: Client, measured: Any, address: str):
    assert "March 2025" in client.get(f"/harrowmere/{address}").text


def test_data_say_of_a_small_count_that_it_is_withheld(client: Client, measured: Any):
    said = client.get("/harrowmere/measures/M02.json").json()
    table = rows(client, "/harrowmere/measures/M02.csv")

    assert [one["first"] for one in said["withheld"]] == ["2025-03-01"]
    assert [(one["value"], one["quality"]) for one in table][2] == ("", "withheld")


def test_what_changed_after_the_copy_is_not_shown(client: Client, measured: Any):
    actions.record_indicator(measured, replace(BINS, name="Bins forgotten"), by=CLERK, at=PUBLISHED_AT)

    assert "Bins forgotten" not in client.get("/harrowmere/measures/").text


def test_the_file_of_all_measures_has_the_sha_256_that_the_feed_gives(client: Client, measured: Any):
    sha256 = hashlib.sha256(client.get("/harrowmere/measures-copy.json").content).hexdigest()

    assert sha256 in client.get("/harrowmere/changes.atom").text
    assert sha256 in client.get("/changes.atom").text


def test_the_councils_page_and_navigation_lead_to_the_measures(client: Client, measured: Any):
    page = client.get("/harrowmere/").text

    assert page.count('href="/harrowmere/measures/"') == 2


def test_without_measures_nothing_leads_to_them(client: Client, council: Any):
    assert "measures/" not in client.get("/harrowmere/").text
    assert client.get("/harrowmere/measures/").status_code == 404


def test_measures_of_an_authority_without_published_powers_stand_alone(client: Client, harrowmere: Any):
    enter(harrowmere, BINS, [60])
    actions.publish(harrowmere, on=ON, by=CLERK, at=PUBLISHED_AT)
    addresses = [*(f"/harrowmere/{place}" for place in PLACES), "/harrowmere/changes.atom"]

    assert {client.get(address).status_code for address in addresses} == {200}
    assert 'href="/harrowmere/measures/"' in client.get("/").text
    assert "Demonstration record" in client.get("/harrowmere/measures/").text


def test_measures_alone_are_written_as_plain_files(harrowmere: Any):
    enter(harrowmere, BINS, [60])
    actions.publish(harrowmere, on=ON, by=CLERK, at=PUBLISHED_AT)

    assert "harrowmere/measures/M01/index.html" in {str(file.path) for file in site_of(application)}


@pytest.mark.parametrize(
    "address", ["measures.json", "measures.csv", "measures/M01.json", "measures-copy.json"]
)
def test_data_of_measures_may_be_read_from_other_sites(client: Client, measured: Any, address: str):
    assert client.get(f"/harrowmere/{address}")["Access-Control-Allow-Origin"] == "*"


def test_a_page_asks_as_little_of_the_database_for_any_number_of_indicators(
    client: Client, measured: Any, django_assert_max_num_queries: Any
):
    client.get("/harrowmere/measures/")

    with django_assert_max_num_queries(4):
        client.get("/harrowmere/measures/")


def test_a_restatement_is_told_without_who_entered_it(client: Client, measured: Any, ada: Any):
    entry = ValueEntry(indicator="M01", period=MONTHS[0], value=Decimal(64))
    actions.record_value(measured, entry, reason="A round was left out.", by=ada, at=PUBLISHED_AT)
    actions.publish(measured, on=ON, by=CLERK, at=PUBLISHED_AT)
    page = client.get("/harrowmere/measures/M01/").text

    assert "A round was left out." in page
    assert "Ada Lindqvist" not in page
