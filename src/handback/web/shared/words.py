"""Days, periods and counts as people read them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from handback.core.periods import Period


@cache
def day(value: date) -> str:
    """26 February 2015."""
    return f"{value.day} {value:%B %Y}"


def moment(value: datetime) -> str:
    """26 February 2015 at 9:30am, as the clock of `value` shows it."""
    hour = value.hour % 12 or 12
    return f"{day(value)} at {hour}:{value:%M}{'am' if value.hour < 12 else 'pm'}"


def period(value: Period) -> str:
    """26 February 2015 to 10 February 2016 (the last included day), or "from" while it runs."""
    return f"from {day(value.first)}" if value.last is None else f"{day(value.first)} to {day(value.last)}"


def due(first: str, last: str) -> str:
    """When something is due, its first and last day already in words; either may be missing."""
    if first and last:
        return f"due on {last}" if first == last else f"due between {first} and {last}"
    if last:
        return f"due by {last}"
    return f"due from {first}" if first else "no time is stated"


def plural(count: int, one: str, many: str = "") -> str:
    """1 function, 11 functions, 1,200 functions."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def of_one(unit: str) -> str:
    """A unit of several as it is of one: "requests" is "request", "working days" is "working day"."""
    found = _SEVERAL.match(unit)
    if found is None:
        return unit
    several = found["several"]
    one = _OF_ONE.get(several) or next(
        several.removesuffix(ending) + left for ending, left in _ENDINGS if several.endswith(ending)
    )
    return unit[: found.start("several")] + one + unit[found.end() :]


#: The first word, or the second after another, that is of several: no "loss", no "analysis", no abbreviation.
_SEVERAL = re.compile(r" ?(?:[a-z]+ )?(?P<several>people|children|men|women|[a-z]+(?<![sui])s)(?![\w-])")
_OF_ONE = {"people": "person", "children": "child", "men": "man", "women": "woman"}
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", ""))


def percent(share: float) -> str:
    """A share of one as a whole percentage; never 100% or 0% for what is not quite all or none."""
    whole = round(share * 100)
    if whole == 100 and share < 1:
        return "more than 99%"
    return "less than 1%" if whole == 0 and share > 0 else f"{whole}%"


def sentence_list(items: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def sentence(text: str) -> str:
    """`text` beginning with a capital and ending with one full stop."""
    return text[:1].upper() + text[1:].rstrip(". ") + "." if text else ""
