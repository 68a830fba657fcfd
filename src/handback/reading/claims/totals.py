"""Totals: the number that a part of it refers back to."""

import re

from handback.reading.claims.quantities import Quantity

_TOTAL_FIRST = re.compile(
    r"(?:^|[ (\"])(?:[Oo]f|[Ff]rom|[Aa]mong|[Oo]ut of)(?: (?:the|its|their"
    r"|all|these|those|our|some|first|last|other|total|[a-z]+ing|[A-Za-z]+'s?|a total of|around"
    r"|about))* $"
)

_OF_WHICH = re.compile(r"\bof (?:which|whom)\b", re.I)

BACK = re.compile(
    r"^(?:(?:[A-Z][a-z]+(?:-[a-z]+)?|\d[\d,]*) of (?:these|those|them)\b|(?:Of|From|Out of)"
    r" (?:these|those|them|the total|this number)\b|(?:This"
    r"|That|It|These) (?:is|was|represents|equates to|amounts to|means|are|were)\b)"
)

ELLIPTIC = re.compile(
    r"^ (?:\(\d[\d.]* ?(?:%|per ?cent)\)[ ,;.)]?|(?:(?:of (?:it|them|these|those|which|whom))\b)"
    r"|(?:were|was|are|is|had|has|have|did|do|said|met|got|went|came|gave|took|told|could|would"
    r"|failed|still|scored|now|remain|remained"
    r"|missed|wanted|backed|opposed|replied|answered|agreed|voted|reported|[a-z]+ed)\b|(?:green"
    r"|amber|red|complete|late|overdue|outstanding|off|on|at|in|not|behind|with)\b)"
)

_NOUN = re.compile(
    r"^ (?:‘|')?(?!(?:days?|weeks?|months?|years?|hours?|minutes?|per|miles?|metres?"
    r"|times?|of|and|or|to|in|on|at|by|for|from|with|million|was|were|is|are)\b)[A-Za-z'\"]"
)

SPAN_OF_TIME = re.compile(
    r"^ (?:clear |working )?(?:days?|weeks?|months?|years?|hours?|minutes?"
    r"|miles?|metres?|times?|p\.?m|a\.?m|points?)\b"
)


def total_for(
    words: str, numbers: list[Quantity], index: int, used: set[int], base: int
) -> tuple[Quantity, int] | None:
    """The total that a part, or a share, refers back to, and where the quotation begins."""
    part = numbers[index]
    counts_alone = _counts_alone(words, part)
    for k in range(index - 1, max(-1, index - FARTHEST), -1):
        total = numbers[k]
        if total.share or (not part.share and (part.value > total.value or total.value == 0)):
            continue
        if total.end > base and re.search(r"[a-z]\. [A-Z]", words[total.end : part.start]):
            return None
        lead = _TOTAL_FIRST.search(words, max(0, total.start - 40), total.start)
        if lead and counts_alone and _opens_clause(words, lead.start()) and part.start - total.end < 260:
            return total, lead.start() + (1 if words[lead.start()] in " (" else 0)
        if (lead or k not in used) and _refers_to(words, part, total, base, counts_alone=counts_alone):
            return total, total.start
    return None


FARTHEST = 9  # numbers looked back over: no sentence that a person can follow needs more


def _counts_alone(words: str, part: Quantity) -> bool:
    """Whether a number stands without its noun ("33 met the target"), or is a share."""
    if words[: part.start].endswith(("another ", "further ")):
        return False
    return part.share or bool(ELLIPTIC.match(words[part.end :]))


def _refers_to(words: str, part: Quantity, total: Quantity, base: int, *, counts_alone: bool) -> bool:
    """Whether a part says that it is of this total: "of which", "of them", or its noun left out."""
    between, after = words[total.end : part.start], words[part.end :]
    if SPAN_OF_TIME.match(words[total.end :]):
        return False
    if counts_alone and _OF_WHICH.search(between):
        return True
    if counts_alone and not part.share and total.end <= base and BACK.match(words[base:]):
        return True
    if re.match(r" of (?:it|them|these|those|whom|which)\b", after):
        return bool(_NOUN.match(words[total.end :])) or (words[total.start] == "£" and not part.share)
    return not part.share and _left_out(words, part, total, between)


def _opens_clause(words: str, at: int) -> bool:
    """Whether "of the 47 ..." opens a clause, and does not hang on a noun ("a list of 47")."""
    before = words[:at].rstrip(" ")
    return not before or before[-1] in ',;:.("-' or before.lower().endswith(("that", " and", " but"))


def _left_out(words: str, part: Quantity, total: Quantity, between: str) -> bool:
    """The noun is left out and understood: "five bids had been made and three had been successful"."""
    verb = re.match(r" (?:had|have|has|were|was|are) (?:been |now |not |since )?[a-z]+", words[part.end :])
    joined = re.search(r"(?:, | )(?:and|but) $", between)
    noun = _NOUN.match(words[total.end :]) or between.startswith(", and ")
    return bool(
        verb
        and joined
        and noun
        and words[part.start] != "£"
        and len(between) < 120
        and part.value < total.value
    )
