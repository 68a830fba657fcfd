"""What is refused of documents and claims, by name, each with a sentence fit to show."""

from math import ceil

from handback import reading
from handback.records.documents.models import Claim


class DocumentRefused(ValueError):
    """A document that is not kept, with a sentence that says why."""


class EmptyDocument(DocumentRefused):
    """There is nothing in it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is empty, so there was nothing to keep. Choose another file.")


class DocumentTooLarge(DocumentRefused):
    """It is larger than Handback keeps."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            f"“{name}” is {ceil(size / 100_000) / 10} MB. Handback keeps documents of up to "
            f"{reading.MOST_BYTES / 1_000_000:.0f} MB. Split it, or save it without pictures, and try again."
        )


class AlreadyDecided(ValueError):
    """A person has already accepted, amended or rejected this claim."""

    def __init__(self, claim: Claim) -> None:
        who = f"{claim.decided_by} has" if claim.decided_by else "A later reading of the document has"
        super().__init__(f"{who} already dealt with this claim.")


class ClaimChanged(ValueError):
    """A claim that says something else than what was shown to who judged it."""

    def __init__(self) -> None:
        super().__init__("This claim was read anew after you opened the page. Look at it again.")


class ClaimsChanged(ValueError):
    """Some of many claims are no longer as they were shown: none of them is accepted."""

    def __init__(self, gone: int, of: int) -> None:
        super().__init__(
            f"{gone} of these {of} claims changed after the list was shown, so none of them was accepted. "
            "Look at the list again."
        )


class NoReason(ValueError):
    """A rejection that does not say why."""

    def __init__(self) -> None:
        super().__init__("Say why the claim is rejected, so that others can follow the record.")


class TextChanged(ValueError):
    """Claims that were worked out on a text which has been read anew since."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was read anew meanwhile, so nothing was proposed. Look at it again.")


class NothingToRead(ValueError):
    """A document that is not a scan, or whose pictures were read already."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” has no pictures of pages that are still to be read.")


class NothingToAsk(ValueError):
    """A document without words, or one that nobody has read yet."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” has no words yet that a second reader could be asked about.")


class AlreadyAsked(ValueError):
    """A second reader is being asked about the document."""

    def __init__(self, name: str) -> None:
        super().__init__(f"A second reader is being asked about “{name}” already. Nothing was sent twice.")
