"""The ledger: compiling a council's record, and asking it who held a function on a day.

The councils are invented: 150 functions in 15 groups, and 40 instruments that take everything, return groups
and lists with oversight, change oversight alone, and take some back. In "everything moved" each of the 40
moves every function: the most that a record of this size can ask of the compiler.
"""

import random
from collections.abc import Iterable
from datetime import date, timedelta

from bench.measured import Measured, measured, timed
from handback.core.powers import (
    COMMISSIONERS,
    COUNCIL,
    Function,
    Instrument,
    InstrumentKind,
    Ledger,
    Move,
    Oversight,
    Reach,
    Scope,
    ledger,
)

FUNCTIONS, GROUPS, INSTRUMENTS = 150, 15, 40
FIRST_DAY, DAYS_BETWEEN = date(2014, 1, 1), 60
QUESTIONS = 20_000
COUNCILS = (1, 32, 317)

Facts = tuple[list[Function], list[Instrument], list[Move]]
Question = tuple[Ledger, str, date]


def measure() -> list[Measured]:
    """Compiling one council both ways; then, for 1, 32 and 317 councils, compiling all and asking."""
    rows = [
        _compiling_one("as councils are", council(0)),
        _compiling_one("everything moved", everything_moved()),
    ]
    for number in COUNCILS:
        rows.extend(_compiling_and_asking(number))
    return rows


def council(seed: int) -> Facts:
    """An invented council; another for each seed."""
    chance = random.Random(seed)
    functions = _functions()
    instruments = [_instrument(number) for number in range(INSTRUMENTS)]
    moves = [_move(instrument, number, chance) for number, instrument in enumerate(instruments)]
    return functions, instruments, moves


def everything_moved() -> Facts:
    """A council in which every instrument moves every function."""
    instruments = [_instrument(number) for number in range(INSTRUMENTS)]
    everything = Scope(Reach.ALL)
    moves = [
        Move(instrument.code, everything, (COMMISSIONERS, COUNCIL)[number % 2])
        for number, instrument in enumerate(instruments)
    ]
    return _functions(), instruments, moves


def _functions() -> list[Function]:
    return [
        Function(f"F{number:03}", f"Function {number}", group=f"group {number % GROUPS}")
        for number in range(FUNCTIONS)
    ]


def _instrument(number: int) -> Instrument:
    day = FIRST_DAY + timedelta(days=DAYS_BETWEEN * number)
    return Instrument(f"I{number:02}", f"Directions {number}", InstrumentKind.DIRECTIONS, day, day)


def _move(instrument: Instrument, number: int, chance: random.Random) -> Move:
    code = instrument.code
    if number % 10 == 0:
        return Move(code, Scope(Reach.ALL_EXECUTIVE), COMMISSIONERS)
    if number % 10 == 9:
        return Move(code, Scope(Reach.ALL), oversight=chance.choice(list(Oversight)))
    if number % 2:
        group = f"group {chance.randrange(GROUPS)}"
        return Move(code, Scope(Reach.GROUP, (group,)), COUNCIL, Oversight.ORDINARY)
    named = tuple(f"F{chance.randrange(FUNCTIONS):03}" for _ in range(12))
    return Move(code, Scope(Reach.FUNCTIONS, named), chance.choice((COUNCIL, COMMISSIONERS)))


def _compiling_one(how: str, facts: Facts) -> Measured:
    times = timed(lambda: ledger(*facts), times=15)
    return measured(f"compile a ledger, {how}", "1 council", times)


def _compiling_and_asking(number: int) -> Iterable[Measured]:
    size = f"{number} council{'' if number == 1 else 's'}"
    records = [council(seed) for seed in range(number)]
    compiled: list[Ledger] = []
    times = timed(lambda: compiled.extend(ledger(*facts) for facts in records), times=1)
    yield Measured("compile every council", size, times[0] * 1000 / number, "ms a council")
    rounds = {
        "who held a function on a day, at random": _anywhere(compiled),
        "who held a function on a day, council by council": _page_by_page(compiled),
    }
    for what, questions in rounds.items():
        yield measured(
            what, size, _asking(questions), unit="µs", scale=1e6, note=f"{len(compiled)} in memory"
        )


def _anywhere(compiled: list[Ledger]) -> list[Question]:
    """Questions about councils, functions and days at random: the hardest on the processor's caches."""
    chance = random.Random(1)
    return [
        (chance.choice(compiled), f"F{chance.randrange(FUNCTIONS):03}", _day(chance))
        for _ in range(QUESTIONS)
    ]


def _page_by_page(compiled: list[Ledger]) -> list[Question]:
    """Questions as pages ask them: every function of one council on one day, then another council."""
    chance = random.Random(1)
    pages = [(chance.choice(compiled), _day(chance)) for _ in range(QUESTIONS // FUNCTIONS)]
    return [(answers, function.code, day) for answers, day in pages for function in answers.functions]


def _day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(DAYS_BETWEEN * INSTRUMENTS))


def _asking(questions: list[Question]) -> list[float]:
    """Seconds for one question, from rounds of them."""

    def ask() -> None:
        for answers, code, day in questions:
            answers.holder_on(code, day)

    return [taken / len(questions) for taken in timed(ask, times=9)]
