"""Could they decide it? The finding, its reasons with links, and what it does not tell."""

from dataclasses import dataclass
from datetime import date

from handback.core.powers import Capacity, Exercise, Outcome, Party, PartyKind, Reason, authority
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared import words
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.telling import Held, Named, function_link, instrument_link, told

BODIES = ("Council", "Cabinet", "The commissioners")

FINDINGS = {
    Outcome.HELD: ("Held", "good", "{who} held the power to decide this on {day}."),
    Outcome.NOT_HELD: ("Not held", "bad", "{who} did not hold the power to decide this on {day}."),
    Outcome.UNKNOWN: (
        "Not known",
        "waiting",
        "The record does not say whether {who} held the power to decide this on {day}.",
    ),
}


@dataclass(frozen=True, slots=True)
class Because:
    """A reason, and the instrument it rests on."""

    text: str
    instrument: Named | None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A finding about one decision. `sentence` says it; `word` names it; `tag` is the kind of its tag."""

    word: str
    tag: str
    sentence: str
    function: Named
    on: date
    held: Held
    reasons: tuple[Because, ...]


def found_page(
    standing: Standing,
    to: Addresses,
    *,
    who: str,
    capacity: Capacity,
    function: str,
    on: date,
    consulted: frozenset[str] = frozenset(),
) -> FoundPage:
    """Whether whoever took a decision held the power. Raises UnknownFunction."""
    exercise = Exercise(
        decided_by=who,
        capacity=capacity,
        function=function,
        on=on,
        party=_party(who, capacity, on, standing),
        consulted=consulted,
    )
    finding = authority(
        exercise, standing.ledger, appointments=standing.appointments, delegations=standing.delegations
    )
    word, tag, sentence = FINDINGS[finding.outcome]
    named = _within(who) if finding.outcome is Outcome.UNKNOWN else _leading(who)
    return FoundPage(
        word=word,
        tag=tag,
        sentence=sentence.format(who=named, day=words.day(on)),
        function=function_link(function, standing, to),
        on=on,
        held=told(standing.ledger.holder_on(function, on), standing, to, on=on),
        reasons=tuple(_because(reason, standing, to) for reason in finding.reasons),
    )


def deciders(standing: Standing) -> tuple[str, ...]:
    """Names to offer: bodies, the people and posts of the record, its parties and those with a delegation."""
    people = [name for entry in standing.record.appointments for name in (entry.person, entry.role)]
    parties = [
        entry.party.name
        for entry in standing.record.parties
        if entry.party.name
        and entry.party.kind not in {PartyKind.COUNCIL, PartyKind.COMMISSIONERS, PartyKind.NOBODY}
    ]
    delegates = [entry.delegate for entry in standing.record.delegations]
    return tuple(dict.fromkeys([*BODIES, *people, *parties, *delegates]))


def _party(who: str, capacity: Capacity, on: date, standing: Standing) -> Party | None:
    """The party of that name, or of the person or the post that the decider had on the day."""
    if capacity not in {Capacity.COMMISSIONER, Capacity.OTHER_PARTY}:
        return None
    names = {_plain(who)}
    names |= {
        _plain(item.role)
        for item in standing.appointments
        if _plain(item.person) in names and on in item.period
    }
    for entry in standing.record.parties:
        if names & {_plain(entry.party.name), _plain(entry.person)} - {""}:
            return entry.party
    return None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ")


def _leading(who: str) -> str:
    return who[:1].upper() + who[1:]


def _within(who: str) -> str:
    return "the " + who[4:] if who.startswith("The ") else who


def _because(reason: Reason, standing: Standing, to: Addresses) -> Because:
    return Because(words.sentence(reason.text), instrument_link(reason.instrument, standing, to))
