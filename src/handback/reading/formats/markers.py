"""The grammar of list markers: bullets, letters, roman numerals, numbers and paragraph numbers."""

import re

MARKER = re.compile(
    r"[ \t\xa0\u200b]*(?P<marker>"
    r"[•·▪●○◦■□‣⁃∙➢➤\uf0b7\uf0a7Ø*](?=\s)"
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
_BULLETS = frozenset("•·▪●○◦■□‣⁃∙➢➤\uf0b7\uf0a7Ø*-–—o.")


def is_bullet(marker: str) -> bool:
    """Whether a marker only points, and does not count."""
    return marker in _BULLETS


def is_paragraph_number(marker: str) -> bool:
    """Whether a marker numbers a paragraph of a report ("3.2", "24/104") and not an item of a list."""
    return bool(_PARAGRAPH_NUMBER.fullmatch(marker))
