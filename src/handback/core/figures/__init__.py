"""The arithmetic of reports, checked as a person with pencil and paper would check it.

A share is right where the exact quotient, rounded half up to as many places as the document gives, is the
share stated. Parts are right where they add up to their total, as far as rounded numbers can. No binary
fractions anywhere: 1 of 8 is 12.5% and rounds to 13%, always.
"""

from handback.core.figures.findings import (
    ShareFinding,
    SumFinding,
    check_share,
    check_sum,
    check_whole,
)
from handback.core.figures.shares import NothingToShare, holds, places_of, share
from handback.core.figures.stated import Stated, Unit, written

__all__ = [
    "NothingToShare",
    "ShareFinding",
    "Stated",
    "SumFinding",
    "Unit",
    "check_share",
    "check_sum",
    "check_whole",
    "holds",
    "places_of",
    "share",
    "written",
]
