"""What a verb means with the words around it: "take back", "give up", "hold on to", "bring back"."""

import re

from handback.reading.claims.frame_words import BE, Verb, one_of
from handback.reading.claims.patterns import pattern
from handback.reading.words.watch import waits

_STRONG = ("seiz", "regain", "recover", "reclaim", "resum", "assum", "inherit", "acquir")
_CONTROL = waits(
    r"^ (?:(?:effective|democratic|the|its|their|his|full|direct|complete|total|sole|executive|day-to-day"
    r"|some|more|all|statutory|overall|new|enhanced|local|final|greater|formal|political"
    r"|operational|decision-making|decision making|immediate|back|over|a|certain|these|those|his|legal"
    r"|ultimate|much|any|no|of|up|on) ){0,5}?(?:control|charge|powers?|responsibilit\w+|the reins|command"
    r"|authority over|final say|say (?:over|on)"
    r"|the running|running of|ownership|functions|(?:last|final) word|(?:part|role|involvement"
    r"|hand) in)\b"
)
_TAKES = re.compile(r"^ (?:over|back|on |up (?=the|respons|its))")
_DECISIONS = re.compile(
    r"^ (?:\w+ ){0,3}?decisions? (?:\w+ )?(?:about|on|over|for|in|relating|concerning|regarding)\b"
    r"|^ (?:all|the|any|those|every) (?:\w+ )?decisions? (?:previously|formerly|once|normally|usually|that"
    r"|which)\b"
)
_MOST = re.compile(
    r"^ (?:(?:most|the (?:vast )?majority|many) (?:of (?:its|their|the) (?:own )?)?|all other )"
    r"(?:\w+ )?decisions\b"
)
_GOES_ALONE = re.compile(
    r"(?:return|revert|pass|mov|transfer|go|went|gone|com|came|fall|fell|shift|switch|devolv|remain|stay"
    r"|continu|rest(?!or)|l[iay]|s[ia]t|reside|belong)"
)
_NO_OBJECT = re.compile(
    r"^(?:,? (?:back|over|again|now|in full|home|first|formally|today|up|out|permanently|fully|out of"
    r"|in time|safely|smoothly|automatically|down))*"
    r"(?:$|[,.;:)!?]| -| (?:to|on|in|from|with|under|by|at|after|before|until|for|following|within|into|as"
    r"|through|subject|once|when|and|or"
    r"|but|because|since|if|where|who|which|is|are|will|would|was|were|last|next|this|during|without|one"
    r"|too|also|between|over|via|early|piece|together|alongside|earlier|later|ahead|has|have|had|should"
    r"|of)\b)"
)


def meaning(low: str, verb: Verb, form: str, after: str, before: str, subject: str = "") -> Verb | None:
    """The family that a verb belongs to here; None where it moves and holds nothing."""
    if form == "be" or _means_else(low, after):
        return verb if form == "be" else None
    if verb in _MOVES and _IN_HOUSE.search(after) and not _FROM_TRUST.search(f"{subject}{after}"):
        return None
    if low.startswith("carr") and _OUT_FUNCTIONS.match(after):
        return Verb.HOLD
    if pattern(r" (?:back )?on to\b").match(after) and low[:4] in ("hold", "held", "hang", "hung"):
        return Verb.KEEP
    if verb is Verb.TAKE:
        won_back = low in ("taken", "won", "got") and before in BE and _BACK.match(after)
        return Verb.BACK if won_back else _taking(low, after, subject, before)
    if verb is Verb.MOVE:
        return _moving(low, after, before)
    if verb is Verb.BACK and pattern(r" of\b").match(after):
        return None
    if verb is Verb.HOLD:
        return _holding(low, form, after, subject)
    return verb


def _moving(low: str, after: str, before: str) -> Verb | None:
    """What a verb of moving does here: give up, leave with, bring back, or move; None where it puts off."""
    given_up = low.startswith(("giv", "gave")) and after.startswith(" up")
    if given_up or (before == "let" and after.startswith(" of ")):
        return Verb.LOSE
    if _moves_nothing(low, after):
        return None
    if low.startswith(("leave", "leaving", "left")):
        return Verb.KEEP if _LEFT_WITH.search(after) else Verb.MOVE
    if low in _COME_OR_GO and after.startswith(" home"):
        return Verb.BACK  # "the parks are coming home"
    return Verb.BACK if _BACK_SOMEWHERE.search(after) and not _BACK_THEN.search(after) else Verb.MOVE


def _moves_nothing(low: str, after: str) -> bool:
    """ "Put forward", "put back until May"; and commissioners are sent in, powers are not."""
    if after.startswith(" of ") or (low.startswith("sen") and pattern(r" in(?:to)?\b").match(after)):
        return True
    if low.startswith("put") and after.startswith(" forward"):
        return True
    return low.startswith(("put", "plac")) and bool(_PUT_OFF.match(after) or _UNDER_CARE.match(after))


_COME_OR_GO = one_of("come comes came coming go goes went going gone")
_LEFT_WITH = re.compile(r"^[^;:]{0,120}?\b(?:with|under|in the hands of)\b")
_BACK_SOMEWHERE = re.compile(r"^[^;:]{0,140}?(?<!put )(?<!pushed )(?<!set )(?<!held )(?<!on the )\bback\b")
#: "Moved to the trust back in 2019": when, and not where to.
_BACK_THEN = re.compile(r"\bto\b.*\bback in \d{4}")


#: A contract that is brought back: "to bring payroll back in-house"; children's services come from trusts.
_IN_HOUSE = re.compile(r"\b'?in[- ]house\b")
_FROM_TRUST = re.compile(r"\b(?:children'?s?|schools|education)\b")
_MOVES = (Verb.MOVE, Verb.TAKE, Verb.BACK)
#: "Put back a year", "put back until May": put off, and given to nobody.
_PUT_OFF = re.compile(
    r" back (?:an? |one |two |three |four |five |six |\d|by |until |till |for |again |to (?:\d|(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn"
    r"|winter|next"
    r"|later|a later)\b))"
)
#: "Placed Selwick in special measures": a council, and none of its functions.
_UNDER_CARE = re.compile(
    r" [^;:.,]{0,60}?\b(?:under|into|in) (?:[\w-]+ ){0,2}"
    r"(?:intervention|measures|directions?|administration)\b"
)
_OUT_FUNCTIONS = re.compile(r" out (?:[\w'-]+ ){1,4}(?:functions|powers|duties|responsibilities)\b")


def _means_else(low: str, after: str) -> bool:
    """ "Carries out", "taken up": a verb of holding or taking that here does neither."""
    if low == "carry" and _OUT_FUNCTIONS.match(after):
        return False
    if low.startswith("carr"):
        return not pattern(r" on (?:under|with|in the hands of|being)\b").match(after)
    if low in ("bring", "brings", "brought", "bringing") and after.startswith(" together"):
        return True
    if low.startswith("suspend"):
        return not _POWERS_ALL.match(after)
    if low.startswith("part"):
        return not after.startswith(" with ")
    if low.startswith(("keep", "kept")):
        return bool(_KEEPS_TOLD.match(after))
    return low == "taken" and bool(pattern(r" up\b(?! control| charge| respons)").match(after))


#: "Suspend the executive functions of the Council"; a charge or an officer is suspended otherwise.
_POWERS_ALL = re.compile(
    r" (?:(?:the|its|their|all|council's|executive|decision-making) )*(?:functions|powers)\b"
)
#: "Kept in touch", "keep an eye on": nobody holds anything by it.
_KEEPS_TOLD = re.compile(
    r" (?:\w+ )?(?:in touch|informed|up[- ]to[- ]date|in the (?:loop|picture)|posted|an eye|under review"
    r"|going|abreast|pace)\b"
)


def _is_to_get(low: str, after: str, subject: str) -> bool:
    """ "We've got our libraries back", "they should have planning as well"."""
    if low.startswith(("get", "got")):
        return bool(pattern(r"^[^;:,]{0,60}? back\b").search(after))
    return low == "have" and bool(_TO_HAVE.search(subject.strip())) and not _PARTICIPLE.match(after)


#: "Has its parks back", "will have its powers returned".
_GIVEN_BACK = re.compile(
    r" (?:[\w'-]+,? ){1,9}?"
    r"(?:(?<!handed )(?<!given )(?<!passed )back\b"
    r"|(?:restored|returned|(?:handed|given|passed) back)(?= to (?:it|them|the)\b| on\b| in\b| by\b|[.,;]|$))"
)
#: "Was taken back in March", "have been won back": to whoever had it before.
_BACK = re.compile(r" back\b(?! (?:from|by|under|into)\b)")


def _taking(low: str, after: str, subject: str, before: str) -> Verb | None:
    """What a verb of taking or having does here: take, lose or hold; None where it does neither."""
    said = f"{subject} {before}"
    if low.startswith(_STRONG) or _is_to_get(low, after, said):
        return Verb.TAKE
    if low in ("had", "got") and _HAVE_HAD.search(said) and (_SPAN.search(after) or "since" in subject):
        return Verb.HOLD
    if low in ("has", "have", "had", "having"):
        return _having(after)
    if low.startswith(("tak", "took")):
        return _takes(low, after, subject)
    return Verb.TAKE if _CONTROL.match(after) or _BACK_WITHIN.search(after) else None


def _takes(low: str, after: str, subject: str) -> Verb | None:
    """What "take" means: decisions are held by whoever takes them, and what is taken away is lost."""
    by_whom = low == "taken" and "decision" in subject and _BY.match(after)
    if _DECISIONS.match(after) or by_whom:
        return Verb.HOLD
    over, control = _TAKES.match(after), _CONTROL.match(after)
    if _AWAY_FROM.match(after) and not over and not control:
        return Verb.LOSE
    return Verb.TAKE if over or control or _BACK_WITHIN.search(after) else None


_AWAY_FROM = re.compile(r" (?:[^;:]{0,60}?\b(?:away from|out of|from)|away)\b")
_BACK_WITHIN = re.compile(r"^[^;:]{0,100}?\bback\b")


def _having(after: str) -> Verb | None:
    if _PARTICIPLE.match(after) or _TO_TAKE_BACK.match(after):
        return None
    if _GIVEN_BACK.match(after):
        return Verb.TAKE
    return Verb.HOLD if _CONTROL.match(after) and not _DONE_TO.match(after) else None


#: "I propose that they should have planning as well".
_TO_HAVE = re.compile(
    r"\b(?:commissioners?|they|trust|company)(?: also| now| then)? (?:should|would|will|shall"
    r"|are to)(?: also)?(?: \w+)?$"
)
_HAVE_HAD = re.compile(r"(?:commissioners?|they|we|trust|company|council)\b.*(?:have|has|'ve|'s)$")
_SPAN = re.compile(r" (?:since|until|for (?:the|a|now|\w+ (?:years|months|weeks))|from)\b")


_PARTICIPLE = re.compile(
    r"^ (?:\w+ly |not |now |also |already |never |today |since |all |both )*(?:\w{2,}(?:ed|wn)|gone|come"
    r"|been|run|got|given|taken|made|put|left|kept|held|to|won|lost|begun|had|set|let|said|told|sent|met)\b"
)


#: What is held with somebody and is no function: "a meeting was held with the Association".
_SITTING = re.compile(
    r"\b(?:meetings?|talks|discussions?|hearings?|events?|workshops?|consultations?|elections?|ballots?"
    r"|sessions?"
    r"|inquiry|interviews?|briefings?)(?: (?:was|were|is|are|has been|have been|had been|will be|would be"
    r"|to be))?"
    r"(?: [a-z]+ly)?\W*$"
)


#: "Is to have its powers removed": the participle says what becomes of them.
_DONE_TO = re.compile(
    r" (?!been\b|to\b|(?:[\w'-]+,? ){1,9}?(?:(?<!handed )(?<!given )(?<!passed )back\b"
    r"|(?:restored|returned|(?:handed|given|passed) back) to (?:it|them|the)))"
    r"(?:[\w'-]+,? ){1,9}?(?:returned|restored|stripped|removed|taken|handed|given|passed"
    r"|transferred|reinstated|withdrawn)\b"
)


#: "Had the skills to take back housing": what they had is no housing.
_TO_TAKE_BACK = re.compile(r" [^.;,]{3,60} to (?:take|get|win|bring) back\b")
_IN_RESERVE = re.compile(r"[^.;,]{3,60} in reserve\b")


def _holding(low: str, form: str, after: str, subject: str) -> Verb | None:
    """HOLD where a verb of holding is said of powers or decisions, and not of a meeting or a reserve."""
    if _IN_RESERVE.match(after):
        return None
    says = next((test for stems, test in _SAYS_WHO_HAS if low.startswith(stems)), None)
    return Verb.HOLD if says is None or says(low, form, after, subject) else None


def _is_no_sitting(_low: str, _form: str, _after: str, subject: str) -> bool:
    return _SITTING.search(subject) is None


def _makes_decisions(low: str, _form: str, after: str, subject: str) -> bool:
    if _DECISIONS.match(after) or (_MOST.match(after) and pattern(r"\b(?:continu|still)").search(subject)):
        return True
    return low == "made" and "decision" in subject and _BY.match(after) is not None


def _looks_after(_low: str, _form: str, after: str, _subject: str) -> bool:
    return pattern(r" (?:after|with)\b").match(after) is not None


def _decides(low: str, form: str, after: str, subject: str) -> bool:
    if low in ("control", "controls", "controlled") or (form == "ed" and _BY.match(after)):
        return True
    return not low.startswith("control") and bool(pattern(r"\b(?:again|once more)\b").search(subject))


def _runs(_low: str, _form: str, after: str, _subject: str) -> bool:
    return pattern(r" (?:from|to|until|of|out|up|for|into|through)\b").match(after) is None


def _rests(_low: str, _form: str, after: str, _subject: str) -> bool:
    return _WITH_SOMEBODY.match(after) is not None


#: What each of these verbs must have around it to say who has a function; every other always says it.
_SAYS_WHO_HAS = (
    (("hold", "held"), _is_no_sitting),
    (("make", "made", "making"), _makes_decisions),
    (("look", "deal"), _looks_after),
    (("control", "decid", "determin"), _decides),
    (("run", "ran"), _runs),
    (("lay", "lie", "lying", "sat", "sit", "rest"), _rests),
)
_BY = re.compile(r"(?: \w+){0,2}? by\b")
_WITH_SOMEBODY = re.compile(
    r"(?: \w+){0,2}? (?:with|in (?:the hands|[\w' ]{2,30}(?:hands|control|gift))|under)\b"
)


def stands_alone(low: str, after: str) -> bool:
    """Whether a verb in the active voice has no object here: "housing passes to the Council"."""
    return bool(_GOES_ALONE.match(low)) and bool(_NO_OBJECT.match(after))


def has_no_object(after: str) -> bool:
    """Whether nothing follows a verb that it could act on."""
    return bool(_NO_OBJECT.match(after)) and not after.startswith(" of ")
