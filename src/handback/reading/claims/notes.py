"""Decisions in note form, the verb "to be" left out: "Agreed as a true record", "9 High Street - GRANTED"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from handback.reading.claims.outline import Part
from handback.reading.claims.verbs import BASE, PAST, Group, group_at
from handback.reading.document import Kind
from handback.reading.words.watch import waits

_VERBS = (
    r"approved|agreed|adopted|readopted|appointed|reappointed|elected|deferred|postponed|withdrawn"
    r"|referred(?! to (?:in|as|above|below|at|on|by)\b)|rejected"
    r"|refused|dismissed|endorsed|accepted|noted|received|granted|declined|supported|authorised"
    r"|ratified|awarded"
    r"|recommended(?= to (?:full |the )?(?i:council|cabinet|executive|committee|board))|delegated"
    r"|put off|put back|held over|turned down|thrown out|signed off|sent back|adjourned"
    r"|decided against|carried(?! (?:out|on|forward|over)\b)|lost|defeated"
)
#: "Appointed by" says who did it; a paper "withdrawn by the Leader" is put off.
_NOT_BY = (
    r"(?:(?<=ithdrawn)(?= by (?:the )?(?:Cabinet|Leader|Chair|[Oo]fficers?|Director|Head|Council"
    r"|Mayor)\b)|(?! by\b(?! (?:\d|(?:a )?(?:show|majority)|the casting))))"
)
_BARE = waits(
    rf"^(?P<topic>[^.;:|]{{3,90}}: )?(?P<subject>[^.;:|]{{0,80}}?)\b(?P<verb>{_VERBS})\b{_NOT_BY}",
    re.I,
)
#: A matter and what was done with it, told without a subject: "2. Boathouse - approved the lease".
_TOPIC = re.compile(rf"(?P<topic>[^.;|]{{3,110}}?) - (?=(?:also )?(?:{_VERBS})\b(?! by\b))", re.I)
#: Where the pieces of a note end: cells, semicolons, and "A rejected, B endorsed".
_PARTED = re.compile(rf" ?[|;] ?|, (?=[^,|;.]{{2,60}} (?:{_VERBS})\W*(?:[|;]|$))", re.I)
_VERB_LAST = re.compile(rf"(?:{_VERBS})$")
LONGEST_VERB = 16  # characters: "decided against"
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|be|been|to|that|who|which|by|as|they|he|she|it|members)\b",
    re.I,
)
_IS = re.compile(r"\b(?:is|are|was|were|will|has|have)\b")
#: How many came in, and no decision: "19,702 complaints received".
_COUNTS = re.compile(r"\d[\d,]*%? [a-z]")
_NO_OBJECT = re.compile(
    r"\W*$| [A-Z]{2,3}(?:/[A-Z]{2,3})?$|[.,;:(]| -"
    r"| (?:as|subject|for|at|with|in|to|until|unanimously|and|on|by|from|after|without|nem"
    r"|per)\b"
)
#: An application and what became of it, at the end of a line: "9 High Street - new shopfront - GRANTED".
_STATUS = re.compile(
    r"[|:-] (?P<not>[Nn]ot |NOT )?(?P<verb>(?i:agreed|approved|accepted|refused|granted|deferred|rejected)"
    r"|carried|lost|CARRIED|LOST)(?: as amended)?(?: \([^)]*\))?\.?$"
)
#: What a list of applications says of each, as an order: "The Old Baths: DEFER for a site visit".
_ORDERED = re.compile(
    r"[|:-] (?P<verb>PERMIT|REFUSE|GRANT|APPROVE|DEFER|REJECT|DISMISS|AGREE|NOTE)"
    r"\b(?= (?:for|subject|with|as|on)\b|\W*$)"
)
_NOT_AGREED = re.compile(r"Not (?:agreed|approved|supported|accepted|granted)\b[^.]{0,60}\.?$")
SHORTEST = 12  # characters of a note that can be told from a heading


#: What names itself a record of decisions, in its first lines.
_OF_DECISIONS = re.compile(r"\b(?:[Dd]ecisions?|DECISIONS?|[Mm]inutes|MINUTES|[Rr]esolutions?)\b")
HEAD = 600  # characters of a document in which it says what it is
_OBJECT = re.compile(r" (?:the|an?|its|this|that|these|those|all|both|their|further|£|\d|[A-Z])")


def of_decisions(plain: str) -> bool:
    """Whether a document names itself a record of decisions, so that "Received a paper" is one."""
    return _OF_DECISIONS.search(plain, 0, HEAD) is not None


def noted(part: Part, words: str, *, recorded: bool = False) -> Iterator[tuple[int, int, Group]]:
    """Where each note of a decision begins, where its verb ends, and its group."""
    status = _STATUS.search(words)
    if status:
        yield 0, status.end(), Group.REFUSE if status["not"] else PAST[status["verb"].lower()]
        return
    ordered = _ORDERED.search(words)
    if ordered:
        yield 0, len(words.rstrip(" .")), BASE[ordered["verb"].lower()]
        return
    listed = part.item or part.passage.kind in (Kind.ROW, Kind.ITEM) or ";" in words
    bounds = [(0, 0), *_marks_between(words), (len(words), len(words))]
    for (before, start), (end, _after) in pairwise(bounds):
        bare = words[start:end].rstrip()
        topic = _TOPIC.match(bare) if part.item or part.passage.kind is Kind.ITEM else None
        if topic:
            start, bare = start + topic.end(), bare[topic.end() :]
        match = _BARE.match(bare)
        if _NOT_AGREED.match(bare):
            yield start, start + len(bare), Group.REFUSE
        elif match and topic and not match["subject"]:
            yield start, start + len(bare), _group(match)
        elif (
            match
            and (len(bare) > SHORTEST or not match["subject"])
            and (_is_note(match, listed=listed) or (recorded and _has_object(match, part)))
        ):
            refused = match["subject"].rstrip().lower().endswith("not")
            names = (
                _named_before(words, before)
                if words[before:start].strip() == "|" and not match["subject"]
                else start
            )
            yield names, start + len(bare), Group.REFUSE if refused else _group(match)


def _marks_between(words: str) -> Iterator[tuple[int, int]]:
    """Where the marks between the pieces of a note stand; a comma parts none where no verb ends the note."""
    if "|" in words or ";" in words or _ends_in_verb(words):
        yield from (found.span() for found in _PARTED.finditer(words))


def _ends_in_verb(words: str) -> bool:
    end = len(words)
    while end and not (words[end - 1].isalnum() or words[end - 1] == "_"):
        end -= 1
    return _VERB_LAST.search(words[max(0, end - LONGEST_VERB) : end].lower()) is not None


def _group(match: re.Match[str]) -> Group:
    """The group of a verb noted, alone or with its particle."""
    verb = match["verb"].lower()
    return PAST.get(verb) or group_at(verb, 0, len(verb.split(" ", 1)[0])) or Group.OTHER


def _named_before(words: str, bar: int) -> int:
    """Where the cell before a bar begins, which names what the next one has noted."""
    return max(words.rfind("| ", 0, bar) + 2, 0) if "|" in words[:bar] else 0


def _has_object(match: re.Match[str], part: Part) -> bool:
    """Whether a note, in a record of decisions, opens with its verb and its object: "Received a petition"."""
    opens = not match["subject"] and not match["topic"]
    return (
        opens
        and bool(match["verb"][0].isupper() or part.item or part.passage.kind is Kind.ITEM)
        and bool(_OBJECT.match(match.string, match.end()))
        and not _IS.search(match.string, match.end())
    )


def _is_note(match: re.Match[str], *, listed: bool) -> bool:
    """Whether words are a decision in note form and no sentence with a verb of its own."""
    words, stop = match.string, match.end()
    if (
        _FINITE.search(match[0])
        or (
            match["subject"]
            and match["verb"].lower() in ("agreed", "declined")
            and words.startswith(" to ", stop)
        )
        or _COUNTS.match(match["subject"])
        or words.endswith((":", "-"))
        or (match["subject"] and _IS.search(words, stop))
    ):
        return False
    if not (_NO_OBJECT.match(words, stop) or (not match["subject"] and words.startswith(" that ", stop))):
        return False
    if match["topic"]:
        return True
    return listed if match["subject"] else match["verb"][0].isupper()
