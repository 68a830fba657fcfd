"""Tables whose columns name a function, who has it, and what is to become of it."""

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
