"""Triggers: words that a sentence must hold before any rule of commitments need look at it.

All are looked for in one pass over the whole document, as parts of words. Unlike the gates of `watch` the
lists are written by hand, and narrower than the grammar on purpose: "before then" and "until then" state a
time, and "be" and "go" may bind somebody to report, but read without these lists they found promises in
sentences that make none.
"""

from array import array
from bisect import bisect_left

import ahocorasick

_TIMES = """
january|february|march|april| may|june|july|august|september|october|november|december|jan|feb|mar
|apr|jun|jul|aug|sept|sep|oct|nov|dec|spring|summer|autumn|winter|quarter|q1|q2|q3|q4|week|month
|year|tomorrow|day|recess|holiday|next |following|subsequent|coming|future|christmas|easter|daily
|annual|20|/0|/1|/2|/3
|.16|.17|.18|.19|.21|.22|.23|.24|.25|.26|.27|.28|.29
|every|each |interval|half-term|half term|break| term|regular basis
|first meeting|first available|once|tonight|fortnight|morning|afternoon|evening|by return
"""
_REPORTS = """
report|ascertain|updat|brief|answer|repl|respon|writ|circulat|bring|brought|provid|suppl|send|sent|present
|submi|look|review|investigat|explain|explanation|clarif|inform|notif|advis|share|back|paper|figure
|note|feed|check|visit|let |tell|told|find out|liais|return|confirm|seek|explor|consider|account
|publish|announc|available|table|speak|talk|raise|refer|follow|pass |pass on|keep |kept |attend
|arrang|carry out|undertak|conduct|ask|detail|data|list|summary|set out|draft|plan|view|statement
|assurance|dashboard|breakdown|timetable|register|log|result|proposal|option|come |go to|receive
|give|reason|up to date|made to|make
|want|issu|discuss|prepar|produc|obtain|distribut|email|releas|collat
"""


def _automaton() -> ahocorasick.Automaton:
    built = ahocorasick.Automaton()
    for kind, words in ((1, _TIMES), (2, _REPORTS)):
        for word in words.replace("\n", "").split("|"):
            built.add_word(word, built.get(word, 0) | kind)
    built.make_automaton()
    return built


_TRIGGERS = _automaton()


class Triggers:
    """Where in a document the words stand that tell of a time, or of a report.

    Built from the document's plain words, in one pass over them.
    """

    def __init__(self, plain: str) -> None:
        self._times, self._reports = array("L"), array("L")
        for place, kind in _TRIGGERS.iter(plain.lower()):
            if kind & 1:
                self._times.append(place)
            if kind & 2:
                self._reports.append(place)

    def time_in(self, start: int, end: int) -> bool:
        """Whether a stretch of the document may state a time."""
        return _any(self._times, start, end)

    def report_in(self, start: int, end: int) -> bool:
        """Whether a stretch of the document may promise a report."""
        return _any(self._reports, start, end)


def _any(places: array, start: int, end: int) -> bool:  # type: ignore[type-arg]
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end
