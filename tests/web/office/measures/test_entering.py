"""Values, targets, decisions, commentary and withdrawals, each through its page."""

from decimal import Decimal

import pytest

from handback.records.measures import queries
from tests.web.office.measures.conftest import STEADY, told

WHY = {"reason": "The service moved to another building", "decided_by": "Ada Lindqvist"}
ON = {"decided_on": "2026-03-02"}
TARGET = {"kind": "target", "value": "85", "first": "2026-04-01"}
SAID = {"first": "2025-05-01", "what": "Fewer appeals came.", "written_by": "Ada Lindqvist"}


def test_a_value_is_entered_for_a_period_in_words(officer, office, appeals, harrowmere):
    appeals()
    officer.post(
        office("indicator-values", "M01"), {"period": "May 2026", "value": "81.5", "quality": "final"}
    )

    assert queries.values(harrowmere).get().value == Decimal("81.5")


def test_a_share_is_worked_out_from_its_counts(officer, office, in_time, harrowmere):
    counts = {"period": "May 2026", "numerator": "28", "denominator": "41", "quality": "final"}
    officer.post(office("indicator-values", in_time), counts)

    assert round(queries.values(harrowmere).get().value, 3) == Decimal("68.293")


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"period": "Maytime"}, "period"),
        ({"period": "2026/27"}, "period"),
        ({"value": "12,3"}, "value"),
        ({"value": ""}, "value"),
        ({"quality": "guessed"}, "quality"),
        ({"published_on": "2026-02-31"}, "published_on"),
    ],
)
def test_a_value_that_cannot_be_names_the_box_and_loses_nothing(officer, office, appeals, said, field):
    appeals()
    sent = {"period": "May 2026", "value": "80", "quality": "final", "note": "Counted by hand"}

    response = officer.post(office("indicator-values", "M01"), {**sent, **said})

    assert f'id="id_{field}_error"' in response.text
    assert "Counted by hand" in response.text


def test_a_value_is_restated_only_with_a_reason(officer, office, appeals, harrowmere):
    appeals(STEADY)
    sent = {"period": "May 2025", "value": "70", "quality": "final"}

    refused = officer.post(office("indicator-values", "M01"), sent)
    assert 'id="id_reason_error"' in refused.text
    officer.post(office("indicator-values", "M01"), {**sent, "reason": "Two cases were found"})

    page = told(officer.get(office("indicator", "M01")))
    assert "May 2025 81% 70% Two cases were found (Ada Lindqvist" in page


def test_the_form_opens_with_the_next_period(officer, office, appeals):
    appeals(STEADY)

    assert 'value="June 2025"' in officer.get(office("indicator-values", "M01")).text


def test_a_target_is_set_and_shown(officer, office, appeals):
    appeals(STEADY)

    page = told(officer.post(office("indicator-targets", "M01"), TARGET, follow=True))

    assert "Target 85% From 1 April 2026" in page


def test_a_target_that_ends_before_it_begins_is_refused(officer, office, appeals):
    appeals()

    response = officer.post(office("indicator-targets", "M01"), {**TARGET, "last": "2026-03-01"})

    assert "the last day comes before the first" in told(response)


@pytest.mark.parametrize(
    ("kind", "choice", "shown"),
    [
        ("rebase", {"first": "2024-10-01"}, "Limits drawn anew"),
        ("ghost", {"first": "2024-10-01"}, "Left out of the limits"),
        ("profile", {"choice": "mdc-2023"}, "Rules chosen: mdc-2023"),
        ("chart", {"choice": "run"}, "Chart chosen: run"),
    ],
)
def test_a_decision_is_shown_with_its_reason_and_person(officer, office, appeals, kind, choice, shown):
    appeals(STEADY)
    address = f"{office('indicator-decisions', 'M01')}?kind={kind}"

    page = told(officer.post(address, {**WHY, **ON, **choice}, follow=True))

    assert shown in page
    assert "The service moved to another building Ada Lindqvist, 2 March 2026" in page


def test_a_decision_without_a_reason_is_refused(officer, office, appeals):
    appeals(STEADY)
    address = f"{office('indicator-decisions', 'M01')}?kind=ghost"

    assert 'id="id_reason_error"' in officer.post(address, {**ON, "first": "2024-10-01"}).text


def test_nothing_is_decided_before_somebody_says_what(officer, office, appeals):
    appeals(STEADY)

    assert "Draw the limits anew" in told(officer.get(office("indicator-decisions", "M01")))


def test_commentary_stands_on_the_board(officer, office, appeals):
    appeals(STEADY)
    officer.post(office("indicator-commentary", "M01"), {**SAID, "action": "None is needed."})

    assert "What: Fewer appeals came. Action: None is needed." in told(officer.get(office("measures")))


def test_commentary_opens_with_what_was_said_before(officer, office, appeals):
    appeals(STEADY)
    officer.post(office("indicator-commentary", "M01"), SAID)

    assert "Fewer appeals came." in officer.get(office("indicator-commentary", "M01")).text


def test_nobody_is_asked_to_comment_on_nothing(officer, office, appeals):
    appeals()

    assert "Nothing to comment on yet" in told(officer.get(office("indicator-commentary", "M01")))


@pytest.mark.parametrize("what", ["value::2025-05-01", "target:target:2024-04-01", "decision:chart:"])
def test_what_was_entered_is_withdrawn_with_a_reason(officer, office, appeals, harrowmere, what):
    appeals(STEADY, target=85)
    chart = {**WHY, **ON, "choice": "run"}
    officer.post(f"{office('indicator-decisions', 'M01')}?kind=chart", chart)
    rows = {"v": queries.values, "t": queries.targets, "d": queries.decisions}[what[0]](harrowmere)
    before = rows.count()

    officer.post(office("indicator-withdraw", "M01"), {"what": what, "reason": "Entered by mistake"})

    assert rows.count() == before - 1


def test_what_was_never_entered_cannot_be_withdrawn(officer, office, appeals):
    appeals(STEADY)

    response = officer.post(
        office("indicator-withdraw", "M01"), {"what": "value::1999-01-01", "reason": "No"}
    )

    assert 'id="id_what_error"' in response.text


FORMS = (
    "indicator-edit",
    "indicator-values",
    "indicator-targets",
    "indicator-decisions",
    "indicator-commentary",
    "indicator-withdraw",
)


@pytest.mark.parametrize("name", FORMS)
def test_a_member_who_may_not_record_is_refused(member, office, appeals, name):
    appeals()

    assert member.get(office(name, "M01")).status_code == 403


@pytest.mark.parametrize("name", ["indicator", "indicator-csv", *FORMS])
def test_an_indicator_that_there_is_not_is_not_found(officer, office, harrowmere, name):
    assert officer.get(office(name, "M77")).status_code == 404


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ({"value": "85,2"}, "Value in %: “85,2” is not a number."),
        ({"numerator": "50", "denominator": "40"}, "50 of 40 cannot have been counted."),
    ],
)
def test_a_refused_value_is_told_in_words_that_name_the_box_and_no_code(
    officer, office, in_time, said, refused
):
    response = officer.post(
        office("indicator-values", "M01"), {"period": "July 2025", "quality": "final", **said}
    )

    assert f"There is a problem {refused}" in told(response)
