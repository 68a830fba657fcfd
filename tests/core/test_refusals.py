"""What a record of powers may not say, and the sentence that says so."""

from dataclasses import replace

import pytest

from handback.core.powers import (
    COUNCIL,
    Extension,
    Function,
    FunctionMovedTwice,
    Kind,
    Oversight,
    PowersRefusal,
    Reach,
    Revocation,
    Scope,
    ledger,
    refusals,
)
from tests.core.harrowmere import (
    AUDIT,
    EVERYTHING,
    HOUSING,
    JANUARY,
    JULY,
    MARCH,
    MAY,
    OVERSEEING,
    TRUST,
    directions,
    group,
    move,
    named,
)

LOOP = [Function("A", "A", parent="B", split_on=MAY), Function("B", "B", parent="A", split_on=MAY)]
LATER_PART = Function("F32", "Fraud", parent="F31", split_on=MARCH)
POWER_AS_PART = Function("F51", "Advice", parent="F05", split_on=MAY)


def revoking(*revocations, code="I02", **facts):
    return directions(code, revokes=revocations, **facts)


@pytest.mark.parametrize(
    ("functions", "refusal"),
    [
        ([HOUSING, HOUSING], refusals.DuplicateCode),
        ([AUDIT], refusals.UnknownFunction),
        (LOOP, refusals.PartOfItself),
        ([*EVERYTHING, replace(AUDIT, code="X", split_on=None)], refusals.SplitMissing),
        ([replace(HOUSING, split_on=MAY)], refusals.SplitMissing),
        ([*EVERYTHING, LATER_PART], refusals.SplitBeforeParent),
        ([OVERSEEING, POWER_AS_PART], refusals.PartOfAnotherKind),
    ],
)
def test_functions_that_do_not_make_a_tree_are_refused(functions, refusal):
    with pytest.raises(refusal):
        ledger(functions, [], [])


@pytest.mark.parametrize(
    ("instruments", "refusal"),
    [
        ([directions(), directions()], refusals.DuplicateCode),
        ([directions(made_on=MAY)], refusals.InForceBeforeMade),
        ([directions(until=JANUARY)], refusals.ExpiresBeforeInForce),
        ([directions(amends=("I09",))], refusals.UnknownInstrument),
        ([directions(amends=("I02",)), directions("I02", amends=("I01",))], refusals.AmendsItself),
        ([revoking(Revocation("I09"))], refusals.UnknownInstrument),
        ([directions(on=MAY), revoking(Revocation("I01"))], refusals.RevokedBeforeInForce),
        ([directions(), revoking(Revocation("I01", on=MARCH), on=MAY)], refusals.RevocationBeforeInstrument),
        ([directions(), revoking(Revocation("I01", on=JULY), until=MAY)], refusals.RevocationAfterExpiry),
        ([revoking(Revocation("I02"))], refusals.RevokesItself),
        ([directions(), revoking(Revocation("I01", named(AUDIT)))], refusals.PartNamedTooEarly),
        ([directions("I02", extends=(Extension("I09", MAY),))], refusals.UnknownInstrument),
        (
            [directions(), directions("I02", extends=(Extension("I01", JANUARY),))],
            refusals.ExpiresBeforeInForce,
        ),
        (
            [directions(), directions("I02", on=JULY, extends=(Extension("I01", MAY),))],
            refusals.ExtensionBackdated,
        ),
    ],
)
def test_instruments_that_cannot_stand_are_refused(instruments, refusal):
    with pytest.raises(refusal):
        ledger(EVERYTHING, instruments, [])


@pytest.mark.parametrize(
    ("instruments", "refusal"),
    [
        ([revoking(Revocation("I02"), code="I01"), revoking(Revocation("I01"))], refusals.RevokeEachOther),
        (
            [directions(until=MARCH), directions("I02", on=MAY, extends=(Extension("I01", JULY),))],
            refusals.ExtendedAfterExpiry,
        ),
        (
            [directions(), *(directions(code, extends=(Extension("I01", JULY),)) for code in ("I02", "I03"))],
            refusals.ExtendedTwice,
        ),
    ],
)
def test_instruments_that_leave_an_end_unsaid_are_refused(instruments, refusal):
    with pytest.raises(refusal):
        ledger(EVERYTHING, instruments, [])


@pytest.mark.parametrize(
    ("moved", "refusal"),
    [
        (move(HOUSING, by="I09"), refusals.UnknownInstrument),
        (move(HOUSING, to=None), refusals.EmptyMove),
        (move(HOUSING, on=JANUARY), refusals.MoveBeforeInstrument),
        (move(HOUSING, on=JULY), refusals.MoveAfterExpiry),
        (move(AUDIT), refusals.PartNamedTooEarly),
        (move(scope=Scope(Reach.ALL, exceptions=frozenset({"F31"}))), refusals.PartNamedTooEarly),
        (move(scope=Scope(Reach.FUNCTIONS, ("F99",))), refusals.UnknownFunction),
        (move(scope=group("weather")), refusals.UnknownGroup),
        (move(scope=Scope(Reach.FUNCTIONS)), refusals.ScopeUnclear),
        (move(scope=Scope(Reach.ALL, ("F01",))), refusals.ScopeUnclear),
    ],
)
def test_moves_that_cannot_be_made_are_refused(moved, refusal):
    with pytest.raises(refusal):
        ledger(EVERYTHING, [directions(until=MAY)], [moved])


def test_a_function_moved_twice_on_one_day_is_an_error_not_a_guess():
    with pytest.raises(FunctionMovedTwice, match="F01 Housing is moved twice on 1 March 2016") as refused:
        ledger(EVERYTHING, [directions()], [move(HOUSING), move(HOUSING, to=COUNCIL)])

    assert (refused.value.function, refused.value.day, len(refused.value.moves)) == (HOUSING, MARCH, 2)


def test_a_refusal_leaves_the_names_of_holders_as_they_are_written():
    to_the_trust = move(HOUSING, to=TRUST)

    with pytest.raises(FunctionMovedTwice) as refused:
        ledger(EVERYTHING, [directions()], [to_the_trust, move(HOUSING, to=COUNCIL)])

    assert "(to Harrowmere Children's Trust) and by I01 (to the council)" in str(refused.value)


def test_two_moves_of_one_function_are_refused_even_where_they_agree():
    with pytest.raises(FunctionMovedTwice):
        ledger(EVERYTHING, [directions(), directions("I02")], [move(HOUSING), move(HOUSING, by="I02")])


def test_two_words_on_oversight_on_one_day_are_refused():
    spoken = [move(HOUSING, to=None, oversight=kept) for kept in (Oversight.ORDINARY, Oversight.ENHANCED)]

    with pytest.raises(FunctionMovedTwice):
        ledger(EVERYTHING, [directions()], spoken)


def test_a_move_revoked_from_its_first_day_meets_no_other():
    replacing = revoking(Revocation("I01"))

    answers = ledger(
        EVERYTHING, [directions(), replacing], [move(HOUSING), move(HOUSING, to=COUNCIL, by="I02")]
    )

    assert answers.holder_on("F01", MARCH).instrument == "I02"


def test_moves_of_one_day_that_a_shared_exception_parts_do_not_meet():
    all_but_housing = Scope(Reach.ALL_EXECUTIVE, exceptions=frozenset({"F01"}))

    answers = ledger(EVERYTHING, [directions()], [move(scope=all_but_housing), move(HOUSING, to=COUNCIL)])

    assert answers.holder_on("F01", MARCH).holder == COUNCIL


def test_every_refusal_is_a_refusal_of_powers_with_a_sentence():
    refused = [
        item
        for item in vars(refusals).values()
        if isinstance(item, type) and item.__module__ == refusals.__name__
    ]

    assert all(issubclass(item, PowersRefusal) and item.__doc__.endswith((".", "show.")) for item in refused)


def test_a_part_of_the_executive_may_be_of_another_kind():
    part = Function("F11", "Tenants' appeals", Kind.NON_EXECUTIVE, parent="F01", split_on=MAY)

    answers = ledger([*EVERYTHING, part], [directions(on=JULY)], [move(scope=Scope(Reach.ALL_EXECUTIVE))])

    assert answers.holder_on("F11", JULY).holder == COUNCIL
