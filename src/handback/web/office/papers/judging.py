"""Carrying out what a person made of a claim."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from handback.records.documents import actions as documents
from handback.records.powers import actions as powers
from handback.web.office.papers.forms.claims import ONLY_ACCEPT, AmendForm, InDraftForm, RejectForm
from handback.web.office.papers.presenters.consequences import Consequence, Repeat, told
from handback.web.shared.forms import Form

if TYPE_CHECKING:
    from handback.records.documents.models import Claim
    from handback.records.powers.models import Draft


def judge(
    claim: "Claim", form: Form, *, repeats: Iterable[Repeat] = (), seen: int | None, by: Any, at: datetime
) -> "Draft | None":
    """Do what a clean form of the claim's page says; the draft that the claim went into, if it did.

    `repeats` are what the record holds already like it: an acceptance says so in the log. `seen` is the event
    that had last written the claim when its page was shown.

    Raises documents.AlreadyDecided, documents.ClaimChanged and powers.DraftNotWaiting.
    """
    if isinstance(form, RejectForm):
        documents.reject(claim.pk, reason=form.cleaned_data["reason"], seen=seen, by=by, at=at)
        return None
    attributes = form.attributes() if isinstance(form, AmendForm) else None
    into = form.cleaned_data["into"] if isinstance(form, InDraftForm) else ONLY_ACCEPT
    return _into(claim.pk, into, attributes, repeats=told(repeats), seen=seen, by=by, at=at)


def accept_as_told(
    claim: "Claim", consequence: Consequence, *, seen: int | None, by: Any, at: datetime
) -> "Draft | None":
    """Accept a claim and do with it what its page said would be done; the draft it went into, if it did.

    Raises documents.AlreadyDecided, documents.ClaimChanged and powers.DraftNotWaiting.
    """
    repeats = told(consequence.repeats)
    return _into(claim.pk, consequence.into, None, repeats=repeats, seen=seen, by=by, at=at)


def _into(pk: int, into: str, attributes: dict[str, Any] | None, **said: Any) -> "Draft | None":
    if into.startswith("new "):
        return powers.draft_from_claim(pk, kind=into.removeprefix("new "), attributes=attributes, **said)
    if into != ONLY_ACCEPT:
        return powers.add_claim_to_draft(pk, int(into), attributes=attributes, **said)
    if attributes is None:
        documents.accept(pk, **said)
    else:
        documents.amend(pk, attributes=attributes, **said)
    return None
