"""How holders are told: words, patterns, and colours that can be told apart."""

from itertools import pairwise
from pathlib import Path

import pytest

from handback.web.shared import holders
from handback.web.shared.holders import STATES, UnknownHolder, holder_words, state_of

TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11
SHARED = Path(holders.__file__).parent
PALETTE = SHARED.parents[3] / "assets/sass/_palette.scss"


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_state_has_a_word_of_its_own():
    assert len({state.word for state in STATES.values()}) == len(STATES)


def test_every_state_has_a_pattern_of_its_own():
    assert len({state.pattern for state in STATES.values()}) == len(STATES)


@pytest.mark.parametrize("state", STATES.values(), ids=lambda state: state.slug)
def test_words_on_a_state_can_be_read(state):
    plate = holders.PAPER if state.pattern in {"hatch", "cross-hatch", "empty"} else state.ground

    assert contrast(state.text, plate) >= TEXT


@pytest.mark.parametrize("state", STATES.values(), ids=lambda state: state.slug)
def test_every_state_stands_out_from_the_page(state):
    assert contrast(state.edge, holders.PAPER) >= GRAPHIC


@pytest.mark.parametrize("colour", [holders.INK, holders.MUTED, holders.ACCENT])
def test_text_colours_can_be_read_on_paper(colour):
    assert contrast(colour, holders.PAPER) >= TEXT


def test_council_and_commissioners_differ_in_grey():
    assert contrast(STATES["council"].ground, STATES["commissioners"].ground) >= GRAPHIC


def test_the_style_sheet_has_the_same_colours():
    if not PALETTE.exists():
        pytest.skip("the sources of the styles are not here")
    declared = dict(
        line.rstrip(";").split(": ") for line in PALETTE.read_text().splitlines() if line[:1] == "$"
    )

    ours = {
        name.lower(): getattr(holders, name) for name in ("PAPER", "INK", "MUTED", "RULE", "ACCENT", "OCHRE")
    }

    assert {name: declared[f"${name}"] for name in ours} == ours


@pytest.mark.parametrize("kind", ["other council", "other_council", "other-council"])
def test_a_kind_is_known_however_its_words_are_joined(kind):
    assert state_of(kind).word == "Another council"


def test_oversight_over_the_council_has_degrees():
    words = [holder_words("council", degree) for degree in ("none", "ordinary", "enhanced")]

    assert all(len(less) < len(more) for less, more in pairwise(words))


def test_oversight_over_somebody_else_is_said_too():
    assert holder_words("trust", "ordinary", "Harrowmere Trust") == "Harrowmere Trust, with oversight"


def test_an_unknown_kind_is_refused_by_name():
    with pytest.raises(UnknownHolder, match="no way to show “parish” under “none” oversight"):
        state_of("parish")
