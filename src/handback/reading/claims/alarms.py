"""A cheap test for every sentence: whether it can tell of a function held or moved at all."""

import re

from handback.reading.claims.frame_words import BE, FORMS, SERVING, one_of
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits, watch

_WORD = re.compile(r"[a-z]+")
_PLAIN = one_of(
    "return returned returns returning restore restored restores restoring reinstated revert reverted "
    "reverts regain regained regains resume resumed recover reclaim back transfer transferred "
    "transfers transferring retain retained retains retaining exercise exercised exercises "
    "exercisable relinquish surrender stripped vested remain remains handed handing hand responsible "
    "charge control took take taken keep keeps leave left continue continues rest rests stay stays "
    "pass passes passed run runs give given gave ready say hold holds held lost lose move moved "
    "regaining"
)
_OTHER_WORDS = one_of(
    "return restoration handover handback transfer ready fit recommended recommend widen extend "
    "expand broaden amend vary directions follow follows same let neither nor limited trusted gets "
    "become becomes became spun hived turned seat affects revoke should "
    "including"
)
_STATES = one_of(
    "with for under responsible charge back responsibility matter ours theirs hands remit hers his our"
)
_FUNCTIONS = one_of(
    "areas area functions function powers power role word control responsibility responsibilities services"
    " service "
    "decisions running duties say grip reins charge"
)
_HOLDERS = one_of(
    "commissioner commissioners council councillors councillor cabinet members authority trust "
    "company borough county government minister ministers whitehall envoys directions direction "
    "intervention hall mayor leader you organisation agency panel state us we i she he they it them these "
    "its officials transfer takeover handover those this ours theirs mine both all back three two "
    "four council's neither"
)
_ELSEWHERE = one_of(
    "envoy commissioner commissioners trust directions intervention minister envoys whitehall"
)
_WEAK = one_of(
    "give gives gave giving given go goes went going gone come comes came coming put puts putting "
    "bring brings brought bringing take takes took taking taken make makes made making has have had "
    "having decide decides decided deciding determine determines determined determining get gets got "
    "getting         pass passes passed passing move moves moved "
    "moving place places placed placing leave leaves left leaving send sends sent sending sit sits "
    "sat sitting lie lies lay lying rest rests rested resting receive receives received receiving "
    "grant grants granted granting win wins won winning control controls fall falls fell falling "
    "fallen gain gains gained gaining  release released assign assigned shift shifted belong "
    "belongs belonged    yield yields remove removed removes removing"
)
_VERBS = frozenset(FORMS) - one_of("has have had having make makes made making")


def may_tell(sentence: Sentence, *, intervention: bool) -> bool:
    """Whether a sentence has a word that moves or holds, and one of holders or functions.

    On a page that has nothing to do with an intervention only plain words will do.
    """
    if not intervention and not (sentence.may & _MOVES and sentence.may & _IS_ABOUT):
        return False
    low = set(_WORD.findall(sentence.words.lower()))
    if not intervention:
        return not low.isdisjoint(_PLAIN) and not low.isdisjoint(_ABOUT)
    if not low.isdisjoint(_RETURNING) or ("return" in low and not low.isdisjoint(_ADVISED)):
        return True
    if not low.isdisjoint(_TELLING):
        return not low.isdisjoint(_ANYBODY)
    if "over" in low and not low.isdisjoint(_TAKES):
        return not low.isdisjoint(_HOLDERS)
    moves = (
        not low.isdisjoint(_VERBS)
        or (not low.isdisjoint(_MAKES) and not low.isdisjoint(_MOST))
        or (("had" in low or "got" in low) and not low.isdisjoint(_HAVE))
    )
    if not low.isdisjoint(_OTHERS):
        return moves or not low.isdisjoint(_STATES | _FUNCTIONS | _DEEDS)
    if "they" in low and (("had" in low and "since" in low) or not low.isdisjoint(_DEEDS)):
        return True
    return (
        not low.isdisjoint(_NAMED)
        and (moves or not low.isdisjoint(_IS_OR_HAS))
        and not low.isdisjoint(_HOLDERS)
    )


_RETURNING = one_of(
    "unaffected unchanged untouched returned returning restored restoring regain regained reinstated revert"
    " reverted handback"
)
_ADVISED = one_of("recommended recommend ready proposed propose minded recommends")
_DEEDS = one_of("appoint dismiss") | frozenset(SERVING)
_TAKES, _MAKES, _MOST = one_of("take takes took taken"), one_of("make makes made"), one_of("most majority")
_BODIES = one_of("charity mutual vehicle agency body company organisation")
_HAS = one_of("has have had")
_HAVE = one_of("has have ve")
_OTHERS, _NAMED, _IS_OR_HAS = _ELSEWHERE | _BODIES, _FUNCTIONS | _STATES, BE | _HAS
_TELLING = (frozenset(FORMS) - _WEAK) | _OTHER_WORDS
_ANYBODY = _HOLDERS | _FUNCTIONS
_ABOUT = _FUNCTIONS | _ELSEWHERE | one_of("council councillors returned restored")
_MOVES, _IS_ABOUT = watch(letters=_PLAIN), watch(letters=_ABOUT)
_LEADS = waits(
    r"vest|confer|giv|place|assum|responsib|charge|control|decide|grant|assign|entrust|return|restor|retain"
    r"|run|hand|held|exercis|with|under|transfer|remain|stay|kep|back|pass|taken|left|recommend|ready|keep"
    r"|these|they|follow|below",
    re.I,
)


def may_lead(words: str) -> bool:
    """Whether a title or lead-in may say who has what stands under it."""
    return bool(_LEADS.search(words))
