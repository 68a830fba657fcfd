"""A statement of holding, as a verb or noun makes it in a phrase."""

from dataclasses import dataclass, replace

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER, opposite
from handback.reading.claims.modality import IN_FORCE, PROPOSED, Mood


@dataclass(frozen=True, slots=True)
class Frame:
    """A statement: where it begins and ends in its phrase, where the functions stand, the holder, the status.

    `subject` says that the functions stand before the verb."""

    start: int
    end: int
    first: int
    last: int
    holder: str
    status: str
    verb: Verb
    subject: bool
    noun: bool = False  # told by a noun: "the return of parks"
    plain: bool = False  # the holder or the words around say plainly that a function is meant
    by_cues: bool = False  # no verb frame: read from the cues of its clause


#: What will be, by what its page does (orders it, consults on it, or only tells of it) and who is to have it.
#: What is ordered is in force though it takes effect later; whoever tells of commissioners tells of their
#: directions, whoever tells of a trust, a new council or a return tells of a plan.
_WILL_BE = {
    (IN_FORCE, COMMISSIONERS): IN_FORCE,
    (IN_FORCE, COUNCIL): IN_FORCE,
    (IN_FORCE, OTHER): IN_FORCE,
    (None, COMMISSIONERS): IN_FORCE,
    (None, COUNCIL): PROPOSED,
    (None, OTHER): PROPOSED,
    (PROPOSED, COMMISSIONERS): PROPOSED,
    (PROPOSED, COUNCIL): PROPOSED,
    (PROPOSED, OTHER): PROPOSED,
}


def settled(frame: Frame, stance: str | None) -> Frame:
    """A statement of what will be, in the light of its page or sentence: in force, or proposed.

    `stance` is `in_force` where the words order it, `proposed` where they consult, None where they tell.
    """
    if frame.status != Mood.COMING.value:
        return frame
    return replace(frame, status=_WILL_BE[stance, frame.holder])


def said_of(verb: Verb, mood: Mood, holder: str) -> tuple[str, str] | None:
    """Holder and status after the mood: what is denied stays, what has ended is with the other."""
    if mood is Mood.DENIED:
        if verb is Verb.HOLD:
            return None
        return (
            (opposite(holder), Mood.DONE.value) if verb is Verb.KEEP else (opposite(holder), Mood.KEPT.value)
        )
    if mood is Mood.ENDED:
        return (opposite(holder), Mood.DONE.value) if verb in (Verb.HOLD, Verb.KEEP) else None
    if mood is Mood.ENDING:
        return (opposite(holder), Mood.PROPOSED.value) if verb in (Verb.HOLD, Verb.KEEP) else None
    if mood is Mood.COMING:
        return holder, (Mood.KEPT if verb is Verb.KEEP else Mood.COMING).value
    if mood is Mood.WEIGHED:
        return holder, mood.value
    if verb is Verb.KEEP:
        return holder, Mood.KEPT.value
    if mood is Mood.KEPT and verb is not Verb.HOLD:
        return opposite(holder), Mood.KEPT.value
    return holder, mood.value
