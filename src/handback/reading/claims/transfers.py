"""Transfers: who holds, is to hold or keeps a function of the council, one for each function named.

A statement is read from a clause around its verb (see `frames`), from a lead-in and the list under
it, or from the words of recommendation: "the return of X is recommended", "areas not recommended for
return were X and Y", "widen the Directions to take in X".
"""

import re
from collections.abc import Iterator

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.dates import stated_times
from handback.reading.claims.finding import claim
from handback.reading.claims.frame_words import clauses
from handback.reading.claims.frames import IN_FORCE, PROPOSED, RETAINED, Frame, Verb, frames
from handback.reading.claims.functions import COMMISSIONERS, COUNCIL, functions_in, holder_of
from handback.reading.claims.lists import enumerated, first_mark
from handback.reading.claims.nominal import told_as_things
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.points import Grain
from handback.reading.claims.recommended import by_recommendation, given_back, regained_which
from handback.reading.claims.sentences import Sentence
from handback.reading.document import Kind
from handback.reading.formats.markers import is_paragraph_number

_TITLE = re.compile(r"\b[Dd]irections? (?:return|pass|transfer|giv|restor|mov)\w* .{3,200}? to ", re.I)
_WEIGHED = re.compile(
    r"\b(?:whether|if|options?|(?<!having )considered|asked (?:about|how|why|whether|when)|no"
    r" decision|alternatives?|examples?|may insist|instead of|rather than|unless|what would|had the"
    r"|wondered|feared|rumours?)\b",
    re.I,
)
_ANY_VERB = re.compile(
    r"\b(?:return|restor|reinstat|hand|give|gave|giving|transfer|pass|mov|regain"
    r"|win|won|take|taking|took|get|got|recover|assum|resum|reclaim|remain|stay|rest|lie|keep|kept"
    r"|retain|exercis|hold|held|widen|extend|expand|broaden|amend|revert|went|gone|go|goes|come|came"
    r"|continue|run|ran|relinquish|surrender|lose|lost|cease|strip|with|hands|devolv|shift|vest"
    r"|control|brought|bring|sit|lies|remov|end|withdr|terminat|revok|leav|left|decision|responsib|plac"
    r"|f[ae]ll|neither|longer|final)",
    re.I,
)
_ANY_HOLDER = re.compile(
    r"\b(?:commissioner|council|cabinet|member|authority|trust|back|directions?"
    r"|functions?|powers?|minded|intervention|services?|control|borough|county|panel|return|restor"
    r"|they|we)",
    re.I,
)
_SPOKEN_OF = re.compile(r"^(?:the |this |these |that )?(?:powers?|functions?|services?|area)$", re.I)
_FOR_LEAD = re.compile(
    r"^(?:For|On|In respect of|As for|Regarding|As regards|In)"
    r" (?P<what>[A-Z][\w' ]{2,60}?),"
)
_ON_MATTERS = re.compile(
    r"\b(?:on the following|the following|following|on|about) (?P<what>[a-z][a-z' ]{3,40}?)"
    r" (?:matters|issues"
    r"|functions|services)\b"
)


def find(found: Outline) -> Iterator[Claim]:
    """The transfers of a document."""
    intro = ""
    for index, part in enumerate(found.parts):
        titled = part.passage.kind is Kind.HEADING and index > 2 and _TITLE.search(part.whole.words)
        if part.zone in (Zone.RESTATED, Zone.OPTIONS) or (part.zone is Zone.ASIDE and not titled):
            continue
        if not part.passage.marker or is_paragraph_number(part.passage.marker):
            intro = part.whole.words[:240]
        listed = list(_listed(found, part))
        yield from listed
        if listed:
            continue
        for sentence in part.sentences:
            if _ANY_VERB.search(sentence.words) and _ANY_HOLDER.search(sentence.words):
                yield from _of_sentence(found, sentence, intro)


def _of_sentence(found: Outline, sentence: Sentence, intro: str) -> Iterator[Claim]:
    words = sentence.words
    listed = list(_enumerated(found, sentence))
    if listed:
        yield from listed
        return
    taken: list[tuple[int, int]] = []
    for frame in _statements(words):
        if any(frame.first < last and first < frame.last for first, last in taken) or _only_weighed(
            words, frame
        ):
            continue
        if words.rstrip().endswith(":") and _ONLY_LEADS.match(words[frame.first : frame.last].strip()):
            continue
        named = [*functions_in(words, _past_that(words, frame), frame.last), *_included(words, frame)]
        if not named:
            continue
        taken.append((frame.first, frame.last))
        day = _day_of_move(found, sentence, frame)
        for name, _first, last in named:
            end = frame.end if frame.subject else max(last, frame.first)
            yield _claim(found, sentence, frame, frame.start, end, _named_before(name, words, intro), day)


_ONLY_LEADS = re.compile(
    r"(?:the |these |those |following |other )*(?:following|functions|powers|services|areas)\b", re.I
)
_IN_DOUBT = re.compile(
    r"\b(?:whether|[Ii]f|asked (?:about|how|why|when)|wondered|(?:are|is|was|were) no (?:\w+ )?(?:plans?"
    r"|intentions?"
    r"|proposals?)|no (?:intention|plans?)|[Nn]o (?:functions?|powers?|services?)|(?:may|might|could)"
    r" (?:yet |also |then )?"
    r"(?:recommend|propose|ask|seek))\b"
)


def _only_weighed(words: str, frame: Frame) -> bool:
    """Whether a statement is only asked about, supposed, or denied: "asked when parks would be returned"."""
    until = frame.last if frame.subject else frame.first
    return bool(_WEIGHED.search(words[: frame.first]) or _IN_DOUBT.search(words[:until]))


def _enumerated(found: Outline, sentence: Sentence) -> Iterator[Claim]:
    """ "The Commissioners shall exercise: (a) the functions on finance; (b) ..." within one sentence."""
    words = sentence.words
    parts = enumerated(words)
    colon = words.find(": ")
    if parts:
        lead, pieces, one = words[: first_mark(words)], list(parts), True
    elif colon > 0 and not _SENTENCE_LIKE.search(words, colon):
        lead, pieces, one = words[:colon], [(colon + 2, len(words.rstrip(". ")))], False
    else:
        return
    begins = max(lead.rfind("; "), lead.rfind(". ")) + 1
    if not _STATEMENT_LEAD.search(lead) or _WEIGHED.search(lead):
        return
    frame = _lead_frame(lead[begins:].strip())
    if frame is None:
        return
    day = _day_of_move(found, sentence, frame)
    for first, last in pieces:
        if _SENTENCE_LIKE.search(words, first, last):
            continue
        for name, start, end in functions_in(words, first, last, one=one and "," not in words[first:last]):
            yield _claim(found, sentence, frame, 0 if end < 400 else start, end, name, day)


def _claim(
    found: Outline, where: Sentence, frame: Frame, start: int, end: int, name: str, day: str | None
) -> Claim:
    rule = _RULES[frame.verb]
    return claim(
        found.document, Type.TRANSFER, where, start, end, rule=rule, confidence=0.7,
        function=name, holder=frame.holder, status=frame.status, effective=day,
    )  # fmt: skip


_RULES = {
    Verb.BACK: "verb of returning",
    Verb.MOVE: "verb of moving",
    Verb.TAKE: "verb of taking",
    Verb.LOSE: "verb of losing",
    Verb.HOLD: "verb of holding",
    Verb.KEEP: "verb of keeping",
}


def _day_of_move(found: Outline, sentence: Sentence, frame: Frame) -> str | None:
    """An exact day stated for the move, not "by" a day and not a month."""
    for time in stated_times(sentence, found.calendar):
        exact = time.grain == Grain.DAY and time.preposition in (
            "on",
            "from",
            "with effect from",
            "as from",
            "as of",
            "starting on",
            "effective from",
        )
        if exact and time.window.first and frame.status != RETAINED:
            return time.window.first.isoformat()
    return None


def _statements(words: str) -> Iterator[Frame]:
    yield from by_recommendation(words)
    yield from regained_which(words)
    yield from given_back(words)
    yield from told_as_things(words)
    for start, end in clauses(words):
        yield from frames(words, start, end)


_BEFORE_NAMES = re.compile(
    r"\b(?:that|recommend(?:ed|s)?|propose[sd]?|led to|saw|means?|meant"
    r"|resulted in|of those|says|said|announced|confirmed|found) |^(?:[^,]{0,60}\b(?:19|20)\d\d),?"
    r" (?:and )?|^[^-]{3,40} - (?=[^-]+ - *$)|^(?:[A-Z][a-z]+(?: [a-z]+){1,6}), (?=the |all |its )|^(?:On"
    r"|From|In|Until|By|Since"
    r"|With effect from) [^,]{3,40}(?:,|\b(?:19|20)\d\d) "
)


def _past_that(words: str, frame: Frame) -> int:
    """Where the names begin: "It is proposed that X and Y remain" names no function before "that"."""
    first = frame.first
    if not frame.subject:
        return first
    for joint in _BEFORE_NAMES.finditer(words[first : frame.last]):
        if joint.end() < frame.last - frame.first - 2:
            first = frame.first + joint.end()
    return first


def _included(words: str, frame: Frame) -> Iterator[tuple[str, int, int]]:
    """ "... all services to the council, including children's social care"."""
    more = re.search(
        r"^[^.;]{0,80}?,? (?:including|and in particular|notably)"
        r" (?P<what>[^.;]{3,160}?)(?:,? and (?:to )?(?:withdraw|end|remove)\b|$|[.;])",
        words[frame.end :],
    )
    if more and not frame.subject:
        yield from functions_in(words, frame.end + more.start("what"), frame.end + more.end("what"))


def _named_before(name: str, words: str, intro: str) -> str:
    """ "Powers were returned", under "reported on the following licensing matters", speaks of licensing;
    "For Human Resources, ... this function will remain" of human resources."""
    if not _SPOKEN_OF.match(name):
        return name
    lead = _FOR_LEAD.match(words)
    if lead:
        return lead["what"]
    before = _ON_MATTERS.search(intro)
    return before["what"].removeprefix("following ") if before else name


_LABELLED = re.compile(r"^(?P<lead>[^:.;]{8,120}): ?(?P<what>[^.:]{3,300})\.?$")
_STATEMENT_LEAD = re.compile(
    r"\b(?:functions?|powers?|services?|following|return|retain|kept"
    r"|commissioners?|council|directions?|areas)\b",
    re.I,
)


def _listed(found: Outline, part: Part) -> Iterator[Claim]:
    """Items under a lead-in that says who holds them ("The functions to be exercised by the
    Commissioners are: (a) ...; (b) ..."), a label and its list, or a row with a function and its holder."""
    words = part.whole.words
    if part.passage.kind is Kind.ROW and "|" in words:
        yield from _row(found, part)
        return
    label = None if enumerated(words) else _LABELLED.match(words)
    lead, first = (label["lead"], label.start("what")) if label else ("", 0)
    if part.item and (part.stem or part.passage.heading) and not label:
        lead = part.stem if part.zone is Zone.LISTED else part.passage.heading
    if not lead or not _STATEMENT_LEAD.search(lead) or len(words) - first > 300:
        return
    frame = _lead_frame(lead)
    if frame is None or (_SENTENCE_LIKE.search(words[first:]) and not label):
        return
    day = next(
        (
            t.window.first
            for t in stated_times(part.whole, found.calendar)
            if t.grain == Grain.DAY and t.preposition in ("on", "from")
        ),
        None,
    )
    effective = day.isoformat() if day and frame.status != RETAINED else None
    whole = len(words.rstrip(" .;,"))
    for name, _start, end in functions_in(words, first, whole, one=not label and "," not in words):
        yield _claim(found, part.whole, frame, 0, end if label else whole, name, effective)


_SENTENCE_LIKE = re.compile(r"\b(?:is|are|was|were|will|would|has|had|should|must|may|can|could)\b")


def _lead_frame(lead: str) -> Frame | None:
    """The statement that a lead-in makes of what follows it."""
    text = lead.rstrip(" :-")
    for frame in frames(text, 0, len(text), whole=False):
        return frame
    noun = re.match(
        r"(?:(?:functions?|powers?|areas|services) )?(?:(?:already |to be |now |still"
        r" )?(?P<verb>returned|restored|handed back|retained|kept|exercised|held|remaining|staying"
        r"|transferred|passed|moved))\b(?: (?:to|by|with) (?P<who>.{3,60}))?",
        text,
        re.I,
    )
    if noun is None:
        return None
    verb = noun["verb"].lower()
    holder = holder_of(noun["who"] or "")
    kept = verb in ("retained", "kept", "remaining", "staying")
    back = verb in ("returned", "restored", "handed back")
    holder = holder or (COUNCIL if back else COMMISSIONERS if kept or verb in ("exercised", "held") else None)
    if holder is None:
        return None
    status = RETAINED if kept else PROPOSED if "to be" in text.lower() and back else IN_FORCE
    return Frame(0, 0, 0, 0, holder, status, Verb.KEEP if kept else Verb.BACK, subject=True)


_CELL_STATUS = re.compile(
    r"^(?:(?P<kept>retain\w*|remain\w*|stay\w*|kept)|(?P<back>return\w*"
    r"|restored|handed back)|(?P<held>exercised by|held by|with|commissioners?|council|(?:[a-z']+"
    r" ){0,3}trust))\b",
    re.I,
)


def _row(found: Outline, part: Part) -> Iterator[Claim]:
    """A row of a table: a function, then its holder or what becomes of it."""
    words = part.whole.words
    cells = [c.strip() for c in words.split("|")]
    cells = cells[1:] if len(cells) > 2 and re.fullmatch(r"[A-Z]{0,2}\d{0,3}", cells[0]) else cells
    match = next((m for c in cells[1:3] if (m := _CELL_STATUS.match(c)) and len(c) < 60), None)
    if match is None or len(cells) < 2 or len(cells[0]) > 90:
        return
    said = match.string
    holder = holder_of(said) or (COUNCIL if match["back"] else COMMISSIONERS if match["kept"] else None)
    if holder is None:
        return
    status = RETAINED if match["kept"] else IN_FORCE
    frame = Frame(0, len(words), 0, len(cells[0]), holder, status, Verb.HOLD, subject=True)
    days = [
        t.window.first
        for t in stated_times(part.whole, found.calendar)
        if t.grain == Grain.DAY and t.window.first
    ]
    begin = words.find(cells[0])
    for name, _start, _end in functions_in(words, begin, begin + len(cells[0])):
        yield _claim(
            found,
            part.whole,
            frame,
            begin,
            len(words),
            name,
            days[0].isoformat() if days and status == IN_FORCE else None,
        )
