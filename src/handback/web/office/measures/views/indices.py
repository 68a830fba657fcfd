"""Composite indices: all of them, one of them, and declaring them."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from handback.records.measures import actions, indexing, queries
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.indexed.declared import plain_of
from handback.records.measures.measured.indexed.told import IndexTold, told_of
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.indices import IndexForm, JsonForm
from handback.web.office.measures.page import Room, room
from handback.web.shared.measures.data import csv_answer
from handback.web.shared.measures.index import ListedIndex, index_csv_of, index_page, listed_index
from handback.web.shared.pages import Link

LIST = "office-indices"


@needs(May.READ)
@require_safe
def indices(request: HttpRequest, slug: str) -> HttpResponse:
    """Every index, each with its score and interval."""
    at = room(slug)
    listed = [_listed(at, entry) for entry in indexing.declared_indices(at.authority)]
    return at.show(request, "office/measures/indices.html", listed=listed)


def _listed(at: Room, entry: IndexEntry) -> ListedIndex:
    def to(code: str) -> str:
        return reverse("office-index", args=[at.authority.slug, code])

    try:
        found = indexing.index_standing(at.authority, entry.code, on=at.today)
    except actions.IndexNotMade as refusal:
        return listed_index(entry, None, str(refusal), to=to)
    return listed_index(entry, told_of(found) if found else None, "", to=to)


@needs(May.READ)
@require_safe
def index(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """How one index stands, and how far it can be believed."""
    at = room(slug)
    below = (Link("Indices", reverse(LIST, args=[slug])),)
    try:
        found = _found(at, code)
    except actions.IndexNotMade as refusal:
        entry = indexing.editions(at.authority, code)[0]
        declared = json.dumps(plain_of(entry), indent=2, ensure_ascii=False)
        why = {"entry": entry, "why": refusal.why, "declaration": declared}
        return at.show(request, "office/measures/index-not-made.html", below=below, **why)
    page = index_page(found, indexing.definitions(at.authority), to=at.to)
    csv = reverse("office-index-csv", args=[slug, code])
    return at.show(request, "office/measures/index.html", below=below, page=page, csv=csv)


@needs(May.READ)
@require_safe
def index_csv(request: HttpRequest, slug: str, code: str) -> HttpResponse:  # noqa: ARG001 - every view takes a request
    """Its scores, places and values, as CSV; none where nothing can be made of it yet."""
    try:
        found = _found(room(slug), code)
    except actions.IndexNotMade as refusal:
        raise Http404(str(refusal)) from refusal
    return csv_answer(index_csv_of(found), name=f"{slug}-{code}")


def _found(at: Room, code: str) -> IndexTold:
    found = indexing.index_standing(at.authority, code, on=at.today)
    if found is None:
        raise Http404("This record has no such index.")
    return told_of(found)


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Declare a plain index by a small form."""
    at = room(slug)
    known = indexing.definitions(at.authority)
    groups = list(queries.groups().values_list("name", flat=True))
    opening = {"code": _unused(at), "indicators": "\n".join(f"{code}, 1" for code in known)}
    form = IndexForm(request.POST or None, initial=opening, known=known, groups=groups)
    if form.is_bound and form.is_valid() and (done := _declared(request, at, form, is_new=True)):
        return done
    return at.show(request, "office/measures/index-add.html", form=form, below=_below(slug), known=known)


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, slug: str) -> HttpResponse:
    """Declare an index as JSON, or a later edition of one that there is (`of`)."""
    at = room(slug)
    of = request.GET.get("of", "")
    said = indexing.editions(at.authority, of) if of else ()
    opening = {"code": said[0].code if said else _unused(at), "declaration": _text(said[0]) if said else ""}
    form = JsonForm(request.POST or None, initial=opening)
    if form.is_bound and form.is_valid() and (done := _declared(request, at, form, is_new=not said)):
        return done
    held = said[0] if said else None
    return at.show(request, "office/measures/index-declare.html", form=form, held=held, below=_below(slug))


def _declared(request: HttpRequest, at: Room, form: Any, *, is_new: bool) -> HttpResponse | None:
    """To the page of the index; None where it was refused, and the form says why."""
    entry = form.entry()
    if is_new and queries.indices(at.authority).filter(code=entry.code).exists():
        form.add_error("code", f"Code: {entry.code} is an index already. Open it to declare another edition")
        return None
    try:
        actions.declare_index(at.authority, entry, by=signed_in(request), at=now())
    except actions.DeclarationRefused as refusal:
        for problem in refusal.problems:
            form.add_error("declaration" if "declaration" in form.fields else "indicators", problem)
        return None
    except actions.NotWellFormed as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None
    messages.success(request, f"“{entry.name}”, edition {entry.version}, is declared.")
    return redirect("office-index", at.authority.slug, entry.code)


def _unused(at: Room) -> str:
    codes = set(queries.indices(at.authority).values_list("code", flat=True))
    return next(f"X{n:02}" for n in range(1, len(codes) + 2) if f"X{n:02}" not in codes)


def _text(entry: IndexEntry) -> str:
    return json.dumps(plain_of(entry), indent=2, ensure_ascii=False)


def _below(slug: str) -> tuple[Link, ...]:
    return (Link("Indices", reverse(LIST, args=[slug])),)
