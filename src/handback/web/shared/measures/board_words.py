"""What is said above a board: how many indicators move which way, and what to keep in mind."""

from handback.core.frequencies import called
from handback.core.periods import Period
from handback.records.measures.measured.boards import Board
from handback.records.measures.measured.findings import Sure, Way
from handback.statistics.process_control.verdicts import FEWEST_POINTS
from handback.web.shared.measures import telling
from handback.web.shared.words import plural, sentence, sentence_list


def headline(board: Board) -> str:
    """How many move which way, in a sentence."""
    count = {way: sum(one.way == way for one in board.standings) for way in Way}
    fails = sum(one.sure == Sure.FAILS for one in board.standings)
    total = len(board.standings)
    if total > 1 and count[Way.NOT_ENOUGH] == total:
        return f"{total:,} indicators. None has the {FEWEST_POINTS} values that it takes to say how it moves."
    if total == 1:
        return f"One indicator. {sentence(telling.verdict(board.standings[0]))}"
    said = [
        _so_many(count[Way.WORSENING], "is getting worse", "are getting worse"),
        _so_many(count[Way.IMPROVING], "is improving", "are improving"),
        _so_many(count[Way.COMMON], "shows no change beyond chance", "show no change beyond chance"),
        *(
            _if_any(
                count[Way.NEUTRAL],
                "has changed where neither way is better",
                "have changed where neither way is better",
            )
        ),
        *(_if_any(count[Way.NOT_ENOUGH], "has too few values to say", "have too few values to say")),
    ]
    missed = (
        f" As things stand, {fails:,} will miss {'its' if fails == 1 else 'their'} target." if fails else ""
    )
    return f"Of {total:,} indicators, {sentence_list(said)}.{missed}"


def by_chance(board: Board) -> str:
    """How many flags chance alone would raise."""
    expected = board.flagged_by_chance
    if expected < 0.05:
        return ""
    about = "fewer than 1" if expected < 0.95 else f"about {expected:.0f}"
    return f"Chance alone would flag {about} of them; {len(board.flagged)} are flagged."


def late(board: Board) -> str:
    """How many indicators have a value that should be there and is not."""
    late = len(board.late)
    return "" if not late else f"{plural(late, 'indicator has', 'indicators have')} a value that is late."


def newest(board: Board) -> str:
    """For which period the newest value is: the page has today's date, and its figures may be old."""
    held = [(one.facts.values[-1], one.definition) for one in board.standings if one.facts.values]
    if not held:
        return ""
    row, definition = max(held, key=lambda one: one[0].until)
    return f"The newest value is for {called(definition.frequency, Period(row.first, row.until))}."


def _so_many(count: int, one: str, many: str) -> str:
    return f"{f'{count:,}' if count else 'none'} {one if count < 2 else many}"


def _if_any(count: int, one: str, many: str) -> tuple[str, ...]:
    return (_so_many(count, one, many),) if count else ()
