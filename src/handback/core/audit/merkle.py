"""The Merkle tree of RFC 9162, section 2.1: one hash for a whole log, and short proofs about it.

1. A leaf is hashed with the byte 0x00 before it, a node with 0x01, so neither can pass for the other.
2. The tree of n leaves splits at the largest power of two below n.
3. A proof is checked with the root, the sizes and the proof alone.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of one entry."""
    return sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees, side by side."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that only grows, holding the roots of its complete subtrees: O(log n) memory.

    `size` is the number of leaves.
    """

    def __init__(self) -> None:
        self.size = 0
        self._roots: list[bytes] = []  # of complete subtrees, largest first: one for each bit set in `size`

    def append(self, leaf: bytes) -> None:
        """Add an entry at the end."""
        hashed, merging = leaf_hash(leaf), self.size
        while merging & 1:
            hashed = node_hash(self._roots.pop(), hashed)
            merging >>= 1
        self._roots.append(hashed)
        self.size += 1

    def root(self) -> bytes:
        """The root over every leaf so far."""
        if not self._roots:
            return EMPTY
        hashed = self._roots[-1]
        for left in reversed(self._roots[:-1]):
            hashed = node_hash(left, hashed)
        return hashed


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root of a tree of these leaves."""
    tree = Tree()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes that lead from the leaf at `index` to the root (RFC 9162, 2.1.3.1). Cost O(n).

    Raises IndexError if there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"A tree of {len(leaves)} leaves has none at {index}.")
    if len(leaves) == 1:
        return []
    middle = _split(len(leaves))
    if index < middle:
        return [*inclusion_proof(leaves[:middle], index), root_of(leaves[middle:])]
    return [*inclusion_proof(leaves[middle:], index - middle), root_of(leaves[:middle])]


def includes(*, leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows `leaf` at `index` of the tree of `size` with `root` (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    place, last, hashed = index, size - 1, leaf_hash(leaf)
    for step in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            hashed = node_hash(step, hashed)
            place, last = _past_missing_siblings(place, last)
        else:
            hashed = node_hash(hashed, step)
        place, last = place >> 1, last >> 1
    return last == 0 and hashed == root


def consistency_proof(leaves: Sequence[bytes], first: int) -> list[bytes]:
    """The hashes that show the tree of the `first` leaves to begin this one (RFC 9162, 2.1.4.1). Cost O(n).

    Raises ValueError unless 0 < first <= the number of leaves.
    """
    if not 0 < first <= len(leaves):
        raise ValueError(f"No proof leads from {first} leaves to {len(leaves)}.")
    return _subproof(leaves, first, whole=True)


def continues(
    *, first: int, first_root: bytes, second: int, second_root: bytes, proof: Sequence[bytes]
) -> bool:
    """Whether the proof shows the tree of `first` leaves to begin that of `second` (RFC 9162, 2.1.4.2)."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and first_root == second_root
    steps = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    if not steps:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            old, new = node_hash(step, old), node_hash(step, new)
            place, last = _past_missing_siblings(place, last)
        else:
            new = node_hash(new, step)
        place, last = place >> 1, last >> 1
    return last == 0 and old == first_root and new == second_root


def _past_missing_siblings(place: int, last: int) -> tuple[int, int]:
    """Climb the levels at which the rightmost subtree has no sibling, and so no step in the proof."""
    while not place & 1 and place != 0:
        place, last = place >> 1, last >> 1
    return place, last


def _subproof(leaves: Sequence[bytes], first: int, *, whole: bool) -> list[bytes]:
    if first == len(leaves):
        return [] if whole else [root_of(leaves)]
    middle = _split(len(leaves))
    if first <= middle:
        return [*_subproof(leaves[:middle], first, whole=whole), root_of(leaves[middle:])]
    return [*_subproof(leaves[middle:], first - middle, whole=False), root_of(leaves[:middle])]


def _split(size: int) -> int:
    """The largest power of two below `size`, which is at least two."""
    return 1 << ((size - 1).bit_length() - 1)
