"""Returns and transfers: what was recommended, what was proposed, what was directed, side by side.

The three sets are as their sources state them; none is derived from another.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.values import EventEntry, ProposalEntry, Sources, StatedDay
from handback.web.shared import words
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.telling import (
    Named,
    function_link,
    instrument_link,
    is_counted,
    proposal_word,
)

SETS = ("recommended", "proposed", "directed")


@dataclass(frozen=True, slots=True)
class Among:
    """One function, and whether each set has it. None: no source gives the set."""

    function: Named
    recommended: bool | None
    proposed: bool | None
    directed: bool | None

    @property
    def differs(self) -> bool:
        """Whether sets that sources give disagree about it."""
        return (
            len({found for found in (self.recommended, self.proposed, self.directed) if found is not None})
            > 1
        )


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal, from recommendation to direction. `closes` is the window's end in words."""

    code: str
    word: str
    title: str
    href: str
    recommended_on: tuple[StatedDay, ...]
    minded_to_on: date | None
    window: str
    opens_on: date | None
    closes: str
    closes_inferred: str
    decided_on: date | None
    instrument: Named | None
    made_on: date | None
    in_force_on: date | None
    rows: tuple[Among, ...]
    sizes: tuple[tuple[str, int | None], ...]
    events: tuple[EventEntry, ...]
    note: str
    sources: Sources

    @property
    def unsourced(self) -> tuple[str, ...]:
        """The sets that no source gives."""
        return tuple(name for name, size in self.sizes if size is None)

    @property
    def differing(self) -> tuple[Among, ...]:
        """The functions about which the sets disagree."""
        return tuple(row for row in self.rows if row.differs)


@dataclass(frozen=True, slots=True)
class ReturnsPage:
    """Every proposal, earliest first."""

    proposals: tuple[ProposalPage, ...]


class UnknownProposal(LookupError):
    """The record has no proposal with that code."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"There is no proposal {code} in this record.")


def returns_page(standing: Standing, to: Addresses) -> ReturnsPage:
    """The list of proposals."""
    return ReturnsPage(tuple(proposal_page(standing, to, code) for code in standing.proposals))


def proposal_page(standing: Standing, to: Addresses, code: str) -> ProposalPage:
    """One proposal's page. Raises UnknownProposal."""
    if code not in standing.proposals:
        raise UnknownProposal(code)
    entry = standing.proposals[code]
    directing = standing.instruments.get(entry.instrument or "")
    word = proposal_word(directing.instrument if directing else None, standing)
    named = entry.directed if entry.directed is not None else entry.proposed or entry.recommended
    return ProposalPage(
        code=code,
        word=word,
        title=f"{word} of {words.plural(_size(named, standing), 'function')}" if named else f"{word} {code}",
        href=to.proposal(code),
        recommended_on=entry.recommended_on,
        minded_to_on=entry.minded_to_on,
        window=entry.window_words,
        opens_on=entry.opens_on,
        closes=closing(entry),
        closes_inferred=entry.closes_inferred,
        decided_on=entry.decided_on,
        instrument=instrument_link(entry.instrument, standing, to),
        made_on=directing.instrument.made_on if directing else None,
        in_force_on=directing.instrument.in_force_on if directing else None,
        rows=_rows(entry, standing, to),
        sizes=tuple(
            (name, None if found is None else _size(found, standing)) for name, found in _sets(entry)
        ),
        events=tuple(event for event in standing.record.events if _is_about(event, entry)),
        note=entry.note,
        sources=entry.sources,
    )


def closing(entry: ProposalEntry) -> str:
    """When the window closes: with the time of day where a source gives it, else at the end of the day."""
    if entry.closes_on is None:
        return ""
    if entry.closes_time is None:
        return words.day(entry.closes_on)
    return words.moment(datetime.combine(entry.closes_on, entry.closes_time or time.max))


def _sets(entry: ProposalEntry) -> tuple[tuple[str, frozenset[str] | None], ...]:
    return tuple(zip(SETS, (entry.recommended, entry.proposed, entry.directed), strict=True))


def _size(codes: frozenset[str], standing: Standing) -> int:
    """How many of the council's functions are among them."""
    return sum(is_counted(standing.functions[code].function) for code in codes)


def _rows(entry: ProposalEntry, standing: Standing, to: Addresses) -> tuple[Among, ...]:
    sets = [found for _, found in _sets(entry)]
    return tuple(
        Among(
            function_link(code, standing, to), *(None if found is None else code in found for found in sets)
        )
        for code in standing.functions
        if any(code in (found or ()) for found in sets)
    )


def _is_about(event: EventEntry, entry: ProposalEntry) -> bool:
    return event.proposal == entry.code or (
        entry.instrument is not None and event.instrument == entry.instrument
    )
