"""One change that an instrument makes, as a form."""

from typing import Any

from django import forms

from handback.core.powers import Oversight
from handback.records.powers.actions import FieldProblem
from handback.web.office.papers.forms.entries import Values, capitalised, lines
from handback.web.office.papers.forms.offers import Offers
from handback.web.office.papers.forms.scopes import ScopeForm
from handback.web.shared.forms import DayField

UNCHANGED = ("", "Not changed by this move")


class MoveForm(ScopeForm):
    """One change that an instrument makes."""

    covers = "move"

    holder = forms.ChoiceField(label="Who is to hold them")
    oversight = forms.ChoiceField(label="Oversight kept", choices=[UNCHANGED, *capitalised(Oversight)])
    overseer = forms.ChoiceField(label="Who keeps the oversight")
    terms = forms.CharField(label="Terms", max_length=2000, widget=lines())
    on = DayField(label="Day of the change, if not the instrument’s first day")
    inferred = forms.CharField(label="If no source states that day: why it is inferred", max_length=2000)
    remove = forms.BooleanField(label="Leave this move out")

    def __init__(self, *args: Any, offers: Offers, **kwargs: Any) -> None:
        super().__init__(*args, offers=offers, **kwargs)
        holder: Any = self.fields["holder"]
        holder.choices = [("", "Nobody new: only the oversight changes"), *offers.of("party")]

    def offered(self) -> dict[str, str]:
        """What the record has."""
        return {**super().offered(), "holder": "party or none", "overseer": "party or none"}

    def values(self) -> Values:
        """The move as an entry has it; nothing where it is to be left out."""
        said = super().values()
        return {} if said.pop("remove", False) else said

    def tell(self, problem: FieldProblem) -> None:
        """A fault of the move as a whole is shown beside whoever is to hold its functions."""
        super().tell(FieldProblem(problem.field or "holder", problem.sentence))
