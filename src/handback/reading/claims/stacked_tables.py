"""Tables of actions whose cells stand one below the other, as they are left when a page is copied as text.

Under a line that is the header of due dates ("By when"), a line that is a time and nothing else is when the
longest of the few lines above it is to be done.
"""

from collections.abc import Iterator

from handback.reading.claims.action_tables import DUE, Row, as_due, is_open
from handback.reading.claims.outline import Outline
from handback.reading.claims.word_search import LineSearch
from handback.reading.document import written_lines
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.sentences import Sentence, sentence

#: A line that may be the header of due dates: most documents have none, and are not looked through.
_MAY_HEAD = LineSearch(
    r"[ \t]*(?:\w+ ){0,2}(?:when|due|deadline|target|timescale|date|by|completion)\b[^\n]{0,20}$"
)
MOST_CELLS = 6  # of one row: ref, action, owner, start, due, status
LONGEST_TIME = 40  # characters of a line that only says when
LONGEST_CELL = 300


def stacked_rows(found: Outline) -> Iterator[Row]:
    """The rows of such tables in a document."""
    if not _MAY_HEAD.is_in(found.document.text, len(found.plain)):
        return
    lines = list(written_lines(found.document.text, 0, len(found.plain)))
    under, above = False, list[Sentence]()
    for start, end in lines:
        if _heads_times(found.plain, start, end):
            under, above = True, []
            continue
        if not under:
            continue
        words = sentence(found.plain, start, end)
        if len(words.words) > LONGEST_CELL:
            under = False
            continue
        time = _only_a_time(found, words)
        if time is None:
            above = [*above, words][-MOST_CELLS:]
            continue
        action = max(above, key=lambda one: len(one.words), default=None)
        above = []
        if action is not None and len(action.words.split()) > 2 and is_open(time, found.document.dated_on):
            yield Row(sentence(found.plain, action.start, end), as_due(time), None)


def _heads_times(plain: str, start: int, end: int) -> bool:
    words = plain[start:end].strip(" ")
    if "  " in words:
        words = sentence(plain, start, end).words
    return len(words) < LONGEST_TIME and DUE.fullmatch(words.strip(" :*")) is not None


def _only_a_time(found: Outline, words: Sentence) -> Stated | None:
    if len(words.words) > LONGEST_TIME:
        return None
    times = [t for t in stated_times(words, found.calendar) if t.known]
    if len(times) != 1 or times[0].start or words.words[times[0].end :].strip(" ."):
        return None
    return times[0]
