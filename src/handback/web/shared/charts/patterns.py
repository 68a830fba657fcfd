"""The pattern of each state, as strokes on a tile, for charts and for the swatch beside a word."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..holders import STATES, HolderState
from .svg import element, number

SWATCH_WIDTH, SWATCH_HEIGHT = 26, 15


@dataclass(frozen=True, slots=True)
class Tile:
    """A square `size` wide, repeated; `strokes` are (x, y, dx, dy) drawn `width` wide with round ends."""

    size: int
    width: float
    strokes: tuple[tuple[float, float, float, float], ...]


TILES = {
    "hatch": Tile(7, 2.2, ((-1, 1, 2, -2), (0, 7, 7, -7), (6, 8, 2, -2))),
    "cross-hatch": Tile(
        6, 1.5, ((-1, 1, 2, -2), (0, 6, 6, -6), (5, 7, 2, -2), (-1, 5, 2, 2), (0, 0, 6, 6), (5, -1, 2, 2))
    ),
    "dots": Tile(6, 1.3, ((1.5, 1.5, 0, 0), (4.5, 4.5, 0, 0))),
    "rings": Tile(8, 2.6, ((4, 4, 0, 0),)),
    "bars": Tile(5, 1, ((0, 2.5, 5, 0),)),
    "posts": Tile(5, 1, ((2.5, 0, 0, 5),)),
    "checks": Tile(8, 1.2, ((4, 2, 0, 4), (2, 4, 4, 0))),
}


def fill_of(state: HolderState, *, prefix: str) -> str:
    """Its colour, or its pattern among `definitions(..., prefix=prefix)`."""
    return f"url(#{prefix}-{state.slug})" if state.pattern in TILES else state.ground


def band_look(state: HolderState, *, prefix: str) -> dict[str, str | float | None]:
    """The attributes of all that is drawn in `state`: fill, outline, and their class in forced colours."""
    return {
        "fill": fill_of(state, prefix=prefix),
        "stroke": state.edge,
        "stroke_width": 0.8,
        "stroke_dasharray": "3 2" if state.pattern == "empty" else None,
        "class_": "s-ink" if state.pattern != "solid" else f"{ground_class(state)} s-ink",
    }


def definitions(slugs: Iterable[str], *, prefix: str) -> str:
    """The `defs` that bands of these states need; ids begin with `prefix`."""
    return element("defs", "".join(_pattern(STATES[slug], prefix) for slug in sorted(set(slugs))))


def swatch(state: HolderState) -> str:
    """A small piece of the band, to stand beside the state's word."""
    tile = TILES.get(state.pattern)
    return element(
        "svg",
        _ground(state, SWATCH_WIDTH, SWATCH_HEIGHT)
        + (_strokes(tile, state, SWATCH_WIDTH, SWATCH_HEIGHT) if tile else "")
        + _edge(state),
        class_="hb-holder__swatch",
        viewBox=f"0 0 {SWATCH_WIDTH} {SWATCH_HEIGHT}",
        aria_hidden="true",
        focusable="false",
    )


def _pattern(state: HolderState, prefix: str) -> str:
    tile = TILES.get(state.pattern)
    if tile is None:
        return ""
    return element(
        "pattern",
        _ground(state, tile.size, tile.size) + _strokes(tile, state, tile.size, tile.size),
        id=f"{prefix}-{state.slug}",
        width=tile.size,
        height=tile.size,
        patternUnits="userSpaceOnUse",
    )


def _ground(state: HolderState, width: int, height: int) -> str:
    return element("rect", width=width, height=height, fill=state.ground, class_=ground_class(state))


def _strokes(tile: Tile, state: HolderState, width: int, height: int) -> str:
    drawn = "".join(
        f"M{number(x + across)} {number(y + down)}l{number(dx or 0.01)} {number(dy)}"
        if dx or dy
        else f"M{number(x + across)} {number(y + down)}h.01"
        for across in range(0, width, tile.size)
        for down in range(0, height, tile.size)
        for x, y, dx, dy in tile.strokes
    )
    cap = "round" if tile.strokes[0][2:] == (0, 0) else None
    return element(
        "path",
        d=drawn,
        stroke=state.line,
        stroke_width=tile.width,
        stroke_linecap=cap,
        class_="s-paper" if ground_class(state) == "k-ink" else "s-ink",
    )


def _edge(state: HolderState) -> str:
    return element(
        "rect",
        x=0.5,
        y=0.5,
        width=SWATCH_WIDTH - 1,
        height=SWATCH_HEIGHT - 1,
        fill="none",
        stroke=state.edge,
        stroke_dasharray="3 2" if state.pattern == "empty" else None,
        class_="s-ink",
    )


def ground_class(state: HolderState) -> str:
    """Where colours are forced: dark grounds become the text colour, light ones the page's."""
    return "k-ink" if state.text == "#ffffff" else "k-paper"
