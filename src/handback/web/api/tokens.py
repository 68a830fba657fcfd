"""Who asks: a person, by a token in the Authorization header, and by nothing else.

1. A token in an address is refused: addresses are logged by every machine that they pass.
2. What the person may do is asked of their roles today; a token takes away from that and adds nothing.
3. Wrong guesses at a token from one place are slowed. They keep the right token out only where the guesser
   knows its handle.
"""

from contextlib import suppress
from http import HTTPStatus
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja.security import HttpBearer

from handback.records.people.actions import note_use
from handback.records.people.bearing import Bearer, TokenNotTaken, TokenUnknown, bearer
from handback.records.people.keys import holds_one, key_of
from handback.records.people.queries import roles_at
from handback.web.api.problems import Problem
from handback.web.office.access import ROLES, May

MOST_GUESSES = 8
SECONDS = 900  # a quarter of an hour, as for passwords
WRITES = frozenset(May) - {May.READ}
ASK_FOR_ONE = {"WWW-Authenticate": 'Bearer realm="Handback"'}


class ByToken(HttpBearer):
    """What an address needs: a token whose person may do this today, at the authority in the address."""

    def __init__(self, needs: May) -> None:
        super().__init__()
        self.needs = needs

    def __call__(self, request: HttpRequest) -> Bearer:
        """Who asks. Raises Problem."""
        _check_address(request)
        kind, _, text = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer" or not text.strip():
            said = (
                "Send a token: Authorization: Bearer handback_… It is made in the office, under API tokens."
            )
            raise Problem(HTTPStatus.UNAUTHORIZED, "no-token", said, headers=ASK_FOR_ONE)
        return self.authenticate(request, text.strip())

    def authenticate(self, request: HttpRequest, token: str) -> Bearer:
        """The person whose token it is. Raises Problem."""
        today = localdate()
        found = _known(request, token)
        slug = request.resolver_match.kwargs.get("slug") if request.resolver_match else None
        if slug != found.authority:
            said = f"The token named “{found.name}” is for “{found.authority}” and nothing else."
            raise Problem(HTTPStatus.FORBIDDEN, "token-for-another", said)
        if self.needs in WRITES and not found.may_write:
            said = f"The token named “{found.name}” reads and writes nothing."
            raise Problem(HTTPStatus.FORBIDDEN, "token-reads-only", said)
        roles = roles_at(found.user, found.authority, on=today)
        if not any(self.needs in ROLES[role] for role in roles):
            said = f"The role of {found.user} does not let anybody {self.needs} today."
            raise Problem(HTTPStatus.FORBIDDEN, "role-does-not-allow", said)
        if found.last_used_on != today:
            note_use(found.token, on=today)
        return found


def asking(request: HttpRequest) -> Bearer:
    """Who asks, as `ByToken` found them."""
    found: Any = getattr(request, "auth", None)
    if not isinstance(found, Bearer):
        raise AssertionError("every address of the API that needs a token asks for it first")
    return found


def _check_address(request: HttpRequest) -> None:
    if holds_one(request.get_full_path()):
        said = "A token never belongs in an address, where others read it. End that one, and make another."
        raise Problem(HTTPStatus.BAD_REQUEST, "token-in-address", said)


def _known(request: HttpRequest, token: str) -> Bearer:
    """Whose token this is; counts what is not one. Raises Problem."""
    key = key_of(token)
    place = str(request.META.get("REMOTE_ADDR", ""))
    if key is not None and _guesses(place, key.handle) >= MOST_GUESSES:
        raise _slow_down()
    try:
        return bearer(token, on=localdate())
    except TokenUnknown as unknown:
        handle = unknown.handle
        if _guesses(place, handle) >= MOST_GUESSES:
            raise _slow_down() from None
        _count(place, handle)
        raise _not_taken(unknown) from None
    except TokenNotTaken as refused:
        raise _not_taken(refused) from None


def _not_taken(refused: TokenNotTaken) -> Problem:
    headers = {"WWW-Authenticate": 'Bearer realm="Handback", error="invalid_token"'}
    return Problem(HTTPStatus.UNAUTHORIZED, "token-not-taken", str(refused), headers=headers)


def _slow_down() -> Problem:
    said = "Too many tokens that are not known came from there. Wait a quarter of an hour."
    return Problem(
        HTTPStatus.TOO_MANY_REQUESTS, "too-many-guesses", said, headers={"Retry-After": str(SECONDS)}
    )


def _guesses(place: str, handle: str) -> int:
    return int(cache.get(_counter(place, handle), 0))


def _count(place: str, handle: str) -> None:
    counter = _counter(place, handle)
    cache.add(counter, 0, SECONDS)
    with suppress(ValueError):  # it was forgotten in between: the quarter of an hour is over
        cache.incr(counter)


def _counter(place: str, handle: str) -> str:
    return f"api-guesses:{place}:{handle}"
