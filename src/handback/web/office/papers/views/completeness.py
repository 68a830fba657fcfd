"""What the sources hold, what was read of it, and what is missing."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from handback.records.documents import queries
from handback.records.sources import queries as sources
from handback.web.office.access import May, needs
from handback.web.office.papers.page import authority_at, show
from handback.web.office.papers.presenters.completeness import CompletenessPage
from handback.web.office.papers.presenters.sources import rows_of
from handback.web.office.papers.reader_process import wake

SECTION = "office-documents"


@needs(May.READ)
@require_GET
def completeness(request: HttpRequest, slug: str) -> HttpResponse:
    """Counts, each leading to its list."""
    authority = authority_at(slug)
    page = CompletenessPage(queries.how_far(authority))
    known = list(sources.sources(authority))
    if any(key == "waiting" and count for key, _, count in page.states):
        wake()
    amiss = queries.amiss(authority)
    return show(
        request,
        authority,
        "completeness",
        section=SECTION,
        trail=(("Documents", SECTION),),
        page=page,
        sources=rows_of(known, sources.counts_of(known)),
        figures=amiss.get("ratio", 0),
        conflicts=sum(count for kind, count in amiss.items() if kind != "ratio"),
    )
