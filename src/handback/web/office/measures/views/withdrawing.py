"""Withdrawing a value, a level or a decision: it holds no more, and stays in the history."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.measures import actions
from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.words import DecisionKind, TargetKind
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.withdrawing import Groups, WithdrawForm
from handback.web.office.measures.page import Room, room
from handback.web.office.measures.periods import known_periods
from handback.web.office.measures.refusing import tell
from handback.web.shared.measures.indicator import decisions_of, levels_of

LONGEST_NAMED = 80  # characters of a commitment


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """One thing that was entered about an indicator, with the reason."""
    at = room(slug)
    standing = at.standing(code)
    offered = _offered(standing)
    opening = {"what": request.GET.get("what", "")}
    form = WithdrawForm(request.POST or None, offered=offered, initial=opening)
    if form.is_bound and form.is_valid():
        try:
            _withdraw(request, at, code, form.cleaned_data["what"], form.cleaned_data["reason"])
        except actions.MeasuresRefusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is withdrawn. The record keeps what it was, and why it went.")
            return at.back(code)
    return at.show(
        request, "office/measures/withdraw.html", form=form, standing=standing, anything=bool(offered)
    )


def _offered(standing: IndicatorStanding) -> Groups:
    """Everything that may be withdrawn, as kind, its own kind, and first day."""
    facts = standing.facts
    values = [
        (f"value::{first.isoformat()}", f"The value for {label}") for first, label in known_periods(standing)
    ]
    levels = [
        (f"target:{one.kind.value}:{one.period.first.isoformat()}", f"{told.kind} {told.value}, {told.when}")
        for one, told in zip(facts.targets, levels_of(standing), strict=True)
    ]
    decided = [
        (f"decision:{one.kind.value}:{one.first.isoformat() if one.first else ''}", f"{told.what}, {told.of}")
        for one, told in zip(facts.decisions, decisions_of(standing), strict=True)
    ]
    tied = [(f"tie:{one.claim}:", Truncator(one.words).chars(LONGEST_NAMED)) for one in facts.commitments]
    groups = (
        ("Levels", levels),
        ("Decisions about the chart", decided),
        ("Commitments tied", tied),
        ("Values", values),
    )
    return [group for group in groups if group[1]]


def _withdraw(request: HttpRequest, at: Room, code: str, what: str, reason: str) -> None:
    sort, kind, day = what.split(":")
    first = date.fromisoformat(day) if day else None
    by, at_moment = signed_in(request), now()
    to = at.authority
    if sort == "decision":
        decided = DecisionKind(kind)
        actions.withdraw_decision(to, code, kind=decided, first=first, reason=reason, by=by, at=at_moment)
    elif sort == "tie":
        actions.untie(to, code, claim=int(kind), reason=reason, by=by, at=at_moment)
    elif first is not None and sort == "target":
        level = TargetKind(kind)
        actions.withdraw_target(to, code, kind=level, first=first, reason=reason, by=by, at=at_moment)
    elif first is not None:
        actions.withdraw_value(to, code, first=first, reason=reason, by=by, at=at_moment)
