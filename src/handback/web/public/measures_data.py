"""Published measures as JSON: what was recorded, and what is worked out from it, with the copy it is of.

Names here are promises to those who build on them (docs/reference/open-data.md). Days are ISO text.
"""

import json
from collections.abc import Mapping

from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.copyfile import CopiedIndex
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.published import Copy
from handback.web.shared.measures.index_json import index_in_full, index_in_short, not_made
from handback.web.shared.measures.json_data import Said, in_full, in_short

FROM_BEFORE = "This copy was published before copies held the scores of indices: the next one will hold it."


def whole(copy: Copy) -> str:
    """The text of a copy; its SHA-256 is the copy's."""
    return json.dumps(copy.content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def board_of(copy: Copy) -> Said:
    """Every indicator in short, the worst first, with the day on which it stands so."""
    order = [code for cell in copy.board.cells for code in cell.codes]
    return _about(copy) | {
        "flagged": len(copy.board.flagged),
        "flagged_by_chance": round(copy.board.flagged_by_chance, 6),
        "indicators": [in_short(copy.board.by_code[code]) for code in order],
        "indices": [_index_in_short(one) for one in copy.indices.values()],
    }


def _index_in_short(one: CopiedIndex) -> Said:
    return not_made(one.entry, why_none(one)) if one.told is None else index_in_short(one.told)


def indicator_of(copy: Copy, one: IndicatorStanding) -> Said:
    """One indicator whole: definition, verdict, values with their limits and rules, targets, decisions."""
    return _about(copy) | in_full(one)


def index_of(copy: Copy, one: CopiedIndex) -> Said:
    """An index whole: its score with its interval, its indicators, and every figure that it is made of."""
    if one.told is None:
        return _about(copy) | not_made(one.entry, why_none(one))
    return _about(copy) | index_in_full(one.told, definitions(copy))


def definitions(copy: Copy) -> Mapping[str, IndicatorEntry]:
    """The definitions that a copy tells, by code."""
    return {one.code: one for one in copy.record.indicators}


def why_none(one: CopiedIndex) -> str:
    """Why nothing is told of an index, as a sentence; blank where something is."""
    if one.told is not None:
        return ""
    return f"It could not be worked out: {one.why}" if one.why else FROM_BEFORE


def _about(copy: Copy) -> Said:
    of = copy.of
    return {
        "authority": of.name,
        "gss": of.gss,
        "as_at": of.on.isoformat(),
        "published_at": of.at.isoformat(),
        "copy_sha256": of.sha256,
    }
