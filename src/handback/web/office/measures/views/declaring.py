"""Declaring an index: looked at first, with what it would come to, and then declared."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.measures import actions, indexing, queries
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.indexed.declared import plain_of
from handback.records.measures.measured.indexed.told import told_of
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.index_json import CodeForm, JsonForm
from handback.web.office.measures.forms.indices import IndexForm
from handback.web.office.measures.page import Room, room
from handback.web.shared.measures.index import IndexPage, bounds_of, index_page
from handback.web.shared.pages import Link


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Declare a plain index by a small form."""
    at = room(slug)
    known = indexing.definitions(at.authority)
    groups = list(queries.groups().values_list("name", flat=True))
    opening = {"code": _unused(at), "indicators": "\n".join(f"{code}, 1" for code in known)}
    form = IndexForm(request.POST or None, initial=opening, known=known, groups=groups)
    said = _answered(request, at, form)
    if isinstance(said, HttpResponse):
        return said
    return at.show(
        request, "office/measures/index-add.html", form=form, below=_below(slug), known=known, **said
    )


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, slug: str) -> HttpResponse:
    """Declare an index as JSON, or a later edition of one that there is (`of`)."""
    at = room(slug)
    held = _held(at, request.GET.get("of", ""))
    text = json.dumps(plain_of(held), indent=2, ensure_ascii=False) if held else ""
    opening = {"code": _unused(at), "declaration": text, "is_public": held.is_public if held else True}
    form = JsonForm(request.POST or None, request.FILES or None, initial=opening, held=held)
    said = _answered(request, at, form)
    if isinstance(said, HttpResponse):
        return said
    return at.show(
        request, "office/measures/index-declare.html", form=form, held=held, below=_below(slug), **said
    )


def _held(at: Room, code: str) -> IndexEntry | None:
    """The edition that there is. Raises Http404 for a code that no index has."""
    said = indexing.editions(at.authority, code) if code else ()
    if code and not said:
        raise Http404("This record has no such index.")
    return said[0] if said else None


def _answered(request: HttpRequest, at: Room, form: Any) -> HttpResponse | dict[str, Any]:
    """On to the page of the index where it was declared; else what it would come to, if that can be said."""
    if not (form.is_bound and form.is_valid()):
        return {}
    entry = form.entry()
    if form.held is None and queries.indices(at.authority).filter(code=entry.code).exists():
        form.add_error("code", f"Code: {entry.code} is an index already. Open it to declare another edition")
        return {}
    try:
        if not form.is_to_be_declared:
            return {"seen": _seen(at, entry)}
        actions.declare_index(at.authority, entry, by=signed_in(request), at=now())
    except actions.MeasuresRefusal as refusal:
        return _told(form, refusal)
    messages.success(request, f"“{entry.name}”, edition {entry.version}, is declared.")
    return redirect("office-index", at.authority.slug, entry.code)


def _told(form: CodeForm, refusal: actions.MeasuresRefusal) -> dict[str, Any]:
    """Say what is wrong beside its box; what only lacks figures is no fault of the declaration."""
    if isinstance(refusal, actions.IndexNotMade):
        return {"unmade": refusal.why}
    box = "declaration" if "declaration" in form.fields else "indicators"
    if isinstance(refusal, actions.DeclarationRefused):
        for problem in refusal.problems:
            form.add_error(box, problem)
    else:
        named = getattr(refusal, "field", "")
        form.add_error(named if named in form.fields else None, str(refusal))
    return {}


def _seen(at: Room, entry: IndexEntry) -> IndexPage:
    found = indexing.standing_if_declared(at.authority, entry, on=at.today)
    bounds = bounds_of(queries.targets(at.authority))
    return index_page(told_of(found), indexing.definitions(at.authority), bounds=bounds, to=at.to)


def _unused(at: Room) -> str:
    codes = set(queries.indices(at.authority).values_list("code", flat=True))
    return next(f"X{n:02}" for n in range(1, len(codes) + 2) if f"X{n:02}" not in codes)


def _below(slug: str) -> tuple[Link, ...]:
    return (Link("Indices", reverse("office-indices", args=[slug])),)
