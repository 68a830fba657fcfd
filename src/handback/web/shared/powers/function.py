"""One function: who holds it, its whole history, and everything in the record that names it."""

from dataclasses import dataclass
from datetime import date

from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.values import DelegationEntry, EventEntry, ProposalEntry, Sources
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.telling import (
    KIND_WORDS,
    Held,
    Named,
    function_link,
    function_links,
    party_words,
    proposal_word,
    told,
)


@dataclass(frozen=True, slots=True)
class NamedBy:
    """A proposal that names the function in at least one of its three sets. None: no source gives the set."""

    proposal: Named
    on: date | None
    recommended: bool | None
    proposed: bool | None
    directed: bool | None


@dataclass(frozen=True, slots=True)
class Delegated:
    """A leave to act for the holder that covers the function."""

    giver: str
    entry: DelegationEntry


@dataclass(frozen=True, slots=True)
class FunctionPage:
    """A function as at a day. `history` is newest first."""

    code: str
    name: str
    group: str
    kind: str
    note: str
    on: date
    today: date
    held: Held
    stands: bool
    history: tuple[Held, ...]
    parent: Named | None
    split_on: date | None
    parts: tuple[Named, ...]
    proposals: tuple[NamedBy, ...]
    events: tuple[EventEntry, ...]
    delegations: tuple[Delegated, ...]
    sources: Sources
    decide: str


def function_page(standing: Standing, to: Addresses, code: str, *, on: date, today: date) -> FunctionPage:
    """One function's page. Raises UnknownFunction."""
    ledger = standing.ledger
    held = told(ledger.holder_on(code, on), standing, to, on=on)
    function, entry = ledger.tree.function(code), standing.functions[code]
    history = ledger.history(code)
    instruments = {each for holding in history for each in holding.brought_by}
    return FunctionPage(
        code=code,
        name=function.name,
        group=held.group,
        kind=KIND_WORDS[function.kind],
        note=entry.note,
        on=on,
        today=today,
        held=held,
        stands=ledger.tree.stands_on(code, on),
        history=tuple(told(holding, standing, to) for holding in reversed(history)),
        parent=function_link(function.parent, standing, to) if function.parent else None,
        split_on=function.split_on,
        parts=function_links(ledger.tree.parts(code), standing, to),
        proposals=tuple(
            _named_by(item, code, standing, to) for item in standing.record.proposals if _names(item, code)
        ),
        events=_events(standing, code, instruments),
        delegations=_delegations(standing, code),
        sources=entry.sources,
        decide=to.decide(function=code, on=on),
    )


def _names(proposal: ProposalEntry, code: str) -> bool:
    return any(
        code in (found or ()) for found in (proposal.recommended, proposal.proposed, proposal.directed)
    )


def _named_by(proposal: ProposalEntry, code: str, standing: Standing, to: Addresses) -> NamedBy:
    entry = standing.instruments.get(proposal.instrument or "")
    word = proposal_word(entry.instrument if entry else None, standing)

    def within(found: frozenset[str] | None) -> bool | None:
        return None if found is None else code in found

    return NamedBy(
        proposal=Named(proposal.code, f"{word} {proposal.code}", to.proposal(proposal.code)),
        on=proposal.minded_to_on or proposal.decided_on,
        recommended=within(proposal.recommended),
        proposed=within(proposal.proposed),
        directed=within(proposal.directed),
    )


def _events(standing: Standing, code: str, instruments: set[str]) -> tuple[EventEntry, ...]:
    proposals = {item.code for item in standing.record.proposals if _names(item, code)}
    return tuple(
        event
        for event in standing.record.events
        if event.instrument in instruments or event.proposal in proposals
    )


def _delegations(standing: Standing, code: str) -> tuple[Delegated, ...]:
    parties = {entry.party.code: entry.party for entry in standing.record.parties}
    covering = {code, *standing.ledger.tree.ancestors(code)}
    return tuple(
        Delegated(party_words(parties.get(entry.given_by)) or entry.given_by, entry)
        for entry in standing.record.delegations
        if covering & set(entry.functions)
    )
