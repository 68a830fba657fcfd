"""One box over functions, instruments, people and documents."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from handback.records.documents import queries as documents
from handback.records.powers.standing import standing_of
from handback.web.office.access import May, needs
from handback.web.office.papers.page import authority_at, show
from handback.web.office.papers.presenters.search import groups_of

LONGEST = 200  # characters


@needs(May.READ)
@require_GET
def search(request: HttpRequest, slug: str) -> HttpResponse:
    """What was typed, looked for in everything that this authority's record holds."""
    authority = authority_at(slug)
    typed = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    found = documents.find(authority, typed) if typed else []
    groups = groups_of(authority, standing_of(authority), typed, found) if typed else []
    count = sum(len(group.hits) + group.beyond for group in groups)
    return show(
        request, authority, "search", section="office-search", typed=typed, groups=groups, count=count
    )
