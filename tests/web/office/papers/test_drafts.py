"""Completing a draft: saved as it is, refused by field, recorded, or put aside."""

import pytest

from handback.records.powers import actions, queries
from tests.support.harrowmere import MORNING

WHOLE = {
    "title": "Directions of February 2015",
    "code": "I01",
    "kind": "directions",
    "made_on": "2015-02-20",
    "in_force_on": "2015-02-26",
    "sources": "https://harrowmere.example/directions",
    "moves": "1",
    "moves-0-reach": "functions",
    "moves-0-functions": ["F01"],
    "moves-0-holder": "commissioners",
}


@pytest.fixture
def draft(claim, licensing, ada):
    return actions.draft_from_claim(claim("transfer").pk, kind="instrument", by=ada, at=MORNING)


def send(client, office, draft, do, **changed):
    return client.post(office("draft", draft.pk), {**WHOLE, "do": do, **changed})


def test_an_empty_list_of_drafts_says_how_one_begins(officer, office):
    assert "No drafts yet" in officer.get(office("drafts")).text


def test_a_draft_shows_what_it_rests_on_and_what_is_known_so_far(officer, office, draft):
    text = officer.get(office("draft", draft.pk)).text

    assert "Licensing functions are to be exercised by the Commissioners" in text
    assert 'name="moves-0-functions" value="F01"' in text
    assert "checked" in text.split('value="F01"')[1][:200]


def test_a_draft_is_saved_as_it_is(officer, office, draft, harrowmere):
    send(officer, office, draft, "save", title="", made_on="")

    draft.refresh_from_db()
    assert "title" not in draft.values
    assert not queries.instruments(harrowmere).exists()


def test_a_complete_draft_becomes_part_of_the_record_and_leads_to_the_chart(
    officer, office, draft, harrowmere
):
    response = send(officer, office, draft, "record")

    assert response["Location"] == office("powers")
    assert queries.instruments(harrowmere).get().code == "I01"


def test_what_is_missing_is_told_beside_its_field_and_in_a_summary(officer, office, draft):
    text = send(officer, office, draft, "record", title="", **{"moves-0-functions": []}).text

    assert "There is a problem" in text
    assert '<a href="#id_title">“Title” is missing</a>' in text


@pytest.mark.parametrize(
    ("changed", "said", "field"),
    [
        ({"made_on": "2015-02-30"}, "Enter a day that exists", "id_made_on_0"),
        ({"made_on": "2015-03-30"}, "comes before", "id_in_force_on_0"),
        ({"sources": "from memory"}, "is not an address", "id_sources"),
        ({"moves-0-functions": []}, "Choose which functions this move covers", "id_moves-0-functions"),
        ({"moves-0-oversight": "enhanced"}, "name the overseer", "id_moves-0-holder"),
        ({"code": "I 1"}, "is not a code", "id_code"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(officer, office, draft, changed, said, field):
    text = send(officer, office, draft, "record", **changed).text

    assert said in text
    assert f'href="#{field}' in text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"made_on": "2015-03-30"}, "comes before 30 March 2015, which is the day in “Made on”"),
        ({"in_force_on": "2015-02-26", "expires_on": "2015-02-25"}, "is the day in “In force from”"),
    ],
)
def test_days_in_the_wrong_order_are_told_by_the_names_that_the_form_has(
    officer, office, draft, changed, said
):
    assert said in send(officer, office, draft, "record", **changed).text


def test_a_code_that_the_record_has_is_told_without_places_in_a_file(officer, office, draft, claim, ada):
    send(officer, office, draft, "record")
    second = actions.draft_from_claim(claim("decision").pk, kind="instrument", by=ada, at=MORNING)

    text = send(officer, office, second, "record").text

    assert "The record already has I01" in text
    assert "instruments[" not in text


def test_a_draft_that_somebody_else_changed_is_not_overwritten_unseen(officer, office, draft):
    seen = draft.event_id
    send(officer, office, draft, "save", seen=seen, title="What Ada typed")

    text = send(officer, office, draft, "save", seen=seen, title="What Idris typed").text

    draft.refresh_from_db()
    assert draft.values["title"] == "What Ada typed"
    assert "changed after you opened it" in text
    assert "What Idris typed" in text


def test_a_day_that_does_not_exist_stays_as_it_was_typed(officer, office, draft):
    typed = {"made_on_day": "30", "made_on_month": "2", "made_on_year": "2015"}
    fields = {name: said for name, said in WHOLE.items() if name != "made_on"}

    text = officer.post(office("draft", draft.pk), {**fields, **typed, "do": "save"}).text

    assert 'value="30"' in text
    assert "Enter a day that exists" in text


def test_another_move_can_be_added_and_what_was_typed_stays(officer, office, draft):
    text = send(officer, office, draft, "add").text

    assert "Move 2: what it changes" in text
    assert 'value="Directions of February 2015"' in text


def test_a_move_can_be_left_out(officer, office, draft):
    send(officer, office, draft, "save", **{"moves-0-remove": "on"})

    draft.refresh_from_db()
    assert draft.values["moves"] == []


def test_a_list_that_a_page_does_not_send_is_kept(officer, office, draft, ada):
    more = {**draft.values, "legal_bases": [{"words": "section 15"}]}
    actions.revise_draft(draft.pk, values=more, by=ada, at=MORNING)

    send(officer, office, draft, "save")

    draft.refresh_from_db()
    assert draft.values["legal_bases"] == [{"words": "section 15"}]


def test_a_draft_put_aside_cannot_be_recorded(officer, office, draft, harrowmere):
    send(officer, office, draft, "aside")

    response = officer.post(office("draft", draft.pk), {**WHOLE, "do": "record"}, follow=True)

    assert "already dealt with" in response.text
    assert not queries.instruments(harrowmere).exists()


def test_a_record_without_functions_says_what_to_do_first(officer, office, claim, ada):
    draft = actions.draft_from_claim(claim("transfer").pk, kind="instrument", by=ada, at=MORNING)

    assert "This record has no functions yet" in officer.get(office("draft", draft.pk)).text
    whole = {"moves-0-reach": "all", "moves-0-functions": []}
    assert "Add a function first" in send(officer, office, draft, "record", **whole).text


@pytest.mark.parametrize("kind", ["event", "appointment"])
def test_the_other_kinds_of_draft_have_their_own_forms(officer, office, claim, licensing, ada, kind):
    draft = actions.draft_from_claim(claim("commitment").pk, kind=kind, by=ada, at=MORNING)

    assert officer.get(office("draft", draft.pk)).status_code == 200


def test_a_draft_event_is_recorded_and_says_so(officer, office, claim, licensing, ada, harrowmere):
    draft = actions.draft_from_claim(claim("commitment").pk, kind="event", by=ada, at=MORNING)
    fields = {"text": "The plan is due.", "on": "2016-03-31", "kind": "plan", "sources": WHOLE["sources"]}

    response = officer.post(office("draft", draft.pk), {**fields, "do": "record"}, follow=True)

    assert "is now part of the record" in response.text
    assert queries.events(harrowmere).get().text == "The plan is due."


def test_a_commissioner_completes_no_draft(signed_in, maya, office, draft):
    assert send(signed_in(maya), office, draft, "save").status_code == 403


def test_the_list_of_drafts_asks_as_much_for_few_as_for_many(
    officer, office, draft, claim, ada, django_assert_max_num_queries
):
    actions.draft_from_claim(claim("ratio").pk, kind="event", by=ada, at=MORNING)

    with django_assert_max_num_queries(7):
        officer.get(office("drafts"))
