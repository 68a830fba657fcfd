"""One value of an indicator, or a later and better one for the same period."""

from typing import Any

from django import forms

from handback.records.measures.measured.entries import IndicatorEntry, ValueEntry
from handback.records.measures.measured.words import MeasuredAs, Quality
from handback.web.office.measures.forms.fields import LONGEST_TEXT, NumberField, PeriodField, lines
from handback.web.shared.forms import DayField, Form

COUNTED = (MeasuredAs.PROPORTION, MeasuredAs.RATE)
QUALITIES = (
    (Quality.FINAL.value, "Final"),
    (Quality.PROVISIONAL.value, "Provisional: it may still change"),
    (Quality.ESTIMATED.value, "Estimated"),
)


class ValueForm(Form):
    """The value or its counts, and how far they can be relied on."""

    quality = forms.ChoiceField(
        label="How final is it?", choices=QUALITIES, initial=Quality.FINAL.value, widget=forms.RadioSelect
    )
    published_on = DayField(
        label="Published on (optional)",
        required=False,
        help_text="The day on which its source published it.",
    )
    source = forms.CharField(
        label="Source (optional)",
        required=False,
        max_length=300,
        help_text="Where this value was taken from.",
    )
    note = forms.CharField(
        label="Note (optional)",
        required=False,
        max_length=LONGEST_TEXT,
        widget=lines(2),
        help_text="What must be known to read this value.",
    )
    reason = forms.CharField(
        label="Why it changes",
        required=False,
        max_length=LONGEST_TEXT,
        widget=lines(2),
        help_text="Only where the period has a value already. Both values stay in the record.",
    )

    def __init__(self, *args: Any, definition: IndicatorEntry, **kwargs: Any) -> None:
        self.definition = definition
        self.base_fields = {**_asked(definition), **self.base_fields}  # type: ignore[misc]  # Django copies it
        super().__init__(*args, **kwargs)

    def entry(self) -> ValueEntry:
        """What was typed, as the record takes it."""
        said = dict(self.cleaned_data)
        said.pop("reason")
        said["quality"] = Quality(said["quality"])
        return ValueEntry(indicator=self.definition.code, **said)


def _asked(definition: IndicatorEntry) -> dict[str, forms.Field]:
    """The period and the value; counts only where shares or rates are made of them."""
    unit = f" in {definition.unit}" if definition.unit else ""
    period = PeriodField(label="Period", frequency=definition.frequency)
    if definition.measured_as not in COUNTED:
        return {"period": period, "value": NumberField(label=f"Value{unit}")}
    return {
        "period": period,
        "numerator": NumberField(label="How many", required=False, help_text=definition.numerator_words),
        "denominator": NumberField(
            label="Out of how many", required=False, help_text=definition.denominator_words
        ),
        "value": NumberField(
            label=f"Value{unit} (optional with counts)",
            required=False,
            help_text="Leave it empty to have it worked out from the two counts.",
        ),
    }
