"""Statements that lean on the one before: "markets can follow", "the same goes for roads".

The move is told in the sentence before; here only what moves, and whether it does, is said.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import opposite
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED, is_proposed, is_refused
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.statement import Frame
from handback.reading.words.beginnings import sought
from handback.reading.words.watch import waits

_SMALL = r"(?: (?:also|now|soon|then|too|yet|still|therefore|at once|both|all))*"
_MODAL = (
    r"(?P<modal>(?:(?:is|are|was|were) (?:expected|due|likely|set|about|planned|meant) to|should|can|could"
    r"|will|would|must|ought to|shall|is to|are to|is|are|was|were|do|does"
    r"|did|has|have|had)"
    rf"{_SMALL}(?P<not>(?: not|n't))?{_SMALL})"
)
_END = (
    r"(?=\s*(?:[.:;,!]|$)| (?:in|on|from|by|next|last|as well|soon|later|after|before|once|when|until|at"
    r"|this|shortly|and|but|for|a|within|to)\b)"
)
_FOLLOWS = waits(
    rf"(?P<what>[^.;:]{{3,150}}?) (?:{_MODAL} )?(?P<verb>follow(?:ed|s)?|(?:join|joins|joined) them"
    r"|(?:go|goes|went|gone|come|comes|came) (?:the same way|too|next)"
    rf"|do(?:es)? so|did so){_END}"
)
_LEFT_OUT = waits(
    r"(?P<what>[^.;:]{2,150}?) (?!(?:is|are|was|were|has|have|had|do|did|does)\b"
    rf"(?! (?:not|now not|n't)\b)){_MODAL}(?: be)?(?=\s*(?:[.:;]|$))"
)
_SAME = waits(
    r"(?P<before>[^.;:]{0,80}?)\b(?:the same|likewise|so too|that is also true)(?: (?:goes"
    r"|can(?:not)?(?: yet| now)? be said|could not (?:yet )?be said|is true|appl(?:y|ies)|should apply"
    r"|holds(?: good)?|can be said|was true|is so|went|course|decision|conclusion|view|answer|advice))*"
    r" (?:of|for|about|to|with|on|in respect of|as regards|is true of) (?P<what>[^.;:]{3,150})",
    re.I,
)
_READY = waits(
    rf"(?P<what>[^.;:]{{3,150}}?) (?P<modal>(?:is|are|was|were|will be){_SMALL}"
    rf"(?P<not>(?: not|n't|far from|nowhere near))?{_SMALL}) ready"
    r"(?=\s*(?:[.:;,]|$)| (?:yet|now|too|either|and|but)\b)"
)
_AS_ASKED = re.compile(
    r"\b(?P<answer>giv(?:e|es|ing) effect to|gave effect to|accept\w*|agree[sd]?(?: (?:with|to))?|approv\w+"
    r"|implement\w*|confirm\w*"
    r"|reject\w*|refus\w+|declin\w+|depart\w* from) (?:that|this|the|your|my|those|their|these|its)(?: \w+)?"
    r" (?:proposals?|recommendations?|advice|requests?)(?: for return)? (?:in respect of|in relation to"
    r"|as regards|regarding|on|for|about"
    r"|relating to) (?P<what>[^.;:]{3,150})"
)
_SO = re.compile(
    r"(?:^|[,;] |and |but |(?<=[,;] ))(?P<so>[Ss]o(?: too)?|[Nn]either|[Nn]or|(?<=, )as) (?:is|are"
    r"|was|were|will|should|did|do"
    r"|does|has|have|can|could|would) "
    r"(?!(?:in|at|on|under|for|with|of|to|set|already|now|usual|normal)\b)(?P<what>[^.;:]{3,120})"
)


_ECHO = sought(
    r"\bfollow|\bthe same\b|[Ll]ikewise"
    r"|\b[Ss]o (?:too|does|is|are|was|were|will|should|did|do|has|have|can)\b"
    r"|[Nn]either|\b[Nn]or\b"
    r"|, as (?:is|are|was|were|will|should|did|do|does|has|have) "
    r"|\b(?:should|can|could|will|would|must|shall|not|to)(?: also| too| now| soon| be)*\s*(?:[.:;]|$)"
    r"|\b(?:proposal|recommendation|request|advice)s?\b"
    r"|\bready\b"
    r"|\b(?:too|next|do so|does so|did so|join)\b"
)


def may_echo(words: str) -> bool:
    """Whether a sentence has the words of one that leans on another."""
    return bool(_ECHO.search(words))


def echoed(phrase: Phrase, holder: str, status: str, *, moved: bool, start: int = 0) -> Iterator[Frame]:
    """The statements of a phrase that repeat the last statement for other functions; `moved` says that it was
    one of moving, so that "markets can follow" and "audit should not" can lean on it."""
    words = phrase.words
    if not may_echo(words) or words.startswith(("If ", "Whether ", "Unless ", "Should ")):
        return
    for shape in (_AS_ASKED, _SAME, _SO, _READY, _FOLLOWS, _LEFT_OUT) if moved else (_SAME, _SO):
        for match in shape.finditer(words, _past_joint(words, start)):
            frame = _frame(phrase, match, holder, status)
            if frame is not None:
                yield frame
                return


def _past_joint(words: str, start: int) -> int:
    """Where the clause after a statement begins: past "..., and"."""
    joint = (
        pattern(r"[^,;]{0,60}?(?:[,;] (?:and |but |while )?| and | but )").match(words, start)
        if start
        else None
    )
    return joint.end() if joint else start


def _frame(phrase: Phrase, match: re.Match[str], holder: str, status: str) -> Frame | None:
    """What a match says goes the same way as what was said before: refused, proposed, or already so."""
    said = match.groupdict()
    first, last = match.span("what")
    governed = pattern(
        r".*\b(?:that|think|believe|said|says|accept|agree|view is|so|hope|expect|propose[sd]?"
        r"|recommend(?:s|ed)?)\b(?: that)? "
    ).match(phrase.words[first:last])
    before = (said.get("before") or "") + (governed[0] if governed and "modal" in said else "")
    first += governed.end() if governed and "modal" in said else 0
    modal = f" {said.get('modal') or ''} "
    refused = (
        bool(said.get("not"))
        or pattern(r"reject|refus|declin|depart").match(said.get("answer") or "")
        or (
            match.re is _SAME.pattern
            and pattern(r"\b(?:cannot|not)\b").search(match[0][: match.start("what") - match.start()])
        )
        or pattern(r"\bnot\b|n't\b").search(modal)
        or is_refused(before)
        or pattern(r"\b(?:not|cannot|n't)\b").search(before)
        or (said.get("so") or "").lower() in ("neither", "nor")
    )
    if said.get("answer") and not refused:
        refused = bool(pattern(r"\b(?:not|cannot|unable)\b").search(phrase.words[: match.start()]))
    if refused:
        if status == RETAINED:
            return None
        holder, status = opposite(holder), RETAINED
    elif (
        pattern(r" (?:should|can|could|would|ought|are to|is to|must|\w+ to) ").search(modal)
        or is_proposed(before)
        or match.re is _READY.pattern
    ):
        status = PROPOSED
    elif (
        said.get("answer")
        or pattern(r" (?:did|has|have|had|was|were) ").search(modal)
        or (said.get("verb") or "").endswith(("ed", "went", "came"))
    ):
        status = IN_FORCE
    return Frame(match.start(), match.end(), first, last, holder, status, Verb.BACK, subject=True, plain=True)


def opined(words: str) -> bool:
    """Whether somebody gives a view ("we think that it should"): else "they should" may be anybody."""
    return bool(
        pattern(
            r"\b(?:think|believe|view|recommend\w*|propos\w+|advice|advise|accept|agree|conclu\w+|opinion"
            r"|decided)\b"
        ).search(words)
    )
