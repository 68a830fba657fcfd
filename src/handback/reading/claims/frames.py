"""Verb frames of holding and moving: who holds what, read from a clause around its verb.

Each verb of the field has a frame. "Return", "restore", "hand back" bring a function to the council
unless another holder is named; "pass", "transfer", "move" need a holder after "to"; "regain", "take
over" and "exercise" have their holder as subject, or after "by"; "remain", "stay", "keep" leave a
function where it is; "give up", "lose", "be stripped of" take it from their subject. The function is
the object of an active verb, the subject of a passive or intransitive one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from handback.reading.claims.frame_words import (
    ADVICE_TAKEN,
    AUX,
    BE,
    BE_TO,
    BY,
    DIRECTED,
    FINITE,
    FUNCTIONAL,
    FUTURE,
    HOLDER,
    IN_HANDS,
    NOT_MOVED,
    OBJECT_LEAD,
    OBJECT_STOP,
    OF_OWN_ACCORD,
    POWER_NOUN,
    PROPOSING,
    RECEIVER_FIRST,
    RELATING,
    STRAIGHT,
    SUBJECT,
    SUBJECT_RECEIVES,
    TO,
    VERB,
)
from handback.reading.claims.functions import COMMISSIONERS, COUNCIL, holder_of

IN_FORCE, PROPOSED, RETAINED = "in_force", "proposed", "retained"


class Verb(Enum):
    """The frames."""

    BACK = "back"
    MOVE = "move"
    TAKE = "take"
    HOLD = "hold"
    KEEP = "keep"
    LOSE = "lose"


@dataclass(frozen=True, slots=True)
class Frame:
    """A statement in a clause: its bounds, where the functions stand, the holder and the status.

    `subject` says that the functions stand before the verb, so that a quotation of any of them is
    the whole clause.
    """

    start: int
    end: int
    first: int
    last: int
    holder: str
    status: str
    verb: Verb
    subject: bool


def frames(words: str, start: int, end: int, *, whole: bool = True) -> Iterator[Frame]:
    """The statements of holding in one clause, the first verb that makes one deciding.

    With `whole` false a lead-in is read ("The following functions are returned to the Council:").
    """
    for found in VERB.finditer(words, start, end):
        frame = _frame(words, start, end, found, whole=whole)
        if frame is not None:
            yield frame
            return


def _kind(found: re.Match[str], after: str) -> Verb | None:
    if found["back"] or found["regain"]:
        return Verb.BACK
    if found["take"]:
        return Verb.TAKE
    if found["lose"]:
        return Verb.LOSE
    if found["keep"]:
        return Verb.KEEP
    if found["hold"]:
        return Verb.HOLD
    if re.search(r"\bback\b", after[:90]):
        return Verb.BACK
    if re.match(r"g[eo]t|win|won|take|took", found[0], re.I):
        return None
    return Verb.MOVE if TO.search(after) else None


def _frame(words: str, start: int, end: int, found: re.Match[str], *, whole: bool) -> Frame | None:
    after = words[found.end() : end]
    kind = _kind(found, after)
    if kind is None or not _means_it(kind, found, words, start, end):
        return None
    chain = AUX.search(words[start : found.start()])
    aux_at = start + (chain.start() if chain else found.start() - start)
    chain_words = words[aux_at : found.start()]
    passive = _is_passive(found, chain_words)
    subject = words[start:aux_at].rstrip(" ,")
    who = SUBJECT.search(subject)
    named_after = TO.search(after)
    by = BY.match(after.lstrip()) if passive else None
    status = _status(words, start, found, chain_words, kind, words[start:end])
    near = named_after if named_after and STRAIGHT.match(after[: named_after.start()]) else None
    if kind is Verb.LOSE:
        built = None
    elif passive and not (
        SUBJECT_RECEIVES.search(found[0]) and (who or _POWERS_FOLLOW.match(after)) and not near
    ):
        built = _passive(kind, after, named_after, by)
        if built is None:
            return None
    elif RECEIVER_FIRST.match(after):
        built = None
    else:
        built = _intransitive(kind, found, after, named_after)
    if built is not None:
        holder, tail = built
        named = (
            words[max(start, aux_at - 60) : aux_at] if "," not in words[start:aux_at] else words[start:aux_at]
        )
        if whole and (
            NOT_MOVED.search(named[named.rfind(" that ") + 1 :][-60:])
            or not (kind is Verb.KEEP or _worth("x", words[start:end]))
        ):
            return None
        if kind is Verb.BACK and re.search(r"\b(?:not|never)\b", chain_words):
            holder, status = COMMISSIONERS, RETAINED
        named_to = _before_first_verb(words, start, aux_at)
        return Frame(start, found.end() + tail, start, named_to, holder, status, kind, subject=True)
    return _active(words, start, end, found, kind, _owned_by(who, subject), named_after, status)


def _before_first_verb(words: str, start: int, aux_at: int) -> int:
    """Where the names end: "Parks were never moved and remain with the Council" names only parks."""
    if not re.search(r"\b(?:and|but)(?: so| therefore| thus)? *$", words[start:aux_at]):
        return aux_at
    first = FINITE.search(words, start, aux_at)
    return first.start() if first else aux_at


def _means_it(kind: Verb, found: re.Match[str], words: str, start: int, end: int) -> bool:
    """Everyday verbs ("go", "give", "lose") move functions only where the clause speaks of power."""
    after = words[found.end() : end]
    if found["back"] and re.match(r" of\b", after):
        return False
    if kind in (Verb.LOSE, Verb.MOVE) and OF_OWN_ACCORD.match(found[0]):
        return bool(POWER_NOUN.search(words, start, end))
    return True


def _owned_by(who: re.Match[str] | None, subject: str) -> str:
    """The holder that is the subject: "a company owned by the council" is the company."""
    if who is None:
        return ""
    owned = re.search(
        rf"(?P<who>{HOLDER}) [^,;]{{0,20}}\b(?:owned|set up|controlled|established|run|appointed) by $",
        subject[: who.start()],
    )
    return owned["who"] if owned else who["who"]


_POWERS_FOLLOW = re.compile(
    r" (?:back )?(?:(?:its|their|the|full|all|direct) )*(?:control|powers?"
    r"|responsib|functions)"
)


def _is_passive(found: re.Match[str], chain: str) -> bool:
    participle = (
        re.search(r"(?:ed|en|ne|held|kept|run|brought|put|stripped of|given|won|got|taken)\b", found[0])
        is not None
    )
    last_be = list(BE.finditer(chain))
    return (
        bool(last_be) and participle and not re.search(r"\b(?:to|will|would|shall|has|have|had)\s*$", chain)
    )


def _passive(
    kind: Verb, after: str, to: re.Match[str] | None, by: re.Match[str] | None
) -> tuple[str, int] | None:
    """The holder of a function that is the subject of a passive verb, and how far past it he is named."""
    if by and kind in (Verb.KEEP, Verb.HOLD, Verb.TAKE):
        return _given(by["holder"], 1 + by.end())
    if to and STRAIGHT.match(after[: to.start()]) and kind not in (Verb.TAKE, Verb.LOSE):
        return _given(to["holder"], to.end())
    return (COUNCIL, 0) if kind is Verb.BACK else None


def _intransitive(
    kind: Verb, found: re.Match[str], after: str, to: re.Match[str] | None
) -> tuple[str, int] | None:
    """The holder of a function that stays, goes or is somewhere, and how far past the verb he is named."""
    if found["hold"] and (hands := IN_HANDS.match(after)):
        return _given(hands["holder"], hands.end())
    if found["hold"] and re.match(r"is|are|was|were", found[0], re.I) and " of" not in found[0]:
        named = re.match(rf" (?P<holder>{HOLDER})", after)
        return _given(named["holder"], named.end()) if named else None
    if found["keep"] and (by := BY.match(after.lstrip())):  # "continue to be exercised by the Commissioners"
        return _given(by["holder"], 1 + by.end())
    if to and STRAIGHT.match(after[: to.start()]) and _stands_alone(kind, found[0]):
        return _given(to["holder"], to.end())
    if kind is Verb.BACK and re.match(r"go|went|gone|come|came|revert", found[0], re.I):
        return COUNCIL, 0
    return None


def _stands_alone(kind: Verb, verb: str) -> bool:
    """Whether a verb needs no object: "housing stays with the council", but "the council keeps housing"."""
    if kind is Verb.KEEP:
        return not re.match(r"keep|kept|retain", verb, re.I)
    if kind is Verb.HOLD:
        return bool(re.match(r"rest|l(?:ie|ay)|s[ia]t", verb, re.I))
    return kind in (Verb.BACK, Verb.MOVE) and _moves_itself(verb)


def _moves_itself(verb: str) -> bool:
    return bool(
        re.match(
            r"(?:return|revert|go|went|gone|come|came|pass|mov|transfer|switch|shift|f[ae]ll)", verb, re.I
        )
    )


def _given(name: str, tail: int) -> tuple[str, int] | None:
    holder = holder_of(name)
    return None if holder is None else (holder, tail)


def _active(
    words: str,
    start: int,
    end: int,
    found: re.Match[str],
    kind: Verb,
    who: str,
    to: re.Match[str] | None,
    status: str,
) -> Frame | None:
    """The function is the object: it stands after the verb, up to where the clause turns elsewhere."""
    first = found.end()
    if re.match(r" (?:a|an) (?!number|range|further|wide|variety)", words[first:end]):
        return None  # "retain a link officer": what is not yet known is no function of the council
    right = re.match(r" (?:the |its )?right to (?:run|manage|control|decide on)\b", words[first:end])
    first += right.end() if right else 0
    receiver = RECEIVER_FIRST.match(words[first:end])
    first += receiver.end() if receiver else 0
    lead = OBJECT_LEAD.match(words[first:end])
    first += lead.end() if lead else 0
    last = _object_end(words, first, end)
    subject = (
        COMMISSIONERS if who.lower() in ("we", "they") else (holder_of(who) if who and who != "I" else None)
    )
    holder = _holder_of_object(kind, found, subject, to, words[start:end])
    if holder is None or last - first < 3 or not _worth(words[first:last], words):
        return None
    if kind is Verb.HOLD and not re.search(
        r"function|power|direction|control|responsib|commissioner|decisions|final say", words, re.I
    ):
        return None
    return Frame(start, last, first, last, holder, status, kind, subject=False)


def _object_end(words: str, first: int, end: int) -> int:
    """Where the named functions end; "relating to finance and to audit" goes on past its "to"."""
    relating = RELATING.search(words, max(0, first - 40), end)
    for stop in OBJECT_STOP.finditer(words, min(max(first, relating.end() if relating else 0) + 1, end), end):
        if not (relating and stop[0].strip(" ,").lower() == "and to"):
            return stop.start()
    return end


def _holder_of_object(
    kind: Verb, found: re.Match[str], subject: str | None, to: re.Match[str] | None, chain: str
) -> str | None:
    if kind is Verb.BACK:
        if found["regain"]:
            return subject or COUNCIL
        if to:
            return holder_of(to["holder"])
        return (
            COUNCIL
            if found["back"] or subject != COUNCIL or re.match(r"g[eo]t|w[io]n|t[ao]", found[0], re.I)
            else subject
        )
    if kind is Verb.MOVE:
        return holder_of(to["holder"]) if to else None
    if kind is Verb.LOSE:
        return COMMISSIONERS if subject == COUNCIL else COUNCIL if subject == COMMISSIONERS else None
    if (
        kind is Verb.HOLD
        and subject == COUNCIL
        and not re.search(r"\b(?:again|once more|all (?:of )?its|final say)\b", chain)
    ):
        return None
    return subject


def _worth(named: str, clause: str) -> bool:
    return bool(named.strip()) and not NOT_MOVED.search(named) and bool(FUNCTIONAL.search(clause))


def _is_directed(kind: Verb, chain: str, before: str) -> bool:
    """The words of directions ("are to be exercised by the Commissioners"), or of advice that was taken."""
    ordered = kind is Verb.HOLD and BE_TO.search(chain)
    return bool(ordered and not _MERELY_MEANT.search(before)) or bool(ADVICE_TAKEN.search(before))


_MERELY_MEANT = re.compile(r"propos|minded|recommend|intend")


def _status(words: str, start: int, found: re.Match[str], chain: str, kind: Verb, clause: str) -> str:
    if kind is Verb.KEEP and not re.match(r"continu", found[0], re.I):
        return RETAINED
    if kind is Verb.KEEP:
        return RETAINED
    before = words[max(0, start - 90) : found.start()]
    if re.search(r"\b(?:have|has) today\b|\bunder which\b|\bI am (?:today )?$", before):
        return IN_FORCE
    if kind is Verb.HOLD and re.search(r"\bstill\b", chain):
        return RETAINED
    if _is_directed(kind, chain, before):
        return IN_FORCE
    if PROPOSING.search(before) or BE_TO.search(chain):
        return PROPOSED
    if kind is Verb.HOLD:
        return IN_FORCE
    if FUTURE.search(chain) and not DIRECTED.search(clause):
        return IN_FORCE
    if (
        kind in (Verb.BACK, Verb.MOVE, Verb.TAKE)
        and re.fullmatch(
            r"(?:return|restore|hand|give"
            r"|pass|transfer|move)",
            found[0],
            re.I,
        )
        and not chain.strip()
    ):
        return PROPOSED if re.search(r"\b(?:ask|to)\b", before[-60:]) else IN_FORCE
    return IN_FORCE
