"""Transfers: who holds, is to hold or keeps a function of the council, one for each function named.

A statement is read from a verb and its clause (`frames`), from words of moving that are no verbs (`nominal`),
from words that lean on the statement before (`echoes`), from a lead-in or title and what is listed under it,
and from the rows of a table (`listed`). `meant` finds the functions of each.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.annexes import (
    LONGEST_LINE,
    ends_list,
    entitle,
    entries,
    has_verb,
    is_entry,
    is_listed,
    is_run_in,
    lines_of,
    open_list,
    still_listed,
)
from handback.reading.claims.claim import Claim
from handback.reading.claims.council_work import (
    is_service,
    speaks_of_devolution_alone,
    speaks_of_functions,
    speaks_of_intervention,
)
from handback.reading.claims.councils import Councils
from handback.reading.claims.frame_words import FORMS, Verb
from handback.reading.claims.frames import frames
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS
from handback.reading.claims.labelled import SENTENCE_LIKE, labelled_in
from handback.reading.claims.listed import Lead
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.page import Page, claim_of, day_of, mention_of, voice_in
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import phrase
from handback.reading.claims.tables_of_holders import heads_of, rows_of
from handback.reading.claims.telling import told_in
from handback.reading.claims.vague import is_vague
from handback.reading.claims.word_search import WordSearch
from handback.reading.document import Kind
from handback.reading.formats.markers import is_bullet, is_paragraph_number
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import watched


def find(found: Outline) -> Iterator[Claim]:
    """The transfers of a document; what a section says again, or a headline first, is listed once."""
    every = list(_once_each(found))
    heads = [p.passage for p in found.parts[:FIRST_LINES] if _MAY_BE_HEADLINE.fullmatch(p.whole.words)]
    for index, one in enumerate(every):
        headline = any(h.start <= one.start < h.end for h in heads)
        if not (headline and any(_is_like(one, other) for other in every[index + 1 :])):
            yield one


FIRST_LINES = 4  # of a page: its date, its headline, a line under it
_MAY_BE_HEADLINE = re.compile(r"(?:[^\s.:;]+ ){3,15}[^\s.:;]+")


def _is_like(one: Claim, other: Claim) -> bool:
    """Whether one claim says of a function what another says of it in more or fewer words."""
    a, b = (set(_NAME.findall(c.attributes["function"].lower())) - _SMALL for c in (one, other))
    return one.attributes["holder"] == other.attributes["holder"] and bool(a and b) and (a <= b or b <= a)


_NAME = re.compile(r"[a-z]+")
_SMALL = frozenset(
    ("the", "of", "and", "its", "powers", "power", "functions", "function", "services", "decisions")
)


def _once_each(found: Outline) -> Iterator[Claim]:
    seen: set[tuple[int, str, str, str]] = set()
    section = 0
    starts = [
        p.passage.start
        for p in found.parts
        if p.passage.kind is Kind.HEADING or (p.passage.marker and not is_bullet(p.passage.marker))
    ]
    sent = _SENT.is_in(found.plain)
    for one in _find(found):
        a = one.attributes
        if one.rule == "verb of holding" and a["holder"] == COMMISSIONERS and not sent:
            continue
        while section < len(starts) and starts[section] <= one.start:
            section += 1
        name = (
            "all"
            if is_vague(a["function"]) and a["function"].lower().startswith("all")
            else a["function"].lower()
        )
        key = (section, name.removeprefix("the "), a["holder"], a["status"])
        if key not in seen:
            seen.add(key)
            yield one


#: Who takes functions from a council, or sends those who do: a page that names none has nobody for "they".
_SENT = WordSearch(
    (
        "commissioners?",
        "envoys?",
        "nominees?",
        "nominated",
        "appointed persons?",
        "whitehall",
        "interventions?",
        "ministers?",
        "secretary of state",
        "the government",
        "central government",
        "government[ -](?:appointed|team)",
        "hit squad",
        "troubleshooters?",
    )
)


def _find(found: Outline) -> Iterator[Claim]:
    """The transfers of the parts of a document in turn, as often as they are said."""
    page = Page(found, speaks_of_intervention(found.plain))
    page.councils = Councils(found.document.text)
    page.devolved = page.intervention and speaks_of_devolution_alone(found.plain)
    for index, part in enumerate(found.parts):
        yield from _of_part(page, part, index)


def _of_part(page: Page, part: Part, index: int) -> Iterator[Claim]:
    """The transfers of one part, read as a field, a heading, a row or a passage; an option states none."""
    kind = part.passage.kind
    if kind is Kind.FIELD:
        yield from labelled_in(page, part.whole)
    elif kind is Kind.HEADING or (part.zone is Zone.ASIDE and kind is not Kind.ROW):
        yield from _heading(page, part, index)
    elif part.zone in (Zone.RESTATED, Zone.OPTIONS):
        return
    elif kind is Kind.ROW and "|" in part.whole.words:
        yield from _row(page, part)
    else:
        page.columns, page.tabled = None, False
        yield from _passage(page, part)


_DIRECTION_TITLE = re.compile(
    r"\b[Dd]irections? (?:return|pass|transfer|giv|restor|mov)\w* .{3,200}? to ", re.I
)


def _heading(page: Page, part: Part, index: int) -> Iterator[Claim]:
    """What a heading says: of a function named in its label, as an entry of a list, or as a title."""
    words = part.whole.words
    page.columns, page.tabled = None, False
    labelled = list(labelled_in(page, part.whole)) if ":" in words else []
    if labelled or part.passage.kind is not Kind.HEADING:
        yield from labelled
        return
    over = page.lead if page.just_opened else page.title
    alone = bool(part.passage.marker) or _nothing_under(page, index)
    if over is not None and is_entry(page, words, alone=alone):
        yield from entries(page, part, over)
        return
    _enter(page, part)
    if index > 2 and _DIRECTION_TITLE.search(words):
        yield from told_in(page, part.whole)


def _nothing_under(page: Page, index: int) -> bool:
    """Whether a heading stands alone: another follows it, or words that are no item, or nothing."""
    following = page.outline.parts[index + 1 : index + 2]
    return not following or following[0].passage.kind is Kind.HEADING or not following[0].item


def _enter(page: Page, part: Part) -> None:
    """A new section begins: what was led in to before it is over."""
    page.lead, page.lead_day, page.pending, page.opener = None, None, None, ""
    page.just_opened = False
    entitle(page, part.whole.words)
    page.recalled.enter(part.whole)


def _row(page: Page, part: Part) -> Iterator[Claim]:
    """What a row of a table says, by the heads of its columns; the first row may be those heads."""
    words = part.whole.words
    if not page.tabled:
        page.tabled, page.columns = True, heads_of(words)
        if page.columns is not None:
            return
    for row in rows_of(words, page.columns):
        said = row.said
        day = day_of(page, part.whole, said.status, None, None, loose=True)
        for name in functions_in(words, row.first, row.last, one=True):
            yield claim_of(
                page, part.whole, row.first, len(words), name.name, said.holder, said.status, day,
                "row of a table",
            )  # fmt: skip


def _passage(page: Page, part: Part) -> Iterator[Claim]:
    """What a passage says: as an entry of the list that it stands in, and sentence by sentence."""
    words = part.whole.words
    page.voice = voice_in(words)
    marked = bool(part.passage.marker) and not is_paragraph_number(part.passage.marker)
    item = part.item or marked or part.passage.kind is Kind.ITEM
    if page.lead and ends_list(page, part.passage.marker):
        page.lead, page.opener = None, ""
    lead = _lead_over(page, part, item=item)
    if lead is not None and is_listed(words) and not _says_itself(page, part, lead):
        yield from entries(page, part, lead)
    elif lead is not None and item and len(part.sentences) > 1 and is_run_in(part.sentences[0].words):
        yield from entries(page, part, lead, only=part.sentences[0])
        for piece in part.sentences[1:]:
            yield from told_in(page, piece)
    else:
        yield from _sentences(page, part, item=item)
        if words.rstrip().endswith((":", ":-", "-")) or _LEADS_ON.search(words[-40:], part.whole.may):
            open_list(page, part.sentences[-1] if part.sentences else part.whole, part.passage.marker)


def _sentences(page: Page, part: Part, *, item: bool) -> Iterator[Claim]:
    """What the sentences of a passage tell; the first may be a title, or an item under its lead-in's verb."""
    if not item:
        page.lead, page.stem, page.opener, page.just_opened = None, "", "", False
    page.prior = page.stem or page.prior
    lines = lines_of(page, part)
    for n, piece in enumerate(lines if len(lines) > 1 else part.sentences):
        if n == 0 and len(part.sentences) > 1 and _run_in_title(page, piece):
            continue
        yield from told_in(page, _under_stem(page, piece) if item and n == 0 else piece)


_LEADS_ON = watched(r"\b(?:as follows|following|these are|they are|below)\W*$", re.I)
_TO_DO = re.compile(r"\b(?:to|will|shall|would|should|must)\s*:$")


def _under_stem(page: Page, piece: Sentence) -> Sentence:
    """An item with the lead-in whose verb it is: "The Commissioners will continue to:" and "run grants"."""
    stem = page.stem.rstrip()
    first = FORMS.get(piece.words.split(" ", 1)[0])
    if not _TO_DO.search(stem) or first is None or first[1] != "base":
        return piece
    before = f"{stem[:-1].rstrip()} "
    places = (*(piece.start for _ in before), *(piece.place(n) for n in range(len(piece.words))))
    return piece._replace(words=before + piece.words, at=places)


def _lead_over(page: Page, part: Part, *, item: bool) -> Lead | None:
    """The lead-in or title that a passage stands under."""
    words = part.whole.words
    if page.lead is not None:
        return page.lead if item or still_listed(page, part) else None
    if page.title is None:
        return None
    if page.headline and not (page.annexed or is_service(words) or speaks_of_functions(words)):
        return None  # a list of links, or of whatever else stands under a headline
    listed = item or (
        not SENTENCE_LIKE.search(words)
        and (page.annexed or still_listed(page, part))
        and (
            page.annexed
            or is_vague(words.rstrip(" ."))
            or (is_service(words) and len(words) < LONGEST_LINE and not has_verb(words))
        )
    )
    return page.title if listed else None


def _says_itself(page: Page, part: Part, lead: Lead) -> bool:
    """Whether an item says who has what it names, against its list: "Parks remain with the Council"."""
    made = phrase(part.whole, page.prior)
    return any(
        f.plain and (f.subject or f.verb is Verb.KEEP) and f.holder != lead.holder
        for f in frames(made, page.speaker)
    )


def _run_in_title(page: Page, piece: Sentence) -> bool:
    """ "Legal services. The new Director has ...": what a paragraph names first, it is about."""
    if not page.intervention:
        return False
    words = piece.words.rstrip(" .:-")
    if (
        len(words.split()) > 8
        or words.endswith("?")
        or SENTENCE_LIKE.search(words)
        or pattern(r"\w{3,}ed\b").search(words)
        or has_verb(words)
    ):
        return False
    named = [n for n in functions_in(words, 0, len(words), one=True) if is_service(n.name)]
    if named:
        page.recalled.enter(piece)
        page.recalled.title, page.recalled.heading = mention_of(piece, named[0]), None
    return bool(named)
