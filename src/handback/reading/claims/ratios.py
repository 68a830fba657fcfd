"""Ratios: counts out of a total, and shares, where at least two of the three numbers stand together.

The total is given with the part ("794 of the 811"), before it ("Of the 47 measures 33 met target",
"fifty recommendations, of which twenty were green"), after its share ("26.7% of the 45"), or in the
sentence before, where the part refers back ("Of these, 12 were late").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from handback.core.figures import holds
from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline, Part, parts_to_read
from handback.reading.claims.quantities import Quantity, quantities
from handback.reading.claims.sentences import LONGEST, Sentence, sentence
from handback.reading.claims.shares import count_in_brackets, count_of_share, share_after, share_before
from handback.reading.claims.totals import BACK, ELLIPTIC, SPAN_OF_TIME, total_for
from handback.reading.document import Kind


@dataclass(frozen=True, slots=True)
class _Ratio:
    start: int
    end: int
    numerator: Decimal | None
    denominator: Decimal | None
    percent: Decimal | None
    rule: str


_OF = re.compile(
    r"^\)? (?:(?:[a-z]+ ){1,4}(?=out of))?(?:(?:or so|more|in all) )?(?:(?:out )?of|from(?: a total"
    r" of)?) (?:(?:the|its"
    r"|their|all|these|those|our|his|her|some|a|total|of|a possible|around|about|over|other|first|last"
    r"|main|original|[A-Za-z]+'s?) )*$"
)
_IN = re.compile(r"^ in (?:every )?$")
_CLAUSE_START = re.compile(r"(?:^|[,;:.(] |\bthat |\band |^\W)$")
_WHICH = re.compile(
    r"(?:,| and|;)? (?:(?:and )?of (?:which|whom|these|those|them)|(?:of"
    r" )?whose)\b,?[^.;]{0,40}?$"
)
_OVERSPEND = re.compile(
    r"\b(?:over|under)sp(?:end|ent|ending)|\b(?:rise|fall|increase|decrease"
    r"|reduction|growth|up|down|saving|variance|above|below)\b|\bscored?\b|\brated\b",
    re.I,
)
_SCORE = re.compile(r"\b(?:scored?|rated|rating of|marks? of|votes?)\b[^,;]{0,20}$", re.I)
_THING_END = re.compile(r"[;·•]|, (?=[^,]{0,30}?\d)|\. ")


def find(found: Outline) -> Iterator[Claim]:
    """The ratios of a document."""
    for part in parts_to_read(found):
        if part.passage.kind is Kind.ROW:
            yield from _row(found, part)
        before: Sentence | None = None
        for one in part.sentences:
            stretch = one
            if before is not None and BACK.match(one.words) and len(before.words) + len(one.words) < LONGEST:
                stretch = sentence(found.plain, before.start, one.place(len(one.words) - 1) + 1)
            base = len(stretch.words) - len(one.words)
            for ratio in _ratios(stretch, base):
                yield _claim(found, stretch, ratio)
            before = one


def _claim(found: Outline, where: Sentence, ratio: _Ratio) -> Claim:
    agrees = holds(numerator=ratio.numerator, denominator=ratio.denominator, percent=ratio.percent)
    return claim(
        found.document,
        Type.RATIO,
        where,
        ratio.start,
        ratio.end,
        rule=ratio.rule,
        confidence=0.8,
        numerator=_plain(ratio.numerator),
        denominator=_plain(ratio.denominator),
        percent=_plain(ratio.percent),
        holds=agrees,
    )


def _plain(number: Decimal | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _row(found: Outline, part: Part) -> Iterator[Claim]:
    """A table row of a total, a part and a share: "Parks | 16 | 8 | 50%"."""
    words = part.whole.words
    match = re.fullmatch(
        r"[^\d|]{2,60}[| ]+(?P<a>[\d,]+)[| ]+(?P<b>[\d,]+)[|"
        r" ]+\(?(?P<p>\d+(?:\.\d+)?) ?%\)?[ |]*",
        words,
    )
    if match is None:
        return
    a, b = (Decimal(match[n].replace(",", "")) for n in "ab")
    if max(a, b) <= 0:
        return
    yield _claim(
        found,
        part.whole,
        _Ratio(
            0, len(words), min(a, b), max(a, b), Decimal(match["p"]), "table row of total, part and share"
        ),
    )


def _ratios(where: Sentence, base: int) -> Iterator[_Ratio]:
    """The ratios of a stretch; its first `base` characters are a sentence only there to refer back to."""
    all_numbers = quantities(where)
    if len(all_numbers) < 2:
        return
    words = where.words
    used: set[int] = set()
    for step in (_part_of_total, _share_of_total, _total_first):
        for ratio in step(words, all_numbers, used, base):
            if ratio.end > base:
                yield ratio


def _end(words: str, numbers: list[Quantity], index: int) -> int:
    """Where the thing counted ends: before the next number, at a semicolon or the sentence's end."""
    stop = len(words)
    at = numbers[index].end
    boundary = _THING_END.search(words, at)
    if boundary:
        stop = boundary.start()
    for later in numbers[index + 1 :]:
        if later.start < stop:
            gap = words[at : later.start]
            joint = max(gap.rfind(", "), gap.rfind(" and "), gap.rfind("; "))
            stop = at + joint if joint > 0 else stop
            break
    return max(stop, at)


def _part_of_total(words: str, numbers: list[Quantity], used: set[int], _base: int) -> Iterator[_Ratio]:
    """ "28 of 41 (68%)", "794 out of the 811", "one in five", "40 (33%) of the 120": part, then total."""
    for index, part in enumerate(numbers):
        if part.share or index in used or index + 1 >= len(numbers):
            continue
        following = index + 1
        percent, closed = share_after(words, numbers, following, used, far=False)
        if closed:
            following += 1
        start, before = share_before(words, numbers, index, used)
        if following >= len(numbers) or numbers[following].share:
            used.discard(index + 1)
            continue
        total = numbers[following]
        between = words[closed or part.end : total.start]
        if not _joined(words, part, total, between):
            used.discard(index + 1)
            continue
        used.update((index, following))
        if before is not None:
            used.add(index - 1)
            yield _Ratio(
                start,
                _end(words, numbers, following),
                part.value,
                total.value,
                before,
                "share, part and total",
            )
            continue
        if percent is None:
            percent, closed = share_after(words, numbers, following + 1, used, far=True)
        last = following + (1 if closed and following + 1 in used else 0)
        end = max(closed, _end(words, numbers, last))
        yield _Ratio(part.start, end, part.value, total.value, percent, "part of a total")
        yield from _chain(words, numbers, used, last + 1, total, part.start)


def _joined(words: str, part: Quantity, total: Quantity, between: str) -> bool:
    if part.value > total.value or total.value == 0:
        return False
    if _OF.match(between):
        return not _SCORE.search(words[: part.start]) and not SPAN_OF_TIME.match(words[total.end :])
    small = total.value <= 1000 and part.value < total.value and words[part.start] != "£"
    return small and bool(_IN.match(between)) and not SPAN_OF_TIME.match(words[total.end :])


def _chain(
    words: str, numbers: list[Quantity], used: set[int], index: int, total: Quantity, start: int
) -> Iterator[_Ratio]:
    """Further parts of the same total: "... 118 (58%) backed it; 66 (33%) were opposed"."""
    skipped = 0
    while index < len(numbers):
        part = numbers[index]
        if index in used or re.search(r"[a-z]\. [A-Z]", words[total.end : part.start]):
            return
        before, after = words[max(0, part.start - 6) : part.start], words[part.end :]
        joined = re.search(r"(?:[,;] (?:and )?|\band |\bwhile |\bon |\), ?)$", before)
        if part.share:
            if not (joined and ELLIPTIC.match(after)):
                return
            used.add(index)
            yield _Ratio(
                start, _end(words, numbers, index), None, total.value, part.value, "further share of a total"
            )
            index += 1
            continue
        shared = re.match(r" \(\d[\d.]* ?(?:%|per ?cent)", after)
        if not ((joined or shared) and ELLIPTIC.match(after)) and skipped < 2:
            skipped += 1
            index += 1
            continue
        if (
            not ((joined or shared) and ELLIPTIC.match(after))
            or part.value > total.value
            or words[part.start] == "£" != words[total.start]
        ):
            return
        used.add(index)
        percent, closed = share_after(words, numbers, index + 1, used, far=False)
        last = index + (1 if closed else 0)
        yield _Ratio(
            start,
            max(closed, _end(words, numbers, last)),
            part.value,
            total.value,
            percent,
            "further part of a total",
        )
        index = last + 1


#: "£6m is 5% of the £120m": the count, its share and the total in one statement.
_IS_SHARE = re.compile(
    r"(?: [a-z]+){0,3},? (?:is|are|was|were|makes?(?: up)?|represents?|equals?|or|which is)(?: (?:about"
    r"|around|just))? "
)


def _share_of_total(words: str, numbers: list[Quantity], used: set[int], base: int) -> Iterator[_Ratio]:
    """ "12 were late (26.7% of the 45, 21% of all 60)", "This is 30% of the 60": share, then total."""
    for index, share in enumerate(numbers):
        if not share.share or index in used or index + 1 >= len(numbers) or numbers[index + 1].share:
            continue
        total = numbers[index + 1]
        if (
            index + 1 in used
            or not _OF.match(words[share.end : total.start])
            or SPAN_OF_TIME.match(words[total.end :])
        ):
            continue
        counts = [
            n for k, n in enumerate(numbers[:index]) if not n.share and (k not in used or n.start < base)
        ]
        counts = [n for n in counts if n.value <= total.value]
        bracket = words.rfind("(", 0, share.start)
        inside = bracket >= 0 and ")" not in words[bracket : share.start]
        refers = base and counts and counts[0].start < base
        part = (
            counts[-1]
            if (inside or words[: share.start].endswith(", or ")) and counts
            else counts[0]
            if refers
            else None
        )
        equals = counts and _IS_SHARE.fullmatch(words[counts[-1].end : share.start])
        part = part or (counts[-1] if equals else count_of_share(words, numbers, index + 2))
        if part is None and not share.exact:
            continue
        used.update((index, index + 1))
        start = min(part.start, share.start) if part else share.start
        percent = share.value if share.exact else None
        yield _Ratio(
            start,
            _end(words, numbers, index + 1),
            part.value if part else None,
            total.value,
            percent,
            "share of a total",
        )


def _total_first(words: str, numbers: list[Quantity], used: set[int], base: int) -> Iterator[_Ratio]:
    """ "Of the 47 measures 33 (70%) met target"; "41 appeals, of which 28 were upheld"; "45 of them"."""
    for index, part in enumerate(numbers):
        if index in used or part.end <= base:
            continue
        found = total_for(words, numbers, index, used, base)
        if found is None:
            lone = _lone_count(words, numbers, index, used)
            if lone:
                yield lone
            continue
        total, start = found
        if part.share:
            count = count_in_brackets(words, numbers, index)
            used.update({index} | ({index + 1} if count else set()))
            end = _end(words, numbers, index + (1 if count else 0))
            percent = part.value if part.exact else None
            if percent is None and count is None:
                continue
            yield _Ratio(start, end, count, total.value, percent, "share after its total")
            continue
        used.add(index)
        percent, closed = share_after(words, numbers, index + 1, used, far=True)
        last = index + (1 if closed else 0)
        yield _Ratio(
            start,
            max(closed, _end(words, numbers, last)),
            part.value,
            total.value,
            percent,
            "part after its total",
        )


def _share_with_count(words: str, numbers: list[Quantity], index: int, used: set[int]) -> _Ratio | None:
    """ "33% (32) are done": a share and its count, the total not given."""
    count = count_in_brackets(words, numbers, index)
    if count is None or not numbers[index].exact:
        return None
    used.update((index, index + 1))
    end = _end(words, numbers, index + 1)
    return _Ratio(numbers[index].start, end, count, None, numbers[index].value, "share and its count")


def _lone_count(words: str, numbers: list[Quantity], index: int, used: set[int]) -> _Ratio | None:
    """ "fifteen (12%) were refused": a count and its share, the total not given."""
    part = numbers[index]
    if part.share:
        return _share_with_count(words, numbers, index, used)
    if words[part.start] == "£" or _OVERSPEND.search(words[max(0, part.start - 60) : part.start]):
        return None
    if not re.match(r"(?: [A-Za-z'-]+){0,3} \(\d[\d.]* ?(?:%|per ?cent ?)\)", words[part.end :]):
        return None
    percent, closed = share_after(words, numbers, index + 1, used, far=False)
    if percent is None:
        return None
    used.add(index)
    return _Ratio(
        part.start,
        max(closed, _end(words, numbers, index + 1)),
        part.value,
        None,
        percent,
        "count and its share",
    )
