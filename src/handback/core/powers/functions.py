"""Functions of a council, as a tree that may be split, and who can hold them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Kind(StrEnum):
    """What sort of power a function is; it decides whom it belongs to before any instrument speaks."""

    EXECUTIVE = "executive"
    NON_EXECUTIVE = "non-executive"
    OTHER = "other"
    OVERSIGHT_POWER = "oversight power"


class PartyKind(StrEnum):
    """Who a holder is."""

    COUNCIL = "council"
    COMMISSIONERS = "commissioners"
    COMMISSIONER = "commissioner"
    TRUST = "trust"
    OTHER_COUNCIL = "other council"
    SECRETARY_OF_STATE = "secretary of state"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who can hold a function: a body, or one commissioner.

    `code` is unique within an authority's record ("council", "commissioners").
    """

    code: str
    kind: PartyKind
    name: str = ""


COUNCIL = Party("council", PartyKind.COUNCIL, "The council")
COMMISSIONERS = Party("commissioners", PartyKind.COMMISSIONERS, "The commissioners jointly")
NOBODY = Party("nobody", PartyKind.NOBODY, "Nobody: the power does not exist")


class Oversight(StrEnum):
    """What the commissioners keep over a function that somebody else holds."""

    NONE = "none"
    ORDINARY = "ordinary"
    ENHANCED = "enhanced"


@dataclass(frozen=True, slots=True)
class Recorded:
    """When the record learned of a fact, and when a correction replaced it. Moments are aware datetimes."""

    at: datetime
    superseded_at: datetime | None = None

    def known_at(self, moment: datetime | None) -> bool:
        """Whether the record stated this at `moment`; None asks for what it states now."""
        if moment is None:
            return self.superseded_at is None
        return self.at <= moment and (self.superseded_at is None or moment < self.superseded_at)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of the authority in the words of the instrument or notice that names it.

    `parent` is the code of the function that it was split out of, and `split_on` the day from which it can
    be moved by its own name; before that day it shares its parent's history.
    """

    code: str
    name: str
    kind: Kind = Kind.EXECUTIVE
    group: str = ""
    parent: str | None = None
    split_on: date | None = None
    recorded: Recorded | None = None
