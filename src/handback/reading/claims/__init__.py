"""Claims: what a document states, proposed to the people who keep the record.

`find` runs every rule over the outline of a document. Rules are small: each says in its docstring
what grammar of the domain it stands for.
"""

from handback.reading.claims import (
    commitments,
    decisions,
    delegations,
    ratios,
    surroundings,
    told,
    transfers,
)
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.confidence import calibrated
from handback.reading.claims.outline import outline
from handback.reading.claims.resolutions import clauses
from handback.reading.claims.restated import once, settled
from handback.reading.document import Document

__all__ = ["Claim", "Type", "find"]


def find(document: Document) -> tuple[Claim, ...]:
    """The claims of a document, in the order of their words; none for one that could not be read."""
    if not document.text:
        return ()
    found = outline(document)
    resolved = settled(clauses(found))
    moved = tuple(transfers.find(found))
    claims = [
        *decisions.find(found, resolved),
        *told.find(found, resolved),
        *delegations.of_clauses(found, resolved),
        *delegations.told(found, resolved),
        *moved,
        *commitments.find(found, resolved, moved),
        *ratios.find(found),
        *surroundings.find(found),  # meetings, posts, documents, money, fields, conflicts
    ]
    return calibrated(once(claims, found))
