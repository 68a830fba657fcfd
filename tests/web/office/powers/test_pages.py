"""Each page says its most important fact, and leads to the evidence."""

import pytest

from tests.web.office.powers.conftest import Get

EVERY_PAGE = (
    "",
    "powers/",
    "powers/between/",
    "functions/F12/",
    "instruments/I01/",
    "commissioners/",
    "commissioners/mary-ney/",
    "returns/",
    "returns/P4/",
    "decide/",
)


def text_of(response):
    """What the page says, entities resolved."""
    return response.content.decode().replace("&#x27;", "'").replace("&#39;", "'")


@pytest.mark.parametrize("place", EVERY_PAGE)
def test_every_page_is_shown_to_those_who_may_read(get: Get, place: str):
    assert get(place).status_code == 200


@pytest.mark.parametrize(
    "place", ["functions/F99/", "instruments/I99/", "returns/P99/", "commissioners/nobody/"]
)
def test_what_the_record_does_not_hold_has_no_page(get: Get, place: str):
    assert get(place).status_code == 404


def test_with_one_council_only_the_office_leads_straight_to_it(ada_there):
    assert ada_there.get("/office/").headers["Location"] == "/office/rotherham/"


def test_home_says_how_many_functions_the_council_holds(get: Get):
    assert "The council holds all 27 functions" in text_of(get())


def test_home_says_plainly_that_the_intervention_is_over_and_when(get: Get):
    assert "It ended on 31 March 2019" in text_of(get())


def test_home_offers_days_worth_standing_on(get: Get):
    assert "/office/rotherham/powers/?as-at=2015-02-26" in text_of(get())


def test_home_says_that_nothing_waits(get: Get):
    assert "No document waits to be read" in text_of(get())


def test_powers_says_who_held_what_on_the_day_in_the_address(get: Get):
    assert "The council held 11 of 27 functions on 1 December 2016" in text_of(
        get("powers/", **{"as-at": "2016-12-01"})
    )


def test_a_day_that_does_not_exist_is_named_and_nothing_is_lost(get: Get):
    page = text_of(get("powers/", **{"as-at": "2016-04-31"}))

    assert "31 April 2016 is not a day" in page
    assert "There is a problem" in page


def test_as_known_before_the_record_began_it_knew_nothing(get: Get):
    page = text_of(get("powers/", **{"as-at": "2016-12-01", "known-at": "2020-01-01"}))

    assert "The record knew nothing on 1 January 2020" in page


def test_a_filter_that_fits_nothing_says_so(get: Get):
    assert "No function fits what you asked for" in text_of(get("powers/", function="zeppelins"))


def test_the_data_answers_for_the_day_in_the_address(get: Get):
    answer = get("powers.json", **{"as-at": "2016-12-01"}).json()

    assert answer["as_at"] == "2016-12-01"
    assert len(answer["powers"]) == 28


def test_data_for_a_day_that_does_not_exist_is_refused_in_a_sentence(get: Get):
    response = get("powers.csv", **{"as-at": "2016-04-31"})

    assert (response.status_code, response.content) == (400, b"31 April 2016 is not a day.")


def test_between_two_days_what_changed_is_told(get: Get):
    page = text_of(get("powers/between/", **{"from": "2016-12-12", "to": "2016-12-13"}))

    assert "1 function changed holder or oversight" in page


def test_between_two_days_nothing_may_have_changed(get: Get):
    page = text_of(get("powers/between/", **{"from": "2016-12-01", "to": "2016-12-02"}))

    assert "Nothing changed hands" in page


@pytest.mark.parametrize(
    ("place", "then", "now"),
    [
        ("instruments/", "No instruments are recorded", "I01"),
        ("returns/", "Proposals will appear here", "P4"),
    ],
)
def test_lists_tell_what_was_known_at_a_moment(get: Get, place: str, then: str, now: str):
    before = text_of(get(place, **{"known-at": "2020-01-01"}))
    after = text_of(get(place, **{"known-at": "2026-03-03"}))

    assert then in before
    assert "This is what the record knew at 1 January 2020" in before
    assert now in after
    assert "See what it knows now" in after


@pytest.mark.parametrize("place", ["instruments/I01/", "returns/P4/"])
def test_what_was_not_known_at_a_moment_has_no_page_then(get: Get, place: str):
    assert get(place, **{"known-at": "2020-01-01"}).status_code == 404
    assert "This is what the record knew at 3 March 2026" in text_of(get(place, **{"known-at": "2026-03-03"}))


@pytest.mark.parametrize("place", ["instruments/", "instruments/I01/", "returns/", "returns/P4/"])
def test_a_moment_that_cannot_be_read_is_told(get: Get, place: str):
    assert "“soon” is not a moment" in text_of(get(place, **{"known-at": "soon"}))


def test_between_two_days_as_known_before_the_record_began_nothing_had_changed(get: Get):
    asked = {"from": "2016-12-12", "to": "2016-12-13"}

    page = get("powers/between/", **asked, **{"known-at": "2020-01-01"})

    assert "Nothing changed hands" in text_of(page)
    assert "This is what the record knew at 1 January 2020" in text_of(page)
    assert 'href="?from=2016-12-12&amp;to=2016-12-13"' in page.text


def test_a_function_says_who_holds_it_and_leads_to_the_instrument(get: Get):
    page = text_of(get("functions/F12/", **{"as-at": "2017-01-01"}))

    assert "Who held it on 1 January 2017" in page
    assert "/office/rotherham/instruments/I03/" in page


def test_an_instrument_keeps_made_in_force_and_expiry_apart(get: Get):
    page = text_of(get("instruments/I06/"))

    assert all(day in page for day in ("18 September 2018", "24 September 2018", "31 March 2019"))


def test_an_inferred_end_of_an_office_says_why(get: Get):
    assert "No source gives the day; the post is taken to last" in text_of(get("commissioners/mary-ney/"))


def test_a_return_shows_the_three_sets_in_words(get: Get):
    assert "The sets differ: 9 recommended, 6 proposed, 7 directed" in text_of(get("returns/P4/"))


def test_a_finding_is_stated_first(get: Get):
    asked = {"who": "Cabinet", "capacity": "council body", "function": "F12", "on": "2016-12-01"}

    assert "Cabinet did not hold the power to decide this on 1 December 2016." in text_of(
        get("decide/", **asked)
    )


def test_a_decision_can_be_tested_against_what_was_known_at_a_moment(get: Get):
    asked = {"who": "Cabinet", "capacity": "council body", "function": "F12", "on": "2016-12-01"}

    before = text_of(get("decide/", **asked, **{"known-at": "2020-01-01"}))
    after = text_of(get("decide/", **asked, **{"known-at": "2026-03-03"}))

    assert "The record did not know this function yet at that moment" in before
    assert "Cabinet did not hold the power to decide this" in after
    assert "This is what the record knew at 3 March 2026" in after


def test_a_question_that_lacks_something_says_what(get: Get):
    assert "Enter who decided" in text_of(get("decide/", who="", on="2016-12-01"))


def test_a_link_from_a_function_fills_in_the_question_without_an_error(get: Get):
    page = text_of(get("decide/", function="F12", on="2016-12-01"))

    assert "There is a problem" not in page
    assert 'value="F12" selected' in page


def test_names_typed_by_others_are_escaped(get: Get):
    asked = {"who": "<script>", "capacity": "officer", "function": "F12", "on": "2016-12-01"}

    assert "<script>" not in text_of(get("decide/", **asked)).split("<main")[1].split("</main>")[0]


def test_the_day_stood_on_is_in_its_box_even_where_the_address_names_none(get: Get):
    assert 'name="as-at" value="' in text_of(get("powers/"))


def test_what_is_shown_instead_of_an_impossible_day_is_said(get: Get):
    assert "part of it was left out" in text_of(get("powers/", **{"as-at": "2016-04-31"}))
