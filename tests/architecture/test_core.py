"""`core` is the logic of the law: the standard library only, no clock, files or network."""

import ast
import sys

from tests.support.sources import PACKAGE, imports, listed, place, python_files, tree

CORE = PACKAGE / "core"
WORLD = {"os", "pathlib", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time", "urllib"}
CLOCKS = {"today", "now", "utcnow"}


def test_core_imports_the_standard_library_only():
    faults = [
        f"{place(path)}:{line} imports {name}"
        for path in python_files(CORE)
        for line, name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("handback.core")
    ]

    assert not faults, listed(faults)


def test_core_touches_no_files_network_or_chance():
    faults = [
        f"{place(path)}:{line} imports {name}"
        for path in python_files(CORE)
        for line, name in imports(path)
        if name.split(".")[0] in WORLD
    ]

    assert not faults, listed(faults)


def test_core_never_asks_what_day_it_is():
    faults = [
        f"{place(path)}:{node.lineno} asks the clock: .{node.attr}"
        for path in python_files(CORE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS
    ]

    assert not faults, listed(faults)


def test_core_opens_nothing():
    faults = [
        f"{place(path)}:{node.lineno} calls {node.id}"
        for path in python_files(CORE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id in {"open", "input", "print"}
    ]

    assert not faults, listed(faults)
