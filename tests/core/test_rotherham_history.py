"""The real intervention at Rotherham, 2015 to 2019, replayed: who held what around every date on record.

The facts are read from the file of the domain where that is at hand; the dates expected are written here.
"""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from handback.core.periods import Period
from handback.core.powers import (
    COMMISSIONERS,
    COUNCIL,
    NOBODY,
    Function,
    Instrument,
    InstrumentKind,
    Kind,
    Move,
    Oversight,
    Reach,
    Scope,
    Share,
    ledger,
)

FACTS = Path(__file__).parents[3] / "shared" / "domain" / "rotherham.json"
pytestmark = pytest.mark.skipif(not FACTS.exists(), reason="the file of facts is not at hand")

DAY, MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r'"(\d{4}-\d\d)"')
TAKEN, BACK, LAPSED = date(2015, 2, 26), date(2018, 9, 24), date(2019, 4, 1)
RETURNED = {
    date(2016, 2, 11): range(1, 12),
    date(2016, 12, 13): range(12, 13),
    date(2017, 3, 21): range(13, 20),
    date(2017, 9, 12): range(20, 25),
    BACK: range(25, 28),
}
RETURNED_ON = {f"F{number:02}": day for day, numbers in RETURNED.items() for number in numbers}
KINDS = {
    "executive": Kind.EXECUTIVE,
    "non-executive": Kind.NON_EXECUTIVE,
    "oversight power": Kind.OVERSIGHT_POWER,
}


def _day(written):
    return date.fromisoformat(written)


def _oversight(words):
    if words.startswith("enhanced"):
        return Oversight.ENHANCED
    return None if words == "n/a" or words.startswith("none") else Oversight.ORDINARY


def _instrument(item):
    expires = _day(item["expires"]) if "expires" in item else None
    amends = (item["amends"],) if "amends" in item else ()
    made, first = _day(item["date"]), _day(item["effective"])
    return Instrument(item["id"], item["title"], InstrumentKind.DIRECTIONS, made, first, expires, amends)


def _move(instrument, item):
    scope = Scope(Reach.FUNCTIONS, (item["function"],))
    holder = {"council": COUNCIL, "commissioners": COMMISSIONERS, "ended": NOBODY}[item["to"]]
    return Move(instrument, scope, holder, None if holder == NOBODY else _oversight(item["oversight"]))


@pytest.fixture(scope="module")
def facts():
    return json.loads(FACTS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rotherham(facts):
    functions = [
        Function(item["id"], item["name"], KINDS.get(item["kind"], Kind.OTHER), item["group"])
        for item in facts["functions"]
    ]
    moves = [_move(item["id"], moved) for item in facts["instruments"] for moved in item["moves"]]
    power = Scope(Reach.FUNCTIONS, ("F28",))
    moves.append(Move("I02", power, COMMISSIONERS, inferred="the power began with the first return"))
    over_all = Scope(Reach.FUNCTIONS, tuple(f"F{number:02}" for number in range(1, 25)))
    moves.append(Move("I06", over_all, oversight=Oversight.NONE))
    return ledger(functions, [_instrument(item) for item in facts["instruments"]], moves)


@pytest.fixture(scope="module")
def days(facts):
    """Every date in the file, with the day before and the day after; of a month, its first day."""
    text = json.dumps(facts)
    named = {_day(found) for found in DAY.findall(text)} | {
        _day(found + "-01") for found in MONTH.findall(text)
    }
    return sorted({day + timedelta(days=step) for day in named for step in (-1, 0, 1)})


def test_the_holder_of_every_function_is_right_around_every_date_on_record(rotherham, days):
    for day in days:
        for code, back in RETURNED_ON.items():
            expected = COMMISSIONERS if TAKEN <= day < back else COUNCIL
            assert rotherham.holder_on(code, day).holder == expected, (code, day)


def test_oversight_is_kept_from_each_return_to_the_last(rotherham, days):
    for day in days:
        for code, back in RETURNED_ON.items():
            kept = Oversight.ENHANCED if code == "F24" else Oversight.ORDINARY
            expected = kept if back <= day < BACK else Oversight.NONE
            assert rotherham.holder_on(code, day).oversight is expected, (code, day)


def test_the_power_of_oversight_is_nobodys_before_and_after(rotherham, days):
    for day in days:
        expected = COMMISSIONERS if date(2016, 2, 11) <= day < BACK else NOBODY
        assert rotherham.holder_on("F28", day).holder == expected, day


def test_the_power_of_oversight_says_that_its_beginning_is_inferred(rotherham):
    assert rotherham.holder_on("F28", date(2017, 1, 1)).inferred


@pytest.mark.parametrize(
    ("day", "held"),
    [(TAKEN, 0), (date(2016, 2, 11), 11), (date(2016, 12, 13), 12), (date(2017, 3, 21), 19), (BACK, 27)],
)
def test_the_share_that_the_council_holds_grows_with_each_return(rotherham, day, held):
    assert rotherham.share_held(COUNCIL, day) == Share(held, 27)


def test_a_decision_made_before_its_day_in_force_moves_nothing_yet(rotherham):
    assert rotherham.holder_on("F25", date(2018, 9, 18)).holder == COMMISSIONERS


def test_when_all_directions_lapse_nothing_shows_through(rotherham):
    holdings = [rotherham.holder_on(code, LAPSED) for code in RETURNED_ON]

    assert {(item.holder, item.instrument, item.revived) for item in holdings} == {(COUNCIL, None, False)}


def test_the_council_held_licensing_again_since_the_return_when_directions_lapsed(rotherham):
    assert rotherham.holder_on("F12", LAPSED).since == date(2016, 12, 13)


def test_function_days_of_the_intervention_add_up(rotherham):
    lost = sum((back - TAKEN).days for back in RETURNED_ON.values())
    period = Period(TAKEN, LAPSED)

    share = rotherham.share_over(period)

    assert (share.of - share.held, share.of) == (lost, 27 * (LAPSED - TAKEN).days)


def test_the_returns_are_what_changed_between_two_days(rotherham):
    changes = rotherham.changes_between(date(2017, 3, 20), date(2017, 3, 21))

    assert [change.function for change in changes] == [f"F{number}" for number in range(13, 20)]
    assert {change.instruments for change in changes} == {("I04",)}
