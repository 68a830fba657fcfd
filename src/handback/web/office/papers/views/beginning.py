"""Beginning a record: adding a function by hand, or loading a whole record file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.audit.facts import Outcome
from handback.records.powers import actions
from handback.records.powers.recordfile import RecordFileError
from handback.records.powers.standing import standing_of
from handback.web.office.access import May, needs, signed_in
from handback.web.office.papers.forms.beginning import FunctionForm, HolderForm, LoadForm
from handback.web.office.papers.forms.offers import Offers
from handback.web.office.papers.page import authority_at, show
from handback.web.shared.words import plural

SECTION = "office-powers"
POWERS = ("Powers", SECTION)


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def add_function(request: HttpRequest, slug: str) -> HttpResponse:
    """Make one function part of the record."""
    authority, sent = authority_at(slug), request.POST or None
    standing = standing_of(authority)
    opening = FunctionForm.beginning(standing.functions)
    form = FunctionForm(sent, initial=opening, offers=Offers(standing))
    if form.is_bound and form.is_valid():
        by = signed_in(request)
        try:
            code = actions.add_function(
                authority, form.values(), group_label=form.group_label, by=by, at=now()
            )
        except actions.EntryRefused as refused:
            for problem in refused.problems:
                form.tell(problem)
        else:
            messages.success(request, f"{code} {form.cleaned_data['name']} is now part of the record.")
            return redirect("office-function-add" if request.POST.get("do") == "more" else SECTION, slug)
    known = list(standing.functions.values())
    return show(request, authority, "function-add", section=SECTION, trail=(POWERS,), form=form, known=known)


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def add_holder(request: HttpRequest, slug: str) -> HttpResponse:
    """Name a body or person that can hold functions."""
    authority = authority_at(slug)
    offers = Offers(standing_of(authority))
    form = HolderForm(request.POST or None, offers=offers)
    if form.is_bound and form.is_valid():
        by = signed_in(request)
        try:
            actions.add_holder(authority, form.values(), by=by, at=now())
        except actions.EntryRefused as refused:
            for problem in refused.problems:
                form.tell(problem)
        except actions.NoFunctions as refused:
            form.tell(actions.FieldProblem("", str(refused)))
        else:
            messages.success(request, f"{form.cleaned_data['name']} can now be chosen as a holder.")
            return redirect("office-drafts", slug)
    known = [name for _, name in offers.of("party")]
    return show(request, authority, "holder-add", section=SECTION, trail=(POWERS,), form=form, known=known)


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def load(request: HttpRequest, slug: str) -> HttpResponse:
    """Load a record file of this authority, all of it or nothing."""
    authority = authority_at(slug)
    form = LoadForm(request.POST or None, request.FILES or None)
    problems: tuple[Any, ...] = ()
    more = 0
    if request.method == "POST" and form.is_valid():
        by = signed_in(request)
        file = form.cleaned_data["file"]
        try:
            loaded = actions.load_own_record(authority, file.read(), name=file.name, by=by, at=now())
        except RecordFileError as refused:
            problems, more = refused.problems, refused.more
            count = plural(len(problems) + more, "thing")
            form.add_error(
                "file", f"“{file.name}” was not loaded: {count} to put right. Nothing was changed."
            )
        except (actions.AnotherRecord, actions.LedgerRefused) as refused:
            form.add_error("file", str(refused))
        else:
            messages.success(request, _told(loaded))
            return redirect(SECTION, slug)
    return show(
        request,
        authority,
        "load",
        section=SECTION,
        trail=(POWERS,),
        form=form,
        problems=problems,
        more=more,
    )


def _told(loaded: actions.Loaded) -> str:
    new, corrected, same = (loaded.total(o) for o in (Outcome.NEW, Outcome.CORRECTED, Outcome.SAME))
    return f"Loaded: {plural(new, 'new fact')}, {corrected} corrected, {same} already in the record."
