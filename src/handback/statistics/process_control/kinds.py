"""The charts there are for one series, and what their limits are drawn from."""

from enum import StrEnum


class Kind(StrEnum):
    """A chart of one series over time."""

    XMR = "XmR"
    RUN = "run"
    P = "P"
    P_PRIME = "P'"
    U = "U"
    U_PRIME = "U'"
    T = "T"
    G = "G"

    @property
    def rests_on_ranges(self) -> bool:
        """Whether its limits are drawn from how far neighbouring points are from each other."""
        return self in (Kind.XMR, Kind.P_PRIME, Kind.U_PRIME, Kind.T)
