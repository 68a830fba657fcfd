"""Doers: who is to do what a verb group tells, read from the grammar of its sentence.

1. An active verb is done by its subject, a passive one by whoever stands after "by".
2. An infinitive is done by whoever is asked, told or has promised: "asked the Clerk to write".
3. A verb joined to another ("and report back") has the doer of the other.
4. A doer is somebody: the head of his phrase names an office, a body or a person, not a thing.
"""

import re

from handback.reading.claims.owners import is_somebody
from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.claims.verb_words import ORDERING, PROMISING

_BROKEN = re.compile(
    r"[;:|]|\. | - |\b(?:that|whether|because|although|while|until|if|where|when|as)\b(?! well)"
    r"|\b(?i:resolved|agreed|said|says|added|explained|stated|announced)\b"
)
_OPENING = re.compile(
    r"^(?:(?:and|but|so|then|also|to|please|meanwhile|[Tt]hat|which|under it)\b,? ?"
    r"|(?:[Oo]n|[Ii]n|[Bb]y|[Ff]rom|[Aa]t|[Aa]fter|[Bb]efore|[Ff]ollowing|[Dd]uring|[Ss]ince|[Ss]ubject to"
    r"|[Uu]nder|[Ff]or|[Aa]s|[Ww]ith|[Aa]sked|[Uu]p)\b[^,]*, )+"
)
_OPENING_TIME = re.compile(
    r"^(?:[Bb]y|[Ii]n|[Ff]rom|[Oo]n)(?: the)?(?: (?:early|late|mid|end|of|spring|summer|autumn|winter"
    r"|\d{1,2}(?:st|nd|rd|th)?|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|\d{4}(?:[/-]\d{2,4})?)\b)+,? "
)
_JOINED = re.compile(r"(?:^|[ ,])(?:and|or|but|then)(?: (?:also|then|subsequently|will|to))*$|,$")
_RELATIVE = re.compile(r",? (?:who|which|whom|that)$")
_AGENT = re.compile(r"^(?: [\w'-]+){0,8}? by (?P<who>(?:the |an? |our |its )?[^,.;()|]{2,80})")
#: "Has given the Council until May": whoever is given time has to act.
_GIVEN_TIME = re.compile(r" (?P<who>[^,;.]{2,60}?) (?:until|till|up to)\b")
_GIVES = frozenset(("given", "gave", "give", "gives", "allowed", "allow", "allows"))
_PREPOSITION = re.compile(
    r" (?:of|for|with|from|to|in|on|at|between|by|about|into|over|under|against"
    r"|within|concerning) |,? who |, "
)
_ARTICLE = re.compile(
    r"^(?:the|a|an|all|our|its|their|your|my|his|her|this|these|those|both|every|each)\s", re.I
)
_LABEL = re.compile(
    r"^(?:(?:action|agreed action|decision|recommendation)\w*(?: \d+)?[:.-]\s*|\(?\w{1,3}[.)]\s+)", re.I
)
_LEADING_ASK = re.compile(
    r"^.*?\b(?:ask|request|requir|direct|instruct|invit|tell|told|urg|expect|want|need|recommend)\w*"
    r" (?:that )?",
    re.I,
)
_PRONOUNS = frozenset(("i", "we", "you", "he", "she", "it", "they"))
_NEEDS_NOBODY = frozenset(
    ("come", "go", "be", "open", "close", "start", "begin", "getting")
)  # "it will come"
#: What is told of somebody beside what he is to do: "the Board, chaired by Tom, meets monthly and".
_ASIDE = re.compile(
    r", (?:whose|(?:now |newly |jointly )?(?:chaired|led|headed|set up|established|made up|created|formed|run"
    r"|based|supported|backed|appointed))\b.*$"
)
_HELPING = re.compile(r" (?:did|does|do|had|has|have)(?: not)?$")
_LONGEST = 110  # characters of a phrase that names somebody
_CLOSE = 90  # characters between who is asked and what is asked of him


def doer_of(seen: Scene, group: Group) -> str | None:
    """Who is to do what the group tells, as written; None where the sentence names nobody."""
    index = next((i for i, g in enumerate(seen.groups) if g == group), None)
    return None if index is None else _doer(seen, index)


def _doer(seen: Scene, index: int) -> str | None:
    """Who is to do what the verb group at an index tells; None where nobody is named."""
    group = seen.groups[index]
    if group.passive and not _asks(seen, index) and group.head != "committed":
        return _agent(seen.words, group)
    given = _GIVEN_TIME.match(seen.words, group.end) if group.head in _GIVES else None
    if given is not None:
        return _somebody(given["who"])
    asked = _asked(seen, index)
    if asked is not None:
        return asked
    before = seen.words[: group.start].rstrip()
    if index and _JOINED.search(before):
        joined = _joined_to(seen, index)
        if joined is not None:
            return _doer(seen, joined)
    if group.look is Look.INFINITIVE:
        return _told(seen, index)
    if _RELATIVE.search(before):
        return _somebody(_RELATIVE.sub("", before))
    return _subject(seen, index)


def _asked(seen: Scene, index: int) -> str | None:
    """Whom an active verb of asking asks: "I expect the Authority to send"."""
    group = seen.groups[index]
    if group.passive or group.head not in ORDERING or index + 1 == len(seen.groups):
        return None
    then = seen.groups[index + 1]
    between = seen.words[group.end : then.start].strip(" ,")
    if then.look is not Look.INFINITIVE or not 0 < len(between) < _CLOSE:
        return None
    return _somebody(between)


def _asks(seen: Scene, index: int) -> bool:
    """ "Officers were asked to bring": the passive of asking, whose subject does what follows."""
    group = seen.groups[index]
    return group.head in ORDERING and seen.words.startswith((" to ", " by", " not to "), group.end)


def _joined_to(seen: Scene, index: int) -> int | None:
    """The verb to which another is joined with no subject between."""
    group = seen.groups[index]
    for other in range(index - 1, -1, -1):
        before = seen.groups[other]
        if group.look is Look.INFINITIVE:
            if before.look is Look.INFINITIVE:
                return other
            if before.look in FINITE:
                return None
        elif before.look in FINITE or before.look is Look.INFINITIVE or before.head in PROMISING:
            return other
    return None


def _told(seen: Scene, index: int) -> str | None:
    """Who is asked or has promised to do what an infinitive says; or whom the line of action names."""
    group = seen.groups[index]
    for other in range(index - 1, -1, -1):
        asking = seen.groups[other]
        if asking.look is Look.GERUND:
            continue
        between = seen.words[asking.end : group.start].strip(" ,")
        if asking.head in ORDERING and asking.passive:
            return _subject(seen, other)
        if asking.head in ORDERING and between and len(between) < _CLOSE:
            return _somebody(between.removeprefix("that "))
        if asking.head in ORDERING or asking.head in PROMISING or asking.look in FINITE:
            return _doer(seen, other) if not asking.passive else None
    before = seen.words[: group.start].strip(" ,")
    return _somebody(_LEADING_ASK.sub("", _LABEL.sub("", before)))


def _agent(words: str, group: Group) -> str | None:
    found = _AGENT.match(words[group.end :])
    return (
        _somebody(re.split(r" (?:and (?:then )?\w+ed|at|in|on|for|by|before|after|during) ", found["who"])[0])
        if found
        else None
    )


def _subject(seen: Scene, index: int) -> str | None:
    group = seen.groups[index]
    words = seen.words[: group.start].rstrip()
    if group.head in _NEEDS_NOBODY and words.lower().endswith("it"):
        return None
    first = 0
    for other in seen.groups[:index]:
        if other.look in FINITE or other.look in (Look.PARTICIPLE, Look.INFINITIVE):
            first = other.end
    return _somebody(seen.words[first : group.start]) or (
        _somebody(seen.words[: group.start]) if first else None
    )


def _somebody(words: str) -> str | None:
    """The last phrase of the words that names somebody, whole where it is a list of names."""
    words = words.strip(" ,")
    breaks = [m.end() for m in _BROKEN.finditer(words)]
    if breaks:
        words = words[breaks[-1] :].strip(" ,")
    words = _OPENING_TIME.sub("", _OPENING.sub("", words)).strip(" ,")
    for start in (0, *(m.end() for m in re.finditer(r", |\b(?:and|but|said|says|reported) ", words))):
        who = _HELPING.sub("", _ASIDE.sub("", words[start:].strip(" ,")))
        if 0 < len(who) <= _LONGEST and _names(who):
            return who
    return None


def _names(who: str) -> bool:
    head = _PREPOSITION.split(_ARTICLE.sub("", who), maxsplit=1)[0]
    last = head.split()[-1] if head.split() else ""
    if who.lower() in _PRONOUNS:
        return True
    return bool(last) and is_somebody(head) and (not last.islower() or is_somebody(last))
