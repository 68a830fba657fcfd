"""The tables of measures: an authority's own, and what is known of every council."""

from handback.records.measures.models.national import (
    Area,
    AreaValue,
    ComparisonGroup,
    Metric,
    NeighbourList,
)
from handback.records.measures.models.own import (
    ChartDecision,
    ColumnsSaid,
    Commentary,
    CommitmentTie,
    Index,
    Indicator,
    Publication,
    Sending,
    Target,
    Value,
)

__all__ = [
    "Area",
    "AreaValue",
    "ChartDecision",
    "ColumnsSaid",
    "Commentary",
    "CommitmentTie",
    "ComparisonGroup",
    "Index",
    "Indicator",
    "Metric",
    "NeighbourList",
    "Publication",
    "Sending",
    "Target",
    "Value",
]
