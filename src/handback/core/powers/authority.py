"""Could they decide it? Whether whoever took a decision held the power on that day.

1.  A body of the council holds what the council holds. Oversight does not take the power away; a reason
    states the condition it sets, and whether the condition was met is not judged here.
2.  Commissioners jointly hold what is the commissioners', if any of them sat on that day.
3.  A commissioner alone holds what was given to that commissioner; what is the commissioners' jointly, if
    sitting on that day and a delegation or a portfolio covers it, and otherwise it is unknown.
4.  A commissioner who did not sit on that day holds nothing. With no appointment recorded of a commissioner
    of that name or post, it is unknown.
5.  An officer needs a delegation in force from the party that held the function (`weighing`). If the
    record holds no delegation by that party that was in force on that day, it is unknown.
6.  Another party holds what is its own. Anybody may hold a delegation.
7.  Nobody holds a power that did not exist on that day.
8.  A function that the record does not know, or a holder that rests on a revived move: unknown.
9.  Where parts of the function were held elsewhere and the finding about one of them would differ: unknown.
10. Inferred dates within the finding are said to be so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from handback.core.powers.appointments import Appointment, Capacity, sitting_on
from handback.core.powers.delegations import Delegation
from handback.core.powers.findings import (
    Finding,
    Outcome,
    Reason,
    held,
    in_words,
    named,
    not_held,
    same_name,
    titled,
    unknown,
    unstopped,
    weakest,
)
from handback.core.powers.functions import Oversight, Party, PartyKind, Recorded
from handback.core.powers.holdings import Holding
from handback.core.powers.ledger import Ledger
from handback.core.powers.weighing import weigh

COMMISSIONERS_ACTING = (Capacity.COMMISSIONER, Capacity.COMMISSIONERS_JOINTLY)

OTHERS = (PartyKind.TRUST, PartyKind.OTHER_COUNCIL, PartyKind.SECRETARY_OF_STATE)

CONDITIONS = {
    Oversight.ORDINARY: "Commissioners kept oversight: they could advise, and the decision was the holder's.",
    Oversight.ENHANCED: (
        "Commissioners kept enhanced oversight: the holder had to follow their written recommendations, "
        "and they could veto. Whether they recommended or vetoed anything is not judged here."
    ),
}


@dataclass(frozen=True, slots=True)
class Exercise:
    """A decision to be tested: who took it, in which capacity, about which function, on which day.

    `decided_by` names the body or person, `party` the party for which somebody other than the council or the
    commissioners acted, and `consulted` those stated to have been consulted.
    """

    decided_by: str
    capacity: Capacity
    function: str
    on: date
    party: Party | None = None
    consulted: frozenset[str] = frozenset()


def authority(
    exercise: Exercise,
    ledger: Ledger,
    *,
    appointments: Iterable[Appointment],
    delegations: Iterable[Delegation],
) -> Finding:
    """Whether the decider held the power, as the record stood at the ledger's own `known_at`."""
    if exercise.function not in ledger.tree.by_code:
        return unknown(Reason(f"There is no function {exercise.function} in this record."))
    case = _Case(
        exercise,
        ledger,
        tuple(item for item in appointments if _stated(item.recorded, ledger)),
        tuple(item for item in delegations if _stated(item.recorded, ledger)),
    )
    return case.finding()


@dataclass(frozen=True, slots=True)
class _Case:
    """A decision beside the record as it then stood."""

    exercise: Exercise
    ledger: Ledger
    appointments: tuple[Appointment, ...]
    delegations: tuple[Delegation, ...]

    def finding(self) -> Finding:
        """The finding about the function itself, unless its parts elsewhere make that unknown (rule 9)."""
        function, on = self.exercise.function, self.exercise.on
        whole = self.about(self.ledger.holder_on(function, on))
        parts = self.ledger.parts_held_elsewhere(function, on)
        if whole.outcome is Outcome.UNKNOWN or all(
            self.about(part).outcome is whole.outcome for part in parts
        ):
            return whole
        elsewhere = (
            Reason(f"A part of it was held elsewhere: {self._as_held(part)}", part.instrument)
            for part in parts
        )
        return unknown(*elsewhere, *whole.reasons)

    def about(self, holding: Holding) -> Finding:
        """The finding for a decision within one holding: a chain, as strong as its weakest link."""
        holds = self._holds(holding)
        if holding.holder_revived:
            holds = unknown(_revived(holding), *holds.reasons)
        stated = held(Reason(self._as_held(holding), holding.instrument), *_inferred(holding))
        return weakest(stated, *self._sat(), holds)

    def _holds(self, holding: Holding) -> Finding:
        """Whether the decider is the holder, or acts for it."""
        if holding.holder.kind is PartyKind.NOBODY:
            return not_held(
                Reason("The power did not exist on that day, so nobody could use it.", holding.instrument)
            )
        if self._is_holder(holding):
            return held(*self._as_holder(holding))
        if portfolios := self._portfolios(holding):
            return held(*portfolios)
        return self._by_delegation(holding)

    def _is_holder(self, holding: Holding) -> bool:
        match self.exercise.capacity:
            case Capacity.COUNCIL_BODY:
                return holding.holder.kind is PartyKind.COUNCIL
            case Capacity.COMMISSIONERS_JOINTLY:
                return holding.holder.kind is PartyKind.COMMISSIONERS
            case Capacity.COMMISSIONER:
                return holding.holder.kind is PartyKind.COMMISSIONER and self._acts_for(holding.holder)
            case Capacity.OTHER_PARTY:
                return holding.holder.kind in OTHERS and self._acts_for(holding.holder)
        return False

    def _acts_for(self, holder: Party) -> bool:
        if self.exercise.party is not None:
            return self.exercise.party.code == holder.code
        return same_name(self.exercise.decided_by, holder.name or holder.code)

    def _as_holder(self, holding: Holding) -> Iterable[Reason]:
        yield Reason(f"{self.exercise.decided_by} decided for the holder.", holding.instrument)
        if holding.oversight is not Oversight.NONE:
            terms = holding.oversight_move.terms if holding.oversight_move else ""
            text = CONDITIONS[holding.oversight] + (f" Its terms: {terms}" if terms else "")
            yield Reason(text, holding.oversight_instrument)

    def _sat(self) -> Iterable[Finding]:
        """For commissioners, the link that they were in office (rules 2 to 4)."""
        who, on = self.exercise.decided_by, self.exercise.on
        jointly = self.exercise.capacity is Capacity.COMMISSIONERS_JOINTLY
        if self.exercise.capacity not in COMMISSIONERS_ACTING:
            return
        if not (served := self._commissioners()):
            whom = "a commissioner" if jointly else f"a commissioner called {who}"
            yield unknown(Reason(f"No appointment of {whom} is recorded."))
        elif sitting := self._sitting():
            yield held(*(Reason(_in_office(item, on)) for item in sitting))
        else:
            whom = "No commissioner is recorded as" if jointly else f"{who} is not recorded as a commissioner"
            doubts = (Reason(_term(item)) for item in served if item.inferred)
            yield not_held(Reason(f"{whom} in office on {in_words(on)}."), *doubts)

    def _commissioners(self) -> list[Appointment]:
        """Appointments of commissioners, on any day; for one who decided alone, of that name or post only."""
        jointly = self.exercise.capacity is Capacity.COMMISSIONERS_JOINTLY
        return [
            item
            for item in self.appointments
            if item.capacity is Capacity.COMMISSIONER and (jointly or self._is_decider(item))
        ]

    def _sitting(self) -> tuple[Appointment, ...]:
        """Those of them in office that day."""
        return sitting_on(self._commissioners(), self.exercise.on, known_at=self.ledger.known_at)

    def _is_decider(self, appointment: Appointment) -> bool:
        """Whether the decision is said to be by the person or by the post of an appointment."""
        named = (appointment.person, appointment.role)
        return any(same_name(name, self.exercise.decided_by) for name in named)

    def _portfolios(self, holding: Holding) -> list[Reason]:
        """Why a commissioner's portfolio covers what the commissioners hold jointly; empty if none does."""
        alone = self.exercise.capacity is Capacity.COMMISSIONER
        if not alone or holding.holder.kind is not PartyKind.COMMISSIONERS:
            return []
        covering = {holding.function, *self.ledger.tree.ancestors(holding.function)}
        return [
            Reason(f"The portfolio of {item.person} as {item.role} covers {holding.function}.")
            for item in self._sitting()
            if item.portfolio & covering
        ]

    def _by_delegation(self, holding: Holding) -> Finding:
        """The strongest of the decider's delegations; if none counts, why not."""
        weighed = [
            weigh(item, holding, on=self.exercise.on, consulted=self.exercise.consulted, ledger=self.ledger)
            for item in self.delegations
            if item.capacity is self.exercise.capacity and self._answers_to(item.delegate)
        ]
        for outcome in (Outcome.HELD, Outcome.UNKNOWN):
            for finding in weighed:
                if finding.outcome is outcome:
                    return finding
        return self._without_delegation(
            holding, [reason for finding in weighed for reason in finding.reasons]
        )

    def _without_delegation(self, holding: Holding, rejected: list[Reason]) -> Finding:
        """The finding when the decider was not the holder and no delegation counts."""
        who, holder = self.exercise.decided_by, holding.holder
        if self.exercise.capacity is Capacity.COMMISSIONER and holder.kind is PartyKind.COMMISSIONERS:
            text = f"No delegation or portfolio on record lets {who} decide this alone."
            return unknown(Reason(text), *rejected)
        if rejected:
            return not_held(*rejected)
        giver, day = named(holder), self.exercise.on
        text = f"{who} did not act for {giver}, and no delegation to {who} by {giver} is recorded."
        if self.exercise.capacity is Capacity.OFFICER:
            given = (item for item in self.delegations if item.given_by.code == holder.code)
            if not any(day in item.period for item in given):
                return unknown(
                    Reason(f"No delegation by {giver} is recorded as in force on {in_words(day)}.")
                )
            text = f"Delegations by {giver} are recorded, and none of them is to {who}."
        return not_held(Reason(text, holding.instrument), *self._oversight_is_not_the_power(holding))

    def _oversight_is_not_the_power(self, holding: Holding) -> Iterable[Reason]:
        if self.exercise.capacity in COMMISSIONERS_ACTING and holding.oversight is not Oversight.NONE:
            kept = f"Commissioners kept {holding.oversight.value} oversight"
            text = f"{kept}: a say in the decision, not the power to take it."
            yield Reason(text, holding.oversight_instrument)

    def _answers_to(self, name: str) -> bool:
        """Whether the decider has that name, or on the day held a post, or a post was held by one, of it."""
        who, on = self.exercise.decided_by, self.exercise.on
        offices = (item for item in self.appointments if on in item.period and self._is_decider(item))
        names = (name for item in offices for name in (item.person, item.role))
        return any(same_name(name, own) for own in (who, *names))

    def _as_held(self, holding: Holding) -> str:
        """Who held the function on the day, and under which instrument."""
        function = titled(self.ledger.tree.function(holding.function))
        who = f"{function} was held by {named(holding.holder)} on {in_words(self.exercise.on)}"
        if holding.holder.kind is PartyKind.NOBODY:
            who = f"{function} did not exist on {in_words(self.exercise.on)}"
        if holding.instrument is None:
            return f"{who}, since no instrument then in force said otherwise."
        instrument = self.ledger.instruments[holding.instrument]
        since = f", in force from {in_words(instrument.in_force_on)}"
        return f"{who}, under {titled(instrument)}{since}."


def _in_office(appointment: Appointment, on: date) -> str:
    doubt = _doubt(appointment)
    return f"{appointment.person} was in office on {in_words(on)} as {appointment.role}.{doubt}"


def _term(appointment: Appointment) -> str:
    first, last = appointment.period.first, appointment.period.last
    until = f" to {in_words(last)}" if last else ""
    term = f"from {in_words(first)}{until}"
    return f"{appointment.person} is recorded as {appointment.role} {term}.{_doubt(appointment)}"


def _doubt(appointment: Appointment) -> str:
    if not appointment.inferred:
        return ""
    return f" A date of the appointment was inferred: {unstopped(appointment.inferred)}."


def _inferred(holding: Holding) -> Iterable[Reason]:
    if holding.inferred:
        text = f"What the record says of this holding was inferred: {unstopped(holding.inferred)}."
        yield Reason(text, holding.instrument)


def _revived(holding: Holding) -> Reason:
    return Reason(
        f"{holding.instrument} shows through here only because a later instrument ended. Whether the law "
        "revives it is unsettled, so the record cannot say who held the function.",
        holding.instrument,
    )


def _stated(recorded: Recorded | None, ledger: Ledger) -> bool:
    return recorded is None or recorded.known_at(ledger.known_at)
