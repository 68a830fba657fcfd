"""Statements that no verb frame reads: in a clause that names a function, what its cues say of who has it.

Two shapes: what the clause begins with is dealt with, settled, kept or back, and a holder stands after "by",
"with", "to" or "for" ("street trading will still be dealt with by the Commissioners"); or a holder has, gets,
keeps or loses the last word, a role or a say in something ("we no longer have any role in leisure"). Less is
certain here than of a verb with its object: only clauses count that the frames leave unread and that weigh or
ask nothing.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.council_work import is_service
from handback.reading.claims.cues import cued
from handback.reading.claims.frame_words import one_of
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS, HOLDER
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.slots import object_end, opened
from handback.reading.claims.statement import Frame
from handback.reading.words.later import later
from handback.reading.words.watch import waits

_PARTS = one_of("; but while whereas although though whilst and because , so yet")
_ASIDES = one_of("if unless whether until when once where because lest before after since as")
_WEIGHS = waits(
    r"\b(?:if|whether|unless|(?-i:may)|might|could have|would have|question|options?|consult\w*|criteria"
    r"|oversight|oversee\w*"
    r"|monitor\w*|advis\w+|meet(?:s|ing)?|training|thank\w*)\b",
    re.I,
)
_AUX = (
    r"(?:(?:is|are|was|were|be|been|being|will|would|shall|should|has|have|had|to|can|could|still|now|once"
    r"|again|more|also|all|both|never|no|longer|not|yet|already|therefore|for|today|from \w+) )"
)
_DEALT = (
    r"(?:dealt with|decided|determined|handled|managed|looked after|taken|made|settled|led|put|kept|left"
    r"|stay(?:s|ed|ing)?"
    r"|remain(?:s|ed|ing)?|rest(?:s|ed|ing)?|carried out|carry on|carries on|continues?|home|back"
    r"|a matter|matters?|up"
    r"|the (?:business|concern|responsibility|job|task|province|preserve)|exercised|discharged|performed"
    r"|answerable|belongs?|fall(?:s)?|come(?:s)?|goes?|gone|found|housed|based|lodged|safe|as before|again)"
)
_SUBJECT = later(
    rf"(?P<what>[^;:]{{3,150}}?) (?P<said>{_AUX}*{_DEALT}\b(?: [\w,'-]+){{0,7}}?"
    rf" (?:by|with|under|for|to|into|at|in the hands of|of) (?:{HOLDER}|us\b))"
)
_GIVEN_UP = waits(
    rf"(?P<said>(?:{HOLDER}|[Ww]e|I|[Tt]hey)\b[^;:]{{0,50}}?\b(?:step(?:s|ped|ping)?|st[ao]nd(?:s|ing)?"
    rf"|stood|withdr[ae]w\w*|pull(?:s|ed|ing)?)"
    r" (?:back |away |down |aside |out |entirely |altogether )*(?:from|of)) (?P<what>.)"
)
_FOR_WHICH = later(
    r"\b(?:areas|functions|services|powers|matters) (?:for|over|in|on) which"
    rf" (?P<said>(?:{HOLDER}|[Ww]e|I) [^:;,]{{3,70}}?) (?:are|is|were|include|included)\b:? (?P<what>\w)"
)
_CONTROL = (
    r"(?:control|charge|responsibilit\w+|powers?|decisions?|decision-making"
    r"|(?:last|final|casting|deciding) (?:word|say|vote)"
    r"|say|role|part|authority|functions|remit|grip|reins|hold|running|involvement|hand|command)"
)
_OBJECT = waits(
    rf"(?P<said>(?:{HOLDER}|[Ww]e|I|[Tt]hey)\b[^;:]{{0,70}}?\b(?:(?:ha[sd]|have)(?! to\b)|having|get|gets"
    r"|got|take|takes|taken|took|tak\w+|given|win|wins|won|keeps?|kept|retain\w*|hold|holds|held|holding"
    r"|step\w*|withdr[ae]w\w*|pull\w*|lose|loses|lost|losing|give|gives|gave|giving|play|plays|want|wants"
    rf"|need)\b[^;:,]{{0,40}}?\b{_CONTROL})"
    r" (?:over|of|on|for|in|about|relating to|in respect of|as regards|regarding|when it comes to)"
    r" (?P<what>.)"
)


def frames_by_cues(
    phrase: Phrase, speaker: str = COMMISSIONERS, taken: tuple[Frame, ...] = ()
) -> Iterator[Frame]:
    """The statements of the clauses of a phrase that the frames `taken` leave unread."""
    for first, last in _clauses(phrase):
        start, end = phrase.tokens[first].start, phrase.tokens[last - 1].end
        if any(f.start < end and start < max(f.end, f.last) for f in taken):
            continue
        frame = _of_clause(phrase, start, end, speaker)
        if frame is not None:
            yield frame


def _clauses(phrase: Phrase) -> Iterator[tuple[int, int]]:
    """The clauses, relative ones left in theirs; those that only say when, why or whether are left out."""
    tokens, begin, word = phrase.tokens, 0, ""
    for joint in (*phrase.joints, None):
        if joint is not None and joint.word not in _PARTS and joint.word not in _ASIDES:
            continue
        until = joint.at - 1 if joint else len(tokens)
        supposed = joint is not None and joint.word in ("if", "unless")
        if not supposed and until - begin > 2 and word not in _ASIDES and tokens[begin].low not in _ASIDES:
            yield begin, until
        if joint is not None:
            begin, word = joint.at, joint.word


#: How a council is doing, which nobody holds: "the financial position".
_STATE = re.compile(
    r"\b(?:position|performance|situation|problems?|challenges?|pressures?|health|fail(?:ure|ing)s?|progress"
    r"|difficult(?:y|ies)|deficit|gap|outlook|standing|stability|resilience|sustainability|culture|issues|concerns)$",
    re.I,
)


_GERUND = re.compile(r"(?:Bring|Tak|Hand|Giv|Return|Transferr|Mov|Putt|Pass)ing ")


def _of_clause(phrase: Phrase, start: int, end: int, speaker: str) -> Frame | None:
    """What a clause between two places says by its cues; None where it weighs or names no service."""
    words, begin = phrase.words, opened(phrase.words, start, end)
    if _WEIGHS.search(words, start, end):
        return None
    found = (
        _SUBJECT.match(words, begin, end)
        or _OBJECT.search(words, begin, end)
        or _GIVEN_UP.search(words, begin, end)
        or _FOR_WHICH.search(words, begin, end)
    )
    said = (
        cued(found["said"] if found["what"] == words[found.end() - 1] else words[start:end], speaker)
        if found
        else None
    )
    if found is None or said is None:
        return None
    first, last = found.span("what")
    if _GERUND.match(words, first):
        return None  # "bringing care back was wise": a remark
    if last - first == 1:
        last = object_end(words, first, end)
    names = functions_in(words, first, last)
    if not names or not any(is_service(n.name) and not _STATE.search(n.name) for n in names):
        return None
    return Frame(
        start, end, first, last, said.holder, said.status, said.verb, subject=True, plain=True, by_cues=True
    )
