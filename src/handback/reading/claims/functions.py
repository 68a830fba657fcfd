"""Functions of a council as a stretch of words names them: each one, by the name that is written.

What stands where a function belongs is the function, whatever it is called; words that only say "power
over", "the running of" or "responsibility for" are left off. "Powers" that are not named ("some powers")
count where nothing better is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handback.reading.claims.holders import HOLDER
from handback.reading.claims.joined_names import is_one_name
from handback.reading.claims.lists import ONE_NAME
from handback.reading.claims.patterns import pattern
from handback.reading.claims.vague import (
    ALL,
    LEAD,
    LINK,
    NO_FUNCTION,
    PRONOUN,
    SOME,
    is_pronoun,
    is_vague,
    names_none,
)
from handback.reading.words.later import later
from handback.reading.words.watch import waits

LONGEST_NAME = 170


@dataclass(frozen=True, slots=True)
class Named:
    """A function: its name as written, and where that begins and ends in the words looked at."""

    name: str
    start: int
    end: int


_INNER = later(
    rf"\b(?:functions|powers|responsibilit(?:y|ies)|control|duties|decision-making)(?: of (?:the "
    rf"|this )?(?:Authority|[Cc]ouncil))?,? (?!(?:of|for|on|in) (?:the (?:Authority|[Cc]ouncil)\b"
    rf"|[A-Z])){LINK} "
)
_DETERMINERS = later(
    r"(?:(?:the|(?:19|20)\d\d|relation to|related to|those related to|neither|nor|following|its|their"
    r"|his|her|our|your|my|this|that|these|those|both|also|only"
    r"|just|even|back|over|up|on|of|for|in|to|from"
    r"|namely|including|notably|as follows|first|secondly|second|third|finally|lastly|last of all|then"
    r"|firstly|well|as well as|"
    r"both of|and|or|but|one is|being|respectively|about|concerning|relating to|with|at|own|council's"
    r"|the council's|(?:local )?authority's"
    r"|council(?= tax)\b(?!))[ ,:]+)+",
    re.I,
)
_TAIL = later(
    r"(?:[ ,;:.\"'!?-]|\b(?:functions?|powers?|responsibilities|matters|back|again|now|only|first|last"
    r"|last of all"
    r"|as well|too"
    r"|and|or|also|itself|themselves|alone|in full|over|both|respectively|in turn|of (?:the"
    r"|its) (?:council|authority)|already"
    r"|in (?:particular|time|May|June|July|April|March|January|February|August|September|October|November"
    r"|December)"
    r"|next|then|at once|altogether|entirely|including|such as|to|by|with|from|the|of|today|yesterday"
    r"|tomorrow|soon|together|either|yet|not|in the (?:borough|city|county|district|town|area)"
    r"|across the (?:borough|city|county)))+$",
    re.I,
)
_INCLUDING = waits(
    r",? ?(?:- )?(?:\b(?:including|namely|such as|among them|amongst them|in particular|notably|which are"
    r"|that is"
    r"|like|for example"
    r"|which include[sd]?|included|comprising|comprise|covering|i\.e\.|are|is)\b:? |: | - |\((?!(?:[a-z]"
    r"|[ivx]{1,4}|\d{1,2})\)))",
    re.I,
)
_THOSE = later(r"those (?:relating to|related to|in relation to|in respect of|associated with|over|for|on) ")
_EXCEPT = waits(
    r",? (?:\(|- )?\b(?:except|other than|apart from|but not|excluding|save|with the exception"
    r"|not including|aside from|besides"
    r"|but|not (?!in\b)|rather than|instead of|as opposed to|without)\b.*$",
    re.I,
)
_ASSOCIATED = waits(
    r",? (?:including|with|together with|and) (?:all |any |the )*(?:associated|related|ancillary)\b.*$"
)
#: "Housing; roads - including bridges; parks": what one part includes, the next is not.
_ASIDE_BEFORE_MARK = waits(r" ?(?:-|—|–|,) ?including [^;]*;")
_BRACKETED = waits(r" \((?:including|such as|which include)[^()]*\)(?=,? \w)")
_CUT = later(
    r",? \b(?:which|that|who|where|whose|when|as (?:set out|listed|described|specified|well)|set out"
    r"|currently|listed|on \w+ grounds|due to|owing to|because of)\b(?! as ).*$"
)
_VERBAL = later(
    r"\b(?:is|are|was|were|will|would|has|have|had|said|says|told|that|because|been|felt|followed|began"
    r"|became"
    r"|came|went|can|could|should"
    r"|how|he|she|it|they|we|I|if|whether|meanwhile|however|must|shall|\w{3,}ed (?=(?:the|an?|its|his|their"
    r"|that) ))\b"
)
_AS_BODY = later(
    r"(?:local )?(?:housing|planning|harbour|licensing|education|highway|waste|burial"
    r"|lighting)\w* authority$"
)
_WHO = later(rf"{HOLDER}")
_APPOSED = later(
    r",? (?:- )?(?:the|our|its|their) (?:only|last|sole|final|two|three|four|five) (?:remaining )?"
    r"(?:functions?|powers?|services?|ones|areas|responsibilities)\b"
)
_OF_PLACE = later(r"(?<=functions|.services) (?:of|in|at) (?:[A-Z][\w'-]+ ?){1,4}$")
#: The name of a department or minister holds names of services: "Department for Harbours, Roads and Parks".
_OF_BODY = waits(
    r"\b(?:Department|Ministry|Minister|Secretary of State|Under[- ]Secretary|Select Committee|[Cc]abinet"
    r" [Mm]ember|[Pp]ortfolio [Hh]older|[Ll]ead [Mm]ember|[Ss]pokes(?:wo)?man) (?:of State"
    r" )?"
    r"(?:for|of) (?:the )?[A-Z][\w'-]+(?:(?:,? and|,| of|) [A-Z][\w'-]+)*"
)
_SPECIFIED = waits(
    r"(?:(?:the |all |those )?(?:functions?|powers|services|matters)(?: of the (?:Authority"
    r"|[Cc]ouncil))? )?(?:specified|set out|listed|described"
    r"|mentioned|referred to|named|shown) (?:in|at|by|under)\b.*$"
)
_MARK = later(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s*")
_JOINT = later(
    r",? and (?:also )?|, (?:and |or |then |& )?|; (?:and )?| as well as | together with | plus | & "
    r"|,? or |,? nor | then "
)
_PREPOSITION = later(r"^(?:of|on|over|for|in|to|in relation to|relating to|with|at) (?=\w)")


#: "Its powers to give grants to charities and clubs": one power, whatever it is used on.
_POWERS_TO = later(
    r"(?:the |its |their |any |all )?(?:powers?|right|ability) to (?:(?:give|make|award|pay|grant|hand)"
    r" [^,;]+$"
    r"|(?:[a-z]+, )+[a-z]+,? (?:or|and) [a-z]+ [^,;]+$)"
)


def functions_in(words: str, start: int, end: int, *, one: bool = False) -> list[Named]:
    """The functions named between two places.

    "Children's services, adult social care and audit" names three; "all functions" is a function by that
    name; "some powers" is one only where nothing better is named. `one` says that the words are an item of
    a list, which names one function however many words it takes, unless marks part it.
    """
    if words.find(";", start, end) > 0 and (one or _ASIDE_BEFORE_MARK.search(words, start, end)):
        return _each_item(words, start, end)
    return _named(words, start, end, one=one)


def _named(words: str, start: int, end: int, *, one: bool) -> list[Named]:
    start, end = _stripped(words, start, end)
    one = one or _POWERS_TO.match(words, start, end) is not None
    apposed = _APPOSED.search(words, start, end)
    end = apposed.start() if apposed and apposed.start() > start + 3 else end
    relative = pattern(r",? \b(?:which|who|whom|whose)\b").search(words[start:end])
    if relative and relative.start() > 3 and "which are" not in words[start:end]:
        end = start + relative.start()
    specified = _SPECIFIED.search(words, start, end)
    other = ALL.search(words, start, end)
    if specified and specified.start() - start < 30 and not (other and "other" in other[0].lower()):
        return [_as_written(words, specified.start(), end)]
    if pattern(r"(?:any|no|which|what) (?:functions?|powers?|services?)\b", re.I).match(words[start:end]):
        return []
    whole = ALL.search(words, start, end)
    if whole:
        return _of_all(words, start, end, whole)
    return _listed(words, start, end, one=one)


def _listed(words: str, start: int, end: int, *, one: bool) -> list[Named]:
    """The functions of a stretch that names them one by one, or under "including"."""
    including = _INCLUDING.search(words, start, end)
    aside = _BRACKETED.search(words, start + 3, end)
    if aside and not one:  # "licensing, care (including day centres), and audit"
        return [*_named(words, start, aside.start(), one=one), *_named(words, aside.end(), end, one=one)]
    if including and (
        is_vague(words[start : including.start()]) or is_pronoun(words[start : including.start()])
    ):
        found = _each(words, including.end(), end, one=False)
        if found:
            return found
        end = including.start()
    elif including and including[0].strip(" ,") != "like" and not one:
        those = _THOSE.match(words, including.end(), end)
        more = _each(words, those.end(), end, one=False) if those else []
        return [*_each(words, start, including.start(), one=False), *more]
    found = _each(words, start, end, one=one)
    if found:
        return found
    if is_vague(words[start:end]) and not is_pronoun(words[start:end]):
        return [_as_written(words, start, end)]
    some = SOME.search(words[start:end])
    return [_as_written(words, start + some.start(), start + some.end())] if some else []


def _each_item(words: str, start: int, end: int) -> list[Named]:
    """The functions of a list item that semicolons part: what one part leaves out, the next does not."""
    found: list[Named] = []
    while start < end:
        mark = words.find(";", start, end)
        stop = mark if mark >= 0 else end
        found += functions_in(words, start, stop, one=True)
        start = stop + 1
    return found


def _stripped(words: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without spaces and marks at its ends, and without what it excepts."""
    piece = words[start:end]
    cut = _ASSOCIATED.search(piece) or _EXCEPT.search(piece)
    if cut and cut.start() > 3:
        piece = piece[: cut.start()]
    piece = pattern(r" as (?:and when )?(?:required|necessary|appropriate|needed)\W*$").sub("", piece)
    part = pattern(r",? (?:both|all|each|neither|either|some|most|two|three|four) of[ ,]*$").search(piece)
    piece = piece[: part.start()] if part and part.start() > 2 else piece
    end = start + len(piece.rstrip(" ,;:.-"))
    while start < end and words[start] in " ,;:.-":
        start += 1
    return start, end


def _as_written(words: str, start: int, end: int) -> Named:
    piece = pattern(r"^(?:the |its |their |these |those )(?=\w)").sub("", words[start:end])
    start = end - len(piece)
    return Named(piece.strip(), start, end)


def _of_all(words: str, start: int, end: int, whole: re.Match[str]) -> list[Named]:
    found = []
    if whole.start() - start > 6 and pattern(
        r"(?:,|;|\band|\bas well as|\bplus)(?: then| also| finally)? $"
    ).search(words[start : whole.start()]):
        found += _each(words, start, whole.start(), one=False)
    found.append(Named(whole[0], *whole.span()))
    some = _AND_SOME.match(words, whole.end(), end)
    if some:
        found.append(Named(some["what"], *some.span("what")))
    more = pattern(r",? (?:including|and in particular|among them|notably)\b:? | - |: ").match(
        words[whole.end() : end]
    )
    if more:
        named = _each(words, whole.end() + more.end(), end, one=False)
        found = found[:-1] if named and more[0] in (" - ", ": ") else found
        found += named
    return found


def _each(words: str, start: int, end: int, *, one: bool) -> list[Named]:
    found = []
    bodies = [b.span() for b in _OF_BODY.finditer(words, max(0, start - 90), end)]
    for first, last in _parts(words, start, end, one=one):
        named = _one_of(words, first, last)
        if named is not None and not any(a <= named.start < b for a, b in bodies):
            found.append(named)
    return found


def _parts(words: str, start: int, end: int, *, one: bool) -> Iterator[tuple[int, int]]:
    """The stretches that each name one thing. Semicolons part before commas do, and where a preposition is
    said again before each thing ("of parks and gardens and of markets") it alone parts."""
    beside = None if one else _BESIDE.search(words, start + 2, end)
    if beside:  # "parks, piers and pay, along with control of budgets"
        yield from _parts(words, start, beside.start(), one=one)
        yield from _parts(words, beside.end(), end, one=one)
        return
    whole = [found.span() for found in ONE_NAME.finditer(words, start, end)]
    joints = [
        j
        for j in _JOINT.finditer(words, start, end)
        if not any(a < j.start() and j.end() <= b for a, b in whole)
    ]
    if any(";" in j[0] for j in joints):
        joints = [j for j in joints if ";" in j[0]]
    elif one:
        joints = []
    else:
        joints = _real_joints(words, start, end, joints)
    at = start
    for joint in joints:
        yield at, joint.start()
        at = joint.end()
    yield at, end


_BESIDE = waits(r",? (?:along with|together with|as well as) ")
#: "All executive functions and some non-executive functions".
_AND_SOME = waits(r",? and (?P<what>(?:some|certain) (?:non-executive|executive|other) (?:functions|powers))")
#: "Planning, managing and delivering the council's services": several deeds, one object.
_DEEDS = later(
    r"(?:[a-z]+ing,? (?:and/or |and |or )?){1,4}[a-z]+ing (?:the|its|their|all|these|those|council|any) "
)


def _real_joints(words: str, start: int, end: int, joints: list[re.Match[str]]) -> list[re.Match[str]]:
    deeds = _DEEDS.search(words, start, end)
    joints = [j for j in joints if not (deeds and deeds.start() <= j.start() < deeds.end())]
    again = [j for j in joints if _PREPOSITION.match(words[j.end() : end])]
    opening = _PREPOSITION.match(words[start:end]) or pattern(
        r"^[\w' -]{0,60}?\b(?:of|on|over|for|in|to) "
    ).search(words[start:end])
    if again and opening and not any(j[0].startswith(",") and j not in again for j in joints):
        return again
    commas = [j for j in joints if j[0].startswith(",")]
    if commas and pattern(r", (?:and|or|as well as)").search(
        commas[-1][0]
    ):  # "arts and culture, sport, and parks"
        return [j for j in joints if j in commas]
    if commas:
        joints = [j for j in joints if j in commas or j.start() > commas[-1].start()]
    return [
        j for n, j in enumerate(joints) if not is_one_name(words, joints[n - 1].end() if n else start, j, end)
    ]


_EXECUTIVE = later(r"(?:all )?(?:[Cc]ouncil's |[Aa]uthority's )?(?:non-)?executive (?:functions|powers)")


def _one_of(words: str, start: int, end: int) -> Named | None:
    start, end = _stripped(words, start, end)
    begin = start
    mark = _MARK.match(words[start:end])
    start += mark.end() if mark else 0
    inner = _INNER.search(words, start, end)
    start = inner.end() if inner else start
    lead = LEAD.match(words, start, end)
    while lead and len(words[lead.end() : end].strip()) > 2:
        start = lead.end()
        lead = LEAD.match(words, start, end)
    small = _DETERMINERS.match(words, start, end)
    start = small.end() if small and small.end() < end else start
    name = words[start:end]
    if _EXECUTIVE.fullmatch(name):
        return Named(name, start, end)
    if is_vague(name) or LEAD.fullmatch(f"{name.rstrip(' :')} ") or _DEED_ON_POWERS.fullmatch(name):
        return None
    cut = _CUT.search(name)
    if cut and cut.start() > 2:
        name = name[: cut.start()]
    name = _TAIL.sub("", name)
    if _WHO.fullmatch(name) and pattern(
        r"(?:the )?(?:full |direct |overall )?(?:control|running) of ", re.I
    ).match(words[begin:end]):
        start = begin + (4 if words[begin:end].lower().startswith("the ") else 0)
        name = words[start:end].strip()
        return Named(name, start, start + len(name))
    placed = _OF_PLACE.search(name)
    name = name[: placed.start()] if placed else name
    return Named(name, start, start + len(name)) if _is_name(name) else None


#: "They include and replicate the powers": what is done with powers names none.
_DEED_ON_POWERS = later(r"[a-z]+ (?:the|these|those) (?:powers|functions|responsibilities)")


def _is_name(name: str) -> bool:
    if names_none(name):
        return False
    if len(name) > LONGEST_NAME or len(name) < 2 or not pattern(r"[A-Za-z]{2}").search(name):
        return False
    if PRONOUN.match(name) or SOME.fullmatch(name) or (_WHO.fullmatch(name) and not _AS_BODY.match(name)):
        return False
    if NO_FUNCTION.match(name) and not pattern(r"[A-Z][a-z]{3,}$").match(name):
        return False
    return not _VERBAL.search(name) and len(name.split()) <= 24
