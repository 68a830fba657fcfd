"""What is asked, hoped, told over or dated by another clause: "asked whether it would open in May".

Who asks, doubts, or tells what was said at a time now past, promises nothing; a clause of "when" or "once"
dates only itself; what was asked and answered there and then is done.
"""

import re

from handback.reading.claims.askers import THERE_AND_THEN
from handback.reading.claims.clauses import parts
from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import FINITE, Group, Look
from handback.reading.words.watch import waits

_QUESTION = re.compile(
    r"\b(?:ask(?:ed|s)?|wondered|quer(?:y|ied)|questioned|know|enquired|inquired|unclear|unsure"
    r"|doubt(?:ed|ful)?)(?: [\w']+){0,4}? (?:whether|if|when|why|how|what|who)\b[^,;]*$"
)


def is_asked(before: str) -> bool:
    """ "Asked whether the crossing would be finished this year" promises nothing."""
    return bool(_QUESTION.search(before[-120:]))


def is_doubted(seen: Scene, finite: Group) -> bool:
    """Whether what is told is only hoped: "hopes that it will be open by May"."""
    earlier = [g for g in seen.groups if g.end <= finite.start and g.look in FINITE]
    return (
        bool(earlier)
        and earlier[-1].look is Look.DOUBT
        and not _PARTED_AFTER.search(seen.words[earlier[-1].end : finite.start])
        and not parts(seen.words, earlier[-1].end, finite.start)
        and not _WHOEVER.search(seen.words[: earlier[-1].start])
    )


#: "Anybody who wishes to object should write by June": a wish that names who is meant.
_WHOEVER = re.compile(
    r"\b(?:who|whoever|that|if (?:you|anybody|anyone|[\w ]{3,30})) (?:also |still )?$", re.I
)
_PARTED_AFTER = re.compile(r";|, (?:and|but|so)\b|\b(?:and|but) (?:will|is|are|has|have|must|shall)\b|[.:]")

#: "We said in May that it would be open by June": what was told at a time of its own is told over.
_TOLD_THEN = re.compile(
    r"\b(?:said|told|promised|reported|wrote|thought|forecast|expected|hoped|announced|assured)\b"
    r"(?: (?!that\b)[\w']+){0,2}? (?:"
    r"(?:in|on|at) (?:the |our |its |my )?(?:[A-Z]|\d|last|first|previous)[^,;]{1,30}?"
    r"|last \w+|then|earlier|previously) that\b[^;.]*$"
    r"|\bhad (?:\w+ly |first |been |at first )*"
    r"(?:said|told|promised|thought|hoped|expected|forecast|announced)\b[^;.]*$"
)


def is_told_over(seen: Scene, finite: Group) -> bool:
    """Whether what would be done was said at a time now past."""
    return finite.look is Look.WOULD and bool(
        _TOLD_THEN.search(seen.words[max(0, finite.start - 140) : finite.start])
    )


def is_subordinate(seen: Scene, finite: Group, between: str) -> bool:
    """Whether the time stands in a clause of "when", "once" or "while" and dates only that."""
    if finite.look is Look.FUTURE and re.search(r"\bwhen\b", between):
        return False
    if re.search(
        r"\b(?:when|(?<!at )once|while|whilst|as soon as|where)"
        r"\b(?! (?:complete|agreed|approved|finished)\b)(?![^,]*, $)",
        between,
    ):
        return True
    if finite.look not in (Look.PRESENT, Look.PERFECT, Look.PAST):
        return False
    return bool(
        re.search(
            r"\b(?:when|once|while|whilst|where|since)\b[^,;]*$",
            seen.words[max(0, finite.start - 60) : finite.start],
            re.I,
        )
    )


def told_before(seen: Scene, finite: Group) -> bool:
    """ "You asked us to write by March" tells of an order long since carried out."""
    if finite.look is Look.ORDER and THERE_AND_THEN.match(seen.words, finite.start):
        return True
    if finite.look is Look.ORDER:
        return bool(_WE_WERE.search(seen.words[max(0, finite.start - 12) : finite.end]))
    if finite.look is Look.PERFECT and _ASKED_ME_TO_SAY.match(seen.words, finite.end):
        return True
    if finite.look not in (Look.PARTICIPLE, Look.PAST):
        return False
    earlier = [g for g in seen.groups if g.end <= finite.start and g.look is Look.PARTICIPLE]
    begin = (
        earlier[0].start if earlier and re.search(r"\band $", seen.words[: finite.start]) else finite.start
    )
    return bool(
        re.search(r"\b(?:I|[Ww]e|[Yy]ou|had)(?: \w+ly| also)? $", seen.words[max(0, begin - 12) : begin])
        or _ASKED_US.match(seen.words, finite.end)
        or ANSWERED.match(seen.words, finite.end)
    ) or seen.words[finite.start : finite.start + 4] in ("had ", "was ", "were")


#: "The board have asked me to tell you that": it is done by the words that follow.
_ASKED_ME_TO_SAY = re.compile(
    r" (?:us|me) to (?:confirm|say|tell|inform|let|make|express|thank|write|set out)\b"
)
_WE_WERE = re.compile(r"\b(?:I|[Ww]e) (?:was|were) [\w ]+$")
_ASKED_US = re.compile(r" (?:us|me)\b(?! by)")
#: "Asked her to explain the fall, and she said that": what was asked was answered there and then.
ANSWERED = waits(
    r" [^;.]{0,60}?to (?:explain|clarify|confirm|say)\b[^;.]{0,80}?,? and "
    r"(?:(?:he|she|they|it|the \w+|[A-Z]\w+) )?"
    r"(?:said|replied|answered|explained|confirmed|did so)\b"
    r"| (?:for |(?=(?:more|further|additional|extra|some|clarification|details|information) ))"
    r"[^;.]{3,80}?,? (?:and|but) (?:(?:he|she|they|it|the \w+|[A-Z]\w+(?: [A-Z]\w+)*) )?"
    r"(?:said|replied|answered|explained|was (?:told|advised|informed)|were (?:told|advised|informed)) "
)
