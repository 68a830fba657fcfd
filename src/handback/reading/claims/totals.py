"""Totals: the number that a figure without one refers back to, in its sentence or the one before.

By words ("of which", "of them", "Of the 47 ..."), by its noun ("87% of respondents", "11 measures"), by
standing in one row with parts already told, or by arithmetic: parts that add up to the number before
them, a share that is right of one number near it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from handback.core.figures import holds
from handback.reading.claims import referring
from handback.reading.claims.quantities import Measure, Quantity, in_a_state, thing
from handback.reading.claims.shares import Figure, changes
from handback.reading.claims.shares_beside import take_earlier_part, take_later_share


@dataclass(slots=True)
class Linker:
    """Finds the totals of the figures of a stretch, whose first `base` characters are the words before it."""

    words: str
    numbers: Sequence[Quantity]
    figures: list[Figure]
    base: int = 0
    running: Quantity | None = None  # the total that parts are being told of
    running_from: int = 0
    taken: set[int] = field(default_factory=set)  # places of quantities that are parts already

    def link(self) -> None:
        """Give each figure the total that it refers to, if it refers to one."""
        for index, figure in enumerate(self.figures):
            if figure.total is None:
                self._link(index, figure)
                take_later_share(self.words, self.figures, index)
            if figure.part is None:
                take_earlier_part(self.words, self.figures, index, self.base)
            if figure.total is not None:
                if figure.total is not self.running:
                    self.running = figure.total
                    self.running_from = min(figure.start, figure.total.start, *self._lead_of(figure))
                self.taken.add(figure.first.start)

        self._join_shares()

    def _join_shares(self) -> None:
        """ "Of 262 tests 174 were passes and 88 fails, a rate of 66%": a share right of one part alone."""
        for figure in [f for f in self.figures if f.part is None]:
            if figure.percent is None or figure.total is None:
                continue
            right = [
                other
                for other in self.figures
                if other.total is figure.total
                and other.part
                and not other.percent
                and other.end <= figure.start
                and holds(
                    numerator=other.part.value, denominator=figure.total.value, percent=figure.percent.value
                )
            ]
            if len(right) == 1:
                right[0].percent, right[0].end = figure.percent, figure.end
                self.figures.remove(figure)

    def _lead_of(self, figure: Figure) -> list[int]:
        return [figure.lead] if figure.lead >= 0 else []

    def _link(self, index: int, figure: Figure) -> None:
        one = figure.first
        if (
            self._leads(one)
            or referring.OF_ANOTHER.search(self.words, max(0, figure.start - 24), figure.start)
            or changes(self.words, figure)
            or (figure.percent is None and one.measure is Measure.TIME)
        ):
            return
        for way in (
            self._by_words,
            self._by_sum,
            self._by_share,
            self._by_row,
            self._by_lead,
            self._by_thing,
            self._by_base,
        ):
            total = way(index, figure)
            if total is not None and not self._absurd(figure, total):
                figure.total = total
                return

    def _leads(self, total: Quantity) -> re.Match[str] | None:
        """The words "Of the ..." that make a total of a number and open its clause."""
        lead = (
            None if total.share else referring.LEAD.search(self.words, max(0, total.start - 70), total.start)
        )
        if lead is None or re.match("[Oo]f (?:which|whom|them)", lead["of"]):
            return None
        tells = lead["of"].lower() in ("of these ", "of those ") and referring.PASSIVE.match(
            self.words, total.end
        )
        return None if tells else lead

    def _before(self, figure: Figure) -> Iterator[Quantity]:
        """The quantities before a figure that it could be a part of, nearest first."""
        one = figure.part
        looked = 0
        for total in reversed([n for n in self.numbers if n.end <= figure.start]):
            looked += 1
            if looked > referring.FARTHEST:
                return
            if total.share or total.measure is Measure.TIME or not total.value:
                continue
            if one is not None and (
                one.value > total.value or (one.measure is Measure.MONEY) != (total.measure is Measure.MONEY)
            ):
                continue
            yield total

    def _alone(self, figure: Figure) -> bool:
        """Whether a figure stands without a noun of its own ("33 met the target")."""
        rest = referring.THE_REST.search(self.words, max(0, figure.start - 15), figure.start) or (
            referring.FURTHER.search(self.words, max(0, figure.start - 10), figure.start)
            and referring.TELLS.match(self.words, figure.end)
        )
        return figure.part is None or not figure.part.thing or bool(rest)

    def _by_words(self, _index: int, figure: Figure) -> Quantity | None:
        """ "41 appeals, of which 28", "60 boats and 45 of them", "Of these, 12"."""
        after = self.words[figure.first.end :]
        refers = referring.SELF.match(after) or referring.SELF.match(self.words[figure.end :])
        for total in self._before(figure):
            between = self.words[total.end : figure.start]
            clear = not referring.NEW_SENTENCE.search(between) or self._crosses(total)
            if not clear or len(between) > referring.NEAR:
                return None
            if self._named(total) and (refers or self._leads_in(total, figure)):
                total = self._part_meant(total, figure) if refers else total
                figure.rule, figure.lead = "total referred back to", total.start
                return total
            if self._crosses(total) and figure.start - self.base < 40 and self._goes_back(figure, total):
                figure.rule, figure.lead = "total referred back to", total.start
                return total
        return None

    def _part_meant(self, total: Quantity, figure: Figure) -> Quantity:
        """The part where "of them" follows one: "71 of the 604 children were away, 49 of them abroad"."""
        told = [f for f in self.figures if f.total is total and f.part and f.end <= figure.start]
        if len(told) != 1 or figure.part is None or not self.words[: figure.start].endswith(", "):
            return total
        part = told[0].part
        return part if part and figure.part.value <= part.value and total.start > part.start else total

    def _goes_back(self, figure: Figure, total: Quantity) -> bool:
        """Whether the sentence opens by referring to the one before, and not to tell what share that was.

        "Two items were late. These were two requests of members" tells what they were.
        """
        if figure.part is not None and figure.part.value == total.value:
            return False
        opening = referring.BACK.match(self.words, self.base)
        return bool(opening) and (
            figure.part is not None or not referring.THIS_IS.match(self.words, self.base)
        )

    def _named(self, total: Quantity) -> bool:
        """Whether it is said what a total counts ("39 cases", "39 open"), or that it is a part itself."""
        if total.thing or total.measure is Measure.MONEY or total.start in self.taken:
            return True
        return in_a_state(self.words, total.end) or bool(referring.CAME.match(self.words, total.end))

    def _leads_in(self, total: Quantity, figure: Figure) -> bool:
        """Whether "of which" stands between a total and its parts, and does not hang on a part before."""
        all_found = list(referring.OF_WHICH.finditer(self.words, total.end, figure.start))
        found = all_found[-1] if all_found else None
        if found is None or figure.start - found.end() > referring.NEAR_WHICH:
            return False
        if (
            any(n.end + 1 == found.start() for n in self.numbers if n is not total)
            or found.start() == total.end + 1
        ):
            return False
        first = not any(found.end() <= n.start < figure.start for n in self.numbers)
        return first or self._alone(figure) or self._same(figure, total)

    def _crosses(self, total: Quantity) -> bool:
        """Whether a total stands in the words before."""
        return total.end <= self.base

    def _by_lead(self, _index: int, figure: Figure) -> Quantity | None:
        """ "Of the 47 measures, 33 met target": a total that opens its clause."""
        for total in self._before(figure):
            between = self.words[total.end : figure.start]
            if referring.NEW_SENTENCE.search(between) or len(between) > referring.NEAR:
                return None
            lead = self._leads(total)
            if lead and (
                self._alone(figure)
                or figure.percent
                or not self._has_part(total)
                or self._same(figure, total)
            ):
                figure.rule, figure.lead = "total that opens its clause", lead.start("of")
                return total
        return None

    def _has_part(self, total: Quantity) -> bool:
        return any(f.total is total for f in self.figures)

    def _same(self, figure: Figure, total: Quantity) -> bool:
        if not total.thing or figure.part is None or figure.part.thing != total.thing:
            return False
        return self._right(figure, total) or thing(self.words, figure.part.end, most=1) == total.thing

    def _by_row(self, index: int, figure: Figure) -> Quantity | None:
        """A further part of the total that is running: "118 (58%) backed it; 66 (33%) were opposed"."""
        total = self.running
        if total is None or not index or total is figure.part:
            return None
        if figure.part is not None and figure.part.value > total.value:
            return None
        if figure.part is not None and (figure.part.measure is Measure.MONEY) != (
            total.measure is Measure.MONEY
        ):
            return None
        if any(n.start > total.start and self._leads(n) for n in self._before(figure)):
            return None
        between = self.words[self.figures[index - 1].end : figure.start]
        crosses = bool(re.search(r"[a-z)]\. [A-Z\d]", between))
        if crosses and not (figure.part and (self._same(figure, total) or self._right(figure, total))):
            return None
        if figure.percent is None and (self._is_left_over(figure) or total.measure is Measure.MONEY):
            return None
        if figure.part is None and self.figures[index - 1].total is not total:
            return None
        joined = bool(referring.JOINED.search(self.words[max(0, figure.start - 24) : figure.start]))
        if figure.part is None:
            fits = joined and not self._own_base(figure)
        else:
            alone = self._alone(figure) or self._same(figure, total)
            fits = (alone or self._right(figure, total)) and (joined or figure.percent is not None)
        if not fits or len(between) > referring.NEAR:
            return None
        figure.rule = "further part of a total" if figure.part else "further share of a total"
        figure.lead = self.running_from
        return total

    def _is_left_over(self, figure: Figure) -> bool:
        """ "another 13 outstanding": more of something, of which nothing is told."""
        further = referring.FURTHER.search(self.words, max(0, figure.start - 10), figure.start)
        return bool(further) and not referring.TELLS.match(self.words, figure.end)

    def _own_base(self, figure: Figure) -> bool:
        """Whether a share says what it is of, and that is not what the total counts."""
        found = referring.OF_THING.match(self.words[figure.end :])
        return bool(found) and thing(self.words, figure.end + (found.end() - 1 if found else 0)) != (
            self.running.thing if self.running else ""
        )

    def _by_thing(self, _index: int, figure: Figure) -> Quantity | None:
        """ "412 responses. 64% of respondents", "40 actions. 32 of the actions": the noun tells the total."""
        place = figure.first.end
        found = referring.OF_THING.match(self.words[place:])
        if not found or not figure.first.exact:
            return self._understood(figure)
        noun = thing(self.words, place + found.end() - 1)
        for total in self._before(figure):
            akin = noun == total.thing or (
                noun in referring.RESPONDING and total.thing in referring.RESPONDING
            )
            if (
                noun
                and akin
                and total.start not in self.taken
                and (figure.part is None or figure.part.value < total.value)
            ):
                figure.rule, figure.lead = "total with the same noun", total.start
                return total
        return None

    def _understood(self, figure: Figure) -> Quantity | None:
        """The noun left out: "five bids were made and three were successful"; "Three were upheld"."""
        if figure.part is None or figure.part.measure is Measure.MONEY or not self._alone(figure):
            return None
        found_in = referring.FOUND_IN.search(self.words, max(0, figure.start - 80), figure.start)
        if referring.ALL.search(self.words, max(0, figure.start - 12), figure.start) or not (
            found_in or referring.PASSIVE.match(self.words[figure.end :])
        ):
            return None
        for total in self._before(figure):
            between = self.words[total.end : figure.start]
            opens = self.base and figure.start - self.base < 12 and self._crosses(total)
            if referring.ALL.search(self.words, max(0, total.start - 12), total.start):
                return None
            if not total.thing or figure.part.value >= total.value or len(between) > referring.NEAR / 2:
                return None
            if opens and referring.THE_REST.search(self.words, max(0, figure.start - 15), figure.start):
                return None
            if opens or ((referring.UNDERSTOOD.search(between) or found_in) and "." not in between):
                figure.rule, figure.lead = "noun left out", total.start
                return total
            return None
        return None

    def _by_base(self, _index: int, figure: Figure) -> Quantity | None:
        """ "(n=210), 45% were over 65": how many were asked, as tables and surveys say it."""
        for total in self._before(figure):
            if figure.part is None and referring.BASE.search(
                self.words, max(0, total.start - 12), total.start
            ):
                figure.rule, figure.lead = "share of those asked", total.start
                return total
        return None

    def _by_sum(self, index: int, figure: Figure) -> Quantity | None:
        """Parts told one after another that add up to the number before them."""
        if figure.part is None or not index or figure.part.measure is Measure.MONEY:
            return None
        for total in self._before(figure):
            between = self.words[total.end : figure.start]
            if (
                len(between) > referring.NEAR
                or total.value < referring.LEAST_SUM
                or (not total.thing and total.start not in self.taken)
            ):
                return None
            sum_, count = Decimal(0), 0
            for further in self.figures[index : index + referring.MOST_PARTS]:
                if (
                    further.part is None
                    or further.total is not None
                    or further.part.measure is not figure.part.measure
                    or self._leads(further.part)
                ):
                    break
                sum_, count = sum_ + further.part.value, count + 1
                if sum_ == total.value and count > 1:
                    self._give(self.figures[index : index + count], total)
                    return total
                if sum_ > total.value:
                    break
            return None
        return None

    def _give(self, parts: list[Figure], total: Quantity) -> None:
        for part in parts:
            part.total, part.rule, part.lead = total, "parts that add up to a total", total.start

    def _by_share(self, _index: int, figure: Figure) -> Quantity | None:
        """A count whose share is right of one number near it."""
        if figure.part is None or figure.percent is None:
            return None
        if self.running is not None and self._right(figure, self.running):
            return None
        shared = {f.part.start for f in self.figures if f.part and f.percent}
        for total in self.numbers:
            if (
                total.share
                or total.value <= figure.part.value
                or (total.start in shared and not self._crosses(total))
                or total is self.running
            ):
                continue
            labelled = self.words[: figure.start].endswith(": ") and total.value >= referring.LEAST_SUM
            told_again = total.value >= referring.LEAST_SUM and self._of_those_told(figure, total)
            if self._crosses(total) and figure.start >= self.base and not (labelled or told_again):
                continue
            if (total.measure is Measure.MONEY) == (figure.part.measure is Measure.MONEY) and self._right(
                figure, total
            ):
                figure.rule, figure.lead = (
                    "count, and its share of a number near it",
                    min(total.start, figure.start),
                )
                return total
        return None

    def _of_those_told(self, figure: Figure, total: Quantity) -> bool:
        """Whether a figure with a right share may speak of those told before: "480 replied"."""
        if figure.part is None or not total.thing:
            return False
        noun = figure.part.thing
        return self._alone(figure) or noun == total.thing or noun in referring.RESPONDING

    def _absurd(self, figure: Figure, total: Quantity) -> bool:
        """Whether a stated share is so far from the share of a total that it is of something else."""
        if figure.part is None or figure.percent is None or not figure.percent.exact:
            return False
        return abs(figure.part.value * 100 / total.value - figure.percent.value) > referring.FARTHEST_OFF

    def _right(self, figure: Figure, total: Quantity) -> bool:
        if figure.part is None or figure.percent is None:
            return False
        return bool(holds(numerator=figure.part.value, denominator=total.value, percent=figure.percent.value))
