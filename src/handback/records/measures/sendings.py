"""What a program sends under a key of its own: taken once, and answered the second time as the first.

1. A key belongs to the token that it was sent with; two programs may choose the same.
2. Only what was taken uses up its key, in the transaction that took it. What was refused wrote
   nothing: put right, it may be sent under the same key.
3. A key is never used for something else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handback.records.audit.writing import EventBeingWritten
from handback.records.measures.models import Sending
from handback.records.measures.refusals import KeyUsedOtherwise, RecordChanged


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that a program sent under a key: with which token, and the SHA-256 of what it said."""

    token: int
    key: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Answered:
    """Something that was sent under a key, and what the sender is told once it is taken: fit for JSON."""

    sent: Sent
    answer: Mapping[str, Any]


def first_answer(sent: Sent) -> dict[str, Any] | None:
    """What was answered when this was sent before; None where it was not. Raises KeyUsedOtherwise."""
    kept = Sending.objects.filter(token=sent.token, key=sent.key).first()
    if kept is None:
        return None
    if kept.sha256 != sent.sha256:
        raise KeyUsedOtherwise(sent.key)
    answer: dict[str, Any] = kept.answer
    return answer


def keep_answer(event: EventBeingWritten, answered: Answered) -> None:
    """Use up the key, with the event that takes what was sent.

    Raises RecordChanged where somebody used it meanwhile: the log's head is ours by now, so nobody can after.
    """
    sent = answered.sent
    if Sending.objects.filter(token=sent.token, key=sent.key).exists():
        raise RecordChanged
    event.add(Sending(token_id=sent.token, key=sent.key, sha256=sent.sha256, answer=dict(answered.answer)))
