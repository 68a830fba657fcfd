"""An index of invented councils: Harrowmere and its neighbours, on six indicators, in two years."""

from copy import deepcopy
from typing import Any

import numpy as np

from handback.statistics.composite import Index, compose, declare

COUNCILS = ("Harrowmere", "Elderbeck", "Saltmarsh", "Thornby", "Wickenhall", "Ostley", "Penmoor", "Quarrick")
INDICATORS = ("recycling", "planning", "visits", "arrears", "complaints", "turnover")
FIRST = np.array(
    [
        [41.0, 78.0, 52.0, 6.1, 14.0, 12.5],
        [44.0, 83.0, 61.0, 5.2, 11.0, 10.9],
        [38.5, 71.0, 47.0, 8.4, 19.0, 15.2],
        [47.2, 90.0, 66.0, 4.1, 9.0, 9.8],
        [35.1, 69.0, 44.0, 9.0, 21.0, 16.4],
        [42.7, 80.0, 58.0, 5.9, 12.0, 11.7],
        [39.9, 75.0, 49.0, 7.2, 16.0, 13.3],
        [45.6, 86.0, 63.0, 4.8, 10.0, 10.1],
    ]
)
SECOND = FIRST + np.array([2.0, 3.0, 4.0, -0.6, -2.0, -0.7]) * np.array([[3, 1, 0, 2, -1, 1, 0, 1]]).T
PLAIN: dict[str, Any] = {
    "version": 1,
    "name": "Excellence",
    "edition": "2026",
    "indicators": {
        "recycling": {"direction": "higher"},
        "planning": {"direction": "higher"},
        "visits": {"direction": "higher"},
        "arrears": {"direction": "lower"},
        "complaints": {"direction": "lower"},
        "turnover": {"direction": "lower"},
    },
    "normalisation": {"method": "min-max", "range": [10, 100]},
    "levels": [
        {
            "name": "themes",
            "groups": {
                "Services": ["recycling", "planning", "visits"],
                "Running": ["arrears", "complaints", "turnover"],
            },
        },
        {"name": "index", "groups": {"Excellence": ["Services", "Running"]}},
    ],
}


def plain(**changed: Any) -> dict[str, Any]:
    """The declaration, with whatever is changed of it."""
    return deepcopy(PLAIN) | changed


def levels(**changed: Any) -> list[dict[str, Any]]:
    """Both levels, each with what is changed of it."""
    return [level | changed for level in deepcopy(PLAIN["levels"])]


def index(values: Any = FIRST, **changed: Any) -> Index:
    """The index of the first year, or of other values."""
    return compose(values, declare(plain(**changed)), units=COUNCILS[: len(values)])
