"""An app's tables are its own. Others name them as types and in foreign keys, and use its queries.

The import contracts keep pages and jobs away from models. Between the apps of the record the rule is finer
than an import: `models.py` may inherit from and point to another app's models, and any module may name them
in annotations; nobody may query, make or change their rows.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.sources import PACKAGE, listed, place, python_files, tree

RECORDS = PACKAGE / "records"
MANAGERS = {"objects", "_default_manager", "_base_manager"}
WRITES = {"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def _app(module: str) -> str | None:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["handback", "records"] and parts[3:4] == ["models"] else None


def _foreign_models(path: Path) -> set[str]:
    """The names under which a file knows models of other apps."""
    own = path.relative_to(RECORDS).parts[0]
    return {
        alias.asname or alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and _app(node.module or "") not in {None, own}
        for alias in node.names
        if alias.name[:1].isupper()
    }


def _uses(path: Path) -> Iterator[tuple[int, str]]:
    foreign = _foreign_models(path)
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in MANAGERS
            and getattr(node.value, "id", "") in foreign
        ):
            yield node.lineno, f"{ast.unparse(node)} queries another app's table"
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in foreign:
            yield node.lineno, f"{ast.unparse(node.func)}(...) makes a row of another app's table"


def test_an_apps_tables_are_its_own():
    faults = [
        f"{place(path)}:{line}: {fault}" for path in python_files(RECORDS) for line, fault in _uses(path)
    ]

    assert not faults, listed(faults)


def test_nobody_imports_a_whole_module_of_tables():
    faults = [
        f"{place(path)}:{node.lineno}"
        for path in python_files(PACKAGE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("handback.records.")
        and any(alias.name == "models" for alias in node.names)
    ]

    assert not faults, listed(faults)


def test_pages_and_jobs_neither_query_nor_save_rows():
    faults = [
        f"{place(path)}:{node.lineno}: .{node.attr}"
        for path in python_files(PACKAGE / "web", PACKAGE / "jobs")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS | WRITES
    ]

    assert not faults, listed(faults)
