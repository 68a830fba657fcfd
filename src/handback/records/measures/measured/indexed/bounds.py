"""How much may be declared of an index, counted before anything of it is read.

Far more than anybody could follow is allowed; what is beyond would only keep the machine busy, so that
others wait.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from handback.statistics.composite import NotDeclared

MOST_INDICATORS = 200
MOST_LEVELS = 20
MOST_FACTORS = 50  # of what is uncertain
MOST_PUT = 2_000  # alternatives, each times the places at which it is put, of all factors together
MOST_NUMBERS = 2_000  # weights that are uncertain, each as often as it is named


def check_bounds(plain: Mapping[str, Any]) -> None:
    """Raises NotDeclared with the place of what there is too much of. Another form is not counted."""
    uncertain = plain.get("uncertainty")
    counted = (
        ("indicators", "indicators", _size(plain.get("indicators")), MOST_INDICATORS),
        ("levels", "levels", _size(plain.get("levels")), MOST_LEVELS),
        ("uncertainty", "factors", _size(uncertain), MOST_FACTORS),
        ("uncertainty", "alternatives at places", sum(_put(uncertain)), MOST_PUT),
        ("uncertainty", "weights", sum(_noisy(uncertain)) * _size(plain.get("indicators")), MOST_NUMBERS),
    )
    for place, of, found, most in counted:
        if found > most:
            raise NotDeclared(place, f"{found:,} {of}; {most:,} are the most.")


def _put(uncertain: Any) -> Iterator[int]:
    for factor in _factors(uncertain):
        yield _size(factor.get("alternatives")) * max(1, _size(factor.get("places")))
        yield _size(factor.get("sets"))


def _noisy(uncertain: Any) -> Iterator[int]:
    """At how many levels each factor makes weights uncertain; no level has more members than the first."""
    return (_size(factor.get("levels")) for factor in _factors(uncertain))


def _factors(uncertain: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(uncertain, Mapping):
        yield from (factor for factor in uncertain.values() if isinstance(factor, Mapping))


def _size(part: Any) -> int:
    return len(part) if isinstance(part, Mapping | list | tuple) else 0
