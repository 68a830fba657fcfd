"""Numbers as documents write them: figures, words, and money in pounds."""

import re
from decimal import Decimal

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * (n + 2) for n, word in enumerate(_TENS)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "bn": 1_000_000_000,
}
_SCALES |= {"billion": 1_000_000_000}
_UNIT = "|".join(sorted(_UNITS[1:], key=len, reverse=True))
_TEN = "|".join(_TENS)

#: Words for whole numbers from one to ninety-nine, and "a hundred".
WORD = rf"(?:(?:{_TEN})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|{_UNIT}|(?:a|one) hundred)"
#: Figures with or without thousands' commas and pence, and money with its scale.
FIGURES = r"(?:£ ?)?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?! ?%)|(?:£ ?)?\d+(?:\.\d+)?"
NUMBER = (
    rf"(?:£ ?\d+(?:[.,]\d+)* ?(?:million|billion|thousand|bn|m|k)\b|\d+(?:\.\d+)? (?:million|billion)\b"
    rf"|(?:{FIGURES})|\b{WORD}\b)"
)
PERCENT = rf"(?:\d+(?:\.\d+)? ?(?:%|per ?cent\b|pc\b)|\b{WORD} per ?cent\b)"

_MONEY = re.compile(r"£? ?(?P<digits>[\d,]*\.?\d+) ?(?P<scale>million|billion|thousand|bn|m|k)?$", re.I)


def value_of(words: str) -> Decimal | None:
    """The number that these words write out, in pounds if it is money; None where they are no number."""
    words = words.strip().lower()
    found = _MONEY.match(words)
    if found:
        return Decimal(found["digits"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1)
    if words in ("a hundred", "one hundred"):
        return Decimal(100)
    parts = re.split(r"[- ]", words)
    if all(part in _WORDS for part in parts):
        return Decimal(sum(_WORDS[part] for part in parts))
    return None


def step_of(words: str) -> Decimal:
    """The size of the last place of a number as written: 100,000 for "£9.3m", 0 for a count, which is exact.

    Money that ends in three noughts or more may have been rounded to them.
    """
    found = _MONEY.match(words.strip().lower())
    if found is None:
        return Decimal(0)
    scale, (whole, _, places) = found["scale"], found["digits"].partition(".")
    if scale:
        return Decimal(_SCALES[scale]).scaleb(-len(places))
    noughts = len(whole) - len(whole.rstrip("0,"))
    if not words.startswith("£") or places or noughts < LEAST_NOUGHTS:
        return Decimal(0)
    digits = whole.replace(",", "")
    return Decimal(1).scaleb(len(digits) - len(digits.rstrip("0")))


LEAST_NOUGHTS = 3


def percent_of(words: str) -> Decimal | None:
    """The number in "68%", "68 per cent", "sixty-eight per cent"; as stated, with its places kept."""
    found = re.match(r"\d+(?:\.\d+)?", words)
    return Decimal(found[0]) if found else value_of(re.sub(r" per ?cent$", "", words.lower()))
