"""What every page of measures begins with: whose record it is, which indicator, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import localdate

from handback.records.measures import standing
from handback.web.office.access import May, may
from handback.web.office.frame import authority_at, frame
from handback.web.shared.pages import Link

if TYPE_CHECKING:
    from handback.records.measures.measured.boards import IndicatorStanding
    from handback.records.people.models import Authority

SECTION = "office-measures"
LONGEST_CRUMB = 60  # characters of an indicator's name


@dataclass(frozen=True)
class Room:
    """An authority's measures as one request sees them, today."""

    authority: Authority
    today: date

    def to(self, code: str) -> str:
        """The address of an indicator."""
        return reverse("office-indicator", args=[self.authority.slug, code])

    def show(self, request: HttpRequest, template: str, **context: Any) -> HttpResponse:
        """A page in the office's frame; with a `standing`, it lies below that indicator, and else below the
        links of `below`.
        """
        below = [Link("Measures", reverse(SECTION, args=[self.authority.slug])), *context.get("below", ())]
        of = context.get("standing")
        if of is not None:
            below.append(Link(Truncator(of.definition.name).chars(LONGEST_CRUMB), self.to(of.code)))
        framed = frame(self.authority, section=SECTION)
        crumbs = [Link("Home", framed["home"]), *below]
        recording = may(request, May.RECORD, self.authority.slug)
        return render(
            request,
            template,
            {**framed, "breadcrumbs": crumbs, "may_record": recording, "today": self.today, **context},
        )

    def standing(self, code: str) -> IndicatorStanding:
        """How an indicator stands. Raises Http404."""
        found = standing.indicator_standing(self.authority, code, on=self.today)
        if found is None:
            raise Http404("This record has no such indicator.")
        return found

    def back(self, code: str) -> HttpResponse:
        """To the page of an indicator."""
        return redirect("office-indicator", self.authority.slug, code)


def room(slug: str) -> Room:
    """The room of the authority with this short name; none is a page that does not exist."""
    return Room(authority_at(slug), localdate())
