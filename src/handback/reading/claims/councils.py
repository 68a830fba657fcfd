"""Councils by their names: whether a council that a statement names is the page's own or another."""

import re
from collections import Counter
from functools import cached_property

from handback.reading.claims.patterns import pattern

_KIND = r"(?:London|Borough|County|City|District|Metropolitan|Unitary|Town|Combined)"
_NAMED = re.compile(
    rf"\b(?P<place>(?!The |Full |Shadow |Own |Local |Education |Planning |Licensing |Highway |{_KIND} )"
    rf"[A-Z][a-z][\w'-]*(?: (?!{_KIND}|Council)[A-Z][\w'-]+){{0,3}})"
    rf" (?P<kind>(?:{_KIND} )*)(?:Council|Authority)\b"
)
_PLACE = re.compile(
    r"(?<=[a-z,;] )(?:in|of|at|for|from) (?P<place>(?!State|Commission|Council|Direction|Minister"
    r"|Parliament|Cabinet|England)[A-Z][a-z]{2,}[\w'-]*)|\b(?P<whose>(?!State|Commission|Council"
    r"|Minister|Children|Cabinet|Authority)[A-Z][a-z]{3,})'s?\b"
)
_RECEIVES = r"\b(?:to|under|with|by|into|in the hands of|at)(?: the (?:hands|control|care) of)? (?:the )?"
_OF_COUNTY = re.compile(rf"{_RECEIVES}(?:neighbouring )?[Cc]ounty [Cc]ouncil\b")
_HEAD = 300  # letters: what a page is about is named at its top

_SHORTEST_TITLE = 20


class Councils:
    """The councils that a page names, and which of them it is about."""

    def __init__(self, plain: str) -> None:
        self._top = next((w for w in plain[:_HEAD].split("\n") if len(w) >= _SHORTEST_TITLE), "")
        self._head = self._top.lower()
        self._words = plain

    @cached_property
    def _places(self) -> Counter[str]:
        """How often each place is named: counted once another council is, which few pages do."""
        return Counter(w for m in _PLACE.finditer(self._words) if (w := (m["place"] or m["whose"])))

    @cached_property
    def _below_county(self) -> bool:
        own = pattern(r"(?:[A-Z][\w'-]+ )+(?P<kind>Borough|District|City|Town|Parish) Council\b")
        return " county council" not in self._head and own.search(self._words) is not None

    def is_another(self, said: str) -> bool:
        """Whether words hand something to a council that the page is not about."""
        if _OF_COUNTY.search(said) and self._below_county:
            return True
        for named in _NAMED.finditer(said):
            before = said[: named.start()]
            if pattern(rf"{_RECEIVES}$").search(before):
                return self._is_elsewhere(named["place"])
        return False

    def _is_elsewhere(self, place: str) -> bool:
        if place.lower() in self._head:
            return False
        count = len(re.findall(rf"\b{re.escape(place)}\b", self._words))
        rest = [w for w, n in self._places.items() if w not in place and n >= count]
        named = [m["place"] for m in _NAMED.finditer(self._top) if m["place"] != place]
        return bool(named) or any(w.lower() in self._head for w in rest)
