"""Making and ending the tokens with which a person's programs act in that person's name."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from handback.records.audit import actions as audit
from handback.records.audit.facts import By, plain
from handback.records.audit.writing import EventBeingWritten
from handback.records.people.keys import key_of, new_text
from handback.records.people.models import Authority, Token, User

LONGEST_LIFE = 366  # days
MOST = 20  # tokens that one person has at one authority


class TokenRefused(ValueError):
    """A token that cannot be made. Its text is a sentence for people."""


class TokenNameTaken(TokenRefused):
    """A second running token with the same name would be told from the first by nobody."""

    def __init__(self, name: str) -> None:
        super().__init__(f"You have a token named “{name}”. End that one first, or choose another name.")


class TooManyTokens(TokenRefused):
    """More tokens than anybody can watch over."""

    def __init__(self) -> None:
        super().__init__(f"You have {MOST} tokens here. End those that are no longer used.")


class TokenForTooLong(TokenRefused):
    """A token that would outlast what is allowed, or end before it begins."""

    def __init__(self) -> None:
        super().__init__("A token lasts from one day to a year.")


class NoSuchToken(TokenRefused):
    """A token that is not this person's, or has ended."""

    def __init__(self) -> None:
        super().__init__("You have no such token, or it has ended.")


@transaction.atomic
def make_token(
    user: User, authority: Authority, *, name: str, may_write: bool, until: date, on: date, at: datetime
) -> tuple[Token, str]:
    """Make a token of a person's own; its text is given back here and never again.

    `until` is the first day without it. Raises TokenNameTaken, TooManyTokens and TokenForTooLong.
    """
    if not 1 <= (until - on).days <= LONGEST_LIFE:
        raise TokenForTooLong
    User.objects.select_for_update().get(pk=user.pk)
    mine = list(Token.objects.filter(user=user, authority=authority, ended_at=None))
    running = [token for token in mine if token.until > on]
    if any(token.name == name for token in running):
        raise TokenNameTaken(name)
    if len(running) >= MOST:
        raise TooManyTokens
    text = new_text()
    key = key_of(text)
    if key is None:
        raise AssertionError("a new token has the form of a token")
    with audit.action("people.token.made", by=user, at=at) as event:
        for token in mine:
            if token.name == name:  # it has run out
                event.change(token, ended_at=at)
        made = event.add(
            Token(
                user=user,
                authority=authority,
                name=name,
                handle=key.handle,
                sha256=key.sha256,
                may_write=may_write,
                made_at=at,
                until=until,
            )
        )
        event.subject = _subject(made)
        event.values = plain({"name": name, "may_write": may_write, "until": until})
    return made, text


def end_token(pk: int, *, of: User, by: By, at: datetime) -> Token:
    """End a token of this person's; what was done with it stays. Raises NoSuchToken."""
    with transaction.atomic():
        token = Token.objects.select_for_update().filter(pk=pk, user=of, ended_at=None).first()
        if token is None:
            raise NoSuchToken
        with audit.action("people.token.ended", by=by, at=at) as event:
            event.change(token, ended_at=at)
            event.subject = _subject(token)
            event.values = {"name": token.name}
    return token


@transaction.atomic
def end_all_tokens(pk: int, *, by: By, at: datetime) -> tuple[Token, ...]:
    """End every token of an account, at every authority, with one event; those that were ended."""
    tokens = _held(pk)
    if tokens:
        with audit.action("people.tokens.ended", by=by, at=at) as event:
            _end(event, tokens, at=at)
            event.subject = f"accounts/{pk}"
    return tokens


@transaction.atomic
def close_account(pk: int, *, by: By, at: datetime) -> User:
    """Let nobody sign in to an account any more, and end its tokens. Everything done with it stays."""
    user = User.objects.select_for_update().get(pk=pk)
    if not user.is_active:
        return user
    with audit.action("people.account.closed", by=by, at=at) as event:
        event.change(user, is_active=False)
        _end(event, _held(pk), at=at)
        event.subject = f"accounts/{pk}"
    return user


def _held(account: int) -> tuple[Token, ...]:
    return tuple(Token.objects.select_for_update().filter(user=account, ended_at=None).order_by("pk"))


def _end(event: EventBeingWritten, tokens: Iterable[Token], *, at: datetime) -> None:
    ended = [event.change(token, ended_at=at).name for token in tokens]
    event.values = plain({"tokens_ended": ended})


def note_use(pk: int, *, on: date) -> None:
    """Remember the last day on which a token was used. The log is not told: it tells what was changed."""
    Token.objects.filter(pk=pk).update(last_used_on=on)


def _subject(token: Token) -> str:
    return f"{token.authority.slug}/accounts/{token.user_id}/tokens/{token.pk}"
