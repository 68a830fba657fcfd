"""How sure the reader must be of a claim that is accepted together with others."""

from typing import Any

from django import forms

from handback.web.shared.forms import Form

LEAST = ((0.9, "90%"), (0.8, "80%"), (0.7, "70%"), (0.5, "50%"))
USUAL = 0.8


class LeastForm(Form):
    """The least certainty. What cannot be understood is the usual one."""

    least_said = forms.FloatField(required=False, min_value=0, max_value=1)

    def __init__(self, data: Any) -> None:
        super().__init__({"least_said": data.get("least")})
        said = self.cleaned_data.get("least_said") if self.is_valid() else None
        self.least: float = said if said in dict(LEAST) else USUAL
