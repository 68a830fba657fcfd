"""Moves told by what becomes of a service or a right: "becomes a trust", "trusted with", "is unaffected".

Only turns that no verb of the frames makes stand here.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.council_work import is_service, speaks_of_functions
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, OTHER, holder_of
from handback.reading.claims.modality import PROPOSED, RETAINED, is_refused
from handback.reading.claims.patterns import pattern
from handback.reading.claims.persons import person
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.regions import status_of, told_after
from handback.reading.claims.sent_in import BODY, told_of_senders
from handback.reading.claims.slots import opened
from handback.reading.claims.statement import Frame
from handback.reading.words.watch import waits

_CHAIN = (
    r"(?P<chain>(?:(?:will|would|should|is|are|was|were|has|have|had|been|be|to|then|now|today|being) )*)"
)
_SPUN = waits(
    rf"(?P<what>[^.;:]{{3,80}}?) {_CHAIN}(?:(?:become|becomes|became|spun (?:off|out) (?:as|into|to)"
    r"|hived off (?:as|into|to)|turned into|set up as|floated off (?:as|into|to)|outsourced to)"
    rf" (?:part of )?(?:a|an|its own|the) (?:(?!of\b|for\b)[\w'-]+ ){{0,4}}?{BODY}\b)"
)
_TRUSTED = waits(
    r"(?P<who>[Cc]ouncil|[Aa]uthority|[Mm]embers|[Cc]ouncillors|\b[Ii]t)"
    r" (?P<chain>(?:(?:can|could|should|may|is|are|be|to|now|again|once more|once again|cannot|not|yet|fit"
    r"|ready) )+)(?:(?:en)?trusted (?:again )?(?:with|to run)"
    r"|relied (?:up)?on to (?:run|manage|exercise|take back)) (?P<what>.)"
)
_LEFT_ALONE = waits(
    r"\b[Nn]othing in (?:these|the|those|my) (?:further |new |amended )?[Dd]irections?"
    r" (?:affects|changes|touches|takes away) (?:"
    rf"the (?:exercise|discharge|holding) by (?P<who>{HOLDER}) of "
    rf"|(?P<who2>{HOLDER}) (?:functions|powers|responsibilit\w+) (?:relating to|for|over|in respect of) )"
    r"(?P<what>.)"
)


_UNTOUCHED = waits(
    r"(?P<what>[^.;:]{3,150}?) (?:(?:is|are|was|were|will be|would be|remains?) )?"
    r"(?:(?:entirely |quite |wholly )*(?:unaffected|unchanged|untouched)"
    r"|not (?:affected|changed|touched)|(?:will|does|do|would) not change"
    r"|(?:(?:is|are|was|were|will|would|do|does) )+not (?:be |form |being )?"
    r"(?:part of|included in|covered by|within|subject to|in the scope of) (?:the|this|any|these)"
    r" (?:proposed |planned |new )?(?:transfers?|takeover|handover|move|changes?|arrangements?|trust))\b"
)
_ASKED_FOR = waits(
    rf"(?P<who>\b(?:[Ww]e|I)\b|{HOLDER}) (?:have |has |had |also |again |now |since )*(?:ask(?:s|ed)?|sought"
    r"|seeks?"
    r"|request(?:s|ed)?|wants?|wanted|would like|applied|bid|appl(?:y|ies))(?: (?:in|on) [^,;.]{3,40}?| again"
    r"| [Mm]inisters| the [Mm]inister| the Secretary of State)*(?: for)? (?:the )?"
    r"(?:additional |further |extra |new )?"
    r"(?:powers?|control|responsibility|functions?) (?:over|for|of|in|relating to|to run) (?P<what>.)"
)


def told_in_passing(phrase: Phrase) -> Iterator[Frame]:
    """The moves that a phrase tells by such turns."""
    yield from told_of_senders(phrase)
    for shape, rule in (
        (_SPUN, _spun),
        (_TRUSTED, _trusted),
        (_LEFT_ALONE, _alone),
        (_UNTOUCHED, _untouched),
        (_ASKED_FOR, _asked_for),
    ):
        for match in shape.finditer(phrase.words):
            frame = rule(phrase, match)
            if frame is not None:
                yield frame


#: "To see its fostering spun off into a mutual".
_SEES = re.compile(r"\b(?:see|sees|seen|saw|have|had|having) (?=(?:its|their|the|all|most)\b)")


def _spun(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Children's services became a trust"."""
    first = opened(phrase.words, *match.span("what"))
    seen = _SEES.search(phrase.words, first, match.end("what"))
    first = seen.end() if seen else first
    if holder_of(phrase.words[first : match.end("what")]):
        return None
    return Frame(
        first,
        match.end(),
        first,
        match.end("what"),
        OTHER,
        status_of(match["chain"]),
        Verb.MOVE,
        subject=True,
        plain=True,
    )


def _untouched(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Planning and elections are unaffected"; "the Commissioners' powers over audit are unchanged"."""
    first = opened(phrase.words, *match.span("what"))
    what = phrase.words[first : match.end("what")]
    if not (is_service(what) or speaks_of_functions(what)) or pattern(r"\b(?:duty|right|oversight)\b").search(
        what
    ):
        return None
    theirs = pattern(r"[Cc]ommissioners?'s?|\b(?:our|my)\b").search(what)
    inner = pattern(
        r".*?\b(?:powers?|functions?|responsibilit\w+) (?:in relation to|in respect of|relating to|over|for) "
    ).match(what)
    first += inner.end() if theirs and inner else 0
    holder = COMMISSIONERS if theirs else COUNCIL
    return Frame(
        first, match.end(), first, match.end("what"), holder, RETAINED, Verb.KEEP, subject=True, plain=True
    )


def _trusted(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Council can be trusted again with its own procurement"."""
    refused = pattern(r"\b(?:not|cannot)\b").search(match["chain"]) or is_refused(
        phrase.words[: match.start()]
    )
    return told_after(phrase, match, *((COMMISSIONERS, RETAINED) if refused else (COUNCIL, PROPOSED)))


def _alone(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Nothing in these Directions affects the exercise by the Council of its planning functions"."""
    who = holder_of(match["who"] or match["who2"])
    return told_after(phrase, match, who, RETAINED) if who else None


def _asked_for(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We asked for powers over land charges"."""
    who = person(match["who"], COMMISSIONERS)
    if who is None or is_refused(phrase.words[: match.start()]):
        return None
    return told_after(phrase, match, who, PROPOSED)
