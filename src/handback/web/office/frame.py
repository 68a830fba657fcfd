"""What the frame of every office page is given: whose record it is, and where one can go in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from handback.records.people.queries import authorities
from handback.web.shared.pages import Link

if TYPE_CHECKING:
    from handback.records.people.models import Authority

Trail = tuple[tuple[str, str], ...]

LAYOUT = "office/base.html"

# The sections of the navigation, in order: the name of the address, and its words.
SECTIONS = (
    ("office-home", "Home"),
    ("office-powers", "Powers"),
    ("office-instruments", "Instruments"),
    ("office-returns", "Returns"),
    ("office-commissioners", "Commissioners"),
    ("office-decide", "Could they decide it?"),
    ("office-measures", "Measures"),
    ("office-inbox", "Inbox"),
    ("office-documents", "Documents"),
    ("office-search", "Search"),
    ("office-audit", "Audit"),
    ("office-publishing", "Publishing"),
)


def authority_at(slug: str) -> Authority:
    """The authority whose short name is in the address; no such authority is a page that does not exist."""
    found: Authority = get_object_or_404(authorities(), slug=slug)
    return found


def frame(authority: Authority, *, section: str, trail: Trail = ()) -> dict[str, Any]:
    """The context of an office page's frame. `section` is the address's name of the section it is in.

    `trail` are the breadcrumbs below the home page, as words and the names of addresses; without any, the
    page shows none.
    """
    home = reverse("office-home", kwargs={"slug": authority.slug})
    below = [Link(text, reverse(name, kwargs={"slug": authority.slug})) for text, name in trail]
    crumbs = [Link("Home", home), *below]
    return {
        "layout": LAYOUT,
        "authority": authority,
        "authority_name": authority.name,
        "home": home,
        "navigation": [
            Link(words, reverse(name, kwargs={"slug": authority.slug}), current=name == section)
            for name, words in SECTIONS
        ],
        "breadcrumbs": crumbs if len(crumbs) > 1 else [],
        "demonstration": authority.is_demonstration,
    }
