"""What the frame of every public page is given, and where a copy's pages stand."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from handback.records.measures import published as measures
from handback.records.powers import published
from handback.web.shared.pages import Link
from handback.web.shared.powers.addresses import EVERY_PAGE, Addresses, Pages

LAYOUT = "public/base.html"
SECTIONS = (
    ("public-authority", "Overview"),
    ("public-powers", "Powers"),
    ("public-instruments", "Instruments"),
    ("public-returns", "Returns"),
    ("public-commissioners", "Commissioners"),
)
MEASURES = ("public-measures", "Measures")  # of a council that has published any
SITE_SECTIONS = (
    ("public-home", "Councils"),
    ("public-register", "Register of interventions"),
    ("public-about", "About this site"),
)
PLAIN_FILES = "handback.plain_files"  # set within this process: no header of a visitor has such a name


def as_plain_files(request: HttpRequest) -> bool:
    """Whether the page is being written to a file, where nothing answers questions."""
    return PLAIN_FILES in request.META


def copy_at(slug: str, *, known_at: datetime | None = None) -> published.Copy:
    """The newest copy of an authority, or the newest there was at a moment. Raises Http404 if there is none.

    Before the first was published, the public knew nothing: the copy is then an empty one.
    """
    newest = published.latest(slug)
    if newest is None:
        raise Http404("No copy of such a record has been published.")
    if known_at is None:
        return newest
    return published.latest(slug, known_at=known_at) or published.nothing_yet(newest)


def measures_at(slug: str) -> measures.Copy:
    """The newest copy of an authority's measures. Raises Http404 if there is none."""
    newest = measures.latest(slug)
    if newest is None:
        raise Http404("No measures of such a record have been published.")
    return newest


def addresses(request: HttpRequest, slug: str) -> Addresses:
    """Where the pages of an authority stand; plain files answer for no day but their own."""
    pages = EVERY_PAGE & ~Pages.DECIDE | Pages.DAY_FOLDERS
    if as_plain_files(request):
        pages &= ~(Pages.DAYS | Pages.BETWEEN)
    return Addresses(reverse("public-authority", kwargs={"slug": slug}), pages)


def site_frame(request: HttpRequest, *, section: str = "") -> dict[str, Any]:
    """The frame of a page that belongs to no one authority."""
    return {
        "layout": LAYOUT,
        "home": reverse("public-home"),
        "navigation": [Link(words, reverse(name), current=name == section) for name, words in SITE_SECTIONS],
        "plain_files": as_plain_files(request),
        "feed": reverse("public-changes"),
    }


def frame(
    request: HttpRequest, copy: published.Copy, *, section: str, trail: tuple[Link, ...] = ()
) -> dict[str, Any]:
    """The frame of a page about one authority. `trail` are the breadcrumbs below its overview."""
    slug = copy.of.slug
    sections = (*SECTIONS, MEASURES) if measures.copies(slug, most=1) else SECTIONS
    overview = reverse("public-authority", kwargs={"slug": slug})
    crumbs = [Link("Councils", reverse("public-home")), Link(copy.of.name, overview), *trail]
    return site_frame(request) | {
        "copy": copy.of,
        "authority_name": copy.of.name,
        "navigation": [
            Link(words, reverse(name, kwargs={"slug": slug}), current=name == section)
            for name, words in sections
        ],
        "breadcrumbs": crumbs if section != "public-authority" or trail else crumbs[:1],
        "demonstration": copy.standing.record.authority.demonstration,
        "feed": reverse("public-authority-changes", kwargs={"slug": slug}),
    }


def measures_frame(
    request: HttpRequest, copy: measures.Copy, *, trail: tuple[Link, ...] = ()
) -> dict[str, Any]:
    """The frame of a page of measures: beside the council's powers, or alone where none are published."""
    slug, (section, words) = copy.of.slug, MEASURES
    powers = published.latest(slug)
    if powers is not None:
        return frame(request, powers, section=section, trail=trail) | {"measured": copy.of}
    return site_frame(request) | {
        "measured": copy.of,
        "authority_name": copy.of.name,
        "navigation": [Link(words, reverse(section, kwargs={"slug": slug}), current=True)],
        "breadcrumbs": [Link("Councils", reverse("public-home")), *trail],
        "demonstration": copy.record.is_demonstration,
        "note": copy.record.note,
        "feed": reverse("public-authority-changes", kwargs={"slug": slug}),
    }
