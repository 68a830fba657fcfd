"""Moods: whether what a clause says is done, proposed, kept, denied, or only weighed."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from handback.reading.claims.patterns import pattern
from handback.reading.words.beginnings import sought
from handback.reading.words.later import later
from handback.reading.words.watch import seeks, waits

IN_FORCE, PROPOSED, RETAINED, WEIGHED = "in_force", "proposed", "retained", "weighed"


class Mood(Enum):
    """How a statement is meant."""

    DONE = IN_FORCE
    PROPOSED = PROPOSED
    KEPT = RETAINED
    DENIED = "denied"  # what is said not to be done, or not yet
    ENDED = "ended"  # "no longer": what was so is so no more
    ENDING = "ending"  # is proposed to be so no longer
    COMING = "coming"  # "will", and nothing says that it is ordered
    WEIGHED = WEIGHED  # asked, supposed, hoped for by nobody who decides


@dataclass(frozen=True, slots=True)
class Setting:
    """What a verb stands in: the words of its sentence before it, of its chain, and its form."""

    before: str  # from where what governs it may begin
    chain: str
    form: str
    word: str  # that joins its clause
    passive: bool
    holds: bool = False  # the verb says who has, and moves nothing
    prior: str = ""  # the sentence before
    exercised: bool = False  # the verb is the one that directions use: "exercised", "discharged"


_NOT_MEANT = (
    r"(?:recommend\w*|propos\w+|persuaded|satisfied|ready|minded|intend\w*|position|able|prepared|right"
    r"|time|believe|think|support\w*"
    r"|convinced|content|confident|expect\w*|advis\w+|feel|suggest\w*|agree\w*|seek\w*|plan\w*|consider"
    r"|judge|see|recommendation|yet|fit|assured|ask|asking|yet time|want|wish)"
)
_REFUSED = seeks(
    rf"\b(?:(?:not|n't|cannot|never|nor|neither) (?:[\w']+ ){{0,4}}?{_NOT_MEANT}\b"
    r"|too (?:early|soon|fragile|weak|great)"
    r"|premature|unready|no case|no reason|unable to recommend|declin\w+ to"
    r"|refus\w+ (?:to|(?:the|a|your|its|their) (?:request|proposal|bid|application))"
    r"|turn(?:ed|ing)? down|ruled out|rejected|far from ready"
    r"|in no (?:state|position|condition|shape)"
    r"|a long way from|stop(?:ped|s)? short of|reluctant|unwilling|unwise|wrong to|resist\w*"
    r"|hold(?:s|ing)? off|not"
    r"|(?:more|further) (?:[\w']+ ){0,3}(?:is |was |are |were |remains? )?"
    r"(?:needed|required|necessary|to (?:be )?do\w*)"
    r"|against|opposed? to|(?:defer|delay|postpone)\w*|hesita\w+"
    r"|(?:needs?|needed|wants?|must|have|has|had) (?:to )?(?:see|be|show) (?:[^.;]{0,50})before"
    r"|should wait|cannot yet|insufficient|lacks?)\b",
    re.I,
)
_PROPOSING = seeks(
    r"\b(?:minded|propos\w+|inten(?:d|ds|ded|ding|tion|tions)|recommend\w*|plans?|planned|planning(?= to)"
    r"|asks?|asked|asking|seek(?:s|ing)?|sought|request\w*|want(?:s|ed|ing)?|wish(?:es|ed)?"
    r"|hop(?:e|es|ed|ing)|expect(?:s|ed|ing)?|suggest\w*|call(?:s|ed|ing)? (?:for|on)|consult\w+"
    r"|in favour of|ready|due|likely|advis\w+|advice|urg(?:e|es|ed|ing)|views?|believ\w+|think|thinks"
    r"|invit\w+"
    r"|(?<!member )(?<!customer )(?<!business )support(?:s|ed|ing)?(?! services)"
    r"|prepared|fit|consider(?:s|ing)?|favours?|wrote to (?:ask|seek)|aims?|aim(?:s|ed|ing)"
    r"|look(?:s|ed|ing)? forward|welcom\w+ the (?:proposal|plan)|would like|press(?:es|ed|ing)|argu\w+"
    r"|envisag\w+|contemplat\w+"
    r"|moves?(?= that)|content (?:to|that|for)|satisfied|confident|option|representations? for|right time"
    r"|no reason why|no objection|time (?:is|was) right|safe to|able|could now"
    r"|conclu\w+(?! (?:the|his|her|its|their|my|our|this)\b)"
    r"|(?:could|may|might) (?:signal|mean|see|lead to|result in)"
    r"|opinion|judgement|happy (?:to|for)|comfortable|in a position)\b",
    re.I,
)
_DECIDING = seeks(
    r"\b(?:required(?= to)|tasked with|decided|ordered|directed|signed|issued|instruct(?:s|ed|ing)|ordering"
    r"|directing|agreed(?= to)"
    r"|(?:has|have|had|was|were|been|I|we|he|she|and|today|now|Minister|State|Government|ministers"
    r"|Secretary|is|are|it|Ministers|government)"
    r" (?:today |now |also |therefore |formally |finally |again )*"
    r"(?:decid\w+|agree[sd]?|determin\w+|direct(?:s|ed)|order(?:s|ed)|confirm\w*|approv\w+"
    r"|sign(?:s|ed)|accept\w*|issu\w+|made|make|appoint\w*)"
    r"|(?:I|Ministers?|State|Secretary|Government) (?:has |have |had |today |also )*announced?\b"
    r"|directions? (?:\w+ ){0,4}?(?:under which|that|to|which|so that|by which|return\w*|provid\w+|giv\w+"
    r"|restor\w+|transfer\w*|pass\w*|mov\w+|plac\w+)"
    r"|under which|by which"
    r"|decision (?:of [^,.;]{3,50} )?(?:to|that)"
    r"|(?:delighted|pleased|proud|glad) to"
    r"|hereby"
    r"|am (?:today )?(?:return|hand|giv|restor)\w+"
    r"|order (?:to|that|return\w*)|confirm(?:s|ed|ing|ation) that|with effect from"
    r"|(?:this|which|that) means(?: that)?"
    r"|(?:exercis|us)(?:e[sd]?|ing) (?:my|his|her|its|their|our|the|these|those) (?:\w+ )?powers"
    r"|provid(?:e|es|ed|ing) (?:for|that)"
    r"|effect (?:of [^,.;]{3,80} )?is (?:that|to)"
    r"|(?:under|following|by virtue of|in line with|as required by)"
    r" (?!(?:\w+ )*(?:proposed|draft|standing))(?:[\w'-]+ ){0,6}?(?:directions?|orders?)"
    r"|directions? (?:\w+ ){0,2}mean)\b",
    re.I,
)
_ADVICE_TAKEN = waits(
    r"\b(?:agreed|accept\w*|approv\w+|adopt\w*|endors\w+)(?: to| with)?(?: [\w']+){0,4}?"
    r" (?:recommendations?|advice|proposals?) (?:that|to|for)\b",
    re.I,
)
_TELLING = later(
    r"\b(?:(?<!be )said|confirmed|announced|added|wrote|explained|directed|reported|stated|heard|told"
    r"|informed)\b"
)
#: Who need only say that a function will move: what a director reports, or a council says, orders nothing.
_WHO_DECIDES = later(
    r"\b(?:[Mm]inisters?|Secretary|[Gg]overnment|(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness) [A-Z])"
)
_WEIGHED = sought(
    r"\b(?:whether|options?"
    r"|(?:asked|asks|questioned|wondered|unclear|know|explain\w*|query|queried) (?:\w+ ){0,3}?"
    r"(?:about|how|why|when|if|what)"
    r"|(?:are|is|was|were) no (?:\w+ )?(?:plans?|intentions?|proposals?)"
    r"|no (?:intention|plans?)|no decision"
    r"|decisions? (?:on|about|as to|over)(?=\W*$)"
    r"|scope for|(?<!no )alternatives?|examples?|instead of|rather than"
    r"|without the (?:need|requirement) to"
    r"|what would|feared|fears|rumours?|unless|had (?:the|it) [^,]{0,40} been|criteria|possibility"
    r"|conditions? (?:for|under)|tests? for"
    r"|(?:may|might|could) (?:yet |also |then |later )?(?:recommend|propose|ask|seek|decide|wish)"
    r"|in the event|wait(?:ing)? for|[Ii]f)\b"
)


def mood_of(setting: Setting) -> Mood:
    """The mood of a verb: its own auxiliaries first, then what governs it."""
    chain = f" {setting.chain} "
    if _only_weighed(setting, chain):
        return Mood.WEIGHED
    if pattern(r" no longer | cease[sd]? ").search(chain):
        return (
            Mood.ENDING
            if _wished(
                setting,
                pattern(r" cease[sd]? to be ").sub(" are ", pattern(r" need(?:s|ed)? to ").sub(" ", chain)),
            )
            is Mood.PROPOSED
            else Mood.ENDED
        )
    refused = _refused(setting, chain)
    if refused is not None:
        return refused
    if pattern(r" (?:still|continues?|continued|remains?|remained|on) ").search(chain) or _goes_on(setting):
        return Mood.KEPT
    return _wished(setting, chain)


def _goes_on(setting: Setting) -> bool:
    """Whether a bare infinitive goes on another: "continue to oversee grants and take decisions"."""
    joined = setting.form == "base" and not setting.chain and setting.before.endswith((" and ", ", ", " or "))
    return joined and bool(pattern(r"\bcontinues? to [^.;:]*$").search(setting.before))


def _only_weighed(setting: Setting, chain: str) -> bool:
    """Whether a verb says only what may be, might have been, is waited for, considered or asked about."""
    return (
        _is_supposed(setting, chain)
        or _could_hold(setting, chain)
        or _is_considered(setting)
        or _is_waited_for(setting, chain)
        or _is_asked_about(setting)
    )


def _is_supposed(setting: Setting, chain: str) -> bool:
    """After "if" or "whether", with "may" or "might", or with "would have" and no duty: "would have held"."""
    return (
        setting.word in ("if", "unless", "whether")
        or pattern(r" (?:may|might) ").search(chain) is not None
        or pattern(r" (?:would|could|might) (?:\w+ )?have (?!to )").search(chain) is not None
    )


def _could_hold(setting: Setting, chain: str) -> bool:
    """Whether somebody is only fit or free to hold what he does not hold yet: "is ready to run it"."""
    if not setting.holds or pattern(r" continu| still | again | once more ").search(chain):
        return False
    near = f"{chain}{setting.before[-30:]} "
    return bool(pattern(r" (?:able|fit|free|unable|could|can|ready|entitled|allowed) ").search(near))


def _is_considered(setting: Setting) -> bool:
    """Whether a deed is only looked at: "considered returning parks", and nobody was asked to consider it."""
    considered = setting.form == "ing" and _CONSIDERED.search(setting.before)
    return bool(considered) and not _ASKED_TO_CONSIDER.search(setting.before)


def _is_waited_for(setting: Setting, chain: str) -> bool:
    """Whether something else waits for the verb: "until powers return", "once it is handed back"."""
    done = setting.form == "ed" and not pattern(r" (?:is|are|has|have) ").search(chain)
    named = setting.word == "when" and _ON_WHICH_DAY.search(setting.before)
    return setting.word in ("until", "once", "when") and not done and not named


def _is_asked_about(setting: Setting) -> bool:
    """Whether a word of asking or doubting governs the verb, and no semicolon stands between."""
    said = f"{setting.before} {setting.chain}"
    weighed = list(_WEIGHED.finditer(said))
    return bool(weighed) and "; " not in said[weighed[-1].end() :]


#: "Until March 2026, when it returns": the day is named, and no condition.
_ON_WHICH_DAY = later(
    r"\b(?:\d{4}|January|February|March|April|May|June|July|August|September|October|November|December|spring"
    r"|summer|autumn|winter|year), when [^,;]*$"
)
#: "Asks the Secretary of State to consider returning parks": asked for.
_ASKED_TO_CONSIDER = waits(
    r"\b(?:ask|invit|request|urg|recommend|call on|advis)\w* [^.;]{2,60}? to consider $"
)
_CONSIDERED = re.compile(
    r"\blook(?:s|ed|ing)? (?:again )?at (?:[a-z]+ly )?$"
    r"|\b(?:consider(?:ed|s|ing)?|discuss(?:ed|ing)|debated|weighed up) $"
    r"|\b(?:spoke|spoken|talked|heard) (?:of|about) [^.;]*$"
)


def _refused(setting: Setting, chain: str) -> Mood | None:
    """DENIED where the verb, or what governs it, is refused; None where nothing refuses it."""
    if _NO_REASON.search(f"{setting.before} {chain}"):
        return None
    if pattern(r" (?:not|never|n't|cannot) ").search(chain) or pattern(r"n't ").search(chain):
        return Mood.DENIED
    if _NOR.match(setting.before):
        return Mood.DENIED
    if not _is_governed(setting, chain):
        return None
    found = [
        m
        for m in _REFUSED.finditer(setting.before)
        if m[0] != "not" or pattern(r" (?:to|be|being)\b").match(setting.before[m.end() :])
    ]
    if found:
        after = setting.before[found[-1].end() :]
        if not pattern(r"\b(?:but|however|although|while|instructing|directing|ordering)\b|[.;]").search(
            after
        ) and not _PROPOSING.search(after[1:].split(",")[-1] if "," in after else ""):
            return Mood.DENIED
    return None


_NO_REASON = waits(r"\bno (?:good )?(?:reason|cause) (?:why|that|for) .* not |\bno objection ")
_MINDED = waits(
    r"\b(?:minded to|propos(?:e|es|ed|ing) to|intends? to) (?:make|issue|give|sign|use|exercise|send|appoint)"
    r" [^.;]{0,160}$"
)
_NOR = later(r"(?:Nor|Neither) (?:is|are|was|were|do|does|did|have|has|can|will|would|should)\b")


def _is_governed(setting: Setting, chain: str) -> bool:
    """Whether other words decide how the verb is meant: after "to", "that", "being", or a bare "be"."""
    if (
        setting.form == "ing"
        or " to " in chain
        or " being " in chain
        or chain.strip() in ("be", "not be", "being", "")
    ):
        return True
    return setting.word in ("that", "before", "for") or bool(
        pattern(r" (?:should|would|could|be|ought|can|will) ").search(chain)
    )


#: "It became the only borough to hand over control": it did.
_FIRST_TO = waits(
    r"\b(?:became|become|becomes|was|were|is|are) (?:the|one of the|among the) (?:\w+ )?"
    r"(?:first|only|last|latest|second)\b[^.;,]{0,60}$"
    r"|\bno (?:choice|option|alternative)(?: left)? but $"
)
_JOINED_TO = re.compile(r"\b(?P<modal>should|would|could|ought to) [^;:]*(?:\band|\bor|,)(?: then| also)? $")


def _wished(setting: Setting, chain: str) -> Mood:
    """Done, coming or proposed: the last word that decides or proposes governs, after the verb's own."""
    before = setting.before
    joined = _JOINED_TO.search(before) if setting.form == "base" and not chain.strip() else None
    if joined:
        chain = f" {joined['modal']} "
    decided = max((m.end() for m in _DECIDING.finditer(f"{before.rstrip()} {setting.chain}")), default=-1)
    proposed = max((m.end() for m in _PROPOSING.finditer(before)), default=-1)
    if _ADVICE_TAKEN.search(before):
        return Mood.DONE
    if _MINDED.search(before):
        return Mood.PROPOSED
    if chain.startswith(" to ") and _FIRST_TO.search(before):
        return Mood.DONE
    handed = _PROPOSING.search(chain)
    if handed and pattern(r" to ").search(chain[handed.end() - 1 :]):
        return Mood.PROPOSED
    if pattern(r" (?:should|could|ought) ").search(chain) and decided <= proposed:
        return Mood.PROPOSED
    if " would " in chain:
        return _told(before, decided, proposed)
    if pattern(r" (?:will|'ll) ").search(chain) and decided < 0 and proposed < 0:
        return Mood.DONE if _DECIDING.search(setting.prior) else Mood.COMING
    if (
        setting.holds
        and setting.form in ("s", "ed")
        and not setting.passive
        and not _is_governed(replace(setting, word=""), chain)
    ):
        return Mood.DONE  # "was told that the power sits with"
    return Mood.DONE if _stands_by_itself(setting, chain) else _governed(setting, chain, decided, proposed)


def _told(before: str, decided: int, proposed: int) -> Mood:
    """What is told of as "would": decided, to come as "will" is, or only proposed."""
    told = max((m.end() for m in _TELLING.finditer(before)), default=-1)
    if decided > proposed or (told > proposed and _WHO_DECIDES.search(before)):
        return Mood.DONE
    return Mood.COMING if told > proposed else Mood.PROPOSED


def _stands_by_itself(setting: Setting, chain: str) -> bool:
    told = pattern(r" (?:shall|has|have|had|is|are|was|were) ").search(chain) and not pattern(
        r" to |being"
    ).search(chain)
    perfect = pattern(r"^ (?:has|have|had) ").search(chain)
    return not _is_governed(setting, chain) or (bool(told) and (setting.word != "that" or bool(perfect)))


def _governed(setting: Setting, chain: str, decided: int, proposed: int) -> Mood:
    if proposed > decided:
        return Mood.PROPOSED
    directed = setting.holds and pattern(r" (?:is|are|was|were) (?:\w+ )?to ").search(chain)
    if decided >= 0:
        return Mood.DONE
    if directed:  # "are to be exercised": the words of directions, and of stories of what is planned
        return Mood.COMING if setting.passive and not setting.exercised else Mood.DONE
    if pattern(r"^ (?:is|are) (?:now |also |both |all )?to ").match(chain):
        return Mood.COMING
    return Mood.PROPOSED if " to " in chain or chain.strip() == "be" else Mood.DONE


def is_refused(words: str) -> bool:
    """Whether words refuse what they govern: "too early for", "do not recommend"."""
    return any(m[0] != "not" for m in _REFUSED.finditer(words))


def is_proposed(words: str) -> bool:
    """Whether words recommend, intend or ask for what they govern."""
    return bool(_PROPOSING.search(words))


_DONE = later(
    r"\b(?:took (?:effect|place)|takes (?:effect|place)|take (?:effect|place)|complet\w+|confirm\w*"
    r"|effected|made|happened|came into|comes into|come into|follow(?:s|ed)|announc\w+|saw|has seen"
    r"|have seen|led to|meant|means"
    r"|since|after|noted|welcom\w+|celebrat\w+|mark(?:s|ed)|provid\w+ for|direct(?:s|ed)|order(?:s|ed)"
    r"|secur\w+"
    r"|allow(?:s|ed)|brought about|agreed|approved|sign(?:s|ed)|effects?|now|with|thanks to|began"
    r"|start of)\b",
    re.I,
)


def is_done(words: str) -> bool:
    """Whether words tell what they govern as done or ordered."""
    return bool(_DONE.search(words))


def last_done(words: str) -> bool:
    """Whether a word of doing comes last: "recommendations have seen the return of"."""
    done = max((m.end() for m in _LED.finditer(words)), default=-1)
    return done > max((m.end() for m in _PROPOSING.finditer(words)), default=0)


_LED = later(
    r"\b(?:confirm\w*|follow(?:s|ed|ing)|announc\w+|saw|has seen|have seen|led to|meant|means|since|after"
    r"|welcom\w+|celebrat\w+|marks?|marked|provid\w+ for|direct(?:s|ed)|order(?:s|ed)"
    r"|secur\w+|allow(?:s|ed)|brought about|agreed|approved|sign(?:s|ed)|complet\w+|thanks to|began"
    r"|start of|proceed(?:ed|ing)? with|decided (?:on|upon|in favour of)|effect(?:s|ed))\b",
    re.I,
)
