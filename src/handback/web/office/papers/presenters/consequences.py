"""What accepting a claim does, told before anybody accepts it, and what the record already holds like it.

1. A transfer that is in force goes into a draft instrument; one that is proposed into a draft event. Drafts
   count for nothing until a person completes and records them.
2. Everything else is kept as an accepted claim: nothing is made of it yet.
3. A repeat is told with where it stands. It may be accepted all the same: it is evidence twice.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from handback.core.powers import PartyKind
from handback.records.powers.naming import best_named
from handback.records.powers.proposing import EVERYTHING
from handback.web.office.papers.forms.claims import ONLY_ACCEPT
from handback.web.office.papers.presenters.claims import HOLDERS, TYPES
from handback.web.office.papers.presenters.drafts import name_of
from handback.web.shared import words

if TYPE_CHECKING:
    from handback.records.documents.models import Claim, Document
    from handback.records.powers.models import Draft
    from handback.records.powers.recordfile.standing import Standing
    from handback.web.office.papers.presenters.claims import ClaimShown

KEPT = "It is kept as an accepted claim. Nothing else is made of it yet."
COUNTS_FOR_NOTHING = "It counts for nothing until a person completes and records it."
KINDS_OF_HOLDER = {
    "council": frozenset({PartyKind.COUNCIL}),
    "commissioners": frozenset({PartyKind.COMMISSIONERS, PartyKind.COMMISSIONER}),
}
HELD = frozenset({"accepted", "amended"})


@dataclass(frozen=True, slots=True)
class Repeat:
    """Where the same stands. It is `held` if it is in the record or accepted, not where it waits too."""

    text: str
    href: str
    held: bool = True


@dataclass(frozen=True, slots=True)
class Consequence:
    """What accepting does: a sentence, the choice of the form that does it, and what is repeated."""

    text: str
    into: str = ONLY_ACCEPT
    repeats: tuple[Repeat, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether the record holds the same already."""
        return any(repeat.held for repeat in self.repeats)

    @property
    def makes_a_draft(self) -> bool:
        """Whether more than the claim itself changes."""
        return self.into != ONLY_ACCEPT


@dataclass
class Outlook:
    """What accepting each claim of a page would do. `standing` is asked only if a claim needs it."""

    slug: str
    waiting: list["Draft"]
    repeated: dict[int, list["Claim"]]
    standing: Callable[[], "Standing"]
    _known: dict[int, Consequence] = field(default_factory=dict)

    def of(self, claim: "Claim") -> Consequence:
        """What accepting this claim does."""
        if claim.pk not in self._known:
            self._known[claim.pk] = self._of(claim)
        return self._known[claim.pk]

    def beside(self, claims: Iterable["ClaimShown"]) -> list[tuple["ClaimShown", Consequence | None]]:
        """Each claim with what accepting it does, if it waits."""
        return [(claim, self.of(claim.row) if claim.waits else None) for claim in claims]

    def _of(self, claim: "Claim") -> Consequence:
        elsewhere = tuple(self._elsewhere(claim))
        if claim.type != "transfer" or claim.attributes.get("status") == "retained":
            return Consequence(KEPT, ONLY_ACCEPT, elsewhere)
        said = claim.attributes
        in_record = tuple(self._in_record(said))
        if said.get("status") == "proposed":
            event = f"A new draft event is begun: what was proposed. {COUNTS_FOR_NOTHING}"
            return Consequence(event, "new event", elsewhere)
        move = self._move(said)
        draft = next((row for row in self.waiting if row.kind == "instrument"), None)
        if draft is None:
            begun = f"A new draft instrument is begun: {move}. {COUNTS_FOR_NOTHING}"
            return Consequence(begun, "new instrument", in_record + elsewhere)
        added = f"It is added to the draft {name_of(draft)[:1].lower()}{name_of(draft)[1:]}: {move}."
        return Consequence(added, str(draft.pk), in_record + elsewhere)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {code: entry.function.name for code, entry in self.standing().functions.items()}

    def _move(self, said: dict[str, Any]) -> str:
        meant = str(said.get("function") or "")
        code = best_named(meant, self._names)
        function = (
            f"function {code} {self._names[code]}" if code else f"“{meant}”, for you to say which it is,"
        )
        if meant.lower().strip() in EVERYTHING:
            function = "every executive function"
        holder = HOLDERS.get(str(said.get("holder")), "a holder for you to name")
        day = _day(said.get("effective"))
        return (
            f"{function} goes to {holder}{f' from {words.day(day)}' if day else ', on a day for you to give'}"
        )

    def _in_record(self, said: dict[str, Any]) -> Iterator[Repeat]:
        """The same function, holder and day, as an instrument of the record has it."""
        code, day = best_named(str(said.get("function") or ""), self._names), _day(said.get("effective"))
        kinds = KINDS_OF_HOLDER.get(str(said.get("holder")), frozenset())
        if code is None or day is None:
            return
        for holding in self.standing().ledger.history(code):
            if holding.since == day and holding.holder.kind in kinds and holding.instrument:
                instrument = self.standing().instruments[holding.instrument].instrument
                yield Repeat(
                    f"The record has this move: {instrument.code} {instrument.title}",
                    reverse("office-instrument", args=[self.slug, instrument.code]),
                )
                return

    def _elsewhere(self, claim: "Claim") -> Iterator[Repeat]:
        for other in self.repeated.get(claim.pk, ()):
            what = TYPES.get(other.type, other.type).lower()
            held = other.state in HELD
            name = name_with_file(other.document)
            yield Repeat(
                f"The same {what} {'was accepted' if held else 'waits too'} in {name}",
                reverse("office-claim", args=[self.slug, other.pk]),
                held,
            )


def name_with_file(document: "Document") -> str:
    """Its title with its file's name, since several files may bear one title."""
    if document.title and document.title != document.name:
        return f"{document.title} ({document.name})"
    return str(document.name)


def told(repeats: Iterable[Repeat]) -> list[str]:
    """What is held already, as the log keeps it."""
    return [repeat.text for repeat in repeats if repeat.held]


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return None
