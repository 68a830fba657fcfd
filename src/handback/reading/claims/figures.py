"""Figures as told: counts, totals and shares found in a document's sentences, lists and tables.

The words of a sentence are read into figures (`shares`): a count with its share and its total, where
they stand side by side. A figure without a total is then linked to one (`totals`): in its sentence, in
the sentence before where it refers back, or in the lead-in of the list whose item it is. Rows of tables
are read by `rows`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from handback.core.figures import ShareFinding, Stated, check_share, holds
from handback.reading.claims.earlier_figures import is_earlier
from handback.reading.claims.figure_stretches import Stretch
from handback.reading.claims.loose_rows import loose_rows, without
from handback.reading.claims.outline import Outline, Part, parts_to_read
from handback.reading.claims.quantities import Measure, Quantity, counts, numbers_in, quantities
from handback.reading.claims.rows import rows
from handback.reading.claims.share_words import OF_A_WHOLE
from handback.reading.claims.shares import Figure, Reader, changes
from handback.reading.claims.totals import link
from handback.reading.document import Kind
from handback.reading.words.sentences import LONGEST, Sentence, sentence


@dataclass(frozen=True, slots=True)
class Told:
    """Two or three of a part, a total and a share, told at places `start` to `end` of a sentence's words.

    `nearby` are the other numbers of those words; `whole` is the same for all the parts of one total that
    are told together; `about` is true where the words say that a number is not exact.
    """

    where: Sentence
    start: int
    end: int
    part: Stated | None
    total: Stated | None
    percent: Decimal | None
    rule: str
    nearby: tuple[Stated, ...] = ()
    whole: int = -1
    about: bool = False

    @property
    def worked_out(self) -> ShareFinding | None:
        """The share worked out again; None where a number is missing, or the total is nothing."""
        if self.part is None or self.total is None or self.percent is None:
            return None
        return check_share(self.part, self.total, self.percent, nearby=self.nearby)

    @property
    def holds(self) -> bool | None:
        """Whether the share is right; None where nothing can be worked out, or it is said to be inexact."""
        finding = self.worked_out
        return None if finding is None or (self.about and not finding.holds) else finding.holds


#: Where the name of a thing begins that has its figures in brackets: "parking (12%, 9), trees (7%, 5)".
_THING_STARTS = re.compile(r"^|[;:·•] |[)\]],? (?:and |or )?|\. (?=[A-Z])")
_THING_END = re.compile(r"[;·•]|, (?=[^,]{0,30}?\d)|[a-z)]\. (?=[A-Z\d])")


def told(found: Outline) -> Iterator[Told]:
    """The figures of a document of which at least two numbers are given."""
    lead: Sentence | None = None
    table = rows(found)
    loose = list(loose_rows(found))
    for where, one in loose:
        yield Told(where, 0, len(where.words), one.part, one.total, one.percent, "row of a table")
    in_sentences = without(loose)
    for part in parts_to_read(found):
        if not in_sentences(part.passage.start, part.passage.end):
            continue
        if part.passage.kind is Kind.ROW and (row := table.get(part.passage.start)):
            whole = part.whole
            words = (0, len(whole.words), row.part, row.total, row.percent)
            yield Told(whole, *words, "row of a table")
            continue
        if _opens_a_list(part):
            yield from _in_passage(found, part, None)
            lead = part.sentences[-1] if part.sentences else None
            continue
        if not part.item and part.passage.kind is not Kind.ITEM and len(part.whole.words) > LONGEST_ITEM:
            lead = None
        yield from _in_passage(found, part, lead)


LONGEST_ITEM = 160  # characters of a line that is read as an item though nothing marks it


def _opens_a_list(part: Part) -> bool:
    return part.whole.words.rstrip().endswith((":", ":-", "-"))


def _in_passage(found: Outline, part: Part, lead: Sentence | None) -> Iterator[Told]:
    """The ratios of a passage, sentence by sentence; `lead` is the lead-in of the list it is an item of."""
    before: Sentence | None = None
    for one in _with_their_shares(found, part):
        if not counts(one):
            before = None
            continue
        own = len(numbers_in(one))
        if own >= FEWEST or (own and any(numbers_in(words) for words in (lead, before) if words is not None)):
            yield from _figures(found, one, before, lead)
        reaches = before is not None and len(before.words) + len(one.words) < NEARBY
        before = (
            sentence(found.plain, before.start, one.place(len(one.words) - 1) + 1)
            if before and reaches
            else one
        )


_SAYS_SHARE = re.compile(r"(?:This|That|Which|It) [a-z]+(?: [a-z]+){0,5} \d[\d.]* ?(?:%|per ?cent|pc\b)")
LONGEST_SHARE = 120  # characters of a sentence that only says what share was told in the one before


def _with_their_shares(found: Outline, part: Part) -> Iterator[Sentence]:
    """The sentences of a passage, each with the one that says its share: "9 were late. That is 30%."."""
    held: Sentence | None = None
    for one in part.sentences:
        if held is not None and len(one.words) < LONGEST_SHARE and _SAYS_SHARE.match(one.words):
            held = sentence(found.plain, held.start, one.place(len(one.words) - 1) + 1)
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


FEWEST = 2  # numbers of which any ratio is told: a part, a total or a share
NEARBY = 600  # characters: how far back a paragraph's total is looked for


def _figures(found: Outline, one: Sentence, before: Sentence | None, lead: Sentence | None) -> Iterator[Told]:
    """The figures of a sentence that are ratios, with the words in which they stand."""
    numbers = quantities(one)
    if len(numbers) < (FEWEST if before is None and lead is None else 1):
        return
    stretch = _linked(one, numbers)
    if (
        any(f.total is None or f.part is None for f in stretch.figures)
        and before is not None
        and len(before.words) + len(one.words) < LONGEST
    ):
        whole = sentence(found.plain, before.start, one.place(len(one.words) - 1) + 1)
        wider = _linked(whole, quantities(whole), base=len(whole.words) - len(one.words))
        wider.figures = [_in_own_sentence(f, wider.base) for f in wider.figures if f.start >= wider.base]
        if _known(wider) > _known(stretch):
            one, stretch = whole, wider
    if lead is not None:
        _from_lead(stretch, lead)
    for index, figure in enumerate(stretch.figures):
        if index and is_earlier(stretch.words, figure, stretch.figures[index - 1]):
            continue
        if _counts(stretch.words, figure):
            total = figure.total
            under_lead = lead is not None and figure.rule == UNDER_A_LEAD
            place = lead.start if under_lead and lead else one.place(total.start) if total else -1
            after = stretch.figures[index + 1] if index + 1 < len(stretch.figures) else None
            yield _told(one, figure, stretch.numbers, place, after)


NEAR_OPENING = 60  # characters from the beginning of a sentence to a figure that it opens with
NEAR_TOTAL = 100  # characters between a total and its part that are quoted together


def _in_own_sentence(figure: Figure, base: int) -> Figure:
    """The figure quoted from its own sentence, where its total stands far before it."""
    far = figure.start - figure.lead > NEAR_TOTAL
    if 0 <= figure.lead < base and far and (figure.part is None or figure.part.start >= base):
        figure.lead = base if figure.start - base <= NEAR_OPENING else figure.start
    return figure


def _known(stretch: Stretch) -> int:
    """How many of the numbers that ratios need are known."""
    return sum((f.total is not None) + (f.part is not None) for f in stretch.figures)


def _linked(where: Sentence, numbers: Sequence[Quantity], *, base: int = 0) -> Stretch:
    stretch = Stretch(where.words, numbers, Reader(where.words, numbers).read(), base)
    link(stretch)
    return stretch


UNDER_A_LEAD = "item under its total"


def _from_lead(stretch: Stretch, lead: Sentence) -> None:
    """Give the figures of an item the total of the list's lead-in ("96 boats to survey:")."""
    totals = [n for n in quantities(lead) if n.measure in (Measure.COUNT, Measure.MONEY) and n.value > 1]
    if not totals or any(f.total is not None for f in stretch.figures):
        return
    total = totals[-1]
    of_them = re.search(r"\b(?:[Oo]f|[Ff]rom|[Aa]mong)\b[^.]{0,40}$", lead.words[: total.start]) or re.search(
        r"\bof (?:which|whom|these|those|them)\b", lead.words[total.end :]
    )
    for figure in stretch.figures:
        part = figure.part
        if part is not None and (part.value > total.value or part.measure is not total.measure):
            continue
        right = (
            part
            and figure.percent
            and holds(numerator=part.value, denominator=total.value, percent=figure.percent.value)
        )
        alone = part is not None and (not part.noun or part.noun == total.noun)
        if right or (of_them and (part is None or alone or figure.percent)) or (alone and figure.percent):
            figure.total, figure.rule = total, UNDER_A_LEAD


def _counts(words: str, figure: Figure) -> bool:
    """Whether a figure is a ratio: two of its three numbers are there, and it tells no change."""
    part, percent, total = figure.part, figure.percent, figure.total
    if total is None:
        if part is None or percent is None or not percent.exact:
            return False
        own_whole = part.measure is not Measure.MONEY or OF_A_WHOLE.match(words[percent.end :])
        return bool(own_whole) and not changes(words, figure)
    if percent is None and part is not None and part.measure is Measure.TIME:
        return False
    return part is not None or (percent is not None and percent.exact)


def _told(
    where: Sentence, figure: Figure, numbers: Sequence[Quantity], whole: int, after: Figure | None
) -> Told:
    """A figure as it is checked: its place, its numbers as stated, and the other counts of its sentence."""
    start, end = _quoted(where.words, figure, after)
    percent = figure.percent.value if figure.percent and figure.percent.exact else None
    own = [q for q in (figure.part, figure.percent, figure.total) if q is not None]
    return Told(
        where,
        start,
        end,
        figure.part.stated if figure.part else None,
        figure.total.stated if figure.total else None,
        percent,
        figure.rule if figure.total else "count and its share",
        tuple(n.stated for n in numbers if not n.share and n.measure is not Measure.TIME and n not in own),
        whole,
        any(q.about for q in own),
    )


def _quoted(words: str, figure: Figure, after: Figure | None) -> tuple[int, int]:
    """The clause that states a figure: from its total, where that stands first, to the end of the thing.

    Where the same number is told of another part next (`after`), the thing ends before that one begins.
    """
    start = figure.lead if 0 <= figure.lead < figure.start else figure.start
    if figure.total is None and words[start - 1 : start] in ("(", "[") and words[figure.end - 1] in ")]":
        return max(m.end() for m in _THING_STARTS.finditer(words, 0, start)), figure.end
    if after is not None and after.total is figure.total is not None and after.start > figure.end:
        stop = words.rfind(", ", figure.end, after.start)
        if stop > figure.end:
            return start, stop
    boundary = _THING_END.search(words, figure.end)
    if boundary is None:
        return start, len(words)
    return start, boundary.start() + (0 if boundary[0][0] in ";·•," else 1)
