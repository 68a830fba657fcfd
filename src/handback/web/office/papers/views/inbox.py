"""The inbox: what was read in documents and waits for a person, document by document, newest first."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from handback.records.documents import queries
from handback.records.sources import queries as sources
from handback.web.office.access import May, needs
from handback.web.office.papers.forms.inbox import WantedForm
from handback.web.office.papers.page import authority_at, show
from handback.web.office.papers.presenters.inbox import rows_of
from handback.web.office.papers.reviewing import names_other

ON_A_PAGE = 25
LAST_PAGE = 4_000  # nobody turns further, and nothing may be asked for beyond it


@needs(May.READ)
@require_GET
def inbox(request: HttpRequest, slug: str) -> HttpResponse:
    """The documents that have claims as they are wanted, and how many each."""
    authority = authority_at(slug)
    known = list(sources.sources(authority))
    form = WantedForm.of(request, sources=[(str(source.pk), source.name) for source in known])
    found = queries.inbox(authority, form.wanted)
    if form.source_key:
        chosen = next(source for source in known if source.pk == form.source_key)
        found = found.filter(
            pk__in=sources.pages(chosen).exclude(document=None).order_by().values("document")
        )
    number = _number(request.GET.get("page", ""))
    first = (number - 1) * ON_A_PAGE
    page = list(found[first : first + ON_A_PAGE + 1])
    told = page[:ON_A_PAGE]
    counts = queries.counted_by_type(told, form.wanted), queries.counted_amiss(told, form.wanted)
    other = names_other(authority)
    begins = queries.beginnings(told)
    rows = rows_of(told, *counts, {row.pk: other(row, begins[row.pk]) for row in told})
    return show(
        request,
        authority,
        "inbox",
        section="office-inbox",
        narrowing=form,
        rows=rows,
        number=number,
        more=len(page) > ON_A_PAGE,
        total=queries.to_judge(authority),
        most=queries.MOST_COUNTED,
        unread=queries.waiting_to_be_read(authority).count(),
    )


def _number(asked: str) -> int:
    return (
        min(max(int(asked), 1), LAST_PAGE) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 1
    )
