"""Names say what a thing is for; every module says what it is; nothing is left half done."""

import ast
import re

import pytest

from tests.support.sources import LOOKED_AT, PACKAGE, files, functions, listed, place, python_files, tree

SAYS_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "services",
    "misc",
    "manager",
    "managers",
    "tools",
}
HALF_DONE = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def test_no_file_or_folder_has_a_name_that_says_nothing():
    faults = [place(path) for path in python_files() if set(re.split("[/.]", place(path))) & SAYS_NOTHING]

    assert not faults, listed(faults)


def test_every_module_says_what_it_is():
    faults = [
        place(path)
        for path in python_files()
        if path.read_text().strip() and not ast.get_docstring(tree(path))
    ]

    assert not faults, listed(faults)


def test_every_public_function_of_the_record_and_the_law_has_a_contract():
    rooms = [PACKAGE / "core", PACKAGE / "reading", PACKAGE / "records", PACKAGE / "statistics"]
    faults = [
        f"{place(path)}:{function.lineno} {function.name}"
        for path in python_files(*rooms)
        for function in tree(path).body
        if isinstance(function, ast.FunctionDef)
        if not function.name.startswith("_") and not ast.get_docstring(function)
    ]

    assert not faults, listed(faults)


def test_only_jobs_print():
    faults = [
        f"{place(path)}:{node.lineno}"
        for path in python_files(PACKAGE)
        if "jobs" not in path.relative_to(PACKAGE).parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]

    assert not faults, listed(faults)


@pytest.mark.parametrize("ending", [".py", ".html", ".md"])
def test_nothing_is_left_for_later(ending):
    own = place(PACKAGE.parents[1] / "tests/architecture/test_words.py")
    faults = [
        f"{place(path)}: {found.group()}"
        for path in files(*LOOKED_AT, endings=(ending,))
        if place(path) != own and (found := HALF_DONE.search(path.read_text(encoding="utf-8")))
    ]

    assert not faults, listed(faults)


def test_tests_are_sentences():
    faults = [
        f"{place(path)}:{function.lineno} {function.name}"
        for path in python_files(LOOKED_AT[1])
        for function in functions(path)
        if function.name.startswith("test_") and function.name.count("_") < 3
    ]

    assert not faults, listed(faults)
