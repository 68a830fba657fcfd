"""Purposes: what an agenda says an item is for, under its title: "The Committee will be given an update".

Such a line stands on every agenda of its sort, before anybody has met. It promises nothing, save where it
names a time of its own.
"""

import re

from handback.reading.claims.labels import Zone
from handback.reading.claims.outline import Outline, Part
from handback.reading.document import Kind
from handback.reading.words.watch import waits, watched

_BODY = (
    r"(?:[Mm]embers|[Cc]ouncillors|(?:[Tt]he |[Tt]his )?(?:Overview and |Sub-)?(?:Committee|Sub-Committee"
    r"|Panel|Board|Forum|Cabinet|Council|Authority|Commission|Executive|Group|Chair(?:man|person)?))"
)
_PURPOSE = waits(
    r"\(?To [a-z]+ "
    r"|(?:The )?(?:[A-Z][\w'-]*,? |of |and |for |the )+will"
    r" (?:submit|present|report|introduce|give|provide)\b"
    rf"|{_BODY} (?:will|are|is|to)(?: also| then)? (?:be )?(?:receiv|consider|review|not(?:e|ing)\b|discuss"
    r"|hear|provided|given|asked|invited|requested|updated|advised|presented|scrutini)"
)
#: What leads to a list of purposes: "To seek Cabinet's approval of:".
_LEADS_ON = re.compile(
    r"To (?:seek|consider|receive|approve|agree|note|ask|request|recommend|authorise)\b[^.]*:$"
)
_OF_AGENDA = waits(
    r"\b(?:Agenda (?:item|and (?:draft )?minutes|and decisions)|Issue - (?:meetings|decisions)"
    r"|Decision details|No\.? ?\|? ?Item|Declarations? of [Ii]nterests?)\b"
    r"|\bTo (?:receive|consider|approve|confirm|note) "
)
#: What ends a title that links to its paper: "Work programme pdf icon PDF 80 KB".
_FILE = (" KB", " MB", " KB.", " enclosed", " attached")
HEAD = 2_000  # characters in which an agenda shows itself


def is_agenda(found: Outline) -> bool:
    """Whether a document is an agenda, with or without the minutes of its items."""
    return _OF_AGENDA.search(found.plain[:HEAD]) is not None


def is_infinitive(part: Part) -> bool:
    """Whether a purpose is told as agendas tell it: "To elect a Chair for 2026/27", or under a label."""
    return part.whole.words.startswith(("To ", "(To ")) or part.zone is Zone.OPTIONS or _is_item(part)


def _is_item(part: Part) -> bool:
    return part.item or part.passage.kind is Kind.ITEM


def is_purpose(found: Outline, index: int) -> bool:
    """Whether a part of an agenda says under a title what its item is for, or in the title's own line."""
    part, before = found.parts[index], found.parts[index - 1] if index else None
    words = part.whole.words
    if _is_item(part):
        above = next((one for one in reversed(found.parts[:index]) if not _is_item(one)), None)
        return above is not None and _LEADS_ON.match(above.whole.words) is not None
    if part.passage.kind is not Kind.PARAGRAPH:
        return False
    if part.zone is Zone.OPTIONS and _PURPOSE.match(words):
        return True
    titled = before is None or (before.passage.kind is Kind.HEADING or before.whole.words.endswith(_FILE))
    if (titled and _PURPOSE.match(words)) or _TO_READERS.search(words, part.whole.may):
        return True
    title = _TITLE.match(words)
    return title is not None and _PURPOSE.match(words, title.end()) is not None


#: A title that has run into what stands under it: "Apologies for absence To report any apologies".
_TITLE = re.compile(
    r"(?!The )(?:[A-Z][\w'/-]*,? |[a-z]+ ){1,10}?(?=(?:To|The|Members|Councillors) [a-zA-Z]+ )"
)
#: What every agenda tells the public.
_TO_READERS = watched(r"\b[Yy]ou will be (?:told|asked|invited) (?:at|if|to|whether)\b")
