"""Documents: the list, adding to it, one document with its claims, reading it, and its original."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.messages.storage.base import BaseStorage
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime, now
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from handback.records.documents import actions, queries
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.beside import reads_beside
from handback.web.office.papers.forms.documents import KeepForm
from handback.web.office.papers.keeping import Kept, keep_all
from handback.web.office.papers.page import authority_at, one_of, show
from handback.web.office.papers.pictures import can_read_pictures, reader_of
from handback.web.office.papers.presenters.completeness import Narrowed
from handback.web.office.papers.presenters.progress import progress_of
from handback.web.office.papers.reader_process import (
    SECONDS_WHILE_SOMEBODY_WAITS,
    limited,
    wake,
)
from handback.web.office.papers.reviewing import names_other, outlook, reviewed
from handback.web.office.papers.second_reader_told import second_told
from handback.web.shared import words

if TYPE_CHECKING:
    from handback.records.documents.models import Document
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
    at = now()
    kept = keep_all(authority, form.cleaned_data, by=signed_in(request), at=at)
    wake()
    for field, sentence in kept.refused:
        form.add_error(field, sentence)
    _tell(request, kept, at)
    if kept.refused:
        return _list(request, authority, form)
    if len(kept.documents) == 1:
        return redirect("office-document", slug, kept.documents[0].pk)
    return redirect("office-documents", slug)


def _tell(request: HttpRequest, kept: Kept, at: datetime) -> None:
    """What was kept, and what was there already in the same bytes."""
    new = [row.name for row in kept.documents if row.kept_at == at]
    for row in kept.documents:
        if row.kept_at != at:
            when = words.day(localtime(row.kept_at).date())
            messages.info(
                request, f"This is {row.name}, kept on {when}: the same bytes. Nothing was kept twice."
            )
    if new and (kept.refused or len(kept.documents) > 1):
        messages.success(request, f"Kept: {words.sentence_list(new)}.")


def _keep_for_the_page_anew(request: HttpRequest) -> None:
    """Keep what was just told: the page of a document being read makes way for another that says it, too."""
    told = messages.get_messages(request)
    if isinstance(told, BaseStorage):
        told.used = False


def _list(request: HttpRequest, authority: "Authority", form: KeepForm) -> HttpResponse:
    narrowed = Narrowed.of(request.GET)
    found = queries.documents(authority).filter(**narrowed.conditions)
    found = queries.standing(found, narrowed.how) if narrowed.how else found
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    waiting = sum(row.waits for row in page)
    if waiting:
        wake()
    return show(
        request,
        authority,
        "documents",
        section=SECTION,
        form=form,
        page=page,
        waiting=waiting,
        reads_beside=reads_beside(),
        narrowed=narrowed,
        query=narrowed.query,
    )


@needs(May.READ)
@require_GET
def document(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One document: its text with every claim marked in place, and the claims in order."""
    authority = authority_at(slug)
    page, narrowing = reviewed(request, authority, pk)
    row = page.document
    if row.waits:
        wake()
    ahead = outlook(authority, [claim.row for claim, _ in page.listed if claim.waits])
    shown = show(
        request,
        authority,
        "document",
        section=SECTION,
        trail=(DOCUMENTS,),
        document=row,
        page=page,
        narrowing=narrowing,
        listed=bool(page.listed),
        stretches=[(stretch.passages, ahead.beside(stretch.claims)) for stretch in page.stretches],
        unmarked=ahead.beside(page.unmarked),
        same=queries.same_words(row),
        other=names_other(authority)(row, row.text),
        reads_beside=reads_beside(),
        progress=progress_of(row, now()) if row.waits and reads_beside() else None,
        can_read_pictures=bool(row.scanned) and can_read_pictures(),
        second=second_told(row),
    )
    if row.waits:
        _keep_for_the_page_anew(request)
    return shown


@needs(May.READ)
@require_GET
def progress(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How far reading a document has come, for a page that asks again and again; then the page anew."""
    authority = authority_at(slug)
    row = one_of(queries.documents(authority).filter(pk=pk), "document")
    if not row.waits:
        return HttpResponseClientRefresh()
    wake()
    told = progress_of(row, now())
    return render(
        request, "office/papers/progress.html", {"authority": authority, "document": row, "progress": told}
    )


@needs(May.KEEP)
@require_POST
def read(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """See that a kept document is read now: beside this, or at once where there is nobody to do it."""
    row = one_of(queries.documents(authority_at(slug)).filter(pk=pk), "document")
    if reads_beside():
        wake()
    else:
        actions.read(row.pk, by=signed_in(request), at=now(), reader=reader_of(row))
    if request.headers.get("HX-Request"):
        return HttpResponseClientRefresh()
    return redirect("office-document", slug, pk)


@needs(May.KEEP)
@require_POST
def read_pictures(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Have the words in the pictures of a scan read, by a program that errs."""
    row = one_of(queries.documents(authority_at(slug)).filter(pk=pk), "document")
    try:
        actions.ask_for_pictures(row.pk, by=signed_in(request), at=now())
        wake()
    except actions.NothingToRead as nothing:
        messages.error(request, str(nothing))
    return redirect("office-document", slug, pk)


@needs(May.KEEP)
@require_POST
def read_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """See that a document is read again by today's reader: beside this, or at once if nobody is to do it."""
    row = one_of(queries.documents(authority_at(slug)).filter(pk=pk), "document")
    if reads_beside():
        actions.ask_for_another_reading(row.pk, by=signed_in(request), at=now())
        wake()
    else:
        _read_again_now(request, row)
    return redirect("office-document", slug, pk)


def _read_again_now(request: HttpRequest, row: "Document") -> None:
    at = now()
    reader = limited(reader_of(row), seconds=SECONDS_WHILE_SOMEBODY_WAITS, kill=False)
    after = actions.read_again(row.pk, by=signed_in(request), at=at, reader=reader)
    if after.read_at == at:
        messages.success(request, "The document was read again. What people decided stays as it was.")
    else:
        messages.error(request, "The reader failed this time, so nothing was changed.")


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
