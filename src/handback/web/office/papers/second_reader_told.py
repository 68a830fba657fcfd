"""What a document's page tells of the second reader."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handback.records.documents import queries
from handback.web.office.papers.asking_process import wake
from handback.web.office.papers.presenters.second_reader import AskingShown, SecondProgress
from handback.web.office.papers.second_reader import chosen_or_why_not

if TYPE_CHECKING:
    from handback.records.documents.models import Document

MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class SecondTold:
    """`model` can be asked, `wrong` says why it cannot though somebody set it; what is asked now, and was."""

    model: str = ""
    wrong: str = ""
    progress: SecondProgress | None = None
    accounts: list[AskingShown] = field(default_factory=list)


def second_told(document: "Document") -> SecondTold:
    """What the page of a document tells; asking goes on if it waits."""
    model, wrong = chosen_or_why_not()
    rows = list(queries.askings(document)[:MOST_TOLD])
    waits = next((row for row in rows if row.state == queries.AskingState.WAITING), None)
    if waits:
        wake()
    return SecondTold(
        model=model.reader.model if model and document.text.strip() else "",
        wrong=wrong,
        progress=SecondProgress(waits) if waits else None,
        accounts=[AskingShown(row) for row in rows if row is not waits],
    )
