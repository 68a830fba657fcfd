"""Whether instruments and moves are fit to compile: days in order, names known, nothing left unsaid."""

from collections.abc import Iterable, Mapping
from datetime import date

from handback.core.powers.instruments import Instrument, Move, Revocation
from handback.core.powers.refusals import (
    DuplicateCode,
    EmptyMove,
    ExpiresBeforeInForce,
    ExtensionBackdated,
    InForceBeforeMade,
    MoveAfterExpiry,
    MoveBeforeInstrument,
    RevocationAfterExpiry,
    RevocationBeforeInstrument,
    RevokedBeforeInForce,
    RevokesItself,
    UnknownInstrument,
)
from handback.core.powers.tree import FunctionTree


def by_code(instruments: Iterable[Instrument]) -> dict[str, Instrument]:
    """Instruments by code. Raises DuplicateCode."""
    found: dict[str, Instrument] = {}
    for instrument in instruments:
        if instrument.code in found:
            raise DuplicateCode(instrument.code)
        found[instrument.code] = instrument
    return found


def check_instruments(instruments: Mapping[str, Instrument], tree: FunctionTree) -> None:
    """Raises the refusal for the first instrument whose own statements cannot stand."""
    lasts = last_days(instruments)
    for instrument in instruments.values():
        _check_days(instrument)
        for amended in instrument.amends:
            _known(amended, instruments)
        for extension in instrument.extends:
            _check_extension(instrument, _known(extension.instrument, instruments), extension.expires_on)
        for revocation in instrument.revokes:
            _check_revocation(revocation, instrument, instruments, lasts)
            if revocation.scope is not None:
                day = revocation.on or instrument.in_force_on
                tree.check_scope(revocation.scope, on=day, instrument=instrument.code)


def check_moves(moves: Iterable[Move], instruments: Mapping[str, Instrument], tree: FunctionTree) -> None:
    """Raises the refusal for the first move that cannot stand."""
    lasts = last_days(instruments)
    for move in moves:
        instrument = _known(move.instrument, instruments)
        if move.holder is None and move.oversight is None:
            raise EmptyMove(move)
        day = takes_effect_on(move, instruments)
        if day < instrument.in_force_on:
            raise MoveBeforeInstrument(move, day, instrument)
        last = lasts[instrument.code]
        if last is not None and last < day:
            raise MoveAfterExpiry(move, day, last)
        tree.check_scope(move.scope, on=day, instrument=instrument.code)


def takes_effect_on(move: Move, instruments: Mapping[str, Instrument]) -> date:
    """The move's own day, or the day its instrument is in force."""
    return move.on or instruments[move.instrument].in_force_on


def last_days(instruments: Mapping[str, Instrument]) -> dict[str, date | None]:
    """The latest last day that any instrument states for each; None where one of them states none."""
    stated: dict[str, list[date | None]] = {code: [item.expires_on] for code, item in instruments.items()}
    for instrument in instruments.values():
        for extension in instrument.extends:
            stated.setdefault(extension.instrument, []).append(extension.expires_on)
    return {code: _latest(days) for code, days in stated.items()}


def _latest(days: list[date | None]) -> date | None:
    given = [day for day in days if day is not None]
    return max(given) if len(given) == len(days) else None


def _known(code: str, instruments: Mapping[str, Instrument]) -> Instrument:
    if code not in instruments:
        raise UnknownInstrument(code)
    return instruments[code]


def _check_days(instrument: Instrument) -> None:
    if instrument.in_force_on < instrument.made_on:
        raise InForceBeforeMade(instrument)
    if instrument.expires_on is not None and instrument.expires_on < instrument.in_force_on:
        raise ExpiresBeforeInForce(instrument, instrument.expires_on)


def _check_extension(extending: Instrument, extended: Instrument, expires_on: date | None) -> None:
    if expires_on is None:
        return
    if expires_on < extended.in_force_on:
        raise ExpiresBeforeInForce(extended, expires_on)
    if expires_on < extending.in_force_on:
        raise ExtensionBackdated(extending, extended.code, expires_on)


def _check_revocation(
    revocation: Revocation,
    instrument: Instrument,
    instruments: Mapping[str, Instrument],
    lasts: Mapping[str, date | None],
) -> None:
    revoked = _known(revocation.instrument, instruments)
    day = revocation.on or instrument.in_force_on
    last = lasts[instrument.code]
    if revoked is instrument and day <= instrument.in_force_on:
        raise RevokesItself(instrument.code, day)
    if day < instrument.in_force_on:
        raise RevocationBeforeInstrument(revocation, day, instrument)
    if last is not None and last < day and revoked is not instrument:
        raise RevocationAfterExpiry(revocation, day, instrument.code, last)
    if day < revoked.in_force_on:
        raise RevokedBeforeInForce(revocation, day, revoked)
