"""Moves told as things: "the return of parks took place", "the functions to be returned are parks and piers".

Here the verb of moving has become a noun, a participle, or stands apart from what moves.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.frame_words import HOLDER
from handback.reading.claims.frames import IN_FORCE, PROPOSED, RETAINED, Frame, Verb
from handback.reading.claims.functions import COMMISSIONERS, COUNCIL, holder_of

_NOUN = r"(?:return|restoration|handing back|handover|transfer|devolution|passing)"
_HAPPENED = re.compile(
    rf"\b{_NOUN}(?: back)?(?: to (?P<to>{HOLDER}))? of (?P<what>[^.;]{{3,160}}?)(?: (?:back )?to"
    rf" (?P<then>{HOLDER}))?"
    r"(?: on [^,.;]{3,30})?,? (?:took effect|takes effect|take effect|took place|takes place|(?:was|were"
    r"|is|has been|were)"
    r" (?:now )?(?:completed?|confirmed|effected|made)|happened|came into (?:force|effect)|comes into"
    r" (?:force|effect)"
    r"|will (?:take (?:effect|place)|happen|be completed?|come into (?:force|effect))|follow(?:s|ed))\b",
    re.I,
)
_THING_MOVED = re.compile(
    rf"\b(?P<verb>saw|led to|meant|means|allow(?:s|ed)|secur(?:es|ed)|complet(?:es|ed)|confirm(?:s|ed)"
    rf"|provid(?:es|ed) for"
    rf"|direct(?:s|ed)|order(?:s|ed)|mark(?:s|ed)|effect(?:s|ed)) the {_NOUN}(?: back)?(?: to"
    rf" (?P<to>{HOLDER}))? of "
    rf"(?P<what>[^.;]{{3,160}}?)(?= (?:back )?to (?P<then>{HOLDER})|,? (?:on|from|with|in|after|under|by"
    rf"|following) |[.;,]|$)"
)
_THINGS_ARE = re.compile(
    rf"\b(?:functions?|powers|services|areas|responsibilities)(?: (?:which|that|I|we|he|she|they"
    rf"|Ministers|it))?"
    rf"(?P<said>[^.;:]{{0,60}}?) (?P<verb>returned|restored|handed back|transferred|passed|exercised"
    rf"|retained|kept|held"
    rf"|remain(?:ing)?|stay(?:ing)?|return(?:ing)?)(?: (?:to|by|with|under)"
    rf" (?P<to>{HOLDER}))?[^.;:,]{{0,30}}? "
    r"(?:are|is|were|include|included|comprise|will be):? (?!(?:to|being|not|now|still|set|listed"
    r"|specified|as)\b)"
    r"(?P<what>[^.;]{3,240})"
)
_LEFT = re.compile(
    rf"\b(?:leaves?|left|leaving) (?P<what>(?!the (?:meeting|room|chamber|council)\b)[^.;:]{{3,120}}?)"
    rf" (?:with|in the hands of|under) (?P<to>{HOLDER})"
)
_ENDED = re.compile(
    r"\b(?P<verb>remov\w+|end(?:s|ed|ing)?|withdr[ae]w\w*|terminat\w+|revok\w+) (?:the |all"
    r" )?[Cc]ommissioners' "
    r"(?:powers?|functions?|role|responsibilit\w+|control|involvement)"
    r" (?:over|in(?: respect of| relation to)?|for|on|relating to) (?P<what>[^.;]{3,160}?)(?=,? (?:from"
    r"|with effect|under|so"
    r" that|but|while|after)\b|[.;]|$)"
)
_CAME_TO_END = re.compile(
    r"\b[Cc]ommissioners' (?:control|powers?|functions?|role|responsibilit\w+) (?:over|of|in(?: respect"
    r" of| relation to)?|for|on)"
    r" (?P<what>[^.;]{3,120}?) (?:(?:has |have |will )?(?:come|comes|came) to an end|(?:has |have |will"
    r" )?(?:end|ends|ended"
    r"|cease|ceased|lapse|lapsed))\b"
)
_NO_LONGER = re.compile(
    rf"(?P<what>[^.;:,]{{3,100}}?) (?:is|are|will be|was|were) no longer (?:a matter for|with|under"
    rf"|exercised by|run by|held by"
    rf"|the responsibility of) (?P<from>{HOLDER})"
)
_FRONTED = re.compile(
    rf"(?:^|[.;] )(?P<what>[A-Z][^.;:]{{2,80}}?),? (?:I|we) (?:will |shall |have |am |are"
    rf" )?(?P<verb>leav\w+|left|return\w*|g[ai]v\w+"
    rf"|hand\w*|pass\w*) (?:back )?(?:to|with) (?P<to>{HOLDER})"
)
_DECISIONS = re.compile(
    rf"\b[Dd]ecisions (?:about|on|over|for) (?P<what>[^.;,]{{3,120}}?) (?:will|shall|are to|are|would)(?:"
    rf" now| again| still| once"
    rf" more)? (?:be )?(?:taken|made)(?P<again> again| once more)? by (?P<to>{HOLDER})(?P<tail>[^.;]{{0,60}})"
)
_TO_COME = re.compile(
    r"\b(?:to be|should|would|could|minded|propos\w+|intend\w*|recommend\w*|ready|suggest\w*)\b"
)
_AGAIN = re.compile(r"\b(?:again|once more|rather than|instead of|from (?:today|now|next|\d|[A-Z]))")


def told_as_things(words: str) -> Iterator[Frame]:
    """Moves told by a noun or from afar: "The transfer to the trust of adoption took effect"."""
    for pattern, rule in ((_HAPPENED, _happened), (_THING_MOVED, _happened), (_THINGS_ARE, _things_are),
                          (_LEFT, _left), (_ENDED, _ended), (_CAME_TO_END, _ended_by_itself),
                          (_NO_LONGER, _no_longer), (_FRONTED, _fronted),
                          (_DECISIONS, _decisions)):  # fmt: skip
        if pattern is _NO_LONGER and " no longer " not in words:
            continue
        for match in pattern.finditer(words):
            frame = rule(words, match)
            if frame is not None:
                yield frame


def _happened(_words: str, match: re.Match[str]) -> Frame | None:
    """ "The return of parks to the Council took place in May"; "the order led to the return of parks"."""
    first, last = match.span("what")
    name = match["to"] or match["then"]
    holder = holder_of(name) if name else COUNCIL
    if holder is None or ("transfer" in match[0].lower() and not name):
        return None
    return Frame(match.start(), match.end(), first, last, holder, IN_FORCE, Verb.BACK, subject=True)


def _things_are(words: str, match: re.Match[str]) -> Frame | None:
    """ "The functions to be returned to the Council are parks and piers"; "the powers retained are audit"."""
    first, last = match.span("what")
    verb, said = match["verb"], match["said"]
    kept = bool(re.match(r"retain|kept|remain|stay", verb)) or bool(re.search(r"\b(?:not|never)\b", said))
    back = bool(re.match(r"return|restor|hand", verb))
    holder = holder_of(match["to"] or "") or (COMMISSIONERS if kept else COUNCIL if back else None)
    if kept and back:
        holder = COMMISSIONERS
    if holder is None:
        return None
    coming = back and _TO_COME.search(words[: match.start("verb")])
    status = RETAINED if kept else PROPOSED if coming else IN_FORCE
    return Frame(
        match.start(), last, first, last, holder, status, Verb.KEEP if kept else Verb.BACK, subject=False
    )


def _left(words: str, match: re.Match[str]) -> Frame | None:
    """ "The new Directions leave parks in the hands of the Commissioners"."""
    holder = holder_of(match["to"])
    if holder is None or not re.search(r"[Dd]irection|order|power|function|decision|commissioner", words):
        return None
    return Frame(match.start(), match.end(), *match.span("what"), holder, RETAINED, Verb.KEEP, subject=True)


def _ended(words: str, match: re.Match[str]) -> Frame:
    """ "The revised Directions remove the Commissioners' powers over parks": they are the council's again."""
    status = PROPOSED if _TO_COME.search(words[: match.end("verb")]) else IN_FORCE
    return Frame(match.start(), match.end(), *match.span("what"), COUNCIL, status, Verb.BACK, subject=False)


def _ended_by_itself(_words: str, match: re.Match[str]) -> Frame:
    """ "The Commissioners' control of parks came to an end": they are the council's again."""
    return Frame(match.start(), match.end(), *match.span("what"), COUNCIL, IN_FORCE, Verb.BACK, subject=True)


def _no_longer(_words: str, match: re.Match[str]) -> Frame | None:
    """ "Parks are no longer a matter for the Commissioners"; nothing is said where the council loses them."""
    if holder_of(match["from"]) != COMMISSIONERS:
        return None
    return Frame(match.start(), match.end(), *match.span("what"), COUNCIL, IN_FORCE, Verb.BACK, subject=True)


def _fronted(_words: str, match: re.Match[str]) -> Frame | None:
    """ "Parks I leave with the Council": what moves or stays stands before its verb."""
    holder = holder_of(match["to"])
    if holder is None:
        return None
    left = match["verb"].startswith(("leav", "left"))
    status, verb = (RETAINED, Verb.KEEP) if left else (IN_FORCE, Verb.BACK)
    return Frame(match.start(), match.end(), *match.span("what"), holder, status, verb, subject=True)


def _decisions(_words: str, match: re.Match[str]) -> Frame | None:
    """ "Decisions about parks will again be taken by councillors": a change, not how things are."""
    holder = holder_of(match["to"])
    if holder is not None and " still " in match[0]:
        return Frame(
            match.start(), match.end(), *match.span("what"), holder, RETAINED, Verb.KEEP, subject=True
        )
    if holder is None or not _AGAIN.search(match[0]):
        return None
    return Frame(match.start(), match.end(), *match.span("what"), holder, IN_FORCE, Verb.TAKE, subject=True)
