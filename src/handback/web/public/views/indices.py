"""The public page of a composite index, as it was frozen when it was published, and the data beside it."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from handback.records.measures.measured.copyfile import CopiedIndex
from handback.records.measures.measured.indexed.declared import plain_of
from handback.records.measures.published import Copy
from handback.web.public import data, measures_data
from handback.web.public.frame import measures_at, measures_frame
from handback.web.public.views.asked import public
from handback.web.shared.measures.data import csv_answer
from handback.web.shared.measures.index import bounds_of, index_csv_of, index_page
from handback.web.shared.pages import Link

BOARD = "public-measures"


@public
def index(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """How an index stood when it was published, and how far it can be believed; or why nothing is told."""
    copy = measures_at(slug)
    one = _index(copy, code)
    context = measures_frame(request, copy, trail=(Link("Measures", reverse(BOARD, args=[slug])),))
    if one.told is None:
        declared = json.dumps(plain_of(one.entry), indent=2, ensure_ascii=False)
        said = {"entry": one.entry, "why": measures_data.why_none(one), "declaration": declared}
        return render(request, "public/measures/index-not-made.html", context | said)
    page = index_page(
        one.told,
        measures_data.definitions(copy),
        bounds=bounds_of(target for facts in copy.record.facts.values() for target in facts.targets),
        to=lambda indicator: reverse("public-indicator", args=[slug, indicator]),
    )
    files = {name: reverse(f"public-index-{name}", args=[slug, code]) for name in ("csv", "json")}
    return render(request, "public/measures/index.html", context | {"page": page} | files)


@public
def index_json(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """All that is published of an index."""
    copy = measures_at(slug)
    return data.as_one(measures_data.index_of(copy, _index(copy, code)))


@public
def index_csv(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """A row for each council or period: scores and places with their intervals, and every figure."""
    one = _index(measures_at(slug), code)
    if one.told is None:
        raise Http404(measures_data.why_none(one))
    return data.to_other_sites(csv_answer(index_csv_of(one.told), name=f"{slug}-{code}"))


def _index(copy: Copy, code: str) -> CopiedIndex:
    found = copy.indices.get(code)
    if found is None:
        raise Http404(f"There is no index {code} among these measures.")
    return found
