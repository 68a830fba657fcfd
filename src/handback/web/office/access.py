"""What each role may do in the office.

A role gives capabilities for one authority and a period. What somebody may *decide* comes from the
ledger, never from here.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from handback.records.audit.actions import ActsAs
from handback.records.people.queries import Role, roles_at
from handback.web.shared.access import View

SAFE = ("GET", "HEAD")


class May(StrEnum):
    """What an account can be allowed to do."""

    READ = "read the record"
    KEEP = "keep documents and judge claims"
    RECORD = "make facts part of the record"
    PUBLISH = "publish a copy for everybody"
    SEND = "allow a text that may be exempt or personal to be sent to a language model"
    CERTIFY = "sign a checkpoint of the log"


ROLES: dict[str, frozenset[May]] = {
    Role.IMPROVEMENT_OFFICER: frozenset({May.READ, May.KEEP, May.RECORD}),
    Role.MONITORING_OFFICER: frozenset(May),
    Role.COMMISSIONER: frozenset({May.READ, May.CERTIFY}),
    Role.MEMBER: frozenset({May.READ}),
    Role.OBSERVER: frozenset({May.READ}),
}


def capabilities(request: HttpRequest, slug: str | None) -> frozenset[May]:
    """What the signed-in account may do today, at one authority or (no slug) at any."""
    roles = roles_at(request.user, slug, on=localdate())
    return frozenset(capability for role in roles for capability in ROLES[role])


def may(request: HttpRequest, capability: May, slug: str | None) -> bool:
    """Whether the signed-in account has a capability today, at one authority or (no slug) at any."""
    return capability in capabilities(request, slug)


def must(request: HttpRequest, capability: May, slug: str | None) -> None:
    """Raise PermissionDenied unless the account may do this. For a page that many read and few change."""
    if not may(request, capability, slug):
        raise PermissionDenied(f"Your role does not let you {capability}.")


def _sign_in_first(request: HttpRequest) -> HttpResponse:
    """To signing in and back; what somebody sent would be lost on that way, so they are told first."""
    to_sign_in = redirect_to_login(request.get_full_path())
    if request.method in SAFE:
        return to_sign_in
    return render(request, "shared/signed-out.html", {"sign_in": to_sign_in.url}, status=403)


def needs(capability: May) -> Callable[[View], View]:
    """Let a view be seen only with this capability at the authority whose `slug` is in the address."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _sign_in_first(request)
            must(request, capability, kwargs.get("slug"))
            return view(request, *args, **kwargs)

        guarded.needs = capability  # type: ignore[attr-defined]
        return guarded

    return mark


def signed_in(request: HttpRequest) -> ActsAs:
    """The account that asks, as the log will name it; `needs` has seen to it that there is one."""
    return cast(ActsAs, request.user)
