"""Carrying out what a person made of a claim."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from handback.records.documents import actions as documents
from handback.records.powers import actions as powers
from handback.web.office.papers.forms.claims import ONLY_ACCEPT, AmendForm, InDraftForm, RejectForm
from handback.web.shared.forms import Form

if TYPE_CHECKING:
    from handback.records.documents.models import Claim
    from handback.records.powers.models import Draft


def judge(claim: "Claim", form: Form, *, by: Any, at: datetime) -> "Draft | None":
    """Do what a clean form of the claim's page says; the draft that the claim went into, if it did.

    Raises documents.AlreadyDecided and powers.DraftNotWaiting.
    """
    if isinstance(form, RejectForm):
        documents.reject(claim.pk, reason=form.cleaned_data["reason"], by=by, at=at)
        return None
    attributes = form.attributes() if isinstance(form, AmendForm) else None
    into = form.cleaned_data["into"] if isinstance(form, InDraftForm) else ONLY_ACCEPT
    if into == ONLY_ACCEPT:
        _accept(claim.pk, attributes, by=by, at=at)
        return None
    if into.startswith("new "):
        kind = into.removeprefix("new ")
        return powers.draft_from_claim(claim.pk, kind=kind, attributes=attributes, by=by, at=at)
    return powers.add_claim_to_draft(claim.pk, int(into), attributes=attributes, by=by, at=at)


def _accept(pk: int, attributes: dict[str, Any] | None, *, by: Any, at: datetime) -> None:
    if attributes is None:
        documents.accept(pk, by=by, at=at)
    else:
        documents.amend(pk, attributes=attributes, by=by, at=at)
