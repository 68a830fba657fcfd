"""How one holding, one instrument and one appointment are told, the same on every page."""

from dataclasses import dataclass
from datetime import date

from handback.core.powers import Function, Holding, Instrument, Kind, Oversight, Party, PartyKind
from handback.records.powers.recordfile.standing import Standing
from handback.web.shared.powers.addresses import Addresses

# Parties that their kind names well enough; others go by their own name.
NAMED_BY_KIND = {PartyKind.COUNCIL, PartyKind.COMMISSIONERS, PartyKind.NOBODY}

KIND_WORDS = {
    Kind.EXECUTIVE: "Executive function",
    Kind.NON_EXECUTIVE: "Non-executive function",
    Kind.OTHER: "Neither clearly executive nor non-executive",
    Kind.OVERSIGHT_POWER: "A power to oversee: not one of the council's functions",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A function, instrument or proposal by code and name; `href` is "" where the site has no page for it."""

    code: str
    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds one function over a period, in the words and links of a page.

    `first` and `last` are the period's days, both included; None where it is open. `since` begins the
    holder's unbroken run. `under` is what gave it to the holder, `watched_under` what set the oversight.
    It began when those in `ended` ended, by those in `brought_by`.
    """

    code: str
    name: str
    href: str
    group: str
    counted: bool
    holder_kind: str
    holder_name: str
    holder_code: str
    oversight: str
    first: date | None
    last: date | None
    since: date | None
    under: Named | None
    under_code: str
    watched_under: Named | None
    terms: tuple[str, ...]
    inferred: str
    revived: bool
    ended: tuple[Named, ...]
    brought_by: tuple[Named, ...]
    elsewhere: tuple["Held", ...] = ()


def told(holding: Holding, standing: Standing, to: Addresses, *, on: date | None = None) -> Held:
    """A holding in words; with a day, also the parts of the function that somebody else held on it."""
    function = standing.ledger.tree.function(holding.function)
    elsewhere = standing.ledger.parts_held_elsewhere(function.code, on) if on else ()
    ended = tuple(code for code in holding.brought_by if _ended(code, holding, standing))
    return Held(
        code=function.code,
        name=function.name,
        href=to.function(function.code),
        group=standing.group_labels.get(function.group, function.group),
        counted=function.kind is not Kind.OVERSIGHT_POWER,
        holder_kind=holding.holder.kind.value,
        holder_name=party_name(holding.holder),
        holder_code=holding.holder.code,
        oversight=holding.oversight.value,
        first=None if holding.period.first == date.min else holding.period.first,
        last=holding.period.last,
        since=holding.since,
        under=instrument_link(holding.instrument, standing, to),
        under_code=holding.instrument or "",
        watched_under=_watched_under(holding, standing, to),
        terms=_terms(holding),
        inferred=holding.inferred,
        revived=holding.revived,
        ended=instrument_links(ended, standing, to),
        brought_by=instrument_links(tuple(c for c in holding.brought_by if c not in ended), standing, to),
        elsewhere=tuple(told(part, standing, to) for part in elsewhere),
    )


def _ended(code: str, holding: Holding, standing: Standing) -> bool:
    return code == holding.upon_end_of or standing.ledger.life_of(code).until == holding.period.first


def _terms(holding: Holding) -> tuple[str, ...]:
    """The terms of what stands: those of a move whose oversight was changed since have gone with it."""
    move = holding.move
    gone = move is not None and move.oversight is not None and move is not holding.oversight_move
    return tuple(dict.fromkeys(filter(None, ("" if gone else holding.terms, holding.oversight_terms))))


def _watched_under(holding: Holding, standing: Standing, to: Addresses) -> Named | None:
    if holding.oversight is Oversight.NONE:
        return None
    return instrument_link(holding.oversight_instrument, standing, to)


def party_name(party: Party) -> str:
    """A holder's own name, or nothing where the word for its kind is enough."""
    return "" if party.kind in NAMED_BY_KIND else party.name


def party_words(party: Party | None) -> str:
    """A party within a sentence: "the council", "the finance commissioner"."""
    if party is None:
        return ""
    words = {
        PartyKind.COUNCIL: "the council",
        PartyKind.COMMISSIONERS: "the commissioners",
        PartyKind.NOBODY: "nobody",
    }
    name = words.get(party.kind, party.name)
    return "the " + name[4:] if name.startswith("The ") else name


def instrument_link(code: str | None, standing: Standing, to: Addresses) -> Named | None:
    """An instrument by code and title, leading to its page."""
    if code is None:
        return None
    entry = standing.instruments.get(code)
    return Named(code, entry.instrument.title if entry else code, to.instrument(code))


def instrument_links(codes: tuple[str, ...], standing: Standing, to: Addresses) -> tuple[Named, ...]:
    """Instruments by title, in the order given."""
    return tuple(link for code in codes if (link := instrument_link(code, standing, to)))


def function_link(code: str, standing: Standing, to: Addresses) -> Named:
    """A function by name, leading to its page."""
    entry = standing.functions.get(code)
    return Named(code, entry.function.name if entry else code, to.function(code))


def function_links(
    codes: frozenset[str] | tuple[str, ...], standing: Standing, to: Addresses
) -> tuple[Named, ...]:
    """Functions by name, in the record's order."""
    return tuple(function_link(code, standing, to) for code in standing.functions if code in codes)


def proposal_word(instrument: Instrument | None, standing: Standing) -> str:
    """What a proposal came to: a return, a transfer, or a proposal while nothing was directed."""
    if instrument is None:
        return "Proposal"
    holders = {move.holder.kind for move in standing.instruments[instrument.code].moves if move.holder}
    return "Return" if PartyKind.COUNCIL in holders else "Transfer" if holders else "Proposal"


def is_counted(function: Function) -> bool:
    """Whether it is one of the council's functions; a power to oversee is not."""
    return function.kind is not Kind.OVERSIGHT_POWER
