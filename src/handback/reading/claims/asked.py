"""Questions of who has a function and the short answers to them, and statements in the light of their
sentence: "Who runs the parks? We do"; "Parks are run by the Council, as they always were".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.claim import Claim
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, OTHER, PRONOUN, opposite
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED, WEIGHED
from handback.reading.claims.page import Page, claim_of, mention_of
from handback.reading.claims.patterns import pattern
from handback.reading.claims.persons import person
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.recalled import Mention
from handback.reading.claims.statement import Frame
from handback.reading.words.sentences import Sentence, sentence

_QUESTION = re.compile(
    r"^(?:[A-Z]+: |Q\d*[:.] |So,? |And )?[Ww]ho (?:now |currently |is |will |actually )*(?:(?:decides?"
    r"|makes? (?:the )?decisions?"
    r"|takes? (?:the )?decisions?) (?:on|about|over)|runs?|sets?|has|holds?|controls?|in charge of"
    r"|responsible for"
    r"|looks? after|exercises?|keeps?|makes?|manages?|got) (?P<what>[^?]{3,80})\?$"
)
_ANSWER = re.compile(
    rf"^(?:[A-Z]+: )?(?P<who>(?i:you|{PRONOUN})\b|{HOLDER})"
    r"(?: (?:do|does|did|have|has|are|is|will|still|now)\b|[.,;]|$| - )",
)
_KEPT = re.compile(r"\b(?:always|still|never|as before|no change|all along|as ever)\b")


def asked_of(where: Sentence) -> Mention | None:
    """The function that a sentence asks the holder of."""
    found = _QUESTION.match(where.words.strip())
    names = functions_in(where.words, *found.span("what"), one=True) if found else []
    return mention_of(where, names[0]) if names else None


def answered(page: Page, words: str) -> tuple[str, str] | None:
    """Holder and status that a short answer names."""
    found = _ANSWER.match(words)
    if found is None or pattern(r"\b(?:not|n't|know)\b").search(words[:60]):
        return None
    who = COUNCIL if found["who"].lower() == "you" else person(found["who"], page.speaker)
    if who is None:
        return None
    return who, RETAINED if _KEPT.search(words) else IN_FORCE


def answer(page: Page, where: Sentence) -> Iterator[Claim]:
    """ "Who runs the parks? We do"."""
    asked, said = page.asked, answered(page, where.words)
    if asked is not None and said is not None:
        whole = sentence(page.outline.plain, asked.start, where.place(len(where.words.rstrip(" .")) - 1) + 1)
        yield claim_of(page, whole, 0, len(whole.words), asked.name, *said, None, "function named before")


_ALWAYS = re.compile(
    r"\b(?:always|throughout|all along|as before|as ever|not affected|unaffected"
    r"|never (?:been )?(?:taken|moved|removed|directed|transferred)"
    r"|(?:does|do|will) not change|nothing (?:has )?change[sd]?)\b"
)


_ALL_BUT = re.compile(r"\b(?:all|everything) (?:but|bar|except)\b")
_LONGER = re.compile(
    r"\b(?:will|shall|to)\b.*\bfor (?:(?:a|one|two|three|six|at least a) (?:further|more)|another"
    r"|longer|some time yet|now)\b"
)


def as_said(page: Page, made: Phrase, frame: Frame) -> Frame:
    """A statement in the light of its sentence: a question weighs, all may be as ever."""
    words = made.sentence.words
    if words.rstrip().endswith("?"):
        return replace(frame, status=WEIGHED)
    if _ALL_BUT.search(made.words[frame.first : frame.last]) and frame.status in (IN_FORCE, PROPOSED):
        return replace(
            frame, holder=opposite(frame.holder), status=RETAINED
        )  # "all but two: parks and piers"
    if frame.holder != COUNCIL:
        longer = frame.holder == COMMISSIONERS and frame.verb is Verb.HOLD and frame.status == IN_FORCE
        return replace(frame, status=RETAINED) if longer and _LONGER.search(words) else frame
    if page.councils and page.councils.is_another(made.words[frame.start : max(frame.end, frame.last) + 60]):
        return replace(frame, holder=OTHER)
    if frame.verb is Verb.HOLD and frame.status == IN_FORCE and _ALWAYS.search(words):
        return replace(frame, status=RETAINED)
    return frame
