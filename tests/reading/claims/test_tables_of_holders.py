"""Tables whose columns name a function, who has it, and what is to become of it."""

import pytest

from tests.reading.claims.moves import INTERVENTION, moves_in
from tests.reading.reading_room import claims_in


def test_a_row_says_who_has_a_function_and_that_it_is_to_go_back():
    table = "Function | Now exercised by | Next step\nFerries | Commissioners | Recommend return in autumn"

    assert moves_in(table) == ["Ferries | commissioners | in_force", "Ferries | council | proposed"]


def test_a_function_that_stays_is_listed_once():
    table = "Service | Who decides | Our view\nAudit | Commissioners | Not yet ready"

    assert moves_in(table) == ["Audit | commissioners | retained"]


def test_the_last_column_that_says_something_is_what_was_decided():
    table = (
        "Function | Commissioners' advice | My decision\nPiers | Return | Returned\nFleet | Return | To stay"
    )

    assert moves_in(table) == ["Piers | council | in_force", "Fleet | commissioners | retained"]


def test_columns_headed_by_what_became_of_functions_name_functions():
    table = "Functions returned | Functions retained by Commissioners\nLibraries | Housing"

    assert moves_in(table) == ["Libraries | council | in_force", "Housing | commissioners | retained"]


def test_a_tick_stands_for_the_head_of_its_column():
    table = "Function | Council | Commissioners\nMarkets | yes |\nProcurement | | yes"

    assert moves_in(table) == ["Markets | council | in_force", "Procurement | commissioners | in_force"]


def test_a_row_that_tells_of_a_function_moved_already_is_no_commitment():
    table = "Function | Your paragraph | My decision\nPiers | 3.1 | Returned from 1 November 2026"

    assert claims_in(f"{INTERVENTION}\n\n{table}", "commitment") == ()


def test_a_table_of_actions_moves_no_function():
    assert moves_in("Action | Status | Due\nReopen the pier | Not yet open | 4 May 2026") == []


def test_what_stays_stays_with_whom_the_row_names():
    table = "Service | Who runs it now | What is proposed\nMoorings | The Council | Stay"

    assert moves_in(table) == ["Moorings | council | retained"]


@pytest.mark.parametrize(
    "heads",
    [
        "What we said we would do | Who's on the hook | By when (target) | Where we are",
        "What needs to happen | Who is responsible | When | Current position",
        "Commitment | Held by | Due | Now",
    ],
)
def test_a_table_of_work_by_a_time_moves_no_function_however_its_heads_are_worded(heads: str):
    table = f"{heads}\nPublish the mooring policy | Chief Executive | 30/09/2023 | In hand"

    assert moves_in(table) == []
    assert [c.attributes["due_to"] for c in claims_in(table, "commitment")] == ["2023-09-30"]


def test_a_matter_put_off_is_no_function_kept():
    assert moves_in("Matter | Decision\nSale of the weighbridge | Deferred to June") == []
