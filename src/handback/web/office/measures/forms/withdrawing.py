"""Saying that something entered does not hold."""

from collections.abc import Sequence
from typing import Any

from django import forms

from handback.web.office.measures.forms.fields import LONGEST_TEXT, lines
from handback.web.shared.forms import Form

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class WithdrawForm(Form):
    """What is withdrawn, and why. It stays in the record's history."""

    what = forms.ChoiceField(label="What does not hold")
    reason = forms.CharField(label="Why", max_length=LONGEST_TEXT, widget=lines(3))

    def __init__(self, *args: Any, offered: Groups, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["what"]
        field.choices = [("", "Choose what"), *offered]
