"""The form in which each kind of draft is completed."""

from typing import TYPE_CHECKING, Any

from handback.web.office.papers.forms.entries import AppointmentForm, EntryForm, EventForm
from handback.web.office.papers.forms.instruments import InstrumentForms
from handback.web.office.papers.forms.offers import Offers

if TYPE_CHECKING:
    from handback.records.powers.models import Draft

FORMS: dict[str, type[EntryForm]] = {"appointment": AppointmentForm, "event": EventForm}


def form_of(draft: "Draft", data: Any, offers: Offers, *, more: bool = False) -> Any:
    """The draft's form, with what was sent or else with what it says so far."""
    if draft.kind == "instrument":
        return InstrumentForms(data, draft.values, offers=offers, more=more)
    form = FORMS[draft.kind]
    return form(data, initial=form.opening(draft.values), offers=offers)
