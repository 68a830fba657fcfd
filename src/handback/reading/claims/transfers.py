"""Transfers: who holds, is to hold or keeps a function of the council, one for each function named.

A statement is read from a verb and its clause (`frames`), from words of moving that are no verbs (`nominal`),
from words that lean on the statement before (`echoes`), from a lead-in or title and what is listed under it,
and from the rows of a table (`listed`). `meant` finds the functions of each.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.alarms import may_tell
from handback.reading.claims.annexes import (
    amended,
    ends_list,
    entitle,
    entries,
    is_entry,
    is_listed,
    is_run_in,
    open_list,
    refers,
    still_listed,
)
from handback.reading.claims.asked import answer, as_said, asked_of
from handback.reading.claims.by_cues import frames_by_cues
from handback.reading.claims.claim import Claim
from handback.reading.claims.council_work import is_service, speaks_of_intervention
from handback.reading.claims.councils import Councils
from handback.reading.claims.echoes import echoed, may_echo, opined
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.frames import frames, goes_on
from handback.reading.claims.functions import functions_in
from handback.reading.claims.labelled import SENTENCE_LIKE, labelled_in
from handback.reading.claims.listed import Lead
from handback.reading.claims.meant import EVERY, LOOKS_BACK, functions_of, is_evident
from handback.reading.claims.modality import PROPOSED, RETAINED, WEIGHED
from handback.reading.claims.nominal import told_as_things
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.page import REMEMBERED, Page, claim_of, day_of, mention_of, speaker_of
from handback.reading.claims.passing import told_in_passing
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase, phrase, relatives
from handback.reading.claims.recalled import Mention
from handback.reading.claims.sentences import Sentence, sentence
from handback.reading.claims.statement import Frame
from handback.reading.claims.tables_of_holders import heads_of, rows_of
from handback.reading.claims.vague import is_pronoun, is_vague
from handback.reading.document import Kind
from handback.reading.formats.markers import is_paragraph_number

_RULES = {
    Verb.BACK: "verb of returning",
    Verb.MOVE: "verb of moving",
    Verb.TAKE: "verb of taking",
    Verb.LOSE: "verb of losing",
    Verb.HOLD: "verb of holding",
    Verb.KEEP: "verb of keeping",
}


def find(found: Outline) -> Iterator[Claim]:
    """The transfers of a document; what a section says again in other words is listed once."""
    seen: set[tuple[int, str, str, str]] = set()
    section = 0
    starts = [p.passage.start for p in found.parts if p.passage.kind is Kind.HEADING or p.passage.marker]
    for one in _find(found):
        a = one.attributes
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


def _find(found: Outline) -> Iterator[Claim]:
    page = Page(found, speaker_of(found.plain), speaks_of_intervention(found.plain))
    page.councils = Councils(found.document.text)
    for index, part in enumerate(found.parts):
        if part.passage.kind is Kind.FIELD:
            yield from labelled_in(page, part.whole)
        elif part.passage.kind is Kind.HEADING or (
            part.zone is Zone.ASIDE and part.passage.kind is not Kind.ROW
        ):
            following = found.parts[index + 1] if index + 1 < len(found.parts) else None
            yield from _heading(page, part, index, following)
        elif part.zone in (Zone.RESTATED, Zone.OPTIONS):
            continue
        elif part.passage.kind is Kind.ROW and "|" in part.whole.words:
            yield from _row(page, part)
        else:
            page.columns, page.tabled = None, False
            yield from _passage(page, part)


_DIRECTION_TITLE = re.compile(
    r"\b[Dd]irections? (?:return|pass|transfer|giv|restor|mov)\w* .{3,200}? to ", re.I
)


def _heading(page: Page, part: Part, index: int, following: Part | None) -> Iterator[Claim]:
    words = part.whole.words
    page.columns, page.tabled = None, False
    labelled = list(labelled_in(page, part.whole)) if ":" in words else []
    if labelled:
        yield from labelled
        return
    if part.passage.kind is not Kind.HEADING:
        return
    alone = following is None or following.passage.kind is Kind.HEADING or not following.item
    over = page.lead if page.just_opened else page.title
    if over is not None and is_entry(page, words, alone=alone or bool(part.passage.marker)):
        yield from entries(page, part, over)
        return
    page.lead, page.lead_day, page.pending, page.opener = None, None, None, ""
    page.just_opened = False
    entitle(page, words)
    page.recalled.enter(part.whole)
    if index > 2 and _DIRECTION_TITLE.search(words):
        yield from _sentence(page, part.whole)


def _row(page: Page, part: Part) -> Iterator[Claim]:
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
                page,
                part.whole,
                row.first,
                len(words),
                name.name,
                said.holder,
                said.status,
                day,
                "row of a table",
            )


def _passage(page: Page, part: Part) -> Iterator[Claim]:
    words = part.whole.words
    marked = bool(part.passage.marker) and not is_paragraph_number(part.passage.marker)
    item = part.item or marked or part.passage.kind is Kind.ITEM
    if page.lead and ends_list(page, part.passage.marker):
        page.lead, page.opener = None, ""
    lead = _lead_over(page, part, item=item)
    if lead is not None and is_listed(words) and not _says_itself(page, part, lead):
        yield from entries(page, part, lead)
        return
    if lead is not None and item and len(part.sentences) > 1 and is_run_in(part.sentences[0].words):
        yield from entries(page, part, lead, only=part.sentences[0])
        for piece in part.sentences[1:]:
            yield from _sentence(page, piece)
        return
    if not item:
        page.lead, page.stem, page.opener, page.just_opened = None, "", "", False
    page.prior = page.stem or page.prior
    for n, piece in enumerate(part.sentences):
        if n == 0 and len(part.sentences) > 1 and _run_in_title(page, piece):
            continue
        yield from _sentence(page, piece)
    if words.rstrip().endswith((":", ":-", "-")) or pattern(
        r"\b(?:as follows|following|these are|they are|below)\W*$", re.I
    ).search(words[-40:]):
        open_list(page, part.sentences[-1] if part.sentences else part.whole, part.passage.marker)


def _lead_over(page: Page, part: Part, *, item: bool) -> Lead | None:
    """The lead-in or title that a passage stands under."""
    words = part.whole.words
    if page.lead is not None:
        return page.lead if item or still_listed(page, part) else None
    if page.title is None:
        return None
    listed = item or (
        not SENTENCE_LIKE.search(words)
        and (page.annexed or is_service(words) or is_vague(words.rstrip(" .")))
    )
    return page.title if listed else None


def _says_itself(page: Page, part: Part, lead: Lead) -> bool:
    """Whether an item says who has what it names, against its list: "Parks remain with the Council"."""
    made = phrase(part.whole)
    return any(
        f.plain and (f.subject or f.verb is Verb.KEEP) and f.holder != lead.holder
        for f in frames(made, page.speaker, page.prior)
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
    ):
        return False
    named = [n for n in functions_in(words, 0, len(words), one=True) if is_service(n.name)]
    if named:
        page.recalled.enter(piece)
        page.recalled.title, page.recalled.heading = mention_of(piece, named[0]), None
    return bool(named)


def _sentence(page: Page, where: Sentence) -> Iterator[Claim]:
    labelled = list(labelled_in(page, where)) if ":" in where.words else []
    if labelled:
        yield from labelled
        return
    omitted = list(amended(page, where))
    if omitted:
        yield from omitted
        return
    if page.asked is not None:
        yield from answer(page, where)
    page.asked = asked_of(where) if where.words.rstrip().endswith("?") else None
    if page.asked is not None:
        page.recalled.name([page.asked])
        return
    leans = page.pending is not None or (
        page.last is not None and page.told < REMEMBERED and may_echo(where.words)
    )
    if not leans and not may_tell(where, intervention=page.intervention):
        page.told += 1
        page.prior = where.words
        page.recalled.passed.append(where)
        page.recalled.grow_old(fresh=False)
        return
    made = phrase(where)
    if made.words != where.words:
        for aside in relatives(where):
            yield from _of_phrase(page, phrase(aside))
    if made.tokens:
        yield from _of_phrase(page, made)


def _of_phrase(page: Page, made: Phrase) -> Iterator[Claim]:
    found = _frames(page, made)
    named_here: list[Mention] = []
    if not found:
        yield from _named_next(page, made)
    found = [as_said(page, made, frame) for frame in found]
    read = [(frame, *functions_of(page, made, frame, named_here)) for frame in found]
    for n, (frame, _mentions, pointed) in enumerate(read):
        refers(page, made.words[frame.first : frame.last], Lead(frame.holder, frame.status, frame.verb))
        mentions = _listed_of(made, read, n)
        if frame.verb is not Verb.HOLD or frame.status != RETAINED:
            page.last = Lead(frame.holder, frame.status, frame.verb)
        if frame.status == WEIGHED:
            continue
        until = found[n + 1].start if n + 1 < len(found) else None
        day = day_of(page, made.sentence, frame.status, frame.start, until)
        for mention in mentions:
            yield _of_frame(page, made, frame, mention, day, pointed=pointed)
        vague = not pointed and all(is_vague(m.name) for m in mentions)
        page.pending = Lead(frame.holder, frame.status, frame.verb) if vague else None
    _remember(page, made, named_here, moved=any(mentions for _f, mentions, _p in read), found=bool(found))


_Read = tuple[Frame, list[Mention], bool]


def _listed_of(made: Phrase, read: list[_Read], n: int) -> list[Mention]:
    """The functions to list for a statement: "some powers" only where the sentence names nothing better."""
    frame, mentions, _pointed = read[n]
    mentions = [m for m in mentions if not any(_again(m, frame, other) for other in read[n + 1 :])]
    better = any(not pointed and any(not is_vague(m.name) for m in named) for _f, named, pointed in read)
    if better or (frame.noun and LOOKS_BACK.search(made.words[: frame.first])):
        mentions = [m for m in mentions if not is_vague(m.name) or EVERY.match(m.name)]
    return mentions


def _remember(page: Page, made: Phrase, named: list[Mention], *, moved: bool, found: bool) -> None:
    page.told = 0 if moved else page.told + 1
    page.recalled.grow_old(fresh=bool(named))
    page.prior = f"{page.prior} {made.words}" if goes_on(made.words) else made.words
    if named:
        page.recalled.name(named)
    elif not found:
        page.recalled.passed.append(made.sentence)


def _again(mention: Mention, frame: Frame, other: _Read) -> bool:
    """Whether a later statement of the sentence says the same of the same words."""
    same = (frame.holder, frame.status) == (other[0].holder, other[0].status)
    return same and any(m.start == mention.start for m in other[1])


def _frames(page: Page, made: Phrase) -> list[Frame]:
    """The statements of a sentence, in order, none reading the words of another."""
    chosen: list[Frame] = []
    for frame in (*told_as_things(made), *told_in_passing(made), *frames(made, page.speaker, page.prior)):
        if any(frame.first < f.last and f.first < frame.last for f in chosen):
            continue
        if is_evident(page, made, frame):
            chosen.append(frame)
    last = _leant_on(page, chosen)
    if last is not None:
        status = last.status if last.status != WEIGHED else PROPOSED
        for frame in echoed(made, last.holder, status, moved=last.verb not in (Verb.HOLD, Verb.KEEP)):
            slot = made.words[frame.first : frame.last]
            clear = not any(
                (frame.first < f.last and f.first < frame.last) or f.start <= frame.first < f.end
                for f in chosen
            )
            if clear and (is_service(slot) or (is_pronoun(slot) and opined(made.words[: frame.first]))):
                chosen.append(frame)
    if page.intervention and not made.words.rstrip().endswith("?"):
        chosen += frames_by_cues(made, page.speaker, tuple(chosen))
    return sorted(chosen, key=lambda f: f.first)


def _leant_on(page: Page, chosen: list[Frame]) -> Lead | Frame | None:
    """The statement that the rest of a sentence may lean on: that of a sentence before, else its own last."""
    if page.last is not None and page.told < REMEMBERED:
        return page.last
    return max(chosen, key=lambda f: f.first, default=None)


_THESE = re.compile(
    r"(?:They|These|Those|The (?:first|second|third|last|others?|rest|(?:\w+ )?(?:functions|powers|areas"
    r"|services|responsibilities)|two|three|four|five|six|seven|eight|nine|ten)(?: (?:concerned|affected"
    r"|involved|in question|returned|are|were))?)"
    r" (?:are|were|is|was|include|included|includes|comprise|comprised|cover|covered"
    r"|will be)\b:? (?P<what>[^.]{3,400})"
)


def _named_next(page: Page, made: Phrase) -> Iterator[Claim]:
    """ "Five functions were returned. These are parks, piers, ..."."""
    these = _THESE.match(made.words) if page.pending else None
    if these is None or page.pending is None:
        return
    lead = page.pending
    mentions = []
    for name in functions_in(made.words, these.start("what"), these.end("what")):
        if is_vague(name.name) or not is_service(name.name):
            continue
        mentions.append(mention_of(made.sentence, name))
        yield claim_of(
            page,
            made.sentence,
            0,
            name.end,
            name.name,
            lead.holder,
            lead.status,
            None,
            "functions named after",
        )
    if mentions:
        page.recalled.name(mentions)


def _of_frame(
    page: Page, made: Phrase, frame: Frame, mention: Mention, day: str | None, *, pointed: bool
) -> Claim:
    rule = "cues of a clause" if frame.by_cues else _RULES[frame.verb]
    start, end = made.sentence.place(frame.start), made.sentence.place(max(frame.end - 1, 0)) + 1
    if not frame.subject and not pointed:
        end = max(mention.end, made.sentence.place(frame.first))
    end = max(end, mention.end if mention.start >= start else end)
    if pointed:
        rule, end = "function named before", max(end, made.sentence.place(_clause_end(made, frame) - 1) + 1)
        if (
            0 <= start - mention.start < 400
            and "\n\n" not in page.outline.document.text[mention.start : start]
        ):
            start = mention.start
    whole = sentence(page.outline.plain, start, end)
    return claim_of(page, whole, 0, len(whole.words), mention.name, frame.holder, frame.status, day, rule)


def _clause_end(made: Phrase, frame: Frame) -> int:
    """Where the clause of a statement ends."""
    after = next(
        (
            made.tokens[j.at - 1].start
            for j in made.joints
            if j.at and made.tokens[j.at - 1].start > frame.end
        ),
        len(made.words),
    )
    return max(min(after, frame.end + 160), 1)
