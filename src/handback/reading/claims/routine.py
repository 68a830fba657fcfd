"""What is done every time: minutes approved at the next meeting, most letters answered in time."""

import re

#: The minutes of a meeting are approved at the next one.
_MINUTES_APPROVED = re.compile(
    r"\b[Mm]inutes\b[^.;]{0,80}\b(?:approved|agreed|confirmed|ratified|adopted|signed)\b"
    r"|\b(?:approv|agree|confirm|ratif|adopt|sign)\w*\b[^.;]{0,40}\b[Mm]inutes\b"
    r"|\b[Mm]inutes (?:are|were|be) an? (?:true|correct|accurate)\b"
)
#: What a service means to do in most cases: "to answer at least 95% of letters within ten days".
_STANDARD = re.compile(
    r"\b(?:targets?|standards?|aims?)\b[^.;]{0,80}\b\d+(?:\.\d+)?(?: ?%| per ?cent)"
    r"|\b\d+(?:\.\d+)?(?: ?%| per ?cent) of [^.;]{3,60} within\b"
    r"|\b(?:aims?|tr(?:y|ies)|endeavours?|hopes?) to (?:answer|respond|reply|acknowledge|resolve|process"
    r"|contact|deal|decide|determine|repair|deliver|get back)(?: to| with)?"
    r" (?:(?:all|any|each|every|your|most|you)\b|\w+s\b)[^.;]{0,40} within\b"
    r"|\b(?:will|shall|should|is|are) (?:normally |usually |then |be )*"
    r"(?:answer|respond|repl|acknowledg|resolv|process|contact|deal)\w*\b[^.;]{0,30}"
    r"\b(?:all|any|each|every|your|most) [^.;]{2,40} within\b"
)
_FOR_SO_LONG = re.compile(
    r"\b(?:[Ww]ith|for) (?:approximately |about |around |some |roughly |a |at least |up to |only |just )?$"
)
#: A hearing is a meeting of a body of its own.
_HEARING = re.compile(r"\bhearing\b[^,;.]{0,60}\b(?:be held|take place)\b")


def is_how_long(before: str) -> bool:
    """Whether the words before a counted time make it a span: "for approximately two months"."""
    return _FOR_SO_LONG.search(before) is not None


def is_routine(clause: str, *, counted: bool) -> bool:
    """Whether a clause tells what is done every time; `counted`: its time is counted from something else."""
    if _MINUTES_APPROVED.search(clause) or _HEARING.search(clause):
        return True
    return counted and is_standard(clause)


def is_standard(clause: str) -> bool:
    """Whether a clause says how soon a service means to do a thing, whoever asks for it."""
    return _STANDARD.search(clause) is not None
