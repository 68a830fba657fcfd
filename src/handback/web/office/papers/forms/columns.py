"""Which column of a list of actions is what."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from handback.reading.trackers import Role
from handback.web.shared.forms import Form

LABELS = {
    Role.ACTION: "What is to be done",
    Role.OWNER: "Who must do it",
    Role.DUE: "When it is due now",
    Role.FIRST_DUE: "When it was due at first",
    Role.REFERENCE: "Its number",
    Role.STATUS: "How it stands",
    Role.UPDATE: "What was done so far",
    Role.EVIDENCE: "Evidence",
    Role.PRIORITY: "Priority",
}
NONE = ("", "No column")


class ColumnsForm(Form):
    """A box for each thing that a column can be. The action there must be; no column is two things."""

    def __init__(self, data: Any, *, headers: Sequence[str], opening: Mapping[str, str]) -> None:
        super().__init__(data, initial={role.value: opening.get(role.value, "") for role in LABELS})
        named = list(dict.fromkeys(header for header in headers if header))
        for role, label in LABELS.items():
            self.fields[role.value] = forms.ChoiceField(
                label=label,
                required=role is Role.ACTION,
                choices=[NONE, *((header, header) for header in named)],
                widget=forms.Select(attrs={"class": "govuk-select"}),
                error_messages={
                    "required": f"Choose: {label[:1].lower()}{label[1:]}",
                    "invalid_choice": "“%(value)s” is not one of the choices",
                },
            )

    def clean(self) -> dict[str, Any]:
        """No column is two things."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        for role, label in LABELS.items():
            header = said.get(role.value)
            if header and header in taken:
                self.add_error(role.value, f"“{header}” is already “{taken[header]}”")
            elif header:
                taken[header] = label
        return said

    def columns(self) -> dict[Role, str]:
        """The header of each role that was chosen."""
        return {role: self.cleaned_data[role.value] for role in LABELS if self.cleaned_data.get(role.value)}
