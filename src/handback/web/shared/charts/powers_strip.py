"""The strip above the lanes: of all functions, how many each holder had."""

from datetime import date

from .. import words
from ..holders import STATES
from .plates import plated
from .powers_plan import Picture
from .powers_words import Share


def stretches(shown: Picture) -> list[tuple[Share, date]]:
    """Each count with the day it stopped being so."""
    ends = [share.first for share in shown.shares[1:]] + [shown.until]
    return list(zip(shown.shares, ends, strict=True))


def stacked(share: Share, shown: Picture) -> list[tuple[str, float]]:
    """Each state that somebody held in, from the floor up, with its part of the whole."""
    held = dict(share.states)
    return [(slug, held[slug] / shown.counted) for slug in STATES if slug in held]


def strip_words(shown: Picture) -> str:
    """What the strip counts, on the day stood on where there is one."""
    functions = words.plural(shown.counted, "function")
    standing = [share for share in shown.shares if shown.as_at and share.first <= shown.as_at]
    if not shown.as_at or not standing:
        return f"of {functions}"
    return f"{standing[-1].council} of {functions} on {words.day(shown.as_at)}"


def number(share: Share, shown: Picture, *, x: float, top: float, height: float, size: float) -> str:
    """How many the council held, just under the top of its part, or on the floor where that is low."""
    state = "council-ordinary" if share.overseen else "council" if share.council else _other(share)
    part = share.council / (shown.counted or 1)
    y = top + height - 5 if part * height < size + 8 else top + height * (1 - part) + size + 2
    return plated(str(share.council), x=x, y=y, state=state, size=size, weight=700)


def _other(share: Share) -> str:
    held = dict(share.states)
    return max(held, key=lambda slug: held[slug], default="nobody")
