"""The styles that ship: nothing of GOV.UK's identity, nothing from elsewhere, and not much of it."""

import gzip
import re
from pathlib import Path

import pytest

from handback.web.shared import holders

BUILT = Path(holders.__file__).parent / "static/shared"
CSS = (BUILT / "handback.css").read_text()
SCRIPT = (BUILT / "handback.js").read_text()


@pytest.mark.parametrize("word", ["crest", "GDS Transport", "crown"])
def test_the_styles_hold_nothing_that_is_for_gov_uk_only(word):
    assert word.lower() not in CSS.lower()


def test_the_styles_fetch_only_our_own_font():
    assert {
        address.strip("\"'") for address in re.findall(r"url\(([^)]+)\)", CSS) if "data:" not in address
    } == {
        "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2",
        "fonts/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    }


def test_the_fonts_ship_with_their_licence():
    assert len(list((BUILT / "fonts").glob("*.woff2"))) == 2
    assert "SIL Open Font License" in (BUILT / "fonts/LICENSE-OFL.txt").read_text()


def test_left_and_right_are_not_named_where_reading_order_is_meant():
    named = re.findall(
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right)(?=:)|text-align:(?:left|right)", CSS
    )

    assert not named


def test_the_styles_heed_print_motion_and_forced_colours():
    asked = ("@media print", "prefers-reduced-motion", "forced-colors")

    assert [words in CSS for words in asked] == [True] * 3


@pytest.mark.parametrize(("text", "most_kb"), [(CSS, 16), (SCRIPT, 8)], ids=["styles", "scripts"])
def test_what_ships_is_small(text, most_kb):
    assert len(gzip.compress(text.encode())) < most_kb * 1000


def test_on_paper_no_link_within_the_site_shows_its_address():
    assert '.govuk-link[href^="/"]:after' in CSS
