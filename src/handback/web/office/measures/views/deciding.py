"""Deciding about a chart: a person does, with a reason. First what is decided, then the rest."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods

from handback.records.measures import actions
from handback.records.measures.measured.boards import IndicatorStanding
from handback.records.measures.measured.words import DecisionKind
from handback.web.office.access import May, needs, signed_in
from handback.web.office.measures.forms.deciding import DecisionForm
from handback.web.office.measures.page import room
from handback.web.office.measures.periods import known_periods
from handback.web.office.measures.refusing import tell
from handback.web.shared.measures.indicator import suggestion_of

CHOICES = (
    (
        DecisionKind.REBASE,
        "Draw the limits anew from a period",
        "When it is known that the service itself changed then, and that the change has lasted.",
    ),
    (
        DecisionKind.GHOST,
        "Leave a period out of the limits",
        "When it is known that something apart from the service made that one value. It stays on the chart.",
    ),
    (
        DecisionKind.PROFILE,
        "Choose the rules that are asked",
        "When the council follows another published set of rules than the usual one.",
    ),
    (
        DecisionKind.CHART,
        "Choose the chart",
        "When another chart suits what is measured better than the one that was chosen for it.",
    ),
)
KINDS = {kind.value: (kind, title, when) for kind, title, when in CHOICES}


@needs(May.RECORD)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    """What may be decided; for one of these (`kind` in the address) the form."""
    at = room(slug)
    standing = at.standing(code)
    asked = KINDS.get(request.GET.get("kind", ""))
    if asked is None:
        shown = {"choices": CHOICES, "suggestion": suggestion_of(standing)}
        return at.show(request, "office/measures/decisions.html", standing=standing, **shown)
    kind, title, when = asked
    initial = {
        "decided_by": signed_in(request).as_actor().name,
        "decided_on": at.today,
        "first": _first(request, standing, kind),
    }
    form = DecisionForm(request.POST or None, kind=kind, periods=known_periods(standing), initial=initial)
    if form.is_bound and form.is_valid():
        try:
            actions.decide(at.authority, form.entry(code), by=signed_in(request), at=now())
        except actions.MeasuresRefusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "The decision is recorded, and the chart is drawn accordingly.")
            return at.back(code)
    return at.show(
        request, "office/measures/decide.html", form=form, standing=standing, asking=title, when=when
    )


def _first(request: HttpRequest, standing: IndicatorStanding, kind: DecisionKind) -> str:
    """The period asked for; of a rebase, else the one that the figures suggest."""
    suggested = standing.suggested_rebase if kind == DecisionKind.REBASE else None
    return request.GET.get("period", suggested.period.first.isoformat() if suggested else "")
