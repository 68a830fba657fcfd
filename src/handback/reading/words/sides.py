"""Which side of a point of time its preposition means, with what stands between the two."""

import re
from dataclasses import replace

from handback.reading.words.points import Grain, Point

#: "Before 5pm on Friday 3 May": on that day itself, up to then.
_OF_THE_DAY = re.compile(
    r"\b(?:noon|midday|midnight|\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m|(?:close|end) of)\b", re.I
)
AWAY_FROM = re.compile(
    r"\b(?:slip\w*|moved?|put back|postponed|delayed|changed|brought forward|rescheduled|pushed back) $"
)
#: Ways of saying one side of a time, under the plain word for it: rules know the plain word alone.
_PLAIN = {
    **dict.fromkeys(
        (
            "no later than",
            "not later than",
            "no any later than",
            "not any later than",
            "or before",
            "on or before",
        ),
        "by",
    ),
    "between now and": "by",
    "till": "until",
    **dict.fromkeys(("prior to", "ahead of", "in advance of"), "before"),
    **dict.fromkeys(("not earlier than", "no earlier than", "on or after"), "not before"),
    **dict.fromkeys(
        ("with effect from", "wef", "w.e.f.", "w.e.f", "effective", "effective from", "as of", "as from"),
        "from",
    ),
    **{
        f"{word}{side}": "from"
        for word in ("starting", "beginning", "commencing")
        for side in ("", " on", " in", " from")
    },
    **dict.fromkeys(("all through", "through"), "throughout"),
    **dict.fromkeys(("around", "about", "on or around", "on or about", "come"), "on"),
}


def plain_preposition(said: str) -> str:
    """The plain word for a way of saying one side of a time: "till" is "until"."""
    return _PLAIN.get(said.lower(), said.lower())


def preposition_of(words: str, point: Point, lead: re.Match[str] | None) -> str:
    """The preposition of a point, a meeting or part of a year named beside it taken into account."""
    preposition = plain_preposition(lead["prep"] or "") if lead else ""
    if preposition == "before" and lead is not None and _OF_THE_DAY.search(lead[0]):
        return "by"
    named = lead["meeting"] if lead else None
    if named and (
        preposition in ("until", "to", "for", "at", "of") or (not preposition and not named.endswith("of "))
    ):
        return "in"
    if named and preposition == "from":  # what was said at a meeting: nothing is due from it on
        return "since"
    if not preposition and words[point.start : point.start + 5].lower() in ("early", "late ", "mid-2"):
        return "in"
    return preposition


def goes_away_from(words: str, point: Point, lead: re.Match[str] | None) -> bool:
    """ "Moved from March to May 2027": the months of a point are the old one and the new."""
    start = lead.start("lead") if lead else point.start
    months = point.grain is Grain.MONTH and point.month != point.month_to
    return months and AWAY_FROM.search(words[:start]) is not None


def last_month(point: Point) -> Point:
    """The last of the months that a point names."""
    year = point.year if point.year is None else point.year + (point.month > point.month_to)
    return replace(point, month=point.month_to, year=year)
