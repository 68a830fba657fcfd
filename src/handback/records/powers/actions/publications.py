"""Publishing: a whole copy of what the public may see, kept as it stood."""

import hashlib
import json
from datetime import datetime
from typing import Any

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By
from handback.records.people.models import Authority
from handback.records.powers import queries
from handback.records.powers.models import Publication
from handback.records.powers.recordfile import read_record
from handback.records.powers.recordfile.writing import as_json
from handback.records.powers.standing import whole_record


class NothingToPublish(ValueError):
    """There is no register to publish."""

    def __init__(self) -> None:
        super().__init__("No register of interventions has been loaded yet, so there is none to publish.")


class NothingRecorded(ValueError):
    """A record without functions says nothing yet, and its pages could show nothing."""

    def __init__(self, authority: Authority) -> None:
        super().__init__(
            f"The record of {authority.name} has no functions yet, so there is nothing to publish."
        )


@transaction.atomic
def publish(authority: Authority, *, by: By, at: datetime) -> Publication:
    """Publish a copy of an authority's record as it stands. The same content twice is published once.

    Raises NothingRecorded, and RecordFileError should the copy not read back as it was written.
    """
    record = whole_record(authority)
    if not record.functions:
        raise NothingRecorded(authority)
    content = as_json(record)
    read_record(json.dumps(content).encode(), name=f"the copy of {authority.name}")
    return _publish(authority, content, subject=authority.slug, by=by, at=at)


@transaction.atomic
def publish_register(*, by: By, at: datetime) -> Publication:
    """Publish the current edition of the register. Raises NothingToPublish."""
    edition = queries.register()
    if edition is None:
        raise NothingToPublish
    return _publish(None, edition.content, subject="register", by=by, at=at)


def _publish(
    authority: Authority | None, content: dict[str, Any], *, subject: str, by: By, at: datetime
) -> Publication:
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    latest: Publication | None = Publication.objects.filter(authority=authority).newest_first().first()
    if latest is not None and latest.sha256 == sha256:
        return latest
    with audit.action("powers.copy.published", by=by, at=at) as event:
        row = event.add(Publication(authority=authority, at=at, content=content, sha256=sha256))
        event.subject = f"{subject}/published"
        event.values = {"sha256": sha256}
    return row
