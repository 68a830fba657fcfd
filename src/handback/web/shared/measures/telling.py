"""What is said of a measure: which way it moves, whether its target will be met, and by which rule."""

from dataclasses import dataclass

from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.entries import CommentaryEntry, IndicatorEntry, ValueEntry
from handback.records.measures.measured.findings import ChartChoice, Sure, Told, Way
from handback.statistics.process_control import Signal, Sufficiency, Variation, profile
from handback.statistics.process_control.choosing import Because, Kind
from handback.statistics.process_control.runs import RunChart
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
    Sure.PASSES: Said("Will meet its target", "As things stand, it will always meet its target.", "good"),
    Sure.NO_TARGET: Said("No target", "No target is set.", ""),
    Sure.NOT_ENOUGH: Said(
        "Too early to say",
        "From thirteen values on it can be said whether it will meet its target.",
        "waiting",
    ),
}
NOT_OF_A_RUN = Said("Not said", "A run chart does not say whether it will meet its target.")
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


def rule(signal: Signal, *, rules: str) -> str:
    """A rule that fired, in words; `rules` names the profile."""
    asked = profile(rules)
    return {
        Signal.ABOVE_LIMIT: "Above the upper limit",
        Signal.BELOW_LIMIT: "Below the lower limit",
        Signal.RISING: f"Rising {asked.trend} times in a row or more",
        Signal.FALLING: f"Falling {asked.trend} times in a row or more",
        Signal.NEAR_UPPER: "Two of three close to the upper limit",
        Signal.NEAR_LOWER: "Two of three close to the lower limit",
        Signal.ABOVE_MEAN: f"{asked.run} or more in a row above the mean",
        Signal.BELOW_MEAN: f"{asked.run} or more in a row below the mean",
    }[signal]


def fired(standing: IndicatorStanding, told: tuple[Told, ...]) -> tuple[str, ...]:
    """The rules that fired at a point, in words, the one that tells it first."""
    return tuple(rule(one.signal, rules=standing.profile) for one in told)


def verdict(standing: IndicatorStanding) -> str:
    """Which way a measure moves, since when and by which rule, as a sentence without its stop."""
    if standing.last is None and standing.facts.values and standing.charted is None:
        return "No chart can be drawn of its values as they are recorded, so nothing is said of them"
    if standing.last is None:
        return "No values have been entered yet"
    if standing.sufficiency == Sufficiency.TOO_FEW:
        return f"{WAYS[Way.NOT_ENOUGH].means.rstrip('.')} whether it has changed: {direction(standing)}"
    if standing.run is not None and standing.way == Way.NOT_ENOUGH:
        return "Too few of its values differ from the middle one to say whether it has changed"
    if standing.run is not None and standing.way not in (Way.COMMON, Way.NOT_ENOUGH):
        return f"{WAYS[standing.way].means.rstrip('.')}, {_of_run(standing, standing.run)}"
    said = WAYS[standing.way].means.rstrip(".")
    if not standing.fired:
        return said
    first = standing.fired[0]
    conflict = "; but another rule points the other way" if standing.last.conflict else ""
    return f"{said}, since {first.label} ({rule(first.signal, rules=standing.profile).lower()}){conflict}"


def _of_run(standing: IndicatorStanding, run: RunChart) -> str:
    """Since when, and by which rule of run charts."""
    if run.shifted:
        side = "above" if run.side > 0 else "below"
        return f"since {standing.axis.labels[run.began]} ({run.longest} in a row {side} the middle value)"
    return f"since it passes its middle value only {words.plural(run.crossings, 'time')}"


def direction(standing: IndicatorStanding) -> str:
    """Of few values only which way the last went."""
    known = [point for point in standing.points if point.value == point.value]
    if len(known) < 2:
        return "there is one value"
    before, last = known[-2].value, known[-1].value
    if before == last:
        return "the last value is the same as the one before"
    return f"the last value is {'higher' if last > before else 'lower'} than the one before"


def assured(standing: IndicatorStanding) -> str:
    """Whether the target will be met, as a sentence without its stop; nothing where none is set."""
    if standing.sure == Sure.NO_TARGET:
        return "No target is set" if standing.target is None else ""
    return sure(standing).means.rstrip(".")


def sure(standing: IndicatorStanding) -> Said:
    """Whether its target will be met."""
    has_target = standing.sure != Sure.NO_TARGET
    return NOT_OF_A_RUN if standing.run is not None and has_target else SURES[standing.sure]


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


def counts(entry: ValueEntry | None) -> str:
    """What a value was worked out from: "28 of 41"; nothing where that is not recorded."""
    if entry is None or entry.numerator is None or entry.denominator is None:
        return ""
    return f"{entry.numerator:,f} of {entry.denominator:,f}"


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
