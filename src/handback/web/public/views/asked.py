"""What every public view has in common, and what the page of powers and its data are asked."""

from dataclasses import replace
from datetime import date, datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from handback.records.powers import published
from handback.web.public.frame import addresses, copy_at
from handback.web.shared.access import View, open_to_all
from handback.web.shared.powers.asking import PowersForm, StandingForm
from handback.web.shared.powers.holders import PowersPage, powers_page
from handback.web.shared.powers.unknown import not_found_if_unknown


def public(view: View) -> View:
    """A page for everybody, to be looked at and nothing else. What the copy does not know is not found."""
    return open_to_all(require_safe(not_found_if_unknown(view)))


def powers_asked(
    request: HttpRequest, slug: str, day: date | None
) -> tuple[published.Copy, PowersForm, PowersPage]:
    """The copy, the form and the page of powers that an address asks for; `day` is the one in its path."""
    today = timezone.localdate()
    moment: datetime | None = StandingForm(request.GET).asked("known_at")
    copy = copy_at(slug, known_at=moment)
    form = PowersForm(request.GET or None, standing=copy.standing)
    page = powers_page(
        copy.standing,
        addresses(request, slug),
        on=form.asked("as_at") or day or today,
        today=today,
        known_at=moment,
        wanted=form.wanted,
    )
    if day is None and not request.GET:
        to = {"slug": slug}
        page = replace(
            page, csv=reverse("public-powers-csv", kwargs=to), json=reverse("public-powers-json", kwargs=to)
        )
    return copy, form, page
