"""Present and past verbs with something still to come: what is timetabled, aimed at, promised or put off."""

import re

from handback.reading.claims.scenes import DEADLINE_WORDS, Reading, Scene, is_to_come, says_year
from handback.reading.claims.told_over import told_before
from handback.reading.claims.verb_phrases import FINITE, FORWARD, Group, Look
from handback.reading.claims.verb_words import words
from handback.reading.words.counted_times import COUNTED
from handback.reading.words.dates import Stated
from handback.reading.words.points import Grain
from handback.reading.words.watch import waits

RULES = {
    Look.FUTURE: "will by a time",
    Look.DUTY: "duty by a time",
    Look.SHOULD: "duty by a time",
    Look.PLAN: "plan by a time",
    Look.PROMISE: "promise by a time",
    Look.ORDER: "order by a time",
}


def present(seen: Scene, finite: Group, attached: Group, time: Stated) -> Reading | None:
    """A present tense with a time to come: "the depot opens on 4 May"."""
    ends = finite.head in _RUNS_OUT and _FOR_A_TERM.search(seen.words[: finite.start])
    if ends or finite.head in _SEEING:
        return None
    between = seen.words[finite.end : time.start]
    rule = Reading("present tense at a time to come", finite)
    if time.grain == COUNTED:
        if finite.head == "have" and len(between) < 5:
            return Reading("duty by a time", finite)
        if time.window.words.startswith(("within", "inside", "after")):
            return None
        return (
            rule
            if (finite.head.endswith("ing") and finite.head != "be")
            or " being " in seen.words[finite.start : finite.end]
            or _is_timetabled(finite)
            else None
        )
    if (
        finite.look is Look.PRESENT
        and finite.head == "have"
        and attached is finite
        and time.preposition not in ("by", "until")
    ):
        return None
    if is_to_come(time, seen.on):
        return None if _merely_state(finite, time) else rule
    if seen.on is not None:
        return None
    if _is_timetabled(finite) or finite.head.endswith("ing"):
        return rule
    if attached.look is Look.INFINITIVE and time.preposition in DEADLINE_WORDS:
        return rule
    return None


#: "I am seeing them on Friday": a meeting, and nothing done by then.
_SEEING = words("""
    seeing meeting visiting
""")
_RUNS_OUT = words("""
    end ends expire expires lapse lapses cease ceases
""")
_TO_AN_END = re.compile(r" to (?:an|the|its) end\b")
_FOR_A_TERM = re.compile(
    r"\b(?:which|that|contract|[Dd]irections?|lease|terms?|licen[cs]e|agreement|grant|funding|appointment"
    r"|scheme"
    r"|policy|plan|period|year|arrangement|intervention|tenancy|deal|membership)s?(?: [\w']+){0,5} $"
)


def runs_out(seen: Scene, last: Group) -> bool:
    """Whether a verb tells when a term ends: "six months before the directions are due to end in May"."""
    ends = last.head in _RUNS_OUT or (
        last.head == "come" and _TO_AN_END.match(seen.words, last.end) is not None
    )
    return ends and _FOR_A_TERM.search(seen.words[: last.start]) is not None


DONE_ALREADY = re.compile(
    r" (?:now |already |fully )?(?:complete|done|closed|finished|in place|live|open|over)\b"
)


def ensured(seen: Scene, finite: Group) -> Group | None:
    """The forward verb over a present one: "leaders should ensure that all staff are trained by July"."""
    earlier = [g for g in seen.groups if g.end <= finite.start]
    main = next((g for g in reversed(earlier) if g.look in FINITE), None)
    if main is None or main.look not in FORWARD | {Look.WOULD}:
        return None
    between = seen.words[main.end : finite.start]
    if re.search(r"\b(?:which|who|whose|as|because|since)\b|[;.]", between):
        return None
    return (
        main
        if re.search(
            r"\b(?:that|so|until|ensure|sure|see|requesting|asking)\b", seen.words[main.start : finite.start]
        )
        else None
    )


def _is_timetabled(group: Group) -> bool:
    return not group.passive and group.head not in ("be", "have")


def _merely_state(finite: Group, time: Stated) -> bool:
    if time.preposition in ("in", "on", "at", "during") and finite.passive and finite.head not in ("being",):
        return finite.head in ("based", "set", "shown", "given", "made", "held", "known", "named", "called")
    return False


def after_past(seen: Scene, finite: Group, attached: Group, time: Stated) -> Reading | None:
    """A past verb with its aim still to come: "voted to close it by June", "put back to March"."""
    between = seen.words[finite.end : time.start]
    words = seen.words[finite.start : time.start]
    if (
        finite.head == "be"
        and attached.passive
        and attached.look is Look.INFINITIVE
        and time.grain == COUNTED
    ):
        return Reading("told to be coming", attached)  # "was a matter to be settled at the next meeting"
    deferred = DEFERRED.search(words) and time.preposition in ("to", "until", "for", "on", "in", "at")
    if deferred and (seen.on is None or not time.known or is_to_come(time, seen.on)):
        return Reading("put off to a time", finite)
    over = seen.words[finite.start :].startswith(("had", "was", "were")) or told_before(seen, finite)
    looks_on = time.preposition in DEADLINE_WORDS or time.grain == COUNTED or is_to_come(time, seen.on)
    asked_for = finite.head == "asked" and between.startswith(" for ")
    if (finite.head in _PROMISED or asked_for) and looks_on and not over:
        return Reading("promise by a time", finite)
    if finite.head in TURNED_DOWN:
        return None
    had_to = seen.words[finite.start : finite.end].startswith("had to ") and is_to_come(time, seen.on)
    if had_to or (finite.head in _GIVING and time.grain == COUNTED and time.window.words.endswith(" to")):
        return Reading("duty by a time", finite)
    if (
        finite.head in SUMMONED
        and is_to_come(time, seen.on)
        and re.search(r"\bto (?:attend|its|the|a|an|appear|come|explain)\b", between)
    ):
        return Reading("order by a time", finite)
    aimed = attached.look is Look.INFINITIVE and attached.start >= finite.end and finite.head not in _UNABLE
    aimed = aimed or bool(_AIMED.search(between))
    if not aimed:
        return None
    dated = says_year(seen, time) and not (time.grain is Grain.FINANCIAL_YEAR and time.preposition != "in")
    fixed = finite.head in _AGREED_ON and attached.passive and attached.look is Look.INFINITIVE
    if is_to_come(time, seen.on) and (time.preposition in DEADLINE_WORDS or dated or fixed):
        return Reading("aim of a past decision", finite)
    if (
        seen.on is None
        and time.known
        and _INTENT.search(words)
        and (time.preposition in DEADLINE_WORDS or _AIMED.search(between))
    ):
        return Reading("aim of a past decision", finite)
    return None


DEFERRED = waits(
    r"\b(?:deferred|postponed|adjourned|put (?:back|off)|moved|rescheduled|delayed|brought forward"
    r"|pushed back|held over"
    r"|carried (?:over|forward)|referred|re-?dated|re-?timetabled|stood over|rearranged|slipped)\b"
)
_AGREED_ON = words("""
    agreed arranged set approved settled fixed
""")
_PROMISED = words("""
    promised pledged undertook guaranteed requested demanded called wanted
""")
_GIVING = words("""
    gave given allowed granted
""")
TURNED_DOWN = words("""
    turned rejected refused opposed abandoned dropped lost cancelled scrapped withdrew declined
""")
SUMMONED = words("""
    called invited summoned asked required directed recalled ordered
""")
_UNABLE = words("""
    failed able unable managed began tried used wanted had continued came went helped allowed
    enabled
""")
_AIMED = waits(
    r"\bfor (?:[\w-]+ ){0,3}?(?:approval|adoption|completion|delivery|submission|decision|implementation"
    r"|publication|sign-off|consideration|closure|launch|start|transfer|introduction)\b"
    r"|\bwith (?:[\w-]+ ){1,5}(?:starting|beginning|due|expected|completed|to)\b"
    r"|\b(?:starting|beginning|opening|to take effect|taking effect|effective)\b[^,]*$"
    r"|\bsubmission to\b"
    r"|\bcommit(?:s|ted|ting) (?:itself |themselves )?to\b"
)
_INTENT = re.compile(
    r"\bwith (?:[\w-]+ ){1,5}completed\b|\b(?:plans?|proposals?|target|commitment|programme"
    r"|intention|decision|agreement|deadline|timetable|decided|resolved|voted"
    r"|agreed|approved|submission|adoption|approval|completion)\b"
)
