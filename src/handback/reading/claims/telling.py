"""What a sentence says of who holds, is to hold or keeps a function, in the light of those before it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.alarms import may_tell
from handback.reading.claims.annexes import (
    amended,
    refers,
)
from handback.reading.claims.asides import relatives
from handback.reading.claims.asked import answer, as_said, asked_of
from handback.reading.claims.by_cues import frames_by_cues
from handback.reading.claims.claim import Claim
from handback.reading.claims.council_work import is_service
from handback.reading.claims.echoes import echoed, may_echo, opined
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.frames import frames
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, OTHER
from handback.reading.claims.labelled import labelled_in
from handback.reading.claims.listed import Lead
from handback.reading.claims.meant import EVERY, LOOKS_BACK, functions_of, is_evident
from handback.reading.claims.modality import PROPOSED, RETAINED, WEIGHED
from handback.reading.claims.nominal import told_by_nouns
from handback.reading.claims.page import REMEMBERED, Page, claim_of, day_of, mention_of
from handback.reading.claims.passing import told_in_passing
from handback.reading.claims.phrases import Phrase, phrase
from handback.reading.claims.recalled import Mention
from handback.reading.claims.statement import Frame
from handback.reading.claims.vague import is_pronoun, is_vague
from handback.reading.claims.verb_settings import goes_on
from handback.reading.words.sentences import Sentence, sentence

SHORTEST_CLAUSE = 24  # characters: "parks return" hardly stands by itself
_RULES = {
    Verb.BACK: "verb of returning",
    Verb.MOVE: "verb of moving",
    Verb.TAKE: "verb of taking",
    Verb.LOSE: "verb of losing",
    Verb.HOLD: "verb of holding",
    Verb.KEEP: "verb of keeping",
}


def told_in(page: Page, where: Sentence) -> Iterator[Claim]:
    """The transfers that a sentence states, and what it leaves for the next to lean on."""
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
        (page.last or page.said) is not None and page.told < REMEMBERED and may_echo(where.words)
    )
    if not leans and not may_tell(where, intervention=page.intervention):
        page.told += 1
        page.prior = where.words
        page.recalled.passed.append(where)
        page.recalled.grow_old(fresh=False)
        return
    made = phrase(where, page.prior)
    if made.words != where.words:
        for aside in relatives(where):
            yield from _of_phrase(page, phrase(aside))
    if made.tokens:
        yield from _of_phrase(page, made)


def _of_phrase(page: Page, made: Phrase) -> Iterator[Claim]:
    """The transfers that a phrase tells; the page remembers what it said, for those after it."""
    found = _frames(page, made)
    named_here: list[Mention] = []
    if not found:
        yield from _named_next(page, made)
    found = [_taken(page, made, as_said(page, made, frame)) for frame in found]
    read = [(frame, *functions_of(page, made, frame, named_here)) for frame in found]
    for n, (frame, _mentions, pointed) in enumerate(read):
        refers(page, made.words[frame.first : frame.last], Lead(frame.holder, frame.status, frame.verb))
        mentions = _listed_of(made, read, n)
        page.said = Lead(frame.holder, frame.status, Verb.HOLD)
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


_IT_TAKES = re.compile(r"\b[Ii]t (?:(?:will|is|has|would|to|now|also|then|formally) )*t(?:ak|ook)")
_ANEW = re.compile(r"\b(?:back|again|regain|resum|reclaim|once more)")
_SENT_IN = re.compile(r"[Cc]ommissioner|[Ww]hitehall|nominee|envoy|official")


def _taken(page: Page, made: Phrase, frame: Frame) -> Frame:
    """What a council loses or should no longer run, on a page about a trust, is the trust's."""
    if frame.holder == COUNCIL and page.taker == OTHER and frame.verb is Verb.TAKE:
        taken = _IT_TAKES.search(made.words, frame.start, frame.first) and not _ANEW.search(made.words)
        return replace(frame, holder=OTHER) if taken else frame  # the trust, on its page
    if frame.holder != COMMISSIONERS or frame.status == RETAINED or page.taker == COMMISSIONERS:
        return frame
    return frame if _SENT_IN.search(made.words) else replace(frame, holder=page.taker)


_Read = tuple[Frame, list[Mention], bool]


def _listed_of(made: Phrase, read: list[_Read], n: int) -> list[Mention]:
    """The functions to list for a statement: "some powers" only where the sentence names nothing better."""
    frame, mentions, _pointed = read[n]
    mentions = [m for m in mentions if not any(_again(m, frame, other) for other in read[n + 1 :])]
    better = any(not pointed and any(not is_vague(m.name) for m in named) for _f, named, pointed in read)
    if better or (frame.noun and LOOKS_BACK.search(made.words[: frame.first])):
        mentions = [
            m for m in mentions if not is_vague(m.name) or EVERY.match(m.name) or "-executive" in m.name
        ]
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
    for frame in (
        *told_by_nouns(made),
        *told_in_passing(made),
        *frames(made, page.speaker, page.stance),
    ):
        if any(frame.first < f.last and f.first < frame.last for f in chosen):
            continue
        if is_evident(page, made, frame):
            chosen.append(frame)
    last = _leant_on(page, made, chosen)
    if last is not None:
        status = last.status if last.status != WEIGHED else PROPOSED
        moved = last.verb not in (Verb.HOLD, Verb.KEEP)
        told = max((max(f.end, f.last) for f in chosen), default=0) if last in chosen else 0
        for frame in echoed(made, last.holder, status, moved=moved, start=told):
            slot = made.words[frame.first : frame.last]
            clear = not any(
                (frame.first < f.last and f.first < frame.last) or f.start <= frame.first < f.end
                for f in chosen
            )
            leans = page.intervention and _AS_DO.match(made.words, max(0, frame.start - 2)) is not None
            if clear and (
                is_service(slot) or leans or (is_pronoun(slot) and opined(made.words[: frame.first]))
            ):
                chosen.append(frame)
    if page.intervention and not made.words.rstrip().endswith("?"):
        chosen += frames_by_cues(made, page.speaker, tuple(chosen))
    return sorted(chosen, key=lambda f: f.first)


_AS_DO = re.compile(r"(?:, |; |^)?(?:as|so|nor|neither) (?:do|does|did|is|are|was|were|has|have|will) ", re.I)
_FOLLOWED = re.compile(
    r", (?:and|but|while) [\w' ]{3,80} follow(?:s|ed)?\b|, as (?:is|are|was|were|will|has|have)\b"
)


def _leant_on(page: Page, made: Phrase, chosen: list[Frame]) -> Lead | Frame | None:
    """The statement that the rest of a sentence may lean on: that of a sentence before, else its own last."""
    if page.said is not None and made.words.startswith(("So ", "So,")):
        return page.said
    moved = [f for f in chosen if f.verb not in (Verb.HOLD, Verb.KEEP) and f.status != WEIGHED]
    if moved and _FOLLOWED.search(made.words):
        return moved[-1]
    if page.last is not None and page.told < REMEMBERED:
        return page.last
    return max(chosen, key=lambda f: f.first, default=None)


_THESE = re.compile(
    r"(?:They|These|Those"
    r"|The (?:first|second|third|last|others?|rest"
    r"|(?:\w+ )?(?:functions|powers|areas|services|responsibilities)"
    r"|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:concerned|affected|involved|in question|returned|are|were))?)"
    r" (?:are|were|is|was|include|included|includes|comprise|comprised|cover|covered|will be)\b:?"
    r" (?P<what>[^.]{3,400})"
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
    """The claim of a frame about one function, quoted from the naming of the function to the clause's end."""
    rule = "cues of a clause" if frame.by_cues else _RULES[frame.verb]
    start, end = made.sentence.place(frame.start), made.sentence.place(max(frame.end - 1, 0)) + 1
    if not frame.subject and not pointed:
        end = max(mention.end, made.sentence.place(frame.first))
    end = max(end, mention.end if mention.start >= start else end)
    end = _with_noun(page, end) if end == mention.end else end
    if frame.subject and end - start < SHORTEST_CLAUSE:
        end = max(end, made.sentence.place(_clause_end(made, frame) - 1) + 1)
    if pointed:
        rule, end = "function named before", max(end, made.sentence.place(_clause_end(made, frame) - 1) + 1)
        if (
            0 <= start - mention.start < 400
            and "\n\n" not in page.outline.document.text[mention.start : start]
        ):
            start = mention.start
    whole = sentence(page.outline.plain, start, end)
    return claim_of(page, whole, 0, len(whole.words), mention.name, frame.holder, frame.status, day, rule)


_NOUN = re.compile(r" (?:functions?|powers?|responsibilit(?:y|ies)|duties|matters)\b")


def _with_noun(page: Page, end: int) -> int:
    """Where a quote ends that would stop before the noun of its function: "the licensing function"."""
    noun = _NOUN.match(page.outline.plain, end)
    return noun.end() if noun else end


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
