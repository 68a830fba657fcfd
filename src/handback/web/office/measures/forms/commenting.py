"""What somebody says of a value: what, why, what is done about it and by when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from handback.records.measures.measured.entries import CommentaryEntry
from handback.web.office.measures.forms.fields import LONGEST_TEXT, WhichPeriodField, lines
from handback.web.shared.forms import DayField, Form


class CommentaryForm(Form):
    """Four plain questions, and who answers them."""

    what = forms.CharField(
        label="What happened",
        max_length=LONGEST_TEXT,
        widget=lines(2),
        help_text="What the figures show, in plain words.",
    )
    why = forms.CharField(
        label="Why (optional)",
        required=False,
        max_length=LONGEST_TEXT,
        widget=lines(2),
        help_text="Only what is known. Where nothing has changed beyond chance, there is nothing to explain.",
    )
    action = forms.CharField(
        label="What is being done (optional)", required=False, max_length=LONGEST_TEXT, widget=lines(2)
    )
    by_when = DayField(label="By when (optional)", required=False)
    written_by = forms.CharField(label="Who writes this", max_length=200)

    def __init__(self, *args: Any, periods: Sequence[tuple[date, str]], **kwargs: Any) -> None:
        first = WhichPeriodField(label="Of which period", periods=periods)
        self.base_fields = {"first": first, **self.base_fields}  # type: ignore[misc]  # Django copies it
        super().__init__(*args, **kwargs)

    def entry(self, code: str) -> CommentaryEntry:
        """What was typed, as the record takes it."""
        return CommentaryEntry(indicator=code, **self.cleaned_data)
