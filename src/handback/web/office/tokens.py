"""A person's own tokens: which there are, making one, ending one. A token is shown once, when it is made."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_http_methods, require_POST

from handback.core.periods import ONE_DAY
from handback.records.people import actions, queries
from handback.web.office.access import May, may, needs, signed_in
from handback.web.office.frame import authority_at, frame
from handback.web.shared.forms import Form

if TYPE_CHECKING:
    from handback.records.people.models import Authority
    from handback.records.people.queries import User

LIVES = (("30", "30 days"), ("90", "90 days"), ("365", "A year"))
READ, WRITE = "read", "write"


class TokenForm(Form):
    """What a token is called, what it may do, and how long."""

    name = forms.CharField(
        label="Name",
        max_length=50,
        help_text="What will use it, such as “Performance system”. The log says so.",
    )
    reach = forms.ChoiceField(
        label="What it may do",
        choices=((READ, "Read"), (WRITE, "Read, and enter values")),
        initial=READ,
        widget=forms.RadioSelect,
    )
    days = forms.ChoiceField(label="How long", choices=LIVES, initial="90", widget=forms.RadioSelect)

    def __init__(self, *args: Any, may_write: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_write:
            del self.fields["reach"]

    def terms(self) -> dict[str, Any]:
        """What the record is told."""
        said = self.cleaned_data
        return {
            "name": " ".join(said["name"].split()),
            "may_write": said.get("reach") == WRITE,
            "until": localdate() + timedelta(days=int(said["days"])) + ONE_DAY,
        }


@needs(May.READ)
@require_http_methods(["GET", "POST"])
def tokens(request: HttpRequest, slug: str) -> HttpResponse:
    """The tokens that somebody has at this authority; sent here, another one, shown this once."""
    authority, may_write = authority_at(slug), may(request, May.RECORD, slug)
    form = TokenForm(request.POST or None, may_write=may_write)
    made = ""
    if form.is_bound and form.is_valid():
        try:
            _, made = actions.make_token(
                _account(request), authority, **form.terms(), on=localdate(), at=now()
            )
        except actions.TokenRefused as refusal:
            form.add_error("name" if isinstance(refusal, actions.TokenNameTaken) else None, str(refusal))
    return _page(request, authority, TokenForm(may_write=may_write) if made else form, made=made)


def _page(request: HttpRequest, authority: "Authority", form: TokenForm, *, made: str) -> HttpResponse:
    held = list(queries.tokens(_account(request), authority, on=localdate()))
    told = {
        "form": form,
        "made": made,
        "tokens": [(token, token.until - ONE_DAY) for token in held],
        "address": request.build_absolute_uri(reverse("api-authority", args=[authority.slug])),
    }
    framed = frame(authority, section="", trail=(("API tokens", "office-tokens"),))
    response = render(request, "office/tokens.html", framed | told)
    if made:
        add_never_cache_headers(response)
    return response


@needs(May.READ)
@require_POST
def end_token(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """End a token of one's own."""
    mine = queries.tokens(_account(request), authority_at(slug), on=localdate())
    if not mine.filter(pk=min(pk, 2**62)).exists():
        raise Http404("You have no such token.")
    token = actions.end_token(pk, of=_account(request), by=signed_in(request), at=now())
    messages.success(request, f"The token “{token.name}” opens nothing any more.")
    return redirect("office-tokens", slug)


def _account(request: HttpRequest) -> "User":
    return cast("User", request.user)
