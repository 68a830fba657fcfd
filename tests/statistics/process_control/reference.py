"""The outputs of NHSRplotthedots 0.2.2, as published beside the project: cases, points and summaries."""

import csv
import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import numpy as np

from handback.statistics.process_control import PTD, Chart, Polarity, Profile, xmr

FOLDER = Path(__file__).parents[4] / "shared" / "peers" / "spc"
WAYS = {"increase": Polarity.HIGHER, "decrease": Polarity.LOWER, "neutral": Polarity.NEUTRAL}


@dataclass(frozen=True)
class Case:
    """How the peer was asked: one row of its list of cases."""

    name: str
    polarity: Polarity
    target: float
    fixed_after: int | None
    profile: Profile


@dataclass(frozen=True)
class Series:
    """One series of a case: its points as the peer gave them out, a column a name."""

    case: Case
    name: str
    rows: list[dict[str, str]]

    def column(self, name: str) -> np.ndarray:
        """Numbers of a column; what is empty is nan."""
        return np.array([float(row[name] or "nan") for row in self.rows])

    def chart(self) -> Chart:
        """The series charted by this project, asked as the peer was."""
        segments = self.column("rebase_group")
        return xmr(
            self.column("y"),
            polarity=self.case.polarity,
            targets=self.case.target,
            rebased=np.diff(segments, prepend=segments[0]) != 0,
            fixed_after=self.case.fixed_after,
            profile=self.case.profile,
        )


def cases() -> dict[str, Case]:
    """Every case by its name."""
    with (FOLDER / "ptd_cases.csv").open() as lines:
        return {row["case"]: _case(row) for row in csv.DictReader(lines)}


def _case(row: dict[str, str]) -> Case:
    screened = row["screen_outliers"] == "TRUE"
    return Case(
        row["case"],
        WAYS[row["improvement_direction"]],
        float(row["target"] or "nan"),
        int(row["fix_after_n_points"]) if row["fix_after_n_points"] else None,
        PTD if screened else replace(PTD, screening=None),
    )


def series() -> Iterator[Series]:
    """Every series of every case, in the peer's order."""
    known = cases()
    with gzip.open(FOLDER / "ptd_points.csv.gz", "rt") as lines:
        for (case, name), rows in groupby(csv.DictReader(lines), key=lambda row: (row["case"], row["f"])):
            yield Series(known[case], name, list(rows))


def summaries() -> dict[tuple[str, str], dict[str, str]]:
    """The peer's verdict on each series: the row of its last stretch."""
    with (FOLDER / "ptd_summary.csv").open() as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: int(row["rebase_group"]))
        return {(row["case"], row["f"]): row for row in rows}
