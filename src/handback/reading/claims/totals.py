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
    r"^(?:(?:Of|From|Out of) (?:these|those|them|the total|this number)\b|(?:This"
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
    after = words[part.end :]
    elliptic = bool(ELLIPTIC.match(after)) and not words[: part.start].endswith(("another ", "further "))
    for k in range(index - 1, max(-1, index - 9), -1):
        total = numbers[k]
        if total.share or (not part.share and (part.value > total.value or total.value == 0)):
            continue
        between = words[total.end : part.start]
        if re.search(r"[a-z]\. [A-Z]", between) and total.end > base:
            return None
        lead = _TOTAL_FIRST.search(words, max(0, total.start - 40), total.start)
        if lead and _opens_clause(words, lead.start()) and (elliptic or part.share) and _near(between):
            return total, lead.start() + (1 if words[lead.start()] in " (" else 0)
        if k in used and not lead:
            continue
        refers = (_OF_WHICH.search(between) and (elliptic or part.share)) or (
            total.end <= base and BACK.match(words[base:]) and elliptic
        )
        if refers and not SPAN_OF_TIME.match(words[total.end :]):
            return total, total.start
        if part.share:
            continue
        if re.match(r" of (?:it|them|these|those)\b", after) and (
            _NOUN.match(words[total.end :]) or words[total.start] == "£"
        ):
            return total, total.start
        if _left_out(words, part, total, between):
            return total, total.start
    return None


def _opens_clause(words: str, at: int) -> bool:
    """Whether "of the 47 ..." opens a clause, and does not hang on a noun ("a list of 47")."""
    before = words[:at].rstrip(" ")
    return not before or before[-1] in ',;:.("-' or before.lower().endswith(("that", " and", " but"))


def _near(between: str) -> bool:
    return len(between) < 260 and "; " not in between.replace(") ", " ")[:0]


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
