"""Questions about documents and the claims read in them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Left, RowNumber, Substr

from handback.records.documents.models import (
    READ_IN_PART,
    TO_BE_READ,
    Again,
    Asking,
    AskingState,
    Claim,
    ClaimState,
    Document,
    Mapping,
    Pictures,
    Stage,
    State,
)
from handback.records.documents.search import Found, find
from handback.records.people.models import Authority

__all__ = ["Again", "AskingState", "ClaimState", "Found", "Pictures", "Stage", "State", "find"]

LARGE = ("text", "passages", "fields", "links")  # columns that lists of documents do not need
ACCEPTED = (ClaimState.ACCEPTED, ClaimState.AMENDED)
MOST_LIKE = 5  # told of one claim or document that repeats
MOST_COUNTED = 1_000  # of what waits, for a page that says how much: more is said to be more
BEGINNING = 1_000  # characters of a text that a list tells of
AT_A_TIME = 400  # digests in one query

# How a document stands, each in one way. "whole" leaves those out that were read in part: see `standing`.
STANDINGS: dict[str, Q] = {
    "whole": Q(state=State.READ, completeness="whole"),
    "part": READ_IN_PART,
    "cut": Q(state=State.READ, completeness="cut"),
    "withheld": Q(state=State.READ, completeness="withheld"),
    "unreadable": Q(state=State.UNREADABLE),
    "waiting": Q(state=State.KEPT),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are wanted: of these states, of a type (all if empty), and at least so sure."""

    states: tuple[str, ...] = (ClaimState.PROPOSED,)
    type: str = ""
    least: float = 0.0
    amiss: bool = False

    def of(self, claims: QuerySet[Claim]) -> QuerySet[Claim]:
        """These claims among others."""
        found = claims.filter(state__in=self.states) if self.states else claims
        found = found.filter(type=self.type) if self.type else found
        found = found.filter(confidence__gte=self.least) if self.least else found
        return found.filter(amiss=True) if self.amiss else found


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many documents of one body and year stand so, as a key of STANDINGS. `year` None: none is borne."""

    how: str
    body: str
    year: int | None
    count: int


def documents(authority: Authority) -> QuerySet[Document]:
    """An authority's documents, newest first, without their text; `waiting` counts claims to be judged.

    `claimed` counts all but those that were withdrawn. Both are counted for the rows asked for and no others.
    """
    found = Document.objects.filter(authority=authority).defer(*LARGE)
    unjudged = Claim.objects.filter(state=ClaimState.PROPOSED)
    standing = Claim.objects.exclude(state=ClaimState.WITHDRAWN)
    return found.annotate(waiting=_count(unjudged), claimed=_count(standing)).order_by("-kept_at", "-pk")


def _count(claims: QuerySet[Claim]) -> Coalesce:
    of_document = claims.filter(document=OuterRef("pk")).order_by().values("document")
    counted = of_document.annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def inbox(authority: Authority, wanted: Wanted) -> QuerySet[Document]:
    """The documents with claims that are wanted, newest first, without their text."""
    among = wanted.of(Claim.objects.filter(document=OuterRef("pk")))
    found = Document.objects.filter(Exists(among), authority=authority).defer(*LARGE)
    return found.exclude(state=State.KEPT).order_by("-kept_at", "-pk")


def beginnings(documents: Iterable[Document]) -> dict[int, str]:
    """The first BEGINNING characters of each document's text, by its key."""
    found = Document.objects.filter(pk__in=[row.pk for row in documents]).order_by()
    return dict(found.values_list("pk", Left("text", BEGINNING)))


def counted_by_type(documents: Iterable[Document], wanted: Wanted) -> dict[int, dict[str, int]]:
    """How many of the claims wanted these documents have, by document and type."""
    among = wanted.of(Claim.objects.filter(document__in=[row.pk for row in documents]))
    found: dict[int, dict[str, int]] = defaultdict(dict)
    grouped = among.order_by().values_list("document", "type").annotate(number=Count("pk"))
    for document, kind, number in grouped:
        found[document][kind] = number
    return found


def counted_amiss(documents: Iterable[Document], wanted: Wanted) -> dict[int, int]:
    """How many of the claims wanted these documents have are figures that do not hold, or conflicts."""
    among = wanted.of(Claim.objects.filter(document__in=[row.pk for row in documents], amiss=True))
    return dict(among.order_by().values_list("document").annotate(number=Count("pk")))


def waiting_to_be_read(authority: Authority) -> QuerySet[Document]:
    """Documents that are kept and not yet read."""
    return documents(authority).filter(state=State.KEPT)


def anything_waits() -> bool:
    """Whether any document of any authority is to be read, for the first time or again."""
    return Document.objects.filter(TO_BE_READ).exists()


def before(document: Document) -> int:
    """How many documents that wait to be read, of all authorities, were kept before this one."""
    earlier = Q(kept_at__lt=document.kept_at) | Q(kept_at=document.kept_at, pk__lt=document.pk)
    return Document.objects.filter(TO_BE_READ, earlier).count()


def with_claims_to_judge(authority: Authority) -> QuerySet[Document]:
    """Documents with claims that nobody has judged yet."""
    unjudged = Claim.objects.filter(state=ClaimState.PROPOSED, document=OuterRef("pk"))
    return documents(authority).filter(Exists(unjudged))


def to_judge(authority: Authority) -> int:
    """How many claims nobody has judged, at most one more than MOST_COUNTED."""
    unjudged = Claim.objects.filter(state=ClaimState.PROPOSED, document__authority=authority)
    return unjudged.order_by().values("pk")[: MOST_COUNTED + 1].count()


def amiss(authority: Authority) -> dict[str, int]:
    """How many claims are figures that do not hold, or conflicts, by type; rejected ones are left out."""
    found = Claim.objects.filter(document__authority=authority, amiss=True)
    standing = found.exclude(state__in=[ClaimState.REJECTED, ClaimState.WITHDRAWN])
    return dict(standing.order_by().values_list("type").annotate(number=Count("pk")))


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
    accepted = claims_of(authority).filter(state__in=ACCEPTED)
    return accepted.defer(*(f"document__{name}" for name in LARGE))


def same_words(document: Document) -> list[Document]:
    """Other documents of the authority that say the same words, newest first, at most MOST_LIKE."""
    if not document.words:
        return []
    found = Document.objects.filter(authority=document.authority_id, words=document.words).order_by()
    alike = found.exclude(pk=document.pk).defer(*LARGE)[:MOST_COUNTED]
    return sorted(alike, key=lambda row: (row.kept_at, row.pk), reverse=True)[:MOST_LIKE]


def repeated(some: Iterable[Claim], *, authority: Authority) -> dict[int, list[Claim]]:
    """Claims of the same type and words in other documents, by the key of each of some claims.

    Those of documents of another day are not the same: minutes are approved at every meeting. Rejected claims
    are left out. At most MOST_LIKE for each, those accepted first; their documents come without their text.
    """
    by_document: dict[int, list[Claim]] = defaultdict(list)
    for claim in some:
        if claim.words:
            by_document[claim.document_id].append(claim)
    found: dict[int, list[Claim]] = {}
    for wanted in by_document.values():
        alike = _alike(wanted, authority)
        found |= {claim.pk: alike[claim.words] for claim in wanted if claim.words in alike}
    return found


def _alike(wanted: list[Claim], authority: Authority) -> dict[str, list[Claim]]:
    """The claims elsewhere that say the same as those of one document, by their words."""
    document = wanted[0].document
    elsewhere = Claim.objects.filter(document__authority=authority).exclude(document=document)
    if document.dated_on is not None:
        elsewhere = elsewhere.filter(Q(document__dated_on=None) | Q(document__dated_on=document.dated_on))
    standing = elsewhere.exclude(state__in=[ClaimState.REJECTED, ClaimState.WITHDRAWN])
    judged_last = Case(When(state__in=ACCEPTED, then=0), default=1)
    turn = Window(RowNumber(), partition_by="words", order_by=[judged_last, "pk"])
    alike: dict[str, list[Claim]] = defaultdict(list)
    digests = sorted({claim.words for claim in wanted})
    for first in range(0, len(digests), AT_A_TIME):
        same = standing.filter(words__in=digests[first : first + AT_A_TIME]).annotate(turn=turn)
        found = Claim.objects.filter(pk__in=same.filter(turn__lte=MOST_LIKE).values("pk"))
        small = found.select_related("document").defer(*(f"document__{name}" for name in LARGE))
        for claim in small.order_by(judged_last, "pk"):
            alike[claim.words].append(claim)
    return alike


def standing(documents: QuerySet[Document], how: str) -> QuerySet[Document]:
    """Those of some documents that stand so: a key of STANDINGS."""
    found = documents.filter(STANDINGS[how])
    if how != "whole":
        return found
    return found.exclude(pk__in=Document.objects.filter(READ_IN_PART).order_by().values("pk"))


def how_far(authority: Authority) -> list[HowFar]:
    """How many documents stand how, by body and year: two questions, each to one index."""
    found = Document.objects.filter(authority=authority).order_by()
    in_part = {
        tuple(place): number for *place, number in _by_place(found.filter(READ_IN_PART), "body", "year")
    }
    rows = []
    for state, completeness, body, year, number in _by_place(found, "state", "completeness", "body", "year"):
        how, borne = _how(state, completeness), int(year) if year else None
        partly = in_part.get((body, year), 0) if how == "whole" else 0
        told = [HowFar("part", body, borne, partly), HowFar(how, body, borne, number - partly)]
        rows += [row for row in told if row.count > 0]
    return rows


def _by_place(found: QuerySet[Document], *columns: str) -> QuerySet[Document, tuple[Any, ...]]:
    first_four = Substr(Cast("dated_on", CharField(max_length=10)), 1, 4)
    return found.annotate(year=first_four).values_list(*columns).annotate(number=Count("pk"))


def _how(state: str, completeness: str) -> str:
    """How a document stands, as a key of STANDINGS."""
    if state != State.READ:
        return "waiting" if state == State.KEPT else "unreadable"
    return completeness if completeness in STANDINGS else "whole"


def columns_said(authority: Authority, signature: str) -> dict[str, str]:
    """What a person said the columns of tables with these headers are; empty if nobody did."""
    kept = Mapping.objects.filter(authority=authority, signature=signature).first()
    return dict(kept.columns) if kept else {}


def askings(document: Document) -> QuerySet[Asking]:
    """What second readers were asked about a document, newest first."""
    return Asking.objects.filter(document=document).order_by("-asked_at", "-pk")


def anybody_is_to_be_asked() -> bool:
    """Whether a second reader is still to be asked about any document of any authority."""
    return Asking.objects.filter(state=AskingState.WAITING).exists()


def seconds_each(*, model: str, host: str) -> float | None:
    """How long one answer of this model took, over the last askings; None where nobody knows."""
    told = Asking.objects.filter(model=model, host=host, seconds__gt=0).order_by("-pk")
    last = [(row.seconds, row.requests - row.failed) for row in told[:MOST_LIKE]]
    answers = sum(max(number, 0) for _, number in last)
    return sum(seconds for seconds, _ in last) / answers if answers else None
