"""The register of interventions in English councils since 2010."""

from importlib.resources import files

import pytest

from handback.records import powers
from handback.records.powers import recordfile
from handback.records.powers.recordfile.register_values import InterventionState


@pytest.fixture(scope="module")
def register():
    data = files(powers).joinpath("data/interventions.json").read_bytes()
    return recordfile.read_register(data, name="interventions.json")


def entry(register, code):
    return next(found for found in register.interventions if found.code == code)


def test_it_has_fifteen_interventions_and_three_related_steps(register):
    assert (len(register.interventions), len(register.related)) == (15, 3)


def test_it_says_for_which_years_it_is_complete(register):
    assert "not complete" in register.completeness.text


def test_every_entry_has_a_source(register):
    assert all(found.sources for found in (*register.interventions, *register.related))


def test_a_start_known_by_its_year_stays_a_year(register):
    assert entry(register, "doncaster-2010").start.words == "2010"


def test_an_end_known_by_its_month_stays_a_month(register):
    assert entry(register, "tower-hamlets-2014").end.words == "2018-09"


def test_a_council_with_two_interventions_has_both_told_apart(register):
    found = [(e.code, e.ordinal) for e in register.interventions if "Tower Hamlets" in e.authority]

    assert found == [("tower-hamlets-2014", 1), ("tower-hamlets-2025", 2)]


def test_what_became_of_an_intervention_is_not_guessed(register):
    assert entry(register, "nottingham-2022").state is InterventionState.NOT_KNOWN


def test_a_code_that_was_not_checked_has_no_source(register):
    unchecked = [found.code for found in register.interventions if found.gss_source is None]

    assert unchecked == ["northamptonshire-2018"]


def test_representations_that_were_waived_are_told_as_waived(register):
    windows = entry(register, "woking-2023").representations

    assert [(window.waived, window.opens) for window in windows] == [(True, None)]


def test_the_entry_for_rotherham_leads_to_its_full_record(register):
    assert entry(register, "rotherham-2015").record == "rotherham"
