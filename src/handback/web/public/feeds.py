"""Atom feeds of changes: each copy that was published, and what it says has happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from handback.records.measures import published as measures
from handback.records.powers import published
from handback.web.shared import words

MOST_TOLD = 50  # newest first; older copies stay in the record and are found by its “as known at”


@dataclass(frozen=True, slots=True)
class Change:
    """That a copy was published: what it is of, where it is shown, and what tells it from every other."""

    title: str
    told: str
    href: str
    guid: str
    at: datetime


def _of_powers(copy: published.CopyOf) -> Change:
    where = reverse("public-authority", args=[copy.slug])
    return Change(
        title=f"{copy.name}: published on {words.day(copy.at.date())}",
        told=f"The record as it stood then. SHA-256 of its content: {copy.sha256}.",
        href=reverse("public-register") if copy.slug == "register" else where,
        guid=f"urn:sha256:{copy.sha256}",
        at=copy.at,
    )


def _of_measures(copy: measures.CopyOf) -> Change:
    """Its page says what holds on its day, so that the same content on another day is another copy."""
    return Change(
        title=f"{copy.name}: measures published on {words.day(copy.at.date())}",
        told=f"How they stood on {words.day(copy.on)}. SHA-256 of their content: {copy.sha256}.",
        href=reverse("public-measures", args=[copy.slug]),
        guid=f"urn:sha256:{copy.sha256}:{copy.on.isoformat()}",
        at=copy.at,
    )


def _newest(powers: Iterable[published.CopyOf], measured: Iterable[measures.CopyOf]) -> list[Change]:
    told = [*(_of_powers(copy) for copy in powers), *(_of_measures(copy) for copy in measured)]
    return sorted(told, key=lambda change: change.at, reverse=True)[:MOST_TOLD]


class Changes(Feed):  # type: ignore[type-arg]
    """Every copy published, of every council and of the register, newest first."""

    feed_type = Atom1Feed
    title = "Handback: published changes"
    subtitle = "Each time a record of powers, measures, or the register of interventions, is published anew."

    def link(self, _obj: object = None) -> str:
        """Where the feed's subject stands."""
        return reverse("public-home")

    def items(self, _obj: object = None) -> Iterable[Change]:
        """The copies."""
        return _newest(published.recently(most=MOST_TOLD), measures.recently(most=MOST_TOLD))

    def item_title(self, item: Change) -> str:
        """Whose copy it is."""
        return item.title

    def item_description(self, item: Change) -> str:
        """What can be checked about it."""
        return item.told

    def item_link(self, item: Change) -> str:
        """Where it is shown."""
        return item.href

    def item_guid(self, item: Change) -> str:
        """What tells it from every other."""
        return item.guid

    item_guid_is_permalink = False

    def item_updateddate(self, item: Change) -> datetime:
        """When it was published."""
        return item.at

    def item_pubdate(self, item: Change) -> datetime:
        """When it was published."""
        return item.at


class AuthorityChanges(Changes):
    """The copies published of one council's record."""

    def get_object(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> str:  # noqa: ARG002 - Django passes it by name
        """The council’s short name. Raises Http404 where none of its copies was published."""
        slug: str = kwargs["slug"]
        if not (published.copies(slug, most=1) or measures.copies(slug, most=1)):
            raise Http404("No copy of such a record has been published.")
        return slug

    def items(self, obj: object = None) -> Iterable[Change]:
        """The copies."""
        slug = str(obj)
        return _newest(published.copies(slug, most=MOST_TOLD), measures.copies(slug, most=MOST_TOLD))
