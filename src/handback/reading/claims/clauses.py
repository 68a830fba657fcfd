"""Clauses: where, inside a sentence, one statement ends and the next begins."""

import re

_VERB = (
    r"(?:will|would|shall|should|is|are|was|were|has|have|had|must|may|can|could|to be|intends?|plans?"
    r"|expects?|aims?|starts?|begins?|begin|opens?|closes?|agreed|promised|undertook)"
)
_BOUNDARY = re.compile(
    r"; (?:and )?|: |\. | - |, (?:and|but|so|while|whereas|though|although|or) (?=\w)|, (?=(?:which"
    r"|who) (?:will|would|must|shall|should|is|are)\b)"
    rf"| (?:and|but|while) (?=(?:the|a|an|it|he|she|they|we|I|this|that|these|those|its|their|full"
    rf"|some|all|officers|[A-Z][\w']+)\b(?: [\w'-]+){{0,6}}? {_VERB}\b)"
    r"| (?:and|but|while) (?=(?:will|would|shall|is|are|was|were|has|had|have|must) )"
    r"|, (?=(?:the|a|an|it|he|she|they|we|I|this) (?:[\w'-]+ ){0,4}(?:will|would|shall|is due|are"
    r" due|must)\b)"
)


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
