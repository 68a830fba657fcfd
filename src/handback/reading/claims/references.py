"""Documents referred to: their title, kind, date, and address where the page links to them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.fields import day_in
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline, Zone
from handback.reading.document import Role
from handback.reading.words.beginnings import sought
from handback.reading.words.letters import letters_of
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits, watch

_KINDS = (
    ("act", r"Act \d{4}"),
    ("order", r"(?:Order|Regulations)(?: \d{4})?"),
    ("directions", r"Directions?"),
    ("minutes", r"Minutes"),
    ("letter", r"Letter"),
    ("strategy", r"Strategy|Financial Plan|Roadmap"),
    (
        "policy",
        r"Policy|Protocol|Code(?: of Conduct| of Practice)?|Procedure Rules|Constitution"
        r"|Scheme of Delegation",
    ),
    ("agreement", r"Agreement|Memorandum of Understanding"),
    ("plan", r"Plan|Programme|Framework|Charter"),
    ("statement", r"Statement(?: of Accounts)?"),
    ("report", r"Report|Review|Assessment|Evaluation"),
)
#: A document's kind, which every title ends with: looked for before the titles themselves.
_ANY_KIND = sought("|".join(words for _, words in _KINDS))
_SMALL = r"(?:of|for|and|the|on|in|&)"
_TITLE = re.compile(
    rf"(?P<title>(?:[A-Z][\w'&/-]*|\d{{4}}(?:[-/]\d{{2,4}})?)(?: (?:[A-Z(][\w'&/)-]*|{_SMALL})){{0,9}}?"
    rf" (?P<kind>{'|'.join(words for _, words in _KINDS)}))(?![\w-])"
    r"(?! (?:Sub-)?(?:Committee|Panel|Board|Team|Group|Officer|Manager|Task))"
    r"(?P<years>,? \(?(?:19|20)\d{2}(?: ?[-/] ?\d{2,4})?\)?)?"
)
_MINUTES = re.compile(
    r"\b(?P<title>minutes of (?:the |a )?(?:last |previous |special |extraordinary )?"
    r"(?:meetings?|(?P<body>[A-Z][\w' &-]{3,60}?))"
    r"(?: of (?:the )?(?P<of>[A-Z][\w' &-]{3,60}?))?(?: meeting)?,? (?:held )?(?:on|dated|of)"
    r" (?P<when>[^.;,]{6,34}\d{4}))"
)
_LETTER = re.compile(
    r"\b(?P<title>letter (?:from|to|of) (?:the |a )?[A-Z][\w' ,&-]{2,80}?)"
    r"(?:,? (?:dated|of|on) (?P<when>\d[^.;,]{5,24}\d{4}))"
)
_DATED = waits(r"^,? ?\(?(?:dated|of|published (?:on|in)|issued (?:on|in)) (?P<when>[^.;,)]{6,30}\d{4})")
_GENERIC = re.compile(
    r"^(?:The |This |That |A |An |Cabinet |Council |Committee |Annual |Officer |Action |Business |Work "
    r"|Forward |New |Draft |Progress |Update |Internal |Monitoring |Performance |Quarterly |Final |Interim "
    r"|Full )*(?:Report|Plan|Review|Policy|Strategy|Statement|Agreement|Letter|Minutes|Directions?"
    r"|Assessment|Audit|Programme|Order|Framework|Code|Protocol|Evaluation|Charter)$"
)
_NO_TITLE = re.compile(
    r"^(?:In|On|At|By|To|From|With|For|That|When|If|As|Following|Agree|Approve|Note|Endorse|Adopt|Consider|Receive|Accept|Refer|Refresh|Councillor|Cllr|Mr"
    r"|Mrs|Ms|Dr|RESOLVED|AGREED)\b"
)
_NAMED = watch(_ANY_KIND, _MINUTES, _LETTER)
_LINKED = frozenset({Role.ATTACHMENT, Role.MINUTES})
_SIZE = re.compile(r"\s*(?:\(?(?:pdf|doc|docx|xlsx)\b.*|\(?PDF,? ?\d.*|\d+ ?[KM]B)$", re.I)


def find(found: Outline) -> Iterator[Claim]:
    """The documents that a document refers to, each once, from the first place that names it."""
    named: set[str] = set()
    addresses = {
        _key(_unsized(link.words)): link.address for link in found.document.links if link.role in _LINKED
    }
    for part in found.parts:
        if part.zone is Zone.RESTATED:
            continue
        for sentence in part.sentences:
            for one in _in_sentence(found, sentence, addresses):
                key = _key(str(one.attributes["title"]))
                if key not in named:
                    named.add(key)
                    yield one


_SIZED = letters_of(_SIZE)


def _unsized(words: str) -> str:
    """The words of a link without the size of what it leads to."""
    low = words.lower()
    return _SIZE.sub("", words) if any(letters in low for letters in _SIZED) else words


def _key(title: str) -> str:
    return _MARKS.sub(" ", title.lower().removeprefix("the ")).strip()


_MARKS = re.compile(r"[^a-z0-9]+")


def _in_sentence(found: Outline, sentence: Sentence, addresses: dict[str, str]) -> Iterator[Claim]:
    """The documents that a sentence names: minutes and letters by their date, others by their title."""
    if not sentence.may & _NAMED:
        return
    words = sentence.words
    for match in _MINUTES.finditer(words) if "minutes of " in words else ():
        yield _reference(
            found, sentence, match.span("title"), match["title"], "minutes", match["when"], addresses
        )
    for match in _LETTER.finditer(words) if "letter " in words else ():
        yield _reference(
            found, sentence, match.span("title"), match["title"], "letter", match["when"], addresses
        )
    if not _ANY_KIND.search(words, 1):
        return
    for match in _TITLE.finditer(words):
        title = _trimmed(match["title"], dated=bool(match["years"]))
        if title is None:
            continue
        years = (match["years"] or "").rstrip()
        start = match.start("title") + match["title"].rindex(title)
        end = match.end("title") + len(years)
        dated = _DATED.match(words, end)
        when = dated["when"] if dated else ""
        yield _reference(
            found, sentence, (start, end), f"{title}{years}", _kind(match["kind"]), when, addresses
        )


def _trimmed(title: str, *, dated: bool) -> str | None:
    """A title without the words that open its sentence; None where what is left names no one document."""
    while opening := _NO_TITLE.match(title):
        title = title[opening.end() :].lstrip()
    title = _SMALL_FIRST.sub("", title)
    if not title[:1].isupper() and not title[:1].isdigit():
        return None
    generic = len(title.split()) < 2 or (not dated and _GENERIC.match(title))
    return None if generic else title


_SMALL_FIRST = re.compile(r"^(?:(?:the|of|for|and|on|in|to|The|This|That) )+")


def _kind(words: str) -> str:
    return next(name for name, pattern in _EACH_KIND if pattern.fullmatch(words))


_EACH_KIND = tuple((name, re.compile(pattern)) for name, pattern in _KINDS)


def _reference(
    found: Outline,
    sentence: Sentence,
    place: tuple[int, int],
    title: str,
    kind: str,
    when: str,
    addresses: dict[str, str],
) -> Claim:
    """The claim that a document is named, with its address where the page links to its title."""
    day = day_in(when) if when else None
    one = claim(
        found.document,
        Type.REFERENCE,
        sentence,
        *place,
        rule=f"{'named' if kind not in ('minutes', 'letter') else 'dated'} document",
        confidence=0.8,
    )
    told = {"title": title, "kind": kind, "date": day.isoformat() if day else None}
    return replace(one, attributes=MappingProxyType(told | {"address": addresses.get(_key(title))}))
