"""RFC 9162 trees: published roots, a slow oracle, and proofs that cannot be forged."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handback.core.audit.merkle import (
    EMPTY,
    Tree,
    consistency_proof,
    continues,
    includes,
    inclusion_proof,
    root_of,
)

# The leaves and roots that Certificate Transparency's own implementations are tested with.
LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

leaves = st.lists(st.binary(max_size=8), min_size=1, max_size=40)


def slow_root(entries):
    """Section 2.1.1 of the RFC, word for word."""
    if not entries:
        return sha256(b"").digest()
    if len(entries) == 1:
        return sha256(b"\x00" + entries[0]).digest()
    middle = 1
    while middle * 2 < len(entries):
        middle *= 2
    return sha256(b"\x01" + slow_root(entries[:middle]) + slow_root(entries[middle:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_the_published_roots_are_found(size):
    assert root_of(LEAVES[:size]).hex() == ROOTS[size]


def test_an_empty_tree_has_the_hash_of_nothing():
    assert Tree().root() == EMPTY


@given(leaves)
def test_a_tree_that_grows_has_at_every_size_the_root_of_the_definition(entries):
    tree = Tree()
    for size, entry in enumerate(entries, start=1):
        tree.append(entry)

        assert tree.root() == slow_root(entries[:size])


@given(leaves, st.data())
def test_every_leaf_is_shown_to_be_in_its_place(entries, data):
    index = data.draw(st.integers(0, len(entries) - 1))

    proof = inclusion_proof(entries, index)

    assert includes(leaf=entries[index], index=index, size=len(entries), proof=proof, root=slow_root(entries))


@given(leaves, st.data(), st.binary(max_size=8))
def test_no_other_leaf_passes_with_the_proof(entries, data, other):
    index = data.draw(st.integers(0, len(entries) - 1))
    proof = inclusion_proof(entries, index)

    shown = includes(leaf=other, index=index, size=len(entries), proof=proof, root=slow_root(entries))

    assert shown == (other == entries[index])


@given(leaves, st.data())
def test_a_proof_holds_for_its_own_place_only(entries, data):
    index = data.draw(st.integers(0, len(entries) - 1))
    other = data.draw(st.integers(0, len(entries) + 1).filter(lambda place: place != index))
    proof = inclusion_proof(entries, index)

    assert not includes(
        leaf=entries[index] + b"!", index=other, size=len(entries), proof=proof, root=slow_root(entries)
    )


@given(leaves, st.data())
def test_a_tree_is_shown_to_continue_each_tree_before_it(entries, data):
    first = data.draw(st.integers(1, len(entries)))

    proof = consistency_proof(entries, first)

    assert continues(
        first=first,
        first_root=slow_root(entries[:first]),
        second=len(entries),
        second_root=slow_root(entries),
        proof=proof,
    )


@given(leaves, st.data())
def test_a_tree_that_changed_the_past_is_not_shown_to_continue_it(entries, data):
    first = data.draw(st.integers(1, len(entries)))
    forked = [entries[0] + b"!", *entries[1:]]

    assert not continues(
        first=first,
        first_root=slow_root(entries[:first]),
        second=len(entries),
        second_root=slow_root(forked),
        proof=consistency_proof(forked, first),
    )


@given(leaves, st.data())
def test_a_proof_that_was_cut_shows_nothing(entries, data):
    index = data.draw(st.integers(0, len(entries) - 1))
    proof = inclusion_proof(entries, index)[1:]

    shown = includes(
        leaf=entries[index], index=index, size=len(entries), proof=proof, root=slow_root(entries)
    )

    assert shown == (len(entries) == 1)


def test_there_is_no_proof_for_a_leaf_that_is_not_there():
    with pytest.raises(IndexError):
        inclusion_proof(LEAVES, 8)


def test_there_is_no_proof_that_a_tree_continues_a_longer_one():
    with pytest.raises(ValueError, match="No proof leads from 9 leaves to 8"):
        consistency_proof(LEAVES, 9)


def test_a_tree_continues_no_longer_tree():
    root = root_of(LEAVES)

    assert not continues(first=8, first_root=root, second=7, second_root=root, proof=[])
