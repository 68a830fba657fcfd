"""Every write to documents and claims.

1. A document is kept whole, by hash, before anything reads it: a crash while reading loses nothing.
2. Reading proposes claims and decides nothing. A person accepts, amends or rejects each one, once.
3. A language model is asked only where a person asks for it; what it says is proposed like the rest.
4. The documents that are kept and not read, and those that somebody wants read again, are the queue of what
   is to be read. There is no other.
5. Locks are taken in one order, so that nobody waits in a circle: the draft, the document, a claim or asking,
   and then the head of the log. Many claims are locked after that, by whoever holds their document.
"""

from handback.reading.second import NotAllowed
from handback.records.documents.actions.asking import SecondReader, ask, ask_waiting
from handback.records.documents.actions.columns import propose
from handback.records.documents.actions.judging import accept, accept_all, amend, reject
from handback.records.documents.actions.keeping import (
    LONGEST_ADDRESS,
    check_size,
    keep,
    keep_original,
    plain_name,
)
from handback.records.documents.actions.reading import (
    FAILED,
    TOO_LONG,
    Found,
    OutOfTime,
    Reader,
    ask_for_another_reading,
    ask_for_pictures,
    read,
    read_again,
    read_and_find,
)
from handback.records.documents.actions.refusals import (
    AlreadyAsked,
    AlreadyDecided,
    ClaimChanged,
    ClaimsChanged,
    DocumentRefused,
    DocumentTooLarge,
    EmptyDocument,
    NoReason,
    NothingToAsk,
    NothingToRead,
    TextChanged,
)
from handback.records.documents.actions.waiting import Tell, read_waiting

__all__ = [
    "FAILED",
    "LONGEST_ADDRESS",
    "TOO_LONG",
    "AlreadyAsked",
    "AlreadyDecided",
    "ClaimChanged",
    "ClaimsChanged",
    "DocumentRefused",
    "DocumentTooLarge",
    "EmptyDocument",
    "Found",
    "NoReason",
    "NotAllowed",
    "NothingToAsk",
    "NothingToRead",
    "OutOfTime",
    "Reader",
    "SecondReader",
    "Tell",
    "TextChanged",
    "accept",
    "accept_all",
    "amend",
    "ask",
    "ask_for_another_reading",
    "ask_for_pictures",
    "ask_waiting",
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
