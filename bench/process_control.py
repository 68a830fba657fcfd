"""Process control: thousands of series with rules and verdicts, one chart drawn, and the memory it takes.

The R package NHSRplotthedots is run beside in the same run where Rscript and the package are there; otherwise
its recorded times are printed and said to be recorded.
"""

import resource
import shutil
import subprocess
from datetime import date

import numpy as np

from bench.measured import Measured, measured, timed
from handback.statistics.process_control import Chart, point_finding, xmr
from handback.web.shared.charts.measures.process import process_chart
from handback.web.shared.charts.measures.values import Point, Series, Sort, Unit

SIZES = ((1_000, 48, 30), (10_000, 60, 15), (100_000, 60, 5))
SORTS = {0: Sort.COMMON, 1: Sort.IMPROVING, -1: Sort.WORSENING}
#: Seconds that NHSRplotthedots 0.2.2 took for 10,000 series of 60, and for one chart, on a like machine.
RECORDED = {"10,000 by 60": 46.5, "one chart": 0.66}
PEER = """
suppressMessages({library(NHSRplotthedots); library(ggplot2)})
d <- data.frame(f = rep(sprintf("s%04d", 1:1000), each = 48), x = rep(seq(as.Date("2020-01-01"), by = "month",
  length.out = 48), 1000), y = rnorm(48000))
cat(system.time(s <- ptd_spc(d, y, x, f, target = 1))[["elapsed"]])
"""


def measure() -> list[Measured]:
    """Charting by size, one chart to SVG, memory; then the peer."""
    rows = [_charting(*size) for size in SIZES]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(Measured("memory at its highest while charting", "100,000 by 60", peak, "MB"))
    return [*rows, _drawing(), *_peer()]


def _charting(series: int, periods: int, times: int) -> Measured:
    values = np.random.default_rng(1).normal(size=(series, periods))

    def chart() -> None:
        found = xmr(values, targets=1.0)
        _ = found.verdict, found.assurance

    chart()
    size = f"{series:,} by {periods}"
    return measured("XmR charts with rules and verdicts", size, timed(chart, times=times))


def _drawing() -> Measured:
    chart = xmr(np.random.default_rng(2).normal(50, 5, size=48), targets=60.0)
    series = Series(
        "A measure of 48 months", tuple(_point(chart, period) for period in range(48)), Unit(decimals=1)
    )
    taken = timed(lambda: process_chart(series), times=50, inner=5)
    return measured("one chart to SVG, with its words and rows", "48 points", taken)


def _point(chart: Chart, period: int) -> Point:
    found = point_finding(chart, 0, period)
    on = date(2020 + period // 12, period % 12 + 1, 1)
    return Point(
        on, f"{on:%B %Y}", found.value, SORTS[found.variation], found.centre, found.lower, found.upper, 60.0
    )


def _peer() -> list[Measured]:
    """NHSRplotthedots: 1,000 series of 48 in this run where it is installed, else what was recorded."""
    if shutil.which("Rscript"):
        done = subprocess.run(["Rscript", "-e", PEER], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            took = float(done.stdout.split()[-1]) * 1000
            return [Measured("NHSRplotthedots", "1,000 by 48", took, "ms", note="in this run")]
    return [
        Measured(
            "NHSRplotthedots 0.2.2", size, took * 1000, "ms", note="recorded on a like machine, not run here"
        )
        for size, took in RECORDED.items()
    ]
