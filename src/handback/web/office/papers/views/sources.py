"""Sources: the councils' sites that documents come from, their pages, and each visit."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from handback.records.sources import actions, queries
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.forms.sources import SourceForm
from handback.web.office.papers.page import authority_at, one_of, show
from handback.web.office.papers.presenters.sources import MEANINGS, conditions, rows_of, tag_of
from handback.web.shared.pages import Link

if TYPE_CHECKING:
    from handback.records.people.models import Authority

SECTION = "office-documents"
DOCUMENTS = ("Documents", SECTION)
SOURCES = ("Sources", "office-sources")
ON_A_PAGE = 50
MOST_ROUNDS = 10


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def sources(request: HttpRequest, slug: str) -> HttpResponse:
    """The sources of an authority; sent here, another one."""
    authority = authority_at(slug)
    if request.method != "POST":
        return _list(request, authority, SourceForm())
    must(request, May.KEEP, slug)
    form = SourceForm(request.POST)
    if not form.is_valid():
        return _list(request, authority, form)
    try:
        source = actions.add(authority, **form.given(), by=signed_in(request), at=now())
    except actions.SourceRefused as refused:
        form.add_error("address", str(refused))
        return _list(request, authority, form)
    messages.success(request, f"{source.name} is a source now. “handback fetch” brings its pages.")
    return redirect("office-source", slug, source.pk)


def _list(request: HttpRequest, authority: "Authority", form: SourceForm) -> HttpResponse:
    known = list(queries.sources(authority))
    rows = rows_of(known, queries.counts_of(known))
    return show(request, authority, "sources", section=SECTION, trail=(DOCUMENTS,), form=form, rows=rows)


@needs(May.READ)
@require_GET
def source(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One source: what is followed, its rounds, and its pages by how far they have come."""
    authority = authority_at(slug)
    row = one_of(queries.sources(authority).filter(pk=pk), "source")
    how = request.GET.get("how", "")
    wanted = conditions(how)
    page = Paginator(queries.pages(row).filter(**wanted), ON_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        authority,
        "source",
        section=SECTION,
        trail=(DOCUMENTS, SOURCES),
        source=row,
        counted=rows_of([row], {row.pk: queries.counts(row)})[0],
        rounds=list(queries.rounds(row)[:MOST_ROUNDS]),
        page=page,
        rows=[(each, tag_of(each)) for each in page],
        how=MEANINGS[how][0] if wanted else "",
        query=f"how={how}&" if wanted else "",
    )


@needs(May.KEEP)
@require_POST
def stand(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Pause a source, or visit it again."""
    row = one_of(queries.sources(authority_at(slug)).filter(pk=pk), "source")
    act = actions.pause if request.POST.get("do") == "pause" else actions.resume
    act(row.pk, by=signed_in(request), at=now())
    return redirect("office-source", slug, pk)


@needs(May.READ)
@require_GET
def page(request: HttpRequest, slug: str, pk: int, page_pk: int) -> HttpResponse:
    """One page of a source, and every visit to it."""
    authority = authority_at(slug)
    row = one_of(queries.sources(authority).filter(pk=pk), "source")
    found: Any = one_of(queries.pages(row).filter(pk=page_pk), "page")
    visits = Paginator(queries.visits(found), ON_A_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        authority,
        "source-page",
        section=SECTION,
        trail=(DOCUMENTS, SOURCES),
        below=(Link(row.name, reverse("office-source", args=[slug, row.pk])),),
        source=row,
        found=found,
        tag=tag_of(found),
        page=visits,
    )
