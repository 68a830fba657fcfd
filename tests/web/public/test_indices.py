"""The public page of an index and the data beside it: what the office saw, frozen, and nothing else."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from handback.jobs.plain_files import site_of
from handback.records.measures import actions, indexing
from tests.support.indices import BESIDE, record_beside, record_councils, record_over_time

from .conftest import CLERK, PUBLISHED_AT
from .test_data import rows
from .test_measures import application

ON = date(2026, 11, 21)
PAGE = "/harrowmere/measures/indices/X01/"


@pytest.fixture
def published(harrowmere: Any) -> Any:
    """Harrowmere with both indices, published."""
    record_councils(by=CLERK, at=PUBLISHED_AT)
    record_beside(harrowmere, by=CLERK, at=PUBLISHED_AT)
    record_over_time(harrowmere, by=CLERK, at=PUBLISHED_AT)
    actions.publish(harrowmere, on=ON, by=CLERK, at=PUBLISHED_AT)
    return harrowmere


def said(client: Client, page: str = PAGE) -> str:
    """The words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(client.get(page).text)).split())


def test_the_score_stands_with_its_interval_and_its_place_with_its_own(client: Client, published: Any):
    page = said(client)

    assert "Harrowmere Borough Council scores 65.3 in 2024/25. Made in other sensible ways" in page
    assert "That is between 4th and 5th of 8 councils." in page


@pytest.mark.parametrize(
    "heading",
    [
        "What it is made of",
        "What changed",
        "What would change the answer",
        "Do its indicators belong together?",
        "How it is made",
    ],
)
def test_the_page_has_all_that_the_office_has(client: Client, published: Any, heading: str):
    assert heading in said(client)


def test_every_indicator_under_it_has_a_link_to_its_public_page(client: Client, published: Any):
    page = client.get(PAGE).text

    assert all(f'href="/harrowmere/measures/{code}/"' in page for code in BESIDE["indicators"])


def test_the_change_between_years_is_split_into_its_causes(client: Client, published: Any):
    page = said(client)

    assert "Since 2023/24 the score rose by" in page
    assert all(cause in page for cause in ("Its own figures +", "What each indicator weighs 0.0"))


def test_the_board_lists_each_index_with_its_interval(client: Client, published: Any):
    page = client.get("/harrowmere/measures/").text

    assert f'href="{PAGE}"' in page
    assert "Made in other sensible ways" in page


def test_no_place_is_without_its_interval_in_the_data(client: Client, published: Any):
    units = client.get(f"{PAGE[:-1]}.json").json()["units"]

    assert all(one["place_low"] <= one["place"] <= one["place_high"] for one in units)


def test_the_data_say_which_copy_they_are_of_and_every_figure(client: Client, published: Any):
    told = client.get(f"{PAGE[:-1]}.json").json()

    assert (told["as_at"], len(told["copy_sha256"])) == ("2026-11-21", 64)
    assert told["units"][0]["values"]["M01"]["value"] == 46.9
    assert sum(one["gives"] for one in told["indicators"]) == pytest.approx(told["score"])
    assert set(told["moved"]["parts"]) == {"data", "others", "weights", "method", "set"}


def test_the_csv_has_a_line_for_each_council(client: Client, published: Any):
    found = rows(client, f"{PAGE[:-1]}.csv")

    assert [len(found), found[0]["name"], found[0]["score"][:7]] == [
        8,
        "Harrowmere Borough Council",
        "65.2575",
    ]


def test_what_is_recorded_later_is_not_seen(client: Client, published: Any):
    before = said(client)
    one = indexing.definitions(published)["M01"]
    actions.record_indicator(published, replace(one, name="Another"), by=CLERK, at=PUBLISHED_AT)

    assert said(client) == before


def test_a_page_of_an_index_asks_few_questions(
    client: Client, published: Any, django_assert_max_num_queries: Any
):
    client.get(PAGE)

    with django_assert_max_num_queries(3):
        client.get(PAGE)


@pytest.mark.parametrize("end", ["/", ".json", ".csv"])
def test_an_unknown_index_is_not_found(client: Client, published: Any, end: str):
    assert client.get(f"/harrowmere/measures/indices/X99{end}").status_code == 404


def test_an_index_that_cannot_be_made_says_why_and_has_no_csv(client: Client, harrowmere: Any):
    record_beside(harrowmere, by=CLERK, at=PUBLISHED_AT)
    actions.publish(harrowmere, on=ON, by=CLERK, at=PUBLISHED_AT)

    assert "It could not be worked out: no list of neighbours was imported" in said(client)
    assert client.get(f"{PAGE[:-1]}.json").json()["score"] is None
    assert client.get(f"{PAGE[:-1]}.csv").status_code == 404


def test_the_plain_files_hold_every_index_and_its_data(published: Any):
    paths = {str(file.path) for file in site_of(application)}

    assert {f"harrowmere/measures/indices/X0{number}{end}" for number in (1, 2)
            for end in ("/index.html", ".json", ".csv")} <= paths  # fmt: skip


def test_how_a_definition_was_changed_stands_on_the_public_page_without_a_name(
    client: Client, published: Any
):
    one = indexing.definitions(published)["M01"]
    newer = replace(one, definition="Without garden waste.")
    actions.record_indicator(published, newer, reason="A new return.", by=CLERK, at=PUBLISHED_AT)
    actions.publish(published, on=ON, by=CLERK, at=PUBLISHED_AT)
    page = said(client, "/harrowmere/measures/M01/")

    assert "21 November 2026 at 9:00am What it is: Nothing → Without garden waste. A new return." in page
    assert client.get("/harrowmere/measures/M01.json").json()["redefinitions"][0]["reason"] == "A new return."
