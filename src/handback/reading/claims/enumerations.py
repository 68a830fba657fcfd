"""Enumerations in a line that are decided part by part: "RESOLVED to: (1) approve ...; (2) note ..."."""

import re

from handback.reading.claims.lists import enumerated, first_mark
from handback.reading.claims.predicates import opens_with_verb, own_group
from handback.reading.claims.stems import is_body_stem, last_sentence
from handback.reading.claims.verbs import STATED, Group


def enumeration(words: str, start: int) -> list[tuple[int, int]]:
    """The parts of "(a) ...; (b) ..." after a lead-in, where each part is a clause of its own."""
    rest = words[start:]
    listed = enumerated(rest)
    if not listed:
        return []
    between = rest[: first_mark(rest)]
    if len(between) > 110 or re.search(r"\.\s+[A-Z]", between):
        return []
    parts = [(start + first, start + last) for first, last in listed]
    own = own_group(between.strip()) if re.search(r"[a-z]{3}", between) else None
    first_words = words[parts[0][0] : parts[0][1]]
    if own not in (None, Group.RECOMMEND) and not (STATED.match(first_words) or opens_with_verb(first_words)):
        return []
    return parts


def body_lists(words: str) -> tuple[tuple[int, int], ...]:
    """What a body did, listed in the line: "The Committee (i) approved the plan, (ii) noted the risks"."""
    listed = enumerated(words)
    stem = last_sentence(words[: first_mark(words)].strip()) if listed else ""
    if _DISPOSES.search(stem):
        return listed if all(own_group(words[first:last]) for first, last in listed) else ()
    if not listed or not is_body_stem(stem):
        return ()
    return listed if opens_with_verb(words[listed[0][0] : listed[0][1]]) else ()


#: What a body did with matters that are listed: "decided the bids as follows:", "dealt with them thus:".
_DISPOSES = re.compile(
    r"\b(?:decided|determined|dealt with|disposed of|considered and determined|resolved)\b[^.;:]{0,80}"
    r"(?: as follows| thus| in this way)?[: -]*$"
)
