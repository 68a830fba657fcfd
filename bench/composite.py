"""Composite indices: uncertainty in many replicates, and how near Sobol indices come for how many runs.

The index is ASEM's (51 countries, 49 indicators in 8 pillars and 2 sub-indexes), where its figures are beside
the project, and otherwise an invented one of the same shape. What is uncertain is what COINr varied: 5 x 2 x
100 x 2 combinations. COINr is run beside in the same run where Rscript and the package are there; otherwise
its recorded time is printed and said to be recorded.
"""

import csv
import shutil
import subprocess
import tracemalloc
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.measured import Measured, measured, timed
from handback.statistics.composite import (
    Design,
    Index,
    compose,
    declare,
    design,
    enumerated,
    sampled,
    uncertainty,
)

ASEM = Path(__file__).parents[2] / "shared" / "peers" / "composite"
RECORDED = 130.0  #: seconds that COINr 1.1.14 took for 500 replicates of ASEM
PILLARS = (8, 5, 6, 7, 9, 5, 5, 4)
REPLICATES = (500, 10_000)
ROWS = (64, 256, 1024, 4096)
SEEDS = 5
SHAPE = "of 51 x 49"
PEER = """
suppressMessages(library(COINr))
coin <- build_example_coin(quietly = TRUE)
noise <- data.frame(Level = c(2, 3), NoiseFactor = c(0.25, 0.25))
scales <- list(list(f_n = "n_minmax", f_n_para = list(c(1, 100))),
               list(f_n = "n_zscore", f_n_para = list(c(10, 2))))
asked <- list(
  Winmax = list(Address = "$Log$Treat$global_specs$f1_para$winmax", Distribution = 1:5, Type = "discrete"),
  Scale = list(Address = "$Log$Normalise$global_specs", Distribution = scales, Type = "discrete"),
  Weights = list(Address = "$Log$Aggregate$w", Type = "discrete",
                 Distribution = get_noisy_weights(coin$Meta$Weights$Original, noise, 100)),
  Mean = list(Address = "$Log$Aggregate$f_ag", Distribution = c("a_amean", "a_gmean"), Type = "discrete"))
took <- system.time(get_sensitivity(coin, SA_specs = asked, N = 50, SA_type = "UA", dset = "Aggregated",
                                    iCode = "Index", quietly = TRUE))
cat(took[["elapsed"]])
"""


def measure() -> list[Measured]:
    """Replicates by time and memory, beside the time recorded of COINr; then precision by runs."""
    index = asem() if ASEM.is_dir() else invented()
    of = varied(index)
    rows = [_replicates(index, of, count) for count in REPLICATES]
    rows.append(_peer())
    rows.append(_memory(index, of, REPLICATES[-1]))
    exact = timed(lambda: enumerated(index, of), times=3)
    rows.append(measured("index, sensitivity, exact", f"{of.combinations:,} combinations", exact))
    return rows + [row for count in ROWS for row in _precision(index, of, count)]


def _replicates(index: Index, of: Design, count: int) -> Measured:
    def ranked() -> object:
        return uncertainty(index, of, count=count).rank_intervals

    note = f"{index.declaration.name}, {SHAPE}; ranks and intervals with it"
    return measured("index, uncertainty", f"{count:,} replicates", timed(ranked, times=5), note=note)


def _peer() -> Measured:
    """COINr: 50 replicates in this run where it is installed, else what was recorded of 500."""
    what = "index, uncertainty"
    if shutil.which("Rscript"):
        done = subprocess.run(["Rscript", "-e", PEER], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            took = float(done.stdout.split()[-1]) * 1000
            return Measured(what, "COINr, 50 replicates", took, "ms", note="in this run")
    note = "recorded on a like machine, not run here"
    return Measured(what, "COINr 1.1.14, 500 replicates", RECORDED * 1000, "ms", note=note)


def _memory(index: Index, of: Design, count: int) -> Measured:
    tracemalloc.start()
    found = uncertainty(index, of, count=count)
    kept, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    note = f"{kept / 2**20:.0f} MiB of it kept: scores and parameters of {len(found.replicates):,} replicates"
    return Measured("index, uncertainty, memory", f"{count:,} replicates", most / 2**20, "MiB", note=note)


def _precision(index: Index, of: Design, count: int) -> list[Measured]:
    """The largest error of any index of any factor against what is exact, the median of several seeds."""
    exact, errors, runs = enumerated(index, of).sobol, [], 0
    for seed in range(SEEDS):
        found = sampled(index, of, rows=count, seed=seed, bootstraps=0)
        pairs = ((found.sobol.first, exact.first), (found.sobol.total, exact.total))
        errors.append(max(float(np.abs(near - true).max()) for near, true in pairs))
        runs = len(found.replicates)
    times = timed(lambda: sampled(index, of, rows=count, bootstraps=0), times=3)
    return [
        Measured("index, error of Sobol indices", f"{runs:,} runs", median(errors), "of the variance"),
        measured("index, sensitivity, sampled", f"{runs:,} runs", times),
    ]


def asem() -> Index:
    """The index of ASEM, from the figures after imputation."""
    with (ASEM / "asem_iMeta.csv").open(encoding="utf-8") as lines:
        known = [row for row in csv.DictReader(lines) if row["Level"]]
    with (ASEM / "asem_dset_Screened.csv").open(encoding="utf-8") as lines:
        units = list(csv.DictReader(lines))
    names = [name for name in units[0] if name != "uCode"]
    parents = {row["iCode"]: row["Parent"] for row in known}
    lower = {row["iCode"] for row in known if row["Direction"] == "-1"}
    values = np.array([[float(unit[name] or "nan") for name in names] for unit in units])
    return _composed("ASEM", values, {name: parents[name] for name in names}, parents, lower)


def invented() -> Index:
    """An index of the shape of ASEM's, with values that mean nothing."""
    chance = np.random.default_rng(7)
    values = chance.normal(50, 10, (51, 1)) + chance.normal(0, 12, (51, 49))
    values[:, ::4] = np.exp(values[:, ::4] / 12)
    of = np.repeat([f"P{number}" for number in range(8)], PILLARS)
    parents = {f"P{number}": "Conn" if number < 5 else "Sust" for number in range(8)}
    return _composed(
        "invented", values, {f"I{n}": str(pillar) for n, pillar in enumerate(of)}, parents, set()
    )


def _composed(
    name: str, values: NDArray[np.float64], pillars: dict[str, str], parents: dict[str, str], lower: set[str]
) -> Index:
    def level(named: str, members: dict[str, str]) -> dict[str, Any]:
        groups = {group: [each for each in members if members[each] == group] for group in members.values()}
        return {"name": named, "groups": groups}

    above = {pillar: parents[pillar] for pillar in dict.fromkeys(pillars.values())}
    plain = {
        "version": 1,
        "name": name,
        "indicators": {each: {"direction": "lower" if each in lower else "higher"} for each in pillars},
        "treatment": {"tried": [{"method": "winsorise", "most": 5}, "log"]},
        "levels": [
            level("pillars", pillars),
            level("sub-indexes", above),
            level("index", dict.fromkeys(above.values(), "Index")),
        ],
    }
    return compose(values, declare(plain))


def varied(index: Index) -> Design:
    """What COINr varied: points winsorised, scale, a hundred sets of weights, mean."""
    chance = np.random.default_rng(100)
    levels = index.declaration.levels
    sets = [
        {
            f"levels[{number}]": {member: chance.uniform(0.75, 1.25) for member in levels[number].members}
            for number in (1, 2)
        }
        for _ in range(100)
    ]
    scales = [
        {"method": "min-max", "range": [1, 100]},
        {"method": "z-score", "mean": 10, "spread": 2},
    ]
    means = [f"levels[{number}].aggregation" for number in range(3)]
    return design(
        index.declaration,
        {
            "winsorised": {"places": ["treatment.tried[0].most"], "alternatives": [1, 2, 3, 4, 5]},
            "scale": {"places": ["normalisation"], "alternatives": scales},
            "weights": {"sets": sets},
            "mean": {"places": means, "alternatives": ["arithmetic", "geometric"]},
        },
    )
