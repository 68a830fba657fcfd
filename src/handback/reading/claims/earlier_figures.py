"""Figures that only say what a result was once: "61 of 80, against 47 of 80 in the year before"."""

import re

from handback.reading.claims.shares import Figure
from handback.reading.words.later import later

#: An earlier figure beside a result: "61 of 80, against 47 of 80 in the year before".
_THEN_BEFORE = later(
    r"\b(?:(?:up|down) from|previously"
    r"|(?:a year (?:ago|earlier|before)|last (?:year|quarter|month|time)|before that),?"
    r" (?:it|this|the figure) (?:was|had been|stood at)"
    r"|(?:last|(?:the|in the) previous) (?:year|quarter|month|time),? when"
    r"|(?:in|by|at) (?:the )?(?:\d{4}\S*|[A-Z][a-z]+ \d{4}|\w+ (?:year|quarter|month)) it"
    r" (?:was|had been|stood at))(?: (?:only|just|about))? $",
    re.I,
)
_THEN_AFTER = later(
    r"[^,;.]{0,30}? (?:a year (?:ago|earlier|before)"
    r"|in the (?:quarter|year|month|period) before"
    r"|the (?:year|quarter) before|last (?:year|quarter|time)|previously|in the previous \w+)\b"
)
_COMPARED = later(r"\bcompared (?:to|with)(?: (?:only|just|about))? $", re.I)
_IN_A_MONTH = later(
    r"(?: \(\d[\d.]* ?%\))?[a-z ]{0,30} in (?:"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\d{4}\b)"
)


def is_earlier(words: str, figure: Figure, result: Figure) -> bool:
    """Whether a figure only says what a result before it was once: "61 of 80, against 47 of 80 last year"."""
    if figure.total is result.total is not None:
        return False  # two parts of one total
    if (figure.total is None) != (result.total is None) or ". " in words[result.end : figure.start]:
        return False
    before = words[max(0, figure.start - 60) : figure.start]
    in_a_month = _COMPARED.search(before) and _IN_A_MONTH.match(words, figure.end)
    return bool(_THEN_BEFORE.search(before) or _THEN_AFTER.match(words, figure.end) or in_a_month)
