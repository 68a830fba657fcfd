"""The claims that would be accepted together, and those that are left out, each with its reason."""

import hashlib
from functools import cached_property

from handback.web.office.papers.presenters.claims import ClaimShown
from handback.web.office.papers.presenters.consequences import Consequence, Outlook
from handback.web.office.papers.presenters.documents import DocumentPage

MOST_AT_ONCE = 500
APART = frozenset({"conflict", "field"})


class ManyPage:
    """What accepting all claims above a certainty comes to, for one document.

    Left out are claims that go into drafts, those that the record holds already, and figures or fields that
    contradict each other: a person looks at each of them.
    """

    def __init__(self, page: DocumentPage, outlook: Outlook, least: float) -> None:
        self.document, self.least = page.document, least
        sure = [c for c in page.claims if c.waits and c.row.confidence >= least]
        self._told = [(claim, outlook.of(claim.row)) for claim in sure]

    @cached_property
    def claims(self) -> list[ClaimShown]:
        """The claims that would be accepted, at most MOST_AT_ONCE."""
        return [claim for claim, does in self._told if not _why_not(claim, does)][:MOST_AT_ONCE]

    @cached_property
    def left_out(self) -> list[tuple[ClaimShown, str]]:
        """The claims that are as sure and are left to be judged one by one, with the reason."""
        return [(claim, why) for claim, does in self._told if (why := _why_not(claim, does))]

    @property
    def is_more(self) -> bool:
        """Whether there are further claims than can be accepted at once."""
        return len(self._told) - len(self.left_out) > len(self.claims)

    @property
    def seal(self) -> str:
        """The same as long as exactly these claims, as they are now, would be accepted."""
        return hashlib.sha256(",".join(claim.seal for claim in self.claims).encode()).hexdigest()


def _why_not(claim: ClaimShown, does: Consequence) -> str:
    if claim.amiss or claim.row.type in APART:
        return "a person looks at what does not agree"
    if does.makes_a_draft:
        return "it goes into a draft"
    return "the record holds it already" if does.is_held else ""
