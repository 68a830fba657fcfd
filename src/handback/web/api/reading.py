"""Addresses that tell: whose record it is, its indicators, and how one of them stands."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from ninja import Query, Router
from pydantic import AwareDatetime

from handback.core.periods import ONE_DAY
from handback.records.measures import queries
from handback.records.measures.rows import definition_of
from handback.records.measures.standing import indicator_standing
from handback.records.people.queries import authorities
from handback.web.api.answers import page_of, told
from handback.web.api.shapes import AuthoritySaid, IndicatorSaid, IndicatorsListed, ProblemSaid
from handback.web.api.tokens import ByToken, asking
from handback.web.office.access import May
from handback.web.shared.measures.json_data import definition, in_full

router = Router(tags=["Reading"])

REFUSALS = dict.fromkeys((400, 401, 403, 404, 422, 429, 503), ProblemSaid)
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 1, 1)
MOST_LISTED = 200
Limit = Annotated[int, Query(50, ge=1, le=MOST_LISTED, description="How many to list")]
Offset = Annotated[int, Query(0, ge=0, le=1_000_000, description="How many to pass over")]
KnownAt = Annotated[
    AwareDatetime | None,
    Query(
        None,
        ge=datetime.combine(FIRST_DAY, time(), UTC),
        le=datetime.combine(LAST_DAY, time(), UTC),
        description="As the record stated it at a moment: 2026-03-02T09:00:00Z",
    ),
]
Day = Annotated[
    date | None,
    Query(None, ge=FIRST_DAY, le=LAST_DAY, description="How it stands on a day; today if not said"),
]


@router.get(
    "/{slug:slug}",
    auth=ByToken(May.READ),
    url_name="api-authority",
    operation_id="authority",
    response={200: AuthoritySaid} | REFUSALS,
)
def authority(request: HttpRequest, slug: str) -> HttpResponse:
    """Whose record this is, who asks, and by which token: a way to try a token."""
    of, by = authorities().get(slug=slug), asking(request)
    return told(
        request,
        {
            "slug": of.slug,
            "name": of.name,
            "gss": of.gss,
            "asked_by": by.user.name,
            "token": {
                "name": by.name,
                "may_write": by.may_write,
                "last_day": (by.until - ONE_DAY).isoformat(),
            },
        },
    )


@router.get(
    "/{slug:slug}/indicators",
    auth=ByToken(May.READ),
    url_name="api-indicators",
    operation_id="indicators",
    response={200: IndicatorsListed} | REFUSALS,
)
def indicators(
    request: HttpRequest, slug: str, limit: Limit = 50, offset: Offset = 0, known_at: KnownAt = None
) -> HttpResponse:
    """The indicators with their definitions, in the council's order."""
    found = queries.indicators(authorities().get(slug=slug), known_at=known_at)
    listed = [_listed(slug, definition_of(row)) for row in found[offset : offset + limit]]
    return told(
        request, page_of(request, count=found.count(), limit=limit, offset=offset) | {"items": listed}
    )


def _listed(slug: str, entry: Any) -> dict[str, Any]:
    return {
        "code": entry.code,
        "name": entry.name,
        "href": reverse("api-indicator", args=[slug, entry.code]),
        "definition": definition(entry),
    }


@router.get(
    "/{slug:slug}/indicators/{code}",
    auth=ByToken(May.READ),
    url_name="api-indicator",
    operation_id="indicator",
    response={200: IndicatorSaid} | REFUSALS,
)
def indicator(
    request: HttpRequest, slug: str, code: str, on: Day = None, known_at: KnownAt = None
) -> HttpResponse:
    """An indicator whole: definition, values with limits and rules, targets, decisions, and how it stands."""
    of, day = authorities().get(slug=slug), on or localdate()
    one = None if "\0" in code else indicator_standing(of, code, on=day, known_at=known_at)
    if one is None:
        raise Http404(f"This record has no indicator with the code “{code[:40]}”.")
    about = {
        "authority": of.name,
        "gss": of.gss,
        "as_at": day.isoformat(),
        "known_at": known_at.isoformat() if known_at else None,
    }
    return told(request, about | in_full(one))
