"""Documents and claims as JSON: the form in which the command line and the scorer have them."""

from dataclasses import asdict
from typing import Any

from handback.reading.claims.claim import Claim
from handback.reading.document import Document


def as_json(document: Document, claims: tuple[Claim, ...], *, id: str = "") -> dict[str, Any]:  # noqa: A002 - the field's name
    """One document with its claims, ready for `json.dumps`; `id` is the document's name unless given."""
    return {
        "id": id or document.name,
        "document": document_as_json(document),
        "records": [claim_as_json(claim) for claim in claims],
    }


def document_as_json(document: Document) -> dict[str, Any]:
    """What is known of a document, its text and passages left out."""
    return {
        "name": document.name,
        "state": document.state.value,
        "reason": document.reason,
        "format": document.format,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "dated_on": document.dated_on.isoformat() if document.dated_on else None,
        "kind": document.kind,
        "title": document.title,
        "draft": document.draft,
        "scanned": document.scanned,
        "fields": [
            {"name": f.name, "value": f.value, "start": f.start, "end": f.end} for f in document.fields
        ],
        "links": [asdict(link) | {"role": link.role.value} for link in document.links],
        "characters": len(document.text),
        "passages": len(document.passages),
        "unread": [{"what": part.what, "why": part.why} for part in document.unread],
    }


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """One claim: type, quotation, place, attributes, rule, confidence, further places and readers."""
    return {
        "type": claim.type.value,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        **claim.attributes,
        "rule": claim.rule,
        "confidence": claim.confidence,
        "also": [[place.start, place.end] for place in claim.also],
        "found_by": list(claim.found_by),
    }
