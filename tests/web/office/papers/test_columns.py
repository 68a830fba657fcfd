"""A spreadsheet of actions: which column is what, its rows so read, and that it is remembered."""

import pytest

from handback.records.documents import actions as documents
from handback.records.documents import queries
from tests.support.harrowmere import CLERK, MORNING

TRACKER = """Ref,Agreed action,Lead officer,Due date,BRAG
1,Publish the improvement plan,Tom Bexley,31/03/2026,Green
2,<script>alert(1)</script> Review the policy,Ada Lindqvist,September 2026,Amber
"""
SAID = {"action": "Agreed action", "owner": "Lead officer", "due": "Due date", "status": "BRAG"}


@pytest.fixture
def tracker(keep):
    return documents.read(keep(TRACKER, "tracker.csv").pk, by=CLERK, at=MORNING)


def test_a_spreadsheet_asks_which_column_is_what(officer, office, tracker):
    assert office("document-columns", tracker.pk) in officer.get(office("document", tracker.pk)).text


def test_the_columns_are_filled_in_as_the_headers_suggest_and_rows_are_shown(officer, office, tracker):
    text = officer.get(office("document-columns", tracker.pk)).text

    assert '<option value="Agreed action" selected>' in text
    assert "Due by 31 March 2026" in text
    assert "&lt;script&gt;alert(1)" in text


def test_rows_become_commitments_and_the_columns_are_remembered(officer, office, tracker, harrowmere, keep):
    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})

    rows = tracker.claims.filter(type="commitment", rule="row of an action tracker")
    assert {row.attributes["owner"] for row in rows} == {"Tom Bexley", "Ada Lindqvist"}
    other = documents.read(keep(TRACKER.replace("2026", "2027"), "next.csv").pk, by=CLERK, at=MORNING)
    assert "Somebody said so" in officer.get(office("document-columns", other.pk)).text


def test_proposing_twice_proposes_nothing_twice(officer, office, tracker):
    for _ in range(2):
        officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})

    assert tracker.claims.filter(rule="row of an action tracker").count() == 2


def test_looking_changes_nothing(officer, office, tracker):
    text = officer.post(office("document-columns", tracker.pk), {**SAID, "owner": "Ref", "do": "look"}).text

    assert "Owner: 1" in text
    assert not tracker.claims.filter(rule="row of an action tracker").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"action": ""}, "Choose: what is to be done"),
        ({"owner": "Agreed action"}, "is already"),
        ({"due": "A column that is not there"}, "is not one of the choices"),
    ],
)
def test_columns_that_cannot_be_are_refused(officer, office, tracker, said, told):
    assert (
        told in officer.post(office("document-columns", tracker.pk), {**SAID, **said, "do": "propose"}).text
    )


def test_what_is_no_spreadsheet_says_so(officer, office, document):
    response = officer.get(office("document-columns", document.pk), follow=True)

    assert "neither a spreadsheet" in response.text


@pytest.mark.parametrize("table", ["", "0", "99", "x"])
def test_a_table_that_is_not_there_is_the_nearest_that_is(officer, office, tracker, table):
    assert officer.get(f"{office('document-columns', tracker.pk)}?table={table}").status_code == 200


def test_columns_said_for_one_authority_are_not_another_authoritys(officer, office, tracker, harrowmere):
    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})
    harrowmere.pk += 1000

    assert queries.columns_said(harrowmere, "any") == {}


def states_of(row):
    return {(claim.rule, claim.state) for claim in row.claims.filter(type="commitment")}


def test_the_rows_stand_for_what_the_reader_made_of_them_before(officer, office, tracker):
    assert states_of(tracker) == {("row of an action table", "proposed")}

    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})

    assert states_of(tracker) == {
        ("row of an action table", "withdrawn"),
        ("row of an action tracker", "proposed"),
    }


def test_columns_that_are_said_anew_change_the_claims_that_nobody_has_judged(officer, office, tracker):
    officer.post(office("document-columns", tracker.pk), {**SAID, "owner": "Ref", "do": "propose"})
    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})

    rows = tracker.claims.filter(rule="row of an action tracker")
    assert {row.attributes["owner"] for row in rows} == {"Tom Bexley", "Ada Lindqvist"}


def test_rows_of_another_column_stand_for_those_of_the_first(officer, office, tracker):
    wrong = {"action": "Lead officer", "due": "Due date"}
    officer.post(office("document-columns", tracker.pk), {**wrong, "do": "propose"})
    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})

    waiting = tracker.claims.filter(rule="row of an action tracker", state="proposed")
    assert sorted(row.quote[:7] for row in waiting) == ["<script", "Publish"]


def test_a_promise_that_somebody_accepted_stays_when_the_columns_are_said(officer, office, tracker):
    first = tracker.claims.filter(rule="row of an action table").earliest("start")
    documents.accept(first.pk, by=CLERK, at=MORNING)

    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})

    first.refresh_from_db()
    assert first.state == "accepted"


def test_reading_again_keeps_rows_whose_columns_somebody_said_and_reads_nothing_beside_them(
    officer, office, tracker
):
    officer.post(office("document-columns", tracker.pk), {**SAID, "do": "propose"})
    before = states_of(tracker)

    documents.read_again(tracker.pk, by=CLERK, at=MORNING)

    assert states_of(tracker) == before
