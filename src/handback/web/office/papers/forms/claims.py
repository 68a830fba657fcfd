"""What a person makes of a claim: accepted, put right, or rejected, and what it goes into."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms

from handback.core.figures import holds
from handback.web.office.papers.presenters.claims import STATUSES, VERBS
from handback.web.shared.forms import DayField, Form

ONLY_ACCEPT = "only"
NEW = {
    "new instrument": "A new draft instrument",
    "new appointment": "A new draft appointment",
    "new event": "A new draft event",
}
HOLDERS = {"council": "The council", "commissioners": "The commissioners", "other": "Somebody else"}
NUMBER: dict[str, Any] = {"max_digits": 18, "decimal_places": 4, "required": False, "min_value": 0}


class InDraftForm(Form):
    """Into which draft a claim goes."""

    into = forms.ChoiceField(label="What is it evidence for?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, drafts: Iterable[tuple[str, str]], first: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [*drafts, *NEW.items(), (ONLY_ACCEPT, "Nothing yet: only accept it")]
        field: Any = self.fields["into"]
        field.choices = choices
        field.initial = first
        field.error_messages["required"] = "Choose what it is evidence for"


class AcceptForm(InDraftForm):
    """A claim that is right as it stands."""

    prefix = "accept"


class RejectForm(Form):
    """A claim that is wrong, and why."""

    prefix = "reject"

    reason = forms.CharField(
        label="Why is it wrong?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why the claim is rejected, so that others can follow the record"},
    )


class AmendForm(InDraftForm):
    """A claim's attributes, to be put right. One class below for each type of claim."""

    prefix = "amend"
    names: tuple[str, ...] = ()

    field_order: tuple[str, ...] = ()

    def attributes(self) -> dict[str, Any]:
        """The attributes as they are kept: days as ISO text, nothing as null."""
        return {name: _kept(self.cleaned_data.get(name)) for name in self.names}

    @classmethod
    def opening(cls, said: Mapping[str, Any]) -> dict[str, Any]:
        """What stands in the form at first."""
        return {name: said.get(name) for name in cls.names}


class DecisionForm(AmendForm):
    """What was decided."""

    names = ("verb",)
    field_order = names
    verb = forms.ChoiceField(
        label="What the decision does", choices=[(k, v.capitalize()) for k, v in VERBS.items()]
    )


class DelegationForm(AmendForm):
    """Who may act, and whom they must hear."""

    names = ("delegate", "consultees")
    field_order = names
    delegate = forms.CharField(label="Who may act", max_length=300)
    consultees = forms.CharField(
        label="Who must be heard first",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One on each line.",
    )

    def attributes(self) -> dict[str, Any]:
        """The consultees as a list."""
        lines = [line.strip() for line in self.cleaned_data["consultees"].splitlines()]
        return {**super().attributes(), "consultees": [line for line in lines if line]}

    @classmethod
    def opening(cls, said: Mapping[str, Any]) -> dict[str, Any]:
        """The consultees, one to a line."""
        return {**super().opening(said), "consultees": "\n".join(said.get("consultees") or ())}


class CommitmentForm(AmendForm):
    """What is due, and who must do it."""

    names = ("due_from", "due_to", "owner")
    field_order = names
    due_from = DayField(label="First day of the stated time", required=False)
    due_to = DayField(label="Last day of the stated time", required=False)
    owner = forms.CharField(label="Who must do it", required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """The days are in order."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = said.get("due_from"), said.get("due_to")
        if first and last and last < first:
            self.add_error("due_to", "The last day must not come before the first")
        return said


class TransferForm(AmendForm):
    """Which function, who holds it, and how far the move has come."""

    names = ("function", "holder", "status", "effective")
    field_order = names
    function = forms.CharField(label="Function, as written", max_length=400)
    holder = forms.ChoiceField(label="Who holds it, or is to", choices=list(HOLDERS.items()))
    status = forms.ChoiceField(
        label="How far it has come", choices=[(k, v.capitalize()) for k, v in STATUSES.items()]
    )
    effective = DayField(label="From which day", required=False)


class RatioForm(AmendForm):
    """A part, its total and its share. Whether they agree is worked out."""

    names = ("numerator", "denominator", "percent")
    field_order = names
    numerator = forms.DecimalField(label="Part", **NUMBER)
    denominator = forms.DecimalField(label="Total", **NUMBER)
    percent = forms.DecimalField(label="Share in per cent", **NUMBER)

    def clean(self) -> dict[str, Any]:
        """At least two of the three."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and sum(said.get(name) is not None for name in self.names) < 2:
            self.add_error("numerator", "Give at least two of the three numbers")
        return said

    def attributes(self) -> dict[str, Any]:
        """With whether the figures agree, or null where that cannot be said."""
        given = {name: self.cleaned_data[name] for name in self.names}
        agree = holds(**given) if given["denominator"] else None
        return {**super().attributes(), "holds": agree}


FORMS: dict[str, type[AmendForm]] = {
    "decision": DecisionForm,
    "delegation": DelegationForm,
    "commitment": CommitmentForm,
    "transfer": TransferForm,
    "ratio": RatioForm,
}


def _kept(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or value == "":
        return None
    if hasattr(value, "as_integer_ratio"):
        return int(value) if value == int(value) else float(value)
    return value
