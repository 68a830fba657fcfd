"""Who a verb has for its subject, and who is named around it: the holders of a clause."""

import re
from dataclasses import dataclass

from handback.reading.claims.frame_words import AUXILIARIES, BE, CONTROLS, FORMS, PARTICIPLES, Verb, one_of
from handback.reading.claims.holders import COMMISSIONERS, holder_of
from handback.reading.claims.patterns import pattern
from handback.reading.claims.persons import person, spoken_of
from handback.reading.claims.phrases import Phrase, Token, is_finite
from handback.reading.claims.slots import BY, HEAVY, RECEIVER, SUBJECT, TO, opened


@dataclass(frozen=True, slots=True)
class Head:
    """A verb and what surrounds it: its clause, its auxiliaries, its voice."""

    at: int  # the verb's token
    chain: int  # the first token of its auxiliaries
    first: int  # the first token of its clause
    last: int  # past the last token of its clause
    word: str  # what joins its clause to the one before
    low: str
    verb: Verb
    form: str
    passive: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A holder named beside a verb: who, and the words that name him with their place in the phrase."""

    who: str
    start: int
    end: int
    words: str


def head_of(phrase: Phrase, at: int, verb: Verb, form: str) -> Head:
    """The head of the clause that the verb at a place governs."""
    first, last, word = phrase.clause_at(at)
    chain = _chain(phrase, at, first)
    low = phrase.tokens[at].low
    carrier = next((t.low for t in reversed(phrase.tokens[chain:at]) if t.low in BE or t.low in _ACTIVE), "")
    participle = form in ("ed", "en") or low in PARTICIPLES
    return Head(at, chain, first, last, word, low, verb, form, participle and carrier in BE)


_ACTIVE = one_of("to will would shall should must may might can could has have had do does did")


def _chain(phrase: Phrase, at: int, first: int) -> int:
    """The first token of the auxiliaries and handing-on words before a verb."""
    tokens = phrase.tokens
    while at > first:
        low, after = tokens[at - 1].low, tokens[at].low
        if low == "soon" and at - 2 >= first and tokens[at - 2].low == "too":
            break
        handed_on = (low in CONTROLS and after == "to") or (low in _BEGINS and after.endswith("ing"))
        adverb = (
            low.endswith("ly")
            and at - 2 >= first
            and tokens[at - 2].low in AUXILIARIES
            and low not in _NO_ADVERBS
        )
        seems = low in _SEEMS and after in CONTROLS
        perfect = low == "having" and after == "been"
        if low in AUXILIARIES or handed_on or adverb or seems or perfect:
            at -= 1
        elif low == "of" and _process_of(tokens, at, first):
            at -= 4
        elif low in ("place", "position") and after == "to" and _in_place(tokens, at, first):
            at -= _in_place(tokens, at, first)
        elif low == "on" and at - 2 >= first and tokens[at - 2].low in _GOES:
            at -= 2
        else:
            break
    return at


#: "Looks set to regain", "appears likely to lose".
_SEEMS = one_of("look looks looked seem seems seemed appear appears appeared")
_NO_ADVERBS = one_of("family supply monthly weekly daily assembly early only elderly reply")
#: "Are to start handing back": how far a move has got, and no other verb.
_BEGINS = one_of(
    "start starts started begin begins began beginning starting finish finished complete completed"
)


def _process_of(tokens: tuple[Token, ...], at: int, first: int) -> bool:
    """ "Will begin the process of handing back": the process goes with the verb."""
    before = [t.low for t in tokens[max(at - 4, first) : at]]
    return len(before) == 4 and before[0] in _BEGINS and before[1:] == ["the", "process", "of"]


def _in_place(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """How many words "in place", "in a position" have before "to"; none where they do not stand there."""
    return next((n for n in (2, 3, 4) if at - n >= first and tokens[at - n].low == "in"), 0)


_GOES = one_of("go goes went gone carry carries carried keep keeps kept")


def hangs(phrase: Phrase, head: Head) -> bool:
    """Whether a participle hangs on the noun before it: "powers returned to", "functions being "
    "returned"."""
    alone = all(t.low in _NOT_YET for t in phrase.tokens[head.chain : head.at])
    bare = alone and (
        head.form in ("ed", "en") or (head.form == "ing" and head.verb in (Verb.KEEP, Verb.BACK, Verb.MOVE))
    )
    return (bare or phrase.tokens[head.chain].low in ("being", "having")) and has_verb_before(phrase, head)


#: Between a noun and its participle: "the functions not yet restored".
_NOT_YET = one_of("not yet already now since")


def has_verb_before(phrase: Phrase, head: Head) -> bool:
    """Whether a participle hangs on a noun in a clause that has its verb already: "everything returned"."""
    return any(is_finite(t.low) for t in phrase.tokens[head.first : head.chain])


def subject_span(phrase: Phrase, head: Head) -> tuple[int, int]:
    """Where the subject of a verb stands; the subject of the clause before, where this one has none."""
    tokens, words = phrase.tokens, phrase.words
    first, last = head.first, head.chain
    if hangs(phrase, head):
        return antecedent(phrase, first, last)
    start, end = tokens[first].start, tokens[last].start
    if words[start:end].strip().lower() == "that":
        return start, end  # "but that went back"
    start = opened(words, start, end)
    if tokens[last].low == "to" and " for " in words[start:end]:  # "too early for this function to go back"
        return words.rindex(" for ", start, end) + 5, end
    behind = _behind(tokens[last].low, head, words, start, end)
    if behind is not None:
        return behind, end
    if words[start:end].strip(" ,") and not pattern(
        r"(?:,| and| or| but|^and|^but)(?: (?:so|therefore|then|also|not))? *$"
    ).search(words[start:end]):
        return start, end
    whole = words[start:end].strip(" ,")
    if not whole and first > 1:
        before = phrase.clause_at(first - 2)
        if head.word in ("which", "that", "who"):
            return antecedent(phrase, before[0], first - 1)
        first = before[0]
    return _first_subject(phrase, first, last)


def _behind(first: str, head: Head, words: str, start: int, end: int) -> int | None:
    """Where the subject begins behind words of asking, seeing or "with"; None where none stand before it."""
    found = None
    if head.form in ("ed", "en") and not head.passive:
        found = _WITH_ALL.search(words, start, end)
    elif first in _IS_DONE:
        found = _ASKING.search(words, start, end)
    if first == "be":
        found = found or _ASKED_THAT.search(words, start, end)
    elif head.form == "base" and head.chain == head.at:
        found = _SEEN.search(words, start, end)
    return found.end() if found else None


#: "It ends with every power now passed to the council".
_WITH_ALL = re.compile(r"\bwith (?=(?:all|every|most|full|its|their)\b)(?![^,;]*\bwith )")
#: "Has proposed powers over parks be given back": what is asked to be done begins behind the asking.
_ASKED_THAT = re.compile(
    r"\b(?:propos|recommend|request|suggest|direct|ask|advis|requir|order|insist)\w* (?:that )?(?=\w)"
    r"(?!.*\b(?:is|was|has|will)\b)"
)
_ASKING = re.compile(r"\b(?:recommend|propos|suggest|request)ing (?:that )?(?=\w)")
_IS_DONE = one_of("is are be should")
#: "The move will see parks return": what is seen to return stands between.
_SEEN = re.compile(r"\b(?:see|sees|saw|seen|seeing) (?=\w)")


def _first_subject(phrase: Phrase, first: int, last: int) -> tuple[int, int]:
    """The subject of the first verb from a token on: "Parks were never moved and remain ..." names "
    "parks."""
    words, tokens = phrase.words, phrase.tokens
    until = next((n for n in range(first, last) if is_finite(tokens[n].low)), last)
    start = opened(words, tokens[first].start, tokens[until].start)
    return start, tokens[until].start


def antecedent(phrase: Phrase, first: int, last: int) -> tuple[int, int]:
    """What "which" stands for: the words since the verb before it."""
    tokens = phrase.tokens
    if last - 1 > first and tokens[last - 1].low in ("and", "or", ","):
        earlier = _participle_before(phrase, first, last - 1)
        if earlier is not None:  # "its powers stripped from members and handed to commissioners"
            return antecedent(phrase, first, earlier)
    begin = next(
        (
            n + 1
            for n in range(last - 1, first - 1, -1)
            if is_finite(tokens[n].low)
            or tokens[n].low in FORMS
            or tokens[n].low in _NO_NAMES
            or (tokens[n].low in _ADVISED and n + 1 < last)
            or (n > first and tokens[n - 1].low == "to" and tokens[n].low not in _DETERMINERS)
        ),
        first,
    )
    return tokens[begin].start, tokens[min(last, len(tokens) - 1)].start


def _participle_before(phrase: Phrase, first: int, last: int) -> int | None:
    """The participle of holding or moving that one joined to it by "and" shares its noun with."""
    tokens = phrase.tokens
    for n in range(last - 1, first, -1):
        if is_finite(tokens[n].low) or tokens[n].low in BE:
            return None
        form = FORMS.get(tokens[n].low)
        if form is not None:
            alone = form[1] in ("ed", "en") or tokens[n].low in PARTICIPLES
            return n if alone and tokens[n - 1].low not in AUXILIARIES else None
    return None


_DETERMINERS = one_of("the a an its their our your this that these those all some")
_ADVISED = one_of("recommendation recommendations advice proposal proposals accepted agreed on about")
_NO_NAMES = one_of("with see seeing added inserted proposed made included")


def holder_before(phrase: Phrase, head: Head, speaker: str) -> str | None:
    """The holder that is the verb's subject."""
    start, end = subject_span(phrase, head)
    words = phrase.words[start:end]
    owned = pattern(
        r"(?i:\b(?:company|trust|firm|body))\b[^,;]{0,20}\b(?:owned|set up|controlled|established|run) by "
    ).search(words)
    if owned:
        return holder_of(words[: owned.end()])
    words = _PLANS.sub("", _NAMED_THUS.sub("", _WITH_OTHERS.sub("", words)))
    who = SUBJECT.search(words)
    if who is None:
        return COMMISSIONERS if _NAMED_COMMISSIONER.match(words) else None
    before = words[: who.start("who")].rstrip()
    told = spoken_of(phrase, who["who"], start + who.start("who"))
    if told is not None:
        return told
    if pattern(r"(?:we|I|you|You|It|it)$").match(who["who"]) or pattern(
        r"(?:Under|From|In|Since|By|On|At|After|With|Until|For|During) "
    ).match(before):
        return person(who["who"], speaker)
    if pattern(r"\b(?:by|from|about|against|between|than|at|on|under|over|into|among|like|to|in)$").search(
        before
    ):
        return None
    return person(who["who"], speaker)


_NAMED_COMMISSIONER = re.compile(
    r"^(?:The |the )?(?:[Ll]ead |[Cc]hief |[Ff]inance |four |three |two )?[Cc]ommissioners?,?"
    r" (?:[A-Z][\w'-]+ ?){1,4}(?:and (?:her|his|their|[A-Z])[\w ]{3,30})?[ ,]*$"
    r"|^[\w ,']{3,50}\bcommissioner team[ ,]*$"
)


#: "The Combined Authority, working with the Mayor, will receive": who stands beside the subject, or its name.
_WITH_OTHERS = re.compile(
    r"(?<=\w), (?:working|acting|together|along|in partnership|in consultation|supported|overseen|advised"
    r"|chaired|led) [^,]{3,80},? *$"
    r"|(?<=\w), (?:[A-Z][\w'&-]+ ?){1,5}, *$"
)
#: "The new firm, Lanterns Together, takes": what a body is called stands behind it.
_NAMED_THUS = re.compile(
    r"(?<=firm|rust|body)(?:, (?:(?:[A-Z][\w'&-]+|of|for) ?){2,6}"
    r"|, (?:[A-Z][\w'&-]+ ){0,5}(?:Ltd|Limited)),? *$"
    r"|(?<=company), (?:[A-Z][\w'&-]+ ?){2,6},? *$|(?<=organisation), (?:[A-Z][\w'&-]+ ?){2,6},? *$"
)
_PLANS = re.compile(
    r"(?<=')s? (?:own |stated |declared )?(?:intention|decision|wish|plan|proposal|request|desire"
    r"|commitment|ability|power|right|offer)s? $"
)


def is_complete(words: str, end: int) -> bool:
    """Whether a holder's name ends here: "the council" does, "the council team" does not."""
    return bool(_AFTER_HOLDER.match(words[end : end + 14]))


_AFTER_HOLDER = re.compile(
    r"$|['\"]?[,.;:)!?\"]| -| (?:and|or|but|on|from|in|by|until|for|again|once|as|at|with|to|while|since"
    r"|under|after|before|now|too|rather|where|because"
    r"|who|which|is|are|will|would|was|were|today|tomorrow|this|next|last|of|over|the|its|all|has|have|so"
    r"|not|following|subject|through|within|that|when|whilst"
    r"|alone|itself|themselves|directly|jointly|acting|instead|if|via|without|later|earlier|during"
    r"|throughout|permanently|also|decision\S*|certain|those|these|executive|control|powers?|responsib\w*"
    r"|direct|should|than|yet|soon|yesterday"
    r"|function\w*|some|more|further|additional|extra|wider|sweeping|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|full|early|straight|unless|except|pending|ahead|back|sent|owned|set up"
    r"|established|called|appointed|installed|nominated|be|being|\d|\("
    r"|owing|due|thanks|given|despite|amid|provided|including|excluding|whose|having|based|alongside"
    r"|immediately|effective|gradually|between|like|such|against|whenever|\w+ly\b)"
)


def place_of(pattern: re.Pattern[str], words: str, start: int, end: int, speaker: str) -> Place | None:
    """A holder named after the verb: who, and where his naming begins and ends."""
    search = pattern.match if pattern in (TO, BY, HEAVY, RECEIVER) else pattern.search
    found = search(words[start:end])
    if found is None or not is_complete(words, start + found.end()):
        return None
    who = person(found["who"], speaker)
    return Place(who, start + found.start(), start + found.end(), found[0]) if who else None


def goes_to_them(to: Place) -> bool:
    """Whether what goes back goes "to them": whose it was, which is the council."""
    return to.words.endswith(" them")


def receives(head: Head) -> bool:
    """Whether the subject of a passive verb can be who receives: "was given control", "been stripped "
    "of"."""
    return head.low in ("given", "handed", "passed", "granted", "stripped", "deprived", "restored")
