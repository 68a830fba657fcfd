"""Measures files: an authority's indicators with their values, as one JSON document.

`docs/reference/measures-file.md` is the manual of the format. Nothing here touches the database: JSON comes
in, frozen values or a list of problems come out.
"""

from handback.records.measures.measuresfile.reading import read
from handback.records.measures.measuresfile.values import (
    FORMAT,
    AuthorityNamed,
    IndicatorStated,
    MeasuresFile,
    MeasuresFileRefused,
    Path,
)

__all__ = [
    "FORMAT",
    "AuthorityNamed",
    "IndicatorStated",
    "MeasuresFile",
    "MeasuresFileRefused",
    "Path",
    "read",
]
