"""Narrowing the log, and what it is verified against."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.timezone import make_aware

from handback.core.periods import ONE_DAY
from handback.web.shared.forms import Form, IsoDayField

ACTIONS = [
    ("", "Everything"),
    ("documents", "Documents and claims"),
    ("powers.draft", "Drafts"),
    ("powers", "Powers"),
    ("measures", "Measures"),
    ("sources", "Sources of documents"),
    ("people", "People"),
    ("audit", "The log itself"),
]


class LogForm(Form):
    """Which part of the log to show."""

    subject = forms.CharField(label="About", required=False, max_length=300)
    who = forms.CharField(label="By", required=False, max_length=200)
    action = forms.ChoiceField(label="What", required=False, choices=ACTIONS)
    day = IsoDayField(label="Day", required=False)
    before = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def moments(self) -> tuple[datetime, datetime] | None:
        """The day asked for, as moments, if one was."""
        day: date | None = self.cleaned_data.get("day")
        if day is None or day == date.max:
            return None
        return tuple(make_aware(datetime.combine(each, time())) for each in (day, day + ONE_DAY))  # type: ignore[return-value]


class VerifyForm(Form):
    """A checkpoint that was given out, if the log is to be compared with one."""

    checkpoint = forms.CharField(
        label="Compare with a checkpoint that was given out (optional)",
        required=False,
        strip=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text="Paste all of it, with the line that begins with a long dash.",
    )

    def note(self) -> str | None:
        """The note as it was signed: one line end, whatever the browser made of it."""
        text = (
            str(self.cleaned_data.get("checkpoint") or "").replace("\r\n", "\n").replace("\r", "\n").strip()
        )
        return f"{text}\n" if text else None

    def clean_checkpoint(self) -> Any:
        """Kept as it was typed."""
        return self.cleaned_data["checkpoint"]
