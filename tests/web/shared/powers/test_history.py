"""What changed between days, and the page of one function."""

from datetime import date

import pytest

from handback.core.powers.refusals import DaysOutOfOrder, UnknownFunction
from handback.web.shared.powers.between import between_page
from handback.web.shared.powers.function import function_page

TODAY = date(2026, 11, 21)


def test_what_changed_is_told_function_by_function(rotherham, to):
    page = between_page(rotherham, to, first=date(2016, 12, 12), second=date(2016, 12, 13))

    assert [(change.code, change.after.oversight) for change in page.moved] == [("F12", "ordinary")]


def test_a_change_names_the_instruments_that_brought_it_about(rotherham, to):
    page = between_page(rotherham, to, first=date(2016, 12, 12), second=date(2016, 12, 13))

    assert [item.code for item in page.moved[0].instruments] == ["I03"]


def test_the_lapse_of_an_instrument_that_leaves_the_holder_is_no_move(rotherham, to):
    page = between_page(rotherham, to, first=date(2019, 3, 30), second=date(2019, 4, 2))

    assert (page.moved, len(page.rested)) == ((), 28)


def test_a_function_that_moved_and_moved_back_is_listed_as_such(rotherham, to):
    page = between_page(rotherham, to, first=date(2015, 1, 1), second=date(2020, 1, 1))

    assert all(change.came_back for change in page.moved if change.code != "F28")


def test_days_in_the_wrong_order_are_refused(rotherham, to):
    with pytest.raises(DaysOutOfOrder):
        between_page(rotherham, to, first=date(2016, 1, 2), second=date(2016, 1, 1))


def test_a_functions_history_is_told_newest_first_with_last_included_days(rotherham, to):
    history = function_page(rotherham, to, "F12", on=TODAY, today=TODAY).history

    assert [(held.first, held.last) for held in history[1:]] == [
        (date(2018, 9, 24), date(2019, 3, 31)),
        (date(2016, 12, 13), date(2018, 9, 23)),
        (date(2015, 2, 26), date(2016, 12, 12)),
        (None, date(2015, 2, 25)),
    ]


def test_instruments_that_ended_are_told_apart_from_those_that_acted(rotherham, to):
    latest = function_page(rotherham, to, "F12", on=TODAY, today=TODAY).history[0]

    assert ([item.code for item in latest.ended], latest.brought_by) == (["I03", "I06"], ())


def test_terms_go_with_the_oversight_they_were_set_for(rotherham, to):
    history = function_page(rotherham, to, "F12", on=TODAY, today=TODAY).history

    assert [bool(held.terms) for held in history] == [False, False, True, False, False]


def test_proposals_say_whether_each_set_names_the_function(rotherham, to):
    named = function_page(rotherham, to, "F19", on=TODAY, today=TODAY).proposals

    assert [(row.recommended, row.proposed, row.directed) for row in named] == [
        (None, True, True),
        (False, False, True),
    ]


def test_a_part_says_what_it_was_split_out_of(harrowmere_record, to):
    page = function_page(harrowmere_record, to, "F03", on=date(2021, 7, 1), today=TODAY)

    assert (page.parent.code, page.stands) == ("F02", False)


def test_a_delegation_is_told_with_its_giver(harrowmere_record, to):
    page = function_page(harrowmere_record, to, "F01", on=TODAY, today=TODAY)

    assert [(item.giver, item.entry.delegate) for item in page.delegations] == [
        ("the commissioners", "Chief Executive")
    ]


def test_a_function_that_the_record_lacks_is_refused_by_name(rotherham, to):
    with pytest.raises(UnknownFunction):
        function_page(rotherham, to, "F99", on=TODAY, today=TODAY)
