"""The text of a token: made once, shown once, and kept only as a hash.

A token is `handback_` (so that it is known for one wherever it turns up), its handle, by which it is found,
and 32 random bytes, without which the handle opens nothing.
"""

import logging
import re
import secrets
from dataclasses import dataclass
from hashlib import sha256

PREFIX = "handback_"
HANDLE_BYTES, SECRET_BYTES = 6, 32
LONGEST = 100  # characters: more than any token has
_FORM = re.compile(r"handback_([0-9a-f]{12})_[A-Za-z0-9_-]{43}", re.ASCII)
_BEGINNING = re.compile(r"handback_[0-9a-f]{12}_", re.ASCII)
_ANY = re.compile(r"handback_[0-9a-f]{12}_[A-Za-z0-9_-]*", re.ASCII)
NEVER = sha256(b"").hexdigest()  # the hash of no token


@dataclass(frozen=True, slots=True)
class Key:
    """A token's handle and the SHA-256 of its text, in hexadecimal."""

    handle: str
    sha256: str


def new_text() -> str:
    """A token nobody has had before."""
    return f"{PREFIX}{secrets.token_hex(HANDLE_BYTES)}_{secrets.token_urlsafe(SECRET_BYTES)}"


def key_of(text: str) -> Key | None:
    """What is kept of a token; None for what cannot be one."""
    found = _FORM.fullmatch(text) if len(text) <= LONGEST else None
    return None if found is None else Key(found[1], sha256(text.encode()).hexdigest())


def holds_one(text: str) -> bool:
    """Whether a token stands anywhere in a text."""
    return _BEGINNING.search(text) is not None


def without(text: str) -> str:
    """A text in which every token, whole or cut off, is left out from its first letter on."""
    return _ANY.sub("[a token]", text)


class LeftOut(logging.Filter):
    """Leaves tokens out of what is logged: a refused address is logged, and somebody put one there."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true: the rest of the line is kept."""
        said = record.getMessage()
        if holds_one(said):
            record.msg, record.args = without(said), None
        return True


def opens(key: Key, kept: str) -> bool:
    """Whether this is the token whose hash was kept; takes as long whatever the answer is."""
    return secrets.compare_digest(key.sha256, kept)
