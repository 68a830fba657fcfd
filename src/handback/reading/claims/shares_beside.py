"""Shares beside a count: behind the count that they tell of, or before the count that tells them."""

from handback.core.figures import holds
from handback.reading.claims import referring
from handback.reading.claims.shares import Figure, is_later_share


def take_later_share(words: str, figures: list[Figure], index: int) -> None:
    """ "Of the 47 boats seen this quarter 33 met the standard in full (70%)"."""
    figure = figures[index]
    if figure.total is None or figure.percent is not None or index + 1 >= len(figures):
        return
    later = figures[index + 1]
    if (
        later.part is None
        and later.percent
        and later.total is None
        and not referring.some_of(words, later.start)
        and (is_later_share(words, figure.end, later) or _says_which(words, figure, later))
    ):
        figure.percent, figure.end = later.percent, later.end
        del figures[index + 1]


def _says_which(words: str, figure: Figure, later: Figure) -> bool:
    """Whether a share right of a part and its total tells of them: "45 came, which was 75% of those"."""
    right = (
        figure.part
        and figure.total
        and later.percent
        and holds(numerator=figure.part.value, denominator=figure.total.value, percent=later.percent.value)
    )
    return bool(right and referring.WHICH_IS.fullmatch(words, figure.end, later.start))


NEAR_OPENING = 60  # characters between "This represents" and the share


def take_earlier_part(words: str, figures: list[Figure], index: int, base: int) -> None:
    """ "12 were late, some of them by far (26.7% of the 45)"; "... This is 30% of the 40"."""
    figure = figures[index]
    if figure.percent is None or (figure.total is None and not base):
        return
    back = base <= figure.start and referring.THIS_IS.match(words, base) and base
    bracket = words.rfind("(", 0, figure.start)
    inside = bracket >= 0 and ")" not in words[bracket : figure.start]
    back = back and figure.start - base < NEAR_OPENING and back
    bare = (f for f in figures[:index] if f.total is None and f.percent is None)
    earlier = [f.part for f in bare if f.part is not None]
    if figure.total is not None:
        earlier = [
            p
            for p in earlier
            if p.value <= figure.total.value and p.measure is figure.total.measure and p is not figure.total
        ]
    told = earlier and referring.WHICH_IS.fullmatch(words, earlier[-1].end, figure.start)
    if earlier and (back or told or (inside and figure.start - bracket < referring.NEAR_BRACKET)):
        of = figure.total.value if figure.total else None
        right = [p for p in earlier if holds(numerator=p.value, denominator=of, percent=figure.percent.value)]
        figure.part = right[-1] if right else (earlier[0] if back else earlier[-1])
        figure.lead = figure.part.start
