"""What a page has just named: the functions that "they", "both" or "this function" point back to."""

import re
from dataclasses import dataclass, field

from handback.reading.claims.council_work import is_service
from handback.reading.claims.function_names import Named
from handback.reading.claims.functions import functions_in
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase, is_finite, phrase
from handback.reading.words.sentences import Sentence

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_MANY = re.compile(
    r"\b(?:they|them|these|those|both|all|neither|two|three|four|five|six|seven|functions|services|powers"
    r"|areas|responsibilities)\b",
    re.I,
)
_ABOUT = re.compile(
    r"^(?:For|On|As for|As to|In respect of|In relation to|Regarding|As regards|With regard to|Turning to"
    r"|In the case of|Concerning|In|Over) (?P<what>[^,.;]{3,80}?)"
    r"(?:,| (?=(?:I|we) (?:am|are|have|do|was|were|remain|need|cannot)\b))"
)
_LOOKED = re.compile(
    r"\b(?:look(?:ed|ing)? (?:hard |again |closely |in turn )*at"
    r"|turn(?:ed|ing)? to"
    r"|(?:happy|pleased|satisfied|content) with (?:the progress (?:in|on) )?"
    r"|review(?:ed)?|consider(?:ed)?|assess(?:ed)?|visit(?:ed)?|inspect(?:ed)?|ask(?:ed)? about"
    r"|discuss(?:ed)?|report(?:ed)? on|updated? (?:\w+ )?on|reviewed|tested|progress (?:in|on|with|of)"
    r"|consists? of|leaves?|left|cover(?:s|ed)?|include[sd]?|are|were|is|was|in|on|for|of|about|through"
    r"|improve\w*|over|took|have|has|had|into)\b,? "
)
_TELLS = re.compile(
    r"\b(?!looked|listed|based|assisted|supported|shared|protected|unpaid|wed)\w{3,}ed\b"
    r"|\b(?:we|I|they|kept|told|put)\b"
)
#: A body that has the name of a service in its own: "the Harbour Audit Office" is not pointed back to.
_BODY = re.compile(
    r"\b(?:Office|Commission|Committee|Department|Inspectorate|Agency|Association|Institute|Council|Board)\b"
)
#: "The Secretary of State for Local Government and Communities": what an office is for is no function told.
_OF_AN_OFFICE = re.compile(
    r"\b(?:Secretary of State|Ministers?|Department|Ministry|Secretary) for [^,.;:]{0,60}$"
)
OLDEST = 3  # sentences
LONGEST_TITLE = 7  # words
LONGEST_RECALLED = 9  # words: what is longer is no name to come back to


@dataclass(frozen=True, slots=True)
class Mention:
    """A function named, and where its name stands in the document."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Recalled:
    """The functions named of late, nearest last, and the title that the page is under."""

    named: list[Mention] = field(default_factory=list)
    title: Mention | None = None
    seen: list[Mention] = field(default_factory=list)  # only spoken of, with no word of holding
    passed: list[Sentence] = field(
        default_factory=list
    )  # sentences not yet looked into for what they speak of
    heading: Sentence | None = None  # the title of the section, not yet looked into
    age: int = 0  # sentences since the functions were named

    def grow_old(self, *, fresh: bool) -> None:
        """A sentence has passed; what was named three sentences ago is forgotten, the title is not."""
        self.age = 0 if fresh else self.age + 1
        if self.age > OLDEST:
            self.named, self.seen = [], []
        del self.passed[:-OLDEST]

    def name(self, mentions: list[Mention]) -> None:
        """Functions have been named outright."""
        self.named, self.seen, self.age = mentions, [], 0
        self.passed.clear()

    def enter(self, heading: Sentence) -> None:
        """A new section begins."""
        self.named, self.seen, self.title, self.heading = [], [], None, heading
        self.passed.clear()

    def catch_up(self) -> None:
        """Look into the title and the sentences that have passed, now that something points back."""
        if self.heading is not None:
            words = self.heading.words
            named = [n for n in functions_in(words, 0, len(words)) if len(words.split()) <= LONGEST_TITLE]
            mentions = [_mention(self.heading, n) for n in named if is_service(n.name)]
            self.title, self.heading = mentions[0] if len(mentions) == 1 and len(named) <= 2 else None, None
        for sentence in self.passed:
            self.see(phrase(sentence))
        self.passed.clear()

    def pointed_at(self, words: str) -> list[Mention]:
        """The functions that a pronoun stands for; none where it points at nothing known."""
        self.catch_up()
        low = words.lower()
        if pattern(r"\bformer|first\b(?! (?:two|three|four))").search(low):
            return self._many()[:1]
        counted = pattern(r"\bfirst (two|three|four)\b").search(low)
        if counted:
            return self._many()[: _COUNTS[counted[1]]]
        if pattern(r"\blatter|last\b").search(low):
            return self._many()[-1:]
        if _MANY.search(low):
            number = next((_COUNTS[w] for w in pattern(r"\w+").findall(low) if w in _COUNTS), 0)
            return self._many()[-number:] if number else self._many()
        if len(self.named) == 1 and not (self.title and self.seen):
            return list(self.named)
        return [self.title] if self.title else self.named[-1:] or self.seen[-1:]

    def _many(self) -> list[Mention]:
        return list(self.seen or self.named) or ([self.title] if self.title else [])

    def see(self, made: Phrase) -> None:
        """Take note of what a sentence speaks of, where no verb of holding named functions in it."""
        about = _ABOUT.match(made.words)
        spans = [about.span("what")] if about else _spoken_of(made)
        best: list[Mention] = []
        for start, end in spans:
            mentions = [
                _mention(made.sentence, n)
                for n in functions_in(made.words, start, end)
                if is_service(n.name)
                and len(n.name.split()) <= LONGEST_RECALLED
                and not _TELLS.search(n.name)
                and not _BODY.search(n.name)
                and not _OF_AN_OFFICE.search(made.words[: n.start])
            ]
            best = mentions if len(mentions) > len(best) else best
        if best:
            self.seen, self.age = best, 0
            self.named = [] if self.title is None else self.named


def _mention(where: Sentence, named: Named) -> Mention:
    return Mention(named.name, where.place(named.start), where.place(max(named.end - 1, named.start)) + 1)


def _spoken_of(made: Phrase) -> list[tuple[int, int]]:
    """The stretches that may name what a sentence is about: its subject, then what its verb looks at."""
    tokens = made.tokens
    if not tokens:
        return []
    verb = next(
        (n for n, t in enumerate(tokens) if is_finite(t.low) or (t.low.endswith("ed") and len(t.low) > 4)),
        len(tokens),
    )
    subject = (0, tokens[verb].start if verb < len(tokens) else len(made.words))
    spans = [subject]
    spans += [(m.end(), len(made.words)) for m in _LOOKED.finditer(made.words, subject[1])][:3]
    return spans
