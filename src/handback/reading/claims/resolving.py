"""Words of resolving: "RESOLVED:", "Cabinet agreed to", "it was decided that", and who may be the subject."""

import re

from handback.reading.claims.labels import Zone
from handback.reading.claims.predicates import own_group
from handback.reading.words.watch import waits, watch

MAY_RESOLVE = re.compile(
    r"resol|agree|chose|decid|decision|determin|order|voted|opted|carried|recommend|RESOL|AGREE|DECID|DETERM|ORDER"
    r"|RECOMM|Resol|Agree|Order"
)
RESOLVING = watch(MAY_RESOLVE)
_ADVERBS = (
    r"(?:(?:accordingly|therefore|unanimously|further|also|then|thereupon|so|formally|now|hereby|duly|again"
    r"|subsequently|today|both|later|ultimately|eventually|provisionally|first),? )*"
)
LABEL = waits(
    r"(?:^|(?<=[.;,?] )|(?<=[.;,] and )|(?<=\| )|(?<= - )|(?<=\)))"
    rf"(?:(?:[Ii]t was |IT WAS |[Ii]t is |and it was |was |and was |and )?{_ADVERBS}"
    r"(?:ACCORDINGLY |UNANIMOUSLY |FURTHER )*)"
    r"(?P<verb>RESOLVED|Resolved|AGREED|Agreed|DETERMINED|ORDERED|Ordered|DECIDED|Decided|RECOMMENDED)"
    r"\b(?:,? (?:unanimously|UNANIMOUSLY|accordingly|nem\.? con\.?|by \d+ votes? to \d+))?"
    r"(?: \([^()]{0,40}\))?\s*(?P<mark>[:.]? ?-+|:|,(?= that)|(?= (?i:that)\b)|(?= to\b)"
    r"|(?= (?:The|An?|No|Not|To)\b)|(?= \())"
)
SUBJECT_RESOLVES = waits(
    r"\b(?:(?P<passive>[Ii]t (?:was|is|has been|had been)"
    r"(?: also| then| accordingly| therefore| thereupon| unanimously| further)*)"
    r"|(?P<subject>[A-Z][^.;:]{2,160}?|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|I|[Ww]e"
    r"|(?<=[:;,] )(?:the (?:[a-z]+ ){0,3}|[a-z]+ )?(?:ministers?|councillors|members|commissioners?"
    rf"|cabinet|council|committee|board|panel|executive|court))),? (?:(?:has|have|had) )?{_ADVERBS}"
    r"(?P<verb>ORDERED|RESOLVED"
    r"|(?:put and )?(?<=was )(?:put and )?carried(?! by \d)"
    r"|(?<=and )carried(?= that)|resolved|resolves|AGREED|agreed|agrees|decided|decides|DECIDED|determined"
    r"|DETERMINED|voted|opted|chose"
    r"|(?:ordered|ruled|directed)(?= that))(?: unanimously| \"?'?in principle'?\"?| also| formally"
    r"|,? \d+(?: to |-)\d+,?| by [\w ]{3,40}| in [A-Z][a-z]+(?: \d{4})?"
    r"| on \d{1,2} [A-Z][a-z]+(?: \d{4})?"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:night|evening|morning|afternoon))?"
    r"| yesterday| today| tonight| this [a-z]+| last [a-z]+| at (?:its|the|a) [^,;.]{3,40})*"
    r"(?:, [^,;.]{3,80},)?(?="
    r" (?:(?:to|not to|that|against|for (?!(?:the )?reasons?\b)[^,.;]{3,60}? to be)\b|\((?!\d[\d.]*%))"
    r"|:| -)"
)
IS_DECIDED = waits(
    r"\b(?P<subject>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)"
    r" (?:final |formal )?(?P<verb>decision)(?: of [^,.;:]{3,60})?"
    r"|[A-Z][\w']+'s? (?:decision)"
    r"|[Aa] (?:\w+ )?decision(?= (?:was|has been) (?:taken|made)\b)) (?:is|was|has been)"
    r"(?: (?:taken|made)(?: by [^.;:]{3,120}?)?(?= to [a-z]| that))?(?: therefore)?:?"
    r"(?= (?:to|not to|that)\b)"
)
#: A lead-in that says at its end that the motion was carried: "It was moved, seconded and".
RESOLVED_AFTER = re.compile(r"\b(?:and|resolved|agreed|carried)\b[ :–-]*$", re.I)
#: A lead-in that wants its objects: "RESOLVED to grant:".
BARE_VERB = re.compile(
    r"\W*(?:to|that [Cc]abinet|that the [Cc]ouncil)?:?"
    r" ?[a-z]+(?: the following)?(?::? ?\([^()]{2,30}\))?[ :-]*$"
    r"|\W*that (?:the |this )?(?:[\w'-]+ ){1,5}"
    r"(?:agree|resolve|approve|decide|determine|note|endorse)(?:s|d|ed)?"
    r"(?:(?: that| the following)?\W*:[ -]*| to[ :-]*)$",
    re.I,
)
#: What stands under "Decision" and is none.
NOT_DECIDED = re.compile(
    r"^(?:that )?(?:\(item\b"
    r"|consideration (?:was\b|of (?![^.;]*\bbe\b))"
    r"|there (?:were|was|are)|no apologies"
    r"|members (?:also |then |further )?(?:noted|felt|considered)"
    r"|not in (?:the )?forward plan|in (?:discussion|reply|response)|the meeting\b(?! be\b| will\b)|none\b"
    r"|n/?a\b|apologies|as above|see |members recalled|by way of background"
    r"|(?:(?:all|key|most|executive|officer|these|delegated|individual) )*decisions (?:which |that )?"
    r"(?:are|taken|made|will be|can be)\b"
    r"|the (?:council|cabinet|executive) (?:also )?"
    r"(?:keeps|publishes|makes|takes|has to|is the part|is required to publish|is responsible)\b"
    r"|wh?il?st the council\b"
    r"|(?:in accordance with|under) the (?:council's )?constitution\b"
    r"|(?:please )?(?:use|see|view|click|select|visit|find|browse|search)\b[^.;]*"
    r"\b(?:below|above|page|website|links?)\b"
    r"|alternatively"
    r"|(?:is |this is )?(?:not )?(?:for|subject to|exempt from|eligible for) call[ -]in\b"
    r"|(?:voting|votes?|recorded vote|for|against|proposed by|moved by|seconded by)(?: [^:]{0,30})?[:–-])",
    re.I,
)
#: Words of an account, which are no note of a decision.
NARRATES = re.compile(
    r"\b(?:considered|introduced|presented|reported|received|advised|explained|welcomed|declared"
    r"|declarations?|apolog\w+|thanked|invited|said|stated|outlined|no (?:questions?|items?|urgent)|none"
    r"|not applicable|noted|for information|as (?:per|set out)|in attendance|moved|seconded|proposed|asked"
    r"|raised|discussed|updated|summari[sz]ed|felt|minded)\b",
    re.I,
)
_INDICATIVE = re.compile(
    r"\b(?:was|were|is|are|had|has|have been|could|might|did|does|needed|made|gave)\b(?! to\b)"
)
_ORDERING = re.compile(r"\b(?:be|should|shall|would|will|must|needs? to|(?:is|are|was|were) to|to be)\b")
_OFFICER = re.compile(
    r"(?:^|\band |, )(?:The |the )?(?:[A-Z][\w'-]* )*(?:Officer|Director|Manager|Head|Solicitor|Clerk"
    r"|Executive Director|Chief Executive|Councillor|Cllr|Mr|Mrs|Ms|Dr|Chair(?:man|woman|person)?)\b"
    r"(?! and Cabinet)[^,]*$"
    r"|\b(?:chief executive|director|manager|officer|solicitor|clerk|engineer|treasurer)$"
    r"|\b(?i:team|services?|project|programme) (?i:leader|lead|manager)\b[^,]*$"
    r"|\b(?:representatives?|spokes[a-z]+|contractors?|union|solicitors|architects?|consultants?)$"
    r"|^(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)$",
    re.S,
)
#: "Officers noted these requests and agreed to ...": the subject of the first verb is that of the second.
_OFFICERS_DID = re.compile(r"(?:The |Both |[A-Z][a-z]+ )?[Oo]fficers [a-z]+ed\b[^,;]* and(?: \w+)?$")
#: Somebody by name, who by agreeing to do something promises it: "Ada Lock agreed to write".
_NAME = re.compile(
    r"(?!.*\b(?:Council|Cabinet|Committee|Board|Panel|Executive|Forum|Group|Members|Governors|Trustees"
    r"|Authority"
    r"|Assembly|Commission|Commissioners|Ministers?|Trust|Partnership|Conference|Court|Schools?|Heads|Parish"
    r"|Leaders?|Mayor|Government|Parliament|Society|Meeting|Team"
    r"|Chairs)\b)[A-Z][a-z'-]+(?: [A-Z][\w'-]+){1,2}"
)
_SUBJECT_MODAL = re.compile(
    r"\b(?:to|will|would|should|may|might|could|can|if|unless|whether|until|once|before|not|never|had been"
    r"|who)$",
    re.I,
)


#: "Issues might be mitigated and resolved": the verb belongs to the one before it.
_PASSIVE_BEFORE = re.compile(r"\bbe(?: [a-z]+ly)? [a-z]+(?:ed|en|t),? and$")


#: "unless I have agreed", "until the Council has decided": a condition, whoever is its subject.
_CONDITION = re.compile(r"\b(?:if|unless|until|whether|before) (?:[\w']+ ){0,4}[\w']+$", re.I)
_IT_WOULD = re.compile(r" that (?:this|it|there|that|the \w+) would\b")
#: What would be done is ordered: "agreed that the item would be deferred", and not "would be needed".
_WOULD_BE_DONE = re.compile(
    r" that (?:this|it|that|the \w+) would (?:also |then |now |therefore )?be "
    r"(?!(?:need|requir|welcom|appreciat|affect|help|improv|expect|interest|concern|pleas|limit|involv)ed\b)"
    r"(?:[a-z-]+ed|brought|sent|given|taken|put|held|made|written|shown|set|drawn|left|paid|laid|sought)\b"
    r"| that (?:this|it|(?:the |an? )?[\w' -]{2,40}?) would (?:also |then |now |therefore )?"
    r"(?:have (?:more|further|extra|another|until)|lead|chair|take over|take on|stand down|move to|share) "
)


def is_resolution(words: str, label: re.Match[str]) -> bool:
    """A label resolves: it stands in capitals or before a mark, and something follows it here."""
    if label["verb"] == "RECOMMENDED" and not re.match(
        r"\s*(?:to (?:the )?[A-Z]|[:-])", words[label.end("verb") :]
    ):
        return False
    bare = label["verb"] == "Agreed" and not label["mark"] and label.start("verb")
    return label.end() < len(words) - 3 and not bare


#: What a page asks its readers to bear in mind.
_TO_READERS = re.compile(r"[Pp]lease note\b")
#: "Functions that Council has decided to keep": which ones, and no decision told.
_WHICH_IT = re.compile(
    r"\b(?:functions|matters|powers|decisions|services|those|items) (?:that|which) (?:the )?[\w' -]{3,40}$"
)


#: "We are determined to improve": how somebody feels.
_ADJECTIVE = re.compile(
    r"\b(?:is|are|am|was|were|be|been|being|remains?|become|became|feels?|more|very|more than ever)$"
)
_ASIDE = re.compile(
    r" [-\u2013\u2014] [^-\u2013\u2014]{3,80} [-\u2013\u2014]$| \([^()]{3,80}\)$"
    r"|, (?:who|previously|formerly|the)\b[^,]{3,80},$"
)


def _without_aside(subject: str) -> str:
    """ "Ada Lock - once its clerk -": a subject without what is told of it between dashes."""
    return _ASIDE.sub("", subject)


def resolves(zone: Zone, words: str, found: re.Match[str]) -> bool:
    """Whether a sentence tells of a resolution and not of an opinion, a promise or a hope."""
    if found.re is IS_DECIDED.pattern:
        return zone is not Zone.DISCUSSION and not words[: found.start()].endswith(" that ")
    if _TO_READERS.match(words) or _WHICH_IT.search(words[: found.start("verb")]):
        return False
    passive, subject = bool(found["passive"]), _without_aside((found["subject"] or "").strip())
    verb = found["verb"].lower()
    if verb == "determined" and _ADJECTIVE.search(subject):
        return False
    pronoun = subject.lower() in ("i", "we", "he", "she", "they")
    officer = bool(_OFFICER.search(subject)) and not (
        pronoun and verb in ("decided", "determined", "resolved", "voted")
    )
    records = zone is Zone.DECIDED or found["verb"].isupper() or verb in ("decided", "determined", "resolved")
    officer = officer or bool(_OFFICERS_DID.match(subject))
    if officer and (pronoun or not records):
        return False
    if verb == "agreed" and _NAME.fullmatch(subject) and words.startswith(" to ", found.end()):
        return False
    if (
        _SUBJECT_MODAL.search(subject)
        or _PASSIVE_BEFORE.search(subject)
        or _CONDITION.search(subject)
        or subject.startswith(("To ", "Motion "))
    ):
        return False
    if verb in ("agreed", "agrees") and not passive and is_opinion(words[found.end() :]):
        return False
    return zone is not Zone.DISCUSSION


def is_opinion(rest: str) -> bool:
    """Whether "agreed that ..." goes on with how things are and not with what is to be done."""
    if not rest.startswith(" that "):
        return False
    if _IT_WOULD.match(rest):
        return not _WOULD_BE_DONE.match(rest)
    is_so, is_to_be = _INDICATIVE.search(rest[:160]), _ORDERING.search(rest[:160])
    if is_so is None or (is_to_be is not None and is_to_be.start() < is_so.start()):
        return False
    return own_group(re.split(r", | and ", rest[1:])[0]) is None
