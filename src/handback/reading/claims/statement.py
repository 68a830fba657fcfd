"""A statement of holding, as a verb or noun makes it in a phrase."""

from dataclasses import dataclass, replace

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COMMISSIONERS, opposite
from handback.reading.claims.modality import Mood


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


def settled(frame: Frame, stance: str | None) -> Frame:
    """A statement of what will be, in the light of its page: proposed, or in force where it is ordered.

    Where the page takes no `stance`, what commissioners will do is what directions say, all else meant.
    """
    if frame.status != Mood.COMING.value:
        return frame
    usual = Mood.DONE if frame.holder == COMMISSIONERS else Mood.PROPOSED
    return replace(frame, status=stance or usual.value)


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
