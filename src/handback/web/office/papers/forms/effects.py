"""What an instrument does besides its moves, as forms: to earlier instruments, and what it lays down.

Each form is one entry of a list. A form in which nothing was chosen or typed stands for no entry.
"""

from collections.abc import Mapping
from typing import Any

from django import forms

from handback.web.office.papers.forms.entries import EntryForm, Values, lines
from handback.web.office.papers.forms.offers import NONE, Offers
from handback.web.office.papers.forms.scopes import REACHES, ScopeForm
from handback.web.shared.forms import DayField

WHOLLY = ("wholly", "The whole instrument")
ITSELF = ("(itself)", "This instrument itself, from a later day")  # its code may change in the same form
FROM_A_LATER_DAY = (
    "Enter the first day on which it no longer works for these functions: it comes after this instrument’s "
    "own first day in force"
)


class RevocationForm(ScopeForm):
    """That an instrument stops, wholly or in part: an earlier one, or from a later day this one itself."""

    covers = "revocation"
    field_order = ("instrument",)

    instrument = forms.ChoiceField(
        label="Instrument that it revokes",
        help_text="Where this one gives some functions back before its own last day, choose “This instrument "
        "itself”.",
    )
    reach = forms.ChoiceField(label="How much of it", choices=[WHOLLY, *REACHES], widget=forms.RadioSelect)
    on = DayField(
        label="Day of the revocation, if not this instrument’s first day",
        help_text="The first day on which what is revoked no longer works.",
    )

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, offers=offers, **kwargs)
        instrument: Any = self.fields["instrument"]
        instrument.choices = [NONE, ITSELF, *offers.of("instrument")]

    @classmethod
    def opening(cls, values: Mapping[str, Any]) -> Values:
        """Wholly, where no scope is said."""
        said = super().opening(values)
        return said if "scope" in values else {**said, "reach": WHOLLY[0]}

    def values(self) -> Values:
        """The revocation as an entry has it: without a scope it is of the whole."""
        said = super().values()
        if self.cleaned_data.get("reach") == WHOLLY[0]:
            del said["scope"]
        return said


class ExtensionForm(EntryForm):
    """That an earlier instrument has another last day."""

    instrument = forms.ChoiceField(label="Instrument whose last day it changes")
    expires_on = DayField(label="Its new last day in force", help_text="Leave empty if it is to have none.")

    def offered(self) -> dict[str, str]:
        """Instruments of the record."""
        return {"instrument": "instrument or none"}

    def values(self) -> Values:
        """The new last day is always given: null says that there is none."""
        said = super().values()
        return {"expires_on": None, **said} if said else {}


class ConditionForm(EntryForm):
    """What the instrument makes somebody do, and by when."""

    text = forms.CharField(label="What must be done, and by whom", max_length=2000, widget=lines())
    due_on = DayField(label="By which day", help_text="Leave empty if it sets none.")


class LegalBasisForm(EntryForm):
    """A power that the instrument cites."""

    words = forms.CharField(
        label="The power as the instrument cites it",
        max_length=300,
        help_text="Such as “Local Government Act 1999, section 15(5)”.",
    )
    provision = forms.ChoiceField(label="The same in the lawbook", help_text="Leave open if none fits.")

    def offered(self) -> dict[str, str]:
        """Provisions of the lawbook."""
        return {"provision": "provision or none"}
