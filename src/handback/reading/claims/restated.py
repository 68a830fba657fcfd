"""Once only: what rules found twice, or a page says twice, is listed once, with all its places."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from handback.reading.claims.claim import Claim, Place, Type
from handback.reading.claims.outline import Outline, Zone
from handback.reading.claims.predicates import opens_with_verb, own_group
from handback.reading.claims.resolved import Clause
from handback.reading.claims.retold import same_decision, telling, told_once
from handback.reading.claims.verbs import Group, word_set
from handback.reading.document import Document

_WORDS = re.compile(r"[a-z0-9£%]+")
_ONE_EACH = (Type.DECISION, Type.DELEGATION)
_SAID_AGAIN = (
    Type.TRANSFER,
    Type.RATIO,
)  # stated again elsewhere, these are evidence again
NEIGHBOURS = 6  # claims of one type that can share words: rules look at one sentence, which holds few things
ALIKE = 0.35  # share of the shorter clause's words that two wordings of one decision have in common
_WHOLESALE = re.compile(
    r"\b(?:recommendations?|proposals?|as (?:set out|per|outlined|detailed|printed)|the report)\b",
    re.I,
)


def settled(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses that decide, each once: what is resolved again under "Minutes" gives further places.

    "Recommendations agreed" under "Decision" gives way to the clauses that the minutes list.
    """
    kept: list[Clause] = []
    for _section, group in groupby(clauses, key=lambda clause: clause.part.section):
        in_section = list(_without_account(list(group)))
        again = [clause for clause in in_section if clause.part.zone is Zone.RESTATED]
        first = [clause for clause in in_section if clause.part.zone is not Zone.RESTATED]
        kept += _paired(first, again) if again else first
    return tuple(kept)


#: A lead-in to points of a debate where a resolution follows it: "The Committee noted that:-".
_NOTED_THAT = re.compile(r"\b(?:noted|were noted|was noted)(?: that| the following(?: [a-z]+)?)?\W*$")
#: What one of them did in the debate: "During the debate Councillor Hale undertook to write".
_OF_DEBATE = re.compile(
    r"(?:(?:During|In|Following|After) (?:the |this )?(?:debate|discussion|questions?)\b"
    r"|(?:Councillor|Cllr)s? [A-Z])"
)
_RESOLVED_LEAD = re.compile(r"\b(?:resolved|agreed|decided)\b")


def _without_account(clauses: list[Clause]) -> Iterator[Clause]:
    """The clauses of a section without the points that were noted in its debate, before it resolved."""
    last = max((i for i, c in enumerate(clauses) if _RESOLVED_LEAD.search(c.lead)), default=0)
    for index, clause in enumerate(clauses):
        told = clause.group is Group.NOTE and _NOTED_THAT.search(clause.lead) is not None
        told = told or (clause.lead == "decision" and _is_of_debate(clause))
        if not (told and index < last):
            yield clause


def _is_of_debate(clause: Clause) -> bool:
    """Whether a sentence under "Decision" only leads up to what was resolved: "Nobody spoke against it"."""
    if _OF_DEBATE.match(clause.sentence.words):
        return True
    deed = _STATES_DEED.match(clause.words) or opens_with_verb(clause.words)
    return not (clause.part.item or deed or own_group(clause.words))


_STATES_DEED = re.compile(r"(?:[Tt]hat|[Tt]o|[Nn]ot to)\b|[^.;]* be [a-z]")


def _paired(first: list[Clause], again: list[Clause]) -> list[Clause]:
    if not first or (len(first) == 1 and len(again) > 1 and _is_wholesale(first[0])):
        return again
    words = [_word_set(clause.words) for clause in first]
    also: dict[int, list[Place]] = {}
    new: list[Clause] = []
    for index, clause in enumerate(again):
        best = _best(_word_set(clause.words), words, index, same=len(first) == len(again))
        if best is not None:
            also.setdefault(best, []).append(_place(clause))
        elif len(again) > len(first):
            new.append(clause)
    return [
        *(replace(c, also=tuple(also.get(i, ()))) for i, c in enumerate(first)),
        *new,
    ]


def _is_wholesale(clause: Clause) -> bool:
    return clause.group is Group.APPROVE and len(clause.words) < 140 and bool(_WHOLESALE.search(clause.words))


def _best(words: set[str], others: list[set[str]], index: int, *, same: bool) -> int | None:
    """The clause that another says again: the most alike; else, of as many, the one in its place."""
    likeness = [len(words & other) / max(1, min(len(words), len(other))) for other in others]
    best = max(range(len(others)), key=lambda i: (likeness[i], i == index))
    if likeness[best] >= ALIKE:
        return best
    return index if same else None


def _place(clause: Clause) -> Place:
    return Place(
        clause.sentence.place(clause.start),
        clause.sentence.place(max(clause.end - 1, clause.start)) + 1,
    )


def _word_set(words: str) -> set[str]:
    return set(_WORDS.findall(words.lower()))


def once(claims: Iterable[Claim], found: Outline) -> tuple[Claim, ...]:
    """The claims in order of place, without those that say again what another of their agenda item says."""
    starts, sections = _sections(found)
    quoted = _in_quotation(found)
    kept: list[Claim] = []
    by_type: dict[Type, list[int]] = {}
    said: dict[tuple[Any, ...], int] = {}
    for claim in sorted(claims, key=lambda c: (c.start, -c.confidence, c.end)):
        earlier = by_type.setdefault(claim.type, [])
        if any(_same_place(claim, kept[other]) for other in earlier[-NEIGHBOURS:]):
            continue
        section = sections[bisect_right(starts, claim.start) - 1] if starts else 0
        if quoted(claim) and (other := _quoted_again(claim, kept, earlier)) is not None:
            kept[other] = replace(kept[other], also=(*kept[other].also, Place(claim.start, claim.end)))
            continue
        key = (section, *_said(claim))
        if claim.type not in _SAID_AGAIN and key in said and not _names_no_matter(claim):
            before = kept[said[key]]
            kept[said[key]] = replace(before, also=(*before.also, Place(claim.start, claim.end)))
            continue
        said[key] = len(kept)
        earlier.append(len(kept))
        kept.append(claim)
    return tuple(told_once(list(_one_of_vote_and_resolution(kept, found, starts, sections)), found.document))


#: What became of a matter, which has its name in another line: "Resolved: No objection", "Refused".
_OUTCOME = re.compile(r"\W*(?:[A-Z][\w'-]*\W+){0,2}[\w'-]+\W*")


def _names_no_matter(claim: Claim) -> bool:
    """Whether a decision is a word or two that may be said of one matter after another."""
    return claim.type is Type.DECISION and len(claim.quote) < 30 and bool(_OUTCOME.fullmatch(claim.quote))


#: Marks of an earlier mail: its heading as read, and what mails put before a line.
_EARLIER_MAIL = ("quoted", ">")
MOST_QUOTED = 200  # claims looked back over: no mail that a person wrote holds more
QUOTED_WORDS = 0.85  # share of the words of the shorter, small words left out


def _in_quotation(found: Outline) -> Callable[[Claim], bool]:
    """Says of a claim whether it stands in what a mail quotes of an earlier one."""
    places = [
        (p.start, p.end)
        for p in found.document.passages
        if _EARLIER_MAIL[0] in (p.heading.lower(), p.place.lower())
        or found.plain.startswith(_EARLIER_MAIL[1], p.start)
    ]

    starts = [first for first, _ in places]

    def quoted(claim: Claim) -> bool:
        at = bisect_right(starts, claim.start) - 1
        return at >= 0 and claim.start < places[at][1]

    return quoted


def _quoted_again(claim: Claim, kept: list[Claim], earlier: list[int]) -> int | None:
    """Which of the claims before a mail quotes again: the same in its keys, and mostly in its words."""
    words = _word_set(claim.quote) - _SMALL
    for index in reversed(earlier[-MOST_QUOTED:]):
        other = kept[index]
        before = _word_set(other.quote) - _SMALL
        alike = len(words & before) >= QUOTED_WORDS * max(1, min(len(words), len(before)))
        if alike and claim.attributes == other.attributes:
            return index
    return None


#: Rules by which words that resolve are found, and not words that tell of it.
_RESOLVING_RULES = frozenset(
    {
        "item under a decision",
        "enumerated resolution",
        "resolution",
        "it was resolved",
        "sentence under a decision",
        "list of resolutions without lead-in",
        "verb in capitals",
    }
)
#: How the vote on what was resolved went, told after it.
_OF_THE_VOTE = re.compile(
    r"The (?:(?:vote|voting) (?:for|on|in favour of)"
    r"|(?:successful|above|substantive) (?:resolution|motion))\b"
)
_CARRIED = re.compile(
    r"\b(?:motion|proposal|proposition|recommendations?|resolution|put to the vote)\b[^.;]*\b(?:carried"
    r"|agreed|passed)\b|\bseconded\b[^.;]*\b(?:carried|agreed|approved|passed)\b"
    r"|\bvoted (?:in favour of|for) the (?:motion|proposal|recommendation)s?\b",
    re.I,
)
_SMALL = word_set("the a an of to and be was were that it by in on for with as at is this its")
SAME_WORDS = 0.6  # share of the words of the shorter, small words left out
NEARLY_ALL_WORDS = 0.8  # the same, where a told decision and a resolution are not of the same verb


def _one_of_vote_and_resolution(
    claims: list[Claim], found: Outline, starts: list[int], sections: list[int]
) -> Iterator[Claim]:
    """The claims without what is told and then resolved: "the motion was carried. RESOLVED that ..."."""

    def section(claim: Claim) -> int:
        return sections[bisect_right(starts, claim.start) - 1] if starts else 0

    told: set[tuple[int, str]] = set()
    resolved: dict[int, list[Claim]] = {}
    for claim in claims:
        if claim.type is Type.DECISION and claim.rule in (*_RESOLVING_RULES, "a body resolved"):
            resolved.setdefault(section(claim), []).append(claim)
    for claim in claims:
        if claim.type is Type.DECISION:
            said = (section(claim), claim.attributes["verb"])
            if said in told and _OF_THE_VOTE.match(claim.quote):
                continue
            told.add(said)
        is_told = claim.type is Type.DECISION and (" told " in claim.rule or claim.rule == "a body resolved")
        is_told = is_told or (claim.rule == "sentence under a decision" and " moved " in claim.quote)
        if is_told and any(
            other is not claim and _resolves_same(claim, other, found.document)
            for other in resolved.get(section(claim), ())
        ):
            continue
        yield claim


def _resolves_same(told: Claim, resolved: Claim, document: Document) -> bool:
    """Whether a resolution says what is told beside it: a motion carried, or the same in other words."""
    first, second = sorted((told, resolved), key=lambda claim: claim.start)
    if first is resolved and resolved.rule not in _RESOLVING_RULES:
        return False
    if same_decision(telling(first, document), telling(second, document)):
        return True
    if first is resolved:
        return False
    if told.attributes["verb"] == "approve" and _CARRIED.search(told.quote):
        return True
    words, others = _word_set(told.quote) - _SMALL, _word_set(resolved.quote) - _SMALL
    alike = SAME_WORDS if told.attributes == resolved.attributes else NEARLY_ALL_WORDS
    return len(words & others) >= alike * max(1, min(len(words), len(others)))


#: Rules that read rows: of a row of functions they read the day of a move as a day when something is due.
_OF_ROWS = frozenset({"row of an action table", "line of action"})


#: "Powers will return to the Council": a function that goes back, and no report.
_GOES_BACK = re.compile(r"\b(?:return|come back|go back|pass|hand)\b")


def still_to_come(commitments: Iterable[Claim], moved: tuple[Claim, ...]) -> Iterator[Claim]:
    """The commitments without those that only tell of a function moved by directions already made.

    A row ("Parks | Returned 4 May"), or a sentence whose time is the day from which the move counts.
    """
    for commitment in commitments:
        same = [m for m in moved if m.start < commitment.end and commitment.start < m.end]
        told = bool(same) and all(m.attributes["status"] != "proposed" for m in same)
        days = {m.attributes["effective"] for m in same if m.attributes["status"] == "in_force"} - {None}
        if same and commitment.rule.endswith("to report") and _GOES_BACK.search(commitment.quote):
            continue
        due = (commitment.attributes["due_from"], commitment.attributes["due_to"])
        undated = due == (None, None) and any(
            m.attributes["status"] == "in_force" and m.start <= commitment.start + 20 for m in same
        )
        if not (told and (commitment.rule in _OF_ROWS or due[0] in days or undated)):
            yield commitment


#: "I am granting further powers to commissioners": a transfer, and no consent.
_POWERS_GRANTED = re.compile(r"\bgrant(?:s|ed|ing)?\b (?:\w+ ){0,5}?powers?\b")


def that_move_nothing(decisions: Iterable[Claim], moved: tuple[Claim, ...]) -> Iterator[Claim]:
    """The decisions told, without those that only say that powers were given: these are transfers."""
    for decision in decisions:
        to = decision.attributes.get("delegate", "")
        moves = decision.attributes.get("verb") == "delegate" or to.lower().endswith("commissioners")
        moves = moves or _POWERS_GRANTED.search(decision.quote) is not None
        given = moves and any(m.start < decision.end and decision.start < m.end for m in moved)
        if not given:
            yield decision


def _sections(found: Outline) -> tuple[list[int], list[int]]:
    """Where each section begins, and its number."""
    starts: list[int] = []
    sections: list[int] = []
    for part in found.parts:
        if not sections or part.section != sections[-1]:
            starts.append(part.passage.start)
            sections.append(part.section)
    return starts, sections


def _same_place(claim: Claim, other: Claim) -> bool:
    if not (claim.start < other.end and other.start < claim.end):
        return False
    if claim.type in _ONE_EACH:
        return True
    if claim.type is Type.RATIO and claim.end != other.end:
        return False
    return claim.attributes == other.attributes


def _said(claim: Claim) -> tuple[Any, ...]:
    """What makes two claims of a section the same: type, words and attributes."""
    words = " ".join(_WORDS.findall(claim.quote.lower()))
    return (claim.type, words, tuple(str(v) for v in claim.attributes.values()))
