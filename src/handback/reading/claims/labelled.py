"""Run-in labels that say who has what they name: "Functions returned: parks; piers", "Cabinet: housing"."""

import re
from collections.abc import Iterator

from handback.reading.claims.alarms import may_lead
from handback.reading.claims.claim import Claim
from handback.reading.claims.council_work import is_service
from handback.reading.claims.functions import functions_in
from handback.reading.claims.listed import Lead, holder_label, lead_of
from handback.reading.claims.page import Page, claim_of, day_of
from handback.reading.claims.patterns import pattern
from handback.reading.claims.vague import is_vague
from handback.reading.words.sentences import Sentence


def labelled_in(page: Page, where: Sentence) -> Iterator[Claim]:
    """A label and its value: "Functions returned: parks; piers", "Cabinet: housing"."""
    label = _LABEL.match(where.words)
    if label is None or SENTENCE_LIKE.search(label["label"]):
        return
    lead = _of_label(label["label"]) if may_lead(label["label"]) else None
    lead = lead or _of_holder(page, label["label"], where.words, label.start("what"))
    if lead is not None:
        yield from _labelled(page, where, lead, label.start("what"))


SENTENCE_LIKE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|had|have|should|must|may|can|could|shall|do|does|did|we|I|he"
    r"|she)\b"
)


_LABEL = re.compile(r"^(?P<label>[^:.;]{3,100}): ?(?P<what>(?=[^:]{3,400}$)[^:]+)$")


#: What was decided, and by whom: "Urgent decisions taken by the Leader".
ABOUT_DECISIONS = re.compile(r"\b[Dd]ecisions? (?:taken|made|by)\b")


def _of_label(label: str) -> Lead | None:
    """What a run-in label says: "Functions returned", "Tranche 2 (recommended for return)"."""
    if ABOUT_DECISIONS.search(label):
        return None
    inner = pattern(r"\(([^)]{4,60})\)").search(label)
    return lead_of(label, title=True) or (lead_of(inner[1], title=True) if inner else None)


def _of_holder(page: Page, label: str, words: str, first: int) -> Lead | None:
    """ "Cabinet: housing, planning": nothing but a holder and what are plainly functions."""
    lead = holder_label(label) if page.intervention else None
    names = functions_in(words, first, len(words.rstrip(" ."))) if lead else []
    return lead if names and all(is_service(n.name) for n in names) else None


def _labelled(page: Page, where: Sentence, lead: Lead, first: int) -> Iterator[Claim]:
    end = len(where.words.rstrip(" .;"))
    names = functions_in(where.words, first, end)
    if not any(is_service(n.name) or is_vague(n.name) for n in names):
        return
    day = day_of(page, where, lead.status, None, first)
    for name in names:
        yield claim_of(
            page, where, 0, name.end, name.name, lead.holder, lead.status, day, "item under a lead-in"
        )
