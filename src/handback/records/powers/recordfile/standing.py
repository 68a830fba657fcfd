"""A record together with its compiled ledger: what every page about powers is drawn from."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from handback.core import powers as core
from handback.records.powers.recordfile import values


@dataclass(frozen=True)
class Standing:
    """An authority's record, whole, with the ledger compiled from it."""

    record: values.RecordFile
    ledger: core.Ledger

    @cached_property
    def instruments(self) -> dict[str, values.InstrumentEntry]:
        """Instruments by code."""
        return {entry.instrument.code: entry for entry in self.record.instruments}

    @cached_property
    def functions(self) -> dict[str, values.FunctionEntry]:
        """Functions by code, in the record's order."""
        return {entry.function.code: entry for entry in self.record.functions}

    @cached_property
    def proposals(self) -> dict[str, values.ProposalEntry]:
        """Proposals by code."""
        return {entry.code: entry for entry in self.record.proposals}

    @cached_property
    def group_labels(self) -> dict[str, str]:
        """What each group of functions is called."""
        return {group.code: group.label for group in self.record.groups}

    @cached_property
    def appointments(self) -> tuple[core.Appointment, ...]:
        """The appointments that can be placed in time."""
        placed = (entry.as_value() for entry in self.record.appointments)
        return tuple(value for value in placed if value is not None)

    @cached_property
    def delegations(self) -> tuple[core.Delegation, ...]:
        """The delegations as values for core.powers.authority."""
        parties = {entry.party.code: entry.party for entry in self.record.parties}
        return tuple(
            core.Delegation(
                given_by=parties[entry.given_by],
                delegate=entry.delegate,
                capacity=entry.capacity,
                scope=core.Scope(core.Reach.FUNCTIONS, entry.functions),
                period=entry.period,
                consultees=frozenset(entry.consultees),
                terms=entry.terms,
                inferred=entry.inferred,
            )
            for entry in self.record.delegations
        )


def compiled(record: values.RecordFile, *, known_at: datetime | None = None) -> Standing:
    """Compile the ledger of a record, as known at a moment. Raises the refusals of core.powers.

    The council and nobody, who hold by default, go by the names that the record gives them.
    """
    named = {entry.party.code: entry.party for entry in record.parties}
    return Standing(
        record,
        core.ledger(
            [entry.function for entry in record.functions],
            [entry.instrument for entry in record.instruments],
            record.moves,
            known_at=known_at,
            council=named.get(core.COUNCIL.code, core.COUNCIL),
            nobody=named.get(core.NOBODY.code, core.NOBODY),
        ),
    )
