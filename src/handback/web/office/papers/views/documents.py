"""Documents: the list, adding to it, one document with its claims, and its original."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from handback.records.documents import actions, queries
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.forms.documents import KeepForm
from handback.web.office.papers.keeping import keep_all
from handback.web.office.papers.page import authority_at, one_of, show
from handback.web.office.papers.presenters.documents import DocumentPage
from handback.web.shared.words import sentence_list

if TYPE_CHECKING:
    from handback.records.people.models import Authority

ON_A_PAGE = 25
SECTION = "office-documents"
DOCUMENTS = ("Documents", SECTION)


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def documents(request: HttpRequest, slug: str) -> HttpResponse:
    """The documents of an authority; a file or text that is sent here is kept before anything reads it."""
    authority = authority_at(slug)
    if request.method != "POST":
        return _list(request, authority, KeepForm())
    must(request, May.KEEP, slug)
    form = KeepForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, authority, form)
    kept = keep_all(authority, form.cleaned_data, by=signed_in(request), at=now())
    for field, sentence in kept.refused:
        form.add_error(field, sentence)
    if kept.documents and (kept.refused or len(kept.documents) > 1):
        messages.success(request, f"Kept: {sentence_list([row.name for row in kept.documents])}.")
    if kept.refused:
        return _list(request, authority, form)
    if len(kept.documents) == 1:
        return redirect("office-document", slug, kept.documents[0].pk)
    return redirect("office-documents", slug)


def _list(request: HttpRequest, authority: "Authority", form: KeepForm) -> HttpResponse:
    page = Paginator(queries.documents(authority), ON_A_PAGE).get_page(request.GET.get("page"))
    return show(request, authority, "documents", section=SECTION, form=form, page=page)


@needs(May.READ)
@require_GET
def document(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One document: its text with every claim marked in place, and the claims in order."""
    authority = authority_at(slug)
    row = one_of(queries.whole_documents(authority).filter(pk=pk), "document")
    page = DocumentPage(row, list(queries.claims(row)), part=request.GET.get("part", ""))
    return show(request, authority, "document", section=SECTION, trail=(DOCUMENTS,), document=row, page=page)


@needs(May.KEEP)
@require_POST
def read(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Read a kept document; the page asks for this by itself, or by a button where there are no scripts."""
    row = one_of(queries.whole_documents(authority_at(slug)).filter(pk=pk), "document")
    actions.read(row.pk, by=signed_in(request), at=now())
    if request.headers.get("HX-Request"):
        return HttpResponseClientRefresh()
    return redirect("office-document", slug, pk)


@needs(May.READ)
@require_GET
def original(request: HttpRequest, slug: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """The document as it came in, to keep and never to show: it may hold anything."""
    row = one_of(queries.whole_documents(authority_at(slug)).filter(pk=pk), "document")
    return HttpResponse(
        bytes(row.original.content),
        content_type="application/octet-stream",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=row.name)
            or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
