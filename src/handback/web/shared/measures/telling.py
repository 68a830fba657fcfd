"""What is said of a measure: which way it moves, whether its target will be met, and by which rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from handback.core.frequencies import Frequency, called
from handback.core.periods import Period
from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.entries import CommentaryEntry, IndicatorEntry, ValueEntry
from handback.records.measures.measured.findings import ChartChoice, Sure, Told, Way
from handback.records.measures.measured.words import Better
from handback.statistics.process_control import Signal, Sufficiency, Variation, profile
from handback.statistics.process_control.choosing import Because, Kind
from handback.statistics.process_control.runs import RunChart
from handback.statistics.process_control.verdicts import FEWEST_POINTS, FULL_POINTS
from handback.web.shared import words


@dataclass(frozen=True, slots=True)
class Said:
    """A state in a few words, what it means in a sentence, and the kind of its tag."""

    word: str
    means: str
    kind: str = ""


WAYS = {
    Way.IMPROVING: Said("Improving", "It has changed for the better, by more than chance.", "good"),
    Way.COMMON: Said("No change", "Where it stands now is no more than chance.", "quiet"),
    Way.WORSENING: Said("Getting worse", "It has changed for the worse, by more than chance.", "bad"),
    Way.NEUTRAL: Said("Changed", "It has changed by more than chance; neither way is better.", "accent"),
    Way.NOT_ENOUGH: Said("Not enough data", "There are too few values to say.", "waiting"),
}
SURES = {
    Sure.FAILS: Said("Will miss its target", "As things stand, it will not meet its target.", "bad"),
    Sure.HIT_AND_MISS: Said(
        "May or may not meet it",
        "It meets its target at some times and misses it at others, by chance.",
        "quiet",
    ),
    Sure.PASSES: Said("Will meet its target", "As things stand, it will go on meeting its target.", "good"),
    Sure.NO_TARGET: Said("No target", "No target is set.", ""),
    Sure.NOT_ENOUGH: Said(
        "Too early to say",
        f"From {FULL_POINTS} values in a row on it can be said whether it will meet its target.",
        "waiting",
    ),
}
NOT_OF_A_RUN = Said("Not said", "A run chart does not say whether it will meet its target.")
NOT_IN_A_ROW = Said(
    "Too early to say",
    "Too few of its values follow one another to say whether it will meet its target.",
    "waiting",
)
TOO_FEW = "There are too few values"
FEWEST_OF_A_STRETCH = 3  # periods in a row that are named by the first and the last
#: What lies in the middle of a chart, where that is not the mean.
MIDDLES = {Kind.RUN: "the middle value", Kind.G: "the middle value", Kind.T: "the middle line"}
#: How values that are part of a change differ from the others.
BEYOND = {
    Variation.IMPROVING: "better",
    Variation.WORSENING: "worse",
    Variation.NEUTRAL_HIGH: "higher",
    Variation.NEUTRAL_LOW: "lower",
}
RUN_RULES = (
    "Those of run charts: a stretch on one side of the middle value that is longer than chance would bring, "
    "or fewer crossings of it than chance would."
)
REASONS = {
    Because.USUAL: "an XmR chart suits nearly every measure",
    Because.NO_COUNTS: "the counts behind the values are not recorded, so each value is taken as it stands",
    Because.SHARES: "the values are shares of a known number",
    Because.RATES: "the values are rates for a known number",
    Because.MORE_THAN_CHANCE: "the values move further than chance alone moves shares of so many",
    Because.TIMES: "the values are times between events",
    Because.CASES: "the values are numbers of cases between events",
    Because.FEW_VALUES: "there are only two or three different values",
}


def rule(signal: Signal, *, rules: str, kind: Kind = Kind.XMR) -> str:
    """A rule that fired on a chart of a kind, in words; `rules` names the profile."""
    asked, middle = profile(rules), MIDDLES.get(kind, "the mean")
    return {
        Signal.ABOVE_LIMIT: "Above the upper limit",
        Signal.BELOW_LIMIT: "Below the lower limit",
        Signal.RISING: f"Rising over {asked.trend} values in a row or more",
        Signal.FALLING: f"Falling over {asked.trend} values in a row or more",
        Signal.NEAR_UPPER: "Two of three close to the upper limit",
        Signal.NEAR_LOWER: "Two of three close to the lower limit",
        Signal.ABOVE_MEAN: f"{asked.run} or more in a row above {middle}",
        Signal.BELOW_MEAN: f"{asked.run} or more in a row below {middle}",
    }[signal]


def fired(standing: IndicatorStanding, told: tuple[Told, ...]) -> tuple[str, ...]:
    """The rules that fired at a point, in words, the one that tells it first."""
    return tuple(rule(one.signal, rules=standing.profile, kind=standing.choice.kind) for one in told)


def verdict(standing: IndicatorStanding) -> str:
    """Which way a measure moves, since when and by which rule, as a sentence without its stop."""
    if standing.last is None and standing.facts.values and standing.charted is None:
        return "No chart can be drawn of its values as they are recorded, so nothing is said of them"
    if standing.last is None:
        return "No values have been entered yet"
    if standing.sufficiency == Sufficiency.TOO_FEW:
        return f"{_too_few(standing)} to say whether it has changed: {direction(standing)}"
    if standing.run is not None and standing.way == Way.NOT_ENOUGH:
        return f"{TOO_FEW} above and below the middle one to say whether it has changed"
    if standing.run is not None and standing.way not in (Way.COMMON, Way.NOT_ENOUGH):
        said, stop, neither = WAYS[standing.way].means.rstrip(".").partition(";")
        return f"{said}{_of_run(standing, standing.run)}{stop}{neither}"
    said = WAYS[standing.way].means.rstrip(".")
    if not standing.fired:
        return f"{said}{_until_before(standing)}"
    first = standing.fired[0]
    conflict = "; but another rule points the other way" if standing.last.conflict else ""
    by = rule(first.signal, rules=standing.profile, kind=standing.choice.kind)
    said, stop, neither = said.partition(";")
    return f"{said}, since {first.label} ({by.lower()}){stop}{neither}{conflict}"


def _until_before(standing: IndicatorStanding) -> str:
    """That the values just before the last were more than chance: else "no change" would sound like calm."""
    ended = standing.ended
    if not ended:
        return ""
    how = BEYOND[ended[-1].variation]
    if len(ended) == 1:
        return f", but the value before, for {ended[0].label}, was {how} by more than chance"
    when = f"from {ended[0].label} to {ended[-1].label}"
    return f", but the {len(ended)} values before, {when}, were {how} by more than chance"


def _too_few(standing: IndicatorStanding) -> str:
    """Of what there is too little: values, values since limits begin anew, or values one after another."""
    if standing.finding and standing.finding.points >= FEWEST_POINTS:
        return "Too few of its values follow one another"
    anew = [point.label for point in standing.points if point.begins_anew]
    return f"There are too few values since {anew[-1]}, with which limits begin anew," if anew else TOO_FEW


def _of_run(standing: IndicatorStanding, run: RunChart) -> str:
    """By which rule of run charts, and since when."""
    labels, side = standing.axis.labels, "above" if run.side > 0 else "below"
    if not run.shifted:
        return f": it passes its middle value only {words.plural(run.crossings, 'time')}"
    if run.goes_on:
        return f", since {labels[run.began]} ({run.longest} in a row {side} the middle value)"
    when = f"from {labels[run.began]} to {labels[run.ended]}"
    return f": {when} {run.longest} in a row lay {side} the middle value"


def direction(standing: IndicatorStanding) -> str:
    """Of few values only which way the last went; what is left out of the limits is left out here too."""
    known = [point.value for point in standing.points if point.value == point.value and not point.is_ghost]
    if len(known) < 2:
        return "there is one value"
    before, last = known[-2:]
    if before == last:
        return "the last value is the same as the one before"
    return f"the last value is {'higher' if last > before else 'lower'} than the one before"


def assured(standing: IndicatorStanding) -> str:
    """Whether the target will be met, as a sentence without its stop, and by which target and limits."""
    if standing.sure == Sure.NO_TARGET:
        return "No target is set" if standing.target is None else "No target was set for its last value yet"
    said = sure(standing).means.rstrip(".")
    if standing.sure == Sure.NOT_ENOUGH or standing.finding is None:
        return said
    said += _unlike_last(standing)
    if standing.target is None or float(standing.target.value) != standing.finding.target:
        said += ". That is judged by the target of its last value; another is set now"
    if standing.fired:
        said += ". The limits hold values from before it changed, too"
    return said


def _unlike_last(standing: IndicatorStanding) -> str:
    """That the last value does what the others do not: it alone meets the target, or alone misses it."""
    last, better = standing.last, standing.definition.better
    if last is None or better == Better.NEITHER or standing.sure not in (Sure.FAILS, Sure.PASSES):
        return ""
    meets = last.value >= last.target if better == Better.HIGHER else last.value <= last.target
    if meets == (standing.sure == Sure.PASSES):
        return ""
    return ", though its last value meets it" if meets else ", though its last value misses it"


def sure(standing: IndicatorStanding) -> Said:
    """Whether its target will be met."""
    if standing.run is not None and standing.sure != Sure.NO_TARGET:
        return NOT_OF_A_RUN
    if standing.sure == Sure.NOT_ENOUGH and standing.finding and standing.finding.points >= FULL_POINTS:
        return NOT_IN_A_ROW
    return SURES[standing.sure]


def commentary(said: CommentaryEntry) -> tuple[tuple[str, str], ...]:
    """What, why, action and by when, as far as they were written."""
    by_when = words.day(said.by_when) if said.by_when else ""
    parts = (("What", said.what), ("Why", said.why), ("Action", said.action), ("By", by_when))
    return tuple((name, told) for name, told in parts if told)


def rules(standing: IndicatorStanding) -> str:
    """Which rules were asked, by name."""
    if standing.run is not None:
        return RUN_RULES
    return f"{profile(standing.profile).words} ({standing.profile})"


def arrival(entry: IndicatorEntry) -> str:
    """How long after a period its value is due; nothing where nobody said."""
    return "" if entry.lag_days is None else f"{words.plural(entry.lag_days, 'day')} after each period"


def stretches(frequency: Frequency, periods: Sequence[Period]) -> tuple[str, ...]:
    """Periods in words: those that follow one another as one, "July 2025 to October 2026 (16)"."""
    parts: list[list[Period]] = []
    for period in periods:
        follows = parts and parts[-1][-1].until == period.first
        parts[-1].append(period) if follows else parts.append([period])
    return tuple(
        one
        for part in parts
        for one in (
            [called(frequency, each) for each in part]
            if len(part) < FEWEST_OF_A_STRETCH
            else [f"{called(frequency, part[0])} to {called(frequency, part[-1])} ({len(part)})"]
        )
    )


def counts(entry: ValueEntry | None) -> str:
    """What a value was worked out from: "28 of 41"; nothing where that is not recorded."""
    if entry is None or entry.numerator is None or entry.denominator is None:
        return ""
    return f"{entry.numerator:,f} of {entry.denominator:,f}"


def note(entry: ValueEntry | None, *, usual: str) -> str:
    """What was said of a value, and its source where that is not the usual one; nothing for most."""
    if entry is None:
        return ""
    source = f"Source: {entry.source}" if entry.source not in ("", usual) else ""
    return " ".join(words.sentence(said.strip()) for said in (entry.note, source) if said.strip())


def provisional(standing: IndicatorStanding) -> str:
    """What the limits are called."""
    return (
        "provisional limits, of few values" if standing.sufficiency == Sufficiency.PROVISIONAL else "limits"
    )


def chosen(choice: ChartChoice) -> str:
    """Which chart is drawn and why, as a sentence without its stop."""
    if choice.decided is not None and choice.unfit is None:
        return f"{_called(choice.kind)}, as {choice.decided.decided_by} decided: {choice.decided.reason}"
    why = REASONS[choice.because] if choice.because else "it can be drawn of these values"
    unfit = (
        f"; the {choice.unfit} chart that was decided on cannot be drawn of these values"
        if choice.unfit
        else ""
    )
    return f"{_called(choice.kind)}, because {why}{unfit}"


def _called(kind: Kind) -> str:
    return "Run chart" if kind == Kind.RUN else f"{kind} chart"


def point_word(variation: Variation) -> str:
    """What one point is, in a word for tables."""
    return {
        Variation.COMMON: "Chance",
        Variation.IMPROVING: "Improvement",
        Variation.WORSENING: "Worsening",
        Variation.NEUTRAL_HIGH: "Higher",
        Variation.NEUTRAL_LOW: "Lower",
        Variation.NOT_ENOUGH: "",
    }[variation]
