"""Which commitment, and how it bears on an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms

from handback.web.office.measures.forms.fields import LONGEST_TEXT, lines
from handback.web.shared.forms import Form

if TYPE_CHECKING:
    from handback.records.documents.models import Claim


class TieForm(Form):
    """One commitment of those offered, in its document's words."""

    claim = forms.TypedChoiceField(label="Which commitment", coerce=int, widget=forms.RadioSelect)
    bearing = forms.CharField(
        label="What of this indicator would show that it was kept",
        max_length=LONGEST_TEXT,
        widget=lines(2),
    )
    tied_by = forms.CharField(label="Who says so", max_length=200)
    is_public = forms.BooleanField(
        label="Its words may be published with this indicator",
        required=False,
        help_text="Choose this only if the document is public.",
    )

    def __init__(self, *args: Any, offered: Sequence[Claim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["claim"]
        field.choices = [(claim.pk, f"{claim.quote} ({_named(claim)})") for claim in offered]


def _named(claim: Claim) -> str:
    document = claim.document
    return document.title or document.name
