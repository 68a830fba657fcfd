"""A thing resolved: the clause of a stretch that is decided, and what keeps a stretch from deciding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.claim import Place
from handback.reading.claims.leads import Lead
from handback.reading.claims.lists import trimmed
from handback.reading.claims.outline import Part
from handback.reading.claims.resolving import is_opinion
from handback.reading.claims.splitting import Stretch, split
from handback.reading.claims.verbs import Group
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing resolved: where it stands, its lead-in in lower case, and the group of its verb."""

    part: Part
    sentence: Sentence
    start: int
    end: int
    lead: str
    group: Group
    rule: str
    also: tuple[Place, ...] = ()

    @property
    def words(self) -> str:
        """The clause's own words."""
        return self.sentence.words[self.start : self.end]


#: Verbs told of a body that finds as often as it decides: "decided that he was fit".
_FINDS = frozenset({"decided", "determined", "decides"})
#: What a body did before it decided: an item of what it did, and none of what it decided.
_HEARD = waits(
    r"\W*(?:(?:The )?(?:Executive|Cabinet|Committee|Board|Panel|Council|Members) )?"
    r"(?:(?:considered|discussed|heard|debated|examined|scrutinised|questioned|reviewed|indicated|queried"
    r"|enquired|commented|felt|believed|observed|highlighted"
    r"|expressed (?!(?:[a-z]+ ){0,2}(?:thanks|appreciation|gratitude|condolences|sympathy)))\b"
    r"|(?:had )?before (?:it|them)\b|(?:had|having) regard\b)",
    re.I,
)


def clauses_of(
    part: Part,
    sentence: Sentence,
    start: int,
    end: int,
    stem: str,
    lead: Lead,
    *,
    rule: str,
    own: int | None = None,
) -> Iterator[Clause]:
    """The clauses of one stretch, each with its group."""
    stretch = Stretch(sentence.words, start, end, start if own is None else own, lead)
    for first, last, words, group in split(stretch):
        first, last = trimmed(sentence.words, first, last)
        if (
            last - first > 3
            and not (stem in _FINDS and is_opinion(f" {words.strip()}"))
            and not _HEARD.match(words)
        ):
            yield Clause(part, sentence, first, last, stem, group, rule)
