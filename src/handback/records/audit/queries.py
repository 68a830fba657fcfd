"""Questions about the log."""

from handback.core.audit.checkpoint import Key
from handback.records.audit.findings import Problem, Verification
from handback.records.audit.models import Checkpoint, Event, Events
from handback.records.audit.signing import public_key
from handback.records.audit.verification import verify

__all__ = ["Problem", "Verification", "checkpoint_key", "events", "latest_checkpoint", "verify"]


def events() -> Events:
    """The log, unordered; its methods chain: `events().about("harrowmere").newest_first()`."""
    return Event.objects.all()


def latest_checkpoint() -> Checkpoint | None:
    """The checkpoint that was signed last; None if none was."""
    return Checkpoint.objects.order_by("-size", "-pk").first()


def checkpoint_key() -> Key | None:
    """The public key that this record's checkpoints are checked with; as text it is a C2SP verifier key."""
    return public_key()
