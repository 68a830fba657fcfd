"""Rule profiles: which patterns of points are news, by name and version, kept with each result.

Sources: NHSRplotthedots 0.2.2 (its code and its outputs); NHS England, Making Data Count, for the other two.
Where the latter do not say how a rule treats a point, the reading chosen here is in the field's docstring.
"""

from dataclasses import dataclass

#: D4 for ranges of two points: a moving range beyond this many mean moving ranges is itself a surprise.
#: 1 + 3 * d3 / d2, where d2 = 1.128 and d3 = 0.853.
MOVING_RANGE_LIMIT = 3.267


class NoSuchProfile(ValueError):
    """A rule profile that nobody has defined."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"There is no rule profile {name!r}; there are {', '.join(sorted(PROFILES))}.")


@dataclass(frozen=True, slots=True)
class Profile:
    """How points become news. Stored with each result by its `name`, which never changes its meaning."""

    name: str
    run: int  #: so many points in a row on one side of the mean
    trend: int  #: so many points in a row, each above the last, or each below
    #: Moving ranges of this many times their mean are left out, once, before limits are drawn; None: never.
    screening: float | None
    #: Whether, of two points in three beyond two sigma, one may lie beyond three.
    beyond_counts_as_near: bool
    words: str


PTD = Profile(
    "ptd-0.2.2",
    run=7,
    trend=7,
    screening=MOVING_RANGE_LIMIT,
    beyond_counts_as_near=False,
    words="The rules of NHSRplotthedots 0.2.2: a point beyond the limits; two of three points between two "
    "and three sigma on one side; seven in a row on one side of the mean; a trend of seven.",
)
MDC_EXCEL = Profile(
    "mdc-excel",
    run=7,
    trend=6,
    screening=None,
    beyond_counts_as_near=False,
    words="The rules of NHS England's Making Data Count spreadsheets, with a trend of six: limits from every "
    "moving range, none screened out.",
)
MDC_EXCEL_7 = Profile(
    "mdc-excel-trend-7",
    run=7,
    trend=7,
    screening=None,
    beyond_counts_as_near=False,
    words="The rules of NHS England's Making Data Count spreadsheets, with a trend of seven: limits from "
    "every moving range, none screened out.",
)
MDC_2023 = Profile(
    "mdc-2023",
    run=7,
    trend=7,
    screening=MOVING_RANGE_LIMIT,
    beyond_counts_as_near=True,
    words="Making Data Count as described in 2023: as the first, but a point beyond three sigma also counts "
    "among two in three beyond two sigma, all three on one side.",
)
PROFILES = {one.name: one for one in (PTD, MDC_EXCEL, MDC_EXCEL_7, MDC_2023)}


def profile(name: str) -> Profile:
    """The profile of a name. Raises NoSuchProfile."""
    if name not in PROFILES:
        raise NoSuchProfile(name)
    return PROFILES[name]
