"""A sentence made ready for its verbs: asides taken out, words told apart, clauses found.

Asides ("however", "she said", "which arrived in 2024", "from 1 May") are left out of the words that the
frames look at; every character that is kept still knows its place in the document.
"""

import itertools
import re
from dataclasses import dataclass

from handback.reading.claims.asides import without_asides
from handback.reading.claims.frame_words import AUXILIARIES, BE, FORMS, one_of
from handback.reading.words.sentences import Sentence

_TOKEN = re.compile(
    r"[A-Za-z]+?(?=n't\b)|n't\b|'(?:ll|ve|re|d|m)\b"
    r"|[A-Za-z]+(?:[-&.][A-Za-z]+|'(?!(?:ll|ve|re|d|m)\b)[A-Za-z]+)*'?"
    r"|£?\d[\d,./:]*|[^\sA-Za-z\d]"
)
_FINITES = one_of(
    "is are was were has have had will would shall should must may might can could cannot do does did "
    "am wo ca sha said says told remain remains stay stays keep keeps kept retain retains regain regains "
    "resume "
    "resumes took takes gave gives went goes came comes held holds lost loses ran runs returns passes "
    "transfers moves continues continue exercises became followed follow follows agreed announced "
    "issued decided made believe think expect expects belongs belong wants want hope hopes means meant "
    "proposes propose recommend recommends recommended intends intend asks asked confirmed wrote added "
    "directed ordered ended expired ceased began got gets won left leaves 'll let required included needed "
    "include includes relinquished surrendered regained resumed assumed saw sees stand stands 's put puts"
)
_REPORTING = one_of(
    "said says say told announced announce confirmed confirm wrote added mean believe think expect hopes"
    " hope means meant "
    "proposes propose recommend recommends recommended agreed asks asked decided directed ordered let"
    " expected "
    "proposed hoped understood planned anticipated suggested likely thought"
)
#: "Confirmed control of parks and piers will return": what is told begins with its subject.
_PERSONS = one_of("he she it they we i you")
_POWERS = one_of("powers control responsibility oversight functions")
_SUBORDINATORS = one_of(
    "because while whilst whereas although though but unless until if when who which where that whom "
    "whose whether once lest"
)
_STARTS = one_of("this it they we i he she both these those all")
#: "Under plans announced on Monday": what hangs on a noun is no verb of the clause.
_TOLD_OF = one_of("announced issued decided made agreed confirmed proposed recommended followed")
_TIMES = one_of("on by in at last this earlier yesterday today under")
_TELLERS = one_of(
    "he she it they we i who which and minister ministers commissioners council government state , has have"
    " had"
)
_HOLDING = one_of(
    "hold keep retain return exercise run restore transfer hand give take move have pass kept held returned"
)
_AFTER_OBJECT = one_of(
    "until for back now as in on at too over under to with and but by from this next again ourselves"
)
_PUNCTUATION = frozenset(";:")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: in small letters, with its place in the phrase."""

    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Joint:
    """Where a clause begins (the number of its first token), after which word."""

    at: int
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a sentence without asides, its tokens, and the joints between its clauses."""

    sentence: Sentence
    words: str
    tokens: tuple[Token, ...]
    joints: tuple[Joint, ...]
    prior: str = ""  # the sentence before
    asides: str = ""  # what was left out

    def clause_at(self, index: int) -> tuple[int, int, str]:
        """First token, token past the last, and joining word of the clause that holds a token."""
        first, last, word = 0, len(self.tokens), ""
        for joint in self.joints:
            if joint.at <= index:
                first, word = joint.at, joint.word
            else:
                last = joint.at - (1 if joint.word and joint.word not in (",", "") else 0)
                break
        return first, max(last, index + 1), word

    def text(self, first: int, last: int) -> str:
        """The words from one token up to another."""
        if first >= last:
            return ""
        return self.words[self.tokens[first].start : self.tokens[last - 1].end]


def phrase(sentence: Sentence, prior: str = "") -> Phrase:
    """A sentence made ready, after the sentence `prior`."""
    kept, asides = without_asides(sentence)
    tokens = tuple(
        Token(m[0].lower() if m[0] != "May" else "May", m.start(), m.end())
        for m in _TOKEN.finditer(kept.words)
    )
    return Phrase(kept, kept.words, tokens, tuple(_joints(tokens)), prior, asides)


def _joints(tokens: tuple[Token, ...]) -> list[Joint]:
    """The joints: marks, words that subordinate, and "and" or a comma between two verbs with subjects."""
    joints: list[Joint] = []
    between: list[int] = []
    finite = -1
    for n, token in enumerate(tokens):
        low = token.low
        if (
            low in _PUNCTUATION
            or (low in ("before", "after", "since", "as") and _opens_clause(tokens, n))
            or (low in _SUBORDINATORS and not _only_determines(tokens, n))
        ):
            joints.append(Joint(n + 1, low))
            finite, between = -1, []
        elif low in ("and", "or", ",", "so", "yet"):
            if not _in_a_title(tokens, n):
                between.append(n)
        elif (low in _FINITES or _tells(tokens, n) or _goes(tokens, n)) and not _in_chain(tokens, n):
            opened = joints[-1].word if joints else ""
            if finite >= 0 and (joint := _between(tokens, finite, between, n, opened)):
                joints.append(joint)
            finite, between = n, []
    return joints


_OF_PRONOUN = one_of(
    "went goes stays stayed remains remained passed passes moved reverted came comes was has"
)


def _only_determines(tokens: tuple[Token, ...], n: int) -> bool:
    """ "That" before a noun ("that function"), and "but not", open no clause."""
    after = tokens[n + 1].low if n + 1 < len(tokens) else ""
    before = tokens[n - 1].low if n else ""
    further = tokens[n + 2].low if n + 2 < len(tokens) else ""
    if tokens[n].low == "that" and before in ("", "but", ",", ";") and after in _OF_PRONOUN:
        return True  # "but that went back"
    if tokens[n].low == "that" and before in _HOLDING and after in _AFTER_OBJECT:
        return True  # "we shall hold that until ..."
    if tokens[n].low == "that" and further in ("for", "of", "over") and before not in ("to", "on", "with"):
        return False  # "confirming that responsibility for parks"
    if tokens[n].low == "that":
        return after in ("function", "service", "power", "area", "responsibility", "time", "date",
            "work", "role",
                         "one", ".", ",") or before in ("of", "to", "for", "on", "with", "in",
                             "over", "by")  # fmt: skip
    if tokens[n].low == "where":
        return (
            after in ("they", "it")
            and n + 2 < len(tokens)
            and tokens[n + 2].low in ("are", "is", "belong", "belongs")
        )
    if tokens[n].low == "once" and after in ("again", "more"):
        return True
    if tokens[n].low in ("until", "once"):
        return after.isdigit() or not any(t.low in _FINITES for t in tokens[n + 1 : n + 8])
    return (
        tokens[n].low == "but"
        and after in ("not", "for", "the", "one", "to")
        and (before != "," or after == "not")
    )


def _in_a_title(tokens: tuple[Token, ...], n: int) -> bool:
    """ "Police and crime commissioner", "police, fire and crime": one holder, and no two things."""
    after = tokens[n + 1].low if n + 1 < len(tokens) else ""
    return n > 0 and tokens[n - 1].low in ("police", "fire") and after in ("crime", "fire", "rescue")


def _opens_clause(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether "before" is followed by a clause ("before parks are returned") and no time or noun alone."""
    for token in tokens[n + 1 : n + (40 if tokens[n].low != "as" else 6)]:
        if n == 0 and token.low == ",":
            return False
        if token.low in _FINITES:
            return tokens[n + 1].low not in (",", "and")
        if token.low in ";:." or token.low in ("that", "which", "who"):
            return False
    return False


_GOES = one_of("pass return revert go move transfer")
_WHERE_TO = one_of("to back into under")


def _goes(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a bare verb has a plural for its subject: "and cemeteries pass to Cabinet"."""
    if tokens[n].low not in _GOES or n < 2 or n + 1 == len(tokens):
        return False
    before = tokens[n - 1].low
    plural = before.endswith("s") and before not in ("commissioners", "as", "is", "was", "has", "this", "its")
    return plural and tokens[n + 1].low in _WHERE_TO and tokens[n - 2].low in ("and", ",", "but", "while")


def _tells(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a word in "ed" is a verb with an object: "this required the ...", "they welcomed a ..."."""
    low = tokens[n].low
    if not low.endswith("ed") or low in FORMS or n == 0 or n + 1 == len(tokens):
        return False
    return (
        tokens[n + 1].low
        in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "that",
            "careful",
            "his",
            "her",
            "our",
            "no",
            "all",
            "some",
        )
        and tokens[n - 1].low not in _NO_TELLER
    )


_NO_TELLER = BE | {"and", ","}


def _in_chain(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a verb goes on a chain already counted ("will have", "to keep"), or has no subject."""
    before = tokens[n - 1].low if n else ""
    if (
        tokens[n].low in _TOLD_OF
        and before not in _TELLERS
        and n + 1 < len(tokens)
        and tokens[n + 1].low in _TIMES
    ):
        return True
    if before in AUXILIARIES or before in ("the", "a", "its", "their", "be", "of", "'ll"):
        return True
    return tokens[n].low == "'s" or (
        tokens[n].low in ("left", "put", "let") and before in ("powers", "functions")
    )


def _between(
    tokens: tuple[Token, ...], first: int, candidates: list[int], second: int, opened: str
) -> Joint | None:
    """Which "and" or comma parts two verbs: one after a comma first, else the only one, else the last."""
    inner = [c for c in candidates if c < second - 1 or tokens[c].low != ","]
    words = [c for c in inner if tokens[c].low != ","]
    after_comma = [c for c in words if tokens[c - 1].low == ","]
    of_powers = any(
        t.low in _REPORTING and after.low in _POWERS
        for t, after in itertools.pairwise(tokens[first : min(first + 4, second)])
    )
    if not inner or of_powers:
        told = next((n for n in range(second - 1, first - 1, -1) if tokens[n].low in _REPORTING), None)
        if told is not None:
            return Joint(told + 1, "that")
        return Joint(second - 1, "") if tokens[second - 1].low in _STARTS and second - 1 > first else None
    own = [c for c in inner if tokens[c].low == "," and tokens[c + 1].low in _PERSONS and c + 1 >= second - 2]
    if own:
        chosen = own[-1]  # "such is the progress in parks and piers, he expects"
    elif opened in _SUBORDINATORS - {"that", "which", "who"} and tokens[inner[0]].low == ",":
        chosen = inner[0]
    elif after_comma:
        chosen = after_comma[0]
    elif words:
        listed = any(tokens[c].low == "," for c in inner if c > words[0])
        chosen = words[0] if listed or len(words) == 1 else words[-1]
    else:
        chosen = inner[0]
    return Joint(chosen + 1, tokens[chosen].low)


def is_finite(low: str) -> bool:
    """Whether a word is a verb that has a subject of its own."""
    return low in _FINITES
