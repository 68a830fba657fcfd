"""Boxes for what measures are made of: periods in words, numbers as people write them, several lines."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from handback.core.frequencies import Frequency
from handback.reading.series import NotANumber, NotAPeriod, stated_number, stated_period

LONGEST_TEXT = 5_000  # characters of what somebody writes
SUCH_AS = {
    Frequency.WEEK: "The week, by any day of it, such as 2026-03-02.",
    Frequency.MONTH: "The month, such as January 2026.",
    Frequency.QUARTER: "The quarter of the financial year, such as 2025/26 Q3.",
    Frequency.FINANCIAL_YEAR: "The financial year, such as 2025/26.",
    Frequency.CALENDAR_YEAR: "The year, such as 2025.",
    Frequency.ACADEMIC_YEAR: "The academic year, such as 2025/26.",
    Frequency.IRREGULAR: "The days, such as 1 March 2026 to 14 March 2026, or one day.",
}


class PeriodField(forms.CharField):
    """A period in words, as those of a frequency are called."""

    def __init__(self, *, frequency: Frequency, **kwargs: Any) -> None:
        self.frequency = frequency
        super().__init__(max_length=80, help_text=SUCH_AS[frequency], **kwargs)

    def clean(self, value: Any) -> Any:
        """The Period that is meant."""
        words = super().clean(value)
        try:
            return stated_period(words, frequency=self.frequency) if words else None
        except NotAPeriod:
            such = SUCH_AS[self.frequency]
            raise forms.ValidationError(
                f"Period: “{words}” cannot be understood. Write {such[:1].lower()}{such[1:]}"
            ) from None


class NumberField(forms.CharField):
    """A number as people write it: 1,234.5 or 68%. It keeps the places it was written with."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "decimal", "class": "govuk-input--width-10", "autocomplete": "off"}
        super().__init__(max_length=60, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: Any) -> Any:
        """The Decimal, or None."""
        words = super().clean(value)
        try:
            found = stated_number(words) if words else None
        except NotANumber:
            found = None
        if words and found is None:
            label = str(self.label).split(" (optional", 1)[0]
            raise forms.ValidationError(f"{label}: “{words}” is not a number. Write 1234.5 or 1,234.5")
        return found


def lines(rows: int = 3) -> forms.Textarea:
    """A box of several lines."""
    return forms.Textarea(attrs={"rows": rows})


def short(width: int = 10) -> forms.TextInput:
    """A narrow box."""
    return forms.TextInput(attrs={"class": f"govuk-input--width-{width}"})


class WhichPeriodField(forms.ChoiceField):
    """One of the periods that have a value; it gives the first day of it."""

    def __init__(self, *, periods: Sequence[tuple[date, str]], **kwargs: Any) -> None:
        choices = [(first.isoformat(), label) for first, label in periods]
        super().__init__(choices=[("", "Choose a period"), *choices], **kwargs)

    def clean(self, value: Any) -> Any:
        """Its first day."""
        said = super().clean(value)
        return date.fromisoformat(said) if said else None
