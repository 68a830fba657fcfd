"""Words of recommendation: what is, or is not, put forward for return, and directions to be widened."""

import re
from collections.abc import Iterator

from handback.reading.claims.frame_words import HOLDER, clauses
from handback.reading.claims.frames import IN_FORCE, PROPOSED, RETAINED, Frame, Verb
from handback.reading.claims.functions import COMMISSIONERS, COUNCIL, holder_of

_NOT_RECOMMENDED = re.compile(
    r"\bnot (?:yet )?(?:being |been )?(?:recommended|proposed|suggested|put forward|ready)(?: by"
    r" \w+)? (?:for|to be) (?:restoration|return(?:ed)?|handing back|transfer(?:red)?|restored)(?:"
    r" \w+){0,3}? (?:were|was|are|is|included|include)[: ](?P<what>[^.;]{3,240})",
    re.I,
)

_NOT_RECOMMENDED_OF = re.compile(
    r"(?P<what>[^.;,]{3,200}?) (?:(?:had|has|have|is|are|was|were) not (?:yet )?(?:being |been"
    r" )?(?:recommended|proposed|suggested|put forward|ready) (?:for|to be) (?:restoration"
    r"|return(?:ed)?|handing back|transfer(?:red)?|restored|handed back)|(?:should|would|will"
    r"|could|can) not (?:yet )?be (?:returned|restored|handed back|given back)|(?:should|will|would|must"
    r"|can|could) not (?:yet )?(?:go|come) back|(?:is|are) not"
    r" (?:yet )?ready to (?:return|go back|be returned))",
    re.I,
)

_NOT_RECOMMENDED_THAT = re.compile(
    r"\bnot (?:yet )?(?:recommend|propose|suggest|believe|consider|think)(?:ed|ing)?(?: that)?"
    r" (?P<what>[^.;]{3,160}?) "
    r"(?:should |can |could |ought to )?(?:be|is|are) (?:yet )?(?:returned|restored|handed back|given"
    r" back|ready)\b",
    re.I,
)

_NOT_ABLE = re.compile(
    r"\b(?:no case (?:yet |at present )?for|not (?:yet )?(?:been )?(?:able|persuaded|convinced|prepared"
    r"|propose|intend|plan|wish|expect|ready|minded|willing|in a position"
    r"|proposing"
    r"|recommending|going|intending)?,? ?(?:to )?) ?(?:return(?:ing)?|restor(?:e|ing)|hand(?:ing)? back"
    r"|giv(?:e|ing) back|the return of) (?P<what>[^.;]{3,200})",
    re.I,
)

_RETURN_OF = re.compile(
    r"\b(?:recommend\w*|propos\w+|ask(?:s|ed)?(?: [^.;,]{2,50}?)? for|seek(?:s|ing)?|request(?:s|ed)?"
    r"|support(?:s|ed)?"
    r"|announc\w+|urge\w*|call(?:s|ed)? for|favour\w*)\b[^.;]{0,80}?\b(?:return|restoration"
    r"|handing back|transfer)\b(?: back)? of (?P<what>[^.;]{3,220})",
    re.I,
)

_OF_RETURN = re.compile(
    r"\b(?:return|restoration|handing back|transfer) of"
    r" (?P<what>[^.;]{3,160}?)(?: to [^.;,]{3,50}?)? (?:is|are|was|were|has been|had been) (?:also "
    r"|now )?(?P<verb>recommended|proposed|requested|sought|announced|suggested)\b",
    re.I,
)

_WIDEN = re.compile(
    r"\b(?:widen|extend|expand|broaden|amend)(?:ed|ing|s)? (?:the |its |his |her "
    r"|your |our )*(?:[Dd]irections?|intervention|powers)[^.;]{0,40}? to (?:take in|include|cover"
    r"|bring in|embrace) (?P<what>[^.;]{3,200})",
    re.I,
)

_STOP = re.compile(
    r",? (?:but|while|although|though|because|so that|who|where|when|until|under|with (?=the|effect"
    r"|continued)|from (?=the |\d|[A-Z])|on (?=\d|the basis)|by (?=[A-Z]|\d|the end)|after|before"
    r"|subject|to (?=the |its |local|elected|council|commissioner|[A-Z])|for (?=a |now|the time)"
    r"|back|this (?=year|month|week|time)|at (?=this|present|the)|, which|(?:is|are|was|were|has|have|had"
    r"|will|would) )\b|, and"
    r" (?:that|we|I|it) |:|;| - |\"",
    re.I,
)

_WHICH_REGAINED = re.compile(
    r"(?P<what>[^.;:,]{3,80}), which (?P<who>[^.;:,]{3,60}?) (?:has |have "
    r"|had |will )?(?:regained|regain|took back|take back|recovered|resumed|got back)\b",
    re.I,
)


_GIVEN_BACK = re.compile(
    rf"\b(?:hand|give|gave|giving|given|grant)(?:s|ed|ing)? (?P<holder>{HOLDER})(?: back)? "
    r"(?:(?:its|their|the|direct|full|back|some|more) )*(?:control|powers?|responsibility)(?: back)? "
    r"(?:of|over|for|on) (?P<what>[^.;]{3,200})"
)


def given_back(words: str) -> Iterator[Frame]:
    """ "hand the council back control of parks": the holder stands between the verb and the power."""
    for match in _GIVEN_BACK.finditer(words):
        first, last = _until(words, *match.span("what"))
        before = words[: match.start()]
        proposed = re.search(r"\b(?:to|would|could|should|will|propos\w+|minded|recommend\w*) $", before)
        holder = holder_of(match["holder"]) or COUNCIL
        status = PROPOSED if proposed and not re.search(r"agreed to $|decided to $", before) else IN_FORCE
        yield Frame(
            _begins(words, match.start()), last, first, last, holder, status, Verb.BACK, subject=False
        )


def regained_which(words: str) -> Iterator[Frame]:
    """ "parks, which the Council regained on 1 May"."""
    if ", which " not in words:
        return
    for match in _WHICH_REGAINED.finditer(words):
        first, last = match.span("what")
        yield Frame(
            first,
            match.end(),
            first,
            last,
            holder_of(match["who"]) or COUNCIL,
            IN_FORCE,
            Verb.BACK,
            subject=True,
        )


_MAY_RECOMMEND = re.compile(
    r"\b(?:return|restor|hand(?:ing|ed)? back|transfer|go back|giv(?:e|ing|en) back"
    r"|widen|extend|expand|broaden|amend)"
)


def by_recommendation(words: str) -> Iterator[Frame]:
    """What is, or is not, recommended for return, and directions to be widened."""
    if not _MAY_RECOMMEND.search(words):
        return
    for match in [
        *_NOT_RECOMMENDED.finditer(words),
        *_NOT_RECOMMENDED_THAT.finditer(words),
        *_NOT_ABLE.finditer(words),
    ]:
        yield _object_of(words, match, COMMISSIONERS, RETAINED, Verb.KEEP)
    for match in _NOT_RECOMMENDED_OF.finditer(words) if " not " in words else ():
        first = max(match.start("what"), _begins(words, match.end("what")))
        last = match.end("what")
        yield Frame(first, match.end(), first, last, COMMISSIONERS, RETAINED, Verb.KEEP, subject=True)
    yield from _neither(words)
    for match in _WIDEN.finditer(words):
        asked = _ASKED.search(words[: match.start() + 12])
        yield _object_of(words, match, COMMISSIONERS, PROPOSED if asked else IN_FORCE, Verb.TAKE)
    for match in _RETURN_OF.finditer(words):
        to = re.search(r" to (?P<holder>[^,.;]{3,50})", words[_until(words, *match.span("what"))[1] :][:60])
        holder = (holder_of(to["holder"]) if to else None) or COUNCIL
        yield _object_of(words, match, holder, PROPOSED, Verb.BACK)
    for match in _OF_RETURN.finditer(words):
        begin, (first, last) = _begins(words, match.start()), match.span("what")
        yield Frame(begin, match.end(), first, last, COUNCIL, PROPOSED, Verb.BACK, subject=True)


_NEITHER = re.compile(
    r"\b[Nn]either (?P<one>[^.;,]{3,60}?) nor (?P<two>[^.;,]{3,60}?) (?:(?:is|are|was|were) (?:yet"
    r" )?(?:ready|recommended|proposed)"
    r"|(?:should|will|can|could|would) (?:yet )?(?:be (?:returned|restored|handed back)|go back))"
)


def _neither(words: str) -> Iterator[Frame]:
    """ "Neither parks nor piers should be returned": both stay with the Commissioners."""
    for match in _NEITHER.finditer(words):
        for name in ("one", "two"):
            first, last = match.span(name)
            yield Frame(first, match.end(), first, last, COMMISSIONERS, RETAINED, Verb.KEEP, subject=True)


_ASKED = re.compile(
    r"\b(?:ask\w*|to (?:widen|extend)|recommend\w*|propos\w+|minded|intend\w*|should|would)\b", re.I
)


def _object_of(words: str, match: re.Match[str], holder: str, status: str, verb: Verb) -> Frame:
    """The statement whose functions stand after its verb."""
    first, last = _until(words, *match.span("what"))
    return Frame(_begins(words, match.start()), last, first, last, holder, status, verb, subject=False)


def _begins(words: str, at: int) -> int:
    """Where the clause around a place begins."""
    begins = 0
    for start, _end in clauses(words):
        if start <= at:
            begins = start
    return begins


def _until(words: str, first: int, last: int) -> tuple[int, int]:
    for stop in _STOP.finditer(words, first + 2, last):
        return first, stop.start()
    return first, last
