"""Asking the second reader, and allowing it where a document may be exempt or personal."""

from typing import Any

from django import forms

from handback.web.shared.forms import Form


class AskForm(Form):
    """The seal of what was shown, and why it is allowed where that must be said."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput())
    because = forms.CharField(
        label="Why may this text be sent?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why this text may be sent, so that others can follow the record"},
    )

    def __init__(self, *args: Any, must_allow: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not must_allow:
            del self.fields["because"]
