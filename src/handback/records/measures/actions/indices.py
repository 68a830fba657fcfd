"""Declaring composite indices."""

from datetime import datetime

from django.db import transaction

from handback.records.audit.facts import By, Outcome
from handback.records.measures.actions.recording import columns_of, record, subject_of
from handback.records.measures.codes import OF_INDICES, is_address, is_code
from handback.records.measures.declaring import check_declaration
from handback.records.measures.measured.entries import IndexEntry
from handback.records.measures.measured.words import SeenBy
from handback.records.measures.models import Index, Indicator
from handback.records.measures.refusals import CodeIsAnAddress, NotWellFormed
from handback.records.measures.rows import definition_of
from handback.records.people.models import Authority


@transaction.atomic
def declare_index(authority: Authority, entry: IndexEntry, *, by: By, at: datetime) -> Outcome:
    """Declare an index, or a new version of it; earlier ones stay in its history.

    Raises NotWellFormed, CodeIsAnAddress, and DeclarationRefused, naming the place of each fault.
    """
    if not is_code(entry.code):
        raise NotWellFormed("code", "A code has letters, digits, hyphens and full stops, such as X01.")
    rows = Index.objects.filter(authority=authority, code=entry.code)
    if is_address(entry.code, words=OF_INDICES) and not rows.exists():
        raise CodeIsAnAddress(entry.code)
    if not entry.name.strip() or not entry.version.strip():
        raise NotWellFormed("name", "An index has a name and a version.")
    held = Indicator.objects.filter(authority=authority, superseded_at=None)
    check_declaration(entry, indicators={row.code: definition_of(row) for row in held})
    wanted = columns_of(entry)
    wanted["seen_by"] = "" if wanted.pop("is_public") else SeenBy.OFFICE.value
    key = {"authority": authority, "code": wanted.pop("code")}
    subject = subject_of(authority, entry.code)
    return record(Index, key, wanted, what="measures.index", subject=subject, by=by, at=at)
