"""A table of values: shown as it would be taken, then taken, all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.reading import NotReadable, series
from handback.records.measures import actions, importing, queries
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.carried import brought, carried
from handback.web.office.measures.forms.importing import ColumnsForm, TableForm
from handback.web.office.measures.page import SECTION, Room, room
from handback.web.office.measures.previewing import previewed
from handback.web.office.measures.refusing import tell
from handback.web.shared.words import plural

TEMPLATE = "office/measures/import.html"
NO_TABLE = "No row names the columns. The first row must say what each column is, such as Period and Value"
CHANGED = "The record was changed since this was shown. Nothing was taken: look at it once more"


@dataclass(frozen=True)
class Sent:
    """The tables of a file or of pasted words, the one that is looked at, and what is carried on."""

    name: str
    tables: tuple[series.Table, ...]
    number: int
    kept: str

    @property
    def table(self) -> series.Table:
        """The one that is looked at."""
        return self.tables[self.number]


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, slug: str) -> HttpResponse:
    """Paste or send; say which column is what; look; take."""
    at = room(slug)
    named = list(queries.indicators(at.authority).values_list("code", "name"))
    offered = [(code, f"{code} {name}") for code, name in named]
    form = TableForm(
        request.POST or None,
        request.FILES or None,
        indicators=offered,
        initial={"indicator": request.GET.get("of", "")},
    )
    sent = _sent(request, form) if form.is_bound and form.is_valid() else None
    if sent is None:
        return at.show(request, TEMPLATE, form=form, indicators=named)
    return _second(request, at, form, sent)


def _sent(request: HttpRequest, form: TableForm) -> Sent | None:
    """The tables; None where there is none, and the form says why."""
    said = form.cleaned_data
    file, words, kept = said.get("file"), said.get("words") or "", said.get("kept") or ""
    name, tables = brought(kept) if kept else ("", ())
    if file:
        try:
            name, tables = file.name, series.tables(file.read())
        except NotReadable as refusal:
            form.add_error("file", f"“{file.name}” was not read: {refusal}")
            return None
        kept = carried(tables, name=name)
    elif words.strip():
        name, tables, kept = "", series.pasted(words), ""
    if not tables:
        form.add_error("file" if file else "words", NO_TABLE)
        return None
    asked = str(request.POST.get("table", ""))
    number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else 0
    return Sent(name, tables, min(number, len(tables) - 1), kept)


def _second(request: HttpRequest, at: Room, form: TableForm, sent: Sent) -> HttpResponse:
    """Which column is what, what would change, and taking it."""
    table, code = sent.table, form.cleaned_data["indicator"]
    known = queries.columns_said(at.authority, series.signature(table.headers))
    opening = known or {role.value: header for role, header in series.suggest(table.headers).items()}
    looked = request.POST.get("do") in ("look", "take")
    columns = ColumnsForm(request.POST if looked else None, headers=table.headers, opening=opening)
    found, why = None, ""
    if not columns.is_bound or columns.is_valid():
        wanted = columns.columns() if columns.is_bound else _roles(opening)
        try:
            found = importing.preview(at.authority, table, wanted, indicator=code)
        except series.NoSuchColumns as missing:
            why = str(missing)
            if columns.is_bound:
                columns.add_error(None, why)
    if found is not None and request.POST.get("do") == "take":
        taken = _taken(request, at, columns, table, found)
        if taken is not None:
            return taken
    return at.show(
        request,
        TEMPLATE,
        form=columns,
        table_form=form,
        sent=sent,
        kept=sent.kept,
        sheets=_sheets(sent),
        remembered=bool(known),
        why=why,
        preview=found and previewed(found, table),
        has_errors=bool(found and found.faults),
        seen=found and _digest(found),
    )


def _taken(
    request: HttpRequest, at: Room, form: ColumnsForm, table: series.Table, found: importing.Preview
) -> HttpResponse | None:
    """On to where the values are shown; None where they were not taken, and the form says why."""
    if found.faults:
        form.add_error(None, "Put right what is listed below. Nothing was taken")
        return None
    if request.POST.get("seen") != _digest(found):
        form.add_error(None, CHANGED)
        return None
    by, reason = signed_in(request), form.cleaned_data["reason"]
    try:
        taken = actions.take_values(at.authority, table, found, reason=reason, by=by, at=now())
    except actions.MeasuresRefusal as refusal:
        tell(form, refusal, of_many=True)
        return None
    told = f"{plural(taken.new, 'new value')}, {taken.restated} changed, {taken.same} already so."
    messages.success(request, f"Taken: {told} The columns are remembered for the next table like it.")
    if len(found.names) == 1:
        return at.back(next(iter(found.names)))
    return redirect(SECTION, at.authority.slug)


def _digest(found: importing.Preview) -> str:
    """What was shown: taken only if it would still be the same."""
    return sha256(repr((found.new, found.restated)).encode()).hexdigest()


def _roles(columns: Mapping[str, str]) -> dict[series.Role, str]:
    """Remembered columns by role; one that is no role any more is left out."""
    known = {role.value for role in series.Role}
    return {series.Role(role): header for role, header in columns.items() if role in known}


def _sheets(sent: Sent) -> list[tuple[int, str, bool]]:
    """The tables there are to choose from, where there is more than one."""
    if len(sent.tables) == 1:
        return []
    return [(n, one.sheet.name or f"Table {n + 1}", n == sent.number) for n, one in enumerate(sent.tables)]
