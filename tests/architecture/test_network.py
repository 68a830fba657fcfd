"""One room talks to the network and starts programs: no other imports what can, save where it is said why."""

import ast

from tests.support.sources import PACKAGE, imports, listed, place, python_files, tree

ROOM = "outside"
BARRED = (
    "aiohttp",
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "httpcore",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "pty",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "subprocess",
    "telnetlib",
    "urllib.request",
    "urllib.robotparser",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)
STARTS = ("system", "popen", "fork", "forkpty", "posix_spawn", "startfile")
ALLOWED = {
    ("src/handback/jobs/serve.py", "socket"): "looks whether the port that was asked for is free",
    ("src/handback/reading/bulk/engines.py", "asyncio"): "the name of the error with which Dask gives up",
}


def _barred(name: str) -> str:
    return next((module for module in BARRED if name == module or name.startswith(f"{module}.")), "")


def _inside() -> list:
    return [path for path in python_files(PACKAGE) if path.relative_to(PACKAGE).parts[0] != ROOM]


def _found() -> dict[tuple[str, str], int]:
    return {
        (place(path), barred): line
        for path in _inside()
        for line, name in imports(path)
        if (barred := _barred(name))
    }


def test_no_other_room_imports_what_talks_to_the_network_or_starts_programs():
    faults = [
        f"{file}:{line} imports {name}"
        for (file, name), line in _found().items()
        if (file, name) not in ALLOWED
    ]

    assert not faults, listed(faults)


def test_every_exception_is_still_needed():
    assert not set(ALLOWED) - set(_found())


def test_no_other_room_starts_a_program_by_the_operating_system():
    faults = [
        f"{place(path)}:{node.lineno}"
        for path in _inside()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and getattr(node.value, "id", "") == "os"
        and (node.attr in STARTS or node.attr.startswith(("exec", "spawn")))
    ]

    assert not faults, listed(faults)
