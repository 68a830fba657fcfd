"""Checkpoints of the log: signed, kept, published, and made only when something has happened."""

import pytest
from django.conf import settings

from handback.core.audit.checkpoint import opened
from handback.core.audit.merkle import root_of
from handback.records.audit import actions as audit
from handback.records.audit import published
from handback.records.audit.models import Checkpoint, Event
from handback.records.audit.queries import checkpoint_key, latest_checkpoint
from handback.records.audit.refusals import KeyUnreadable
from handback.records.audit.signing import signer, verify_signature
from tests.support.audit import ADA, AT, LATER, last_event, nothing_written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key_folder(tmp_path):
    """A folder without a key, for the length of a test."""
    usual, settings.DATA = settings.DATA, tmp_path
    yield tmp_path
    settings.DATA = usual


def test_a_checkpoint_states_the_size_and_root_of_the_log():
    nothing_written(3)
    hashes = [event.hash.encode() for event in Event.objects.order_by("seq")]

    signed = audit.checkpoint(by=ADA, at=AT)

    assert (signed.size, signed.root) == (3, root_of(hashes).hex())


def test_the_signed_note_says_the_same():
    nothing_written(3)

    signed = audit.checkpoint(by=ADA, at=AT)

    head = opened(signed.note, key=checkpoint_key(), verify=verify_signature)
    assert (head.size, head.root.hex(), head.origin) == (3, signed.root, checkpoint_key().name)


def test_signing_is_in_the_log():
    nothing_written()

    signed = audit.checkpoint(by=ADA, at=AT)

    assert (last_event().action, last_event().seq) == ("audit.checkpoint.signed", signed.size + 1)


def test_an_empty_log_can_be_signed():
    assert audit.checkpoint(by=ADA, at=AT).size == 0


def test_a_checkpoint_is_not_signed_again_while_nothing_happens():
    nothing_written()
    first = audit.checkpoint(by=ADA, at=AT)

    assert audit.checkpoint(by=ADA, at=LATER) == first
    assert Checkpoint.objects.count() == 1


def test_the_latest_checkpoint_is_the_longest():
    for _ in range(2):
        nothing_written()
        newest = audit.checkpoint(by=ADA, at=AT)

    assert latest_checkpoint() == newest


def test_the_public_sees_the_latest_checkpoint_and_its_key():
    nothing_written()
    signed = audit.checkpoint(by=ADA, at=AT)

    assert published.checkpoint() == published.PublishedCheckpoint(
        size=1, root=signed.root, note=signed.note, signed_at=AT, key=str(checkpoint_key())
    )


def test_before_the_first_checkpoint_there_is_nothing_to_publish():
    assert published.checkpoint() is None


def test_the_key_is_made_once(key_folder):
    assert signer().key == signer().key == checkpoint_key()
    assert [path.name for path in key_folder.iterdir()] == ["checkpoint.key"]


def test_the_key_is_its_owners_alone(key_folder):
    signer()

    assert (key_folder / "checkpoint.key").stat().st_mode & 0o777 == 0o600


def test_asking_for_the_public_key_makes_none(key_folder):
    assert checkpoint_key() is None
    assert not list(key_folder.iterdir())


def test_a_key_that_others_can_read_is_refused(key_folder):
    signer()
    (key_folder / "checkpoint.key").chmod(0o644)

    with pytest.raises(KeyUnreadable, match="can be read by others"):
        signer()


@pytest.mark.parametrize("text", ["", "PRIVATE+KEY+a+b", "PRIVATE+KEY+a+00000000+AAAA", "\x00\xff"])
def test_a_file_that_is_no_key_is_refused(key_folder, text):
    path = key_folder / "checkpoint.key"
    path.write_text(text, encoding="latin-1")
    path.chmod(0o600)

    with pytest.raises(KeyUnreadable, match="put the right file back"):
        signer()


def test_a_key_with_another_name_is_damaged(key_folder):
    signer()
    path = key_folder / "checkpoint.key"
    path.write_text(path.read_text().replace("handback/", "handback-"))

    with pytest.raises(KeyUnreadable, match="damaged"):
        signer()
