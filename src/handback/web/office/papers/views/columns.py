"""A spreadsheet of actions: a person says which column is what, sees its rows so read, and proposes them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.reading import NotReadable, trackers
from handback.records.documents import actions, queries
from handback.web.office.access import May, needs, signed_in
from handback.web.office.papers.forms.columns import ColumnsForm
from handback.web.office.papers.page import authority_at, one_of, show, to_document
from handback.web.office.papers.presenters.columns import TablePage, kept_as_read
from handback.web.shared.words import plural

if TYPE_CHECKING:
    from handback.records.people.models import Authority

SECTION = "office-documents"


@needs(May.KEEP)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One table of a spreadsheet; sent here, what its columns are, to be looked at or to be proposed."""
    authority = authority_at(slug)
    row = one_of(queries.whole_documents(authority).filter(pk=pk), "document")
    try:
        tables = trackers.tables(bytes(row.original.content))
    except NotReadable as refusal:
        messages.error(request, str(refusal))
        return redirect("office-document", slug, pk)
    if not tables:
        messages.error(request, "No table with a row of headers was found in this document.")
        return redirect("office-document", slug, pk)
    number = _number(request, len(tables))
    table = tables[number]
    signature = trackers.signature(table.headers)
    known = queries.columns_said(authority, signature)
    opening = known or {role.value: header for role, header in trackers.suggest(table.headers).items()}
    form = ColumnsForm(request.POST or None, headers=table.headers, opening=opening)
    page = TablePage(row, table, number, tables, remembered=bool(known))
    if not form.is_bound:
        return _page(request, authority, page, form, page.read(_roles(opening)))
    if not form.is_valid():
        return _page(request, authority, page, form, None)
    read = page.read(form.columns())
    if read is None or request.POST.get("do") != "propose":
        return _page(request, authority, page, form, read)
    said = {role.value: header for role, header in form.columns().items()}
    by, at = signed_in(request), now()
    try:
        count = actions.propose(pk, read.claims, signature=signature, columns=said, by=by, at=at)
    except actions.TextChanged as changed:
        messages.error(request, str(changed))
    else:
        told = f"{plural(count, 'claim')} proposed. The columns are remembered for the next file like it."
        messages.success(request, told)
    return redirect("office-document", slug, pk)


def _roles(columns: Mapping[str, str]) -> dict[trackers.Role, str]:
    """Remembered columns by role; one that is no role any more is left out."""
    known = {role.value for role in trackers.Role}
    return {trackers.Role(role): header for role, header in columns.items() if role in known}


def _number(request: HttpRequest, count: int) -> int:
    asked = request.GET.get("table", "")
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else 1
    return min(max(wanted, 1), count) - 1


def _page(
    request: HttpRequest, authority: "Authority", page: TablePage, form: ColumnsForm, read: Any
) -> HttpResponse:
    return show(
        request,
        authority,
        "columns",
        section=SECTION,
        trail=(("Documents", SECTION),),
        below=(to_document(authority, page.document),),
        page=page,
        document=page.document,
        form=form,
        rows=kept_as_read(read) if read else [],
        read=read,
    )
