"""Could they decide it? The rules of authority, one by one."""

from datetime import UTC, datetime, timedelta

import pytest

from handback.core.periods import Period
from handback.core.powers import (
    COMMISSIONERS,
    COUNCIL,
    Capacity,
    Delegation,
    Exercise,
    Outcome,
    Oversight,
    Recorded,
    authority,
    ledger,
)
from tests.core.harrowmere import (
    AUDIT,
    EVERYTHING,
    FINANCE,
    HOUSING,
    JANUARY,
    JULY,
    MARCH,
    MAY,
    MAYA,
    OVERSEEING,
    PARKS,
    SEPTEMBER,
    TRUST,
    directions,
    in_office,
    move,
    named,
)

HELD, NOT_HELD, UNKNOWN = Outcome.HELD, Outcome.NOT_HELD, Outcome.UNKNOWN
CABINET = ("Cabinet", Capacity.COUNCIL_BODY)
ADA = ("Ada Lindqvist", Capacity.OFFICER)
MAYA_ALONE = ("Maya Okafor", Capacity.COMMISSIONER)
JOINTLY = ("Commissioners' meeting", Capacity.COMMISSIONERS_JOINTLY)
IN_OFFICE = (in_office(),)
TAKEN = (directions(), move(HOUSING))


def find(
    who, *facts, function=HOUSING, on=JULY, appointments=IN_OFFICE, delegations=(), known_at=None, **more
):
    """The finding on a decision, with the record made of these instruments and moves."""
    instruments = [fact for fact in facts if hasattr(fact, "in_force_on")]
    moves = [fact for fact in facts if hasattr(fact, "scope")]
    answers = ledger(EVERYTHING, instruments, moves, known_at=known_at)
    exercise = Exercise(*who, function.code, on, **more)
    return authority(exercise, answers, appointments=appointments, delegations=delegations)


def delegation(*, by=COUNCIL, to=ADA, about=HOUSING, first=MARCH, until=None, **facts):
    return Delegation(by, *to, named(about), Period(first, until), **facts)


def words(finding):
    return " ".join(reason.text for reason in finding.reasons)


def test_a_body_of_the_council_holds_what_the_council_holds():
    finding = find(CABINET)

    assert finding.outcome is HELD
    assert "held by the council on 1 July 2016, since no instrument then in force said otherwise" in words(
        finding
    )


def test_a_body_of_the_council_does_not_hold_what_was_moved_away():
    finding = find(CABINET, *TAKEN)

    assert finding.outcome is NOT_HELD
    assert finding.reasons[0].instrument == "I01"
    assert "under I01 (Directions to Harrowmere, I01), in force from 1 March 2016" in words(finding)


@pytest.mark.parametrize(
    ("oversight", "condition"),
    [
        (Oversight.ORDINARY, "they could advise"),
        (Oversight.ENHANCED, "had to follow their written recommendations"),
    ],
)
def test_oversight_leaves_the_power_and_states_its_condition(oversight, condition):
    finding = find(CABINET, directions(), move(HOUSING, to=COUNCIL, oversight=oversight))

    assert finding.outcome is HELD
    assert condition in words(finding)


def test_commissioners_jointly_hold_what_is_theirs_if_any_of_them_sat():
    assert find(JOINTLY, *TAKEN).outcome is HELD


def test_commissioners_jointly_hold_nothing_when_none_of_them_sat():
    finding = find(JOINTLY, *TAKEN, appointments=[in_office(until=MAY)])

    assert finding.outcome is NOT_HELD
    assert "No commissioner is recorded as in office on 1 July 2016" in words(finding)


def test_with_no_appointments_recorded_a_commissioners_power_is_unknown():
    assert find(JOINTLY, *TAKEN, appointments=()).outcome is UNKNOWN


def test_a_commissioner_alone_holds_what_their_portfolio_covers():
    finding = find(MAYA_ALONE, *TAKEN, appointments=[in_office(portfolio=frozenset({"F01"}))])

    assert finding.outcome is HELD
    assert "portfolio of Maya Okafor as Lead commissioner covers F01" in words(finding)


def test_a_portfolio_covers_the_parts_of_its_functions():
    facts = [directions(), move(FINANCE)]

    finding = find(MAYA_ALONE, *facts, function=AUDIT, appointments=[in_office(portfolio=frozenset({"F03"}))])

    assert finding.outcome is HELD


def test_a_commissioner_alone_without_portfolio_or_delegation_is_unknown():
    assert find(MAYA_ALONE, *TAKEN).outcome is UNKNOWN


def test_a_commissioner_alone_holds_under_a_delegation_by_the_commissioners():
    given = delegation(by=COMMISSIONERS, to=MAYA_ALONE)

    assert find(MAYA_ALONE, *TAKEN, delegations=[given]).outcome is HELD


def test_a_commissioner_who_did_not_sit_that_day_holds_nothing():
    given = delegation(by=COMMISSIONERS, to=MAYA_ALONE)

    finding = find(MAYA_ALONE, *TAKEN, appointments=[in_office(until=JULY)], delegations=[given])

    assert finding.outcome is NOT_HELD


def test_a_commissioner_of_whom_no_appointment_is_recorded_is_unknown():
    finding = find(("M Okafor", Capacity.COMMISSIONER), *TAKEN)

    assert finding.outcome is UNKNOWN
    assert "No appointment of a commissioner called M Okafor is recorded." in words(finding)


def test_a_commissioner_may_be_named_by_their_post():
    sitting = in_office(portfolio=frozenset({"F01"}))

    assert find(("Lead Commissioner", Capacity.COMMISSIONER), *TAKEN, appointments=[sitting]).outcome is HELD


def test_a_post_holds_under_a_delegation_to_the_person_in_it():
    given = delegation(by=COMMISSIONERS, to=MAYA_ALONE)

    finding = find(("Lead commissioner", Capacity.COMMISSIONER), *TAKEN, delegations=[given])

    assert finding.outcome is HELD


def test_an_inferred_end_of_office_is_said_where_it_decides():
    left = in_office(until=JULY, inferred="Only the month is sourced.")

    finding = find(MAYA_ALONE, *TAKEN, appointments=[left])

    assert finding.outcome is NOT_HELD
    assert (
        "Maya Okafor is recorded as Lead commissioner from 1 January 2016 to 30 June 2016. "
        "A date of the appointment was inferred: Only the month is sourced."
    ) in words(finding)


def test_what_was_given_to_one_commissioner_is_held_by_that_one():
    assert find(MAYA_ALONE, directions(), move(HOUSING, to=MAYA)).outcome is HELD


def test_what_was_given_to_one_commissioner_is_not_held_by_another():
    other = ("Tom Bexley", Capacity.COMMISSIONER)

    finding = find(other, directions(), move(HOUSING, to=MAYA), appointments=[in_office("Tom Bexley")])

    assert finding.outcome is NOT_HELD


def test_a_commissioner_with_oversight_only_does_not_hold_the_power():
    finding = find(MAYA_ALONE, directions(), move(HOUSING, to=COUNCIL, oversight=Oversight.ENHANCED))

    assert finding.outcome is NOT_HELD
    assert "a say in the decision, not the power to take it" in words(finding)


def test_an_officer_holds_under_a_delegation_in_force_from_the_holder():
    finding = find(ADA, delegations=[delegation(reference="minute 12")])

    assert finding.outcome is HELD
    assert "The delegation by the council to Ada Lindqvist (minute 12) was in force on 1 July 2016" in words(
        finding
    )


def test_an_officer_holds_under_a_delegation_to_the_post_that_they_hold():
    post = in_office("Ada Lindqvist", role="Head of housing")

    finding = find(
        ADA, appointments=[post], delegations=[delegation(to=("head of housing", Capacity.OFFICER))]
    )

    assert finding.outcome is HELD


def test_an_officer_is_unknown_when_no_delegation_by_the_holder_is_recorded():
    assert find(ADA).outcome is UNKNOWN


def test_an_officer_whom_the_holders_delegations_pass_over_does_not_hold():
    assert find(ADA, delegations=[delegation(to=("Tom Bexley", Capacity.OFFICER))]).outcome is NOT_HELD


def test_an_officer_is_unknown_when_every_delegation_by_the_holder_was_of_another_time():
    later = delegation(to=("Tom Bexley", Capacity.OFFICER), first=SEPTEMBER)

    assert find(ADA, delegations=[later]).outcome is UNKNOWN


def test_a_delegation_by_a_former_holder_does_not_count_and_says_when_the_function_moved():
    finding = find(ADA, *TAKEN, delegations=[delegation(first=JANUARY)])

    assert finding.outcome is NOT_HELD
    assert "the function moved away from its giver on 1 March 2016 under I01" in words(finding)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (delegation(about=PARKS), "does not cover F01"),
        (delegation(until=MAY), "ended on 30 April 2016"),
        (delegation(first=SEPTEMBER), "began only on 1 September 2016"),
    ],
)
def test_a_delegation_counts_within_its_scope_and_its_period_only(given, why):
    finding = find(ADA, delegations=[given])

    assert finding.outcome is NOT_HELD
    assert why in words(finding)


def test_a_delegation_counts_on_its_last_day():
    assert find(ADA, delegations=[delegation(until=JULY + timedelta(days=1))]).outcome is HELD


def test_whether_a_delegation_survived_a_loss_of_the_function_is_unknown():
    lost_and_returned = (directions(until=MAY), move(HOUSING))

    assert find(ADA, *lost_and_returned, delegations=[delegation(first=JANUARY)]).outcome is UNKNOWN


def test_consultees_not_stated_to_have_been_consulted_leave_it_unknown():
    finding = find(ADA, delegations=[delegation(consultees=frozenset({"Cabinet member"}))])

    assert finding.outcome is UNKNOWN
    assert "requires Cabinet member to be consulted" in words(finding)


def test_consultees_who_were_consulted_satisfy_the_delegation():
    given = delegation(consultees=frozenset({"Cabinet member"}))

    assert find(ADA, delegations=[given], consulted=frozenset({"cabinet member"})).outcome is HELD


def test_another_party_holds_what_is_its_own():
    director = ("Director of the trust", Capacity.OTHER_PARTY)

    assert find(director, directions(), move(HOUSING, to=TRUST), party=TRUST).outcome is HELD


def test_another_party_does_not_hold_what_is_the_councils():
    assert find(("Director of the trust", Capacity.OTHER_PARTY), party=TRUST).outcome is NOT_HELD


def test_nobody_holds_a_power_that_did_not_exist():
    finding = find(JOINTLY, function=OVERSEEING)

    assert finding.outcome is NOT_HELD
    assert "did not exist on 1 July 2016" in words(finding)


def test_commissioners_hold_the_power_of_oversight_while_it_is_theirs():
    assert find(JOINTLY, directions(), move(OVERSEEING), function=OVERSEEING).outcome is HELD


def test_a_function_that_the_record_does_not_know_is_unknown():
    answers = ledger([], [], [])

    finding = authority(Exercise(*CABINET, "F99", JULY), answers, appointments=(), delegations=())

    assert (finding.outcome, words(finding)) == (UNKNOWN, "There is no function F99 in this record.")


def test_parts_held_elsewhere_leave_it_unknown_and_are_named():
    finding = find(CABINET, directions(on=MAY), move(AUDIT), function=FINANCE)

    assert finding.outcome is UNKNOWN
    assert "F31 (Audit) was held by the commissioners jointly" in words(finding)


def test_parts_held_elsewhere_change_nothing_where_the_finding_is_the_same():
    finding = find(
        CABINET, directions(on=MAY), move(FINANCE, by="I01"), move(AUDIT, to=TRUST, on=JULY), function=FINANCE
    )

    assert finding.outcome is NOT_HELD


def test_a_holder_that_rests_on_a_revived_move_is_unknown():
    returned = (directions("I02", on=MAY, until=MAY), move(HOUSING, to=COUNCIL, by="I02"))

    finding = find(JOINTLY, *TAKEN, *returned)

    assert finding.outcome is UNKNOWN
    assert "Whether the law revives it is unsettled" in words(finding)


def test_an_inferred_move_is_said_to_be_inferred():
    finding = find(JOINTLY, directions(), move(HOUSING, inferred="the day is that of a press notice"))

    assert "was inferred: the day is that of a press notice" in words(finding)


def test_an_inferred_appointment_is_said_to_be_inferred():
    finding = find(JOINTLY, *TAKEN, appointments=[in_office(inferred="no last day is published")])

    assert "was inferred: no last day is published" in words(finding)


@pytest.mark.parametrize("reason", ["Only the month is sourced.", "only the month is sourced"])
def test_a_reason_for_inferring_ends_in_one_full_stop(reason):
    given = delegation(inferred=reason)
    sitting = [in_office(inferred=reason)]

    findings = [
        find(ADA, delegations=[given]),
        find(JOINTLY, directions(), move(HOUSING, inferred=reason), appointments=sitting),
    ]

    assert not [text for finding in findings for text in [words(finding)] if ".." in text or text[-1] != "."]


def test_only_delegations_known_at_the_moment_asked_from_count():
    late = delegation(recorded=Recorded(datetime(2016, 9, 1, tzinfo=UTC)))

    finding = find(ADA, delegations=[late], known_at=datetime(2016, 8, 1, tzinfo=UTC))

    assert finding.outcome is UNKNOWN
