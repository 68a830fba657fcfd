"""What a clause of a resolution does: the group of its own verb, or what its lead-in makes of it."""

import re

from handback.reading.claims.deed_nouns import AFTER_NOUN, NOUNS
from handback.reading.claims.leads import NOUN_AS_VERB, Lead, inner_lead
from handback.reading.claims.passives import SUBORDINATE, done_group, left_out, main_passive
from handback.reading.claims.verbs import BASE, FORMS, HEADS, PAST, THIRD, WORD, Group, group_at, word_set
from handback.reading.words.watch import waits

_OPENING = re.compile(
    r"(?:(?:and|but|to|also|then|further|hereby|therefore|again|accordingly|subsequently|otherwise|both|either"
    r"|had|have"
    r"|has|that it|by|in principle|(?!reply|apply|supply|rely|comply)[a-z]+ly)[ ,]+)+(?=[A-Za-z])",
    re.I,
)
_NOT = re.compile(
    r"(?:(?:and|but|to|did|do|does|would|had|has|have|should|was|were|is|be) )*"
    r"(?:not (?:to )?|against\b,? ?)",
    re.I,
)
_THAT = re.compile(
    r"(?:and |but |also |further |to |agree[sd]? |resolved |it be )*(?:that|T ?H ?A ?T)\b,? ?",
    re.I,
)
_JOINED = re.compile(r",? (?:and|or|&) (?:to )?(?P<verb>[A-Za-z-]+)(?! (?:of|by|for)\b)(?= [\w£'\"(])")
_BODIES = word_set(
    "cabinet council committee sub-committee subcommittee board panel members member leader mayor"
    " executive commissioner commissioners secretary minister authority trustees governors forum"
    " group assembly councillors chair chairman administration commission holder meeting director"
    " officer it they we i clerk court conference partnership he she constitution"
)
_HAVE_POWER = waits(
    r"\b(?:have|has|hold|holds|shall have|be given),? (?:(?:acting )?(?:jointly|together) )?"
    r"(?:the |full |plenary |joint )*(?:delegated )?(?:authority|powers?|leave|discretion|permission)"
    r" to\b(?! (?:the|its|officers|all|any|each)\b)"
    r"|\bbe (?:free|at liberty) to\b",
    re.I,
)
_MAY = waits(r"\bmay(?=,| [a-z]+\b)(?! (?:be|have|not|remain|continue|stay|wish|need|want|still)\b)")
#: What is agreed that an officer could do, he is given leave to do.
_OFFICER_COULD = waits(
    r"\b(?:officers|Officer|Director|Manager|Clerk|Executive|Chair|Treasurer|Solicitor)"
    r"\b(?: (?:of|for) [A-Z][\w ]{2,40})? (?:could|can)(?= [a-z]+\b)"
)
_SHOULD_NOT = waits(r"\b(?:should|shall|will|must) not\b", re.I)

_MARK = re.compile(r"^(?:NOTE|Note|NB): |^(?:to |that )?(?:\((?:1|a|i)\)|\d{1,2}\. (?=[A-Z])) ?")
#: What was recommended was decided: "As recommended", "In accordance with the officers' recommendation".
_AS_RECOMMENDED = waits(
    r"(?:as|per|in (?:line|accordance) with)\b(?: (?:per|set out|printed|detailed|in))*"
    r"(?: (?:the|officers?'?|report'?s?|above))* ?recommend",
    re.I,
)


def clause_group(clause: str, lead: Lead) -> Group:
    """The group of a clause: its own verb's, or by the lead-in where it has none."""
    clause = _TOPIC.sub("", _MARK.sub("", clause))
    if _AS_RECOMMENDED.match(clause):
        return Group.APPROVE
    if not (lead.always and lead.group is not None) and (inner := inner_lead(clause)) is not None:
        return clause_group(inner[1], inner[0])
    if lead.always and lead.group is not None:
        opened = _opening_group(clause) if lead.group is Group.NOTE and not _THAT.match(clause) else None
        return opened or lead.group
    if lead.group is Group.NOTE and _TELLS_OF_OTHERS.match(clause):
        return lead.group
    if (behind := _IF_SO.match(clause)) and (inner := inner_lead(clause[behind.end() :])) is not None:
        return clause_group(inner[1], inner[0])
    own = own_group(clause) or _would_be(clause)
    agreed = lead.agreed or _AGREES.match(clause) is not None
    return own or lead.group or (Group.APPROVE if agreed else Group.OTHER)


#: A condition, and behind it what is decided: "should they pay, to agree to waive the fee".
_IF_SO = re.compile(
    r"(?:and |but )?(?:if|should|where|unless|provided|subject to|in the event)\b[^,;]{3,160}, (?=to )"
)
#: "To agree that a report is submitted": what no other verb decides is agreed.
_AGREES = re.compile(r"(?:to |and |also )*agree[sd]? that\b", re.I)
#: What it was agreed would be done: "that the item would be deferred".
_WOULD_BE = waits(
    r"(?:and |also )?that [^.;,]{3,120}? (?:would|will|shall)(?: (?:also|then|now|therefore|again))* be"
    r"(?: (?:also|then|now|again))? (?P<verb>[a-z-]+)\b"
)


def _would_be(clause: str) -> Group | None:
    """The group of what a clause says would be done, None where it is of none."""
    found = _WOULD_BE.match(clause)
    if found is None or SUBORDINATE.search(
        clause[: found.start("verb")].rsplit(" be", 1)[0].rsplit(" ", 1)[0]
    ):
        return None
    group = group_at(clause, found.start("verb"), found.end("verb"))
    return group if found["verb"] in PAST else None


#: What is only noted: "That the Panel has agreed authority for the Clerk".
_TELLS_OF_OTHERS = re.compile(
    r"[Tt]hat (?:(?!be\b)[\w'&,()-]+ ){1,12}?(?:has|have|had|will|would) (?!be noted)"
)
#: A matter, and behind a mark what was done with it: "Purchase of sandbags: approved 2 February".
_TOPIC = re.compile(
    r"^[A-Z][^.;:]{2,90}(?:: | - )(?=(?:not |also )?(?:approved|agreed|granted|refused|rejected|deferred"
    r"|noted|adopted|endorsed|withdrawn|declined|supported|accepted|received)\b)"
)
_LEFT_OVER = re.compile(r"(?:and )?(?:the|its|all|any) [^,;.]{3,70} to be (?:left|delegated|entrusted) to\b")


def own_group(clause: str) -> Group | None:
    """The group of the clause's own verb, None where that verb is of no group or there is none."""
    if _LEFT_OVER.match(clause):
        return Group.DELEGATE
    clause = _TOPIC.sub("", clause)
    that = _THAT.match(clause)
    if that is not None:
        rest = clause[that.end() :]
        set_off = _SET_OFF.match(rest)
        if set_off and WORD.match(rest, set_off.end())[0].lower() in BASE:  # type: ignore[index]
            return _opening_group(rest[set_off.end() :])
        return _stated_group(rest, note=False)
    group = _opening_group(clause)
    if group is not None:
        return group
    if opens_with_verb(clause) and not _is_named_first(clause):
        return None
    return _stated_group(clause)


def _is_named_first(clause: str) -> bool:
    """Whether a word that could be a verb names what the clause is about: "progress on the plan be noted"."""
    done = main_passive(clause)
    if done is None or done["be"].lower() != "be" or _OPENING.match(clause) or _NOT.match(clause):
        return False
    before = clause[: done.start()]
    return WORD.match(clause) is not None and "," not in before and not re.search(r"\bthat\b", before)


#: What stands before a verb without a subject: "That, subject to the survey, delegate authority to ...".
_SET_OFF = re.compile(
    r"(?:subject to|in|on|following|having|with|pursuant to|for|as|after|under|by|given|where|if)\b"
    r"[^,;.]{3,200}, (?=[A-Za-z])",
    re.I,
)


def _is_noun_here(clause: str, first: re.Match[str]) -> bool:
    """Whether a word that may be a noun is one here: "award of the work", and not "REFUSE for noise"."""
    return not first[0].isupper() and bool(AFTER_NOUN.match(clause, first.end()))


def _opening_group(clause: str) -> Group | None:
    """The group of the verb that a clause opens with ("noted the ...", "Approval of ...")."""
    refused = _NOT.match(clause)
    skip = refused or _OPENING.match(clause)
    start = skip.end() if skip else 0
    first = WORD.match(clause, start)
    if first is None:
        return None
    verb = first[0].lower()
    if refused:
        return Group.REFUSE
    if verb == "the" and skip and (noun := WORD.match(clause, first.end() + 1)):
        named = NOUNS.get(noun[0].lower()) if AFTER_NOUN.match(clause, noun.end()) else None
        return named if clause[:start].rstrip().endswith("to") else None
    if verb in NOUNS and AFTER_NOUN.match(clause, first.end()):
        stated = _stated_group(clause)
        return stated or NOUNS[verb]
    if verb in NOUN_AS_VERB and _is_noun_here(clause, first):
        return None
    joined = _JOINED.match(clause, first.end())
    if joined and (verb in FORMS or verb in PLAIN_VERBS) and joined["verb"].lower() in FORMS:
        return FORMS[joined["verb"].lower()]
    if verb not in FORMS and verb not in HEADS:
        return None
    return group_at(clause, first.start(), first.end())


PLAIN_VERBS = word_set(
    "add allocate amend apply arrange begin book bring buy call carry cease change circulate"
    " commence commission complete conclude consider consult continue contribute convene correct"
    " create declare delete deliver demolish designate determine develop discharge discontinue"
    " dispose do donate draw email enter establish examine exercise explore extend fund go have hold"
    " implement impose increase include inform install introduce investigate invest issue join keep"
    " lease let levy look maintain make meet merge monitor move negotiate notify object obtain"
    " offer open order organise participate pay place plant prepare prioritise proceed procure"
    " produce progress promote provide publish purchase pursue put raise re-tender"
    " reconvene record reduce remove rename renew repair repeal replace reply report respond retain"
    " return revise review modify serve seal secure seek sell send set share spend start"
    " stop submit subscribe"
    " take tender terminate transfer trial undertake update use vary waive write"
)


def opens_with_verb(clause: str) -> bool:
    """Whether a clause opens with its verb: "to make", "not to sell", "Approves", "replace the fence"."""
    opening = _OPENING.match(clause)
    start = opening.end() if opening else 0
    if opening and re.search(r"\bto\b", opening[0], re.I):
        return True
    if _NOT.match(clause):
        return True
    first = WORD.match(clause, start)
    if first is None:
        return False
    verb = first[0].lower()
    if verb in NOUN_AS_VERB and _is_noun_here(clause, first):
        return False
    return verb in FORMS or verb in HEADS or verb in PLAIN_VERBS


#: "The zone not proceed", "the sign not be moved".
_NOT_DO = re.compile(r"^(?:the|this|these|any|an?) [^.;,]{2,90}?(?<!but) not (?P<verb>[a-z-]+)\b", re.I)


def _stated_group(words: str, *, note: bool = True) -> Group | None:
    """The group of the main verb of "the fee be raised", "Cabinet approves the plan", "Report noted"."""
    passive = main_passive(words)
    active = _active_group(words, passive.start() if passive else len(words))
    if active is not None:
        return active
    if passive is None:
        denied = _NOT_DO.search(words)
        if denied and denied["verb"].lower() in PLAIN_VERBS:
            return Group.REFUSE
        return left_out(words) if note else None
    if re.search(r"\bnot\b", passive["adverbs"]) or words[: passive.start()].rstrip().endswith(
        (" not", "should not")
    ):
        return Group.REFUSE
    return done_group(words, passive)


def _active_group(words: str, stop: int) -> Group | None:
    """The group of a verb that a body or office-holder is the subject of, before `stop`."""
    power = _HAVE_POWER.search(words, 0, stop + 18)
    if power:
        return Group.DELEGATE
    if _SHOULD_NOT.search(words[:stop]):
        return Group.REFUSE
    may = _MAY.search(words, 0, stop) or _OFFICER_COULD.search(words, 0, stop)
    previous = ""
    for found in WORD.finditer(words, 0, stop):
        if may and found.start() >= may.start():
            return Group.DELEGATE
        verb = found[0].lower()
        if (verb in BASE or verb in THIRD or verb in PAST or verb in HEADS) and _is_subject(
            words, found, previous
        ):
            group = group_at(words, found.start(), found.end())
            if group is Group.APPOINT and verb in PAST and _REDUCED.match(words, found.end()):
                continue
            if group is not None and previous_word(words, found.start()) == "not":
                return Group.REFUSE
            if group is not None and verb != "receive" and not words.startswith(" by ", found.end()):
                return _agreed_to(words, found.end()) or group
        previous = previous if verb in _BETWEEN else verb
    return None


def _agreed_to(words: str, end: int) -> Group | None:
    """The group of what a body agrees to do: "the Cabinet agrees to exclude the public"."""
    agrees = words[:end].endswith(("agree", "agrees", "agreed")) and words.startswith(" to ", end)
    return _opening_group(words[end + 4 :].removeprefix("the ")) if agrees else None


_REDUCED = re.compile(r" (?:to|by|as|in|on|until|under|for|from|at|earlier|last)\b")
_BETWEEN = word_set(
    "hereby also formally therefore now unanimously do did does not have has had further then"
)


def previous_word(words: str, at: int) -> str:
    """The word before a place, in lower case."""
    return words[:at].rstrip().rsplit(" ", 1)[-1].lower()


_TAKES_OBJECT = re.compile(r" (?:the|an?|its|their|this|that|these|both|all|to [a-z]+|£[\d.]|\d)\b")
_ENDS_IN_NAME = re.compile(r"\b(?!(?:The|This|That|An?)\b)[A-Z][\w'-]*$")


def _is_subject(words: str, verb: re.Match[str], previous: str) -> bool:
    """Whether what stands before a verb can be its subject: a body, an office, a name with the verb's object.

    "Cabinet approves", "the Director (Ports) agreed", "The Director of Resources approved the loan".
    """
    before = words[: verb.start()].rstrip()
    if previous in _BODIES or before.endswith(")"):
        return True
    done = verb[0] in PAST or verb[0] in THIRD
    return done and bool(_ENDS_IN_NAME.search(before) and _TAKES_OBJECT.match(words, verb.end()))
