"""What stands around the claims that move the record: meetings, people in post, documents, money, fields."""

from collections.abc import Iterator

from handback.reading.claims import conflicts, fields, meetings, money, posts, references
from handback.reading.claims.claim import Claim
from handback.reading.claims.outline import Outline


def find(found: Outline) -> Iterator[Claim]:
    """The meeting, posts, references, sums, decision fields and conflicts of a document."""
    for reader in (meetings, posts, references, money, fields, conflicts):
        yield from reader.find(found)
