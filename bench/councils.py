"""Invented councils in a real record, 150 functions and 40 instruments each, written as audited events."""

from datetime import UTC, date, datetime

from django.db import transaction

from bench.ledger import council
from handback.core.powers import Instrument, Move
from handback.records.audit import actions as audit
from handback.records.people import actions as people
from handback.records.people.models import Authority, Party
from handback.records.people.queries import parties_by_code
from handback.records.powers import models
from handback.records.powers.actions.columns import of_move

LOADED_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
BENCH = audit.system("bench")
SOURCES = [{"address": "https://example.org/invented"}]


def slug_of(number: int) -> str:
    """The slug of an invented council."""
    return f"council-{number:03}"


@transaction.atomic
def add_council(number: int) -> Authority:
    """One more council in the record, one event for each table."""
    authority = people.open_record(
        slug=slug_of(number),
        name=f"Council {number:03}",
        gss=f"E09{number:06}",
        gss_as_of=None,
        is_demonstration=True,
        note="Invented, to measure with.",
        by=BENCH,
        at=LOADED_AT,
    )
    for code, kind in (("council", "council"), ("commissioners", "commissioners"), ("nobody", "nobody")):
        people.name_party(authority, code=code, kind=kind, name=code.capitalize(), by=BENCH, at=LOADED_AT)
    functions, instruments, moves = council(number)
    with audit.action("bench.functions.recorded", by=BENCH, at=LOADED_AT, subject=authority.slug) as event:
        event.add_all(
            models.Function(
                authority=authority,
                code=function.code,
                name=function.name,
                kind=function.kind.value,
                group=function.group.replace(" ", "-"),
                group_label=function.group.capitalize(),
                position=position,
                sources=SOURCES,
            )
            for position, function in enumerate(functions)
        )
    _add_instruments(authority, instruments, moves)
    return authority


def _add_instruments(authority: Authority, instruments: list[Instrument], moves: list[Move]) -> None:
    parties = parties_by_code(authority)
    with audit.action("bench.instruments.recorded", by=BENCH, at=LOADED_AT, subject=authority.slug) as event:
        for instrument in instruments:
            row = event.add(
                models.Instrument(
                    authority=authority,
                    code=instrument.code,
                    title=instrument.title,
                    kind=instrument.kind.value,
                    made_on=instrument.made_on,
                    in_force_on=instrument.in_force_on,
                    expires_on=instrument.expires_on,
                    sources=SOURCES,
                )
            )
            event.add_all(
                _move(row, move, position, parties)
                for position, move in enumerate(moves)
                if move.instrument == instrument.code
            )


def _move(instrument: models.Instrument, move: Move, position: int, parties: dict[str, Party]) -> models.Move:
    columns = of_move(move, position)
    for role in ("holder", "overseer"):
        columns[role] = parties[columns[role]] if columns[role] else None
    columns["named"] = [name.replace(" ", "-") for name in columns["named"]]
    return models.Move(instrument=instrument, **columns)


@transaction.atomic
def grant_to_all(user: object, authorities: list[Authority], *, on: date) -> None:
    """Let one account read every council."""
    for authority in authorities:
        people.grant(user, authority, role="observer", first=on, until=None, by=BENCH, at=LOADED_AT)  # type: ignore[arg-type]
