"""Keeping what an officer sent in: each file or text by itself, so that one bad file harms no other."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from handback.records.documents import actions as documents

if TYPE_CHECKING:
    from handback.records.documents.models import Document
    from handback.records.people.models import Authority

Pack = tuple[str, str, Any]  # the form's field, a name, and a file or its bytes


@dataclass(slots=True)
class Kept:
    """What was kept, and why the rest was not: the form's field and a sentence."""

    documents: list["Document"] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)


def keep_all(authority: "Authority", said: dict[str, Any], *, by: Any, at: datetime) -> Kept:
    """Keep every file and the pasted text of a clean KeepForm."""
    done = Kept()
    for where, name, data in _sent(said):
        try:
            documents.check_size(name, len(data) if isinstance(data, bytes) else data.size or 0)
            content = data if isinstance(data, bytes) else data.read()
            done.documents.append(
                documents.keep(
                    authority,
                    content,
                    name=name,
                    is_title=where == "text",
                    address=said["address"],
                    by=by,
                    at=at,
                )
            )
        except documents.DocumentRefused as refused:
            done.refused.append((where, str(refused)))
    return done


def _sent(said: dict[str, Any]) -> Iterator[Pack]:
    for file in said.get("documents") or ():
        yield "documents", file.name, file
    if (said.get("text") or "").strip():
        yield "text", said["title"], said["text"].encode("utf-8", errors="replace")
