"""The page of one instrument, and of one proposal."""

from datetime import date

import pytest

from handback.core.powers.refusals import UnknownInstrument
from handback.web.shared.powers.instrument import instrument_page
from handback.web.shared.powers.proposals import UnknownProposal, proposal_page, returns_page

TODAY = date(2026, 11, 21)


def page_of(standing, to, code):
    """The page of an instrument."""
    return instrument_page(standing, to, code, today=TODAY)


def test_what_an_instrument_did_is_said_in_a_few_words(rotherham, to):
    assert page_of(rotherham, to, "I04").effect == "returned 7 functions to the council"


def test_an_instrument_that_moves_nothing_has_no_effect_and_no_chart(rotherham, to):
    page = page_of(rotherham, to, "I07")

    assert (page.effect, page.chart) == ("", None)


def test_the_day_before_is_set_against_the_day_it_took_effect(rotherham, to):
    page = page_of(rotherham, to, "I06")

    assert (page.before.council, page.after.council) == (24, 27)


def test_a_scope_by_reach_says_so_and_lists_what_it_covered(rotherham, to):
    move = page_of(rotherham, to, "I01").moves[0]

    assert (move.scope, len(move.functions)) == ("All executive functions", 23)


def test_exceptions_are_named(harrowmere_record, to):
    move = page_of(harrowmere_record, to, "I01").moves[0]

    assert [item.code for item in move.exceptions] == ["F02"]


def test_a_cited_power_carries_its_mark(rotherham, to):
    basis = page_of(rotherham, to, "I01").bases[0]

    assert (basis.provision.section, basis.mark) == ("15(5)", "Checked at its source")


def test_a_power_that_the_lawbook_lacks_is_shown_in_its_own_words(harrowmere_record, to):
    basis = page_of(harrowmere_record, to, "I01").bases[1]

    assert (basis.words, basis.provision, basis.mark) == ("all other powers enabling", None, "")


def test_relations_are_told_from_both_sides(harrowmere_record, to):
    told = {(item.word, item.instrument.code) for item in page_of(harrowmere_record, to, "I01").relations}

    assert told == {
        ("Amended by", "I02"),
        ("Last day changed by", "I02"),
        ("Revoked in part by", "I03"),
    }


def test_the_last_day_in_force_may_differ_from_the_expiry(harrowmere_record, to):
    page = page_of(harrowmere_record, to, "I01")

    assert (page.expires_on, page.last) == (date(2024, 5, 31), date(2025, 5, 31))


def test_an_instrument_that_the_record_lacks_is_refused_by_name(rotherham, to):
    with pytest.raises(UnknownInstrument):
        page_of(rotherham, to, "I99")


def test_the_three_sets_are_kept_as_stated(rotherham, to):
    page = proposal_page(rotherham, to, "P4")

    assert dict(page.sizes) == {"recommended": 9, "proposed": 6, "directed": 7}
    assert [row.function.code for row in page.differing] == ["F19", "F20", "F21", "F24"]


def test_a_set_that_no_source_gives_is_not_an_empty_one(rotherham, to):
    page = proposal_page(rotherham, to, "P3")

    assert (page.unsourced, page.rows[0].recommended) == (("recommended",), None)


def test_a_window_closes_at_the_time_of_day_that_the_letter_gave(rotherham, to):
    assert proposal_page(rotherham, to, "P3").closes == "3 November 2016 at 9:30am"


def test_a_proposal_to_take_powers_is_a_transfer_and_one_to_give_them_back_a_return(rotherham, to):
    words = [page.word for page in returns_page(rotherham, to).proposals]

    assert words == ["Transfer", "Return", "Return", "Return", "Return", "Return"]


def test_a_power_to_oversee_is_among_the_rows_of_a_return_and_not_in_its_count(rotherham, to):
    page = proposal_page(rotherham, to, "P6")

    assert page.title == "Return of 3 functions"
    assert dict(page.sizes)["directed"] == 3
    assert "F28" in {row.function.code for row in page.rows}


def test_a_proposal_that_the_record_lacks_is_refused_by_name(rotherham, to):
    with pytest.raises(UnknownProposal):
        proposal_page(rotherham, to, "P99")
