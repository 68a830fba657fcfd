"""The Merkle root of the log at the size of each checkpoint is the root that was signed."""

from handback.core.audit.checkpoint import Head, Key, NotACheckpoint, WrongSignature, opened
from handback.core.audit.merkle import Tree
from handback.records.audit.findings import Findings
from handback.records.audit.models import Checkpoint
from handback.records.audit.signing import public_key, verify_signature


class Roots:
    """The tree as it grows, and the signed roots that it must pass through."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.tree = Tree()
        self.stated = 0
        self._awaited: dict[int, list[tuple[str, bytes]]] = {}
        self._agreed = 0  # the largest size at which a checkpoint agreed

    def expect_stored(self) -> None:
        """Expect the root of every checkpoint in the record, each signed with the key beside it."""
        for stored in Checkpoint.objects.order_by("size", "pk").iterator(chunk_size=500):
            name = f"checkpoint {stored.pk} of this record"
            head = self._open(stored.note, name, [stored.key])
            if head and (head.size, head.root.hex()) != (stored.size, stored.root):
                self.findings.say(
                    f"The {name} says something else than its signed note.",
                    table="audit_checkpoint",
                    key=str(stored.pk),
                )

    def expect(self, note: str, key: Key | None) -> None:
        """Expect the root of a checkpoint that was given out, signed with `key` or any key of this record."""
        keys = Checkpoint.objects.values_list("key", flat=True).distinct()
        own = [str(current)] if (current := public_key()) else []
        self._open(note, "checkpoint that was given", [str(key)] if key else [*own, *keys])

    def add(self, event_hash: str) -> None:
        """Add an event to the tree, and compare if a checkpoint was signed at this size."""
        self.tree.append(event_hash.encode())
        if self.tree.size in self._awaited:
            self._compare()

    def finish(self) -> None:
        """Say which checkpoints the log is too short for."""
        for size, heads in sorted(self._awaited.items()):
            for name, _ in heads:
                self.findings.say(
                    f"The log was cut: the {name} was signed for {size} events; {self.tree.size} are left.",
                    event=self.tree.size + 1,
                )

    def _open(self, note: str, name: str, keys: list[str]) -> Head | None:
        try:
            head = opened_with_any(note, keys)
        except (NotACheckpoint, WrongSignature) as wrong:
            self.findings.say(f"The {name} is not good. {wrong}")
            return None
        self.stated += 1
        self._awaited.setdefault(head.size, []).append((name, head.root))
        if head.size == 0:
            self._compare()
        return head

    def _compare(self) -> None:
        size, root = self.tree.size, self.tree.root()
        for name, signed_root in self._awaited.pop(size):
            if signed_root == root:
                self._agreed = size
            else:
                self.findings.say(
                    f"The log is not the one that the {name} was signed for:"
                    f" something in events {self._agreed + 1} to {size} was changed.",
                    event=size,
                )


def opened_with_any(note: str, keys: list[str]) -> Head:
    """The head that one of these keys signed. Raises NotACheckpoint, or WrongSignature of the first key."""
    wrong = WrongSignature("This record has no key to check it with.")
    for number, key in enumerate(keys):
        try:
            return opened(note, key=Key.parse(key), verify=verify_signature)
        except WrongSignature as fault:
            wrong = fault if number == 0 else wrong
    raise wrong
