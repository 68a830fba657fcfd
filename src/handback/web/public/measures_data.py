"""Published measures as JSON: what was recorded, and what is worked out from it, with the copy it is of.

Names here are promises to those who build on them (docs/reference/open-data.md). Days are ISO text.
"""

import json

from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.published import Copy
from handback.web.shared.measures.json_data import Said, in_full, in_short


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
    }


def indicator_of(copy: Copy, one: IndicatorStanding) -> Said:
    """One indicator whole: definition, verdict, values with their limits and rules, targets, decisions."""
    return _about(copy) | in_full(one)


def _about(copy: Copy) -> Said:
    of = copy.of
    return {
        "authority": of.name,
        "gss": of.gss,
        "as_at": of.on.isoformat(),
        "published_at": of.at.isoformat(),
        "copy_sha256": of.sha256,
    }
