"""Tables whose columns are months or quarters: what is to come commits, results and the past do not."""

import pytest

from tests.reading.reading_room import claims_in

HEAD = "Harrowmere Borough Council\n\nImprovement plan, 12 January 2027\n\n"


def due_in(table: str) -> list[tuple[object, object]]:
    found = claims_in(HEAD + table, "commitment")
    return [(claim.attributes["due_from"], claim.attributes["due_to"]) for claim in found]


def test_a_cell_says_what_is_to_be_done_in_the_time_of_its_column():
    table = "Workstream | Q1 2027/28 | Q2 2027/28\nFleet | Order new vans | Train the drivers"

    assert due_in(table) == [("2027-04-01", "2027-06-30"), ("2027-07-01", "2027-09-30")]


def test_marks_span_from_the_first_column_to_the_last():
    table = "Action | April 2027 | May 2027 | June 2027\nMove the mail to new servers | x | x | "

    assert due_in(table) == [("2027-04-01", "2027-05-31")]


@pytest.mark.parametrize(
    "table",
    [
        "Measure | Q1 2027/28 | Q2 2027/28\nBins missed | 41 | 38",
        "Area | April 2020 | May 2020\nICT | Moved the mail over | Closed the old servers",
    ],
)
def test_results_and_what_is_past_commit_nobody(table: str):
    assert due_in(table) == []
