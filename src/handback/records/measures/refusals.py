"""What cannot be recorded of measures, each with a sentence fit to show."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from handback.core.frequencies import Frequency, called
from handback.core.periods import Period

YEARS_APART = 95  # that values of one indicator may lie apart, and somewhat more: see measured.axes.LONGEST


class MeasuresRefusal(ValueError):
    """Something that the record of measures does not take. Its text is a sentence for people."""


class UnknownIndicator(MeasuresRefusal):
    """A fact about an indicator that is not defined."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"No indicator has the code “{code}”: define it first.")


class NoSuchCommitment(MeasuresRefusal):
    """Something tied that is no accepted commitment of the authority."""

    def __init__(self) -> None:
        super().__init__("That is no commitment that has been accepted in this record.")


class NotWellFormed(MeasuresRefusal):
    """A field that cannot be what it says; `field` is its name in the entry."""

    def __init__(self, field: str, sentence: str) -> None:
        self.field = field
        super().__init__(sentence)


class CodeIsAnAddress(NotWellFormed):
    """A code where a page of another kind stands."""

    def __init__(self, code: str) -> None:
        super().__init__("code", f"“{code}” is the address of another page: choose another code.")


class NotAPeriodOfIt(MeasuresRefusal):
    """A value for a period that does not follow the indicator's frequency."""

    def __init__(self, code: str, period: Period, frequency: Frequency) -> None:
        self.code, self.period, self.frequency = code, period, frequency
        words = called(Frequency.IRREGULAR, period)
        super().__init__(f"{code} is measured by the {frequency}, and {words} is not one.")


class PeriodsOverlap(MeasuresRefusal):
    """Two values of one indicator for the same days."""

    def __init__(self, code: str, period: Period, other: Period) -> None:
        self.code, self.period, self.other = code, period, other
        one, two = (called(Frequency.IRREGULAR, each) for each in (period, other))
        super().__init__(f"{code} has a value for {two} already, which shares days with {one}.")


class TooFarApart(MeasuresRefusal):
    """Values so far apart that no chart can show both."""

    def __init__(self, code: str, period: Period, other: Period) -> None:
        self.code, self.period, self.other = code, period, other
        one, two = (called(Frequency.IRREGULAR, each) for each in (period, other))
        super().__init__(
            f"{code}: {one} lies more than {YEARS_APART} years from {two}, for which it has a value. "
            "See whether the year is right."
        )


class NoValue(MeasuresRefusal):
    """Neither a value nor the counts to work it out from."""

    def __init__(self, code: str, period: Period) -> None:
        self.code, self.period = code, period
        words = called(Frequency.IRREGULAR, period)
        super().__init__(f"{code}, {words}: give a value, or the counts that it follows from.")


class CannotHaveBeenCounted(MeasuresRefusal):
    """Counts that nobody can have counted: more than there are, fewer than none, or out of nothing."""

    def __init__(self, code: str, numerator: Decimal, denominator: Decimal | None) -> None:
        self.code, self.numerator, self.denominator = code, numerator, denominator
        of = "" if denominator is None else f" of {denominator:,f}"
        super().__init__(f"{code}: {numerator:,f}{of} cannot have been counted.")


class RestatedWithoutReason(MeasuresRefusal):
    """A value that replaces another, and nobody says why."""

    def __init__(self, code: str, period: Period, old: Decimal, new: Decimal) -> None:
        self.code, self.period, self.old, self.new = code, period, old, new
        words = called(Frequency.IRREGULAR, period)
        super().__init__(f"{code}, {words}: {old:,f} would become {new:,f}. Say why it is restated.")


class NoReason(MeasuresRefusal):
    """A decision or withdrawal without a reason or without a person."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Say why, and who decided it: {what} needs a reason and a person.")


class NothingToWithdraw(MeasuresRefusal):
    """What is to be withdrawn is not in the record, or was withdrawn already."""

    def __init__(self, what: str) -> None:
        super().__init__(f"There is no {what} to withdraw.")


class TargetsOverlap(MeasuresRefusal):
    """Two levels of one kind in force on the same day."""

    def __init__(self, code: str, kind: str, period: Period, other: Period) -> None:
        self.code, self.kind, self.period, self.other = code, kind, period, other
        words = called(Frequency.IRREGULAR, other)
        super().__init__(f"{code} has another {kind} in force {words}: change or end that one first.")


class FrequencyInUse(MeasuresRefusal):
    """A frequency that values already recorded do not follow."""

    def __init__(self, code: str, frequency: Frequency, period: Period) -> None:
        self.code, self.frequency, self.period = code, frequency, period
        words = called(Frequency.IRREGULAR, period)
        super().__init__(
            f"{code} cannot be measured by the {frequency}: it has a value for {words}. "
            "Withdraw what does not follow, or define another indicator."
        )


class NotAPeriodBegin(MeasuresRefusal):
    """A decision or commentary about a period for which there is no value."""

    def __init__(self, code: str, first: date) -> None:
        self.code, self.first = code, first
        super().__init__(f"{code} has no period that begins on {first:%-d %B %Y}.")


class CannotBeDrawn(MeasuresRefusal):
    """A chart or a set of rules that there is not, or that cannot be drawn of these values."""

    def __init__(self, code: str, choice: str) -> None:
        self.code, self.choice = code, choice
        super().__init__(f"{code}: “{choice}” cannot be drawn of its values.")


class DeclarationRefused(MeasuresRefusal):
    """An index whose declaration does not hold; `problems` name the place of each fault."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class IndexNotMade(MeasuresRefusal):
    """An index of which nothing can be made of the values that there are; `why` says what is missing."""

    def __init__(self, code: str, why: str) -> None:
        self.code, self.why = code, why
        super().__init__(f"{code} cannot be worked out: {why}")


class ImportRefused(MeasuresRefusal):
    """A table of which a row cannot be taken; nothing was written. `problems` name every place."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class RecordChanged(MeasuresRefusal):
    """What a preview showed does not hold any more."""

    def __init__(self) -> None:
        super().__init__(
            "The record was changed since this was shown. Nothing was written: look at it once more."
        )


class KeyUsedOtherwise(MeasuresRefusal):
    """A key under which a program sent something else before."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            f"The key “{key}” was used for something else. Nothing was written: choose another key for "
            "what was not sent before."
        )


class NothingMeasured(MeasuresRefusal):
    """Measures without an indicator say nothing that could be published."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has no indicators yet, so there is nothing to publish.")


class NothingPublic(MeasuresRefusal):
    """Every indicator is marked as not to be published."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Every indicator of {name} is marked as not to be published, so there is nothing to publish."
        )


class NotForThePublic(MeasuresRefusal):
    """A public index of an indicator that is not, each by code and name: its score would tell of it."""

    def __init__(self, index: tuple[str, str], indicator: tuple[str, str]) -> None:
        self.index, self.indicator = index, indicator
        one, other = (f"{code} “{name}”" for code, name in (index, indicator))
        super().__init__(
            f"The index {one} is made of {other}, which is marked as not to be published, and its score "
            "would tell of it. Mark the index as not to be published too, or the indicator as public."
        )
