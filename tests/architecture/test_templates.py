"""Templates hold no styles, scripts or handlers of their own: the security policy would refuse them."""

import re
from pathlib import Path

import pytest

from tests.support.sources import PACKAGE, files, listed, place

TEMPLATES = files(PACKAGE, endings=(".html", ".svg"))
INLINE = {
    "a style attribute": re.compile(r"<[^>%{]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a script without a source": re.compile(
        r"<script\b(?![^>]*\b(?:src|type=\"application/(?:ld\+)?json\"))", re.I
    ),
    "an event handler": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "text passed as safe": re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off"),
}

# Templates that pass text as safe, each with its reason. This list only shrinks.
SAFE_TEXT = {
    "shared/components/chart.html": "web.shared.charts draws it, and escapes every word in it",
}


def _is_excused(path: Path, what: str) -> bool:
    return what == "text passed as safe" and any(path.as_posix().endswith(name) for name in SAFE_TEXT)


@pytest.mark.parametrize("what", INLINE)
def test_no_template_carries(what):
    faults = [
        f"{place(path)}:{text.count(chr(10), 0, found.start()) + 1} {what}"
        for path in TEMPLATES
        if not _is_excused(path, what)
        for text in [path.read_text(encoding="utf-8")]
        for found in INLINE[what].finditer(text)
    ]

    assert not faults, listed(faults)


def test_no_template_fetches_from_another_site():
    fetched = re.compile(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)\s*=\s*[\"']?(?:https?:)?//", re.I)
    faults = [place(path) for path in TEMPLATES if fetched.search(path.read_text(encoding="utf-8"))]

    assert not faults, listed(faults)
