"""Moves told by what becomes of a service or a right: "becomes a trust", "trusted with", "in the "
"driving seat"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from handback.reading.claims.council_work import is_service, speaks_of_functions
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.holders import COMMISSIONERS, COUNCIL, HOLDER, OTHER, holder_of, opposite
from handback.reading.claims.modality import IN_FORCE, PROPOSED, RETAINED, Mood, is_refused
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase
from handback.reading.claims.regions import mood_at
from handback.reading.claims.slots import object_end, opened
from handback.reading.claims.statement import Frame
from handback.reading.claims.subjects import person
from handback.reading.words.watch import waits

_BODY = r"(?:trust|company|mutual|charity|co-operative|social enterprise|joint service)"
_CHAIN = (
    r"(?P<chain>(?:(?:will|would|should|is|are|was|were|has|have|had|been|be|to|then|now|today|being) )*)"
)
_SPUN = waits(
    rf"(?P<what>[^.;:]{{3,80}}?) {_CHAIN}(?:(?:become|becomes|became|spun (?:off|out) (?:as|into|to)"
    rf"|hived off (?:as|into|to)"
    rf"|turned into|set up as|floated off (?:as|into|to)|outsourced to) (?:part of )?(?:a|an|its own"
    rf"|the) (?:(?!of\b|for\b)[\w'-]+ ){{0,4}}?{_BODY}\b)"
)
_SEAT = waits(
    rf"(?P<who>{HOLDER}) {_CHAIN}(?:(?P<back>back|once more|again) )?(?:in the driving seat"
    rf"|calling the shots|at the helm|in the saddle)"
    r"(?: (?P<back2>again|once more))? (?:on|over|of|for|when it comes to) (?P<what>.)"
)
_TRUSTED = waits(
    r"(?P<who>[Cc]ouncil|[Aa]uthority|[Mm]embers|[Cc]ouncillors|\b[Ii]t) (?P<chain>(?:(?:can|could|should|may"
    r"|is|are|be|to|now|again"
    r"|once more|once again|cannot|not|yet|fit|ready) )+)(?:(?:en)?trusted (?:again )?(?:with"
    r"|to run)|relied (?:up)?on to (?:run|manage|exercise|take back)) (?P<what>.)"
)
_LEFT_ALONE = waits(
    rf"\b[Nn]othing in (?:these|the|those|my) (?:further |new |amended )?[Dd]irections? (?:affects"
    rf"|changes|touches|takes away)"
    rf" (?:the (?:exercise|discharge|holding) by (?P<who>{HOLDER}) of |(?P<who2>{HOLDER}) (?:functions"
    rf"|powers|responsibilit\w+)"
    r" (?:relating to|for|over|in respect of) )(?P<what>.)"
)
_WHO_GETS = waits(
    rf"(?P<who>{HOLDER}) (?:have |has |now |also )*decide[sd]? (?:who gets|who receives|which"
    rf"|how much goes to|who is given) (?P<what>.)"
)


_UNTOUCHED = waits(
    r"(?P<what>[^.;:]{3,150}?) (?:(?:is|are|was|were|will be|would be|remains?) )?(?:(?:entirely |quite "
    r"|wholly )*(?:unaffected|unchanged"
    r"|untouched)|not (?:affected|changed|touched)|(?:will|does|do|would) not change|(?:(?:is|are|was|were"
    r"|will|would|do"
    r"|does) )+not (?:be |form |being )?(?:part of|included in|covered by|within|subject to|in the scope"
    r" of) (?:the|this"
    r"|any|these) (?:proposed |planned |new )?(?:transfers?|takeover|handover|move|changes?|arrangements?"
    r"|trust))\b"
)
#: "They would continue to appoint and dismiss returning officers": a deed kept.
_GOES_ON = waits(
    rf"(?P<who>{HOLDER}|\b[Tt]hey) (?:(?:will|would|shall|should|also|are to|is to|still|therefore) )*"
    r"(?:continues? to|retains? the (?:power|right|ability|responsibility|authority) to|still)"
    r" (?:have (?:the )?power to )?(?P<what>(?=(?:appoint|dismiss|recruit|hire|award|allocate|dispose"
    r"|license)\b).)"
)
_IS_FOR = re.compile(
    rf"\b[Ii]t (?P<chain>(?:(?:is|was|will|would|shall|be|now|still|again|also|therefore|remains) )+)(?:for"
    rf"|up to) (?P<who>{HOLDER})(?: alone)?"
    r"(?:, and (?:no longer|not) (?:for )?[^,;.]{3,40},)? to (?P<what>.)"
)
_ASKED_FOR = waits(
    rf"(?P<who>\b(?:[Ww]e|I)\b|{HOLDER}) (?:have |has |had |also |again |now |since )*(?:ask(?:s|ed)?|sought"
    r"|seeks?"
    r"|request(?:s|ed)?|wants?|wanted|would like|applied|bid|appl(?:y|ies))(?: (?:in|on) [^,;.]{3,40}?| again"
    r"| [Mm]inisters| the [Mm]inister| the Secretary of State)*(?: for)? (?:the )?"
    r"(?:additional |further |extra |new )?"
    r"(?:powers?|control|responsibility|functions?) (?:over|for|of|in|relating to|to run) (?P<what>.)"
)
_ARE_FUNCTIONS = waits(
    rf"(?P<who>{HOLDER}|\b[Oo]ur\b)(?:'s|')? (?:own |remaining |only |last |two |three |four |five |six "
    r"|\d+ )*"
    r"(?:functions|powers|responsibilities|areas)(?P<chain>) (?:now |then |today |currently )?(?:are|were"
    r"|include|included|comprise|cover)(?: now| currently| these| as follows)?:?"
    r" (?!to\b|being\b|not\b|set\b|limited\b)"
    r"(?P<what>(?=[a-z]).)"
)
#: "The Commissioners' powers will also extend to the design of services".
_EXTEND = waits(
    r"\b(?P<who>[Cc]ommissioners?)(?:'s?)? (?:own |new )?(?:powers?|functions|role|remit|responsibilit\w+"
    r"|control)"
    r"(?P<chain>(?: (?:will|would|should|shall|also|now|then|to))*) (?:extends?|stretch(?:es)?"
    r"|reach(?:es)?)(?:ed)?"
    r" (?:over|to) (?:(?:the )?control of )?(?P<what>.)"
)
#: "A new company will deliver children's services on the council's behalf".
_ON_BEHALF = waits(
    rf"(?P<who>{HOLDER})(?:, [^,;.]{{3,40}},)?(?P<chain>(?: (?:will|would|is to|should|now|has|have|been"
    rf"|to))*)"
    r" (?:deliver|provid|run|operat|manag)(?:e|es|s|ed|ing)? (?P<what>[^.;]{3,90}?),? on (?:behalf of"
    r" (?:the )?[A-Z\w]"
    r"|the (?:[Cc]ouncil|[Aa]uthority)'s behalf)"
)
#: "Councillors can once again award grants": a deed that is theirs again.
_ONCE_AGAIN = waits(
    rf"(?P<who>{HOLDER})(?P<chain>(?: (?:can|will|may|are|is|now|able|be|to|would))+) (?:once (?:again"
    rf"|more)|again)"
    r" (?:be able to )?(?P<what>(?=(?:award|set|appoint|hire|approve|dispose|decide|run|manage|collect"
    r"|license)\b).)"
)
#: "The returned functions do not include licensing": it stays where it is.
_NOT_INCLUDED = waits(
    r"\b(?:(?:[Rr]eturned|[Rr]eturning|[Rr]estored) (?:functions|powers|services|areas)|[Tt]he (?:return"
    r"|transfer|handover))"
    r" (?:do|does|did|will|would) not (?:yet |now )?(?:include|cover|extend to)"
    r" (?:(?:functions|powers|services)(?: (?:such as|like|relating to|over|for))? )?(?P<what>.)"
)
#: "The only areas still under commissioner control are audit and licensing".
_STILL_UNDER = waits(
    rf"\b(?:only|last|sole|other|remaining|two|three|four|five|six) (?:remaining |other )?(?:areas"
    rf"|functions|powers"
    rf"|services|responsibilities)(?: (?:that|which) (?:are|will be|remain))? (?:(?:still|now|left|currently"
    rf"|to (?:remain|stay)|remaining|held|run|exercised|controlled|retained) )*(?:under|with|by|in the"
    rf" hands of)"
    rf" (?P<who>{HOLDER})(?P<chain> (?:now |then )?(?:will be|would be|are|were|is|include|includes))"
    r"(?: now| currently| these)?:? (?P<what>(?=[a-zA-Z]).)"
)
_POWERS_END = waits(
    rf"(?:(?P<who>{HOLDER})(?:'s|')?|\b(?P<our>[Oo]ur|[Tt]heir)) (?:own |remaining |last )*(?:powers?"
    r"|functions?|control|hold|role|responsibilit(?:y|ies)|grip|authority) (?:over|for|of|in|on|relating to"
    r"|in respect of"
    r"|to) (?P<what>[^.;:]{3,80}?) (?P<chain>(?:will |shall |would |should |is to |are to |now |has |have )*)"
    r"(?P<end>continues?|remains?(?= until| in| for|$|[.,;])|stays?(?= until|[.,;])|end(?:s|ed)?|lapse[sd]?"
    r"|expire[sd]?|c[oa]mes? to an end|ceased?|f[ae]ll(?:s|en)? away)\b"
)
#: "Appointed five commissioners to take responsibility for governance": what they are sent to do, they hold.
_SENT_TO = waits(
    r"\b(?P<verb>(?:appoint|sen[dt]|nominat|install|impos|dr[ae]fted|brought|put)\w*(?: in)?(?= (?:[\w-]+"
    r" ){0,4}?(?:of )?"
    r"(?:[Cc]ommissioner|envoy|team))|[Cc]ommissioners (?:(?:who |were |had been |have been )*(?:sent"
    r"|appointed|brought"
    r"|installed|nominated|put)\b))(?P<rest>[^,;.]{0,60}?(?:, [^,;.]{3,60},)?)"
    r" to (?:take (?:over |on |back )?(?:(?:the |full |direct )*(?:responsibility|control|charge)"
    r"(?: of| for| over) )?|run |exercise |undertake |assume (?:responsibility for |control of )?)(?P<what>.)"
)
_BODY_TO = waits(
    rf"^(?:An?|The|Our) [^,;:.]{{0,60}}?\b{_BODY} to (?:run|take over|take on|deliver|manage|look after)"
    rf" (?P<what>[^,;:.]+?)"
    r" (?P<chain>(?:(?:will|is to|should|was|has been|has|have|is) )+)(?:officially |formally |now |be "
    r"|been )*"
    r"(?:launch|start|open|begin|came into|come into|go live|went live|set up|established|created|formed"
    r"|launched"
    r"|started)"
)
_CREATED = waits(
    rf"(?P<body>[A-Za-z][^.;:,]{{2,60}}?\b{_BODY})\b (?P<chain>(?:(?:will|would|should|is|are|was|has|have"
    r"|been|to|be|now) )*)(?:created|set up|established|formed|appointed)(?: [^,.;]{2,40}?)? to (?:run"
    r"|take over|take on|provide|deliver|manage) (?P<what>.)"
)
#: "The intervention was widened to include powers over finance": whoever is sent in has them.
_WIDENED = waits(
    r"(?:\b[Ii]ntervention|\b[Dd]irections|\b[Rr]emit|\b[Ii]t)(?: package)? (?P<chain>(?:(?:will|would|should"
    r"|is|are|was|were|has|have|been|be|to|then|now|also|later) )+)(?:expanded|widened|extended|broadened)"
    r" to (?:include|cover) (?:the |full |further |additional )*(?:powers?|control|functions|responsibility)"
    r" (?:over|for|in relation to|relating to|in) (?P<what>.)"
)
_TURNS = re.compile(
    r"\b(?:ask|sought|seek|request|want|would like|appl|bid|function|power|responsibilit|areas|role|hold|grip"
    r"|control|authority|created|established|formed|set up|becom|became|spun|hived|turned into|set up as"
    r"|floated|outsourced|driving seat|shots|helm|saddle"
    r"|trusted|relied|to include|to cover"
    r"|for|up to|un(?:affected|changed|touched)|not (?:affected|changed|change|touched)"
    r"|[Nn]othing in|behalf|extend|stretch|reach|again|once more|do(?:es)? not|did not|will not|would not"
    r"|appoint|impos"
    r"|sen[dt]|nominat|install|drafted"
    r"|brought|\bput|under|with|by|to run|to take|to"
    r" deliver|continues? to|retains? the|still|not (?:be|form|part|included|covered|within|subject)"
    r"|decide[sd]? (?:who|which|how))"
)


def told_in_passing(phrase: Phrase) -> Iterator[Frame]:
    """The moves that a phrase tells by such turns."""
    if not _TURNS.search(phrase.words):
        return
    for shape, rule in (
        (_SPUN, _spun),
        (_SEAT, _seated),
        (_TRUSTED, _trusted),
        (_LEFT_ALONE, _alone),
        (_WHO_GETS, _seated),
        (_IS_FOR, _is_for),
        (_UNTOUCHED, _untouched),
        (_ASKED_FOR, _asked_for),
        (_ARE_FUNCTIONS, _seated),
        (_POWERS_END, _powers_end),
        (_CREATED, _created),
        (_WIDENED, _widened),
        (_GOES_ON, _goes_on),
        (_STILL_UNDER, _still_under),
        (_NOT_INCLUDED, _not_included),
        (_EXTEND, _seated),
        (_ON_BEHALF, _on_behalf),
        (_ONCE_AGAIN, _once_again),
        (_SENT_TO, _sent_to),
        (_BODY_TO, _body_to),
    ):
        for match in shape.finditer(phrase.words):
            frame = rule(phrase, match)
            if frame is not None:
                yield frame


def _status(chain: str) -> str:
    return PROPOSED if pattern(r"\b(?:will|would|should|to)\b").search(chain) else IN_FORCE


def _spun(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Children's services became a trust"."""
    first = opened(phrase.words, *match.span("what"))
    if holder_of(phrase.words[first : match.end("what")]):
        return None
    return Frame(
        first,
        match.end(),
        first,
        match.end("what"),
        OTHER,
        _status(match["chain"]),
        Verb.MOVE,
        subject=True,
        plain=True,
    )


def _after(phrase: Phrase, match: re.Match[str], holder: str, status: str) -> Frame:
    first = match.start("what")
    last = object_end(phrase.words, first, len(phrase.words))
    return Frame(match.start(), last, first, last, holder, status, Verb.HOLD, subject=False, plain=True)


def _seated(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Councillors are back in the driving seat on planning"."""
    who = holder_of(match["who"])
    return _after(phrase, match, who, _status(match.groupdict().get("chain") or "")) if who else None


def _still_under(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The only areas still under commissioner control are audit and licensing"."""
    who = holder_of(match["who"])
    return _after(phrase, match, who, RETAINED) if who else None


def _on_behalf(_phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "A new company will deliver children's services on the council's behalf"."""
    status = _status(match["chain"])
    if holder_of(match["who"]) != OTHER:
        return None
    return Frame(
        match.start(), match.end(), *match.span("what"), OTHER, status, Verb.HOLD, subject=False, plain=True
    )


def _once_again(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Councillors can once again award grants"."""
    who = holder_of(match["who"])
    status = PROPOSED if pattern(r"\b(?:will|would)\b").search(match["chain"]) else IN_FORCE
    return _after(phrase, match, who, status) if who else None


def _not_included(phrase: Phrase, match: re.Match[str]) -> Frame:
    """ "The returned functions do not include licensing; parks; and piers"."""
    frame = _after(phrase, match, COMMISSIONERS, RETAINED)
    return replace(frame, last=len(phrase.words.rstrip(" ."))) if ";" in phrase.words else frame


def _sent_to(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Minister appointed five commissioners to take responsibility for governance"."""
    _start, mood = mood_at(phrase, match.start(), "base" if match["verb"] in ("appoint", "send") else "ed")
    status = IN_FORCE if mood in (Mood.DONE, Mood.COMING) else PROPOSED
    return None if mood in (Mood.WEIGHED, Mood.DENIED) else _after(phrase, match, COMMISSIONERS, status)


def _body_to(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "A new trust to run children's services will open in April"."""
    return _after(
        phrase, match, OTHER, PROPOSED if match["chain"].strip() in ("will", "is to", "should") else IN_FORCE
    )


def _goes_on(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "They would continue to appoint and dismiss returning officers"."""
    who = person(match["who"], COMMISSIONERS)
    return _after(phrase, match, who, RETAINED) if who else None


def _is_for(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "It is for the Commissioners to appoint the chief executive"."""
    who = holder_of(match["who"])
    decided = pattern(
        r"(?:decide|determine|settle|choose|set|appoint|approve|run|manage|award|dismiss|adopt|collect)\b"
    ).match(phrase.words[match.start("what") :])
    still = pattern(r"\b(?:still|remains)\b").search(match["chain"])
    return (
        _after(phrase, match, who, RETAINED if still else _status(match["chain"]))
        if who and decided
        else None
    )


def _untouched(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Planning and elections are unaffected"; "the Commissioners' powers over audit are unchanged"."""
    first = opened(phrase.words, *match.span("what"))
    what = phrase.words[first : match.end("what")]
    if not (is_service(what) or speaks_of_functions(what)) or pattern(r"\b(?:duty|right|oversight)\b").search(
        what
    ):
        return None
    theirs = pattern(r"[Cc]ommissioners?'s?|\b(?:our|my)\b").search(what)
    inner = pattern(
        r".*?\b(?:powers?|functions?|responsibilit\w+) (?:in relation to|in respect of|relating to|over|for) "
    ).match(what)
    first += inner.end() if theirs and inner else 0
    holder = COMMISSIONERS if theirs else COUNCIL
    return Frame(
        first, match.end(), first, match.end("what"), holder, RETAINED, Verb.KEEP, subject=True, plain=True
    )


def _trusted(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Council can be trusted again with its own procurement"."""
    refused = pattern(r"\b(?:not|cannot)\b").search(match["chain"]) or is_refused(
        phrase.words[: match.start()]
    )
    return _after(phrase, match, *((COMMISSIONERS, RETAINED) if refused else (COUNCIL, PROPOSED)))


def _alone(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "Nothing in these Directions affects the exercise by the Council of its planning functions"."""
    who = holder_of(match["who"] or match["who2"])
    return _after(phrase, match, who, RETAINED) if who else None


def _asked_for(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "We asked for powers over land charges"."""
    who = person(match["who"], COMMISSIONERS)
    if who is None or is_refused(phrase.words[: match.start()]):
        return None
    return _after(phrase, match, who, PROPOSED)


def _powers_end(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The Commissioners' powers over audit will continue until March"; "... ended in May"."""
    who = holder_of(match["who"]) if match["who"] else COMMISSIONERS
    if who is None or is_refused(phrase.words[: match.start()]):
        return None
    verb, status = Verb.KEEP, RETAINED
    if not match["end"].startswith(("continu", "remain", "stay")):
        who, verb, status = opposite(who), Verb.LOSE, _status(match["chain"])
    return Frame(match.start(), match.end(), *match.span("what"), who, status, verb, subject=True, plain=True)


def _created(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "A trust will be created to run children's services"."""
    return _after(phrase, match, OTHER, _status(match["chain"]))


def _widened(phrase: Phrase, match: re.Match[str]) -> Frame | None:
    """ "The intervention was widened to include powers over finance"."""
    if is_refused(phrase.words[: match.start()]):
        return None
    return _after(phrase, match, COMMISSIONERS, _status(match["chain"]))
