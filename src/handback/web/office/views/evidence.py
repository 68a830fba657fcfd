"""The accepted claims that stand behind a page: what documents say of a function, or gave an instrument."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handback.records.documents.queries import claims_of
from handback.records.powers.naming import best_named
from handback.records.powers.queries import drafts
from handback.records.powers.recordfile.standing import Standing

if TYPE_CHECKING:
    from handback.records.documents.models import Claim
    from handback.records.people.models import Authority

ACCEPTED = ("accepted", "amended")


def claims_naming(authority: Authority, code: str, standing: Standing) -> list[Claim]:
    """The accepted claims whose words for a function mean this one, in the order of their documents."""
    names = {other: entry.function.name for other, entry in standing.functions.items()}
    accepted = claims_of(authority).filter(state__in=ACCEPTED)
    return [claim for claim in accepted if best_named(_named_in(claim), names) == code]


def _named_in(claim: Claim) -> str:
    said = claim.attributes if claim.amended is None else claim.amended
    return str(said.get("function") or "")


def claims_behind(authority: Authority, instrument: str) -> list[Claim]:
    """The claims from which an instrument was drafted, if it was drafted here."""
    became = drafts(authority).filter(state="recorded", kind="instrument", became=instrument)
    rested = [
        rest
        for draft in became.prefetch_related("evidence__claim__document")
        for rest in draft.evidence.all()
    ]
    return [rest.claim for rest in rested]
