"""The project's own files, read as text and as syntax trees, for the tests of the rules of the house."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "src" / "handback"
LOOKED_AT = (PACKAGE, PROJECT / "tests", PROJECT / "bench")

Definition = ast.FunctionDef | ast.AsyncFunctionDef


def place(path: Path) -> str:
    """A file's path as people write it, from the top of the project."""
    return path.relative_to(PROJECT).as_posix()


def python_files(*folders: Path, migrations: bool = False) -> list[Path]:
    """The Python files under `folders`, or of the whole project. Migrations are written by Django."""
    found = (path for folder in folders or LOOKED_AT for path in sorted(folder.rglob("*.py")))
    return [path for path in found if migrations or "migrations" not in path.parts]


def files(*folders: Path, endings: tuple[str, ...]) -> list[Path]:
    """The files under `folders` with one of these endings, with the dot."""
    return [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in endings]


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Definition]:
    """Every function of a file, methods and inner functions included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Definition):
            yield node


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """What a file imports, with the line: `from a import b` gives both "a" and "a.b"."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def listed(faults: list[str]) -> str:
    """Faults one to a line, for the message of an assertion."""
    return "\n" + "\n".join(faults)
