"""Whether the ledger can be compiled from a record file, and if not, where in the file the fault lies."""

from collections.abc import Iterable

from handback.core.powers.refusals import PowersRefusal
from handback.records.powers.recordfile.places import Path
from handback.records.powers.recordfile.standing import compiled
from handback.records.powers.recordfile.values import RecordFile


def refusal_of(record: RecordFile) -> PowersRefusal | None:
    """What keeps the ledger from being compiled, if anything does."""
    try:
        compiled(record)
    except PowersRefusal as refusal:
        return refusal
    return None


def path_to(refusal: PowersRefusal, record: RecordFile) -> Path:
    """Where in the file the fault lies: the last move, instrument or function that the refusal is about."""
    moves = [*getattr(refusal, "moves", ()), getattr(refusal, "move", None)]
    instruments = [getattr(refusal, name, None) for name in ("instruments", "extending", "instrument")]
    functions = [getattr(refusal, "function", None)]
    candidates = [
        *_paths_to_moves(record, moves),
        *_paths_to(record, "instruments", _codes(instruments)),
        *_paths_to(record, "functions", _codes(functions)),
    ]
    return candidates[0] if candidates else ()


def _paths_to_moves(record: RecordFile, moves: Iterable[object]) -> list[Path]:
    wanted = [move for move in moves if move is not None]
    found: list[Path] = [
        ("instruments", number, "moves", place)
        for number, entry in enumerate(record.instruments)
        for place, move in enumerate(entry.moves)
        if move in wanted
    ]
    return found[::-1]


def _codes(facts: Iterable[object]) -> set[str]:
    codes: set[str] = set()
    for fact in facts:
        if isinstance(fact, str):
            codes.add(fact)
        elif isinstance(fact, tuple):
            codes |= _codes(fact)
        elif fact is not None:
            codes.add(getattr(fact, "code", ""))
    return codes


def _paths_to(record: RecordFile, name: str, codes: set[str]) -> list[Path]:
    entries = {
        "instruments": [entry.instrument.code for entry in record.instruments],
        "functions": [entry.function.code for entry in record.functions],
    }
    found: list[Path] = [(name, number) for number, code in enumerate(entries[name]) if code in codes]
    return found[::-1]
