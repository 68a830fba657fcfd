"""Composite indices: all of them, one of them, and declaring them."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from handback.records.measures import actions, indexing, queries
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.indexed.declared import plain_of
from handback.records.measures.measured.indexed.told import IndexTold, told_of
from handback.web.office.access import May, needs
from handback.web.office.measures.page import Room, room
from handback.web.shared.measures.data import csv_answer
from handback.web.shared.measures.index import ListedIndex, bounds_of, index_csv_of, index_page, listed_index
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
    bounds = bounds_of(queries.targets(at.authority))
    page = index_page(found, indexing.definitions(at.authority), bounds=bounds, to=at.to)
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
