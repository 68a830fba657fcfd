"""Holders of functions: the council, commissioners, or another body, however they are named."""

import re

COUNCIL, COMMISSIONERS, OTHER = "council", "commissioners", "other"
#: Who speaks where a minister writes to the commissioners: "we" holds nothing, "you" is the commissioners.
TO_COMMISSIONERS = "to commissioners"

_COMMISSIONERS = (
    r"persons? (?:nominated|appointed)(?: by)?"
    r"|(?<!crime )(?<!police )(?<!traffic )(?<!information )commissioners?"
    r"(?: (?-i:[A-Z])[a-z]+(?= |$|[,.;])(?! Council))?"
    r"|(?:nominated|appointed) persons?|commissioner team|intervention team|whitehall|government|envoys?"
    r"|nominees?|ministers|managing director commissioner"
    r"|(?:government|government-appointed|ministerial|outside) team"
    r"|troubleshooters|hit squad|civil servants"
    r"|(?<!local )(?<!council )(?<!elected )(?<!council's )(?<!borough )officials"
)
_OTHER = (
    r"trust|combined authority|company|corporation|panel|partnership|charity|consortium|mutual|agency"
    r"|(?:recovery|management|education|company|intervention) boards?"
    r"|firm|provider|inspectorate|association|organisation|joint venture|body|vehicle"
    r"|unitary authorit(?:y|ies)|unitary councils?|unitaries|foundation|secretary of state|minister"
    r"|joint committee|co-operative"
)
_COUNCIL = (
    r"council(?:l?ors?|s)?|authority|authorities|(?:elected )?members|cabinet(?: members?)?"
    r"|(?<=the )executive|leader"
    r"|mayor|bosses|borough|county|town hall|county hall|city hall|civic centre|politicians"
    r"|representatives|MBC"
    r"|portfolio holders?|(?:local|democratic|political) (?:control|hands|oversight|accountability)"
    r"|(?:local|elected) people|(?:local|council|elected|borough) officials|officers|chief executive"
    r"|committees?|district|city|locals"
)
_ANOTHER = (
    r"police(?:,? fire)?,? (?:and crime |and fire )?commissioners?(?: \(PF?CCs?(?=\)))?"
    r"|PF?CCs?"
    r"|(?:metro|regional|combined authority) mayor|(?:shadow|successor) (?:council|authority|executive)"
    r"|mayor of the (?:[\w'-]+ ){0,5}combined (?:county )?authority"
    r"|another (?:council|authority|borough|county|district)"
    r"|neighbouring [\w' ]{0,30}?(?:council|authority|borough|county|district|city)"
    r"|(?:nearby|adjoining|next-door) (?:council|authority)"
    r"|council-owned company|(?:council|authority) next door"
)
_WORDS_BEFORE = (
    r"(?:the|a|an|its|their|our|your|his|her|those|these|this|that|all|new|old|own|same|two|three|four|five"
    r"|six|local|locally|lead|elected|local-elected|locally-elected|democratically|democratically-elected"
    r"|democratic|government|government-appointed|government's|ministerial|independent|full|whole|another"
    r"|neighbouring|voluntary|(?:team|group|pair|trio) of|non-profit-making,?|non-profit,?|not-for-profit,?"
    r"|arm's-length|arms-length|wholly-owned|council-owned|borough|city|county|district|metropolitan|town"
    r"|parish|children's|combined|remaining|current|relevant|respective|appropriate|present|appointed"
    r"|single|separate|improvement|joint|community|charitable|housing|leisure|development|urban|more"
    r"|mayoral|academy|multi-academy|transport|cultural|heritage|sports|learning|care|private|public"
    r"|outside|external|nearby|larger|social-work|regional|national|adoption|fostering|education|specialist"
    r"|shared|newly|created|fellow|or|finance|of(?= [A-Z])"
    r"|(?!Commissioners?\b|Council\b|Cabinet\b|Directions?\b)[A-Z][\w'.&-]*)"
)
#: A holder as a noun phrase. Its words are few kinds, and at most eight, so that reading stays linear.
_APPOSED = (
    r"(?:[A-Z][\w'&-]+ ){1,5}?[A-Z][\w'&-]+, (?:a|an|the) [\w' -]{0,40}?"
    r"\b(?:trust|company|body|organisation|charity|agency|council)\b"
)
HOLDER = (
    rf"(?:{_APPOSED}|(?:{_WORDS_BEFORE} ){{0,8}}(?i:{_ANOTHER}|{_COMMISSIONERS}|{_OTHER}|{_COUNCIL})\b)"
    r"(?:'s?(?= |$|[,.;]))?(?: (?:of|for|at|in)"
    r" (?:the (?:Borough|City|County) of )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})?"
    r"(?: (?:democratic |direct |full |own |political |sole )*"
    r"(?:control|hands|remit|responsibility|charge|leadership|ownership|wing|rule|umbrella|management"
    r"|team)\b(?! (?:over|of|for)\b))?"
)
PRONOUN = r"(?:you|we|us|they|them|I|me|she|he|her|him|ours|theirs|mine|hers|his)"
_KINDS = (
    (OTHER, re.compile(rf"\b(?:{_ANOTHER}|{_OTHER}|county council's)\b", re.I)),
    (COMMISSIONERS, re.compile(rf"\b(?:{_COMMISSIONERS})\b", re.I)),
    (COUNCIL, re.compile(rf"\b(?:{_COUNCIL})\b", re.I)),
)
_OPPOSITE = {COUNCIL: COMMISSIONERS, COMMISSIONERS: COUNCIL, OTHER: COUNCIL}


def holder_of(words: str) -> str | None:
    """`council`, `commissioners` or `other`, by the first holder that the words name."""
    found = [(match.start(), n, kind) for n, (kind, p) in enumerate(_KINDS) if (match := p.search(words))]
    return min(found)[2] if found else None


def opposite(holder: str) -> str:
    """Who has a function when `holder` has it no longer."""
    return _OPPOSITE[holder]
