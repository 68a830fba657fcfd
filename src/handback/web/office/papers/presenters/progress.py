"""How far the reading of a document has come: what stands before it, what is being done, and since when."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from handback.records.documents import queries

if TYPE_CHECKING:
    from handback.records.documents.models import Document

_PAGES = re.compile(r"(\d+)/(\d+)")
ORDER = [queries.Stage.OPENING, queries.Stage.LOOKING, queries.Stage.KEEPING]


@dataclass(frozen=True, slots=True)
class Progress:
    """`step` of `steps`, 0 while the document waits; `seconds` since reading began; `before` are ahead."""

    step: int
    doing: str
    seconds: int
    before: int
    steps: int = len(ORDER)


def progress_of(document: "Document", now: datetime) -> Progress:
    """How far a document that is kept and not read has come."""
    held = document.held_until is not None and document.held_until >= now
    pages = _PAGES.fullmatch(document.stage)
    if not held or not (pages or document.stage in ORDER):
        return Progress(0, "", 0, queries.before(document))
    began = document.started_at or now
    stage = queries.Stage.OPENING if pages else queries.Stage(document.stage)
    doing = str(stage.label)
    if pages:
        doing = f"Reading the words in the pictures: {pages[1]} of {pages[2]} pages, up to a minute for each"
    return Progress(ORDER.index(stage) + 1, doing, max(int((now - began).total_seconds()), 0), 0)
