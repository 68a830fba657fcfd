"""Moves told by whom somebody sends, sets up or allows.

"Sent commissioners in to run grants", "a trust will be created to run care", "they can also appoint the
treasurer".
"""

import re
from collections.abc import Iterator

from handback.reading.claims.holders import COMMISSIONERS, OTHER
from handback.reading.claims.modality import IN_FORCE, PROPOSED, Mood
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.regions import mood_at, status_of, told_after
from handback.reading.claims.statement import Frame
from handback.reading.words.watch import waits

BODY = r"(?:trust|company|mutual|charity|co-operative|social enterprise|joint service)"
#: "Appointed five commissioners to take responsibility for governance": what they are sent to do, they hold.
_SENT_TO = waits(
    r"\b(?P<verb>(?:appoint|sen[dt]|nominat|install|impos|dr[ae]fted|brought|put)\w*(?: in)?"
    r"(?= (?:[\w-]+ ){0,4}?(?:of )?(?:[Cc]ommissioner|envoy|team))"
    r"|[Cc]ommissioners (?:(?:who |were |are |being |had been |have been )*"
    r"(?:sent|appointed|brought|installed|nominated|put)\b))(?P<rest>[^,;.]{0,60}?(?:, [^,;.]{3,60},)?) to"
    r" (?:take (?:over |on |back )?(?:(?:the |full |direct )*"
    r"(?:responsibility|control|charge)(?: of| for| over) )?"
    r"|run |control |exercise |discharge |perform |undertake "
    r"|assume (?:responsibility for |control of )?)(?P<what>.)"
)
_BODY_TO = waits(
    rf"^(?:An?|The|Our) [^,;:.]{{0,60}}?\b{BODY} to (?:run|take over|take on|deliver|manage|look after)"
    r" (?P<what>[^,;:.]+?) (?P<chain>(?:(?:will|is to|should|was|has been|has|have|is) )+)"
    r"(?:officially |formally |now |be |been )*(?:launch|start|open|begin|came into|come into|go live"
    r"|went live|set up|established|created|formed|launched|started)"
)
_CREATED = waits(
    rf"(?P<body>[A-Za-z][^.;:,]{{2,60}}?\b{BODY})\b"
    r" (?P<chain>(?:(?:will|would|should|is|are|was|has|have|been|to|be|now) )*)"
    r"(?:created|set up|established|formed|appointed)(?: [^,.;]{2,40}?)? to"
    r" (?:run|take over|take on|provide|deliver|manage) (?P<what>.)"
)
#: "Resolved to establish a charity to provide fostering".
_SETS_UP = waits(
    rf"\b(?P<verb>set(?:ting|s)? up|establish(?:es|ed|ing|ment of)?|creat(?:e|es|ed|ing|ion of)"
    rf"|form(?:s|ed|ing)?"
    rf"|launch(?:es|ed|ing)?) (?:an?|its|their|the)(?: [\w'-]+,?){{0,5}}? (?:{BODY}|organisation|vehicle)"
    r"(?: called [^,.;]{3,40})?(?:, [A-Z][^,.;]{3,60},)? to (?:run|take over|take on|provide|deliver|manage)"
    r" (?P<what>.)"
)


def told_of_senders(phrase: Phrase) -> Iterator[Frame]:
    """The moves that a phrase tells by whom somebody sends, sets up or allows."""
    for shape, rule in (
        (_CREATED, _created),
        (_SETS_UP, _sets_up),
        (_SENT_TO, _sent_to),
        (_BODY_TO, _body_to),
    ):
        for match in shape.finditer(phrase.words):
            frame = rule(phrase, match)
            if frame is not None:
                yield frame


_PLACE = re.compile(
    r"(?!(?:[A-Z]\w+ )?(?:services|functions|powers))[A-Z][a-z]+(?:,| on| for| until| in|[.]|$)"
)


def _sent_to(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Minister appointed five commissioners to take responsibility for governance"."""
    if _PLACE.match(phrase.words, match.start("what")):
        return None  # "to run Harrowmere on their behalf"
    verb = match["verb"]
    form = "base" if verb in ("appoint", "send") else "ing" if verb.endswith("ing") else "ed"
    _start, mood = mood_at(phrase, match.start(), form)
    status = IN_FORCE if mood in (Mood.DONE, Mood.COMING) else PROPOSED
    return None if mood in (Mood.WEIGHED, Mood.DENIED) else told_after(phrase, match, COMMISSIONERS, status)


def _body_to(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "A new trust to run children's services will open in April"."""
    return told_after(
        phrase, match, OTHER, PROPOSED if match["chain"].strip() in ("will", "is to", "should") else IN_FORCE
    )


def _sets_up(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Members resolved to establish a charity to provide fostering": it is not there yet."""
    word = match["verb"].split(" ", 1)[0]
    form = "ing" if word.endswith(("ing", "ion", "ment")) else "ed" if word.endswith("ed") else "base"
    mood = mood_at(phrase, match.start(), form)[1]
    if mood in (Mood.WEIGHED, Mood.DENIED):
        return None
    done = mood is Mood.DONE and form == "ed"
    return told_after(phrase, match, OTHER, IN_FORCE if done else PROPOSED)


def _created(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "A trust will be created to run children's services"."""
    return told_after(phrase, match, OTHER, status_of(match["chain"]))
