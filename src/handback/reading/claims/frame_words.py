"""The verbs of holding and moving in their families, and the small words that stand around verbs."""

import re
from enum import Enum


def one_of(words: str) -> frozenset[str]:
    """The words of a line, to be looked up."""
    return frozenset(words.split())


class Verb(Enum):
    """The families of verbs: what each does with a function."""

    BACK = "back"  # to the council, unless another holder is named: return, restore, hand back
    MOVE = "move"  # to the holder that is named: transfer, pass, give
    TAKE = "take"  # to its subject: take over, regain, assume
    HOLD = "hold"  # is with its subject, or with whoever is named after "with" or "by"
    KEEP = "keep"  # stays with its subject, or with whoever is named
    LOSE = "lose"  # away from its subject: give up, lose, surrender


_FORMS = {
    Verb.BACK: "return returns returned returning;restore restores restored restoring;reinstate"
    " reinstates reinstated reinstating;revert reverts reverted reverting",
    Verb.TAKE: "seize seizes seized seizing;"
    "regain regains regained regaining;recover recovers recovered recovering;reclaim reclaims"
    " reclaimed reclaiming;resume resumes resumed resuming;assume assumes assumed assuming;take takes took"
    " taking;inherit inherits inherited inheriting;gain gains gained gaining;get gets got getting;win wins"
    " won"
    " winning;receive receives received receiving;acquire acquires acquired acquiring;have has had having",
    Verb.MOVE: "transfer transfers transferred transferring;pass passes passed passing;move moves moved"
    " moving;hand hands handed handing;give gives gave giving;grant grants granted granting;devolve "
    "devolves"
    " devolved"
    " devolving;shift shifts shifted shifting;vest vests vested vesting;place places placed placing;put"
    " puts put"
    " putting;entrust entrusts entrusted entrusting;assign assigns assigned assigning;confer confers"
    " conferred"
    " conferring;bring brings brought bringing;come comes came coming;go goes went going;fall falls fell"
    " falling"
    ";switch switches switched switching;release releases released releasing;leave leaves left leaving"
    ";send sends sent sending",
    Verb.HOLD: "perform performs performed performing;"
    "govern governs governed governing;administer administers administered administering;exercise exercises"
    " exercised exercising"
    ";hold holds held holding;run runs ran running;control"
    " controls controlled controlling;discharge discharges discharged discharging;rest rests rested resting"
    ";lie lies lay lying;sit sits sat sitting;reside resides resided residing;belong belongs belonged"
    " belonging"
    ";look looks looked looking;deal deals dealt dealing"
    ";decide decides decided deciding;determine determines determined determining;make makes made making",
    Verb.KEEP: "keep keeps kept keeping;retain retains retained retaining;remain remains remained remaining"
    ";stay stays stayed staying;maintain maintains maintained maintaining;continue continues continued"
    " continuing;reserve reserves reserved reserving;carry carries carried carrying;hang hangs hung "
    "hanging",
    Verb.LOSE: "lose loses lost losing;relinquish relinquishes relinquished relinquishing;surrender "
    "surrenders surrendered surrendering;cede cedes ceded ceding;strip strips stripped "
    "stripping;remove removes removed removing;deprive deprives deprived depriving;forfeit "
    "forfeits forfeited forfeiting;part parts parted parting;cease ceases ceased ceasing;"
    "yield yields yielded yielding;suspend suspends suspended suspending",
}


#: What is said of powers themselves: what they cover or are limited to, and that they end.
_OF_POWERS = {
    Verb.HOLD: "include includes included including;comprise comprises comprised comprising;cover covers"
    " covered covering;extend extends extended extending;stretch stretches stretched stretching;reach reaches"
    " reached reaching;limit limits limited limiting;confine confines confined confining;restrict restricts"
    " restricted restricting;reduce reduces reduced reducing;narrow narrows narrowed narrowing;"
    "cut cuts cut cutting",
    Verb.LOSE: "end ends ended ending;lapse lapses lapsed lapsing;expire expires expired expiring",
}


def _table(forms: dict[Verb, str]) -> dict[str, tuple[Verb, str]]:
    table: dict[str, tuple[Verb, str]] = {}
    for verb, rows in forms.items():
        for row in rows.split(";"):
            for form, word in zip(("base", "s", "ed", "ing"), row.split(), strict=True):
                table.setdefault(word, (verb, form))
    return table


#: Every form of every verb: its family, and whether it is base, "s", "ed", "en" or "ing".
FORMS = _table(_FORMS) | {
    "taken": (Verb.TAKE, "en"),
    "given": (Verb.MOVE, "en"),
    "gone": (Verb.MOVE, "en"),
    "fallen": (Verb.MOVE, "en"),
    "exercisable": (Verb.HOLD, "en"),
}
OF_POWERS = _table(_OF_POWERS)
#: Verbs that say who has a service only where he gives it for somebody: "delivers care on its behalf".
SERVING = _table(
    {
        Verb.HOLD: "deliver delivers delivered delivering;provide provides provided providing;"
        "operate operates operated operating;manage manages managed managing"
    }
)
BE = one_of("be is are was were been being am 's 're")
#: Verbs of the families, and of being, that are said of powers as well: "their powers over audit ceased".
SAID_OF_POWERS = (
    frozenset(OF_POWERS)
    | BE
    | one_of(
        "continue continues continued remain remains remained stay stays stayed cease ceases ceased"
        " come comes came fall falls fell fallen"
    )
)
#: What councils do that is a power by itself.
DEEDS = one_of(
    "appoint dismiss recruit hire suspend award allocate dispose license approve set adopt collect settle"
    " choose decide decides decided determine determines determined run manage"
)
#: What may stand between a subject and its verb.
AUXILIARIES = one_of(
    "need will would shall should must may might can could cannot to is are am was were be been being has "
    "have had do does did not never now still also then again once more both all yet already gradually "
    "currently only soon finally first last therefore formally today hereby instead each just jointly "
    "directly properly safely thus ought henceforth later eventually once again fully rightly meanwhile "
    "so duly since themselves itself immediately largely now always ever longer no n't 'll 've 'd 's "
    "'re far there let cease ceases ceased ceasing wo ca sha 'd 'm"
)
#: Words that hand the subject on to the infinitive after them: "is ready to", "wants to", "agreed to".
CONTROLS = one_of(
    "ready due set going about able likely minded expected planned proposed recommended intended "
    "intends intend wants want wanted plans plan agreed agree decided hopes hope proposes propose asked "
    "asks seek seeks seeking sought continue continues continued begin begins began start starts started "
    "fit free content "
    "prepared happy entitled expects expect wish wishes chose chosen required needs need directed ought "
    "allowed permitted delighted pleased unable unwilling willing scheduled supposed poised keen has "
    "have recommends recommend undertook authorised empowered intervened stepped"
)
PARTICIPLES = one_of(
    "taken given gone come run brought fallen got gotten withdrawn won put vested left sent exercisable"
)

#: What takes a function from whoever has it, also where nobody is named: "took", "was stripped of".
TAKEN_AWAY = re.compile(r"(?:remov|suspend|strip|depriv|t[ao]ke?|took|taken)")
