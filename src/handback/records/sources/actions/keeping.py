"""Naming a council's site as a source, changing what is followed of it, pausing it."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.people.models import Authority
from handback.records.sources.models import ASKABLE, Source, Standing

Body = tuple[int, str]
LONGEST_NAME, LONGEST_ADDRESS = 120, 400


class SourceRefused(ValueError):
    """A source that is not kept as it was given, with a sentence that says why."""


class NotASiteAddress(SourceRefused):
    """An address under which no site can be visited."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"“{address}” is not the address of a council's site. It begins with https://, without a name or "
            "password in it; only a site on this machine may begin with http://."
        )


class AddressHasPages(SourceRefused):
    """Another address for a source of which pages are known already."""

    def __init__(self, source: Source) -> None:
        super().__init__(
            f"Pages of “{source.name}” are known at {source.address}. Add the other address as another "
            "source, and pause this one."
        )


class NoName(SourceRefused):
    """A source or a body without a name."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Give the {what} a name of at most {LONGEST_NAME} characters.")


class NotABody(SourceRefused):
    """The number of a body that is none, or that is given twice."""

    def __init__(self, number: object) -> None:
        super().__init__(f"“{number}” is not the number of a body, or is given twice.")


class AlreadyASource(SourceRefused):
    """A name or an address that another source of the authority has."""

    def __init__(self, other: Source) -> None:
        super().__init__(f"{other.authority} already has the source “{other.name}”, at {other.address}.")


def site_address(written: str) -> str:
    """A site's address as it is kept: without a page's name, query or fragment, ending with a slash.

    Raises NotASiteAddress.
    """
    try:
        parts = urlsplit(written.strip())
        port = parts.port
    except ValueError:
        raise NotASiteAddress(written) from None
    folder = re.sub(r"[^/]*\.aspx$", "", parts.path, flags=re.I).rstrip("/") + "/"
    host = (parts.hostname or "").lower()
    named = f"[{host}]" if ":" in host else host
    address = urlunsplit((parts.scheme.lower(), f"{named}:{port}" if port else named, folder, "", ""))
    plain_words = re.fullmatch(r"[!-~]+", address)
    fits = len(address) <= LONGEST_ADDRESS
    if not re.match(ASKABLE, address) or not host or parts.username or not plain_words or not fits:
        raise NotASiteAddress(written)
    return address


@transaction.atomic
def add(
    authority: Authority,
    *,
    name: str,
    address: str,
    bodies: Iterable[Body] = (),
    since: date,
    with_attachments: bool = False,
    by: By,
    at: datetime,
) -> Source:
    """Name a council's ModernGov site as a source; no bodies means every body.

    Raises NotASiteAddress, NoName, NotABody and AlreadyASource.
    """
    wanted = _checked(
        name=name, address=address, bodies=bodies, since_on=since, with_attachments=with_attachments
    )
    source = Source(authority=authority, **wanted)
    with audit.action("sources.source.added", by=by, at=at) as event:
        _check_alone(source)
        event.add(source)
        event.subject = f"{authority.slug}/sources/{source.pk}"
        event.values = _told(wanted)
    return source


@transaction.atomic
def change(
    pk: int,
    *,
    name: str | None = None,
    address: str | None = None,
    bodies: Iterable[Body] | None = None,
    since: date | None = None,
    with_attachments: bool | None = None,
    by: By,
    at: datetime,
) -> Source:
    """Change what is given of a source; the pages known stay known.

    Raises NotASiteAddress, NoName, NotABody, AlreadyASource and AddressHasPages.
    """
    source = Source.objects.select_for_update().select_related("authority").get(pk=pk)
    given = {
        "name": name,
        "address": address,
        "bodies": bodies,
        "since_on": since,
        "with_attachments": with_attachments,
    }
    wanted = _checked(**{column: value for column, value in given.items() if value is not None})
    changed = {column: value for column, value in wanted.items() if getattr(source, column) != value}
    if not changed:
        return source
    with audit.action("sources.source.changed", by=by, at=at) as event:
        _check_alone(source, **changed)
        if "address" in changed and source.pages.exists():
            raise AddressHasPages(source)
        event.change(source, **changed)
        event.subject = f"{source.authority.slug}/sources/{source.pk}"
        event.values = _told(changed)
    return source


def pause(pk: int, *, by: By, at: datetime) -> Source:
    """Visit a source no more, until it is resumed. One that is paused stays so."""
    return _stand(pk, Standing.PAUSED, by=by, at=at)


def resume(pk: int, *, by: By, at: datetime) -> Source:
    """Visit a source again. One that is visited stays so."""
    return _stand(pk, Standing.ACTIVE, by=by, at=at)


@transaction.atomic
def _stand(pk: int, standing: Standing, *, by: By, at: datetime) -> Source:
    source = Source.objects.select_for_update().select_related("authority").get(pk=pk)
    if source.standing == standing:
        return source
    verb = "paused" if standing is Standing.PAUSED else "resumed"
    with audit.action(f"sources.source.{verb}", by=by, at=at) as event:
        event.change(source, standing=standing)
        event.subject = f"{source.authority.slug}/sources/{source.pk}"
        event.values = {"name": source.name}
    return source


def _told(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns as the log keeps them: an empty list of bodies is said too, since it means all of them."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}


def _checked(**given: Any) -> dict[str, Any]:
    """What was given, as it is kept."""
    if "address" in given:
        given["address"] = site_address(given["address"])
    if "name" in given:
        given["name"] = _name(given["name"], "source")
    if "bodies" in given:
        given["bodies"] = _bodies(given["bodies"])
    return given


def _bodies(bodies: Iterable[Body]) -> list[list[int | str]]:
    kept: dict[int, str] = {}
    for number, name in bodies:
        if isinstance(number, bool) or not isinstance(number, int) or number < 1 or number in kept:
            raise NotABody(number)
        kept[number] = _name(name, "body")
    return [[number, name] for number, name in kept.items()]


def _name(written: str, what: str) -> str:
    name = " ".join(written.split())
    if not name or len(name) > LONGEST_NAME:
        raise NoName(what)
    return name


def _check_alone(source: Source, **changed: Any) -> None:
    """Refuse a name or an address that another source of the authority has. Raises AlreadyASource.

    Looked at within an open event, so that of two who name one at once the second is told.
    """
    others = Source.objects.filter(authority=source.authority).exclude(pk=source.pk)
    for column in ("name", "address"):
        other = others.filter(**{column: changed.get(column, getattr(source, column))}).first()
        if other is not None:
            raise AlreadyASource(other)
