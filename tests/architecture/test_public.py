"""A public page has no path to a draft: from the record it imports `published` and nothing else."""

from tests.support.sources import PACKAGE, imports, listed, place, python_files


def _is_published(name: str) -> bool:
    parts = name.split(".")
    return len(parts) > 3 and parts[3] == "published"


def test_public_pages_import_only_what_is_published():
    faults = [
        f"{place(path)}:{line} imports {name}"
        for path in python_files(PACKAGE / "web" / "public")
        for line, name in imports(path)
        if name.startswith("handback.records.") and len(name.split(".")) > 3 and not _is_published(name)
    ]

    assert not faults, listed(faults)


def test_what_public_and_office_share_knows_nothing_of_the_record():
    faults = [
        f"{place(path)}:{line} imports {name}"
        for path in python_files(PACKAGE / "web" / "shared")
        for line, name in imports(path)
        if name.startswith("handback.records") and not _is_published(name)
    ]

    assert not faults, listed(faults)
