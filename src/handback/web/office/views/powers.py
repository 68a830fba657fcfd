"""Who holds what on a day, and what changed between two."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from handback.web.office.access import May, needs
from handback.web.office.views.showing import Room, room
from handback.web.shared.powers.asking import BetweenKnownForm, PowersForm, refusal, standing_today, without
from handback.web.shared.powers.between import between_page
from handback.web.shared.powers.data import as_csv, as_json
from handback.web.shared.powers.holders import PowersPage, powers_page

SECTION = "office-powers"


def _asked(request: HttpRequest, at: Room) -> tuple[PowersForm, PowersPage]:
    standing = at.standing()
    form = PowersForm(standing_today(request.GET, today=at.today), standing=standing)
    known_at = form.asked("known_at")
    page = powers_page(
        at.standing(known_at=known_at) if known_at else standing,
        at.to,
        on=form.asked("as_at") or at.today,
        today=at.today,
        known_at=known_at,
        wanted=form.wanted,
    )
    return form, page


@needs(May.READ)
@require_safe
def powers(request: HttpRequest, slug: str) -> HttpResponse:
    """The chart and the table, on a day, as known at a moment."""
    at = room(slug)
    form, page = _asked(request, at)
    now_known = at.to.powers(on=page.on)
    return at.show(request, "office/powers.html", section=SECTION, page=page, form=form, now_known=now_known)


@needs(May.READ)
@require_safe
def powers_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """The table as CSV."""
    form, page = _asked(request, room(slug))
    if form.errors:
        return refusal(form)
    named = f'attachment; filename="{slug}-powers-{page.on.isoformat()}.csv"'
    return HttpResponse(
        as_csv(page), content_type="text/csv; charset=utf-8", headers={"Content-Disposition": named}
    )


@needs(May.READ)
@require_safe
def powers_json(request: HttpRequest, slug: str) -> HttpResponse:
    """The table as JSON."""
    at = room(slug)
    form, page = _asked(request, at)
    if form.errors:
        return refusal(form)
    return HttpResponse(as_json(page, authority=at.authority.gss), content_type="application/json")


@needs(May.READ)
@require_safe
def between(request: HttpRequest, slug: str) -> HttpResponse:
    """What changed between two days."""
    at = room(slug)
    form = BetweenKnownForm(request.GET or None)
    page, known_at = None, form.asked("known_at")
    if form.is_valid():
        days = {name: form.cleaned_data[name] for name in ("first", "second")}
        page = between_page(at.standing(known_at=known_at), at.to, **days)
    return at.show(
        request,
        "shared/powers/between.html",
        section=SECTION,
        trail=(("Powers", "office-powers"),),
        page=page,
        form=form,
        known_at=known_at,
        now_known=without(request.GET, "known-at"),
    )
