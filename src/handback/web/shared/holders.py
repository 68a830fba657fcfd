"""How the holder of a power is told: a word, a colour and a pattern, the same on every page.

1. No state is told by colour alone: each has its own word and its own pattern.
2. Council and commissioners differ in lightness by 3 to 1, so that they differ in grey too.
3. These colours are the only ones: the style sheet's copy is compared with them by a test.
"""

from dataclasses import dataclass

PAPER, INK, MUTED, RULE, ACCENT = "#ffffff", "#14212b", "#4c5a66", "#b9c2c9", "#064757"
OCHRE, OCHRE_DEEP, PLUM, SLATE, INDIGO, PALE = (
    "#c5851c",
    "#8a5a0b",
    "#7a2e5d",
    "#5d6b76",
    "#3b2a63",
    "#dbe9ec",
)


class UnknownHolder(ValueError):
    """A kind of holder, or a degree of oversight, that nobody has defined."""

    def __init__(self, kind: str, oversight: str) -> None:
        self.kind, self.oversight = kind, oversight
        super().__init__(f"There is no way to show “{kind}” under “{oversight}” oversight.")


@dataclass(frozen=True, slots=True)
class HolderState:
    """How one state of a power looks and is called.

    `ground` is the colour underneath, `line` the colour of the pattern drawn on it, `text` the colour of
    words on it. `edge` outlines it. `pattern` names the drawing in `charts.patterns`.
    """

    slug: str
    word: str
    short: str
    pattern: str
    ground: str
    line: str
    text: str
    edge: str


def _table() -> dict[str, HolderState]:
    solid, striped = (ACCENT, ACCENT, PAPER, ACCENT), (PALE, ACCENT, INK, ACCENT)
    ochre = (OCHRE, OCHRE_DEEP, INK, OCHRE_DEEP)
    rows = (
        HolderState("council", "Council", "Council", "solid", *solid),
        HolderState("council-ordinary", "Council, with oversight", "With oversight", "hatch", *striped),
        HolderState(
            "council-enhanced",
            "Council, with enhanced oversight",
            "Enhanced oversight",
            "cross-hatch",
            *striped,
        ),
        HolderState("commissioners", "Commissioners", "Commissioners", "dots", *ochre),
        HolderState("commissioner", "One commissioner", "Commissioner", "rings", *ochre),
        HolderState("trust", "Trust", "Trust", "bars", PLUM, PAPER, PAPER, PLUM),
        HolderState("other-council", "Another council", "Other council", "posts", SLATE, PAPER, PAPER, SLATE),
        HolderState(
            "secretary-of-state", "Secretary of State", "Minister", "checks", INDIGO, PAPER, PAPER, INDIGO
        ),
        HolderState(
            "nobody", "Nobody: the power does not exist", "No such power", "empty", PAPER, RULE, MUTED, MUTED
        ),
    )
    return {state.slug: state for state in rows}


STATES = _table()
GO_BY_NAME = {"commissioner", "trust", "other-council", "secretary-of-state"}
_COUNCIL_UNDER = {"none": "council", "ordinary": "council-ordinary", "enhanced": "council-enhanced"}


def state_of(kind: str, oversight: str = "none") -> HolderState:
    """How a holder of `kind`, under `oversight` ("none", "ordinary", "enhanced"), is shown.

    Raises UnknownHolder for a word that is in neither table.
    """
    slug = kind.replace(" ", "-").replace("_", "-")
    if oversight not in _COUNCIL_UNDER or slug not in STATES:
        raise UnknownHolder(kind, oversight)
    return STATES[_COUNCIL_UNDER[oversight] if slug == "council" else slug]


def holder_words(kind: str, oversight: str = "none", name: str = "") -> str:
    """The state in words, with the oversight kept: "Council, with oversight".

    One commissioner, a trust, another council or a minister goes by `name` where one is given.
    """
    state = state_of(kind, oversight)
    word = name if name and state.slug in GO_BY_NAME else state.word
    if oversight == "none" or state.slug.startswith("council"):
        return word
    return f"{word}, with {'enhanced ' if oversight == 'enhanced' else ''}oversight"
