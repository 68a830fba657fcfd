"""Delegations: authority given to an office-holder or a body to act, and who must be heard first."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from handback.reading.claims.claim import Claim, Type
from handback.reading.claims.deciders import subject_of
from handback.reading.claims.decision_tables import delegate_cells
from handback.reading.claims.finding import claim
from handback.reading.claims.grants import IS_SOMEBODY, POWER, left_to, named_delegate, subject
from handback.reading.claims.offices import LONGEST_NAME, OFFICE, consultees, drop_consultees, tidy
from handback.reading.claims.outline import Outline, Zone
from handback.reading.claims.resolved import Clause
from handback.reading.claims.standing_authority import standing_in
from handback.reading.claims.verbs import Group
from handback.reading.words.later import later
from handback.reading.words.sentences import Sentence
from handback.reading.words.watch import waits, watch

_RESOLVED = "authority given in a resolution"
_TOLD = "a body is told to have given authority"
_MAY_ACT = "office-holder may act"
_ACTING_UNDER = waits(
    r"\b(?:acting under"
    r"|under (?:his|her|their|its) (?:delegated )?(?:authority|powers)"
    r"|using (?:his|her|their) delegated|already (?:has|have|holds?) |had (?:delegated )?authority"
    r"|who (?:has|have) been (?:delegated|given|granted) (?:\w+ )?(?:authority|powers?))\b",
    re.I,
)
_NO_DELEGATE = re.compile(
    r"^(?:be|it|them|him|her|this|that|those|do|no|not|his|their|council"
    r"|full council|meeting|(?:members? of the )?public|press|residents|time|discussion|appendix"
    r"|officer level|work|use|start|proceed|people|speakers?|applicants?|tenants|parents"
    r"|(?:licen[cs]e[ -]?holders?|drivers?|operators?)"
    r"|(?:capital |further |additional |the )*(?:spend(?:ing)?|expenditure|payments?|procurement"
    r"|borrowing|release|drawdown)\b.*)$",
    re.I,
)


def of_clauses(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Authority given in a clause of a resolution.

    "That the Head of Harbours be authorised, in consultation with the Leader, to settle the fees";
    "delegated to the Chief Executive the choice of builder"; "that a working party have power to spend".
    """
    previous: Clause | None = None
    for clause in clauses:
        words = clause.words
        delegate = _delegate_of(clause, previous)
        if delegate and not _NO_DELEGATE.match(delegate) and not _ACTING_UNDER.search(words):
            until = _until_another(clause)
            yield _delegation(found, clause.sentence, clause.start, until, delegate, _RESOLVED, 0.85)
            yield from _given_besides(found, clause)
        discussed = clause.part.zone is Zone.DISCUSSION or _NOT_GIVEN.search(words)
        if not delegate and not discussed and (standing := standing_in(words)):
            start = clause.start + standing[0]
            yield _delegation(found, clause.sentence, start, clause.end, standing[1], _MAY_ACT, 0.7)
        previous = clause


def _delegate_of(clause: Clause, previous: Clause | None) -> str:
    """Whom a clause of a resolution gives authority; empty where it gives none."""
    words = clause.words
    if _TO_BE_DONE.search(words) or _NOT_GIVEN.search(words):
        return ""
    listed = clause.group is Group.DELEGATE
    delegate = named_delegate(words, listed=listed) or left_to(words)
    if not delegate and listed and (may := _MAY.search(words)):
        delegate = subject(words[: may.start()])
    if delegate.lower() == "it" and previous is not None:
        return _antecedent(previous.words)
    return delegate


def _until_another(clause: Clause) -> int:
    """Where the words of a clause end that give authority to the first whom it names."""
    another = _AND_ANOTHER.search(clause.words)
    return clause.start + another.start() if another else clause.end


#: Somebody else who is given authority in the same clause: "and the Rope Manager be authorised to".
_AND_ANOTHER = re.compile(
    r",? and (?=(?:that )?the [A-Z][^,;.]{2,80} be"
    r" (?:authori[sz]ed|empowered|given (?:delegated )?authority) to )"
)


def _given_besides(found: Outline, clause: Clause) -> Iterator[Claim]:
    """What a clause gives to somebody else after the first who is authorised."""
    parted = [m.end() for m in _AND_ANOTHER.finditer(clause.words)]
    if not parted or " authori" not in clause.words[: parted[0]]:
        return
    for start, end in pairwise([*parted, len(clause.words)]):
        delegate = named_delegate(clause.words[start:end], listed=False)
        if delegate and not _NO_DELEGATE.match(delegate):
            first = clause.start + start
            last = min(clause.start + end, clause.end)
            yield _delegation(found, clause.sentence, first, last, delegate, _RESOLVED, 0.85)


_MAY = re.compile(r" (?:may|could|can)\b")
#: "That a survey be authorised to be carried out": a thing is let happen, and nobody is given authority.
_TO_BE_DONE = waits(
    r"\b(?:authori[sz]ed|permitted|allowed) to be (?:carried out|[a-z]+(?:ed|made|held|run))\b"
)
#: What nobody may give away, or whoever gave it may take back.
_NOT_GIVEN = waits(
    r"\b(?:can(?: ?not|'t|’t)|(?:may|must|shall|should|could|will) not|(?:is|are) not(?: to be)?)"
    r"(?: lawfully| by law)?(?: be)? delegated\b"
    r"|\b(?:may|can|shall)\b[^.;]{0,30} (?:resume|retain|take back)\b[^.;]{0,20}"
    r"\b(?:responsibility|functions?|powers?|decisions?)\b"
)


def told(found: Outline, clauses: tuple[Clause, ...]) -> Iterator[Claim]:
    """Authority given or standing, told in a sentence of its own.

    "Cabinet handed the choice of builder to the finance director"; "Under the scheme the Licensing
    Officer may suspend a licence at once".
    """
    yield from _of_tables(found)
    resolved = {c.sentence.place(c.start) for c in clauses}
    for part in found.parts:
        if part.zone not in (Zone.BODY, Zone.OPTIONS, Zone.DECIDED, Zone.LISTED):
            continue
        for sentence in part.sentences:
            if not sentence.may & _GIVING:
                continue
            if sentence.start in resolved or not _MAY_GIVE.search(sentence.words):
                continue
            if part.zone is Zone.OPTIONS and _TO_BE_GIVEN.search(sentence.words):
                continue
            yield from _told(found, sentence)


def _of_tables(found: Outline) -> Iterator[Claim]:
    """The rows of a scheme: "Skip permits | Highways Officer | After consulting the Chair"."""
    for part, start, end in delegate_cells(found.parts):
        words = part.whole.words
        named = tidy(words[start:end])
        if named and len(named) < LONGEST_NAME and IS_SOMEBODY.search(named):
            yield _delegation(found, part.whole, 0, len(words), named, _MAY_ACT, 0.6)


#: What a decision did, as the reasons for it say: "decisions on grants are to be delegated to officers".
_TO_BE_GIVEN = re.compile(r"\bto be (?:delegated|given|granted)\b")
_MAY_GIVE = re.compile(
    r"\bmay\b|\bcan\b|\bauthori|\b[Dd]elegat|\bempower|\bhanded\b|\bleft\b|\bpower|\blets\b|\bto let\b"
    r"|\b(?:content|happy|agreed) for\b"
    r"|\bleave\b|\bgiven\b|\bgave\b|\bat liberty\b|\bare for the\b|\b[Ii]t is for the\b"
    r"|\b[Aa]uthority\b|\bdiscretion"
    r"|\b(?:rests?|lies?) with the\b"
)
_GIVING = watch(_MAY_GIVE)
_GIVES = waits(
    r"\b(?P<verb>delegated|authori[sz]ed|empowered|handed|gave|given|giving|granted|lets|allows|permits"
    r"|authori[sz]es?|delegates|empowers|left)\b",
    re.I,
)
_BY_RULE = re.compile(
    r"(?:,|\band"
    r"|\b(?:(?:[Pp]art|[Ss]ection|[Aa]ppendix|[Aa]rticle|[Ss]chedule|[Pp]aragraph|[Tt]able|[Aa]nnex)"
    r" [A-Z\d][\d.]*[a-z]?"
    r"|[Ss]cheme|[Cc]onstitution|[Dd]irections?|[Rr]ules?|[Oo]rders?|[Rr]egulations?|I|[Ww]e"
    r"|[Mm]inute \d+[^,;]{0,40}|[Rr]esolution[^,;]{0,40}))"
    r"(?: (?:have|has|had|am|are|also|then|hereby|today))* $"
)
_HYPOTHETICAL = waits(
    r"\b(?:recommend(?:ed|s|ations?)?|propos(?:ed|es|als?)|request(?:ed|s)? that"
    r"|(?:be|is|are) asked to|seek(?:s|ing)?|sought|if|could|would|should|asked whether)\b"
    r"|^(?:If|Should|Were|Unless|Once|Where|Even (?:if|where)) "
)


def _told(found: Outline, sentence: Sentence) -> Iterator[Claim]:
    """Authority that a sentence outside a resolution tells of: one that stands, else one that was given."""
    words = sentence.words
    if _ACTING_UNDER.search(words) or _NOT_GIVEN.search(words):
        return
    standing = standing_in(words)
    if standing and not _HYPOTHETICAL.search(words[: standing[0] + 1]):
        yield _delegation(found, sentence, 0, len(words), standing[1], _MAY_ACT, 0.6)
        return
    giving = _giving(words)
    if giving is None or _HYPOTHETICAL.search(words[: giving.end]):
        return
    delegate = named_delegate(words[giving.named_from :], listed=False)
    if delegate and not _NO_DELEGATE.match(delegate) and _is_somebody(delegate, words):
        parted = words.find("; ", max(giving.end, words.find(delegate, giving.named_from)))
        end = parted if parted > 0 and not consultees(words[parted:]) else len(words)
        yield _delegation(found, sentence, giving.start, end, delegate, _TOLD, 0.65)


class _Giving(NamedTuple):
    """Where words that tell of giving begin and end, and from where they name who is given authority."""

    start: int
    end: int
    named_from: int


def _giving(words: str) -> _Giving | None:
    """What gives authority in a sentence; where somebody is "authorised to", the whole of it names him."""
    allowed = _IS_ALLOWED.search(drop_consultees(words))
    whole = _Giving(0, allowed.end(), 0) if allowed else None
    if allowed and " asked " in allowed[0]:
        return whole
    if noted := _NOTED.search(words):
        return _Giving(noted.start(), noted.end(), noted.start("verb"))
    gives = _LET_DO.search(words) or _given_by(words) or _LEFT_TO.search(words) or _IS_GIVEN.search(words)
    return _Giving(gives.start(), gives.end(), gives.start()) if gives else whole


def _is_somebody(name: str, words: str) -> bool:
    """Whether a name is an office's or a body's, or its office stands after it: "Tom Hale, the clerk"."""
    titled = words.partition(name)[2]
    return bool(
        IS_SOMEBODY.search(name) or re.match(rf", [^,;.]{{0,40}}?(?:{IS_SOMEBODY.pattern})", titled, re.I)
    )


#: Who speaks next: "handed over to the Chair to present it".
_HANDED_ON = re.compile(
    r"handed over to [^.;]{2,60}? to (?:present|introduce|speak|answer|lead|outline|give)\b"
)


def _given_by(words: str) -> re.Match[str] | None:
    """The verb by which a body, a person who decides, or a rule gives authority."""
    for found in _GIVES.finditer(words):
        left = words[: found.start()]
        who, governed = subject_of(words, left)
        elsewhere = words.startswith(" back", found.end()) or _HANDED_ON.match(words, found.start())
        if elsewhere or _OF_WHICH_KIND.search(left):
            continue
        if (who and not governed and who.lower() != "who") or _BY_RULE.search(left[-90:]):
            return found
    return None


#: Which functions are meant, and nothing given: "functions of the Council delegated by it to officers".
_OF_WHICH_KIND = re.compile(
    r"\b(?:functions|powers|matters|decisions|duties|responsibilities|those|areas)(?: of [^,;.]{3,40})? $"
)
#: In the cell of a table, or in a note: "Waste contract | Delegated to Head of Streets to sign".
_NOTED = re.compile(r"(?:^|[|;] ?)(?P<verb>Delegated) to (?=the |[A-Z]|officers)")
#: "Members agreed to let the Chair sign", "The Committee was content for the Chair to sign".
_LET_DO = re.compile(
    r"\b(?:agreed|were content|was content|were happy|was happy) (?:to let|for) (?=(?:the )?[A-Z])"
)
#: "It was left to the Group Leaders to fill vacancies".
_LEFT_TO = re.compile(r"\b[Ii]t (?:was|is|has been) (?P<verb>left) to (?=the |[A-Z])[^.;]{3,90}? to [a-z]")
_IS_ALLOWED = later(
    rf"\b{OFFICE}\b[^,.;]{{0,60}} (?:was|were) (?:asked|requested|instructed|appointed) [^.;]{{2,90}}?,?"
    rf" and (?:was )?(?:given|granted) {POWER} to [a-z]"
    rf"|\b{OFFICE}\b[^,.;]{{0,60}} (?:is|are) to have {POWER} (?:to|over) "
    rf"|\b{OFFICE}\b[^,.;]{{0,60}} +(?:was|were|is|are|has been|have been)"
    rf" (?:(?:given|granted) {POWER}|authori[sz]ed|empowered) to [a-z]"
)
_IS_GIVEN = waits(
    r"(?:^|, (?:and )?|\b(?:that|and) )(?=[^,;.]{0,80}"
    r"\b(?:authority|powers?|delegation|responsibility|functions?|decisions?|approval)\b)[^,;.]{3,100}?"
    r"\b(?:was|were|is|are|has been|have been|be) (?P<verb>delegated|given|granted)\b",
    re.I,
)


def _delegation(
    found: Outline, sentence: Sentence, start: int, end: int, delegate: str, rule: str, guess: float
) -> Claim:
    """The claim that a stretch of a sentence gives authority, with all who must be heard."""
    heard = [*consultees(sentence.words[start:end]), *_heard_after(found, sentence.place(end), delegate)]
    return claim(
        found.document,
        Type.DELEGATION,
        sentence,
        start,
        end,
        rule=rule,
        confidence=guess,
        delegate=delegate,
        consultees=list(dict.fromkeys(heard)),
    )


#: The sentence that goes on: "She must first consult the Leader", "This power is to be used after ...".
_GOES_ON = re.compile(
    r"[.;,)\s]*(?:and |but )?(?P<who>(?:[Tt]he |[Tt]his |[Tt]hat |[Ss]uch |[Aa]ny )?"
    r"(?:[\w'&-]+ ){0,6}?[\w'&-]+) (?:shall|must|should|will|is to|are to)(?: be)?\b[^.]{0,240}"
)
_POWER_AGAIN = re.compile(
    r"(?:he|she|they|it|officers?|(?:this|that|the|such|any) (?:authority|powers?|delegation))$", re.I
)


def _heard_after(found: Outline, place: int, delegate: str) -> tuple[str, ...]:
    """Those whom the next sentence says must be heard before the authority just given is used."""
    after = _GOES_ON.match(found.plain, place, place + 320)
    if after is None:
        return ()
    named = delegate.lower().split()[:1] + delegate.lower().split()[-1:]
    same = _POWER_AGAIN.match(after["who"]) or any(word in after["who"].lower().split() for word in named)
    return consultees(" ".join(after[0].split())) if same else ()


def _antecedent(words: str) -> str:
    """What "it" stands for: the thing set up in the clause before ("a working party ... be set up")."""
    found = re.search(
        r"\ba (?:new |small |joint )?(?P<name>"
        r"(?:working|task|steering|project|sub)[- ](?:party|group|committee|force|board)"
        r"|panel|sub-committee|board|group)\b",
        words,
        re.I,
    )
    return found["name"] if found else ""
