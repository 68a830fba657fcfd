"""The accepted claims that stand behind a page: what documents say of a function, or gave an instrument."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from handback.records.documents.queries import accepted_claims
from handback.records.powers.naming import best_named
from handback.records.powers.queries import claims_that_became
from handback.records.powers.recordfile.standing import Standing

TRANSFER = "transfer"  # the one type of claim that names a function

if TYPE_CHECKING:
    from handback.records.documents.models import Claim
    from handback.records.people.models import Authority


def claims_naming(authority: Authority, code: str, standing: Standing) -> list[Claim]:
    """The accepted transfers whose words for a function mean this one, in the order of their documents.

    Of the others only those words are fetched, and the same words are looked up once.
    """
    accepted = accepted_claims(authority).filter(type=TRANSFER)
    named: dict[str, list[int]] = defaultdict(list)
    for pk, attributes, amended in accepted.values_list("pk", "attributes", "amended"):
        said = attributes if amended is None else amended
        named[str(said.get("function") or "")].append(pk)
    names = {other: entry.function.name for other, entry in standing.functions.items()}
    meant = [pk for words, pks in named.items() if best_named(words, names) == code for pk in pks]
    return list(accepted.filter(pk__in=meant)) if meant else []


def claims_behind(authority: Authority, instrument: str) -> list[Claim]:
    """The claims from which an instrument was drafted, if it was drafted here."""
    return [rest.claim for rest in claims_that_became(authority, instrument)]
