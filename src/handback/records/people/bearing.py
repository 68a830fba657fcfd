"""Whose name a token speaks in, and why it may not.

Whoever holds a token proved it before anything is said of it: what is not known is refused in one sentence.
What its person may do is asked of their roles at the moment of use, and is no part of the token.
"""

from dataclasses import dataclass
from datetime import date

from handback.records.audit.actions import Actor
from handback.records.people.keys import NEVER, Key, key_of, opens
from handback.records.people.models import Token, User


class TokenNotTaken(Exception):
    """A token that opens nothing. Its text is a sentence for people."""


class TokenUnknown(TokenNotTaken):
    """Not a token, or none that was made here; `handle` is that of the token whose secret this is not."""

    def __init__(self, handle: str = "") -> None:
        self.handle = handle
        super().__init__("This token is not known here. Copy it whole, as it was shown when it was made.")


class TokenEnded(TokenNotTaken):
    """A token that was ended, ran out, or whose account is closed."""

    def __init__(self, token: Token) -> None:
        super().__init__(f"The token named “{token.name}” has ended. Make another in the office.")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person, as one of their tokens speaks for them at one authority."""

    user: User
    authority: str  #: its slug
    token: int
    name: str
    may_write: bool
    until: date
    last_used_on: date | None

    def as_actor(self) -> Actor:
        """The person, and by which token: what the log names."""
        told = f"{self.user.name}, by a token named “{self.name}”"
        return Actor(kind="person", name=told, account=self.user.pk)


def bearer(text: str, *, on: date) -> Bearer:
    """Whom a token speaks for on a day. Raises TokenUnknown and TokenEnded. One query."""
    key = key_of(text) or Key("", NEVER)
    token = Token.objects.select_related("user", "authority").filter(handle=key.handle).first()
    if not opens(key, token.sha256 if token else NEVER) or token is None:
        raise TokenUnknown(token.handle if token else "")
    if token.ended_at is not None or token.until <= on or not token.user.is_active:
        raise TokenEnded(token)
    return Bearer(
        user=token.user,
        authority=token.authority.slug,
        token=token.pk,
        name=token.name,
        may_write=token.may_write,
        until=token.until,
        last_used_on=token.last_used_on,
    )
