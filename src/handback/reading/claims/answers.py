"""Decisions that an answer makes by saying them: "Your request is refused", "We accept the findings"."""

import re
from collections.abc import Iterator

from handback.reading.claims.deciders import clause_start
from handback.reading.claims.matters import is_open
from handback.reading.claims.verbs import PAST, THIRD, Group
from handback.reading.claims.verbs_told import VerbTold
from handback.reading.words.watch import waits

#: A matter that got none: "No permission was given for the kiosk".
_NONE_GIVEN = waits(
    r"\b[Nn]o (?:[a-z]+ )?(?:permission|consent|approval|licen[cs]e|award|grant|authority|extension)\b"
    r"[^.,;]{0,40}? (?:was|has been|were) (?:given|granted|made|awarded|issued)\b"
)
#: What an answer does by saying it: "The council accepts recommendations 1 to 3 and rejects the fourth".
_ANSWERER = waits(
    r"\b(?:[Cc]ouncil|[Cc]abinet|[Bb]oard|[Cc]ommittee|[Ee]xecutive|[Gg]overnment|[Dd]epartment"
    r"|[Aa]uthority|[Tt]rust|[Ss]ecretary of [Ss]tate|[Mm]inister|[Pp]anel)(?: therefore| also| fully)?"
    r" (?=accepts|rejects|approves|refuses|declines|endorses)"
)
_ANSWERS = re.compile(
    r"\b(?P<verb>accepts|rejects|approves|refuses|declines|endorses)"
    r"(?= (?:the |all |both |your |this |that |his |her |its |their |most of )*(?:[a-z]+ )?"
    r"(?:recommendations?|requests?|applications?|proposals?|offers?|bids?|findings?|conclusions?|advice)\b)"
)
#: What a letter does by saying it: "Your request is refused", "Recommendation 3 is accepted in part".
_IS_DONE = waits(
    r"(?:^|(?<=[;:] )|(?<=, and )|(?<=, but )|(?<= that ))"
    r"(?:(?:[Tt]he|[Yy]our|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir)\b[^.,;]{0,60}? )?"
    r"(?:requests?|applications?|bids?|appeals?|proposals?|offers?|objections?|claims?|motions?"
    r"|[Rr]ecommendations? \d+(?: (?:to|and) \d+)?)"
    r"(?: (?:for|to|that|from|of|under|against)\b[^.,;]{2,80}?)? (?:is|are)"
    r"(?:,? (?:therefore|hereby|accordingly|now),?)* (?P<verb>refused|approved|granted|rejected|declined"
    r"|dismissed|allowed|accepted|upheld|endorsed|ratified)(?=[.,;:]|$"
    r"| (?:for (?:the )?[a-z]+ (?:reason|set|given|that)"
    r"|because|on the|subject to|in (?:full|part|principle)|with(?:out)? )\b)"
)


def answered(words: str) -> Iterator[VerbTold]:
    """Each verb by which an answer decides, under the rule "body" or "matter"."""
    for found in _NONE_GIVEN.finditer(words):
        if not is_open(words, found.start()):
            yield VerbTold(clause_start(words, found.start()), found.end(), Group.REFUSE, "matter")
    who = _ANSWERER.search(words)
    for found in _ANSWERS.finditer(words, who.end()) if who and not is_open(words, who.start()) else ():
        joined = words[: found.start()].endswith(" and ")
        start = found.start() if joined else clause_start(words, found.start())
        yield VerbTold(start, found.end(), THIRD[found["verb"]], "body")
    for found in _IS_DONE.finditer(words):
        if not is_open(words, found.start()):
            yield VerbTold(found.start(), found.end("verb"), PAST[found["verb"]], "matter")
