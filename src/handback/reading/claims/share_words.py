"""The words that join a count, its share and its total: "of the", "out of", "which is", a bracket, a stop."""

from handback.reading.words.later import later

_DETERMINERS = (
    r"(?: (?:c\.|~|circa|approx\.|nearly|almost|over|the|its|their|all|these|those|our|his|her|some|an?"
    r"|total(?: number)?|of|possible|around|about"
    r"|approximately|other|first|last|main|new|key|core|top|current|every|[A-Za-z]+'s?|[A-Z]{2,6}"
    r"|[a-z]+(?:ed|ing|al|ive|ary|ory|ent|ble|ic|ant))){0,6}"
)
_NOUNS = r"(?: (?!and\b|but\b|while\b|or\b)[A-Za-z'&/-]+){0,7}?"
OF = later(
    rf"^[)\]]?(?:(?: or so| more| in all)?(?: \()? ?(?:of|from){_DETERMINERS}"
    rf"|{_NOUNS},? ?(?:out of"
    r"|(?:of|from|against|in|out of) (?:an?|the) (?:[a-z]+ )?"
    r"(?:total|sample|pool|stock|population|electorate|workforce|roll|caseload|cohort|fleet|list) of"
    r"|(?:of|from|out of) (?:an?|the|its|our) (?:[a-z]+ )?(?:budget|allocation|grant|fund) of"
    rf"|, of(?= (?:the|our|its|their|all) )){_DETERMINERS}) $"
)
PLURAL = later(r" (?:[a-z]+ )?(?!was\b|has\b|does\b|is\b)[a-z]{2,}s\b")
#: "one child in six lives in a cold home": what one of them does, where a plural would be told of next.
DOES = later(
    r" [a-z]{2,}s (?:in|on|at|with|without|the|an?|to|for|below|above|more|no|from|less|their|her|his)\b"
)
#: "12 cases of 30": the total behind the thing counted, where it counts nothing of its own.
OF_AS_MANY = later(r"^ [a-z]+(?: [a-z]+)? of $")
ONE_IN = later(r"^ [a-z]+ in (?:every )?$")
IN = later(r"^[)\]]? (?:in (?:every )?|for every )$")
_ABOUT = (
    r"(?:or|some|about|around|some|i\.e\.,?|that is|just|approximately|roughly|circa|an?|n ?=|only|now|=) ?"
)
BRACKET = later(
    rf"^{_NOUNS},? ?[(\[](?:{_ABOUT}|(?:less|more|fewer) than |under |over |nearly |almost )*$"
    r"|^(?:,| /| -) $"
)
SHARE_COUNT = later(
    rf"^ of [A-Za-z' -]{{3,60}},? (?:or|that is(?: to say)?|namely|i\.e\.),? (?:{_ABOUT})*$"
    rf"|^(?: of(?! the \d))?(?: [\"']?[A-Za-z'&-]+[\"']?){{0,8}},? ?[(\[](?:{_ABOUT})*$"
    rf"|^,? or $|^,? (?:which|that|this) (?:is|was|means|meant|makes|made) (?:{_ABOUT})*$"
)
NEXT = later(rf"^(?:,|:| -|;)? (?:{_ABOUT})*$")
BESIDE_IT = later(rf"^\)? of (?:the |our |all |its )?[a-z]+(?:'s?)?(?: [a-z]+){{0,3}}(?:,| -) (?:{_ABOUT})*$")
CLOSES = later(r"(?: [a-z]+){0,2}(?:,| -)")
#: The sentence that says what share was just told: "That is 40 per cent".
_THIS_IS = (
    r"[a-z)]\. (?:That|This|Which|It) (?:is|was|represents|represented|makes|means|equates to|amounts to"
    r"|gives)"
    r"(?: an? (?:[a-z]+ )?(?:rate|share|proportion) of)?"
)
_MAKES = (
    r"(?:(?:which |that |this |it )?(?:now )?(?:represent(?:s|ed)|equate[sd]?|amount(?:s|ed)|makes? up"
    r"|made up|(?:is|was|are|were) equivalent)(?: to)?"
    r"|(?:which|that|this) (?:is|was|makes|gives|means)"
    r"|representing|equating to|equivalent to|amounting to|making(?: up)?|giving|being|so|or|i\.e\.,?"
    r"|that is(?: to say)?,?|that's|namely"
    r"|(?:with |at )?(?:an? )(?:[a-z]+ ){0,3}"
    r"(?:rate|share|proportion|percentage|success rate|response|turnout) of"
    r"|gives? as|stated as|put at|reported as)"
)
LATER = later(
    rf"^[^;]{{0,110}}?{_THIS_IS} (?:{_ABOUT})*$"
    rf"|^[^;]{{0,110}}?(?:, | - |: |[(\[]){_MAKES} (?:{_ABOUT})*$"
    r"|^[^;,.]{0,60} - $"
)
FAR = later(rf"^[^;]{{0,130}}?(?:, (?:{_MAKES} )?|[(\[]|: | - |\b{_MAKES} )(?:{_ABOUT})*$")
IS = later(rf"^(?: [a-z]+){{0,3}},? (?:{_MAKES}|is|was|are|were|makes?) (?:{_ABOUT})*$")
LOOSE = later(r"(?:, |: | - )$")
ENDS = later(r" ?(?:[).,;\]]|$| of | against | compared | \(| - )")
#: "34% of owners (n=624)": how many there were.
BASE_BEHIND = later(r"^ of [A-Za-z' -]{3,60} [(\[](?:n|N|[Bb]ase|sample(?: size)?) ?[=:] ?$")
#: "90 skippers - 75% of those on the roll - came": a share of all there are, whose number is not told.
OF_ALL_SUCH = later(r"^ (?!of\b)[a-z]+(?: [a-z]+){0,3}(?: -|,) $")
OF_THOSE = later(r"^ of (?:(?:all )?(?:those|all) (?!\d)[a-z]+|the (?:total|whole)\b(?! of \d))")
#: "46 families, 11% of the list, were": a count, and beside it its share of a whole without a number.
BETWEEN_COMMAS = later(r"^(?: (?!and\b|or\b|but\b)[a-z-]+){1,3}, $")
COUNTED = later(rf"^(?: (?!and\b|or\b|but\b)[a-z-]+){{0,4}}(?:,| -) (?:{_ABOUT})*$")
OF_A_WHOLE = later(
    r"^ of (?:(?:the|its|our|their|all) (?!\d)[a-z-]+(?: [a-z-]+){0,2}|what (?:was|is|were) [a-z]+)"
    r"(?:,| -|\.|$)"
)
OWN_BASE = later(r"^ of (?!(?:the |all |its |those |these |their |our )?(?:total|whole|all|time)\b)[a-z0-9£]")
AGAIN = later(r"^[^.;()\d]{0,40}(?:,|;| and) (?:or )?$")

WITHIN = later(r"\b(?:within|inside|in|after|under|over|for|than|by|up to|at least) $")
UNIT_AND_BRACKET = later(r"^ [a-z]+(?: [a-z]+){0,2},? [(\[]$")
