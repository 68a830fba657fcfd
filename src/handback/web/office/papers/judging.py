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
    claim: "Claim", form: Form, *, repeats: Iterable[Repeat] = (), by: Any, at: datetime
) -> "Draft | None":
    """Do what a clean form of the claim's page says; the draft that the claim went into, if it did.

    `repeats` are what the record holds already like it: an acceptance says so in the log.

    Raises documents.AlreadyDecided and powers.DraftNotWaiting.
    """
    if isinstance(form, RejectForm):
        documents.reject(claim.pk, reason=form.cleaned_data["reason"], by=by, at=at)
        return None
    attributes = form.attributes() if isinstance(form, AmendForm) else None
    into = form.cleaned_data["into"] if isinstance(form, InDraftForm) else ONLY_ACCEPT
    return _into(claim.pk, into, attributes, told(repeats), by=by, at=at)


def accept_as_told(claim: "Claim", consequence: Consequence, *, by: Any, at: datetime) -> "Draft | None":
    """Accept a claim and do with it what its page said would be done; the draft it went into, if it did.

    Raises documents.AlreadyDecided and powers.DraftNotWaiting.
    """
    return _into(claim.pk, consequence.into, None, told(consequence.repeats), by=by, at=at)


def _into(
    pk: int, into: str, attributes: dict[str, Any] | None, repeats: list[str], *, by: Any, at: datetime
) -> "Draft | None":
    if into == ONLY_ACCEPT:
        _accept(pk, attributes, repeats, by=by, at=at)
        return None
    said: dict[str, Any] = {"attributes": attributes, "repeats": repeats, "by": by, "at": at}
    if into.startswith("new "):
        return powers.draft_from_claim(pk, kind=into.removeprefix("new "), **said)
    return powers.add_claim_to_draft(pk, int(into), **said)


def _accept(pk: int, attributes: dict[str, Any] | None, repeats: list[str], *, by: Any, at: datetime) -> None:
    if attributes is None:
        documents.accept(pk, repeats=repeats, by=by, at=at)
    else:
        documents.amend(pk, attributes=attributes, repeats=repeats, by=by, at=at)
