"""What the repository as a whole holds and does not hold."""

import re
import subprocess

import pytest

from handback.jobs.command import JOBS
from tests.support.sources import PACKAGE, PROJECT, listed, python_files

# Put together here, so that this file does not hold them either.
REGISTRIES = [
    f"{name}." + ending
    for name, ending in [
        ("files.pythonhosted", "org"),
        ("pypi", "org/simple"),
        ("registry.npmjs", "org"),
        ("registry.yarnpkg", "com"),
    ]
]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
TARGETS = {"help", "setup", "demo", "test", "check", "bench", "fuzz", "assets", "lock", "format"}


def _files() -> list[str]:
    """What is, or is about to be, in the repository."""
    found = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        pytest.skip("this is not a checkout")
    return [name for name in found.stdout.splitlines() if (PROJECT / name).is_file()]


def test_no_file_holds_the_address_of_a_package_registry():
    faults = [
        name
        for name in _files()
        if any(address.encode() in (PROJECT / name).read_bytes() for address in REGISTRIES)
    ]

    assert not faults, listed(faults)


def test_every_locked_package_has_a_version_and_a_hash():
    faults = [
        line
        for lock in sorted((PROJECT / "requirements").glob("*.txt"))
        for line in lock.read_text(encoding="utf-8").splitlines()
        if not re.fullmatch(r"[a-z0-9._-]+(\[[a-z,]+\])?==\S+ \\|    --hash=sha256:[0-9a-f]{64}( \\)?", line)
    ]

    assert not faults, listed(faults[:5])


def test_every_link_between_the_documents_leads_somewhere():
    faults = [
        f"{name}: {target}"
        for name in _files()
        if name.endswith(".md")
        for target in LINK.findall((PROJECT / name).read_text(encoding="utf-8"))
        if not ((PROJECT / name).parent / target).exists()
    ]

    assert not faults, listed(faults)


def test_make_help_lists_what_can_be_asked_for():
    shown = subprocess.run(["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^  make (\S+)", shown, re.MULTILINE)) == TARGETS


def test_every_variable_that_the_product_reads_stands_in_the_manual():
    read = {
        name
        for path in python_files(PACKAGE)
        for name in re.findall(r"[\"'](HANDBACK_[A-Z_]+)[\"']", path.read_text(encoding="utf-8"))
    }
    told = (PROJECT / "docs" / "reference" / "running.md").read_text(encoding="utf-8")

    assert not {name for name in read if f"`{name}`" not in told}


def test_every_command_stands_in_the_readme():
    told = (PROJECT / "README.md").read_text(encoding="utf-8")

    assert not {name for name in JOBS if f"    handback {name} " not in told}
