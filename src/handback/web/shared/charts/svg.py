"""Writing SVG: escaped, without styles or scripts, and the same bytes for the same values."""

from functools import cache
from html import escape
from itertools import accumulate, takewhile

# Advance widths in Atkinson Hyperlegible Next, weight 400, in hundredths of the size; measured in Chromium.
_SETS = (
    (21, "',.:;"),
    (24, "`j|’‘·i"),
    (28, "l !"),
    (30, '"()f'),
    (33, "t[]{}r-_"),
    (40, "/I1“”"),
    (46, "yvzsk"),
    (48, "*?cx"),
    (51, "–7Ja"),
    (55, "Leu2<>F^hno~é"),
    (57, "TdgEYbpq3"),
    (60, "59$PSV648+BRZX"),
    (64, "=AKC0#"),
    (68, "D…wGHNU"),
    (72, "OQ&"),
    (84, "@M—mW"),
    (92, "%"),
)
_WIDTHS = {character: width for width, characters in _SETS for character in characters}
_ORDINARY = 58
_BOLD = 1.09


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """One element. Attribute values are escaped, `content` is markup already; None leaves an attribute out.

    `class_` and `stroke_width` become `class` and `stroke-width`. Numbers lose needless decimals.
    """
    written = "".join(
        [
            f' {_named(key)}="{_value(value)}"'
            for key, value in attributes.items()
            if value is not None and value != ""
        ]
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def words(content: str, /, **attributes: str | float | None) -> str:
    """A `text` element; `content` is plain text and is escaped."""
    return element("text", escape(content), **attributes)


def link(content: str, *, href: str, title: str) -> str:
    """`content` as a link that says `title` (if any); without an address, a group that says it."""
    titled = (element("title", escape(title)) if title else "") + content
    return element("a", titled, href=href) if href else element("g", titled)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide `text` is when set at `size`, in the same unit."""
    wide = sum(_WIDTHS.get(character, _ORDINARY) for character in text) * size / 100
    return wide * _BOLD if bold else wide


def fitted(text: str, *, width: float, size: float) -> str:
    """`text`, cut at a word and marked with an ellipsis where it is wider than `width`."""
    if width_of(text, size) <= width:
        return text
    ends = accumulate(width_of(character, size) for character in text)
    room = width - width_of("…", size)
    cut = text[: sum(1 for _ in takewhile(lambda end: end <= room, ends))]
    whole_words = cut.rpartition(" ")[0]
    return (whole_words if len(whole_words) > len(cut) * 0.6 else cut).rstrip(" ,;(") + "…"


def number(value: float) -> str:
    """`value` to a tenth, without a needless ".0"."""
    written = f"{value:.1f}"
    whole, _, tenths = written.partition(".")
    return written if tenths != "0" else "0" if whole == "-0" else whole


@cache
def _named(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else number(value)
