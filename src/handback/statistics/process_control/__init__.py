"""Statistical process control: what varies by chance, what does not, and whether a target will be met.

    chart = xmr(values, polarity=Polarity.LOWER, targets=0.05)   # float[series, period], gaps as nan
    chart.verdict, chart.assurance                               # int8[series]: Variation, Assurance
    series_finding(chart, 0).last.fired                          # every rule, and since when

1. Every rule that fires is kept, for every point, with the period at which what it tells of began.
2. A profile's name stands for the same rules for ever; another reading of the rules is another profile.
3. Nothing is recalculated by itself: rebases and ghosts are given, never found.
4. A gap keeps its place and ends what runs into it.
"""

from handback.statistics.process_control.chart import Chart
from handback.statistics.process_control.findings import (
    Fired,
    PointFinding,
    SeriesFinding,
    began,
    point_finding,
    series_finding,
)
from handback.statistics.process_control.kinds import Kind
from handback.statistics.process_control.limits import Limits
from handback.statistics.process_control.profiles import (
    MDC_2023,
    MDC_EXCEL,
    MDC_EXCEL_7,
    PROFILES,
    PTD,
    NoSuchProfile,
    Profile,
    profile,
)
from handback.statistics.process_control.ranges import Ranges
from handback.statistics.process_control.refusals import (
    CannotBeCharted,
    NotACount,
    NotANumber,
    NotATime,
    NotUnderstood,
    ShapesDiffer,
)
from handback.statistics.process_control.signals import Signal
from handback.statistics.process_control.verdicts import (
    Assurance,
    Polarity,
    Sufficiency,
    Variation,
    sufficiency,
)
from handback.statistics.process_control.xmr import xmr

__all__ = [
    "MDC_2023",
    "MDC_EXCEL",
    "MDC_EXCEL_7",
    "PROFILES",
    "PTD",
    "Assurance",
    "CannotBeCharted",
    "Chart",
    "Fired",
    "Kind",
    "Limits",
    "NoSuchProfile",
    "NotACount",
    "NotANumber",
    "NotATime",
    "NotUnderstood",
    "PointFinding",
    "Polarity",
    "Profile",
    "Ranges",
    "SeriesFinding",
    "ShapesDiffer",
    "Signal",
    "Sufficiency",
    "Variation",
    "began",
    "point_finding",
    "profile",
    "series_finding",
    "sufficiency",
    "xmr",
]
