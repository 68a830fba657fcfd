"""Which functions a statement means: named in it, after it, or before it and only pointed at."""

import re

from handback.reading.claims.council_work import is_service, speaks_of_functions, speaks_of_intervention
from handback.reading.claims.frame_words import Verb
from handback.reading.claims.function_names import Named
from handback.reading.claims.functions import functions_in
from handback.reading.claims.holders import COUNCIL
from handback.reading.claims.modality import RETAINED
from handback.reading.claims.no_transfer import states_none
from handback.reading.claims.page import Page, mention_of
from handback.reading.claims.patterns import pattern
from handback.reading.claims.phrases import Phrase, phrase
from handback.reading.claims.recalled import Mention, Recalled
from handback.reading.claims.slots import object_end
from handback.reading.claims.statement import Frame
from handback.reading.claims.vague import is_pronoun, is_vague
from handback.reading.words.sentences import Sentence, sentence
from handback.reading.words.watch import waits


def is_evident(page: Page, made: Phrase, frame: Frame) -> bool:
    """Whether it is plain that a function is meant, and not keys, money or a report."""
    slot = made.words[frame.first : frame.last]
    if page.devolved and frame.holder == COUNCIL and frame.verb in (Verb.HOLD, Verb.KEEP, Verb.TAKE):
        return False  # "the mayor will be responsible for transport"
    if states_none(made, frame, intervention=page.intervention):
        return False
    if slot.strip(" ,") in ("the grounds", "grounds") or (not page.intervention and _is_inside(made, slot)):
        return False  # "on the grounds that ..."
    if is_pronoun(slot):
        return page.intervention or (frame.verb is Verb.BACK and frame.plain and speaks_of_functions(slot))
    if is_vague(slot) and _MANY_COUNCILS.search(made.words):
        return False
    if speaks_of_functions(slot) or is_vague(slot):
        return True
    if (
        frame.verb is Verb.KEEP
        and frame.subject
        and not frame.plain
        and not speaks_of_intervention(made.words)
    ):
        return False
    known = speaks_of_intervention(made.words) or page.intervention
    if is_service(slot):
        return (
            known
            or speaks_of_functions(made.words)
            or frame.noun
            or frame.verb is Verb.TAKE
            or (frame.plain and (frame.verb in (Verb.BACK, Verb.KEEP) or frame.status == RETAINED))
        )
    if frame.verb is Verb.BACK or (frame.plain and (frame.holder != COUNCIL or frame.verb is Verb.KEEP)):
        return known and not _PAPER.search(slot.strip(" ,."))
    return False


#: Decisions that somebody takes, and no function: "other executive decisions", "details of decisions".
_DECISIONS = re.compile(r"\bdecisions?(?:[- ]making)? *$", re.I)


#: What a website does: "the search function on this page has been retained".
_ON_A_PAGE = re.compile(r"\b(?:page|web ?site|site|search|menu|app)\b", re.I)


def _is_inside(made: Phrase, slot: str) -> bool:
    """Whether what is told only happens inside the council, or on a page."""
    only_decisions = _DECISIONS.search(slot) is not None and not is_service(slot)
    return only_decisions or bool(_ON_A_PAGE.search(slot) or _INSIDE_COUNCIL.search(made.words))


#: "Its functions to be discharged by the Cabinet Member for Roads": a move inside the council.
_INSIDE_COUNCIL = waits(
    r"\b(?:exercised|discharged|carried out|undertaken|taken|made|held|transferred|passed|moved) (?:by|to)"
    r" (?:the |an? |each |any |individual |relevant |appropriate )*"
    r"(?:Cabinet [Mm]embers?|Portfolio|Lead (?:Cabinet )?Member"
    r"|[\w ]{0,40}Committee|Chief |Head of|[\w ]{0,30}Director|Leader|Monitoring Officer|officers?\b)"
)


#: "Commissioners have been sent to six councils to exercise certain functions": said of none of them.
_MANY_COUNCILS = waits(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|some|other)"
    r" (?:other )?(?:councils|authorities)\b"
)


def functions_of(
    page: Page, made: Phrase, frame: Frame, named_here: list[Mention]
) -> tuple[list[Mention], bool]:
    """The functions of a frame, and whether they were named before and only pointed at here."""
    slot = made.words[frame.first : frame.last].strip(" ,.;:")
    bare = _COUNTED.search(slot) is None
    listed = (
        (_over_which(made, frame) if frame.subject else []) or _named_after(made, frame, slot, colon=bare)
        if is_pronoun(slot)
        else []
    )
    if listed:
        return [mention_of(made.sentence, n) for n in listed], False
    if _THINGS.fullmatch(slot) and made.words[frame.last :].lstrip().startswith(("that ", "which ")):
        if frame.status == RETAINED and frame.verb is Verb.BACK:
            return [mention_of(made.sentence, n) for n in _included(made, frame)], False
        return [], False  # "oversight of the functions that have gone back"
    overseen = _WATCHED.match(slot) and _WHICH.match(made.words, frame.last)
    budget = slot.lower() in _POWER and _FOR_WHAT.match(made.words, frame.last)
    if overseen or budget or _OVERSEEN.search(made.words, 0, frame.first):
        return [], False  # "oversight of", "responsibility for a budget"
    bare = slot.lower() in ("powers", "power", "functions")
    if bare and not frame.subject:
        if (
            not (frame.plain or frame.verb is Verb.LOSE)
            or frame.noun
            or _ONLY_SPOKEN_OF.search(made.words, 0, frame.first)
        ):
            return [], False  # "the decision to return powers": which, it does not say
        return _outright(page, made, frame, slot), False
    if is_pronoun(slot):
        pointed, back = _pointed_at(page, made, frame, slot, named_here)
        if bare and not pointed and not _WHICH_ONES.search(made.words, 0, frame.last):
            return _outright(page, made, frame, slot), False
        return pointed, back
    mentions = _outright(page, made, frame, slot)
    named_here += mentions
    return mentions, False


def _pointed_at(
    page: Page, made: Phrase, frame: Frame, slot: str, named_here: list[Mention]
) -> tuple[list[Mention], bool]:
    """The functions that a pronoun stands for: of an aside, of its own sentence, or of those before."""
    among = _included_in_aside(page, made)
    if among:
        return among, False
    if made.words.rstrip().endswith(":"):
        return [], False  # what follows names them
    about = _ABOUT.match(made.words)
    if about:
        page.recalled.catch_up()
        page.recalled.see(made)
    nearer = named_here or _said_before(made, frame)
    known = Recalled(nearer, page.recalled.title) if nearer and not about else page.recalled
    return known.pointed_at(slot), True


#: "The decision to return powers", "after returning powers": that, and which, is told elsewhere.
_ONLY_SPOKEN_OF = waits(
    r"\b(?:decisions?|requests?|proposals?|plans?|intentions?|case|right|process|options?|time|order|way"
    r"|criteria|conditions?|timetable) (?:of |to |for )(?:\w+ ){0,2}$"
    r"|\b(?:after|before|by|of|for|in) \w+ing (?:back )?$"
)
_ABOUT = re.compile(
    r"(?:For|On|As for|As to|In terms of|When it comes to|In respect of|In relation to|Regarding"
    r"|As regards|With regard to"
    r"|Turning to) (?P<what>[^,.;]{3,80}?),"
)


def _outright(page: Page, made: Phrase, frame: Frame, slot: str) -> list[Mention]:
    """The functions that a statement names itself."""
    if frame.subject and frame.verb is Verb.MOVE and _STAFF.match(slot):
        return []  # "800 staff of many trades transferred to the company"
    names = functions_in(made.words, frame.first, frame.last)
    if frame.subject and names and is_vague(names[0].name) and (among := _included_in_aside(page, made)):
        return among  # "five functions, which include parks, be returned"
    if not frame.subject and names:
        names += _included(made, frame) if is_vague(names[0].name) else _among_them(made, frame)
        behind = _TO_BODY_OVER.match(made.words, frame.last) if is_vague(names[0].name) else None
        if behind:  # "return some functions to the Council in relation to licensing"
            last = object_end(made.words, behind.end(), len(made.words))
            names = functions_in(made.words, behind.end(), last) or names
    if frame.subject or is_vague(slot) or "following" in slot:
        names = _named_after(made, frame, slot) or names
    if frame.subject and (is_vague(slot) or is_pronoun(slot)):
        names = _over_which(made, frame) or names
    if not names and frame.status == RETAINED and _MOST.fullmatch(slot):
        return [mention_of(made.sentence, Named(slot, frame.first, frame.first + len(slot)))]
    if names and all(is_vague(n.name) for n in names) and made.words.rstrip().endswith(":"):
        return []
    if frame.status == RETAINED and frame.verb is Verb.BACK:
        names = [n for n in names if not is_vague(n.name)]
    kept = [
        n
        for n in names
        if (_NOT_MOVED.search(n.name) is None or is_service(n.name.split(" ", 1)[0]))
        and not (
            frame.verb is Verb.MOVE
            and frame.holder == COUNCIL
            and _PAPER.search(n.name)
            and not EVERY.match(n.name)
        )
    ]
    return [mention_of(made.sentence, n) for n in kept]


LOOKS_BACK = re.compile(r"\b(?:follow(?:s|ed|ing)|since|after|gradual|process|phased|before)\b")


EVERY = re.compile(
    r"(?:all|everything|every|the (?:rest|remaining|remainder|other)|(?:its|their) full|full|remaining)\b",
    re.I,
)


def _included(made: Phrase, frame: Frame) -> list[Named]:
    """ "... all services to the council, including children's social care"."""
    more = pattern(
        r"[^.;]{0,90}?,? (?:including|and in particular|notably|among(?:st)? them|such as"
        r"|namely) (?P<what>[^.;]{3,160})"
    ).match(made.words[frame.last :])
    if not more or pattern(r",? (?:including|notably|such as|namely)").match(made.words[frame.last :]):
        return []
    first = frame.last + more.start("what")
    return functions_in(made.words, first, object_end(made.words, first, frame.last + more.end("what")))


_WATCHED = waits(r"(?:oversight|overview|supervision|monitoring) (?:of|over|on) ")
_WHICH_ONES = waits(r"\b(?:which|what|any|no|whether|more) (?:powers|functions) ?$", re.I)
_WHICH = waits(r" ?(?:which|that) ")
_POWER = frozenset(("responsibility", "control", "charge", "powers", "functions"))
_FOR_WHAT = waits(r" ?(?:for|of|over) ")
_OVERSEEN = waits(r"\b(?:oversight|overview|supervision|monitoring) (?:of|over|on) (?:the )?$")
#: What councils keep while others hold some functions: "most decisions continue to be made by the Council".
_MOST = waits(
    r"(?:the (?:vast )?majority of|most|all other|most of (?:its|their)(?: own)?) (?:\w+ )?decisions",
    re.I,
)
_TO_BODY_OVER = waits(
    r" ?(?:back )?to [\w' ]{3,60}? (?:in relation to|in respect of|relating to|with regard to) (?=\w)"
)
#: People who move are no function; their appointment, or a service to them, is.
_STAFF = waits(
    r"^ ?(?:(?!of\b|for\b|to\b)[\w,'-]+ ){0,4}(?:staff|employees|workers|jobs)\b"
    r"(?! (?:training|development|pay|services))"
)
_AMONG_THEM = waits(
    r"[^.;,]{0,90}, (?:including|and in particular|in particular|notably|among them)"
    r" (?:(?:the|those|all|its|their) )*(?:functions|powers|responsibilit\w+|control|decisions|matters"
    r"|those(?=(?: functions| powers)? (?:relat|associat|over|for|on|concern)))(?: functions| powers)?"
    r" (?:relating to|related to|associated with|concerning|in relation to|over|for|on|of|to)"
    r" (?P<what>[^.;]{3,160})"
)


def _among_them(made: Phrase, frame: Frame) -> list[Named]:
    """ "Take over functions of governance, including those relating to the appointment of officers"."""
    more = _AMONG_THEM.match(made.words, frame.last)
    if more is None:
        return []
    last = object_end(made.words, more.start("what"), more.end("what"))
    return [n for n in functions_in(made.words, more.start("what"), last) if is_service(n.name)]


_THINGS = re.compile(r"(?:the |those |these )?(?:functions|powers|services|areas|responsibilities)", re.I)


def _included_in_aside(page: Page, made: Phrase) -> list[Mention]:
    """ "The first group, which would include planning, could be returned": what the aside names."""
    whole = sentence(page.outline.plain, made.sentence.place(0), made.sentence.place(len(made.words) - 1) + 1)
    aside = pattern(
        r", which (?:would |will |also )*(?:includes?|included|comprises?|covers?|is|are|takes? in)"
        r" (?P<what>[^,;:]{3,120}),"
    ).search(whole.words)
    names = functions_in(whole.words, *aside.span("what")) if aside else []
    return [mention_of(whole, n) for n in names if is_service(n.name)]


_PAPER = re.compile(
    r"(?:plan|policy|strategy|case|proposals?|scheme|draft|paper|item|matter|motion|update|comments?"
    r"|views?|recommendations?|response|concerns?|issues?|list|application|paperwork|advice"
    r"|thanks|congratulations|evidence|findings|decision|work|power|note|briefing|notice|authority.*"
    r"|delegat.*|auditor|accounts?|rent)$",
    re.I,
)


_NOT_MOVED = re.compile(
    r"£|per cent|%|\b(?:questions?|statement|verdict|report|minutes?|meetings?|apolog\w+|keys"
    r"|key(?= to\b|$)|ball|votes?"
    r"|seats?|documents?|papers?|forms?|ballot|survey|money|profit"
    r"|sum|underspend|reserves|premises|breath|promise|inquest|conference|hearing|surplus|letter|chamber"
    r"|copies|application|confidence|trust in|oversight(?!,? and [a-z-]+ of)|commissioners?|momentum"
    r"|improvement (?:journey|plan)|progress|staff|team of|team$|relationship|debt|deficit|balance)\b",
    re.I,
)


_CLAUSE = 8  # characters: what is shorter names nothing


def _said_before(made: Phrase, frame: Frame) -> list[Mention]:
    """The functions that the sentence itself speaks of before it points back to them."""
    until = frame.start if frame.start >= _CLAUSE or frame.subject else frame.first
    if until < _CLAUSE and not made.words[:until].endswith(": "):
        return []
    earlier = Recalled()
    earlier.see(phrase(Sentence(made.words[:until].rstrip(" ,;:"), 0)))
    return [
        Mention(m.name, made.sentence.place(m.start), made.sentence.place(m.end - 1) + 1)
        for m in earlier.seen
    ]


#: "The last service to go back will be parks": what is counted may be named after.
_COUNTED = waits(
    r"\b(?:functions|powers|services|areas|responsibilities)\b"
    r"|\b(?:first|last|next|only|other|final|remaining|main) (?:one|function|power|service|area)\b",
    re.I,
)


def _named_after(made: Phrase, frame: Frame, slot: str, *, colon: bool = False) -> list[Named]:
    """ "The functions to be returned are parks and piers"; "the following go back: parks, piers"."""
    if (
        not colon
        and not is_vague(slot)
        and not pattern(
            r"\b(?:following|these|those|areas|functions|powers|services)\b|all (?:but|except)"
        ).search(slot)
        and not _COUNTED.search(slot)
    ):
        return []
    words = made.words
    countable = is_vague(slot) or is_pronoun(slot) or _COUNTED.search(slot) is not None
    are = _ARE.match(words, frame.end) if countable else None
    mark = words.find(": ", frame.end if colon else frame.first)
    begin = mark + 2 if mark > 0 else are.end() if are and not colon else 0
    if not begin:
        return []
    end = len(words.rstrip(" ."))
    listed = functions_in(words, begin, end)
    return [
        n for n in listed if not is_vague(n.name) and (mark > 0 or any(is_service(m.name) for m in listed))
    ]


_OVER_WHICH = re.compile(r" (?:in relation to|in respect of|relating to|with regard to|over) (?=[a-z])")


def _over_which(made: Phrase, frame: Frame) -> list[Named]:
    """ "Powers will be retained by Commissioners in relation to parks": what they are over stands after."""
    over = _OVER_WHICH.match(made.words, frame.end)
    if over is None:
        return []
    named = functions_in(made.words, over.end(), object_end(made.words, over.end(), len(made.words)))
    return [n for n in named if is_service(n.name) and not is_vague(n.name)]


_ARE = re.compile(
    r"(?:(?!\b(?:after|before|when|since|because|although|that|they|it|we)\b)[^.;:]){0,60}?\b(?:are|were|is"
    r"|was|will be|include|includes|included|comprise|comprised"
    r"|being)\b:? (?!(?:to|being|not|now|still|set|listed|specified|as|in|with|under)\b)"
)
