"""How long a thing lasts, and what a figure will come to: times by which nobody does anything.

"The lease runs until May", "the budget for 2027/28", "demand is forecast to rise by 2030"; but "has until May
to reply" gives somebody time.
"""

import re

from handback.reading.claims.scenes import Scene
from handback.reading.claims.verb_phrases import Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS, Grain

#: "Has set himself until": time given, and not how long a thing lasts.
GIVEN_UNTIL = re.compile(
    r"\b(?<!to )(?:given|gives?|gave|set|allowed|allows?|has|have)"
    r"(?: (?!and\b|or\b|been\b|agreed\b)[\w'-]+){0,5} $"
)
_LASTING = words("""
    remain remains stay stays continue continues last lasts exercise exercised hold holds held apply
    applies cover covers serve serves employed funded freeze frozen suspended keep kept retain
    retained valid extended extend run runs in_force act lease leased covered occupied be protected
    operate carried
""")
_LASTING_THINGS = re.compile(
    r"\b(?:exercis\w+|in force|in place until|terms? of office|appointed|frozen|valid|budgets?"
    r"|contracts?|leases?|scheme|charges?|fees?|grant|licen[cs]es?"
    r"|directions?|employed|carried forward|suspended)\b[^;]{0,70}$"
)

#: What a budget or a plan is for: "to approve the strategy for 2026/27 to 2030/31".
OF_YEARS = ("for", "to", "of", "over", "between", "from to", "into")
_FOR_HOW_LONG = ("until", "up to", "throughout", "over")


def lasts(seen: Scene, finite: Group, time: Stated) -> bool:
    """How long something lasts, or the year a budget is for, is no time by which a thing is done."""
    before = seen.words[: time.start]
    if time.grain in YEARS:
        if time.preposition in OF_YEARS or before.endswith(" for "):
            return True
        if time.preposition in ("in", "during", "") and re.search(
            r"[£%]|\bbudget|\bsavings? of|\bcosts?\b|\bspend", seen.words
        ):
            return True
    if time.preposition in _FOR_HOW_LONG and not (time.preposition == "over" and time.grain == Grain.SEASON):
        if GIVEN_UNTIL.search(before):
            return False
        if finite.head == "until" or re.search(r"\bhas until\b|\bhave until\b", before[-40:] + " "):
            return False
        return not finite.negated
    if time.preposition == "to" and (
        finite.head in ("extend", "extends")
        or (finite.look is Look.PRESENT and finite.head in ("run", "runs"))
    ):
        return True
    if time.preposition == "from to":
        return (finite.head in _LASTING and finite.head != "be") or bool(_LASTING_THINGS.search(before))
    if time.preposition == "from" and finite.head in (
        "exercise",
        "hold",
        "remain",
        "stay",
        "continue",
        "keep",
        "retain",
    ):
        return finite.look not in (Look.FUTURE, Look.PLAN)
    return False


#: What rises or falls by itself.
_FIGURE = re.compile(
    r"\b(?:number of (?!cases)[^,;.]{2,50}|demand|population|prices?|pupils|over-\d\ds?|deficit|need"
    r"|pressures?)"
    r"(?: [\w'-]+){0,6} $"
)
#: What will be needed is no promise to give it.
_MEANS = re.compile(r"\b(?:resources?|funding|money|staff|investment|support|work|savings|capacity|sums?) $")
_TURNS = words("""
    doubled trebled tripled risen fallen grown reached double treble be been
""")
_FORECAST = words("""
    rise fall grow reach cost exceed total amount worsen double outstrip overspend decline outturn
    peak average stand last need require fail collapse
""")


_FORETELLING = words("""
    forecasting predicting estimating projecting forecasts predicts estimates projects predicted
""")


def only_forecast(finite: Group, words: str) -> bool:
    """What is only foretold of a figure binds nobody: "demand is forecast to rise by 2030"."""
    if finite.head == "forecast" and re.match(r" for (?:\w+ |\d+ ){0,3}\d", words[finite.end :]):
        return False
    if _FIGURE.search(words[: finite.start]) and finite.head in _TURNS:
        return True
    if finite.head in ("required", "needed") and _MEANS.search(words[: finite.start]):
        return True
    if finite.head in _FORETELLING and finite.look in (Look.PRESENT, Look.PERFECT, Look.PAST):
        return True
    if finite.head == "forecast" or re.search(r"\bforecast to\b", words[finite.start : finite.end + 12]):
        return not re.search(r"\bfor completion\b", words)
    if re.search(r"\b(?:plan|aim|target|intention|goal|commitment|requirement) $", words[: finite.start]):
        return False
    if finite.look is Look.PLAN and finite.head in ("require", "need"):
        return False
    return finite.head in _FORECAST and finite.look in (Look.FUTURE, Look.PLAN, Look.WOULD, Look.WAS_PLANNED)
