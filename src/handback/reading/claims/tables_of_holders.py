"""Tables that say who has what: functions in one column; in others who has each and what is to become of it.

"Pest control | Council (never directed) | No change"; "Street trading | Commissioners | Return recommended".
Later cells say what is to become of a function; who has it now counts where none says that it stays.
"""

import re
from dataclasses import dataclass, replace

from handback.reading.claims.council_work import is_service
from handback.reading.claims.cues import Cued, cued
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER, holder_of
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED
from handback.reading.claims.patterns import pattern
from handback.reading.words.watch import waits

LONGEST_CELL = 110  # characters: what is longer explains
LONGEST_NAME = 170
_NAMES = re.compile(
    r"functions?|powers?\b|services?\b|area|responsib|matter|\bwhat\b|subject|description|duty|duties", re.I
)
_HOLDS = re.compile(
    r"hold|held|\bwho\b|status|position|now\b|exercised|run by|responsib|decides|with\b|where|current"
    r"|present|today|return|retain|power",
    re.I,
)
_ADVICE = waits(
    r"recommend|propos|advice|advise|minded|intention|next step|plan(?:ned)?\b|view|future|after|decision"
    r"|outcome|conclusion|assessment|to be|response",
    re.I,
)
_ASIDE = re.compile(
    r"date|reason|comment|note|paragraph|para\b|evidence|ref\b|number|when|from\b|since|effective"
    r"|minister'?s? role",
    re.I,
)
_SILENT = re.compile(r"(?:none|no change|no action|n/a|not applicable|nil|-|–|no|tbc)?$", re.I)
_TICK = re.compile(r"(?:yes|y|x|✓|✔|•|●)$", re.I)
#: A cell that needs no head to be understood.
_PLAINLY = re.compile(
    r"(?:not )?(?:recommended for |to )?(?:return|restor|retain|remain|stay|kept|handed? back|back with"
    r"|held by|exercised by)\w*\b"
    r"|(?:with )?(?:the )?(?:commissioners?|council|cabinet)(?: \(.*\))?$",
    re.I,
)
_NEVER = re.compile(r"\b(?:never|always|not (?:directed|removed|transferred|moved|affected))\b", re.I)
_MEANT = re.compile(
    r"\b(?:recommend|propos|ready|to be|due|minded|plan|suitable|support|suggest|to return|return in"
    r"|return by|spring|summer|autumn|winter)",
    re.I,
)
_DONE = re.compile(r"\b(?:returned|restored|handed back|back with|since|given back|transferred)\b", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are: the one of functions, and for each other its head ("" where"
    " unknown)."""

    name: int
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A function named in a row, where its name stands, and what the row says of it."""

    first: int
    last: int
    said: Cued


def cells_of(words: str) -> list[tuple[int, int]]:
    """Where the cells of a row stand, empty ones too."""
    cells, start = [], 0
    for piece in words.split("|"):
        first = start + len(piece) - len(piece.lstrip())
        cells.append((first, max(first, start + len(piece.rstrip()))))
        start += len(piece) + 1
    return cells


#: The heads of a table of actions: "What | Who | By when".
_TO_DO = {"what", "who", "when"}
#: A table of work to be done, or of decisions to come: it names who decides or acts, and no holders.
OF_WORK = Columns(-1, ())


def heads_of(words: str) -> Columns | None:
    """The columns of a table by its head; `OF_WORK` where it is a plan or list of actions; None where a row
    is no head: no cell of it says what stands under it."""
    heads = tuple(words[a:b] for a, b in cells_of(words))
    if any(_IS_DATA.search(head) for head in heads):
        return None
    plain = {head.strip("? ").lower().removeprefix("by ") for head in heads}
    if plain.issuperset(_TO_DO) or _is_of_work(plain):
        return OF_WORK
    named = [n for n, head in enumerate(heads) if _NAMES.search(head) and len(head) < 60]
    told = [n for n, head in enumerate(heads) if _tells(head) and len(head) < 60]
    if not named or len(heads) < 2 or not [n for n in told if n != named[0]]:
        return OF_WORK if sum(bool(_HEADS_WORK.fullmatch(head.strip())) for head in heads) > 1 else None
    return (
        None
        if any(is_service(head) and not _NAMES.search(head) for head in heads[:1])
        else Columns(named[0], heads)
    )


def _is_of_work(heads: set[str]) -> bool:
    """Whether heads are those of work to be done by a time, or of matters decided, however worded."""
    timed = any(map(_BY_WHEN.match, heads))
    if any(map(_OF_POWERS.search, heads)):
        return timed and any(map(_DEEDS.match, heads))
    return timed or heads <= _DECIDED


_DECIDED = {"matter", "subject", "description", "item", "decision", "outcome", "conclusion"}
_DEEDS = re.compile(r"(?:agreed )?(?:actions?|commitments?|tasks?|milestones?|deliverables?|steps?)\b")
#: A column of times by which something is to be done, as no table of who has what holds one ...
_BY_WHEN = re.compile(
    r"when\b|(?:target|due|completion|delivery)(?: date)?\b|deadline|time ?-?(?:scale|frame)"
)
#: ... save where its heads name powers, or who has them.
_OF_POWERS = re.compile(
    r"\b(?:functions?|powers?|services?|held|holder|exercised|commissioners?|council|return)\b"
)
#: What no head has: money, shares, reference numbers, a label with its value.
_IS_DATA = re.compile(r"[£%]|: \w|\b20\d\d/\d\d\b|\b[A-Z]{2,}[./-]?\d+\b")
_OF_WORK = re.compile(
    r"action|owner|lead\b|officer|maker|due|deadline|target|rag\b|rating|progress|update|budget|cost|risk"
    r"|wards?\b|key decision",
    re.I,
)


#: The heads of plans and trackers as they are written there, each the whole of a cell.
_HEADS_WORK = re.compile(
    r"(?:item|matter|decision|title|subject|report|action|agreed action|task|milestone|recommendation)s?"
    r"(?: title)?"
    r"|(?:decision|lead|responsible|contact|action|report)? ?(?:maker|taker|officer|member|owner)s?"
    r"|contact|lead|owner|by whom|who"
    r"|(?:decision |target |due |key )*(?:due|date|deadline|by when|timescale)(?: of decision)?"
    r"|when|key(?: decision)?\??|date of (?:decision|meeting)|documents?|status|progress|rag|wards?"
    r"|exempt\??|decision to be (?:made|taken)",
    re.I,
)


def _tells(head: str) -> bool:
    return not _OF_WORK.search(head) and bool(_HOLDS.search(head) or _ADVICE.search(head) or holder_of(head))


def rows_of(words: str, columns: Columns | None) -> list[Row]:
    """What a row says of the functions that it names."""
    if columns is OF_WORK:
        return []
    cells = cells_of(words)
    if columns is None or len(cells) > len(columns.heads):
        name = (
            1 if len(cells) > 2 and pattern(r"[A-Z]{0,2}\d{0,3}\.?").fullmatch(words[slice(*cells[0])]) else 0
        )
        columns = Columns(name, ("",) * len(cells))
        if not any(_PLAINLY.match(words[a:b]) for a, b in cells):
            return []
    under = [cued(head, coming=IN_FORCE) if _NAMES.search(head) else None for head in columns.heads]
    if sum(u is not None for u in under) > 1:
        return [Row(a, b, said) for (a, b), said in zip(cells, under, strict=False) if said and b - a > 2]
    first, last = cells[columns.name] if columns.name < len(cells) else (0, 0)
    beside = [(columns.heads[n], words[a:b]) for n, (a, b) in enumerate(cells) if n != columns.name]
    if not 2 < last - first < LONGEST_NAME:
        return []
    return [Row(first, last, said) for said in _all_said(beside)]


def _all_said(cells: list[tuple[str, str]]) -> list[Cued]:
    """What the cells beside a function's name say: that it stays; or who has it, and that it is to go"
    " back."""
    told = [(head, cell, _said(head, cell)) for head, cell in cells]
    held = next((s for _h, _c, s in told if s and s.verb is Verb.HOLD), None)
    for head, cell, said in reversed(told):
        if said is None or said.verb is Verb.HOLD or (head and _ASIDE.search(head)):
            continue
        if said.verb is Verb.KEEP:
            return [replace(said, holder=held.holder) if held and not holder_of(cell) else said]
        return [held, said] if held and said.status == PROPOSED and held.holder != said.holder else [said]
    unchanged = any("no change" in cell.lower() and _ADVICE.search(head) for head, cell, _said in told)
    if held and unchanged and held.holder == COMMISSIONERS:
        return [replace(held, status=RETAINED, verb=Verb.KEEP)]
    return [held] if held else []


def _said(head: str, cell: str) -> Cued | None:
    """What one cell says, in the light of its column's head."""
    if head and not _tells(head):
        return None
    if _TICK.match(cell):
        return cued(head, coming=IN_FORCE) or (
            Cued(COUNCIL, PROPOSED, Verb.BACK) if _ADVICE.search(head) else None
        )
    if _SILENT.match(cell) or len(cell) > LONGEST_CELL:
        return None
    if _NEVER.search(cell):
        return Cued(holder_of(cell) or COUNCIL, RETAINED, Verb.HOLD)
    held = pattern(r"(?:the |full )*(?:[\w'&-]+ ){0,4}?[\w'&-]+(?: \(.*\))?$").match(cell)
    who = holder_of(pattern(r"\(.*").sub("", cell))
    if held and who and _DONE.search(cell) and not _MEANT.search(cell):
        return Cued(COUNCIL if "return" in cell.lower() else who, IN_FORCE, Verb.HOLD)
    said = cued(cell, coming=IN_FORCE)
    if said is None:
        other = pattern(r"\b(?:held by|holder|exercised by|who|held with|responsible|run by)\b", re.I).search(
            head
        )
        return (
            Cued(OTHER, IN_FORCE, Verb.HOLD)
            if other and pattern(r"[A-Z][a-z]+(?: [\w']+){1,5}$").match(cell)
            else None
        )
    if said.verb is Verb.BACK:
        advised = _MEANT.search(cell) or (
            _ADVICE.search(head) and not _DONE.search(cell) and "decision" not in head.lower()
        )
        said = replace(said, status=PROPOSED if advised else IN_FORCE)
    return said
