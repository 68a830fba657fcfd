"""Times that hold for what stands below them: in a lead-in, in the heading, in the step of a timetable above.

"By the end of May we will:" gives each of its items a time; so does the heading "Actions due by 31 March".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.claim import Claim
from handback.reading.claims.due_claims import due_claim
from handback.reading.claims.lead_ins import is_action, looks_forward, names_thing
from handback.reading.claims.outline import Outline, Part
from handback.reading.claims.owners import owner_of
from handback.reading.words.dates import Stated, stated_times
from handback.reading.words.sentences import Sentence

SHORTEST_THING, LONGEST_THING = 8, 600  # characters of an item that a time above is the time of


@dataclass(slots=True)
class Above:
    """The times that hold for a part: of its lead-in, of the line of a timetable above, of its heading.

    `completes`: the items complete the words of the lead-in ("we will:"). `scheduled`: the part stands in a
    timetable.
    """

    lead: Stated | None = None
    step: Stated | None = None
    heading: Stated | None = None
    completes: bool = False
    scheduled: bool = False

    def claims_of(self, found: Outline, part: Part, *, item: bool) -> Iterator[Claim]:
        """What has no time of its own takes that of its lead-in or of the heading over it.

        Under a heading a sentence does that looks forward, too.
        """
        time = self.lead or (self.step if item else None) or self.heading
        if time is None:
            return
        time = _opening(found, part) or time
        if item and self._is_thing(part.whole.words):
            yield _claim(found, part.whole if part.item or not part.sentences else part.sentences[0], time)
        elif self.lead is None:
            ahead = next((one for one in part.sentences if looks_forward(one.words)), None)
            if ahead is not None:
                yield _claim(found, ahead, time)

    def _is_thing(self, words: str) -> bool:
        """Whether an item says or names what is to be done."""
        if not SHORTEST_THING < len(words) < LONGEST_THING:
            return False
        completes = self.lead is not None and self.completes
        return completes or is_action(words) or (self.scheduled and names_thing(words))


def _claim(found: Outline, thing: Sentence, time: Stated) -> Claim:
    return due_claim(
        found, thing, 0, len(thing.words), time, "time of the lead-in", owner=owner_of(thing.words)
    )


def _opening(found: Outline, part: Part) -> Stated | None:
    """The time that an item opens with itself: "16 July: issue of the plan"."""
    times = stated_times(part.whole, found.calendar) if part.item else []
    own = bool(times) and times[0].known and part.whole.words[: times[0].start].strip() in _WEEK_OF
    return times[0] if own and part.whole.words[times[0].end :].lstrip().startswith((":", "-")) else None


_WEEK_OF = ("", "w/c", "W/C", "wc", "week commencing", "By", "by", "In", "On")
