"""Clauses: where, inside a sentence, one statement ends and the next begins."""

import re
from collections.abc import Iterator

_VERB = (
    r"(?:will|would|shall|should|is|are|was|were|has|have|had|must|may|can|could|to be|intends?|plans?"
    r"|expects?|aims?|starts?|begins?|begin|opens?|closes?|agreed|promised|undertook)"
)
_BOUNDARY = re.compile(
    r"; (?:and )?|: |\. | - "
    r"|, (?:and|but|so|while|whereas|though|although|or) (?=\w)"
    r"|, (?=(?:which|who) (?:will|would|must|shall|should|is|are)\b)"
    r"| (?:and|but|while) (?=(?:the|a|an|it|he|she|they|we|I|this|that|these|those|its|their|full|some|all"
    rf"|officers|[A-Z][\w']+)\b(?: [\w'-]+){{0,6}}? {_VERB}\b)"
    r"| (?:and|but|while) (?=(?:will|would|shall|is|are|was|were|has|had|have|must) )"
    r"|, (?=(?:the|a|an|it|he|she|they|we|I|this) (?:[\w'-]+ ){0,4}"
    r"(?:will|would|shall|is due|are due|must)\b)"
)


#: Where a clause inside another begins: "the review, which is due", "after which comments may be sent".
_INNER = re.compile(
    _BOUNDARY.pattern + r"|, (?:(?:after|by|under|of|for|in|at|from|with|to|on|during|before|through) )?"
    r"(?:which|whom|whose|who|where) | so that |,? and that "
)


def joints(words: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where clauses, and those inside others, meet between two places."""
    return _INNER.finditer(words, start, end)


def parts(words: str, start: int, end: int) -> bool:
    """Whether one statement ends and another begins between two places."""
    joint = _BOUNDARY.search(words, start)
    return joint is not None and joint.start() < end


def clause_around(words: str, start: int, end: int) -> tuple[int, int]:
    """The clause that holds the places `start` to `end`."""
    first, last = 0, len(words)
    for joint in _BOUNDARY.finditer(words):
        if joint.end() <= start:
            first = joint.end()
        elif joint.start() >= end:
            last = joint.start()
            break
    return first, last
