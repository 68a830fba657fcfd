"""The form in which each kind of draft is completed."""

from typing import TYPE_CHECKING, Any

from handback.web.office.papers.forms.entries import AppointmentForm, EntryForm, EventForm
from handback.web.office.papers.forms.moves import InstrumentForms
from handback.web.office.papers.forms.offers import Offers

if TYPE_CHECKING:
    from handback.records.powers.models import Draft

# What an instrument's entry may hold that its form does not ask for: kept as it is.
NOT_ASKED = ("legal_bases", "amends", "extends", "conditions", "also")
FORMS: dict[str, type[EntryForm]] = {"appointment": AppointmentForm, "event": EventForm}


def form_of(draft: "Draft", data: Any, offers: Offers, *, more: bool = False) -> Any:
    """The draft's form, with what was sent or else with what it says so far."""
    if draft.kind == "instrument":
        return InstrumentForms(data, draft.values, offers=offers, more=more)
    form = FORMS[draft.kind]
    return form(data, initial=form.opening(draft.values), offers=offers)


def with_what_stays(draft: "Draft", values: dict[str, Any]) -> dict[str, Any]:
    """The values of a form together with what it does not ask for."""
    return {name: draft.values[name] for name in NOT_ASKED if name in draft.values} | values
