"""The audit log, one event of it, its signed checkpoints, and verifying the record against both."""

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.views.decorators.http import require_GET, require_http_methods

from handback.records.audit import actions, queries
from handback.web.office.access import May, must, needs, signed_in
from handback.web.office.papers.forms.audit import LogForm, VerifyForm
from handback.web.office.papers.page import authority_at, one_of, show
from handback.web.office.papers.presenters.audit import EventShown, counts_of

if TYPE_CHECKING:
    from handback.records.audit.models import Events
    from handback.records.people.models import Authority

SECTION = "office-audit"
AUDIT = ("Audit", SECTION)
ON_A_PAGE = 50


def _visible(authority: "Authority") -> "Events":
    """The events about this authority, and those about the log itself."""
    found: Events = queries.events().about(authority.slug) | queries.events().of("audit")
    return found


@needs(May.READ)
@require_GET
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """The log, newest first, from any event backwards."""
    authority = authority_at(slug)
    form = LogForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    found = _narrowed(_about(authority, asked), form, asked).newest_first()
    if before := asked.get("before"):
        found = found.filter(seq__lt=before)
    rows = [EventShown(row) for row in found.defer("body")[: ON_A_PAGE + 1]]
    kept = {name: request.GET[name] for name in ("subject", "who", "action", "day") if request.GET.get(name)}
    older = urlencode({**kept, "before": rows[ON_A_PAGE - 1].row.seq}) if len(rows) > ON_A_PAGE else ""
    return show(
        request,
        authority,
        "audit",
        section=SECTION,
        form=form,
        rows=rows[:ON_A_PAGE],
        older=older,
        newest=f"?{urlencode(kept)}" if before else "",
        narrowed=bool(kept),
        checkpoint=queries.latest_checkpoint(),
        verifying=VerifyForm(),
    )


def _about(authority: "Authority", asked: dict[str, Any]) -> "Events":
    """What may be seen; of it what is about the words asked for: events of the log itself have no subject."""
    words = (asked.get("subject") or "").replace("\0", "")
    return queries.events().naming(words, under=authority.slug) if words else _visible(authority)


def _narrowed(found: "Events", form: LogForm, asked: dict[str, Any]) -> "Events":
    if who := asked.get("who"):
        found = found.filter(actor_name__icontains=who.replace("\0", ""))
    if action := asked.get("action"):
        found = found.of(action)
    if asked and (moments := form.moments()):
        found = found.between(*moments)
    return found


@needs(May.READ)
@require_GET
def event(request: HttpRequest, slug: str, seq: int) -> HttpResponse:
    """One event: who did what to what and when, and every row that it wrote."""
    authority = authority_at(slug)
    row = one_of(_visible(authority).filter(seq=min(seq, 2**62)), "event")
    return show(request, authority, "audit-event", section=SECTION, trail=(AUDIT,), event=EventShown(row))


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def checkpoint(request: HttpRequest, slug: str) -> HttpResponse:
    """The latest signed checkpoint, to copy or to download; sent here, sign one."""
    authority = authority_at(slug)
    if request.method == "POST":
        must(request, May.CERTIFY, slug)
        by = signed_in(request)
        signed = actions.checkpoint(by=by, at=now())
        messages.success(request, f"The log is signed up to event {signed.size:,}.")
        return redirect("office-checkpoint", slug)
    latest = queries.latest_checkpoint()
    if latest and "download" in request.GET:
        headers = {"Content-Disposition": f'attachment; filename="handback-checkpoint-{latest.size}.txt"'}
        return HttpResponse(latest.note, content_type="text/plain; charset=utf-8", headers=headers)
    key = queries.checkpoint_key()
    return show(request, authority, "checkpoint", section=SECTION, trail=(AUDIT,), checkpoint=latest, key=key)


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, slug: str) -> HttpResponse:
    """Check the whole record against its log and its checkpoints, and one that was given out."""
    authority = authority_at(slug)
    form = VerifyForm(request.POST if request.method == "POST" else None)
    found = queries.verify(form.note()) if form.is_bound and form.is_valid() else None
    compared = found is not None and form.note() is not None
    return show(
        request,
        authority,
        "verify",
        section=SECTION,
        trail=(AUDIT,),
        form=form,
        found=found,
        compared=compared,
        counts=counts_of(found) if found else (),
        at=now(),
    )
