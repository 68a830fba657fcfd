"""Days and months without a year that a past verb dates: "agreed back in July to close the yard".

The calendar gives each the year in which it comes next; where that is far off, and nothing looks forward,
the last one was meant.
"""

import re
from datetime import timedelta

from handback.reading.claims.scenes import Reading, Scene, says_year
from handback.reading.claims.verb_phrases import Look
from handback.reading.words.dates import Stated
from handback.reading.words.points import YEARS

FARTHEST_AHEAD = timedelta(days=210)
_AT = ("", "in", "on", "at", "of", "during")
_TOLD = frozenset({Look.PAST, Look.PERFECT, Look.PARTICIPLE, Look.PROMISE, Look.PRESENT, Look.INFINITIVE})
#: "The vote should have been taken by December": it was not.
_SHOULD_HAVE = re.compile(r"(?:should|ought to) (?:\w+ )?have\b")


def is_long_ago(seen: Scene, time: Stated, reading: Reading) -> bool:
    """Whether a day or month without a year, told in the past, is the last one and not the next."""
    first = time.window.first or time.window.last
    if seen.on is None or first is None or time.grain in YEARS:
        return False
    if first < seen.on + FARTHEST_AHEAD and not _says_back(seen, time):
        return False
    if says_year(seen, time) or str(first.year) in seen.words:
        return False
    if reading.group is not None and _SHOULD_HAVE.match(seen.words, reading.group.start):
        return True
    return time.preposition in _AT and (reading.group is None or reading.group.look in _TOLD)


def _says_back(seen: Scene, time: Stated) -> bool:
    """ "Back in July", and not "will come back in July"."""
    at = time.start - len(" back ")
    return seen.words.startswith(" back ", max(at, 0)) and all(group.end != at for group in seen.groups)
