"""The grammar of list markers: bullets, letters, roman numerals, numbers and paragraph numbers."""

import re

MARKER = re.compile(
    r"[ \t\xa0\u200b]*(?P<marker>"
    r"[•·▪●○◦■□‣⁃∙➢➤❖✓\uf0b7\uf0a7Ø*](?=\s)"
    r"|[-–—](?=\s)"
    r"|o(?=\s)"
    r"|\((?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})\)"
    r"|(?:\d{1,3}|[A-Za-z]|[ivxIVX]{2,5})[.)](?=\s)"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=\s)"
    r"|\d{2}/\d{1,4}(?=\s)(?!\s+[a-z]{3})"  # "14/20 members came" counts
    r"|\.(?=\s{3,})"
    r"|\d{1,3}(?=\s{2,}\S)"
    r"|[A-H]:(?=[ \t\xa0]{2,}\S)"
    r")[\s\xa0]*"
)
_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?|\d{2}/\d{1,4}|\.|\d{1,3}")
_BULLETS = frozenset("•·▪●○◦■□‣⁃∙➢➤❖✓\uf0b7\uf0a7Ø*-–—o.")
# Letters of the fonts Symbol and Wingdings, which have no meaning of their own, and what they look like.
_LOOKS = str.maketrans(
    {
        **dict.fromkeys("\uf0b7\uf097\uf09f\uf06c", "•"),
        **dict.fromkeys("\uf0a7\uf06e", "▪"),
        **dict.fromkeys("\uf0d8\uf0da", "➢"),
        **dict.fromkeys("\uf06f\uf0a8\uf071", "□"),
        **dict.fromkeys("\uf0a1\uf0a2", "○"),
        "\uf0fc": "✓",
        "\uf0fb": "✗",
        "\uf0fe": "☑",
        "\uf0fd": "☒",
        "\uf076": "❖",
        "\uf0e0": "→",
        "\uf02d": "-",
        "\uf020": " ",
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"),
    }
)


def plain(words: str) -> str:
    """Words with the signs of symbol fonts as everybody's fonts have them, and without marks of no width."""
    return words.translate(_LOOKS)


def is_bullet(marker: str) -> bool:
    """Whether a marker only points, and does not count."""
    return marker in _BULLETS


def is_paragraph_number(marker: str) -> bool:
    """Whether a marker numbers a paragraph of a report ("3.2", "24/104") and not an item of a list."""
    return bool(_PARAGRAPH_NUMBER.fullmatch(marker))
