"""The public pages of measures, and the data beside them."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from handback.core.frequencies import called
from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.published import Copy
from handback.web.public import data, measures_data
from handback.web.public.frame import as_plain_files, measures_at, measures_frame
from handback.web.public.views.asked import public
from handback.web.shared.measures.board import A_PAGE, Asked, board_page
from handback.web.shared.measures.data import board_csv_of, csv_answer, indicator_csv_of
from handback.web.shared.measures.index import ListedIndex, listed_index
from handback.web.shared.measures.indicator import indicator_page
from handback.web.shared.measures.redefining import redefined_of
from handback.web.shared.pages import Link
from handback.web.shared.words import sentence_list

SECTION = "public-measures"


@public
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """How every indicator stands; as a plain file on one page, as nothing would answer for the second."""
    copy = measures_at(slug)
    every = as_plain_files(request)
    page = board_page(
        copy.board,
        to=lambda code: reverse("public-indicator", args=[slug, code]),
        asked=Asked() if every else Asked.of(request.GET),
        a_page=max(len(copy.board.standings), 1) if every else A_PAGE,
    )
    downloads = {name: reverse(f"{SECTION}-{name}", args=[slug]) for name in ("csv", "json")}
    context = measures_frame(request, copy) | {"page": page, "downloads": downloads, "indices": _listed(copy)}
    return render(request, "public/measures/board.html", context)


def _listed(copy: Copy) -> list[ListedIndex]:
    """Every index of the copy, by code, with its score and interval."""
    return [
        listed_index(one.entry, one.told, measures_data.why_none(one), to=_index_at(copy))
        for one in copy.indices.values()
    ]


def _index_at(copy: Copy) -> Callable[[str], str]:
    return lambda code: reverse("public-index", args=[copy.of.slug, code])


@public
def indicator(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """How one indicator stands: its chart in words, and all that is published of it."""
    copy = measures_at(slug)
    one = _standing(copy, code)
    trail = (Link("Measures", reverse(SECTION, args=[slug])),)
    context = measures_frame(request, copy, trail=trail) | {
        "page": indicator_page(one),
        "csv": reverse("public-indicator-csv", args=[slug, code]),
        "json": reverse("public-indicator-json", args=[slug, code]),
        "redefined": redefined_of(one.facts.redefinitions),
        "withheld": sentence_list([called(one.definition.frequency, each) for each in one.facts.withheld]),
        "least": one.definition.least_published,
    }
    return render(request, "public/measures/indicator.html", context)


@public
def board_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """How every indicator stands, the worst first."""
    copy = measures_at(slug)
    return data.as_one(measures_data.board_of(copy))


@public
def board_csv(_request: HttpRequest, slug: str) -> HttpResponse:
    """A row for each indicator, the worst first."""
    return data.to_other_sites(csv_answer(board_csv_of(measures_at(slug).board), name=f"{slug}-measures"))


@public
def indicator_json(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """All that is published of an indicator, with what is worked out from it."""
    copy = measures_at(slug)
    return data.as_one(measures_data.indicator_of(copy, _standing(copy, code)))


@public
def indicator_csv(_request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """A row for each period of an indicator."""
    one = _standing(measures_at(slug), code)
    return data.to_other_sites(csv_answer(indicator_csv_of(one), name=f"{slug}-{code}"))


@public
def copy_json(_request: HttpRequest, slug: str) -> HttpResponse:
    """Everything that is published of a council's measures, as the text whose SHA-256 the feed gives."""
    text = measures_data.whole(measures_at(slug))
    return data.to_other_sites(HttpResponse(text, content_type="application/json; charset=utf-8"))


def _standing(copy: Copy, code: str) -> IndicatorStanding:
    found = copy.board.by_code.get(code)
    if found is None:
        raise Http404(f"There is no indicator {code} among these measures.")
    return found
