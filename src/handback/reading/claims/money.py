"""Money approved, allocated or awarded: how much, for what, by which verb.

Only what is decided counts: not what is asked for, forecast, spent, saved or owed.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.finding import claim
from handback.reading.claims.numbers import value_of
from handback.reading.claims.outline import Outline, Part, Zone, parts_to_read
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits

_SUM = re.compile(r"£ ?\d+(?:[.,]\d+)*(?: ?(?:million|billion|thousand|bn|m|k)\b)?", re.I)
_VERBS = (
    ("awarded", re.compile(r"\b(?:award(?:ed|ing|s)?|grant(?:ed|ing)|grants?(?= £)|let to)\b", re.I)),
    (
        "allocated",
        re.compile(
            r"\b(?:allocat(?:e|ed|es|ing)|set aside|earmark(?:ed|s)?|commit(?:ted|s)?(?= £)"
            r"|releas(?:e|ed|es|ing)|draw(?:n|ing)?[ -]?down|vire(?:d|ment)?|contribut(?:e|ed|es|ion)"
            r"|use of)\b",
            re.I,
        ),
    ),
    ("budget", re.compile(r"\b(?:budget|capital programme|revenue estimates)"
                          r"\b(?= (?:of|at|totalling) (?:up to )?£)", re.I)),
    ("approved", re.compile(r"\b(?:approv(?:e|ed|es|al)|agree[sd]?|authoris(?:e|ed|es)|accept(?:ed|s)?"
                            r"|adopt(?:ed|s)?)\b", re.I)),
)  # fmt: skip
_DECIDED = waits(
    r"\b(?:(?:cabinet|council|committee|board|panel|executive|leader|mayor|minister|members?|commissioners?"
    r"|secretary of state|we|i)\b[^.;]{0,60}?\b(?:has |have |had )?"
    r"(?:resolved|agreed|approved|allocated|awarded|granted|released|authorised)"
    r"|(?:was|were|be|been|is) (?:\w+ly )?"
    r"(?:approved|allocated|awarded|granted|agreed|released|authorised|earmarked)"
    r"|resolved)\b",
    re.I,
)
_OTHER = re.compile(
    r"\b(?:overspend|underspend|shortfall|deficit|debt|arrears|saving|savings|loss|forecast|gap"
    r"|pressure|pressures|cost"
    r"|costs|spent|fine|income|surplus|worth|penalty|turnover|fee|charge|rent|price|outturn|variance"
    r"|less than|more than"
    r"|exceed(?:ing)?|below|above|over|under|between|threshold|per)(?: (?:of|was|is|at|were|totalling"
    r"|in excess of"
    r"|being|amounting to|a|around|about))*(?: up to)? $",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:recommend(?:s|ed|ation)?|propos(?:e|es|ed|al)|request(?:s|ed)?|bid|seek(?:s|ing)?|ask(?:s|ed)?"
    r"|would|could|might|if|should|not|refused|rejected|questioned|enquired|whether|delegat\w+"
    r"|consider(?:ed)?)\b",
    re.I,
)
#: Bounds within which something is allowed: "over £500,000 and up to £1m".
_BOUND = re.compile(
    rf"\b(?:over|above|between|from|exceeding|more than) {_SUM.pattern} (?:and|to|but)"
    r"(?: up to| below| not exceeding| no more than)? $",
    re.I,
)
_WISHED_AFTER = re.compile(
    r" (?:(?:is|was|were|are|be|being|has been) )?(?:recommended|proposed|requested|sought|needed)\b"
)
_PER = re.compile(
    r" (?:per|a|each|an) (?:week|month|day|hour|head|year each|household|person|unit)\b"
    r"|p\b|/"
)
#: Not that of an office: "the Cabinet Member for Housing".
_FOR_A_THING = r"(?<!Member )(?<!Director )(?<!Holder )(?<!Head )(?<!Lead )for"
_FOR = re.compile(
    rf"^[^.;£]{{0,80}}?\b(?:{_FOR_A_THING}|to(?: fund| support| deliver| enable| meet| cover| provide)?"
    r"|towards|in respect of|on) "
    r"(?P<what>(?:the |a |an )?(?!be\b)[A-Za-z](?:[^.;£]|\.(?=\d)){2,140})"
)
_INVESTED = re.compile(r"\binvest\w*(?: of)? $", re.I)
_IN = re.compile(r"^ in (?P<what>[A-Za-z](?:[^.;£]|\.(?=\d)){2,140})")
#: What says no purpose: a time, a deed, or nothing but small words.
_NO_PURPOSE = re.compile(
    r"^(?:(?:the |a |an )?(?:first |next |further |initial |term |period )*(?:of )?(?:up to )?"
    r"(?:\d+|one|two|three|four|five|six|ten|twelve)[ -](?:months?|years?|weeks?)\b.*"
    r"|.*\b(?:will|be|been|was|were|is|are|has|have|had)\b.*"
    r"|(?:(?:to|up|of|as|and|or|at|by|in|on|for|the|a|an|that|its?|further|additional|authorise|draw-?down"
    r"|drawdown|release|use|sum|total|grant|funding|payment) ?)+)$",
    re.I,
)
_OF = re.compile(
    r"^ of (?:the )?(?P<what>[A-Za-z][^.;,£]{2,100}?)(?= (?:for|to|by|from|as|be|in|over)\b|[.;,]|$)"
)
_CUT = re.compile(r",? (?:be (?:approved|agreed|awarded|allocated|noted|released)|subject to|as set out"
                  r"|in accordance|and (?:that|to|the|delegat)"
                  r"|from (?:the|reserves)|following|which|with effect|over (?:the|a)|, )|, ")  # fmt: skip
_OPENS = re.compile(
    r"^(?:.*\b(?:approve[sd]?|agree[sd]?|award(?:ed|s)?|adopt(?:ed|s)?|allocat(?:ed?|es)"
    r"|resolved(?: that)?)\b ?)?"
    r"(?:(?:the|a|an|that|and|of|to) )*",
    re.I,
)
_BEFORE = re.compile(
    r"(?P<what>(?:[A-Za-z][\w'&/-]* ){1,8})(?:\(|at |of |totalling |in the sum of |up to |for )*$"
)


def find(found: Outline) -> Iterator[Claim]:
    """The sums that a document says were approved, allocated or awarded."""
    for part in parts_to_read(found):
        if part.zone in (Zone.RECOMMENDED, Zone.OPTIONS) or "£" not in part.whole.words:
            continue
        for sentence in part.sentences:
            if "£" in sentence.words:
                yield from _in_sentence(found, part, sentence)


def _in_sentence(found: Outline, part: Part, sentence: Sentence) -> Iterator[Claim]:
    """The sums of a sentence that are decided, each with its verb and purpose; none only wished for."""
    words = sentence.words
    decided = part.zone is Zone.DECIDED
    if not decided and (not _DECIDED.search(words) or _WISHED.search(words)):
        return
    for sum_ in _SUM.finditer(words):
        amount = value_of(sum_[0].replace("£ ", "£"))
        clause = _clause(words, sum_.start(), sum_.end())
        verb = _verb(words[slice(*clause)], sum_.start() - clause[0])
        if verb is None and decided:
            verb = _verb(f"{part.stem} ", len(part.stem))
        if amount is None or verb is None or _is_other(words, sum_, clause):
            continue
        yield claim(
            found.document,
            Type.MONEY,
            sentence,
            *clause,
            rule="sum under a decision" if decided else "sum told as decided",
            confidence=0.8,
            amount=int(amount) if amount == amount.to_integral_value() else float(amount),
            purpose=_purpose(words[sum_.end() : clause[1]], words[clause[0] : sum_.start()]),
            verb=verb,
        )


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """The clause around a sum: from the stop before it to the next."""
    first = max(words.rfind("; ", 0, start), words.rfind(": ", 0, start))
    stop = re.compile(r"; |\.(?: |$)").search(words, end)
    return (first + 2 if first >= 0 else 0), stop.start() if stop else len(words)


def _verb(clause: str, at: int) -> str | None:
    """The group of the verb in a clause that stands nearest to its sum."""
    nearest: tuple[int, str] | None = None
    for name, pattern in _VERBS:
        for verb in pattern.finditer(clause):
            far = abs(verb.start() - at) - (BUDGET_NEARER if name == "budget" else 0)
            if nearest is None or far < nearest[0]:
                nearest = (far, name)
    return nearest[1] if nearest else None


BUDGET_NEARER = 200  # characters: "approved the budget of £4m" is a budget though it is approved


def _is_other(words: str, sum_: re.Match[str], clause: tuple[int, int]) -> bool:
    """Whether a sum is a cost, a saving, a rate or a wish, and nothing that was approved."""
    before = words[clause[0] : sum_.start()]
    wished = _WISHED.search(before) and not re.search(r"\brecommended\b.{0,40}\bapproved?\b", before, re.I)
    bound = _OTHER.search(before[-60:]) or _BOUND.search(before[-60:])
    return bool(bound or wished or _PER.match(words, sum_.end()) or _WISHED_AFTER.match(words, sum_.end()))


def _purpose(after: str, before: str) -> str | None:
    """What a sum is for: "£40,000 for new lifts", "the lift contract at £40,000"."""
    return next((what for what in _purposes(after, before) if what and not _NO_PURPOSE.match(what)), None)


def _purposes(after: str, before: str) -> Iterator[str]:
    """What may say what a sum is for, the likeliest first."""
    told = (
        _OF.match(after),
        _IN.match(after) if _INVESTED.search(before) else None,
        _FOR.match(after),
        _BEFORE.search(before),
    )
    for found in told:
        if found:
            what = found["what"] if found.re in (_OF, _BEFORE) else _CUT.split(found["what"])[0]
            what = _OPENS.sub("", what.strip(" ,")).strip(" ,")
            yield re.sub(r" (?:at|of|totalling|for|up to|in the sum of)$", "", what)
