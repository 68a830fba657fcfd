"""A person's decision about a chart, and why."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from handback.records.measures.measured.entries import DecisionEntry
from handback.records.measures.measured.words import DecisionKind
from handback.statistics.process_control import PROFILES
from handback.statistics.process_control.choosing import Kind
from handback.web.office.measures.forms.fields import LONGEST_TEXT, WhichPeriodField, lines
from handback.web.shared.forms import DayField, Form

CHARTS = {
    Kind.XMR: "XmR: each value by itself, which suits nearly everything",
    Kind.RUN: "Run chart: about the median, without limits",
    Kind.P: "P: shares of known numbers",
    Kind.P_PRIME: "P': shares of very large numbers",
    Kind.U: "U: rates for known numbers",
    Kind.U_PRIME: "U': rates for very large numbers",
    Kind.T: "T: times between rare events",
    Kind.G: "G: cases between rare events",
}


class DecisionForm(Form):
    """Reason and person, whatever is decided. `kind` says what else is asked."""

    reason = forms.CharField(
        label="Why",
        max_length=LONGEST_TEXT,
        widget=lines(3),
        help_text="What is known of the service that makes this right. It is shown on the chart’s page.",
    )
    decided_by = forms.CharField(label="Who decided it", max_length=200)
    decided_on = DayField(label="When it was decided")

    def __init__(
        self, *args: Any, kind: DecisionKind, periods: Sequence[tuple[date, str]], **kwargs: Any
    ) -> None:
        self.kind = kind
        self.base_fields = {_NAME[kind]: _asked(kind, periods), **self.base_fields}  # type: ignore[misc]  # Django copies it
        super().__init__(*args, **kwargs)

    def entry(self, code: str) -> DecisionEntry:
        """What was typed, as the record takes it."""
        return DecisionEntry(indicator=code, kind=self.kind, **self.cleaned_data)


_NAME = {
    DecisionKind.REBASE: "first",
    DecisionKind.GHOST: "first",
    DecisionKind.PROFILE: "choice",
    DecisionKind.CHART: "choice",
}


def _asked(kind: DecisionKind, periods: Sequence[tuple[date, str]]) -> forms.Field:
    if kind == DecisionKind.REBASE:
        return WhichPeriodField(label="From which period on", periods=periods)
    if kind == DecisionKind.GHOST:
        return WhichPeriodField(label="Which period", periods=periods)
    if kind == DecisionKind.PROFILE:
        told = [(name, one.words) for name, one in PROFILES.items()]
        return forms.ChoiceField(label="Which rules", choices=told, widget=forms.RadioSelect)
    charts = [(str(one), CHARTS[one]) for one in Kind]
    return forms.ChoiceField(label="Which chart", choices=charts, widget=forms.RadioSelect)
