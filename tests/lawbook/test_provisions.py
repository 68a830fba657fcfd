"""The provisions that instruments cite, and how each is known."""

import pytest

from handback import lawbook
from handback.lawbook.provisions import Mark, Provision, ProvisionTwice, read_provisions

ENTRY = """
[[provision]]
key = "Harrowmere Act 1901 s.2"
instrument = "Harrowmere Act 1901"
section = "2"
does = "The council may keep a market."
mark = "sourced"
address = "https://harrowmere.example/act"
"""


def provisions_of(mark: Mark) -> list[Provision]:
    return [entry for entry in lawbook.provisions().values() if entry.mark is mark]


def test_a_provision_is_found_by_the_key_that_instruments_cite():
    found = lawbook.provision("LGA 1999 s.15(5)")

    assert found is not None
    assert (found.instrument, found.section) == ("Local Government Act 1999", "15(5)")


def test_a_key_that_the_lawbook_does_not_have_finds_nothing():
    assert lawbook.provision("LGA 1999 s.999") is None


@pytest.mark.parametrize(
    "key",
    ["LGA 1999 s.3", "LGA 1999 s.10", "LGA 1999 s.13", "LGA 1999 s.26", "Children Act 2004 s.50"]
    + [f"LGA 1999 s.15({number})" for number in (1, 5, 6, 9, 10, 11, 12, 13)]
    + [f"Education Act 1996 s.497A({number})" for number in ("4", "4A", "4B")],
)
def test_the_lawbook_has_the_powers_of_intervention(key):
    assert lawbook.provision(key) is not None


def test_the_lawbook_is_read_once():
    assert lawbook.provisions() is lawbook.provisions()


def test_the_lawbook_cannot_be_changed_by_those_who_read_it():
    with pytest.raises(TypeError):
        lawbook.provisions()["LGA 1999 s.3"] = None


def test_every_sourced_provision_has_the_address_where_it_was_read():
    assert all(entry.address.startswith("http") for entry in provisions_of(Mark.SOURCED))


def test_what_was_never_read_is_marked_as_from_memory():
    keys = [entry.key for entry in provisions_of(Mark.FROM_MEMORY)]

    assert keys == [f"LGA 1999 s.15({number})" for number in (10, 11, 12, 13)]


def test_a_part_that_was_not_read_is_told_even_where_the_rest_was():
    assert "from memory" in lawbook.provisions()["LGA 1999 s.15(6)"].doubt


def test_a_lawbook_with_one_key_twice_is_refused():
    with pytest.raises(ProvisionTwice, match=r"two entries for Harrowmere Act 1901 s\.2"):
        read_provisions(ENTRY + ENTRY)


def test_a_mark_that_means_nothing_is_refused():
    with pytest.raises(ValueError, match="hearsay"):
        read_provisions(ENTRY.replace('"sourced"', '"hearsay"'))
