"""Days and moments as people write them, and what is said of those that do not exist."""

from datetime import UTC, date, datetime

import pytest

from handback.web.shared.powers.asking import BetweenForm, DecideForm, PowersForm, day_from, moment_from


@pytest.mark.parametrize("text", ["2016-12-01", "1/12/2016", "1 December 2016", "01 Dec 2016", " 1.12.2016 "])
def test_a_day_may_be_written_as_people_write_it(text):
    assert day_from(text) == date(2016, 12, 1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2016-04-31", "31 April 2016 is not a day"),
        ("30/2/2015", "30 February 2015 is not a day"),
        ("2015-13-01", "1 month 13 2015 is not a day"),
        ("soon", "“soon” is not a day. Write it like 1 December 2016 or 2016-12-01"),
    ],
)
def test_a_day_that_does_not_exist_is_named_in_words(text, said):
    with pytest.raises(ValueError, match=said):
        day_from(text)


def test_a_moment_without_a_zone_is_local_time():
    assert moment_from("2016-07-05T09:30") == datetime(2016, 7, 5, 8, 30, tzinfo=UTC)


def test_a_day_as_a_moment_means_its_end():
    assert moment_from("2016-12-05") > datetime(2016, 12, 5, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("text", ["0001-01-01T00:00+05:00", "0001-01-01T00:00Z", "9999-12-31T23:59-05:00"])
def test_a_moment_beyond_the_ends_of_time_is_refused(text):
    with pytest.raises(ValueError, match="is not a moment"):
        moment_from(text)


def test_a_moment_on_a_day_that_does_not_exist_is_refused_for_the_day():
    with pytest.raises(ValueError, match="31 April 2016 is not a day"):
        moment_from("2016-04-31T10:00")


def test_the_day_to_stand_on_is_asked_by_its_name_in_the_address(rotherham):
    form = PowersForm({"as-at": "2016-12-01"}, standing=rotherham)

    assert form.asked("as_at") == date(2016, 12, 1)


def test_what_cannot_be_read_counts_as_not_asked_and_is_an_error(rotherham):
    form = PowersForm({"as-at": "2016-04-31"}, standing=rotherham)

    assert (form.asked("as_at"), form.errors["as_at"]) == (None, ["31 April 2016 is not a day"])


def test_a_group_that_the_record_lacks_is_named(rotherham):
    form = PowersForm({"group": "bins"}, standing=rotherham)

    assert form.errors["group"] == ["“bins” is not in this record"]


def test_holders_to_choose_from_are_those_who_ever_held(harrowmere_record):
    chosen = dict(PowersForm(standing=harrowmere_record).fields["holder"].choices)

    assert set(chosen) == {"", "council", "commissioners", "maya", "trust", "under-oversight"}


def test_two_days_in_the_wrong_order_are_refused():
    form = BetweenForm({"from": "2017-01-01", "to": "2016-01-01"})

    assert form.errors["second"] == ["The second day comes before the first. Swap them"]


def test_names_of_those_consulted_are_told_apart_by_commas(rotherham):
    asked = {"who": "Ada", "capacity": "officer", "function": "F12", "on": "2016-12-01"}
    form = DecideForm({**asked, "consulted": "Maya, Tom ,"}, standing=rotherham)

    assert form.is_valid()
    assert form.cleaned_data["consulted"] == {"Maya", "Tom"}
