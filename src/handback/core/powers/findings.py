"""Findings about a decision: held, not held or unknown, and the reasons, each citing what it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handback.core.powers.delegations import Delegation
from handback.core.powers.functions import Function, Party
from handback.core.powers.instruments import Instrument


class Outcome(StrEnum):
    """Whether the decider held the power."""

    HELD = "held"
    NOT_HELD = "not_held"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One plain sentence, with the code of the instrument or the delegation that it rests on."""

    text: str
    instrument: str | None = None
    delegation: Delegation | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether the decider held the power, and why, the weightiest reason first."""

    outcome: Outcome
    reasons: tuple[Reason, ...]


def weakest(*findings: Finding) -> Finding:
    """What a chain of findings amounts to: not held if any link is not, else unknown if any link is."""
    outcomes = {finding.outcome for finding in findings}
    broken = (outcome for outcome in (Outcome.NOT_HELD, Outcome.UNKNOWN) if outcome in outcomes)
    reasons = (reason for finding in findings for reason in finding.reasons)
    return Finding(next(broken, Outcome.HELD), tuple(reasons))


def held(*reasons: Reason) -> Finding:
    """The decider held the power."""
    return Finding(Outcome.HELD, reasons)


def not_held(*reasons: Reason) -> Finding:
    """The decider did not hold the power."""
    return Finding(Outcome.NOT_HELD, reasons)


def unknown(*reasons: Reason) -> Finding:
    """The record cannot say."""
    return Finding(Outcome.UNKNOWN, reasons)


def in_words(day: date) -> str:
    """A day as people write it: 26 February 2015."""
    return f"{day:%-d %B %Y}"


def named(party: Party) -> str:
    """A party's name as it stands within a sentence: "the council"."""
    name = party.name or party.code
    return "the " + name[4:] if name.startswith("The ") else name


def titled(thing: Function | Instrument) -> str:
    """A function or instrument by its code and its name: "I01 (Directions to Harrowmere)"."""
    return f"{thing.code} ({thing.name if isinstance(thing, Function) else thing.title})"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def unstopped(text: str) -> str:
    """A text without its full stop, to stand at the end of a sentence."""
    return text.rstrip().removesuffix(".")


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and spacing."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()
