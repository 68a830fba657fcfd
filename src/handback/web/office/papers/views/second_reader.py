"""Asking a language model about a document: shown before, allowed where that is needed, told after."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods
from django_htmx.http import HttpResponseClientRefresh

from handback.reading.second import estimate, signs
from handback.records.documents import actions, queries
from handback.records.documents.as_read import as_read
from handback.web.office.access import May, may, needs, signed_in
from handback.web.office.papers.asking_process import ask_now, wake
from handback.web.office.papers.beside import reads_beside
from handback.web.office.papers.forms.second_reader import AskForm
from handback.web.office.papers.page import authority_at, one_of, show, to_document
from handback.web.office.papers.presenters.second_reader import Before, SecondProgress
from handback.web.office.papers.second_reader import chosen_or_why_not

if TYPE_CHECKING:
    from handback.records.documents.models import Document
    from handback.records.people.models import Authority
    from handback.web.office.papers.second_reader import Chosen

SECTION = "office-documents"
CHANGED = "What would be sent changed after you opened this page, so nothing was sent. Look at it again."


@needs(May.KEEP)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What would be sent, to whom, and what it takes; sent here, it is asked."""
    authority = authority_at(slug)
    chosen = _chosen()
    row = one_of(queries.whole_documents(authority).filter(pk=pk), "document")
    before = _before(row, chosen)
    may_send = not before.signs or may(request, May.SEND, slug)
    form = AskForm(
        request.POST or None, must_allow=bool(before.signs) and may_send, initial={"seen": before.seal}
    )
    if request.method != "POST" or not may_send or not form.is_valid():
        status = 403 if request.method == "POST" and not may_send else 200
        return _shown(request, authority, row, before, form, may_send=may_send, status=status)
    if form.cleaned_data["seen"] != before.seal:
        messages.error(request, CHANGED)
        return redirect("office-second-reader", slug, pk)
    return _asked(request, slug, row, before, form.cleaned_data.get("because", ""))


def _chosen() -> "Chosen":
    chosen, _ = chosen_or_why_not()
    if chosen is None:
        raise Http404("No second reader can be asked here.")
    return chosen


def _before(row: "Document", chosen: "Chosen") -> Before:
    """What asking about a document would take."""
    document, reader = as_read(row), chosen.reader
    each = queries.seconds_each(model=reader.model, host=reader.host)
    return Before(
        model=reader.model,
        host=reader.host,
        expected=estimate(document, prices=reader.prices, seconds_each=each),
        priced=chosen.priced,
        longest=chosen.seconds,
        signs=signs(document),
        document=f"{row.pk} {row.words}",
    )


def _shown(
    request: HttpRequest,
    authority: "Authority",
    row: "Document",
    before: Before,
    form: AskForm,
    *,
    may_send: bool,
    status: int,
) -> HttpResponse:
    return show(
        request,
        authority,
        "second-reader",
        section=SECTION,
        trail=(("Documents", SECTION),),
        below=(to_document(authority, row),),
        status=status,
        document=row,
        before=before,
        form=form,
        may_send=may_send,
    )


def _asked(request: HttpRequest, slug: str, row: "Document", before: Before, because: str) -> HttpResponse:
    by, at = signed_in(request), now()
    try:
        actions.ask(
            row.pk,
            model=before.model,
            host=before.host,
            expected=before.expected,
            allowed_because=because,
            by=by,
            at=at,
        )
    except (actions.NothingToAsk, actions.AlreadyAsked, actions.NotAllowed) as refusal:
        messages.error(request, str(refusal))
    else:
        if reads_beside():
            wake()
        else:
            ask_now(by=by, at=at)
    return redirect("office-document", slug, row.pk)


@needs(May.READ)
@require_GET
def progress(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """How far asking has come, for a page that asks again and again; then the page anew."""
    authority = authority_at(slug)
    row = one_of(queries.documents(authority).filter(pk=pk), "document")
    waits = queries.askings(row).filter(state=queries.AskingState.WAITING).first()
    if waits is None:
        return HttpResponseClientRefresh()
    wake()
    told = {"authority": authority, "document": row, "progress": SecondProgress(waits)}
    return render(request, "office/papers/second-reader-progress.html", told)
