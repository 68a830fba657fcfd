"""Functions of a council as a stretch of words names them: each one, by the name that is written.

What stands where a function belongs is the function, whatever it is called; words that only say "power
over", "the running of" or "responsibility for" are left off. "Powers" that are not named ("some powers")
count where nothing better is named.
"""

import re
from collections.abc import Iterator

from handback.reading.claims.function_names import Named, as_written, function_at, stripped
from handback.reading.claims.joined_names import ONE_NAME, is_one_name
from handback.reading.claims.patterns import pattern
from handback.reading.claims.vague import ALL, AND_SOME, SOME, is_pronoun, is_vague
from handback.reading.words.later import later
from handback.reading.words.watch import waits

_INCLUDING = waits(
    r",? ?(?:- )?(?:\b(?:including|namely|such as|among them|amongst them|in particular|notably|which are"
    r"|that is|like|for example|which include[sd]?|included|comprising|comprise|covering|i\.e\.|are|is)\b:?"
    r" "
    r"|: | - "
    r"|\((?!(?:[a-z]|[ivx]{1,4}|\d{1,2})\)))",
    re.I,
)
_THOSE = later(r"those (?:relating to|related to|in relation to|in respect of|associated with|over|for|on) ")
#: "Housing; roads - including bridges; parks": what one part includes, the next is not.
_ASIDE_BEFORE_MARK = waits(r" ?(?:-|—|–|,) ?including [^;]*;")
_BRACKETED = waits(r" \((?:including|such as|which include)[^()]*\)(?=,? \w)")
_APPOSED = later(
    r",? (?:- )?(?:the|our|its|their) (?:only|last|sole|final|two|three|four|five) (?:remaining )?"
    r"(?:functions?|powers?|services?|ones|areas|responsibilities)\b"
)
#: The name of a department or minister holds names of services: "Department for Harbours, Roads and Parks".
_OF_BODY = waits(
    r"\b(?:Department|Ministry|Minister|Secretary of State|Under[- ]Secretary|Select Committee"
    r"|[Cc]abinet [Mm]ember|[Pp]ortfolio [Hh]older|[Ll]ead [Mm]ember|[Ss]pokes(?:wo)?man)"
    r" (?:of State )?(?:for|of) (?:the )?[A-Z][\w'-]+(?:(?:,? and|,| of|) [A-Z][\w'-]+)*"
)
_SPECIFIED = waits(
    r"(?:(?:the |all |those )?(?:functions?|powers|services|matters)(?: of the (?:Authority|[Cc]ouncil))?"
    r" )?(?:specified|set out|listed|described|mentioned|referred to|named|shown) (?:in|at|by|under)\b.*$"
)
_JOINT = later(
    r",? and (?:also )?|, (?:and |or |then |& )?|; (?:and )?| as well as | together with | plus | & "
    r"|,? or |,? nor | then "
)
_PREPOSITION = later(r"^(?:of|on|over|for|in|to|in relation to|relating to|with|at) (?=\w)")

#: "Its powers to give grants to charities and clubs": one power, whatever it is used on.
_POWERS_TO = later(
    r"(?:the |its |their |any |all )?(?:powers?|right|ability) to"
    r" (?:(?:give|make|award|pay|grant|hand) [^,;]+$|(?:[a-z]+, )+[a-z]+,? (?:or|and) [a-z]+ [^,;]+$)"
)


#: "More say over decisions including care": which decisions, the list tells.
_SAY = waits(
    r"(?:[\w-]+ ){0,3}(?:say|control|powers?|responsibility) (?:over|on|for) (?:[\w-]+ )?decisions?\W*$"
)
#: "Control over pay to secure fairness, as well as parks": what it is for is no name.
_PURPOSE = waits(
    r",? (?:in order to|so as to|to (?:achieve|ensure|secure|improve|address|tackle|stabilise|protect|enable"
    r"|make sure|put right|turn round|turn around|fix|drive))\b"
)
_FURTHER = waits(r",? (?:as well as|along with|together with) (?:the |all )?")


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
    """The functions that a stretch names; with `one`, "and" joins parts of one name."""
    start, end = stripped(words, start, end)
    purpose = None if one else _PURPOSE.search(words, start + 3, end)
    if purpose and not is_vague(words[start : purpose.start()]):
        further = _FURTHER.search(words, purpose.end(), end)
        more = _named(words, further.end(), end, one=one) if further else []
        return [*_named(words, start, purpose.start(), one=one), *more]
    one = one or _POWERS_TO.match(words, start, end) is not None
    apposed = _APPOSED.search(words, start, end)
    end = apposed.start() if apposed and apposed.start() > start + 3 else end
    relative = pattern(r",? \b(?:which|who|whom|whose)\b").search(words[start:end])
    if relative and relative.start() > 3 and "which are" not in words[start:end]:
        end = start + relative.start()
    specified = _SPECIFIED.search(words, start, end)
    whole = ALL.search(words, start, end)
    if specified and specified.start() - start < 30 and not (whole and "other" in whole[0].lower()):
        return [as_written(words, specified.start(), end)]
    if pattern(r"(?:any|no|which|what) (?:functions?|powers?|services?)\b", re.I).match(words[start:end]):
        return []
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
        is_vague(words[start : including.start()])
        or is_pronoun(words[start : including.start()])
        or _SAY.match(words, start, including.start())
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
        return [as_written(words, start, end)]
    some = SOME.search(words[start:end])
    return [as_written(words, start + some.start(), start + some.end())] if some else []


def _each_item(words: str, start: int, end: int) -> list[Named]:
    """The functions of a list item that semicolons part: what one part leaves out, the next does not."""
    found: list[Named] = []
    while start < end:
        mark = words.find(";", start, end)
        stop = mark if mark >= 0 else end
        found += functions_in(words, start, stop, one=True)
        start = stop + 1
    return found


def _of_all(words: str, start: int, end: int, whole: re.Match[str]) -> list[Named]:
    """ "All functions", what is named before and beside it, and what it is said to include."""
    found = []
    if whole.start() - start > 6 and pattern(
        r"(?:,|;|\band|\bas well as|\bplus)(?: then| also| finally)? $"
    ).search(words[start : whole.start()]):
        found += _each(words, start, whole.start(), one=False)
    found.append(Named(whole[0], *whole.span()))
    some = AND_SOME.match(words, whole.end(), end)
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
        named = function_at(words, first, last)
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
#: "Planning, managing and delivering the council's services": several deeds, one object.
_DEEDS = later(
    r"(?:[a-z]+ing,? (?:and/or |and |or )?){1,4}[a-z]+ing (?:the|its|their|all|these|those|council|any) "
)


def _real_joints(words: str, start: int, end: int, joints: list[re.Match[str]]) -> list[re.Match[str]]:
    """The joints that part one name from the next; those inside a name, or between its deeds, do not."""
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
