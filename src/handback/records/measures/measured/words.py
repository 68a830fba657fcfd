"""The words in which measures are kept: which way is better, what is counted, what a target is."""

from enum import StrEnum


class Better(StrEnum):
    """Which way is better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class MeasuredAs(StrEnum):
    """What an indicator's values are; the same words as statistics.process_control.choosing.Measured."""

    MEASUREMENT = "measurement"
    COUNT = "count"
    PROPORTION = "proportion"
    RATE = "rate"
    TIME_BETWEEN = "time between"
    CASES_BETWEEN = "cases between"


class Quality(StrEnum):
    """How final a value is."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"


class TargetKind(StrEnum):
    """What a stated level is for."""

    TARGET = "target"  #: what is to be reached: assurance is told against it
    TRAJECTORY = "trajectory"  #: the way there, as planned
    BASELINE = "baseline"  #: where it began


class DecisionKind(StrEnum):
    """What somebody decided about a chart."""

    REBASE = "rebase"  #: limits begin anew with the period
    GHOST = "ghost"  #: the period is shown and counts for nothing
    PROFILE = "profile"  #: which rules are asked; `choice` is the profile's name
    CHART = "chart"  #: which chart is drawn; `choice` is its kind ("XmR", "P'")


class CouncilKind(StrEnum):
    """What sort of council governs an area."""

    LONDON = "london borough"
    METROPOLITAN = "metropolitan district"
    UNITARY = "unitary authority"
    COUNTY = "county"
    DISTRICT = "district"
    COMBINED = "combined authority"
    FIRE = "fire and rescue authority"
    OTHER = "other"


class SeenBy(StrEnum):
    """Who alone sees what is not for everybody."""

    OFFICE = "office"
