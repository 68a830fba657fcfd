"""Posts: a person named with a role, where holding the office is what makes the person public.

Members, ministers, commissioners and the chief officers of a council. Nobody's address, telephone or e-mail
is ever part of a claim; people without such an office (residents, advisers, other staff) are left out.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.finding import claim
from handback.reading.claims.outline import Outline
from handback.reading.document import Kind
from handback.reading.words.beginnings import sought
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits, watch

_CALLED = r"(?:Councillor|Cllr|Sir|Dame|Lord|Lady|Baroness|Dr|Mr|Mrs|Ms|Miss|Professor|Prof|Rt)\b"
#: What an office is for: "of the Council", "for Housing, Towns and Local Government".
_OF = (
    rf"(?: (?:of|for|with responsibility for) (?:the )?(?!{_CALLED})[A-Z][\w'&-]+"
    rf"(?:(?:,? (?:and |of |& |the |for )?)(?!{_CALLED})[A-Z][\w'&-]+){{0,6}})?"
)
_BARE_OFFICE = (
    r"(?:Leader(?: of the (?:Council|Opposition|[A-Z]\w+ Group))?|Elected Mayor|Mayor|Cabinet Member"
    r"|Executive Member|"
    r"Portfolio Holder|Chief Executive(?: Officer)?|Managing Director|Head of Paid Service"
    r"|Monitoring Officer"
    r"|Section 151 Officer|s\.?151 Officer|Chief Finance Officer|Chief Financial Officer|Returning Officer"
    r"|Secretary of State|Minister of State|Minister|Parliamentary Under[- ]Secretary of State"
    r"|(?:Police(?:, Fire)? and Crime )?Commissioner"
    r"|Director|Chair(?:man|woman|person)?|Vice[- ]Chair(?:man|woman|person)?|Town Clerk)"
)
#: Offices whose holders are named in public for what they do in office.
OFFICE = (
    r"(?:(?:[Aa]cting |[Ii]nterim |[Dd]eputy |[Aa]ssistant |[Ll]ead |[Ee]xecutive |[Ss]trategic "
    r"|[Cc]orporate |[Ss]ervice )*"
    rf"{_BARE_OFFICE}{_OF})"
)
_TITLE = (
    r"(?:(?:The )?(?:Rt\.? Hon\.? )?(?:Councillor|Cllr\.?|Sir|Dame|Lord|Lady|Baroness|Dr|Mr|Mrs|Ms"
    r"|Miss|Professor|Prof) )"
)
_NAME = (
    r"[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)?(?:"
    r" (?:[A-Z]\.? )?(?:Mc|Mac|O'|de |van |al-)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?){1,2}"
)
_TITLED = rf"(?:{_TITLE}(?:{_NAME}|[A-Z]\.? ?[A-Z][a-z]+|[A-Z][a-z]+(?:-[A-Z][a-z]+)?))"
_PERSON = rf"(?P<name>{_TITLED}|{_NAME})"
_TELL = re.compile(_BARE_OFFICE)
_TOLD = watch(_TELL)
_AS = r"(?:to be |to the post of |as |to serve as )?(?:the |its |a |our )?"
_THEN = r"(?:said|who|introduced|presented|has|was|is|will|reported|announced|and|to|today)"
_NAMED = "name and role"
_ROLED = "role and name"
APPOINTED = "appointed to a role"
_PATTERNS = (
    (
        _NAMED,
        rf"(?<![\w-]){_PERSON}(?:,| -| \() ?(?:the |our |who is (?:the )?)?(?P<role>(?>{OFFICE}))"
        r"(?=[,.;)]|$| -| \(| and\b| (?:said|who|introduced|presented|for the))\)?",
    ),
    (_ROLED, rf"(?P<role>{OFFICE})(?:,| -| \() ?{_PERSON}(?=[,)])\)?"),
    (_ROLED, rf"(?P<role>{OFFICE}) {_PERSON}(?=[,.;):]|$| {_THEN}\b)"),
    (
        APPOINTED,
        rf"(?P<verb>[Aa]ppoint(?:s|ed|ing|ment of)?|[Ee]lected|[Nn]ominated) {_PERSON} {_AS}"
        rf"(?P<role>{OFFICE})",
    ),
    (
        APPOINTED,
        rf"{_PERSON} (?P<verb>(?:has been|was|be|is|were|will be) (?:re-?)?"
        rf"(?:appointed|elected|confirmed|designated)) {_AS}(?P<role>{OFFICE})",
    ),
)
_WAYS = tuple((rule, (waits if rule == APPOINTED else sought)(words)) for rule, words in _PATTERNS)
_NOT_A_NAME = re.compile(
    r"\b(?:Council|Committee|Cabinet|Board|Panel|Report|Plan|Service|Services|Officer|Member|Street"
    r"|Road|House|Hall"
    r"|Borough|City|County|District|State|Government|Communities|Local|Housing|Business|Finance|Public"
    r"|Group|Authority"
    r"|Department|Directions|Executive|Directors?|Leader|Mayor|Commissioners?|Minister|Secretary|Chair"
    r"|Best|Value|Act"
    r"|Agenda|Item|The|This|That|For|And|Strategy|Policy|January|February|March|April|May|June|July"
    r"|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Adult|Children|Social|Care"
    r"|North|South|East|West"
    r"|Interim|Acting|Deputy|Lead|Chief|Head|Resident|Residents|Company|Trust|Limited|Ltd|Constitution"
    r"|Constitutional|Councillors|Members|Corporate|Resources|Environment|Education|Learning|Health"
    r"|Planning|Transport|Regeneration|Culture|Community|Customer|Digital|Legal|Democratic|Human|Economy"
    r"|Growth|People|Skills|Highways|Assets|Wellbeing|Neighbourhoods)\b"
)
_MEMBER = re.compile(rf"^(?P<name>{_TITLED})(?: ?\((?P<role>[A-Z][\w' -]{{2,60}})\))?$")
_CONTACT = re.compile(r"\W*(?:contact|tel|telephone|e-?mail|report author|enquiries)\b[^:\n]{0,30}:", re.I)
_ADDRESS = waits(r"@|\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b")


def find(found: Outline) -> Iterator[Claim]:
    """The people that a document names with a public role, each pair once, from its first place."""
    seen: set[tuple[str, str]] = set()
    for one in _every(found):
        key = (_bare(str(one.attributes["name"])), str(one.attributes["role"]).lower())
        if key not in seen:
            seen.add(key)
            yield one


def _bare(name: str) -> str:
    return re.sub(r"^(?:councillor|cllr\.?|mrs?|ms|miss|dr|sir|dame) ", "", name.lower())


def _every(found: Outline) -> Iterator[Claim]:
    body = next((f.value for f in found.document.fields if f.name == "body"), None)
    for part in found.parts:
        membership = part.passage.kind is Kind.ITEM and re.match(r"Member(?:s|ship)\b", part.passage.heading)
        if not membership and not any(sentence.may & _TOLD for sentence in part.sentences):
            continue
        line = found.document.text.rfind("\n", 0, part.passage.start + 1) + 1
        if _CONTACT.match(found.document.text, line):
            continue
        if membership:
            yield from _membership(found, part.whole, body)
            continue
        for sentence in part.sentences:
            if sentence.may & _TOLD and _TELL.search(sentence.words) and not _ADDRESS.search(sentence.words):
                yield from _in_sentence(found, sentence, body)


def _membership(found: Outline, line: Sentence, body: str | None) -> Iterator[Claim]:
    """A line of a body's list of members: "Councillor Ada Marsh (Chair)"."""
    if member := _MEMBER.match(line.words):
        role, place = member["role"] or "Member", (0, len(line.words))
        yield _post(found, line, place, member["name"], role, body, "in post", "member of a body")


def _in_sentence(found: Outline, sentence: Sentence, body: str | None) -> Iterator[Claim]:
    for rule, pattern in _WAYS:
        for match in pattern.finditer(sentence.words):
            name = match["name"]
            if _runs_on(found.document.text, sentence, match, rule):
                continue
            if _NOT_A_NAME.search(re.sub(_TITLE, "", name)):
                continue
            role = match["role"]
            own = body if re.match(r"(?:Vice[- ])?Chair", role) and " of " not in role else None
            yield _post(found, sentence, match.span(), name, role, own, _standing(rule, role), rule)


_CAPITAL_BEFORE = re.compile(r"(?<!^)\b[A-Z][\w'-]* $")


def _runs_on(text: str, sentence: Sentence, match: re.Match[str], rule: str) -> bool:
    """Whether what looks like a name is the end of a longer one, or stands on another line than the role."""
    before = sentence.words[: match.start()]
    if rule == _NAMED and not re.match(_TITLE, match["name"]) and _CAPITAL_BEFORE.search(before):
        return True
    ends, begins = sorted((match.span("role"), match.span("name")))
    between = text[sentence.place(ends[1] - 1) : sentence.place(begins[0]) + 1]
    return "\n" in between and not re.search(r"[,(–-]", between)


def _standing(rule: str, role: str) -> str:
    """Whether somebody acts for a while, was appointed, or simply holds the post."""
    first = role.split()[0].lower()
    if first in ("acting", "interim"):
        return first
    return "appointed" if rule == APPOINTED else "in post"


def _post(
    found: Outline,
    sentence: Sentence,
    place: tuple[int, int],
    name: str,
    role: str,
    body: str | None,
    standing: str,
    rule: str,
) -> Claim:
    """The claim that somebody named holds a public office."""
    return claim(
        found.document,
        Type.POST,
        sentence,
        *place,
        rule=rule,
        confidence=0.8,
        name=name.strip(),
        role=role.strip(),
        body=body,
        standing=standing,
    )
