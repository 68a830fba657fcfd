"""Questions about documents and the claims read in them."""

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from handback.records.documents.models import Claim, ClaimState, Document, State
from handback.records.documents.search import Found, find
from handback.records.people.models import Authority

__all__ = ["ClaimState", "Found", "State", "find"]


def documents(authority: Authority) -> QuerySet[Document]:
    """An authority's documents, newest first, without their text; `waiting` counts claims to be judged.

    `claimed` counts all claims. Both are counted for the rows asked for and no others.
    """
    found = Document.objects.filter(authority=authority).defer("text", "passages")
    unjudged = Claim.objects.filter(state=ClaimState.PROPOSED)
    return found.annotate(waiting=_count(unjudged), claimed=_count(Claim.objects.all())).order_by(
        "-kept_at", "-pk"
    )


def _count(claims: QuerySet[Claim]) -> Coalesce:
    of_document = claims.filter(document=OuterRef("pk")).order_by().values("document")
    counted = of_document.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def waiting_to_be_read(authority: Authority) -> QuerySet[Document]:
    """Documents that are kept and not yet read."""
    return documents(authority).filter(state=State.KEPT)


def with_claims_to_judge(authority: Authority) -> QuerySet[Document]:
    """Documents with claims that nobody has judged yet."""
    unjudged = Claim.objects.filter(state=ClaimState.PROPOSED, document__authority=authority)
    return documents(authority).filter(pk__in=unjudged.values("document"))


def whole_documents(authority: Authority) -> QuerySet[Document]:
    """Documents with their text; the bytes of the original are fetched when they are asked for."""
    return Document.objects.filter(authority=authority).select_related("original").defer("original__content")


def claims(document: Document) -> QuerySet[Claim]:
    """The claims read in a document, in the order of their places."""
    return Claim.objects.filter(document=document).order_by("start", "end", "pk")


def claims_of(authority: Authority) -> QuerySet[Claim]:
    """Every claim read in an authority's documents."""
    found = Claim.objects.filter(document__authority=authority).select_related("document")
    return found.order_by("document", "start", "end", "pk")


def accepted_claims(authority: Authority) -> QuerySet[Claim]:
    """The claims that a person accepted, with or without changes. Their documents come without their text."""
    accepted = claims_of(authority).filter(state__in=[ClaimState.ACCEPTED, ClaimState.AMENDED])
    return accepted.defer("document__text", "document__passages")


def next_to_judge(document: Document, *, after: int) -> Claim | None:
    """The next claim of a document that nobody has judged, after a place, or else from its beginning."""
    unjudged = claims(document).filter(state=ClaimState.PROPOSED)
    return unjudged.filter(start__gte=after).first() or unjudged.first()
