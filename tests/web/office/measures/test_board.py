"""The board: what it says first, the matrix, the table by fifty, CSV, and who may do what."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.support.harrowmere import CLERK, MORNING
from tests.support.indices import record_beside, record_councils
from tests.web.office.measures.conftest import STEADY, told

FALLING = [Decimal(n) for n in (90, 91, 90, 92, 91, 90, 91, 60, 59, 58, 57, 56, 55, 54)]


def test_an_empty_board_says_how_to_start(officer, office, harrowmere):
    response = officer.get(office("measures"))

    assert "No indicators yet" in told(response)
    assert office("indicator-add") in response.text


def test_somebody_who_may_only_read_is_not_sent_to_a_form(member, office, harrowmere):
    assert office("indicator-add") not in member.get(office("measures")).text


def test_the_board_says_first_how_many_get_worse_and_better(officer, office, appeals):
    appeals(FALLING, target=85)
    appeals(STEADY, code="M02", name="Complaints answered")

    said = told(officer.get(office("measures")))

    assert "Of 2 indicators, 1 is getting worse, none is improving and 1 shows no change" in said


def test_the_worst_cell_that_holds_an_indicator_is_marked(officer, office, appeals):
    appeals(FALLING, target=95)
    appeals(STEADY, code="M02", name="Complaints answered")

    said = told(officer.get(office("measures")))

    assert "Getting worse Look here first Appeals decided in time" in said


def test_a_board_on_which_nothing_is_bad_marks_nothing(officer, office, appeals):
    appeals(STEADY)

    assert "Look here first" not in told(officer.get(office("measures")))


def test_an_indicator_of_few_values_stands_beside_the_matrix(officer, office, appeals):
    appeals(STEADY[:3])
    appeals(STEADY, code="M02", name="Complaints answered")

    assert "Too few values to say: Appeals decided in time" in told(officer.get(office("measures")))


def test_a_board_of_which_nothing_can_be_said_yet_shows_the_latest_values_alone(officer, office, appeals):
    appeals(STEADY[:1])
    said = told(officer.get(office("measures")))

    assert "Every indicator Indicator Latest Appeals decided in time" in said
    assert "Limits of chance" not in said


def test_limits_are_told_without_the_words_of_their_unit(officer, office, appeals):
    appeals(STEADY, unit="appeals")
    text = officer.get(office("measures")).text
    limits = text.split('data-label="Limits of chance"')[1].split("</td>")[0]

    assert (" to " in limits, "appeals" in limits) == (True, False)


@pytest.fixture
def many(appeals):
    for number in range(60):
        appeals(code=f"M{number:02}", name=f"Indicator {number}")


def test_the_table_shows_fifty_and_leads_on(officer, office, many):
    first, second = (officer.get(f"{office('measures')}?page={page}").text for page in (1, 2))

    assert [text.count('data-label="Latest"') for text in (first, second)] == [50, 10]
    assert "Page 1 of 2" in told(officer.get(office("measures")))


def test_a_cell_of_the_matrix_leads_to_its_part_of_the_table(officer, office, appeals):
    appeals(STEADY)
    appeals(FALLING, code="M02", name="Complaints answered")

    text = officer.get(f"{office('measures')}?way=worsening").text

    assert text.count('data-label="Latest"') == 1
    assert "Getting worse: 1 indicator" in text


@pytest.mark.parametrize("query", ["?way=x", "?sure=", "?page=x", "?page=99999999999999999999"])
def test_what_cannot_be_understood_in_an_address_shows_all(officer, office, appeals, query):
    appeals(STEADY)

    assert "Every indicator, the worst first" in told(officer.get(office("measures") + query))


def test_the_board_is_given_as_csv_with_period_and_source(officer, office, appeals):
    appeals(STEADY, target=85, source="Case system")

    lines = officer.get(office("measures-csv")).text.splitlines()

    assert lines[0].startswith("code,name,way,target_verdict")
    assert "2025-05-01,2025-05-31,81,%" in lines[1]
    assert "Case system" in lines[1]


def _queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_board_asks_as_often_for_twelve_indicators_as_for_two(officer, office, appeals):
    for number in range(2):
        appeals(STEADY, code=f"M{number:02}", target=85)
    few = _queries(officer, office("measures"))
    for number in range(2, 12):
        appeals(STEADY, code=f"M{number:02}", target=85)

    assert _queries(officer, office("measures")) == few <= 12


def test_an_indicator_keeps_to_its_budget_of_queries(officer, office, appeals):
    appeals(STEADY, target=85)

    assert _queries(officer, office("indicator", "M01")) <= 14


def test_the_neighbours_median_and_the_own_quarter_are_told_in_words(member, office, harrowmere):
    record_councils(by=CLERK, at=MORNING)
    record_beside(harrowmere, by=CLERK, at=MORNING)
    said = told(member.get(office("measures")))

    assert "Median 42.7% (7 of 7 known, 2024/25). This council is in the best quarter" in said
    assert "Median 80.0% (7 of 7 known, 2024/25). This council is in the second-best quarter" in said


def test_the_board_says_for_which_period_its_newest_value_is(officer, office, appeals):
    appeals(STEADY[:3])
    appeals(STEADY[:5], code="M02", name="Complaints answered")

    assert "The newest value is for August 2024." in told(officer.get(office("measures")))
