"""Functions of a council, as documents name them, and the holders that they are said to be with."""

import re
from collections.abc import Iterator

from handback.reading.claims.lists import coordinated

COUNCIL, COMMISSIONERS, OTHER = "council", "commissioners", "other"

_HOLDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (COMMISSIONERS, re.compile(r"\b(?:commissioners?|managing directors? appointed)\b", re.I)),
    (OTHER, re.compile(r"\b(?:trust|combined authority|another (?:council|authority)|neighbouring"
        r" (?:council|authority)|county council's|company|panel|secretary of state)\b", re.I)),
    (COUNCIL, re.compile(r"\b(?:council(?:'s)?|councils|councillors?|cabinet(?: members?)?|elected"
        r" members?|members|authority|borough|executive|local control|democratic(?:ally[- ]elected)?"
        r" \w+|town hall|officers|mayor|leader)\b", re.I)),
)  # fmt: skip

_LEAD = re.compile(
    r"^(?:(?:only|own|right|run|commissioners'?|the|its|their|his|her|of|over|for|in|on|to|relating"
    r"|related|about|concerning|with"
    r"|regard|respect|all|full|direct|day-to-day|executive|a|return|range|exercise|performance"
    r"|control|powers?|responsibility|responsibilities|"
    r"functions?|decision[- ]making|authority|management|running|associated|council's|councils|by"
    r"|back|both|and|also|including|namely|as|follows|such|those|these|certain|well|key|remaining"
    r"|following|council)\b[ ,:]*(?:\([ivxa-z0-9]{1,4}\) )?)+",
    re.I,
)
_TAIL = re.compile(
    r"(?:[ ,;:.\"'-]|\b(?:functions?|powers?|back|again|now|only|first|last of all|as well|too|and"
    r"|or|also|itself|alone|in full|over|both)\b)+$"
)
_ALL = re.compile(
    r"\b(?:all (?:of )?(?:its |the |their |other |remaining |executive |council "
    r"|local )*(?:functions|powers|services|responsibilities)(?! (?:relating|on|of(?! the (?:council"
    r"|authority)\b)|for|in|over|associated)\b)|everything else|all (?:two|three|four|five|six|seven"
    r"|eight|nine|ten)|(?:^|\b(?:the|its|their) )(?:remaining|other|rest of the) (?:functions|powers"
    r"|services))\b",
    re.I,
)
_VAGUE = re.compile(
    r"^(?:this|that|these|those) (?:function|service|area|power)s?$|\b(?:(?:some|a"
    r" number of|a further number of|certain|several|many|most|selected|more|various|a range of|these"
    r"|those|its|their|\w+ of (?:the|its) (?:\d+|\w+)) (?:\w+ ){0,2}(?:functions|powers|services"
    r"|responsibilities))\b|^(?:powers|functions|services|control)\b|\bcontrol of [A-Z][\w ]+",
    re.I,
)
_NO_FUNCTION = re.compile(
    r"^(?:it|them|this|that|these|those|him|her|us|me|they|which|who|place|post|office|power|powers"
    r"|functions?|control|work|time|date|year|money|staff|people|council|authority|members"
    r"|commissioners?|advice|oversight"
    r"|veto|seat|report|plan|intervention|directions?|order|confidence|trust|the .*(?:member|chair"
    r"|seat)s?|end|part|place|position|touch|charge|force|high|so|normal|other functions|others?"
    r"|\d[\d/, ]*|role|us all|sight.*|\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+.*|(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December)\b.*|earlier|view|more"
    r"|responsible|key functions|some key functions|decision[- ]making|running|management|performance"
    r"|exercise|from .*|(?:listed|set out|named|described) (?:below"
    r"|above)|one|two|three|four|five|six|seven|eight|nine|ten|(?:oversight|advice|supervision|scrutiny)"
    r" (?:of|on|over) .*)$",
    re.I,
)
_ENUMERATOR = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*")
_ARTICLE = re.compile(r"(?:the|its|their|all) ", re.I)
_JOINED = re.compile(
    r"^(?!.*\b(?:exception|apart|other than|except|besides)\b).*(?:,|;|\band|\bas well"
    r" as|\bplus) $"
)
_SPECIFIED = re.compile(
    r"(?:specified|set out|listed|described|mentioned|referred to|named|shown) (?:in|at|by|under)\b"
)
LONGEST_NAME = 110


def holder_of(words: str) -> str | None:
    """`council`, `commissioners` or `other`, by the first holder that the words name."""
    found = [(match.start(), holder) for holder, pattern in _HOLDERS if (match := pattern.search(words))]
    return min(found)[1] if found else None


def functions_in(words: str, start: int, end: int, *, one: bool = False) -> Iterator[tuple[str, int, int]]:
    """The functions named between two places: name as written, and where its words begin and end.

    "children's services, adult social care and audit" names three; "all functions" is a function by
    that name; "some powers" is one only where nothing better is named. `one` says that the words
    are an item of a list, which names one function however many words it takes.
    """
    stretch = words[start:end]
    whole = _ALL.search(stretch)
    rest = start
    if whole:
        if whole.start() > 8 and _JOINED.search(stretch[: whole.start()]):
            yield from _named(words, start, start + whole.start())
        yield whole[0], start + whole.start(), start + whole.end()
        rest = start + whole.end()
        more = re.match(r",? (?:including|and in particular|among them|notably) ", words[rest:end])
        if not more:
            return
        rest += more.end()
    found = list(_named(words, rest, end, one=one))
    if found or whole:
        yield from found
        return
    vague = _VAGUE.search(stretch)
    if vague:
        yield vague[0], start + vague.start(), start + vague.end()


def _named(words: str, start: int, end: int, *, one: bool = False) -> Iterator[tuple[str, int, int]]:
    including = re.search(
        r"\b(?:including|namely|such as|among them|in particular|notably|which"
        r" are|covering|relating to|related to|associated with|in respect of|in relation to)\b:? ",
        words[start:end],
    )
    if including and (
        _VAGUE.search(words[start : start + including.start()])
        or re.search(r"\b(?:functions|services|powers|areas)\b", words[start : start + including.start()])
    ):
        start += including.end()
    for first, last in [(start, end)] if one else coordinated(words, start, end):
        piece = words[first:last]
        if _VAGUE.search(piece.strip()) and not re.search(
            r"\b(?:on|of|for|over|relating to"
            r"|associated with) [A-Za-z' ]+$",
            piece.strip(),
        ):
            continue
        mark = _ENUMERATOR.match(piece.lstrip())
        offset = len(piece) - len(piece.lstrip()) + (mark.end() if mark else 0)
        piece = piece[offset:]
        lead = _LEAD.match(piece)
        if lead and not _TAIL.sub("", piece[lead.end() :]):
            lead = _ARTICLE.match(piece)  # "performance management" is made of words that elsewhere lead in
        name = piece[lead.end() :] if lead else piece
        at = first + offset + (lead.end() if lead else 0)
        noun = re.search(
            r"\b(?:[Ff]unctions?|[Pp]owers?|[Ss]ervices)(?: of the (?:Authority|[Cc]ouncil))? $",
            words[first:at],
        )
        if noun and _SPECIFIED.match(name):  # "the functions specified in Annex B" are known by no other name
            at = first + noun.start()
            name = words[at : first + offset + len(piece)]
        name = _TAIL.sub("", name)
        if (
            name
            and len(name) <= LONGEST_NAME
            and not _NO_FUNCTION.match(name)
            and (not _VAGUE.match(name) or _SPECIFIED.search(name))
            and _is_name(name)
        ):
            yield name, at, at + len(name)


_VERBAL = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|that|who|which"
    r"|because|not|be|been|followed|began|became|came|went|may|can|could|should|he|she|it|they|we|I)\b"
)


def _is_name(name: str) -> bool:
    return not _VERBAL.search(name) and bool(re.search(r"[A-Za-z]{3}", name)) and len(name.split()) <= 14
