"""Commitments: what somebody undertakes, is told or expects to have done, by a stated time or as a report.

A stated time makes a commitment of a clause that looks forward ("will", "is due", "must", "to be", an
order in a resolution). Without a time only promises and orders to report, answer, update, supply
papers or figures, or look at a matter again count.
"""

import re
from collections.abc import Iterator
from datetime import date

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.clauses import clause_around
from handback.reading.claims.dates import COUNTED, RECURRING, Stated, stated_times
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline, Part, Zone
from handback.reading.claims.outlook import (
    CONDITION,
    DOUBTED,
    EVENT,
    FORWARD,
    LOOKS_BACK,
    WINDOW_TO_SPEAK,
    commits,
    past,
)
from handback.reading.claims.points import Grain
from handback.reading.claims.promises import (
    ASKED_FOR,
    NEEDS_PAPER,
    PAPER,
    PROMISE,
    PROMISED_THING,
    inner,
    is_promise,
    is_report_order,
)
from handback.reading.claims.resolutions import Clause
from handback.reading.claims.sentences import Sentence
from handback.reading.document import Kind

_SUBJECT = re.compile(
    r"^(?:(?:and|but|that|then|also|in (?:closing|reply|response)|to|[Tt]he (?:report|plan|letter)"
    r" (?:says|said) that|[^,]{0,40} (?:said|stated|confirmed|advised|told [A-Z]\w+) that|[Oo]n"
    r" [^,]{3,30}|[Ii]n [^,]{3,30}|[Bb]y [^,]{3,40}),? )*"
    r"(?P<who>(?:[Tt]he |[Aa] |[Aa]n |[Aa]ll )?[A-Za-z][\w'()& -]{0,70}?(?:,? (?:and|of|for|to)"
    r" (?:the )?[A-Z][\w'-]*){0,6}) "
    r"(?:will|shall|would|must|should|is|are|am|was|were|has|have|had|can|be|to|promised|undertook"
    r"|agreed|aims?|expects?|intends?|plans?|meet|give|report|bring|set|speak|take|provide|write"
    r"|submit|attend|begin|starts?|come|receive|had)\b"
)
_SOMEBODY = re.compile(
    r"^(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[A-Z]{2,4}|.*\b(?:[Cc]ouncil|[Cc]abinet|[Cc]ommittee"
    r"|[Bb]oard|[Pp]anel|[Ee]xecutive|[Cc]ommissioners?|[Oo]fficers?|[Dd]irectors?|[Mm]anagers?"
    r"|[Hh]eads?|[Cc]hief|[Ll]eader|[Mm]ayor|[Cc]lerk|[Ss]ecretary|[Mm]inister|[Mm]embers?"
    r"|[Cc]hair\w*|[Gg]overnment|[Oo]fsted|[Aa]uthority|[Tt]rust|[Pp]artnership|[Ss]olicitor"
    r"|[Aa]uditors?|[Ii]nspectors?|[Tt]eam|[Cc]ontractors?|[Vv]aluers?|[Ss]ervice|[Cc]ouncillors?"
    r"|[Cc]llrs?|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|[Pp]olice|[Dd]epartment|[Gg]roup|[Ff]orum"
    r"|[Dd]evelopers?|[Oo]perators?|[Oo]wner|[Tt]reasurer)\b.*)$"
)


def find(found: Outline, resolved: tuple[Clause, ...], moved: tuple[Claim, ...]) -> Iterator[Claim]:
    """The commitments of a document."""
    ordered: dict[int, list[Clause]] = {}
    for clause in resolved:
        ordered.setdefault(clause.part.whole.start, []).append(clause)
    stays = [(m.start, m.end) for m in moved if m.attributes["status"] != "proposed"]
    for part in found.parts:
        if part.zone in (Zone.RESTATED, Zone.RECOMMENDED) or (
            part.zone is Zone.ASIDE and part.passage.kind is not Kind.FIELD
        ):
            continue
        if part.passage.kind is Kind.FIELD:
            yield from _field(found, part)
            continue
        if part.passage.kind is Kind.ROW and "|" in part.whole.words:
            yield from _action_row(found, part)
            continue
        orders = ordered.get(part.whole.start, [])
        for clause in orders:
            yield from _order(found, clause)
        for sentence in part.sentences:
            inside = [(c.sentence.place(c.start), c.sentence.place(c.end - 1) + 1) for c in orders]
            yield from _sentence(found, part, sentence, inside, stays)


def _field(found: Outline, part: Part) -> Iterator[Claim]:
    """ "Decision due: March 2027" in a forward plan; other labelled dates are none."""
    words = part.whole.words
    if not re.match(r"(?:decision due|expected decision|due date|target date|deadline)\b", words, re.I):
        return
    label = words.find(":") + 1
    for time in stated_times(part.whole, found.calendar):
        if time.start >= label and time.known:
            time = _as_due(time) if re.match(r"target|deadline|due", words, re.I) else time
            yield _claim(
                found, part.whole, 0, len(words), time, "decision due in a forward plan", 0.6, owner=None
            )
            return


def _action_row(found: Outline, part: Part) -> Iterator[Claim]:
    """A row of an action log: what, who and by when, between bars."""
    words = part.whole.words
    cells = [cell.strip() for cell in words.split("|")]
    if (
        len(cells) < 3
        or re.search(r"\b(?:done|complete|completed|closed)\b", cells[-1], re.I)
        or re.fullmatch(r"(?:when|due|date|by when|deadline|target)\b.*", cells[-1], re.I)
    ):
        return
    ref = bool(re.fullmatch(r"[A-Z]{0,3}\d{0,3}[a-z]?\.?", cells[0]))
    what, who = (cells[1], cells[2]) if ref and len(cells) > 3 else (cells[0], cells[1])
    times = [
        t
        for t in stated_times(part.whole, found.calendar)
        if t.known and t.end > len(words) - len(cells[-1]) - 2
    ]
    begin = words.find(what)
    owner = who if who not in ("-", "", "n/a", "N/A") and len(who) < 60 else None
    if times:
        time = _as_due(times[-1])
        if found.document.dated_on is None or _last(time) is None or _last(time) >= found.document.dated_on:  # type: ignore[operator]
            yield _claim(
                found, part.whole, begin, len(words), time, "row of an action log", 0.75, owner=owner
            )
    elif re.search(r"standing|ongoing|each|every|monthly|quarterly|next|tbc", cells[-1], re.I) and (
        PAPER.search(what) or re.search(r"\bto (?:come|report|write|bring)\b", what)
    ):
        yield _claim(
            found,
            part.whole,
            begin,
            begin + len(what),
            None,
            "standing row of an action log",
            0.6,
            owner=owner,
        )


def _as_due(time: Stated) -> Stated:
    """A bare date in the last column of an action log is the day by which."""
    if time.preposition or time.grain != Grain.DAY:
        return time
    from handback.core.periods import Window

    return Stated(
        time.start, time.end, Window(None, time.window.until, time.window.words), "by", time.grain, due=True
    )


def _last(time: Stated) -> date | None:
    return time.window.last or time.window.first


def _claim(
    found: Outline,
    sentence: Sentence,
    start: int,
    end: int,
    time: Stated | None,
    rule: str,
    confidence: float,
    *,
    owner: str | None,
) -> Claim:
    window = time.window if time else None
    first = window.first.isoformat() if window and window.first else None
    last = window.last.isoformat() if window and window.last else None
    return claim(
        found.document,
        Type.COMMITMENT,
        sentence,
        start,
        end,
        rule=rule,
        confidence=confidence,
        due_from=first,
        due_to=last,
        owner=owner,
    )


def _owner(words: str) -> str | None:
    """Who must do it, as written: the subject of the clause, where that is somebody."""
    match = _SUBJECT.match(words)
    if match is None or not _SOMEBODY.match(match["who"]):
        return None
    return match["who"].strip()


def _order(found: Outline, clause: Clause) -> Iterator[Claim]:
    """An order in a resolution: by a stated time, or to report.

    "That the Head of Ferries bring a paper to the May meeting"; "agreed that a report be presented".
    """
    words = clause.words
    times = [t for t in stated_times(clause.sentence, found.calendar) if clause.start <= t.start < clause.end]
    due = [t for t in times if _counts_in_order(found, clause, t)]
    yielded = False
    for time in due:
        first, last = clause_around(clause.sentence.words, time.start, time.end)
        first, last = max(first, clause.start), min(last, clause.end)
        if last - first < 25:
            first, last = clause.start, clause.end
        rule = "order in a resolution by a stated time"
        later = any(time.end <= t.start < last for t in due)
        yield _claim(
            found,
            clause.sentence,
            first,
            time.end if later else max(last, time.end),
            time,
            rule,
            0.75,
            owner=_owner(inner(words)),
        )
        yielded = True
    if not yielded and is_report_order(clause):
        yield _claim(
            found,
            clause.sentence,
            clause.start,
            clause.end,
            None,
            "order to report",
            0.7,
            owner=_owner(inner(words)),
        )


def _counts_in_order(found: Outline, clause: Clause, time: Stated) -> bool:
    words, before = clause.sentence.words, clause.sentence.words[clause.start : time.start]
    if (
        not time.due
        or past(found, time)
        or (time.grain in (COUNTED, RECURRING) and not (is_report_order(clause) or FORWARD.search(before)))
    ):
        return False
    if time.grain in (Grain.FINANCIAL_YEAR, Grain.YEAR) and time.preposition in (
        "for",
        "to",
        "between",
        "from to",
    ):
        return False
    if LOOKS_BACK.search(before) and not re.search(
        r"\b(?:to|be|and|the April) \w+ $|\bto (?:the"
        r"|this|its|a) (?:\w+ ){0,3}$",
        before,
    ):
        return False
    if time.preposition in ("until", "till", "up to", "for", "from to") and not WINDOW_TO_SPEAK.search(
        clause.words
    ):
        return False
    if clause.group.value == "note" and not (
        FORWARD.search(clause.words)
        or re.search(r"\b(?:receive|have) (?:a|an|further|another)\b", clause.words)
    ):
        return False
    return not EVENT.search(words[time.end : time.end + 14]) and not CONDITION.search(before)


def _sentence(
    found: Outline,
    part: Part,
    sentence: Sentence,
    ordered: list[tuple[int, int]],
    stays: list[tuple[int, int]],
) -> Iterator[Claim]:
    """Promises and plans in a sentence outside resolutions."""
    words = sentence.words
    if not _MAY_COMMIT.search(words):
        return
    done: list[tuple[int, int]] = []
    times = stated_times(sentence, found.calendar)
    for time in times:
        place = sentence.place(time.start)
        if any(first <= place < last for first, last in ordered):
            continue
        first, last = clause_around(words, time.start, time.end)
        if _inside(sentence, first, time.end, stays) or not commits(found, part, words, first, last, time):
            continue
        if time.grain == COUNTED and any(a <= time.start < b for a, b in done):
            continue
        done.append((first, last))
        later = [t.start for t in times if t.start >= time.end and t.start < last and t.due]
        stop = time.end if later else max(last, time.end)
        yield _claim(
            found,
            sentence,
            first,
            stop,
            time,
            "forward-looking clause with a stated time",
            0.65,
            owner=_owner(words[first:last]),
        )
    yield from _promises(found, part, sentence, ordered, done)


_MAY_COMMIT = re.compile(
    r"\b(?:will|shall|must|should|would|due|expected?s?|plan(?:s|ned)?|intend(?:s|ed)?|aims?|to"
    r"|until|by|being|before|promised|undertook|starts?|begins?|opens?|closes?|publication"
    r"|completion|publish|be|'ll|once every|live|deadline|[Pp]lease|look forward|takes up|leaves?"
    r"|arrives?|joins?|ends?|retires?|[Oo]n|[Ff]rom|[Ii]n)\b|\(by ",
    re.I,
)


def _inside(sentence: Sentence, first: int, last: int, spans: list[tuple[int, int]]) -> bool:
    start, end = sentence.place(first), sentence.place(last - 1) + 1
    return any(a < end and start < b for a, b in spans)


def _promises(
    found: Outline,
    part: Part,
    sentence: Sentence,
    ordered: list[tuple[int, int]],
    done: list[tuple[int, int]],
) -> Iterator[Claim]:
    """A promise to report, answer or look again, no time being stated.

    "The Harbour Master undertook to circulate the figures"; "a delivery update will be brought back".
    """
    words = sentence.words
    for match in [*PROMISE.finditer(words), *PROMISED_THING.finditer(words), *ASKED_FOR.finditer(words)]:
        first, last = clause_around(words, match.start(), match.end())
        if any(a < last and first < b for a, b in done) or any(
            a <= sentence.place(match.start()) < b for a, b in ordered
        ):
            continue
        clause = words[first:last]
        if (
            DOUBTED.search(clause[: match.end() - first])
            or CONDITION.search(clause)
            or re.search(r"\bnot\b", words[match.start() : match.end()])
        ):
            continue
        if (
            "do" in match.re.groupindex
            and not is_promise(words[match.start() : last])
            and not (NEEDS_PAPER.match(match["do"]) and PAPER.search(words[first : match.start()]))
        ):
            continue
        if (
            match["modal"] == "would"
            and part.zone is Zone.BODY
            and not re.search(
                r"\b(?:said|told|advised|confirmed|stated|agreed|explained|added|that)\b",
                words[: match.start()],
            )
        ):
            continue
        done.append((first, last))
        yield _claim(found, sentence, first, last, None, "promise to report", 0.6, owner=_owner(clause))
