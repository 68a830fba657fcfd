"""One function: its name as written, and what is left off at either end of it.

Words that only say "power over", "the running of" or "responsibility for" are left off before it, "too" and
"in full" after it; a body, a pronoun or a clause names none.
"""

import re
from dataclasses import dataclass

from handback.reading.claims.holders import HOLDER
from handback.reading.claims.patterns import pattern
from handback.reading.claims.vague import LEAD, LINK, NO_FUNCTION, PRONOUN, SOME, is_vague, names_none
from handback.reading.words.later import later
from handback.reading.words.watch import waits

LONGEST_NAME = 170


@dataclass(frozen=True, slots=True)
class Named:
    """A function: its name as written, and where that begins and ends in the words looked at."""

    name: str
    start: int
    end: int


_INNER = later(
    r"\b(?:functions|powers|responsibilit(?:y|ies)|control|duties|decision-making)"
    r"(?: of (?:the |this )?(?:Authority|[Cc]ouncil))?,?"
    rf" (?!(?:of|for|on|in) (?:the (?:Authority|[Cc]ouncil)\b|[A-Z])){LINK} "
)
_DETERMINERS = later(
    r"(?:(?:an? (?:local )?(?:authority|council|county|borough)'s|the|(?:19|20)\d\d|relation to"
    r"|related to|those related to|neither|nor|following|its|their"
    r"|his|her|our|your|my|this|that|these|those|both|also|only|voluntarily|temporarily|permanently|jointly"
    r"|just|even|back|over|up|on|of|for|in|to|from"
    r"|namely|including|notably|as follows|first|secondly|second|third|finally|lastly|last of all|then"
    r"|firstly|well|as well as|"
    r"both of|and|or|but|so|one is|being|respectively|about|concerning|relating to|with|at|own|council's"
    r"|the council's|(?:local )?authority's)[ ,:]+)+",
    re.I,
)
_TAIL = later(
    r"(?:[ ,;:.\"'!?-]"
    r"|\b(?:functions?|powers?|responsibilities|matters|back|again|now|only|(?-i:first)|last|last of all"
    r"|as well|too|and|or|also|itself|themselves|alone|in full|over|both|respectively|in turn"
    r"|on (?:\w+(?:'s)? ){1,4}behalf"
    r"|of (?:the|its) (?:council|authority)"
    r"|already"
    r"|in (?:particular|time|May|June|July|April|March|January|February|August|September|October|November"
    r"|December)"
    r"|next|then|at once|altogether|entirely|including|such as|to|by|with|from|the|of|today|yesterday"
    r"|tomorrow|soon|together|either|yet|not"
    r"|in the (?:borough|city|county|district|town|area)"
    r"|across the (?:borough|city|county)))+$",
    re.I,
)
_EXCEPT = waits(
    r",? (?:\(|- )?\b(?:except|other than|apart from|but not|excluding|save|with the exception"
    r"|not including|aside from|besides"
    r"|but|not (?!in\b)|rather than|instead of|as opposed to|without)\b.*$",
    re.I,
)
_ASSOCIATED = waits(
    r",? (?:including|with|together with|and) (?:all |any |the )*(?:associated|related|ancillary)\b.*$"
)
_CUT = later(
    r",? \b(?:which|that|who|where|whose|when|as (?:set out|listed|described|specified|well)|set out"
    r"|currently|listed|on \w+ grounds|due to|owing to|because of)\b(?! as ).*$"
)
_VERBAL = later(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|told|that|because|been|felt|followed|began"
    r"|became|came|went|can|could|should|how|he|she|it|they|we|I|if|whether|meanwhile|however|must|shall"
    r"|\w{3,}ed (?=(?:the|an?|its|his|their|that) ))\b"
)
_AS_BODY = later(
    r"(?:local )?(?:housing|planning|harbour|licensing|education|highway|waste|burial"
    r"|lighting)\w* authority$"
)
_WHO = later(rf"{HOLDER}")
_OF_PLACE = later(r"(?<=functions|.services) (?:of|in|at) (?:[A-Z][\w'-]+ ?){1,4}$")
_MARK = later(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*")


def stripped(words: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without spaces and marks at its ends, and without what it excepts."""
    piece = words[start:end]
    cut = _ASSOCIATED.search(piece) or _EXCEPT.search(piece)
    if cut and cut.start() > 3:
        piece = piece[: cut.start()]
    piece = pattern(r" as (?:and when )?(?:required|necessary|appropriate|needed)\W*$").sub("", piece)
    part = pattern(r",? (?:both|all|each|neither|either|some|most|two|three|four) of[ ,]*$").search(piece)
    piece = piece[: part.start()] if part and part.start() > 2 else piece
    piece = pattern(r",? (?:apart|aside)$").sub("", piece)
    end = start + len(piece.rstrip(" ,;:.-"))
    while start < end and words[start] in " ,;:.-":
        start += 1
    doing = _DOING.match(words, start, end)
    return (doing.end() if doing else start), end


def as_written(words: str, start: int, end: int) -> Named:
    """A function named by a stretch as it stands, an article before it left off."""
    piece = pattern(r"^(?:the |its |their |these |those )(?=\w)").sub("", words[start:end])
    start = end - len(piece)
    return Named(piece.strip(), start, end)


_EXECUTIVE = later(
    r"(?:all )?(?:[Cc]ouncil's |[Aa]uthority's )?(?:non-)?executive (?:functions|powers)"
    r"(?: of (?:the )?(?:[A-Z][\w'-]+ ){0,4}(?:[Cc]ouncil|[Aa]uthority))?"
)


def _past_determiners(words: str, start: int, end: int) -> int:
    small = _DETERMINERS.match(words, start, end)
    return small.end() if small and small.end() < end else start


def function_at(words: str, start: int, end: int) -> Named | None:
    """The function that a stretch names, without what is said before and after its name; None for none."""
    start, end = stripped(words, start, end)
    begin = start
    mark = _MARK.match(words[start:end])
    start += mark.end() if mark else 0
    executive = _EXECUTIVE.fullmatch(words, _past_determiners(words, start, end), end)
    if executive:
        return Named(executive[0], *executive.span())
    inner = _INNER.search(words, start, end)
    start = inner.end() if inner else start
    lead = LEAD.match(words, start, end)
    while lead and len(words[lead.end() : end].strip()) > 2:
        start = lead.end()
        lead = LEAD.match(words, start, end)
    start = _past_determiners(words, start, end)
    name = words[start:end]
    if is_vague(name) or LEAD.fullmatch(f"{name.rstrip(' :')} ") or _DEED_ON_POWERS.fullmatch(name):
        return None
    cut = _CUT.search(name)
    if cut and cut.start() > 2:
        name = name[: cut.start()]
    name = _TAIL.sub("", name)
    if _WHO.fullmatch(name) and pattern(
        r"(?:the )?(?:full |direct |overall |effective |executive |political |day-to-day )*"
        r"(?:control|running) of ",
        re.I,
    ).match(words[begin:end]):
        start = begin + (4 if words[begin:end].lower().startswith("the ") else 0)
        name = words[start:end].strip()
        return Named(name, start, start + len(name))
    placed = _OF_PLACE.search(name)
    name = name[: placed.start()] if placed else name
    return Named(name, start, start + len(name)) if _is_name(name) else None


#: "Responsible for exercising the housing functions", "take over running care": the deed is no name.
_DOING = later(
    r"(?:exercising|performing|discharging|running)(?: all(?: of)?)? (?:(?:the|its|their|[A-Z][\w-]+'s?) )?"
    r"(?=[a-zA-Z])"
)
#: "They include and replicate the powers": what is done with powers names none.
_DEED_ON_POWERS = later(r"[a-z]+ (?:the|these|those) (?:powers|functions|responsibilities)")


#: "The quarrelsome little council": whose functions, and none of them.
_COUNCIL_ITSELF = later(r"(?:[a-z][\w-]+ ){1,4}(?:council|local authority)")


def _is_name(name: str) -> bool:
    if names_none(name) or (_COUNCIL_ITSELF.fullmatch(name) and " of " not in name):
        return False
    if len(name) > LONGEST_NAME or len(name) < 2 or not pattern(r"[A-Za-z]{2}").search(name):
        return False
    if PRONOUN.match(name) or SOME.fullmatch(name) or (_WHO.fullmatch(name) and not _AS_BODY.match(name)):
        return False
    if NO_FUNCTION.match(name) and not pattern(r"[A-Z][a-z]{3,}$").match(name):
        return False
    return not _VERBAL.search(name) and len(name.split()) <= 24
