"""A public page has no path to a draft: of the record it knows published copies, and the form they are in.

The import contract follows the whole path from a public page; here is what it may name directly.
"""

from tests.support.sources import PACKAGE, imports, listed, place, python_files

# Beside each app's `published`: frozen values that the contracts keep from every table, each with its reason.
VALUES = {
    "handback.records.powers.recordfile": "a copy is published in the form of a record file",
    "handback.records.measures.measured": "a published board is made of the values that the office's is",
}


def _may_be_named(name: str) -> bool:
    is_a_package_above = any(value.startswith(f"{name}.") for value in VALUES) or name.count(".") < 3
    is_a_value = any(f"{name}.".startswith(f"{value}.") for value in VALUES)
    return is_a_package_above or is_a_value or name.split(".")[3] == "published"


def _faults(room: str) -> list[str]:
    return [
        f"{place(path)}:{line} imports {name}"
        for path in python_files(PACKAGE / "web" / room)
        for line, name in imports(path)
        if name.startswith("handback.records") and not _may_be_named(name)
    ]


def test_public_pages_know_only_what_is_published():
    faults = _faults("public")

    assert not faults, listed(faults)


def test_what_public_and_office_share_knows_only_what_is_published():
    faults = _faults("shared")

    assert not faults, listed(faults)
