"""The outputs of COINr 1.1.14 on its ASEM example, as published beside the project, and its declaration."""

import csv
import gzip
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from handback.statistics.composite import Index, compose, declare

FOLDER = Path(__file__).parents[4] / "shared" / "peers" / "composite"
FIVE_THEN_LOG = {"tried": [{"method": "winsorise", "most": 5}, "log"]}


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a file of the peer's."""
    path = FOLDER / name
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
        yield from csv.DictReader(lines)


def numbers(name: str, columns: list[str], *, key: str = "uCode") -> np.ndarray:
    """Columns of a file as float[unit, column], the units in the order of the index, gaps as nan."""
    by = {row[key]: [float(row[column] or "nan") for column in columns] for row in rows(name)}
    return np.array([by[unit] for unit in units()])


@cache
def units() -> tuple[str, ...]:
    """The countries, by the order of the raw values."""
    return tuple(row["uCode"] for row in rows("asem_dset_Raw.csv"))


@cache
def indicators() -> list[str]:
    """The indicators' codes, by the order of the raw values."""
    return [name for name in next(rows("asem_dset_Raw.csv")) if name != "uCode"]


@cache
def structure() -> list[dict[str, str]]:
    """What is known of each indicator and aggregate."""
    return [row for row in rows("asem_iMeta.csv") if row["Level"]]


@cache
def _plain() -> dict[str, Any]:
    by = {row["iCode"]: row for row in structure()}
    return {
        "version": 1,
        "name": "Sustainable connectivity",
        "edition": "2018",
        "indicators": {
            name: {
                "direction": "higher" if by[name]["Direction"] == "1" else "lower",
                "target": float(by[name]["Target"]),
                **({"denominator": by[name]["Denominator"]} if by[name]["Denominator"] else {}),
            }
            for name in indicators()
        },
        "missing": {"imputation": "group mean", "least": 0.9, "counted": "imputed"},
        "treatment": FIVE_THEN_LOG,
        "normalisation": {"method": "min-max", "range": [0, 100]},
        "levels": [
            {"name": "pillars", "groups": _groups("2")},
            {"name": "sub-indexes", "groups": _groups("3")},
            {"name": "index", "groups": _groups("4")},
        ],
    }


def _groups(level: str) -> dict[str, list[str]]:
    parents = [row["iCode"] for row in structure() if row["Level"] == level]
    return {parent: [row["iCode"] for row in structure() if row["Parent"] == parent] for parent in parents}


def plain(**changed: Any) -> dict[str, Any]:
    """The declaration of the example, with whatever is changed of it; `aggregation` is of every level."""
    said = deepcopy(_plain())
    for level in said["levels"]:
        if "aggregation" in changed:
            level["aggregation"] = changed["aggregation"]
    return said | {name: value for name, value in changed.items() if name != "aggregation"}


def asem(**changed: Any) -> Index:
    """The index of the example."""
    known = {row["uCode"]: row for row in rows("asem_iData.csv")}
    return compose(
        numbers("asem_dset_Raw.csv", indicators()),
        declare(plain(**changed)),
        units=units(),
        groups=[known[unit]["EurAsia_group"] for unit in units()],
        denominators={
            name: [float(known[unit][name] or "nan") for unit in units()]
            for name in ("Area", "Energy", "GDP", "Population")
        },
    )


@cache
def weight_sets() -> list[dict[str, dict[str, float]]]:
    """The hundred sets of weights of the pillars and sub-indexes, a quarter more or less, in order."""
    sets: dict[str, dict[str, dict[str, float]]] = {}
    for row in rows("asem_sa_noisy_weights.csv"):
        if row["Level"] in ("2", "3"):
            level = f"levels[{int(row['Level']) - 1}]"
            sets.setdefault(row["rep"], {}).setdefault(level, {})[row["iCode"]] = float(row["Weight"])
    return [sets[number] for number in sorted(sets, key=int)]


def uncertain() -> dict[str, Any]:
    """What the peer varied: 5 x 2 x 100 x 2 combinations."""
    return {
        "Winmax": {"places": ["treatment.tried[0].most"], "alternatives": [1, 2, 3, 4, 5]},
        "Normalisation": {
            "places": ["normalisation"],
            "alternatives": [
                {"method": "min-max", "range": [1, 100]},
                {"method": "z-score", "mean": 10, "spread": 2},
            ],
        },
        "Weights": {"sets": weight_sets()},
        "Aggregation": {
            "places": [f"levels[{number}].aggregation" for number in range(3)],
            "alternatives": ["arithmetic", "geometric"],
        },
    }


def taken(name: str) -> np.ndarray:
    """What each of the peer's replicates took of each factor, int[replicate, factor]."""
    return np.array(
        [
            [
                int(row["winmax"]) - 1,
                row["norm"] == "n_zscore",
                int(row["weight_set"]) - 1,
                row["aggregation"] == "a_gmean",
            ]
            for row in rows(name)
        ],
        np.intp,
    )
