"""Checkpoints in the C2SP form: written, read, and refused when anything is out of place."""

from base64 import b64encode
from hashlib import sha256

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from handback.core.audit.checkpoint import Head, Key, NotACheckpoint, WrongSignature, opened, signed

PRIVATE = Ed25519PrivateKey.from_private_bytes(b"harrowmere tests only, not a key"[:32])
KEY = Key("harrowmere.example/log", PRIVATE.public_key().public_bytes_raw())
HEAD = Head("harrowmere.example/log", 12, sha256(b"twelve events").digest())

# The key and signature in the documentation of Go's note package, from which C2SP's format comes.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_SUM_KEY = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"


def verify(public, signature, message):
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def note():
    return signed(HEAD, key=KEY, sign=PRIVATE.sign)


def test_a_note_is_three_lines_an_empty_one_and_a_signature():
    lines = note().split("\n")

    assert lines[:4] == ["harrowmere.example/log", "12", b64encode(HEAD.root).decode(), ""]
    assert lines[4].startswith("— harrowmere.example/log ")
    assert lines[5:] == [""]


def test_what_was_signed_is_what_is_read():
    assert opened(note(), key=KEY, verify=verify) == HEAD


@pytest.mark.parametrize("text", [GO_KEY, GO_SUM_KEY])
def test_keys_of_other_logs_are_read_and_written_alike(text):
    assert str(Key.parse(text)) == text


def test_a_key_that_was_not_copied_whole_is_refused():
    with pytest.raises(NotACheckpoint, match="not copied whole"):
        Key.parse(GO_KEY.replace("PeterNeumann", "PeterNewman"))


@pytest.mark.parametrize("text", ["", "a", "a+b", "a b+c74f20a3+AR==", "a+00000000+AAAA", "a+00000000+!!!"])
def test_what_is_not_a_key_is_refused(text):
    with pytest.raises(NotACheckpoint):
        Key.parse(text)


def test_a_checkpoint_for_another_number_of_events_has_the_wrong_signature():
    with pytest.raises(WrongSignature, match="does not belong to the text"):
        opened(note().replace("\n12\n", "\n13\n"), key=KEY, verify=verify)


def test_a_checkpoint_signed_by_somebody_else_is_not_ours():
    stranger = Ed25519PrivateKey.generate()
    theirs = Key("elsewhere.example/log", stranger.public_key().public_bytes_raw())

    with pytest.raises(WrongSignature, match=r"signed by elsewhere\.example/log"):
        opened(signed(HEAD, key=theirs, sign=stranger.sign), key=KEY, verify=verify)


def test_a_witness_may_add_a_signature_that_we_do_not_know():
    witnessed = note() + "— witness.example " + b64encode(b"abcd" + b"s" * 72).decode() + "\n"

    assert opened(witnessed, key=KEY, verify=verify) == HEAD


def test_further_lines_are_signed_too():
    text = HEAD.text + "something more\n"
    signature = b64encode(KEY.id + PRIVATE.sign(text.encode())).decode()

    assert opened(f"{text}\n— {KEY.name} {signature}\n", key=KEY, verify=verify) == HEAD


@pytest.mark.parametrize(
    "fault",
    [
        lambda text: "",
        lambda text: text.replace("\n\n", "\n"),
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("— ", "- "),
        lambda text: text.replace("\n12\n", "\n012\n"),
        lambda text: text.replace("\n12\n", "\n-1\n"),
        lambda text: text.replace("\n12\n", "\n\n"),
        lambda text: text.replace("\n12\n", "\n12\r\n"),
        lambda text: text.replace("harrowmere.example/log\n", "", 1),
        lambda text: text.split("\n\n")[0] + "\n\n",
        lambda text: "x" * 200_000 + text,
    ],
)
def test_what_is_not_a_checkpoint_is_refused(fault):
    with pytest.raises(NotACheckpoint):
        opened(fault(note()), key=KEY, verify=verify)
