"""Every rule of claims, run over the outline of one document."""

from handback.reading.claims import (
    commitments,
    decisions,
    delegations,
    ratios,
    surroundings,
    told,
    transfers,
)
from handback.reading.claims.claim import Claim
from handback.reading.claims.confidence import calibrated
from handback.reading.claims.outline import Outline, outline
from handback.reading.claims.proposed_moves import timed_moves
from handback.reading.claims.resolutions import clauses
from handback.reading.claims.resolved import Clause
from handback.reading.claims.restated import once, settled, still_to_come, that_move_nothing
from handback.reading.document import Document


def claims_of(document: Document, *, gated: bool = True) -> tuple[Claim, ...]:
    """The claims of a document, in the order of their words; the document has some text.

    They are the same though rules look, not `gated`, at sentences without the letters that they wait for.
    """
    found = outline(document, gated=gated)
    resolved = settled(clauses(found))
    moved = tuple(transfers.find(found))
    claims = [
        *decisions.find(found, resolved),
        *that_move_nothing(told.find(found, resolved), moved),
        *delegations.of_clauses(found, resolved),
        *that_move_nothing(delegations.told(found, resolved), moved),
        *moved,
        *still_to_come(_committed(found, resolved, moved), moved),
        *ratios.find(found),
        *surroundings.find(found),  # meetings, posts, documents, money, fields, conflicts
    ]
    return calibrated(once(claims, found))


def _committed(found: Outline, resolved: tuple[Clause, ...], moved: tuple[Claim, ...]) -> list[Claim]:
    """The commitments, those in what is proposed to be moved by a time among them."""
    said = list(commitments.find(found, resolved, moved))
    return [*said, *timed_moves(found, moved, said)]
