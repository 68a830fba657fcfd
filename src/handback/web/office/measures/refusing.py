"""Beside which box of a form a refusal of the record is told."""

from handback.records.measures import actions
from handback.records.measures.actions import MeasuresRefusal
from handback.web.shared.forms import Form

PLACES: tuple[tuple[type[MeasuresRefusal], tuple[str, ...]], ...] = (
    (actions.NotAPeriodOfIt, ("period",)),
    (actions.PeriodsOverlap, ("period",)),
    (actions.TooFarApart, ("period", "frequency")),
    (actions.NoValue, ("value",)),
    (actions.CannotHaveBeenCounted, ("numerator", "value")),
    (actions.RestatedWithoutReason, ("reason",)),
    (actions.TargetsOverlap, ("first",)),
    (actions.FrequencyInUse, ("frequency",)),
    (actions.NotAPeriodBegin, ("first",)),
    (actions.CannotBeDrawn, ("choice",)),
    (actions.NoReason, ("reason", "bearing")),
    (actions.NoSuchCommitment, ("claim",)),
    (actions.NothingToWithdraw, ("what",)),
)


def tell(form: Form, refusal: MeasuresRefusal, *, of_many: bool = False) -> None:
    """Say it beside the box that it is about; where the form has no such box, above them all.

    `of_many`: the form is of many indicators, so that the code of the one that is meant is told.
    """
    named = (refusal.field,) if isinstance(refusal, actions.NotWellFormed) else ()
    told = next((names for kind, names in PLACES if isinstance(refusal, kind)), named)
    field = next((name for name in told if name in form.fields), None)
    form.add_error(field, str(refusal) if of_many else _of_one(refusal))


def _of_one(refusal: MeasuresRefusal) -> str:
    """What is refused, without the code of the indicator whose page it is."""
    code = getattr(refusal, "code", "")
    said = str(refusal).removeprefix(f"{code}: ").removeprefix(f"{code}, ") if code else str(refusal)
    return said[:1].upper() + said[1:]
