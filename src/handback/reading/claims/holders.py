"""Holders of functions: the council, commissioners, or another body, however they are named."""

import re

COUNCIL, COMMISSIONERS, OTHER = "council", "commissioners", "other"
#: Who speaks where a minister writes to the commissioners: "we" holds nothing, "you" is the commissioners.
TO_COMMISSIONERS = "to commissioners"

_COMMISSIONERS = (
    r"persons? (?:nominated|appointed)(?: by)?"
    r"|(?<!crime )(?<!police )(?<!traffic )(?<!information )commissioners?(?: (?-i:[A-Z])[a-z]+(?= |$"
    r"|[,.;])(?! Council))?|(?:nominated|appointed) persons?"
    r"|commissioner team|intervention team|whitehall"
    r"|government|envoys?|nominees?|ministers"
    r"|managing director commissioner|(?:government|government-appointed|ministerial|outside) team"
    r"|troubleshooters|hit squad|civil servants"
    r"|(?<!local )(?<!council )(?<!elected )(?<!council's )(?<!borough )officials"
)
_OTHER = (
    r"trust|combined authority|company|corporation|panel|partnership|charity|consortium|mutual|agency"
    r"|(?:recovery|management|education|company"
    r"|intervention) boards?|firm|provider|inspectorate|association|organisation"
    r"|joint venture|body|vehicle|unitary authorit(?:y|ies)"
    r"|unitary councils?|unitaries|foundation|secretary of state|minister|joint committee|co-operative"
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
    r"police(?:,? fire)?,? (?:and crime |and fire )?commissioners?(?: \(PF?CCs?(?=\)))?|PF?CCs?"
    r"|another (?:council|authority|borough|county|district)|neighbouring [\w' ]{0,30}?(?:council|authority"
    r"|borough|county|district|city)|(?:nearby|adjoining|next-door) (?:council|authority)|council-owned"
    r" company|(?:council|authority) next door"
)
_WORDS_BEFORE = (
    r"(?:the|a|an|its|their|our|your|his|her|those|these|this|that|all|new|old|own|same|two|three|four"
    r"|five|six"
    r"|local|locally|lead|elected|local-elected|locally-elected|democratically|democratically-elected"
    r"|democratic|government|government-appointed|government's|ministerial|independent|full|whole|another"
    r"|neighbouring|voluntary"
    r"|(?:team|group|pair|trio) of|non-profit-making,?|non-profit,?|not-for-profit,?"
    r"|arm's-length|arms-length|wholly-owned|council-owned"
    r"|borough|city|county|district|metropolitan|town|parish|children's|combined|remaining|current|relevant"
    r"|respective|appropriate|present|appointed|single|separate|improvement|joint|community|charitable"
    r"|housing|leisure|development|urban|more|mayoral|academy|multi-academy|transport|cultural|heritage"
    r"|sports|learning|care|private|public|outside|external|nearby|larger|social-work|regional|national"
    r"|adoption|fostering|education|specialist|shared|newly"
    r"|created|fellow|or|finance|of(?= [A-Z])|(?!Commissioners?\b|Council\b|Cabinet\b"
    r"|Directions?\b)[A-Z][\w'.&-]*)"
)
#: A holder as a noun phrase. Its words are few kinds, and at most eight, so that reading stays linear.
_APPOSED = (
    r"(?:[A-Z][\w'&-]+ ){1,5}?[A-Z][\w'&-]+, (?:a|an|the) [\w' -]{0,40}?\b(?:trust|company|body"
    r"|organisation|charity|agency|council)\b"
)
HOLDER = (
    rf"(?:{_APPOSED}|(?:{_WORDS_BEFORE} ){{0,8}}(?i:{_ANOTHER}|{_COMMISSIONERS}|{_OTHER}"
    rf"|{_COUNCIL})\b)(?:'s?(?= |$|[,.;]))?"
    rf"(?: (?:of|for|at|in) (?:the (?:Borough|City|County) of )?[A-Z][\w-]+(?: [A-Z][\w-]+){{0,3}})?"
    r"(?: (?:democratic |direct |full |own |political |sole )*(?:control|hands|remit|responsibility|charge"
    r"|leadership|ownership|wing|rule|umbrella"
    r"|management|team)\b(?! (?:over|of|for)\b))?"
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
