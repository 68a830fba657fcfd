"""Publishing measures: a whole copy of what the public may see, kept as it stood."""

import hashlib
import json
from datetime import date, datetime

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.measures.compiling import compiled
from handback.records.measures.measured.copyfile import read_copy, read_indices
from handback.records.measures.measured.publishable import telling_of_kept_back
from handback.records.measures.models import Publication
from handback.records.measures.refusals import NotForThePublic, NothingMeasured, NothingPublic
from handback.records.people.models import Authority


def publish(authority: Authority, *, on: date, by: By, at: datetime) -> Publication:
    """Publish a copy of an authority's measures as they stand on a day. The same twice is published once.

    What is not public, and counts that are too small to be told, are no part of it (see publishable). Raises
    NothingMeasured, NothingPublic, and NotForThePublic where a public index would tell of what is not.

    Indices take seconds. They are worked out before anybody has to wait, and kept: what is published is
    compiled again under lock, from the record as it stands then.
    """
    compiled(authority, on=on)
    return _publish(authority, on=on, by=by, at=at)


@transaction.atomic
def _publish(authority: Authority, *, on: date, by: By, at: datetime) -> Publication:
    found = compiled(authority, on=on)
    if not found.measured.indicators:
        raise NothingMeasured(authority.name)
    if not found.record.indicators:
        raise NothingPublic(authority.name)
    for index, indicator in telling_of_kept_back(found.measured):
        raise NotForThePublic((index.code, index.name), (indicator.code, indicator.name))
    content = found.content
    read_copy(content)
    read_indices(content)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    latest: Publication | None = Publication.objects.filter(authority=authority).newest_first().first()
    if latest is not None and (latest.sha256, latest.on) == (sha256, on):
        return latest
    with audit.action("measures.copy.published", by=by, at=at) as event:
        row = event.add(Publication(authority=authority, at=at, on=on, content=content, sha256=sha256))
        event.subject = f"{authority.slug}/measures/published"
        event.values = {"sha256": sha256, "on": on.isoformat()}
    return row
