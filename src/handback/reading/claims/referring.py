"""How a figure refers to its total: words of referring, of joining and of leaving out, and their reach."""

import re

from handback.reading.words.beginnings import sought
from handback.reading.words.watch import waits

LEAD = sought(
    r"(?:^|[,;:.(\"] ?|- |\b(?:that|and|but|while|whereas|meant|showed|said) )"
    r"(?P<of>(?:[Oo]ut of|[Oo]f|[Ff]rom(?= (?:the|a|all|our|its|their|these|those|\d))|[Aa]mong(?:st)?)"
    r"(?: (?:the|all|its|our|their|his|her|an?|total|of|some|about|around|those|these|nearly|over"
    r"|more than))*"
    r"(?: (?!(?:in|on|at|by|for|from|with|to|and|that|is|are|was|were)\b)[A-Za-z'-]+){0,2} )$"
)
OF_WHICH = re.compile(
    r"\bof (?:which|whom|these|those|them|that number|this number|this total|that total)\b", re.I
)
SELF = re.compile(r"^(?: [a-z]+)? of (?:them\b|(?:it|whom|which|these|those|this|that)\b(?! [a-z]+s\b))")
OF_NOUN = re.compile(r"^ of (?:all |the |these |those |our |its )*(?=[a-z])")
RESPONDING = frozenset({"respo", "repli", "reply", "peopl", "retur", "house", "submi", "surve", "compl"})
BACK = re.compile(
    r"(?:\W*(?:[A-Z][a-z]+(?:[- ][a-z]+)?|\d[\d,]*(?: ?\([^)]*\))?|\d[\d.]* ?(?:%|per cent)) of"
    r" (?:these|those|them)\b"
    r"|\W*(?:Of|From|Out of|Among) (?:these|those|them|the total|this number|that number|this|that total)\b"
    r"|\W*(?:This|That|It|These) (?:is|was|represents?|represented|equates|equated|amounts to|means|are"
    r"|were)\b)"
)
JOINED = re.compile(r"(?:[,;:] (?:and |with |while )?(?:that )?(?:(?:only|just|the other|the remaining"
                     r"|the rest,?|a further|another|all) )?"
                     r"|\b(?:and|while|with|but|whereas|plus|although)"
                     r" (?:that )?(?:(?:only|just|the other|a further|another|the remaining|the rest,?) )?"
                     r"|[a-z]+: |\) |\b(?:leaving|with) )$")  # fmt: skip
UNDERSTOOD = re.compile(
    r"(?:(?:, | )(?:and|but|with|including)(?: (?:found|judged|said|concluded|noted)(?: that)?)?|[;,:])"
    r" (?:only |just |all |a further )?$"
)
#: What is told of a number is a state, as of the next: "three were within the channel and two were off it".
IN_A_STATE = re.compile(
    r"(?: (?!(?:were|was|are|is|remain)\b)[a-z]+){1,4} (?:were|was|are|is|remain(?:ed)?|had (?:a|an))"
    r"(?: (?:now|still|also|either|currently|judged|rated"
    r"|(?:assessed|classed|classified|marked|shown|reported|flagged) as))*"
    r" (?:below|above|under|within|on|off|at|in|ahead|behind|not|green|amber|red|late|overdue|outstanding"
    r"|open|upheld|good|inadequate|vacant|closed|complete|completed)\b"
)
#: "Of the overall number of boats seen, 15%": all of what was counted before, its number not said.
OF_ALL = re.compile(
    r"(?:^|[.,;:] |\b(?:that|and|but|while) )(?:[Oo]f|[Oo]ut of|[Ff]rom) (?:all )?(?:the |those )?"
    r"(?:(?:total|overall|full|whole)(?: number)?(?: of)?(?: the)? )?(?=(?P<noun>[a-z][^,.;:\d]{2,50}),? $)"
)
#: Between a share and the numbers that say it in full: "93% were answered (198 out of 212)".
TOLD_BESIDE = re.compile(
    r"[^.;()\d]{0,80}(?: [(\[]|(?:,| -) (?:(?:with|as|that is|i\.e\.|being|meaning|or|some|about|around) )?"
    r"(?:only |just |the )?)"
)
#: "looked at 24 files and judged practice good in 15"
FOUND_IN = re.compile(r"\b(?:found|judged|rated|assessed)\b[^.;\d]* in (?:only |just )?$")
BASE = re.compile(r"\b(?:n|base|sample)(?: size)? ?[=:] ?$", re.I)
NEW_SENTENCE = re.compile(r"[a-z)%]\. (?:[A-Z]|$)")
#: What came or was said, the noun left out: "41 had come in", "Thirty-one answered".
CAME = re.compile(
    r" (?:had come|came|took|sat|entered|applied|voted|answered|replied|responded|took part"
    r"|were received|attended)\b"
)
PASSIVE = waits(
    r" (?:(?:had|have|has|were|was|are|is|remain|remained) (?:been |now |not |since )?[a-z]+"
    r"|(?!need)[a-z]{3,}ed\b"
    r"|came|went|met|gave|took|got|won|lost|said|left|passed|did"
    r"|in (?:favour|support)|against|opposed|supporting|objecting)"
)
#: A share that is somebody's own, or a part of what is left: "the supplier's 90%", "of the remainder, 12".
OF_ANOTHER = re.compile(
    r"(?:[a-z]'s?|\b(?:[Oo]f|[Aa]mong|[Ff]rom) the (?:remainder|rest|others|remaining)),? $"
)
#: A share told of what has just been counted: "45 came, which was 75% of those asked".
WHICH_IS = re.compile(
    r"[^.;()\d]{0,40}, (?:(?:which|that|this) (?:is|was|makes|made|equals)|or|i\.e\.|that is|equal to"
    r"|equivalent to)"
    r"(?: just| about| some| only)? $"
)
THE_REST = re.compile(r"\bthe (?:other|remaining|rest,?) $")
ALL = re.compile(r"\b(?:all|both|each|every) (?:the |of the )?$", re.I)
THIS_IS = re.compile(
    r"\W*(?:This|That|It|These|Which|Together these)(?: [a-z]+)? (?:is|was|are|were|represents?"
    r"|represented|equates?|equated|amounts?|makes?|means)\b"
)
#: So many of them, before the number itself in a bracket: "the majority of respondents (72%)".
SO_MANY = re.compile(
    r"\b(?:most|majority|bulk|half|thirds?|quarters?|rest|remainder|minority|others)"
    r"(?: of(?P<thing> (?!\d)(?:the |these |those )?[a-z]+)| [a-z]+)? [(\[]$"
)
LONGEST_QUANTIFIER = 60  # characters


def some_of(words: str, place: int) -> re.Match[str] | None:
    """The words for so many of them that stand before the bracket in which a number opens."""
    return SO_MANY.search(words, max(0, place - LONGEST_QUANTIFIER), place)


NEAR_BRACKET = 30  # characters between a bracket and the share in it
TELLS = re.compile(r" (?:\w+ed|had|has|have|was|were|are|is)\b")
FURTHER = re.compile(r"\b(?:another|further) $")
FARTHEST = 9  # numbers looked back over: no sentence that a person can follow needs more
NEAR_WHICH = 60  # characters between "of which" and the part
FARTHEST_OFF = 12  # points: a slip of the pen is smaller
LEAST_SUM = 8  # smaller numbers add up by chance
MOST_PARTS = 6  # told one after another that add up to a total
NEAR = 280  # characters between a total and the first of its parts
