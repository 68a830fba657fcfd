"""A checkpoint of the log as a C2SP signed note, so that anybody's tools can read and witness it.

1. The text is three lines: the log's name (origin), how many events it holds, and their Merkle root in base64
   (c2sp.org/tlog-checkpoint). Lines after them are kept and signed but mean nothing here.
2. An empty line follows, then signatures: "— name base64(key ID, signature)" (c2sp.org/signed-note). A line
   from a key that we do not know is ignored; one from a key that we know must be right.
3. A key is written "name+key ID in hexadecimal+base64(0x01, 32 bytes of the Ed25519 public key)".
4. Signing and checking are passed in: this module makes and takes apart the text.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

ED25519 = b"\x01"  # the signature type that C2SP gives to Ed25519
SIGNATURE_LINE = re.compile(r"— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")
SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
MOST_TEXT = 100_000  # characters; C2SP asks for room for sixteen signatures of up to 5 kB

Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes, bytes], bool]  # public key, signature, message


class NotACheckpoint(ValueError):
    """Text that is not a signed checkpoint, or a key that is not one; the text says why."""


class WrongSignature(ValueError):
    """A checkpoint that the expected key did not sign."""


@dataclass(frozen=True, slots=True)
class Key:
    """Whose signature is looked for: a name without spaces or plus signs, and an Ed25519 public key."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """The four bytes that open this key's signatures."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, text: str) -> "Key":
        """The key that `str` wrote. Raises NotACheckpoint."""
        parts = text.strip().split("+", 2)
        if len(parts) != 3 or not re.fullmatch(r"[^\s+]+", parts[0]):
            raise NotACheckpoint(
                "A key is a name, eight hexadecimal digits and base64, joined by plus signs."
            )
        raw = _decode(parts[2])
        if len(raw) != 33 or raw[:1] != ED25519:
            raise NotACheckpoint("The key is not an Ed25519 key.")
        key = cls(parts[0], raw[1:])
        if key.id.hex() != parts[1]:
            raise NotACheckpoint("The key's digits do not belong to it: it was not copied whole.")
        return key


@dataclass(frozen=True, slots=True)
class Head:
    """How long a log is and what it holds. `root` is 32 bytes."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def signed(head: Head, *, key: Key, sign: Sign) -> str:
    """The note of a head, signed with one key."""
    signature = b64encode(key.id + sign(head.text.encode())).decode()
    return f"{head.text}\n— {key.name} {signature}\n"


def opened(note: str, *, key: Key, verify: Verify) -> Head:
    """The head that `note` states and `key` signed. Raises NotACheckpoint or WrongSignature."""
    text, signatures = _parts(note)
    head = _head(text)
    ours = [raw[4:] for name, raw in signatures if name == key.name and raw[:4] == key.id]
    if not ours:
        signers = ", ".join(sorted({name for name, _ in signatures}))
        raise WrongSignature(f"The checkpoint is signed by {signers}, and not with the key of {key.name}.")
    if not all(verify(key.public, signature, text.encode()) for signature in ours):
        raise WrongSignature(f"The signature of {key.name} does not belong to the text of this checkpoint.")
    return head


def _parts(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    if len(note) > MOST_TEXT or any(letter < " " and letter != "\n" for letter in note):
        raise NotACheckpoint("This is not a checkpoint: it is too long or not plain text.")
    text, found, below = note.rpartition("\n\n")
    lines = below.split("\n")
    if not found or lines[-1] != "" or len(lines) < 2:
        raise NotACheckpoint("This is not a checkpoint: an empty line and a signature must follow its text.")
    return text + "\n", [_signature(line) for line in lines[:-1]]


def _signature(line: str) -> tuple[str, bytes]:
    match = SIGNATURE_LINE.fullmatch(line)
    raw = _decode(match[2]) if match else b""
    if match is None or len(raw) < 5:
        raise NotACheckpoint(f"This is not a checkpoint: {line[:60]!r} is not a signature.")
    return match[1], raw


def _head(text: str) -> Head:
    lines = text.removesuffix("\n").split("\n")
    if len(lines) < 3 or not all(lines) or not SIZE.fullmatch(lines[1]):
        raise NotACheckpoint("This is not a checkpoint: it must give a name, a number of events and a root.")
    root = _decode(lines[2])
    if len(root) != sha256().digest_size:
        raise NotACheckpoint("This is not a checkpoint: its root is not a SHA-256 hash.")
    return Head(lines[0], int(lines[1]), root)


def _decode(text: str) -> bytes:
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if b64encode(raw).decode() != text:
        raise NotACheckpoint(f"{text[:60]!r} is not base64.")
    return raw
