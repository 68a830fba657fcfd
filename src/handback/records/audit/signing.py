"""The key that signs checkpoints: one file in the record's folder, made once, readable by its owner only.

It is written as Go's note package writes private keys, "PRIVATE+KEY+name+key ID+base64(0x01, seed)", so that
the tools of other transparency logs can read it.
"""

import stat
from base64 import b64decode, b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from handback.core.audit.checkpoint import ED25519, Head, Key, signed
from handback.records.audit.made_once import make_once
from handback.records.audit.refusals import KeyUnreadable

FILE = "checkpoint.key"
OPENING = "PRIVATE+KEY+"


@dataclass(frozen=True, slots=True)
class Signer:
    """The private key, and the public one that others check its signatures with."""

    key: Key
    private: Ed25519PrivateKey

    @property
    def origin(self) -> str:
        """The log's name in checkpoints, which is also the key's."""
        return self.key.name

    def note(self, *, size: int, root: bytes) -> str:
        """A signed checkpoint."""
        return signed(Head(self.origin, size, root), key=self.key, sign=self.private.sign)


def signer() -> Signer:
    """This record's signer; its key is made the first time. Raises KeyUnreadable."""
    path = key_file()
    if not path.exists():
        _make(path)
    return _read(path)


def public_key() -> Key | None:
    """The key that this record's checkpoints are checked with; None if none was ever made."""
    path = key_file()
    return _read(path).key if path.exists() else None


def key_file() -> Path:
    """Where the key is kept."""
    return Path(settings.DATA) / FILE


def verify_signature(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether an Ed25519 signature is good."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _make(path: Path) -> None:
    """Make a new key; one that is already there wins."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    key = Key(f"handback/{sha256(public).hexdigest()[:16]}", public)
    seed = b64encode(ED25519 + private.private_bytes_raw()).decode()
    make_once(path, f"{OPENING}{key.name}+{key.id.hex()}+{seed}\n")


def _read(path: Path) -> Signer:
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyUnreadable(
            f"{path} can be read by others: whoever reads it can sign. Make it yours alone (chmod 600)."
        )
    try:
        name, key_id, seed = path.read_text(encoding="ascii").strip().removeprefix(OPENING).split("+", 2)
        raw = b64decode(seed, validate=True)
        private = Ed25519PrivateKey.from_private_bytes(raw[1:])
    except ValueError:
        raise KeyUnreadable(f"{path} is not a signing key: put the right file back.") from None
    key = Key(name, private.public_key().public_bytes_raw())
    if raw[:1] != ED25519 or key.id.hex() != key_id:
        raise KeyUnreadable(f"{path} is damaged: put the right file back.")
    return Signer(key, private)
