"""Words are found in documents; what people type never breaks the search."""

import pytest

from handback.records.documents import search


def _names(harrowmere, typed):
    return ["".join(text for text, _ in found.name) for found in search.find(harrowmere, typed)]


def test_a_document_is_found_by_words_of_its_text(read, harrowmere):
    read("The licensing strategy was approved.", name="strategy.txt")
    read("The budget was noted.", name="budget.txt")

    assert _names(harrowmere, "strategy licensing") == ["strategy.txt"]


def test_a_document_is_found_by_the_beginning_of_the_last_word(read, harrowmere):
    read("The licensing strategy was approved.", name="one.txt")

    assert _names(harrowmere, "the strat") == ["one.txt"]


def test_a_document_that_nobody_has_read_is_found_by_its_name(keep, harrowmere):
    keep(b"\x00\x01\x02", name="Commissioners letter.bin")

    assert _names(harrowmere, "commissioners") == ["Commissioners letter.bin"]


def test_the_words_found_are_set_apart_in_the_excerpt(read, harrowmere):
    read("On Monday the cabinet agreed the housing plan in full.")

    [found] = search.find(harrowmere, "housing")

    assert [text for text, is_found in found.excerpt if is_found] == ["housing"]


def test_newest_documents_come_first(read, harrowmere):
    for name in ("one", "two", "three"):
        read(f"The plan called {name} was agreed.", name=name)

    assert _names(harrowmere, "plan") == ["three", "two", "one"]


def test_documents_of_another_authority_are_never_found(read, harrowmere):
    read("A private plan of Harrowmere.")

    harrowmere.pk += 1000
    assert search.find(harrowmere, "private") == []


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "plan*",
        "NEAR(",
        "a OR",
        "-",
        "\0",
        "🏛",
        "'; DROP TABLE",
        "name:plan",
        "(",
        "é²_",
        " ",
        "&|!:",
    ],
)
def test_no_typing_breaks_the_search(read, harrowmere, typed):
    read("The plan was agreed.")

    assert isinstance(search.find(harrowmere, typed), list)


def test_the_index_can_be_made_afresh(read, harrowmere):
    read("The licensing strategy was approved.", name="one.txt")

    assert search.rebuild() == 1
    assert _names(harrowmere, "licensing") == ["one.txt"]
