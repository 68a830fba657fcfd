"""Files of at most 400 lines, functions of at most 50, test functions of at most 40."""

from tests.support.sources import functions, listed, place, python_files

LINES_OF_A_FILE, LINES_OF_A_FUNCTION, LINES_OF_A_TEST = 400, 50, 40

# "path" or "path::function", each with the reason why it may be longer. This list only shrinks.
LONGER: dict[str, str] = {}


def _too_long() -> dict[str, int]:
    found = {}
    for path in python_files():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > LINES_OF_A_FILE:
            found[place(path)] = lines
        for function in functions(path):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            most = LINES_OF_A_TEST if function.name.startswith("test_") else LINES_OF_A_FUNCTION
            if lines > most:
                found[f"{place(path)}::{function.name}"] = lines
    return found


def test_files_and_functions_are_short():
    faults = [f"{name} has {lines} lines" for name, lines in _too_long().items() if name not in LONGER]

    assert not faults, listed(faults)


def test_every_exception_is_still_needed():
    assert set(LONGER) <= set(_too_long())
