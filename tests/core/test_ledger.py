"""What the ledger answers, rule by rule."""

from datetime import UTC, date, datetime, timedelta

import pytest

from handback.core.periods import Period
from handback.core.powers import (
    COMMISSIONERS,
    COUNCIL,
    NOBODY,
    Extension,
    Oversight,
    PartyKind,
    Reach,
    Recorded,
    Revocation,
    Scope,
    Share,
    ledger,
)
from handback.core.powers.refusals import DaysOutOfOrder, PeriodWithoutEnd, UnknownFunction
from tests.core.harrowmere import (
    AUDIT,
    EVERYTHING,
    FINANCE,
    HOUSING,
    JANUARY,
    JULY,
    MARCH,
    MAY,
    OVERSEEING,
    PARKS,
    SEPTEMBER,
    TRUST,
    directions,
    group,
    move,
    named,
)

ONE_DAY = timedelta(days=1)
ALL, ALL_EXECUTIVE = Scope(Reach.ALL), Scope(Reach.ALL_EXECUTIVE)


def record(*facts):
    """The ledger of Harrowmere's functions with these instruments and moves."""
    instruments = [fact for fact in facts if hasattr(fact, "in_force_on")]
    return ledger(EVERYTHING, instruments, [fact for fact in facts if hasattr(fact, "scope")])


def holder(answers, function, day):
    return answers.holder_on(function.code, day).holder


def test_before_any_instrument_the_council_holds_and_always_has():
    holding = record().holder_on(HOUSING.code, MARCH)

    assert (holding.holder, holding.since, holding.instrument) == (COUNCIL, None, None)


def test_before_any_instrument_an_oversight_power_is_held_by_nobody():
    assert holder(record(), OVERSEEING, MARCH) == NOBODY


def test_an_instrument_counts_on_its_first_day_and_on_its_last():
    answers = record(directions(on=MARCH, until=MAY), move(HOUSING))

    assert [holder(answers, HOUSING, day) for day in (MARCH - ONE_DAY, MARCH, MAY, MAY + ONE_DAY)] == [
        COUNCIL,
        COMMISSIONERS,
        COMMISSIONERS,
        COUNCIL,
    ]


def test_a_move_may_take_effect_later_than_its_instrument():
    answers = record(directions(on=MARCH), move(HOUSING, on=MAY))

    assert answers.holder_on(HOUSING.code, JULY).since == MAY


def test_the_move_that_took_effect_last_names_the_holder():
    answers = record(
        directions(), directions("I02", on=MAY), move(HOUSING), move(HOUSING, to=TRUST, by="I02")
    )

    assert holder(answers, HOUSING, JULY) == TRUST


def test_an_amending_instrument_has_greater_force_on_the_same_day():
    amending = directions("I00", amends=("I01",))

    answers = record(directions(), amending, move(HOUSING, to=TRUST), move(HOUSING, by="I00"))

    assert holder(answers, HOUSING, MARCH) == COMMISSIONERS


def test_oversight_alone_leaves_the_holder_as_it_is():
    answers = record(directions(), move(HOUSING, to=None, oversight=Oversight.ORDINARY))

    holding = answers.holder_on(HOUSING.code, MARCH)

    assert (holding.holder, holding.since, holding.oversight) == (COUNCIL, None, Oversight.ORDINARY)


def test_a_move_that_says_nothing_of_oversight_leaves_none():
    facts = [directions(), move(HOUSING, to=COUNCIL, oversight=Oversight.ENHANCED)]

    answers = record(*facts, directions("I02", on=MAY), move(HOUSING, to=COUNCIL, by="I02"))

    holding = answers.holder_on(HOUSING.code, MAY)
    assert (holding.oversight, holding.oversight_instrument) == (Oversight.NONE, None)


def test_silence_on_oversight_gives_way_to_words_of_the_same_day():
    spoken = move(HOUSING, PARKS, to=None, oversight=Oversight.ORDINARY)

    answers = record(directions(), move(HOUSING, to=COUNCIL), spoken)

    assert answers.holder_on(HOUSING.code, MARCH).oversight is Oversight.ORDINARY


def test_an_amending_move_that_is_silent_clears_the_oversight_it_amends():
    amending = directions("I02", amends=("I01",))
    spoken = move(HOUSING, to=COUNCIL, oversight=Oversight.ORDINARY)

    answers = record(directions(), amending, spoken, move(HOUSING, by="I02"))

    assert answers.holder_on(HOUSING.code, MARCH).oversight is Oversight.NONE


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        (named(FINANCE), {"F03", "F31"}),
        (named(FINANCE, but=[AUDIT]), {"F03"}),
        (group("place"), {"F01", "F04"}),
        (group("place", but=[PARKS]), {"F01"}),
        (ALL_EXECUTIVE, {"F01", "F03", "F31", "F04"}),
        (ALL, {"F01", "F02", "F03", "F31", "F04"}),
        (named(OVERSEEING), {"F05"}),
    ],
)
def test_a_scope_covers_what_it_names_and_nothing_else(scope, covered):
    answers = record(directions(on=JULY), move(scope=scope))

    assert {item.function for item in answers.on(JULY) if item.holder == COMMISSIONERS} == covered


def test_a_part_shares_its_parents_history_until_it_is_split_out():
    answers = record(
        directions(), move(FINANCE), directions("I02", on=MAY), move(AUDIT, to=COUNCIL, by="I02")
    )

    assert (holder(answers, AUDIT, MAY - ONE_DAY), holder(answers, AUDIT, MAY)) == (COMMISSIONERS, COUNCIL)


def test_a_function_with_parts_stands_for_its_remainder():
    answers = record(directions(on=MAY), move(AUDIT))

    assert holder(answers, FINANCE, MAY) == COUNCIL
    assert [part.function for part in answers.parts_held_elsewhere("F03", MAY)] == ["F31"]


def test_a_part_is_not_held_elsewhere_before_it_is_split_out():
    answers = record(directions(on=MAY), move(AUDIT))

    assert answers.parts_held_elsewhere("F03", MAY - ONE_DAY) == ()


def test_a_part_split_out_later_stays_under_the_move_that_covered_its_parent():
    answers = record(directions(on=MARCH), move(scope=ALL_EXECUTIVE))

    assert holder(answers, AUDIT, JULY) == COMMISSIONERS


def test_revocation_ends_an_instrument_on_its_own_day():
    revoking = directions("I02", on=MAY, revokes=(Revocation("I01"),))

    holding = record(directions(), move(HOUSING), revoking).holder_on(HOUSING.code, MAY)

    assert (holding.holder, holding.since, holding.brought_by) == (COUNCIL, MAY, ("I01", "I02"))


def test_partial_revocation_leaves_the_rest_in_force():
    revoking = directions("I02", on=MAY, revokes=(Revocation("I01", named(HOUSING), JULY),))

    answers = record(directions(), move(HOUSING, PARKS), revoking)

    assert (holder(answers, HOUSING, JULY), holder(answers, PARKS, JULY)) == (COUNCIL, COMMISSIONERS)


def test_an_instrument_may_end_itself_for_some_functions_early():
    ending = directions(revokes=(Revocation("I01", named(HOUSING), MAY),))

    answers = record(ending, move(HOUSING, PARKS))

    assert (holder(answers, HOUSING, MAY), holder(answers, PARKS, MAY)) == (COUNCIL, COMMISSIONERS)


def test_a_revocation_stands_when_the_instrument_that_made_it_expires():
    revoking = directions("I02", on=MAY, until=MAY, revokes=(Revocation("I01"),))

    assert holder(record(directions(), move(HOUSING), revoking), HOUSING, JULY) == COUNCIL


def test_a_revocation_by_an_instrument_revoked_before_then_never_happens():
    revoking = directions("I02", on=MAY, revokes=(Revocation("I01", on=SEPTEMBER),))
    stopping = directions("I03", on=JULY, revokes=(Revocation("I02"),))

    assert (
        holder(record(directions(), move(HOUSING), revoking, stopping), HOUSING, SEPTEMBER) == COMMISSIONERS
    )


def test_an_instrument_that_ends_itself_still_revokes_another_on_that_day():
    ending = directions("I02", revokes=(Revocation("I02", on=MAY), Revocation("I01", on=MAY)))

    assert holder(record(directions(), move(HOUSING), ending), HOUSING, MAY) == COUNCIL


def test_an_extension_changes_the_last_day():
    extending = directions("I02", on=MAY, extends=(Extension("I01", SEPTEMBER),))

    answers = record(directions(until=JULY), move(HOUSING), extending)

    assert answers.life_of("I01") == Period(MARCH, SEPTEMBER + ONE_DAY)


def test_an_earlier_move_shows_through_again_and_says_so():
    answers = record(
        directions(), directions("I02", on=MAY, until=JULY), move(HOUSING), move(HOUSING, to=TRUST, by="I02")
    )

    holding = answers.holder_on(HOUSING.code, SEPTEMBER)

    assert (holding.holder, holding.revived, holding.upon_end_of) == (COMMISSIONERS, True, "I02")


def test_the_council_holding_again_after_expiry_is_not_called_revived():
    assert not record(directions(until=MAY), move(HOUSING)).holder_on(HOUSING.code, JULY).revived


def test_who_held_what_is_answered_as_known_at_a_moment():
    learned, corrected = datetime(2016, 3, 5, tzinfo=UTC), datetime(2016, 4, 5, tzinfo=UTC)
    wrong = move(HOUSING, recorded=Recorded(learned, corrected))
    right = move(PARKS, recorded=Recorded(corrected))

    known = ledger(EVERYTHING, [directions()], [wrong, right], known_at=learned)

    assert [item.function for item in known.on(MARCH) if item.holder == COMMISSIONERS] == ["F01"]


def test_the_first_holding_begins_before_all_days_and_the_last_has_no_end():
    history = record(directions(), move(HOUSING)).history(HOUSING.code)

    assert [item.period for item in history] == [Period(date.min, MARCH), Period(MARCH)]


def test_only_functions_that_stand_by_their_own_name_are_listed_on_a_day():
    assert AUDIT.code not in {item.function for item in record().on(MARCH)}


def test_a_function_moved_and_moved_back_is_listed_with_its_steps():
    answers = record(directions(until=MAY), move(HOUSING))

    (change,) = answers.changes_between(JANUARY, JULY)

    assert (change.function, len(change.steps), change.instruments) == ("F01", 2, ("I01",))


def test_changes_on_the_first_of_the_two_days_are_not_between_them():
    assert record(directions(on=MARCH), move(HOUSING)).changes_between(MARCH, JULY) == ()


def test_changes_are_asked_for_with_the_earlier_day_first():
    with pytest.raises(DaysOutOfOrder, match="give the earlier day first"):
        record().changes_between(JULY, MARCH)


def test_the_share_held_does_not_count_oversight_powers():
    answers = record(directions(), move(HOUSING, OVERSEEING))

    assert answers.share_held(PartyKind.COUNCIL, MARCH) == Share(3, 4)


def test_days_held_count_the_days_of_the_period_only():
    answers = record(directions(on=MARCH), move(HOUSING))

    assert answers.days_held(HOUSING.code, COMMISSIONERS, Period(JANUARY, MARCH + 3 * ONE_DAY)) == 3


def test_days_are_not_counted_over_a_period_without_end():
    with pytest.raises(PeriodWithoutEnd, match="say up to which day"):
        record().share_over(Period(MARCH))


def test_the_share_over_a_period_is_in_exact_function_days():
    answers = record(directions(on=MARCH), move(HOUSING))

    assert answers.share_over(Period(MARCH - ONE_DAY, MARCH + ONE_DAY)) == Share(7, 8)


def test_boundaries_are_the_days_on_which_anything_changes():
    assert record(directions(until=JULY), move(HOUSING)).boundaries() == (MARCH, MAY, JULY + ONE_DAY)


def test_a_holding_states_why_its_move_was_inferred():
    answers = record(directions(), move(HOUSING, inferred="the day is that of a press notice"))

    assert answers.holder_on(HOUSING.code, MAY).inferred == "the day is that of a press notice"


def test_an_unknown_function_is_refused_by_name():
    with pytest.raises(UnknownFunction, match="There is no function F99"):
        record().holder_on("F99", MARCH)
