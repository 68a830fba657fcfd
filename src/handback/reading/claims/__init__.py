"""Claims: what a document states, proposed to the people who keep the record.

`find` runs every rule over the outline of a document. Rules are small: each says in its docstring
what grammar of the domain it stands for. They are brought in when the first document is looked through:
their patterns take longer to compile than a command that reads nothing should take to start.
"""

from handback.reading.claims.claim import Claim, Type
from handback.reading.document import Document

__all__ = ["Claim", "Type", "find"]


def find(document: Document) -> tuple[Claim, ...]:
    """The claims of a document, in the order of their words; none for one that could not be read."""
    from handback.reading.claims.every_rule import claims_of

    return claims_of(document) if document.text else ()
