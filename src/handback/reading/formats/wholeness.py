"""Whether a page gives its whole text, says that there is more, or says that it is withheld."""

import re

from handback.reading.document import State

_CUT = re.compile(
    r"\b(?:subscribe to (?:read|continue)"
    r"|(?:log|sign) in to (?:read|continue)"
    r"|continue reading (?:the|this) (?:full )?(?:story|article)"
    r"|to (?:read|see) the (?:full|rest of the) (?:story|article|text)"
    r"|this is a preview|\[(?:text )?truncated\])",
    re.I,
)
_CUT_ITEM = re.compile(r"\bview the full (?:minutes|decision|agenda|item) text(?: for item \S+)?", re.I)
_OF_CUT_ITEM = "ew the full "  # looked for first, since it is rare
_WITHHELD = re.compile(
    r"\b(?:not for publication (?:by virtue|under|because)"
    r"|(?:report|minute|document|item) is (?:exempt|restricted|confidential)"
    r"|contains exempt information (?:and|so) (?:is|was) not published"
    r"|view reasons? (?:why )?(?:the )?(?:document|reason)s? (?:are |is )?restricted)",
    re.I,
)
_LITTLE = 1_200  # characters: with more than this, a notice speaks of an attachment and not of the page


def state_of(text: str) -> tuple[State, str]:
    """The state of a page that has words, and the reason where it is not whole."""
    if len(text) <= _LITTLE and _WITHHELD.search(text):
        return State.WITHHELD, "The page says that its text is not for publication."
    if _CUT.search(text[-_LITTLE:]):
        return State.CUT, "The page says that there is more to read elsewhere."
    if _OF_CUT_ITEM in text.lower() and (cut := _CUT_ITEM.search(text)):
        return State.CUT, f"The text breaks off and says “{cut[0]}”: the rest is on another page."
    return State.WHOLE, ""
