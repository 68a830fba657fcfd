"""Verbs without a helping word: the present of timetables, and what a resolution orders."""

from handback.reading.claims import verb_words as w
from handback.reading.claims.verb_phrases import (
    FINITE,
    FORWARD,
    Group,
    Look,
    Token,
    made,
    may_be_base,
    rest_of,
    to_follows,
)
from handback.reading.claims.verb_words import words

_NOT_DUE = words("""
    to diligence course process regard cause consideration
""")

_WE = words("""
    i we they members commissioners and also formally now therefore hereby who
""")


def present_verb(found: list[Token], at: int, before: list[Group], *, ordered: bool) -> Group | None:
    """A verb in the present, an order, or None for words that are no verbs here."""
    fixed = _fixed_phrase(found, at)
    if fixed is not None:
        return fixed
    if at == 0 or not _may_have_verb_after(found[at - 1]) or found[at].capital or _is_done_to(at, before):
        return None
    word, previous = found[at].word, found[at - 1]
    after = found[at + 1].word if at + 1 < len(found) else ""
    brings = word.endswith("s") and word[:-1] in _BRINGS and not _is_noun(found, at, word[:-1])
    if ordered and brings and not any(g.look in FINITE or g.look is Look.PARTICIPLE for g in before):
        return made(found, at, at, Look.ORDER, word[:-1])
    if word in w.PROMISES_NOW:
        if after == "to" and may_be_base(found, at + 2):
            return rest_of(found, at, at + 2, Look.PLAN)
        if word in ("mean", "means") or (word == "needs" and previous.word.endswith(_OF_NEEDS)):
            return None
        if after == "that" or word.startswith(("expect", "want", "requir", "need")):
            return made(found, at, at, Look.PLAN, word)
    if word == "follows" and after in ("in", "on", "by", "next", "later", "at"):
        return made(found, at, at, Look.PRESENT, word)
    told = word in w.ORDERING and (word.endswith("s") or previous.word in _WE) and after not in _PLACES
    if told or (word in w.TIMETABLE and _is_timetable(found, at, word, after)):
        return made(found, at, at, Look.PRESENT, word)
    return None


#: How words end that say which needs are meant: "the schools' special needs work".
_OF_NEEDS = ("al", "ial", "ex", "ing", "ive", "care", "'s")

#: What stands behind a noun ("open requests at the month end"), and not behind a verb of asking.
_PLACES = words("""
    of in at within during by from under over between were was are is have received
""")


def _is_done_to(at: int, before: list[Group]) -> bool:
    """ "To identify reports for": what follows an infinitive at once is what is done to it."""
    return bool(before) and before[-1].last == at - 1 and before[-1].look is Look.INFINITIVE


def _fixed_phrase(found: list[Token], at: int) -> Group | None:
    """ "Look forward to", "please send", "due", "hope": told by the word alone."""
    word = found[at].word
    after = found[at + 1].word if at + 1 < len(found) else ""
    if word in ("look", "looks") and after == "forward":
        return made(found, at, at + 1, Look.PLAN, "await")
    if word == "please":
        return made(found, at, at + 1, Look.ORDER, after)
    if word == "due" and (after not in _NOT_DUE or to_follows(found, at)):
        return made(found, at, at + 2 if to_follows(found, at) else at, Look.PARTICIPLE, "due")
    if word in ("aim", "aims") and after in ("for", "at") and at and _may_have_verb_after(found[at - 1]):
        return made(found, at, at, Look.PLAN, word)
    if word in ("hope", "hopes", "wishes"):
        return made(found, at, at, Look.DOUBT, word)
    return None


def _may_have_verb_after(previous: Token) -> bool:
    if previous.word in w.PREPOSITIONS:
        return False
    return previous.word not in w.DETERMINERS or previous.word in ("it", "you", "them", "this", "that")


_JOINS = frozenset(FORWARD | {Look.INFINITIVE, Look.WOULD, Look.DOUBT, Look.WAS_PLANNED})


def joined_verb(found: list[Token], at: int, before: list[Group]) -> Group | None:
    """A second verb under the first: "will review the case and report back"."""
    previous = found[at - 1].word
    if previous in ("also", "then", "to") and at > 1:
        previous = found[at - 2].word
    if not before or previous not in ("and", "or") or before[-1].look not in _JOINS or found[at].capital:
        return None
    after = found[at + 1].word if at + 1 < len(found) else ""
    if (
        after in w.DETERMINERS
        or after in _AFTER_ORDER
        or after in ("to", "on", "with", "for", "by")
        or found[at].word in _SPEAKING
        or (found[at].word in _NO_NOUNS and (after in w.PREPOSITIONS or after in _ENDS))
    ):
        return rest_of(found, at, at, before[-1].look)
    return None


#: Bases that are never nouns: after "and" they can only be verbs ("will consider it and respond soon").
_NO_NOUNS = words("""
    respond publish submit bring provide consult agree ensure decide write begin implement deliver adopt
    appoint recruit prepare produce send conclude finalise approve establish introduce advise inform
    notify clarify confirm investigate explore reconsider revisit examine determine arrange discuss
    identify develop re-examine explain
""")
_ENDS = words("""
    accordingly shortly soon fully separately directly again later , . ;
""") | {""}


def ordered_verb(found: list[Token], at: int, before: list[Group]) -> Group | None:
    """The verb at a place, where it is the base that an order opens with, or None."""
    if not _may_have_verb_after(found[at - 1]) or not _is_order(found, at, before):
        return None
    return rest_of(found, at, at, Look.ORDER, negated=found[at - 1].word == "not")


def unknown_order(found: list[Token], at: int, before: list[Group]) -> Group | None:
    """A verb that is not known, told by its place: "that the Director whitewash the hall"."""
    token = found[at]
    if (
        at < 2
        or at + 1 >= len(found)
        or token.capital
        or not token.word.removeprefix("re-").isalpha()
        or len(token.word) < 3
    ):
        return None
    previous, after = found[at - 1], found[at + 1].word
    if after not in w.DETERMINERS or not (previous.capital or previous.word in _ACTORS):
        return None
    if token.word.endswith(("s", "ing", "ed", "ly")) or token.word in w.PREPOSITIONS | w.BETWEEN | _SMALL:
        return None
    since = max((i for i in range(at) if found[i].word == "that"), default=0)
    if any(g.look in FINITE and g.last > since for g in before):
        return None
    return made(found, at, at, Look.ORDER, token.word)


_ACTORS = words("""
    officers director manager clerk council cabinet committee board panel members chair chairman leader
    commissioners authority executive solicitor treasurer team service group partnership trust operator
    contractor
""")
_SMALL = words("""
    and or but that which who when where while if than as so because although though yet plus nor also not
    both all any each
""")
_NOUNS_TOO = words("""
    report update review plan support audit record note draft order list map address place work
    change increase brief survey test trial table present set fund lead progress share spend
    transfer visit vote offer outline request start stop switch use view cost document forward
    tender balance benchmark charge contact deal design end exchange form grant look move need
    notice open process project purchase question release repair return schedule scope serve stage
    study supply target train value
""")

_AFTER_ORDER = words("""
    back again further up out as how what whether and quarterly monthly members formally
""")

_SPEAKING = words("""
    report update receive circulate consider provide include
""")


_BRINGS = _SPEAKING | {"bring", "give", "submit", "present", "publish"}


def _is_order(found: list[Token], at: int, before: list[Group]) -> bool:
    """Whether a bare verb is what a resolution orders: no finite verb yet, and a subject before it."""
    if found[at].word not in w.BASES or at + 1 >= len(found) or found[at].capital:
        return False
    since = max((i for i in range(at) if found[i].word == "that"), default=0)
    if any(g.look in FINITE and g.last > since for g in before):
        return False
    told = any(g.look is Look.PARTICIPLE and g.last > since for g in before)
    if told and found[at].word in _NOUNS_TOO and found[at - 1].word != "and":
        return False  # "that the Panel inspected the plans table"
    after = found[at + 1].word
    if after in ("be", "is", "was", "are", "were", "has", "will"):
        return False
    if _is_noun(found, at, found[at].word) or (since == 0 and _is_object(found, at)):
        return False
    if (
        found[at].word == "set"
        and after == "out"
        and at + 2 < len(found)
        and found[at + 2].word in ("in", "at", "above", "below", "on")
    ):
        return False
    follows = after in w.DETERMINERS or after in w.PREPOSITIONS or after in _AFTER_ORDER
    return follows or found[at].word in _SPEAKING or (found[at].word in _NO_NOUNS and after.isalpha())


def _is_noun(found: list[Token], at: int, base: str) -> bool:
    """Whether a word that may be a noun is the subject of what is ordered: "that the report be noted"."""
    return base in _NOUNS_TOO and any(t.word == "be" for t in found[at : at + 30])


def _is_object(found: list[Token], at: int) -> bool:
    """Whether a word that may be a noun is the object of the verb before: "agree the annual report to"."""
    if found[at].word not in _NOUNS_TOO:
        return False
    if at + 1 < len(found) and found[at + 1].word in (")", "]", "|"):
        return True
    if found[at - 1].word in ("this", "that"):
        return at > 1 and found[at - 2].word in w.PREPOSITIONS
    opens = found[0].word in w.BASES and len(found) > 1 and found[1].word in w.DETERMINERS
    return opens and not any(t.word in (";", ",", "and") for t in found[:at])


_AFTER_TIMETABLE = words("""
    live back up across over out again next full first early later place effect work
""") | {""}

_PLURAL = words("""
    we they i you which that who and people staff members children talks
""")


#: "Two reports from", "regular changes to": how many of a thing, which is no verb then.
_HOW_MANY = words("""
    two three four five six seven eight nine ten twelve several many few more further other new regular
    weekly monthly quarterly annual yearly progress future previous recent such various
""")


#: "Phase two opens in May": which one, and not how many.
_NUMBERED = words("""
    phase stage part tranche round lot batch step year wave
""")


def _is_timetable(found: list[Token], at: int, word: str, after: str) -> bool:
    previous = found[at - 1]
    if previous.word in _HOW_MANY and not (at > 1 and found[at - 2].word in _NUMBERED):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return after in w.PREPOSITIONS or after in w.DETERMINERS or after in _AFTER_TIMETABLE
    return (
        previous.word in _PLURAL
        or (previous.word.endswith("s") and not previous.word.endswith(("ss", "this")))
        or previous.word[0].isdigit()
    )
