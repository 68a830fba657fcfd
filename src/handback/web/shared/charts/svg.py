"""Writing SVG: escaped, without styles or scripts, and the same bytes for the same values."""

from html import escape

# Widths of characters in Atkinson Hyperlegible Next, in hundredths of the type size; others count as 56.
_NARROW = {**dict.fromkeys("ijl.,:;'|!’‘", 27), **dict.fromkeys('frtI()[]-–/ “”"', 36)}
_WIDE = {**dict.fromkeys("mwMW@%", 86), **dict.fromkeys("ABCDGHKNOQRUVXYZ&", 68)}
_WIDTHS = {**_NARROW, **_WIDE}
_ORDINARY = 56


def element(name: str, content: str = "", **attributes: object) -> str:
    """One element. Attribute values are escaped, `content` is markup already; None leaves an attribute out.

    `class_` and `stroke_width` become `class` and `stroke-width`. Numbers lose needless decimals.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def words(content: str, **attributes: object) -> str:
    """A `text` element; `content` is plain text and is escaped."""
    return element("text", escape(content), **attributes)


def link(content: str, *, href: str, title: str) -> str:
    """`content` as a link that says `title`; without an address, a group that says it."""
    titled = element("title", escape(title)) + content
    return element("a", titled, href=href) if href else element("g", titled)


def width_of(text: str, size: float) -> float:
    """About how wide `text` is when set at `size`, in the same unit."""
    return sum(_WIDTHS.get(character, _ORDINARY) for character in text) * size / 100


def fitted(text: str, *, width: float, size: float) -> str:
    """`text`, cut at a word and marked with an ellipsis where it is wider than `width`."""
    if width_of(text, size) <= width:
        return text
    cut = text
    while cut and width_of(cut + "…", size) > width:
        cut = cut[:-1]
    whole_words = cut.rpartition(" ")[0]
    return (whole_words if len(whole_words) > len(cut) * 0.6 else cut).rstrip(" ,;(") + "…"


def number(value: float) -> str:
    """`value` to a tenth, without a needless ".0"."""
    return f"{value:.1f}".removesuffix(".0").replace("-0", "0") if abs(value) < 0.05 else _tenths(value)


def _tenths(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _value(value: object) -> str:
    return number(value) if isinstance(value, int | float) else escape(str(value))
