"""Titles, lead-ins and tables that say who has what stands under them: "Functions retained"."""

import re
from dataclasses import dataclass

from handback.reading.claims.frame_words import Verb
from handback.reading.claims.frames import frames
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, OTHER, holder_of
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED, WEIGHED
from handback.reading.claims.nominal import told_as_things
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import phrase
from handback.reading.claims.sentences import Sentence
from handback.reading.claims.vague import is_pronoun, is_vague


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in or title says of each thing under it."""

    holder: str
    status: str
    verb: Verb
    titled: bool = False


_THINGS = r"(?:functions?|powers?|services|areas|responsibilities|duties|matters|decisions)"
_ADVISED = re.compile(
    rf"(?:(?:the |all )?{_THINGS} )?(?:which are |that are )?(?P<not>not (?:yet "
    rf"|currently )?)?(?:recommended|ready|proposed|suitable)(?: for (?:return|restoration"
    rf"|handback))?[ :.-]*$",
    re.I,
)
_TITLE = re.compile(
    rf"(?:(?:(?:annex|schedule|appendix|part|section|table|list|group|phase|tranche"
    rf"|stage) ?\w{{0,3}}[ :.-]+)*(?:list of |what |which |other |remaining |the |all |key |council "
    rf"|executive |\w+ )?{_THINGS}?(?: of the (?:council|authority))? ?)"
    rf"(?:(?P<to>to be|recommended for|proposed for|proposed to be|for|being|ready for|ready to be"
    rf"|ready to|recommended to be|due to be|that (?:will|should|could|would|can) be|which (?:will|should"
    rf"|could|would) be|to|we recommend (?:for|be)|proposed|suggested for|(?:not|not yet) (?:ready"
    rf"|recommended|proposed|suitable) (?:for|to be)|already|now|still|will|that|which|that are|which are"
    rf"|have been|are|were) )*"
    rf"(?P<verb>return(?:ed|ing)?|restor(?:ed|ation)|handed back|hand(?:ing)? back|handback|retained?"
    rf"|retention|kept?|keep|exercised|held|remain(?:s|ing)?|stay(?:s|ing)?|transferred|passed|passing"
    rf"|moved|with|under|go(?:ne|ing)? back|coming back|come back|back|taken over|exercisable|left"
    rf"|transfer)\b"
    rf"(?: (?:back )?(?:to |by |with |under |in the hands of |at )?(?P<who>{HOLDER}))?(?:,? (?:on|from|in"
    rf"|since|with effect from|until|at|under|now|so far|to date|for now) [^:;.]{{0,60}}|(?: so far"
    rf"| to date| already| today| now))?[ :.-]*$",
    re.I,
)


def lead_of(words: str, *, title: bool) -> Lead | None:
    """The statement that a lead-in or title makes of what follows it; None where it makes none."""
    text = words.strip().rstrip(" :-")
    if not 3 < len(text) < 400:
        return None
    for said in (text, f"{text} the following functions") if not title else (text,):
        lead = _stated(said, title=title)
        if lead is not None:
            return lead
    return _titled(text) if title or len(text) < 120 else None


def _stated(text: str, *, title: bool) -> Lead | None:
    """What a lead-in says by its verb of functions that it does not name itself."""
    made = phrase(Sentence(text, 0))
    for frame in (*told_as_things(made), *frames(made)):
        slot = made.words[frame.first : frame.last]
        if (
            is_vague(slot)
            or is_pronoun(slot)
            or not functions_in(made.words, frame.first, frame.last)
            or _FOLLOWS.search(slot)
        ):
            return None if frame.status == WEIGHED else Lead(frame.holder, frame.status, frame.verb, title)
    return None


_FOLLOWS = re.compile(r"\b(?:following|below|listed|these|those|as follows)\b", re.I)


def holder_label(label: str) -> Lead | None:
    """A label that only names a holder ("Commissioners: finance, procurement")."""
    whole = pattern(rf"(?:[Ww]ith |[Uu]nder )?(?:{HOLDER})").fullmatch(label.strip())
    holder = holder_of(label) if whole else None
    return Lead(holder, IN_FORCE, Verb.HOLD, titled=True) if holder else None


def _titled(text: str) -> Lead | None:
    found = _TITLE.match(text)
    if found is None:
        advised = _ADVISED.match(text)
        if advised is None:
            return None
        return (
            Lead(COMMISSIONERS, RETAINED, Verb.KEEP, titled=True)
            if advised["not"]
            else Lead(COUNCIL, PROPOSED, Verb.BACK, titled=True)
        )
    verb, said = found["verb"].lower(), text.lower()
    if verb in ("with", "under", "transfer") and not pattern(rf"\b(?:{_THINGS})\b", re.I).search(text):
        return None
    kept = verb.startswith(("retain", "retention", "keep", "kept", "remain", "stay", "left")) or pattern(
        r"\bstill\b"
    ).search(said)
    refused = pattern(r"\bnot(?: yet)?\b").search(said)
    back = verb.startswith(("return", "restor", "hand", "go", "com", "back"))
    holder = holder_of(found["who"] or "")
    if refused:
        return Lead(COMMISSIONERS, RETAINED, Verb.KEEP, titled=True) if back else None
    holder = holder or (
        COUNCIL
        if back
        else COMMISSIONERS
        if kept or verb in ("exercised", "held", "exercisable", "taken over")
        else None
    )
    if holder is None:
        return None
    if kept:
        return Lead(holder, RETAINED, Verb.KEEP, titled=True)
    meant = pattern(
        r"\b(?:to be|for|recommend\w*|propos\w*|should|could|would|ready|due|suggest\w*|to (?:return|go))\b"
    ).search(said) or verb in ("return", "restoration", "handback")
    directed = verb in ("exercised", "exercisable", "held")
    return Lead(
        holder,
        PROPOSED if meant and not directed and not pattern(r"directions?").search(said) else IN_FORCE,
        Verb.BACK if back else Verb.HOLD,
        titled=True,
    )


_CELL = re.compile(
    r"^(?P<not>not (?:yet )?)?(?:recommend(?:ed)?(?: for| to| that)? |propos(?:e|ed)(?: for| to)? "
    r"|ready (?:for|to) |to be |due to |will |stays? |still |now |already |minded to )*"
    r"(?:(?P<kept>retain\w*|remain\w*|stay\w*|kept|keep\w*|retention|continu\w*|no change)"
    r"|(?P<back>return\w*|restor\w*|hand(?:ed|ing)? ?-?back|back(?: with)?|go back|gone back|yes)"
    r"|(?P<held>exercised by|held by|with|transferred to|passed to|moved to|under"
    r"|(?:the )?commissioners?|(?:the |full )?council|cabinet|members|councillors|(?:[\w']+ ){0,3}trust"
    r"|(?:[\w']+ ){0,3}company|(?:[\w']+ ){0,2}(?:county|borough|city) council|portfolio holder"
    r"|(?:the )?(?:combined )?authority))\b",
    re.I,
)
_ADVICE = re.compile(
    r"recommend|propos|advice|advise|minded|intention|next step|plan(?:ned)?\b|our view|future", re.I
)
_HOLDS = re.compile(
    r"hold|held|holder|who|status|position|recommend|propos|advice|return|power|now with|exercised"
    r"|responsib|decision|outcome|future|intention|minded|with\b|where|at present|current",
    re.I,
)
_FUNCTION = re.compile(r"function|power|service|area|responsib|matter|what|subject|description", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that names a function and says who has it: where the name stands, and what is said."""

    first: int
    last: int
    lead: Lead


def row_of(words: str, header: str) -> Row | None:
    """A row of a table read with the row that heads its columns; None where it says nothing of who "
    "holds."""
    cells = _cells(words)
    titles = [words_of(header, a, b) for a, b in _cells(header)] if header else []
    if len(titles) != len(cells):
        titles = []
    name = next((n for n, t in enumerate(titles) if _FUNCTION.search(t)), None)
    if name is None:
        name = (
            1
            if len(cells) > 2 and pattern(r"[A-Z]{0,2}\d{0,3}\.?").fullmatch(words_of(words, *cells[0]))
            else 0
        )
    for n, (first, last) in enumerate(cells):
        title = titles[n] if titles else ""
        if n == name or (titles and not _HOLDS.search(title)):
            continue
        lead = _of_cell(words[first:last], title)
        if lead is not None and cells[name][1] - cells[name][0] < 120:
            rest = [words[a:b] for a, b in cells[n + 1 :]] if n > name else []
            return Row(*cells[name], _meant_to_be(lead, words[first:last], rest))
    return None


def _meant_to_be(lead: Lead, cell: str, rest: list[str]) -> Lead:
    """What a row says in the end: a later cell that advises a stay speaks of more than who has it."""
    if lead.verb is not Verb.HOLD:
        return lead
    for later in rest:
        if _STAYS.match(later):
            return Lead(holder_of(later) or lead.holder, RETAINED, Verb.KEEP)
    never = pattern(
        r"\b(?:never|always|not (?:directed|removed|transferred|moved"
        r"|affected))\b",
        re.I,
    ).search(cell)
    return Lead(lead.holder, RETAINED, Verb.KEEP) if never else lead


_STAYS = re.compile(
    r"(?:recommended |proposed )?(?:to )?(?:remain|stay|be retained|retain|keep|continue)\w*\b", re.I
)


def words_of(words: str, first: int, last: int) -> str:
    """The words of a cell."""
    return words[first:last]


def _cells(words: str) -> list[tuple[int, int]]:
    cells = []
    for found in pattern(r"[^|]+").finditer(words):
        piece = found[0]
        first = found.start() + len(piece) - len(piece.lstrip())
        if piece.strip():
            cells.append((first, first + len(piece.strip())))
    return cells or [(0, len(words))]


def _of_cell(cell: str, title: str) -> Lead | None:
    found = _CELL.match(cell) if len(cell) < 90 else None
    if found is None:
        named = pattern(
            r"\b(?:held by|holder|exercised by|who (?:holds|has|runs)|held with|responsible)\b", re.I
        ).search(title)
        other = named and pattern(r"[A-Z][a-z]+(?: [\w']+){1,5}$").match(cell)
        return Lead(OTHER, IN_FORCE, Verb.HOLD) if other else None
    advised = bool(
        _ADVICE.search(title)
        or pattern(r"\b(?:recommend|propos|to be|ready|due to|minded)", re.I).search(cell)
    )
    holder = holder_of(cell)
    if found["kept"] or found["not"]:
        return Lead(holder or COMMISSIONERS, RETAINED, Verb.KEEP)
    if found["back"]:
        return Lead(holder or COUNCIL, PROPOSED if advised else IN_FORCE, Verb.BACK)
    if pattern(r"\bstill\b", re.I).search(cell):
        return Lead(holder, RETAINED, Verb.KEEP) if holder else None
    return Lead(holder, PROPOSED if advised else IN_FORCE, Verb.HOLD) if holder else None
