"""A target, a step on the way to it, or where it began."""

from typing import Any

from django import forms

from handback.core.periods import ONE_DAY, Period
from handback.records.measures.measured.entries import TargetEntry
from handback.records.measures.measured.words import TargetKind
from handback.web.office.measures.forms.fields import LONGEST_TEXT, NumberField, lines
from handback.web.shared.forms import DayField, Form

KINDS = (
    (TargetKind.TARGET.value, "Target: what is to be reached. The page says whether it will be met"),
    (TargetKind.TRAJECTORY.value, "A step on the way: what was planned for these days"),
    (TargetKind.BASELINE.value, "Baseline: where it began"),
)


class TargetForm(Form):
    """A level, the days for which it holds, and who agreed it."""

    kind = forms.ChoiceField(
        label="What is it?", choices=KINDS, initial=TargetKind.TARGET.value, widget=forms.RadioSelect
    )
    value = NumberField(label="Level")
    first = DayField(label="From", help_text="The first day for which it holds, such as 1 4 2026.")
    last = DayField(
        label="To (optional)",
        required=False,
        help_text="The last day. Without one it holds until another takes its place.",
    )
    reason = forms.CharField(
        label="Why this level (optional)", required=False, max_length=LONGEST_TEXT, widget=lines(2)
    )
    agreed_by = forms.CharField(
        label="Who agreed it (optional)",
        required=False,
        max_length=200,
        help_text="Such as “Cabinet, 3 March 2026”.",
    )

    def clean(self) -> dict[str, Any]:
        """It ends after it begins."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = said.get("first"), said.get("last")
        if first and last and last < first:
            self.add_error("last", "To: the last day comes before the first")
        return said

    def entry(self, code: str) -> TargetEntry:
        """What was typed, as the record takes it."""
        said = dict(self.cleaned_data)
        last = said.pop("last")
        period = Period(said.pop("first"), last + ONE_DAY if last else None)
        said["kind"] = TargetKind(said["kind"])
        return TargetEntry(indicator=code, period=period, **said)
