"""Who sat, and whether they could decide."""

from datetime import date

import pytest

from handback.core.powers import Capacity
from handback.web.shared.powers.commissioners import UnknownPerson, commissioners_page, person_page
from handback.web.shared.powers.deciding import deciders, found_page

TODAY = date(2026, 11, 21)
DECEMBER = date(2016, 12, 1)


def test_who_sat_is_told_for_a_day(rotherham, to):
    page = commissioners_page(rotherham, to, on=date(2017, 5, 1), today=TODAY)

    assert sorted(office.person.text for office in page.sat) == [
        "Cllr Patricia Bradwell",
        "Julie Kenny CBE DL",
        "Mary Ney",
    ]


def test_nobody_sits_after_the_end(rotherham, to):
    assert commissioners_page(rotherham, to, on=TODAY, today=TODAY).sat == ()


def test_a_person_has_every_office_they_held_with_inferred_ends_said(rotherham, to):
    page = person_page(rotherham, to, "mary-ney")

    assert [office.role for office in page.offices] == ["Supporting Commissioner", "Lead Commissioner"]
    assert all(office.last_inferred for office in page.offices)


def test_instruments_in_force_during_an_office_are_listed(rotherham, to):
    instruments = person_page(rotherham, to, "stella-manzie-cbe").instruments

    assert [item.code for item in instruments] == ["I01"]


def test_a_person_without_dates_has_a_page_and_no_instruments(rotherham, to):
    page = person_page(rotherham, to, "ian-thomas")

    assert (page.offices[0].first, page.instruments) == (None, ())


def test_a_stranger_is_refused_by_name(rotherham, to):
    with pytest.raises(UnknownPerson):
        person_page(rotherham, to, "sam-whitlow")


def found(standing, to, who, capacity, function="F12", on=DECEMBER):
    """The finding about a decision."""
    return found_page(standing, to, who=who, capacity=capacity, function=function, on=on)


def test_a_power_that_was_not_the_councils_was_not_held_by_cabinet(rotherham, to):
    page = found(rotherham, to, "Cabinet", Capacity.COUNCIL_BODY)

    assert page.word == "Not held"
    assert page.sentence == "Cabinet did not hold the power to decide this on 1 December 2016."


def test_a_reason_leads_to_the_instrument_it_rests_on(rotherham, to):
    reason = found(rotherham, to, "Cabinet", Capacity.COUNCIL_BODY).reasons[0]

    assert reason.instrument.href == "/site/instruments/I01/"


def test_what_the_record_cannot_say_is_not_known(rotherham, to):
    page = found(rotherham, to, "Julie Kenny CBE DL", Capacity.COMMISSIONER)

    assert page.word == "Not known"


def test_a_commissioner_is_found_by_the_office_they_had_that_day(harrowmere_record, to):
    page = found(harrowmere_record, to, "Maya Okafor", Capacity.COMMISSIONER, "F02", date(2021, 7, 1))

    assert page.word == "Held"


def test_names_to_offer_are_those_of_the_record(rotherham, to):
    assert {"Cabinet", "Mary Ney", "Chief Executive"} <= set(deciders(rotherham))
