"""An instrument's draft: what it does to earlier instruments, what it lays down, and what it rests on."""

from datetime import date

import pytest

from handback.core.powers import COMMISSIONERS, COUNCIL
from handback.records.powers import actions
from handback.records.powers.standing import standing_of
from handback.web.office.papers.forms.instruments import MOST_ROWS
from tests.support.harrowmere import MORNING

SOURCE = "https://harrowmere.example/directions"
EARLIER = {
    "code": "I01",
    "title": "Directions of February 2015",
    "kind": "directions",
    "made_on": "2015-02-20",
    "in_force_on": "2015-02-26",
    "moves": [{"scope": {"functions": ["F01"]}, "holder": "commissioners"}],
    "sources": [SOURCE],
}
WHOLE = {
    "title": "Directions of May 2016",
    "code": "I02",
    "kind": "amending directions",
    "made_on": "2016-05-10",
    "in_force_on": "2016-05-16",
    "sources": SOURCE,
    "moves": "0",
    "revokes": "1",
    "extends": "1",
    "conditions": "1",
    "legal_bases": "1",
}


@pytest.fixture
def earlier(claim, licensing, ada):
    """Directions that the record has already."""
    draft = actions.draft_from_claim(claim("decision").pk, kind="instrument", by=ada, at=MORNING)
    actions.revise_draft(draft.pk, values=EARLIER, by=ada, at=MORNING)
    return actions.record_draft(draft.pk, by=ada, at=MORNING)


@pytest.fixture
def draft(claim, earlier, ada):
    return actions.draft_from_claim(claim("transfer").pk, kind="instrument", by=ada, at=MORNING)


@pytest.fixture
def send(officer, office, draft):
    """Sends the draft's form, with more or other fields than WHOLE."""

    def sent(do, **more):
        return officer.post(office("draft", draft.pk), {**WHOLE, **more, "do": do})

    return sent


@pytest.mark.parametrize(
    ("fields", "name", "entries"),
    [
        ({"revokes-0-instrument": "I01", "revokes-0-reach": "wholly"}, "revokes", [{"instrument": "I01"}]),
        (
            {
                "revokes-0-instrument": "I01",
                "revokes-0-reach": "functions",
                "revokes-0-functions": ["F01"],
                "revokes-0-on": "2016-06-01",
            },
            "revokes",
            [{"instrument": "I01", "scope": {"functions": ["F01"]}, "on": "2016-06-01"}],
        ),
        (
            {
                "revokes-0-instrument": "(itself)",
                "revokes-0-reach": "functions",
                "revokes-0-functions": ["F01"],
                "revokes-0-on": "2017-04-01",
            },
            "revokes",
            [{"instrument": "I02", "scope": {"functions": ["F01"]}, "on": "2017-04-01"}],
        ),
        (
            {"extends-0-instrument": "I01", "extends-0-expires_on": "2019-03-31"},
            "extends",
            [{"instrument": "I01", "expires_on": "2019-03-31"}],
        ),
        ({"extends-0-instrument": "I01"}, "extends", [{"instrument": "I01", "expires_on": None}]),
        (
            {"conditions-0-text": "The council has its work reviewed.", "conditions-0-due_on": "2017-02-18"},
            "conditions",
            [{"text": "The council has its work reviewed.", "due_on": "2017-02-18"}],
        ),
        (
            {"legal_bases-0-words": "section 15(5)", "legal_bases-0-provision": "LGA 1999 s.15(5)"},
            "legal_bases",
            [{"words": "section 15(5)", "provision": "LGA 1999 s.15(5)"}],
        ),
        ({"amends": ["I01"]}, "amends", ["I01"]),
        (
            {"also": "Five commissioners are named.\nThey report twice a year."},
            "also",
            ["Five commissioners are named.", "They report twice a year."],
        ),
    ],
)
def test_what_an_instrument_does_is_kept_in_the_draft(send, draft, fields, name, entries):
    send("save", **fields)

    draft.refresh_from_db()
    assert draft.values[name] == entries


def test_what_was_left_empty_stands_for_nothing(send, draft):
    send("save", **{"revokes-0-reach": "wholly", "extends-0-instrument": ""})

    draft.refresh_from_db()
    assert not {"revokes", "extends", "conditions", "legal_bases", "amends"} & set(draft.values)


def test_a_draft_that_revokes_in_part_changes_who_holds_the_function(send, harrowmere):
    part = {"revokes-0-instrument": "I01", "revokes-0-reach": "functions", "revokes-0-functions": ["F01"]}

    send("record", **part)

    holder_on = standing_of(harrowmere).ledger.holder_on
    assert holder_on("F01", date(2016, 5, 15)).holder == COMMISSIONERS
    assert holder_on("F01", date(2016, 5, 16)).holder == COUNCIL


LICENSING_BACK_IN_APRIL = {
    "moves": "1",
    "moves-0-reach": "functions",
    "moves-0-functions": ["F01"],
    "moves-0-holder": "commissioners",
    "amends": ["I01"],
    "revokes-0-instrument": "(itself)",
    "revokes-0-reach": "functions",
    "revokes-0-functions": ["F01"],
    "revokes-0-on": "2017-04-01",
}


def test_an_instrument_gives_some_functions_back_itself_from_a_later_day(send, harrowmere):
    wholly = {"revokes": "2", "revokes-1-instrument": "I01", "revokes-1-reach": "wholly"}

    send("record", **LICENSING_BACK_IN_APRIL, **wholly)

    holder_on = standing_of(harrowmere).ledger.holder_on
    assert holder_on("F01", date(2017, 3, 31)).holder == COMMISSIONERS
    assert holder_on("F01", date(2017, 4, 1)).holder == COUNCIL


def test_the_page_of_an_instrument_that_revokes_itself_in_part_says_so_once(send, officer, office):
    send("record", **LICENSING_BACK_IN_APRIL)

    text = officer.get(office("instrument", "I02")).text

    assert text.count("Stops by itself in part") == 1
    assert "Revoked in part by" not in text


def test_an_instrument_given_another_code_still_revokes_itself(send, officer, office, draft):
    send("save", **LICENSING_BACK_IN_APRIL)
    assert '<option value="(itself)" selected>' in officer.get(office("draft", draft.pk)).text

    send("save", **LICENSING_BACK_IN_APRIL, code="I05")

    draft.refresh_from_db()
    assert draft.values["revokes"][0]["instrument"] == "I05"


def test_an_instrument_cannot_revoke_itself_from_its_first_day(send):
    text = send("record", **{**LICENSING_BACK_IN_APRIL, "revokes-0-on": ""}).text

    assert "Enter the first day on which it no longer works for these functions" in text
    assert 'href="#id_revokes-0-on_0"' in text


def test_the_fault_stands_beside_the_revocation_that_begins_too_early(send):
    again = {
        key.replace("-0-", "-1-"): said for key, said in LICENSING_BACK_IN_APRIL.items() if "revokes" in key
    }
    text = send(
        "record", **{**LICENSING_BACK_IN_APRIL, **again, "revokes": "2", "revokes-1-on": "2010-07-16"}
    ).text

    assert 'href="#id_revokes-1-on_0"' in text
    assert 'href="#id_revokes-0-on_0"' not in text


def test_the_page_has_room_for_one_more_of_each_list(send, officer, office, draft):
    send("save", **{"conditions-0-text": "The council has its work reviewed."})

    text = officer.get(office("draft", draft.pk)).text

    assert 'name="conditions-1-text"' in text
    assert '<input type="hidden" name="conditions" value="2">' in text


def test_a_list_is_kept_whole_however_long_it_is(send, draft, ada):
    laid_down = [{"text": f"The council reports in month {n}."} for n in range(MOST_ROWS + 1)]
    actions.revise_draft(draft.pk, values={**EARLIER, "conditions": laid_down}, by=ada, at=MORNING)

    texts = {f"conditions-{n}-text": one["text"] for n, one in enumerate(laid_down)}
    send("save", conditions=str(len(laid_down) + 1), **texts)

    draft.refresh_from_db()
    assert draft.values["conditions"] == laid_down


@pytest.mark.parametrize(
    ("fields", "said", "field"),
    [
        ({"revokes-0-reach": "all"}, "is missing", "id_revokes-0-instrument"),
        (
            {"revokes-0-instrument": "I01", "revokes-0-reach": "functions"},
            "Choose which functions this revocation covers",
            "id_revokes-0-functions",
        ),
        ({"extends-0-expires_on": "2019-03-31"}, "is missing", "id_extends-0-instrument"),
        ({"conditions-0-due_on": "2019-03-31"}, "is missing", "id_conditions-0-text"),
        ({"conditions-0-due_on": "2019-02-30"}, "Enter a day that exists", "id_conditions-0-due_on"),
        ({"legal_bases-0-provision": "LGA 1999 s.15(5)"}, "is missing", "id_legal_bases-0-words"),
    ],
)
def test_what_is_wrong_in_a_list_is_told_beside_its_field(send, fields, said, field):
    text = send("record", **fields).text

    assert said in text
    assert f'href="#{field}' in text


def test_the_same_fault_in_two_fields_is_told_with_the_name_of_each(send):
    text = send("record", made_on="2016-02-30", **{"conditions-0-due_on": "2019-02-30"}).text

    assert ">Made on: enter a day that exists" in text
    assert ">By which day: enter a day that exists" in text


def test_a_record_without_instruments_offers_none_to_act_on(officer, office, claim, licensing, ada):
    draft = actions.draft_from_claim(claim("transfer").pk, kind="instrument", by=ada, at=MORNING)

    text = officer.get(office("draft", draft.pk)).text

    assert "It revokes another instrument" not in text
    assert "It gives some functions back itself from a later day" in text
    assert "It lays down what must be done" in text
