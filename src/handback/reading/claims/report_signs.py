"""A cheap test for every stretch: whether it can promise or order a report at all.

A verb of reporting that binds stands behind a helping word ("will report", "to be sent"), behind another
verb that does ("look at it and report"), or asks or promises by itself; where orders are read it may stand
anywhere. "The report" and "figures were received" bind nobody, and are most of what minutes say of reports.
"""

import re

from handback.reading.claims import verb_words as w
from handback.reading.claims.report_verbs import ASKED, GIVING_WORD, HEADS
from handback.reading.claims.verb_groups import FIXED
from handback.reading.claims.verb_words import words

_WORD = re.compile(r"[a-z](?:[a-z-]*[a-z])?")
#: "Will, of course, keep": words set off inside a verb group.
_ASIDE = re.compile(r"(?<=[a-z]), (?:[a-z]+ ){0,3}[a-z]+,(?= [a-z])", re.I)
_BY_ITSELF = ASKED | GIVING_WORD
#: Whoever only asks wants a paper where he asks for one: "residents asked the Council to" wants none.
_ASKS = words("""
    asked asks called
""")
_DOUBTED = frozenset(modal for modal, look in w.MODALS.items() if look == "doubt")
_BEFORE = (frozenset(w.MODALS) - _DOUBTED) | words("""
    ll d to be please and or also then
""")
#: What was done binds nobody, save behind another helping word: "will have been sent".
_DONE = words("""
    been being have has had
""")
#: "Is expected", "have been scheduled", "are told to": only what is planned or ordered binds behind these.
_BE = (
    w.BE_PRESENT
    | w.BE_PAST
    | words("""
    been s re m
""")
)
_PLANNED_OR_ORDERED = w.PLANNED | w.ORDERING | FIXED
#: What stands behind "be" where a paper is to be there: "a report will be ready".
_AFTER_BE = words("""
    made ready available with back before to on a an
""")


def may_report(text: str, *, ordered: bool) -> bool:
    """Whether any verb stands in a sentence so that it can promise or order a report.

    `ordered`: a bare verb is read as an order ("that the Clerk report").
    """
    found = _WORD.findall(text.lower().replace("e-mail", "email"))
    if "committed" in found:
        return True  # "to providing reports"
    if HEADS.isdisjoint(found):
        return False
    if ordered or any(_binds(found, at) for at, word in enumerate(found) if word in HEADS):
        return True
    return (
        ", " in text and _ASIDE.search(text) is not None and may_report(_ASIDE.sub("", text), ordered=False)
    )


def _binds(found: list[str], at: int) -> bool:
    """Whether the word at an index binds somebody to report: ordered or planned, and not already done."""
    word = found[at]
    after = found[at + 1] if at + 1 < len(found) else ""
    if word in _ASKS:
        return after == "for"
    if word in _BY_ITSELF:
        return True
    if word == "be":
        return after in _AFTER_BE
    planned = word in _PLANNED_OR_ORDERED
    for helping in reversed(found[:at]):
        if helping in _BEFORE or (planned and helping in _BE):
            return True
        if helping in _DOUBTED:
            return word == "expect"
        if not (helping in _DONE or _may_stand_between(helping)):
            return False
    return False


def _may_stand_between(word: str) -> bool:
    """Whether a word may stand inside a verb group: "will shortly also report"."""
    return word in w.BETWEEN or word.endswith("ly")
