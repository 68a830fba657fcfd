"""Totals: the number that a figure without one refers back to, in its sentence or the one before.

By words ("of which", "of them", "Of the 47 ..."), by its noun ("87% of respondents", "11 measures"), by
standing in one row with parts already told, or by arithmetic: parts that add up to the number before
them, a share that is right of one number near it.
"""

from handback.reading.claims import referring
from handback.reading.claims.figure_stretches import Stretch
from handback.reading.claims.quantities import Measure
from handback.reading.claims.shares import Figure, changes
from handback.reading.claims.shares_beside import take_earlier_part, take_later_share
from handback.reading.claims.totals_by_arithmetic import (
    by_money,
    by_share,
    by_sum,
    join_lone_shares,
    join_shares,
)
from handback.reading.claims.totals_by_words import by_base, by_lead, by_noun, by_row, by_words, of_a_share
from handback.reading.claims.totals_of_surveys import by_survey
from handback.reading.claims.totals_told_together import by_deed, share_back


def link(stretch: Stretch) -> None:
    """Give each figure of a stretch the total that it refers to, if it refers to one."""
    share_back(stretch.figures, stretch.words)
    for index, figure in enumerate(stretch.figures):
        if figure.total is None:
            _link(stretch, index, figure)
            take_later_share(stretch.words, stretch.figures, index)
        if figure.part is None:
            take_earlier_part(stretch.words, stretch.figures, index, stretch.base)
        if figure.total is not None:
            if figure.total is not stretch.running:
                lead = [figure.lead] if figure.lead >= 0 else []
                stretch.running = figure.total
                stretch.running_from = min(figure.start, figure.total.start, *lead)
            stretch.taken.add(figure.first.start)
    join_shares(stretch)
    join_lone_shares(stretch)


def _link(stretch: Stretch, index: int, figure: Figure) -> None:
    one = figure.first
    if (
        stretch.leads(one)
        or referring.OF_ANOTHER.search(stretch.words, max(0, figure.start - 24), figure.start)
        or changes(stretch.words, figure)
        or (figure.percent is None and one.measure is Measure.TIME)
    ):
        return
    for way in (by_money, by_words, by_sum, by_share, by_row, by_lead, by_survey, by_noun, by_base, by_deed):
        total = way(stretch, index, figure)
        if total is not None and not (stretch.absurd(figure, total) or of_a_share(stretch, figure, total)):
            figure.total = total
            return
