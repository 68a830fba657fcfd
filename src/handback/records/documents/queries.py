"""Questions about documents and the claims read in them."""

from django.db.models import Count, Q, QuerySet

from handback.records.documents.models import Claim, ClaimState, Document, State
from handback.records.people.models import Authority


def documents(authority: Authority) -> QuerySet[Document]:
    """An authority's documents, newest first, without their text; `waiting` counts claims to be judged."""
    waiting = Count("claims", filter=Q(claims__state=ClaimState.PROPOSED))
    found = Document.objects.filter(authority=authority).defer("text")
    return found.annotate(waiting=waiting, claimed=Count("claims")).order_by("-kept_at", "-pk")


def waiting_to_be_read(authority: Authority) -> QuerySet[Document]:
    """Documents that are kept and not yet read."""
    return documents(authority).filter(state=State.KEPT)


def with_claims_to_judge(authority: Authority) -> QuerySet[Document]:
    """Documents with claims that nobody has judged yet."""
    unjudged = Claim.objects.filter(state=ClaimState.PROPOSED, document__authority=authority)
    return documents(authority).filter(pk__in=unjudged.values("document"))


def whole_documents(authority: Authority) -> QuerySet[Document]:
    """Documents with their text and original."""
    return Document.objects.filter(authority=authority).select_related("original")


def claims(document: Document) -> QuerySet[Claim]:
    """The claims read in a document, in the order of their places."""
    return Claim.objects.filter(document=document).order_by("start", "end", "pk")


def claims_of(authority: Authority) -> QuerySet[Claim]:
    """Every claim read in an authority's documents."""
    return Claim.objects.filter(document__authority=authority).select_related("document")
