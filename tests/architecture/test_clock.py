"""Time is an argument: only pages and jobs ask what day it is."""

import ast

from tests.support.sources import PACKAGE, listed, place, python_files, tree

ASKERS = {"web", "jobs"}
CLOCKS = {"today", "now", "utcnow", "localdate", "localtime", "time_ns"}


def _asks(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in CLOCKS


def test_only_pages_and_jobs_ask_what_day_it_is():
    faults = [
        f"{place(path)}:{node.lineno}"
        for path in python_files(PACKAGE)
        if path.relative_to(PACKAGE).parts[0] not in ASKERS
        for node in ast.walk(tree(path))
        if _asks(node)
    ]

    assert not faults, listed(faults)
