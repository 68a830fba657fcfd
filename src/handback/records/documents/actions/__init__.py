"""Every write to documents and claims.

1. A document is kept whole, by hash, before anything reads it: a crash while reading loses nothing.
2. Reading proposes claims and decides nothing. A person accepts, amends or rejects each one, once.
3. The documents that are kept and not read are the queue of what is to be read. There is no other.
"""

from handback.records.documents.actions.columns import propose
from handback.records.documents.actions.judging import accept, accept_all, amend, reject
from handback.records.documents.actions.keeping import check_size, keep, keep_original, plain_name
from handback.records.documents.actions.reading import (
    FAILED,
    Found,
    Reader,
    ask_for_pictures,
    read,
    read_again,
    read_and_find,
)
from handback.records.documents.actions.refusals import (
    AlreadyDecided,
    ClaimsChanged,
    DocumentRefused,
    DocumentTooLarge,
    EmptyDocument,
    NoReason,
    NothingToRead,
)
from handback.records.documents.actions.waiting import OutOfTime, read_waiting

__all__ = [
    "FAILED",
    "AlreadyDecided",
    "ClaimsChanged",
    "DocumentRefused",
    "DocumentTooLarge",
    "EmptyDocument",
    "Found",
    "NoReason",
    "NothingToRead",
    "OutOfTime",
    "Reader",
    "accept",
    "accept_all",
    "amend",
    "ask_for_pictures",
    "check_size",
    "keep",
    "keep_original",
    "plain_name",
    "propose",
    "read",
    "read_again",
    "read_and_find",
    "read_waiting",
    "reject",
]
