"""What every view about powers begins with: the authority, its record, and where its pages stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate

from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.standing import standing_of
from handback.web.office.frame import Trail, authority_at, frame
from handback.web.shared.powers.addresses import Addresses

if TYPE_CHECKING:
    from handback.records.people.models import Authority


@dataclass(frozen=True)
class Room:
    """An authority's record as one request sees it: today, from the office's addresses."""

    authority: Authority
    to: Addresses
    today: date

    def standing(self, *, known_at: datetime | None = None) -> Standing:
        """The record with its ledger, as known at a moment."""
        return standing_of(self.authority, known_at=known_at)

    def show(
        self, request: HttpRequest, template: str, *, section: str, trail: Trail = (), **context: Any
    ) -> HttpResponse:
        """A page in the office's frame. `trail` has words and the names of addresses."""
        framed = frame(self.authority, section=section, trail=trail)
        return render(request, template, {**framed, "to": self.to, "place": request.path, **context})


def room(slug: str) -> Room:
    """The room of the authority with this short name; none is a page that does not exist."""
    authority = authority_at(slug)
    return Room(authority, Addresses(reverse("office-home", args=[slug])), localdate())
