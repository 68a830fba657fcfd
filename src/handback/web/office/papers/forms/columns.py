"""Which column of a list of actions is what."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from handback.reading.trackers import Role
from handback.web.office import columns

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


class ColumnsForm(columns.ColumnsForm):
    """A box for each thing that a column can be. The action there must be; no column is two things."""

    labels = LABELS

    def __init__(self, data: Any, *, headers: Sequence[str], opening: Mapping[str, str]) -> None:
        super().__init__(data, initial={role.value: opening.get(role.value, "") for role in LABELS})
        choices = columns.headers_to_choose(headers)
        for role, label in LABELS.items():
            self.fields[role.value] = forms.ChoiceField(
                label=label,
                required=role is Role.ACTION,
                choices=choices,
                widget=forms.Select(attrs={"class": "govuk-select"}),
                error_messages={
                    "required": f"Choose: {label[:1].lower()}{label[1:]}",
                    "invalid_choice": "“%(value)s” is not one of the choices",
                },
            )
