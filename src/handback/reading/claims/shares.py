"""Shares: the percentage that belongs to a count, and the count that belongs to a percentage."""

import re
from decimal import Decimal

from handback.reading.claims.quantities import Quantity

_PAREN_SHARE = re.compile(r"^(?: [a-z'-]+){0,4},? ?[(\[](?:or |about |around |some |i\.e\. |that is )?$")

_LATER_SHARE = re.compile(
    r"(?:[(\[](?:or |about |around |some |i\.e\.,? |a |approximately |an? )*"
    r"|(?:, | - |; |: )(?:or |about |around |which (?:is|was|are|makes|represents|gives) |that is "
    r"|equal to |just |some )*"
    r"(?:(?:i\.e\.|representing|equating to|making|giving|being|a total of|an? (?:[a-z]+"
    r" ){0,3}(?:rate|share|proportion) of)"
    r" )*(?:an? (?:[a-z]+ ){0,3}(?:rate|share|proportion) of )?(?:or |about |around )?"
    r"|(?:gives? as|stated as|put at|reported as|making|represents|equates to|equal to|is|which is|that is)"
    r" (?:about |around )?)$"
)

_COUNT_AFTER = re.compile(r"^ ?\((?:or )?$")


def share_after(
    words: str, numbers: list[Quantity], index: int, used: set[int], *, far: bool
) -> tuple[Decimal | None, int]:
    """The share that belongs to a count, and the place where it ends (0 if there is none)."""
    if index >= len(numbers) or not numbers[index].share or index in used:
        return None, 0
    previous, share = numbers[index - 1], numbers[index]
    gap = words[previous.end : share.start]
    tail = words[share.end :]
    if re.match(r" of (?:the |all |its )(?!total|whole)", tail) and not gap.startswith(" ("):
        return None, 0
    near = _PAREN_SHARE.match(gap) or (far and len(gap) < 140 and ";" not in gap and _LATER_SHARE.search(gap))
    if not near:
        return None, 0
    used.add(index)
    end = share.end + (1 if tail[:1] in ")]" else 0)
    return (share.value if share.exact else None), end


def share_before(
    words: str, numbers: list[Quantity], index: int, used: set[int]
) -> tuple[int, Decimal | None]:
    """ "75% (36 of 48)", "58 per cent (29) of their 50": the share that opens the count."""
    if index == 0 or index - 1 in used or not numbers[index - 1].share:
        return 0, None
    if not re.fullmatch(
        r"(?: of [a-z]+(?: [a-z]+){0,3})? ?\((?:or |that is |i\.e\. )?",
        words[numbers[index - 1].end : numbers[index].start],
    ):
        return 0, None
    return numbers[index - 1].start, numbers[index - 1].value


def count_of_share(words: str, numbers: list[Quantity], index: int) -> Quantity | None:
    """ "75% of the 48 actions, that is 36," and "75% of the 48 (36)": the count after its share."""
    if index >= len(numbers) or numbers[index].share:
        return None
    gap = words[numbers[index - 1].end : numbers[index].start]
    return (
        numbers[index]
        if re.search(r"(?:, (?:that is|or|i\.e\.|namely),? |\()$", gap) and len(gap) < 60
        else None
    )


def count_in_brackets(words: str, numbers: list[Quantity], index: int) -> Decimal | None:
    """The count in brackets behind its share: "75% (36) of the 48 piers"."""
    if (
        index + 1 < len(numbers)
        and not numbers[index + 1].share
        and _COUNT_AFTER.match(words[numbers[index].end : numbers[index + 1].start])
    ):
        return numbers[index + 1].value
    return None
