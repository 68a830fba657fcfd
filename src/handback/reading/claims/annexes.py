"""Lists and annexes whose title or lead-in says who has what stands in them.

1. A title ("Functions to be exercised by the Commissioners") or lead-in ("The following go back:") holds for
   what is listed under it, until a title, a lead-in or a paragraph of the outer numbering ends the list.
2. What the body says of "the functions in Part 2 of the Schedule" holds for what stands under that heading.
3. Directions that amend an annex ("omit entry 2 (parks)", "after entry 7 insert") move what they leave out or
   add.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.alarms import may_lead
from handback.reading.claims.claim import Claim
from handback.reading.claims.council_work import is_service, speaks_of_functions
from handback.reading.claims.cues import cued
from handback.reading.claims.frame_words import FORMS, Verb
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, holder_of, opposite
from handback.reading.claims.labelled import ABOUT_DECISIONS, SENTENCE_LIKE
from handback.reading.claims.listed import OF_AGENDA, Lead, is_title, lead_of
from handback.reading.claims.modality import IN_FORCE, PROPOSED
from handback.reading.claims.outline import Part
from handback.reading.claims.page import Page, claim_of, day_of, mention_of
from handback.reading.claims.patterns import pattern
from handback.reading.document import written_lines
from handback.reading.formats.markers import is_bullet
from handback.reading.words.sentences import Sentence, sentence
from handback.reading.words.watch import waits

LONGEST_ENTRY = 700  # characters
LONGEST_LEAD = 260  # characters
LONGEST_RUN_IN = 80  # characters
LONGEST_LINE = 160  # characters of an entry that no marker sets apart
_PLACE = re.compile(
    r"\b(?P<kind>annex|schedule|appendix|part|table|list|paragraphs?|entr(?:y|ies)|column)"
    r"(?: (?P<mark>[A-Z]|\d{1,2}|[ivx]{1,4}))?\b(?! of (?:the )?\w+ Act)",
    re.I,
)
_OF_FUNCTIONS = waits(
    r"(?:(?:annex|schedule|appendix|part|table|list)\b[^:-]{0,12}[:-]? )?(?:[\w']+ ){0,2}?"
    r"(?:functions|powers|services|areas|matters|decisions) (?:that|which|where|for which|over which"
    r"|in which|still|no longer|not|now|already|with|the|we)\b.{3,90}$"
    r"|(?:retained|returned|remaining|reserved) (?:functions|powers|services|areas)$",
    re.I,
)
#: A lead-in whose object is the list: "returning to the Council:", "This leaves the Commissioners with:".
_OPEN_ENDED = re.compile(
    r"\b(?:with|for|over|of|about|relating to|in relation to|in respect of|associated with|returning"
    r"|restoring|return|restore|retain|keep|exercise|run|control"
    r"|(?:to|by|with) (?:the )?(?:[\w']+ ){0,2}"
    r"(?:[Cc]ouncil|[Cc]ommissioners?|[Aa]uthority|[Mm]embers|[Cc]abinet))\W*$"
)
#: What a body did or is asked to do, and no function: "note the letter", "the Mayor approved the lease".
_ACTS = re.compile(
    r"(?:(?:That |To |to |that )?(?:note|agree|approve|delegate|receive|endorse|recommend|authorise"
    r"|consider|support|ask|request|welcome)\b"
    r"|(?:[A-Z][\w'.-]* |the |an? )[^,.;]{2,60}?\b(?:approved|granted|agreed|noted|authorised|adopted"
    r"|refused|took|looked|judged|tells|sets out|decided|accepted|appointed)\b"
    r"|(?:The |the )?(?:Council|Cabinet|Commissioners?|Committee|Board|Leader|Mayor|[Oo]fficers|[Mm]embers"
    r"|[Rr]esidents|[Ss]taff) (?:has |have |had |also |now )*"
    r"(?:[a-z]{3,}ed|held|had|was|were|met|made|took|gave|set|ran|did|spent|won|lost)\b)"
)
#: What stands under a picture of a page of news.
_OF_PICTURE = waits(r"\b[Ii]mage (?:source|caption)|\b(?:Credit|Picture|Photo(?:graph)?):|\bGetty\b")
_CLOSES = re.compile(
    r"(?:signed\b|dated\b|made on|by order|explanatory note|notes?\b|\d{1,2} [A-Z][a-z]+ \d{4}"
    r"|interpretation|definitions)",
    re.I,
)
_SAYS_WHERE = re.compile(
    r"\b(?:specified|set out|listed|described|named|mentioned|referred to|contained|shown|in|of)\b", re.I
)


def place_named(words: str) -> str:
    """The annex or part that words name ("Part 2 of the Schedule" is "part 2"); empty where they name"
    " none."""
    found = _PLACE.search(words)
    return f"{found['kind'].lower()} {(found['mark'] or '').lower()}".strip() if found else ""


def refers(page: Page, slot: str, lead: Lead) -> None:
    """Keep what is said of functions "specified in Annex B" for what stands under that heading."""
    if _SAYS_WHERE.search(slot) and (named := place_named(slot)):
        page.annexes[named] = lead


def entitle(page: Page, words: str) -> None:
    """Take what a title says of what stands under it."""
    named = _PLACE.match(words)
    lead = lead_of(words, title=True) if may_lead(words) and not ABOUT_DECISIONS.search(words) else None
    if lead is None and _OF_FUNCTIONS.match(words):
        directed = IN_FORCE if pattern(r"exercis", re.I).search(words) else PROPOSED
        said = cued(words, page.speaker, coming=directed)
        lead = Lead(said.holder, said.status, said.verb, titled=True) if said else None
    if lead is not None:
        page.title, page.annexed = lead, page.annexed or named is not None
        page.headline = not is_title(words)
    elif named:
        page.title = page.annexes.get(place_named(words))
        page.annexed = page.title is not None
    elif not page.annexed or _CLOSES.match(words):
        page.title, page.annexed = None, False


def is_entry(page: Page, words: str, *, alone: bool) -> bool:
    """Whether a heading is itself an entry: of an annex ("Street cleaning"), or the first of a list.

    `alone` says that nothing stands under the heading.
    """
    listed = page.just_opened or (page.annexed and page.title is not None and alone)
    named = is_service(words) or speaks_of_functions(words)
    return listed and named and len(words) < LONGEST_LINE and lead_of(words, title=True) is None


def open_list(page: Page, where: Sentence, marker: str) -> None:
    """A lead-in: what it says holds for the list that follows."""
    page.stem = where.words if where.words.rstrip().endswith(":") else ""
    if OF_AGENDA.match(where.words) or page.devolved:
        return
    lead = lead_of(where.words, title=False) if may_lead(where.words) else None
    if lead is None and page.pending and pattern(r"(?:These|They|Those|The)\b").match(where.words):
        lead = page.pending
    if (
        lead is None
        and page.intervention
        and where.words.rstrip().endswith(":")
        and len(where.words) < LONGEST_LEAD
    ):
        said = cued(where.words, page.speaker)
        lead = (
            Lead(said.holder, said.status, said.verb)
            if said and holder_of(where.words) and _OPEN_ENDED.search(where.words)
            else None
        )
    if lead is not None and (page.intervention or lead.verb is not Verb.HOLD or lead.holder != COUNCIL):
        page.lead, page.opener, page.just_opened = lead, style_of(marker), True
        page.lead_day = day_of(page, where, lead.status, None, None)


def style_of(marker: str) -> str:
    """The kind of a marker: "4." and "12." are alike, "(a)" is another."""
    if not marker or is_bullet(marker):
        return ""
    shape = pattern(r"[ivx]{2,}|[ivx](?=\W)").sub("i", marker.lower())
    return pattern(r"\d+").sub("1", pattern(r"(?<![a-z])[a-z](?![a-z])").sub("a", shape))


def ends_list(page: Page, marker: str) -> bool:
    """Whether an item is the next of the paragraphs that one of them opened the list in."""
    return bool(page.opener) and style_of(marker) == page.opener


def is_listed(words: str) -> bool:
    """Whether words are an entry of a list and no sentence of their own."""
    return (
        len(words) < LONGEST_ENTRY
        and not words.rstrip().endswith("?")
        and not SENTENCE_LIKE.search(pattern(r"\b(?:which|that|who|whom)\b.*").sub("", words))
    )


def still_listed(page: Page, part: Part) -> bool:
    """Whether unmarked lines go on a list: short, and no sentences."""
    words = part.whole.words
    short = all(len(line.words) < LONGEST_LINE for line in lines_of(page, part))
    return short and not SENTENCE_LIKE.search(words) and not words.rstrip().endswith(":")


def has_verb(words: str) -> bool:
    """Whether words hold a verb of holding or moving in a form that names have not: "remains", "took"."""
    return any((form := FORMS.get(w)) and form[1] in ("s", "ed") for w in words.lower().split())


def is_run_in(words: str) -> bool:
    """Whether the first words of an item only name what it is about: "Libraries." """
    return (
        is_service(words)
        and len(words) < LONGEST_RUN_IN
        and not SENTENCE_LIKE.search(words)
        and not has_verb(words)
    )


def entries(page: Page, part: Part, lead: Lead, *, only: Sentence | None = None) -> Iterator[Claim]:
    """The functions that an entry of a list names, or each line of a passage that is several entries."""
    words = part.whole.words
    if words.rstrip().endswith(":") and (not part.item or pattern(r"\bfollowing\b").search(words)):
        return
    if (_ACTS.match(words) and not page.annexed) or _OF_PICTURE.search(words):
        return
    mentions = []
    if page.just_opened:
        page.recalled.named = []
    page.just_opened = page.just_opened and not part.passage.marker
    for line in [only] if only else lines_of(page, part):
        mark = pattern(r"[\"' ]*(?:\(?\w{1,3}[.)] )?").match(line.words)
        for name in functions_in(
            line.words,
            mark.end() if mark else 0,
            len(line.words.rstrip(" .;,:\"'")),
            one=bool(part.passage.marker) or line is not part.whole,
        ):
            if _IS_BODY.search(name.name):
                continue
            mentions.append(mention_of(line, name))
            yield _entry(page, part, line, lead, name.name, name.end)
    page.recalled.named = (page.recalled.named + mentions)[-12:] if mentions else page.recalled.named


#: A list of bodies is none of functions: "Audit and Scrutiny Committee".
_IS_BODY = re.compile(r"\b(?:[Cc]ommittee|Panel|Board|Forum|Commission|Working Group|Cabinet|Assembly)$")


def _entry(page: Page, part: Part, line: Sentence, lead: Lead, name: str, last: int) -> Claim:
    day = page.lead_day or day_of(page, part.whole, lead.status, None, None)
    several = "," in line.words or not part.passage.marker
    end = max(last, 1) if several else len(line.words.rstrip(" .;,:\"'"))
    return claim_of(page, line, 0, end, name, lead.holder, lead.status, day, "item under a lead-in")


def lines_of(page: Page, part: Part) -> list[Sentence]:
    """The lines of a passage where each begins an entry of its own; else the whole of it."""
    raw = page.outline.document.text[part.passage.start : part.passage.end]
    if "\n" not in raw:
        return [part.whole]
    lines = list(written_lines(raw))
    if len(lines) < 2 or part.passage.marker or not all(_stands_alone(raw[a:b]) for a, b in lines):
        return [part.whole]
    plain, start = page.outline.plain, part.passage.start
    return [sentence(plain, start + first, start + last) for first, last in lines]


_BEGINS_ANEW = re.compile(r"\s*(?:\W|[A-Z])")
_ENDS_OPEN = re.compile(r"\b(?:of|the|and|to|for|in|or|a|with|by)$")


def _stands_alone(line: str) -> bool:
    """Whether a line is no part of a sentence: it begins anew, is short, and ends open in nothing."""
    words = line.rstrip()
    return (
        len(line) < LONGEST_LINE
        and not words.endswith(",")
        and _BEGINS_ANEW.match(line) is not None
        and _ENDS_OPEN.search(words) is None
    )


_AMENDS = waits(r"(?P<out>\b(?:omit|leave out|delete|strike out|remove)\b)|(?P<add>\b(?:insert|add)\b)", re.I)
_ENTRIES = re.compile(r"\((?P<in>[^()\d][^()]{2,120})\)|\"\(?\w{1,3}[.)]? (?P<quoted>[^\"]{3,160})\"")


def amended(page: Page, where: Sentence) -> Iterator[Claim]:
    """What directions leave out of an annex or add to it: "omit paragraph 3 (libraries)"."""
    words = where.words
    verb = _AMENDS.search(words) if page.intervention else None
    if verb is None or not _PLACE.search(words) or SENTENCE_LIKE.search(words[: verb.start()]):
        return
    holder = page.annexes.get(place_named(words), Lead(COMMISSIONERS, IN_FORCE, Verb.HOLD)).holder
    holder = opposite(holder) if verb["out"] else holder
    page.lead, page.opener = Lead(holder, IN_FORCE, Verb.MOVE), "1."
    page.lead_day = day_of(page, where, IN_FORCE, None, None) or page.in_force_on
    for entry in _ENTRIES.finditer(words, verb.end()):
        first, last = entry.span("in" if entry["in"] else "quoted")
        for name in functions_in(words, first, last, one=True):
            yield claim_of(
                page, where, first, last, name.name, holder, IN_FORCE, page.lead_day, "annex amended"
            )
