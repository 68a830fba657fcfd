"""Atom feeds of changes: each copy that was published, and what it says has happened."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from handback.records.powers import published
from handback.web.shared import words

MOST_TOLD = 50  # newest first; older copies stay in the record and are found by its “as known at”


class Changes(Feed):  # type: ignore[type-arg]
    """Every copy published, of every council and of the register, newest first."""

    feed_type = Atom1Feed
    title = "Handback: published changes"
    subtitle = "Each time a record of powers, or the register of interventions, is published anew."

    def link(self, _obj: object = None) -> str:
        """Where the feed's subject stands."""
        return reverse("public-home")

    def items(self, _obj: object = None) -> Iterable[published.CopyOf]:
        """The copies."""
        return published.recently(most=MOST_TOLD)

    def item_title(self, item: published.CopyOf) -> str:
        """Whose copy it is."""
        return f"{item.name}: published on {words.day(item.at.date())}"

    def item_description(self, item: published.CopyOf) -> str:
        """What can be checked about it."""
        return f"The record as it stood then. SHA-256 of its content: {item.sha256}."

    def item_link(self, item: published.CopyOf) -> str:
        """Where it is shown."""
        if item.slug == "register":
            return reverse("public-register")
        return reverse("public-authority", kwargs={"slug": item.slug})

    def item_guid(self, item: published.CopyOf) -> str:
        """What tells it from every other."""
        return f"urn:sha256:{item.sha256}"

    item_guid_is_permalink = False

    def item_updateddate(self, item: published.CopyOf) -> datetime:
        """When it was published."""
        return item.at

    def item_pubdate(self, item: published.CopyOf) -> datetime:
        """When it was published."""
        return item.at


class AuthorityChanges(Changes):
    """The copies published of one council's record."""

    def get_object(self, request: HttpRequest, *_args: Any, **kwargs: Any) -> str:  # noqa: ARG002 - Django passes it by name
        """The council’s short name. Raises Http404 where none of its copies was published."""
        slug: str = kwargs["slug"]
        if not published.copies(slug, most=1):
            raise Http404("No copy of such a record has been published.")
        return slug

    def items(self, obj: object = None) -> Iterable[published.CopyOf]:
        """The copies."""
        return published.copies(str(obj), most=MOST_TOLD)
