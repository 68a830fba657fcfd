"""One instrument: what it is, under which law, what it moved, and how it stands to the others."""

from dataclasses import dataclass
from datetime import date, timedelta

from handback.core.periods import Period
from handback.core.powers import Instrument, Move, Oversight, Reach, Scope
from handback.lawbook.provisions import Mark, Provision, provision
from handback.records.powers.recordfile.standing import Standing
from handback.records.powers.recordfile.values import Condition, InstrumentEntry, LegalBasis, Sources
from handback.web.shared import words
from handback.web.shared.charts.powers import powers_chart
from handback.web.shared.charts.values import Chart, Row
from handback.web.shared.powers.addresses import Addresses
from handback.web.shared.powers.charting import effect, lanes, marks
from handback.web.shared.powers.counting import Count, count_on
from handback.web.shared.powers.telling import (
    Named,
    function_links,
    instrument_link,
    instrument_links,
    party_name,
    party_words,
    proposal_word,
)

AROUND = timedelta(days=90)  # how much of the time before and after is drawn

MARK_WORDS = {
    Mark.SOURCED: "Checked at its source",
    Mark.FROM_MEMORY: "From memory: nobody has checked it for this record",
    Mark.INFERRED: "Inferred from facts that were read",
}


@dataclass(frozen=True, slots=True)
class Basis:
    """A power that the instrument cites, with what the lawbook says of it, if it has an entry."""

    words: str
    provision: Provision | None

    @property
    def mark(self) -> str:
        """How the lawbook's entry is known, in words."""
        return MARK_WORDS[self.provision.mark] if self.provision else ""


@dataclass(frozen=True, slots=True)
class Moved:
    """One move: what it covered, its holder, the oversight kept. `scope` is "" where it names functions."""

    scope: str
    functions: tuple[Named, ...]
    exceptions: tuple[Named, ...]
    holder_kind: str
    holder_name: str
    oversight: str
    overseer: str
    terms: str
    on: date | None
    inferred: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How the instrument stands to another: "amends", "revoked in part by"; with what and when, if said."""

    word: str
    instrument: Named
    functions: tuple[Named, ...] = ()
    on: date | None = None
    on_word: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument. `last` is the last day it is in force as a whole; None: nothing ends it."""

    code: str
    title: str
    kind: str
    made_on: date
    in_force_on: date
    expires_on: date | None
    last: date | None
    never_in_force: bool
    running: bool
    effect: str
    makers: tuple[str, ...]
    bases: tuple[Basis, ...]
    moves: tuple[Moved, ...]
    relations: tuple[Relation, ...]
    conditions: tuple[Condition, ...]
    also: tuple[str, ...]
    note: str
    proposals: tuple[Named, ...]
    before: Count
    after: Count
    chart: Chart[Row] | None
    between: str
    sources: Sources


def instrument_page(standing: Standing, to: Addresses, code: str, *, today: date) -> InstrumentPage:
    """One instrument's page. Raises UnknownInstrument."""
    life = standing.ledger.life_of(code)
    entry = standing.instruments[code]
    instrument = entry.instrument
    eve = instrument.in_force_on - timedelta(days=1)
    return InstrumentPage(
        code=code,
        title=instrument.title,
        kind=instrument.kind.value,
        made_on=instrument.made_on,
        in_force_on=instrument.in_force_on,
        expires_on=instrument.expires_on,
        last=life.last,
        never_in_force=life.until == life.first,
        running=today in life,
        effect=effect(entry, standing),
        makers=entry.makers,
        bases=tuple(_basis(basis) for basis in entry.legal_bases),
        moves=tuple(_moved(move, instrument, standing, to) for move in entry.moves),
        relations=(*_does(instrument, standing, to), *_undergoes(instrument, standing, to)),
        conditions=entry.conditions,
        also=entry.also,
        note=entry.note,
        proposals=_proposals(entry, standing, to),
        before=count_on(standing, eve),
        after=count_on(standing, instrument.in_force_on),
        chart=_chart(entry, standing, to),
        between=to.between(eve, instrument.in_force_on),
        sources=entry.sources,
    )


def _basis(basis: LegalBasis) -> Basis:
    return Basis(basis.words, provision(basis.provision) if basis.provision else None)


def _moved(move: Move, instrument: Instrument, standing: Standing, to: Addresses) -> Moved:
    on = move.on or instrument.in_force_on
    covered = standing.ledger.tree.covered(move.scope, on=on)
    stands = tuple(code for code in covered if standing.ledger.tree.stands_on(code, on))
    return Moved(
        scope=_scope(move.scope, standing),
        functions=function_links(stands, standing, to),
        exceptions=function_links(move.scope.exceptions, standing, to),
        holder_kind=move.holder.kind.value if move.holder else "",
        holder_name=party_name(move.holder) if move.holder else "",
        oversight=(move.oversight or Oversight.NONE).value,
        overseer=party_words(move.overseer),
        terms=move.terms,
        on=move.on,
        inferred=move.inferred,
    )


def _scope(scope: Scope, standing: Standing) -> str:
    match scope.reach:
        case Reach.ALL:
            return "All functions"
        case Reach.ALL_EXECUTIVE:
            return "All executive functions"
        case Reach.GROUP:
            labels = [standing.group_labels.get(group, group) for group in scope.named]
            return f"Every function of the group {words.sentence_list(labels)}"
    return ""


def _does(instrument: Instrument, standing: Standing, to: Addresses) -> list[Relation]:
    """What the instrument does to others, or to itself."""
    found = [Relation("Amends", link) for link in instrument_links(instrument.amends, standing, to)]
    for revocation in instrument.revokes:
        if link := instrument_link(revocation.instrument, standing, to):
            on = revocation.on or instrument.in_force_on
            does = "Stops by itself" if revocation.instrument == instrument.code else "Revokes"
            word = f"{does} in part" if revocation.scope else does
            found.append(Relation(word, link, _named(revocation.scope, on, standing, to), on, "from"))
    for extension in instrument.extends:
        if link := instrument_link(extension.instrument, standing, to):
            found.append(Relation("Changes the last day of", link, (), extension.expires_on, "to"))
    return found


def _undergoes(instrument: Instrument, standing: Standing, to: Addresses) -> list[Relation]:
    """What others do to the instrument."""
    passive = {
        "Amends": "Amended by",
        "Revokes": "Revoked by",
        "Revokes in part": "Revoked in part by",
        "Changes the last day of": "Last day changed by",
    }
    found: list[Relation] = []
    others = [entry.instrument for entry in standing.record.instruments if entry.instrument != instrument]
    for one in others:
        other = instrument_link(one.code, standing, to)
        for relation in _does(one, standing, to):
            if relation.instrument.code == instrument.code and other:
                found.append(
                    Relation(passive[relation.word], other, relation.functions, relation.on, relation.on_word)
                )
    return found


def _named(scope: Scope | None, on: date, standing: Standing, to: Addresses) -> tuple[Named, ...]:
    if scope is None:
        return ()
    return function_links(standing.ledger.tree.covered(scope, on=on), standing, to)


def _proposals(entry: InstrumentEntry, standing: Standing, to: Addresses) -> tuple[Named, ...]:
    word = proposal_word(entry.instrument, standing)
    return tuple(
        Named(item.code, f"{word} {item.code}", to.proposal(item.code))
        for item in standing.record.proposals
        if item.instrument == entry.instrument.code
    )


def _chart(entry: InstrumentEntry, standing: Standing, to: Addresses) -> Chart[Row] | None:
    """The functions it covered, around the day on which it took effect; None if it moves nothing."""
    if not entry.moves:
        return None
    on = entry.instrument.in_force_on
    tree = standing.ledger.tree
    covered = {
        code for move in entry.moves if move.holder for code in tree.covered(move.scope, on=move.on or on)
    }
    covered = covered or {code for move in entry.moves for code in tree.covered(move.scope, on=move.on or on)}
    span = Period(on - AROUND, on + AROUND)
    shown = lanes(standing, to, span=span, only=covered)
    return powers_chart(shown, marks(standing, to), span=span, as_at=on, name="instrument")
