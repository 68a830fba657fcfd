"""The command brings a council's pages, whatever stops it on the way, and says what it did."""

import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from handback.records.sources import queries
from tests.jobs.conftest import environment
from tests.support.council import furnish
from tests.support.fetching import fetched
from tests.support.site import Site, own_certificate, serving, status
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere.json"
FETCHING = [sys.executable, "-m", "tests.support.fetching"]
KILLS, PAGES, LISTS = 6, 29, 5


@pytest.fixture
def site() -> Iterator[Site]:
    """Harrowmere's site."""
    with serving() as here:
        furnish(here)
        yield here


@pytest.fixture
def source(run, harrowmere, site, settings, tmp_path) -> Any:
    """The site as a source of the tests' own record."""
    settings.DATA = tmp_path
    added = run("fetch", "harrowmere", "--add", site.address, "--since", "2025-11-01")
    assert added == (0, f"“ModernGov” of Harrowmere Borough Council is a source now: {site.address}/\n", "")
    return queries.sources(harrowmere).get()


@pytest.fixture
def fetch(source, capsys) -> Callable[..., tuple[int, str, str]]:
    """Fetches within the test, without losing time: its status, what it printed and its errors."""

    def ran(*words: str) -> tuple[int, str, str]:
        status_ = fetched(list(words))
        printed = capsys.readouterr()
        return status_, printed.out, printed.err

    return ran


@pytest.fixture
def record(handback, folder, site):
    """The folder of a record in which the site is a source, for processes of their own."""
    handback("load", MANUAL)
    handback("fetch", "harrowmere", "--add", site.address, "--since", "2025-11-01", "--attachments")
    return folder


def started(record, *words):
    """A process that fetches without losing time."""
    return subprocess.Popen(
        [*FETCHING, *words],
        cwd=PROJECT,
        env=environment(record),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def rows(record, query):
    with sqlite3.connect(record / "record.sqlite3") as database:
        return database.execute(query).fetchall()


def test_a_line_is_printed_for_each_page_and_a_summary_at_the_end(fetch, site, settings):
    settings.FETCH_CONTACT = "web@harrowmere.example"

    status_, printed, errors = fetch("harrowmere", "--limit", "3")

    lines = printed.splitlines()
    assert lines[0] == f"Harrowmere Borough Council, ModernGov: {site.address}/"
    assert lines[1] == f"  New: Bodies <{site.address}/mgListCommittees.aspx?bcr=1>"
    assert lines[-1] == "  3 new. 4 still to ask for in this round."
    assert (status_, errors) == (0, "")


def test_who_gave_no_contact_is_asked_for_one(fetch):
    status_, _, errors = fetch("harrowmere", "--limit", "1")

    assert status_ == 0
    assert "Set HANDBACK_CONTACT" in errors


def test_a_page_that_failed_gives_the_status_one(fetch, site):
    site.pages["/mgListCommittees.aspx?bcr=1"] = status(500)

    assert fetch("--limit", "1")[0] == 1


def test_a_site_that_cannot_prove_itself_gives_the_status_one_and_says_why(fetch, run, tmp_path):
    tls, _ = own_certificate(tmp_path)
    with serving(tls=tls) as other:
        named = ("--source", "Other")
        run("fetch", "harrowmere", "--add", other.address, *named, "--since", "2025-11-01")

        status_, _, errors = fetch("harrowmere", *named)

    assert status_ == 1
    assert "handback fetch: Other: The site could not prove who it is (self-signed certificate)" in errors


def test_the_list_says_what_each_source_holds(fetch, run):
    fetch("--limit", "7")

    _, told, _ = run("fetch", "--list")

    assert "follows every body since 2025-11-01" in told
    assert ", 7 whole, 0 cut, 0 withheld, 0 unreadable, 0 unavailable, 0 failed" in told


def test_a_source_that_is_paused_is_passed_over_until_it_is_resumed(fetch, run, site):
    assert run("fetch", "harrowmere", "--source", "ModernGov", "--pause")[1] == "“ModernGov” is paused.\n"
    for words in (["harrowmere"], []):
        status_, printed, _ = run("fetch", *words)
        assert (status_, printed.split(",")[0]) == (0, "Every source here is paused")
    assert run("fetch", "harrowmere", "--source", "ModernGov")[2].endswith("Resume it first.\n")
    assert site.asked == []

    assert run("fetch", "harrowmere", "--source", "ModernGov", "--resume")[1] == "“ModernGov” is active.\n"


@pytest.mark.parametrize("words", [("--list",), ("harrowmere", "--list")], ids=" ".join)
def test_a_list_of_no_sources_says_so_and_is_no_failure(run, harrowmere, words):
    status_, printed, errors = run("fetch", *words)

    assert (status_, errors) == (0, "")
    assert "No source is named yet. Name one" in printed


@pytest.mark.parametrize("words", [(), ("harrowmere",), ("--source", "Meetings", "--list")], ids=" ".join)
def test_that_no_source_is_named_yet_is_told(run, harrowmere, words):
    status_, printed, errors = run("fetch", *words)

    assert (status_, printed) == (1, "")
    assert "No source is named yet. Name one" in errors


def test_a_page_that_takes_too_long_to_read_is_kept_and_the_others_are_brought(fetch, site):
    slow = b"<html><body><div id=modgov><h1>Bodies</h1>" + b"<p>The Board agreed that" * 300_000
    site.pages["/mgListCommittees.aspx?bcr=1"] = slow

    status_, printed, _ = fetch("harrowmere", "--limit", "3", "--time-limit", "1")

    brought = status_, printed.count("  New: "), printed.count("  Could not be brought: ")
    assert brought == (1, 2, 1), printed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere",), "There is no record of “nowhere”."),
        (("--source", "Other"), "There is no source “Other”. There are: ModernGov."),
        (("harrowmere", "--add", "harrowmere.example", "--since", "2025-11-01"), "is not the address of a"),
        (("harrowmere", "--add", "https://harrowmere.example"), "--since 2024-05-01"),
        (("--add", "https://harrowmere.example", "--since", "2025-11-01"), "Say whose site it is"),
        (("harrowmere", "--pause"), "Say which source"),
    ],
)
def test_what_cannot_be_done_is_told(source, run, words, said):
    status_, printed, errors = run("fetch", *words)

    assert (status_, printed) == (1, "")
    assert said in errors


@pytest.mark.parametrize(
    "words",
    [
        ("--limit", "0"),
        ("--limit", "many"),
        ("--time-limit", "0"),
        ("--time-limit", "nan"),
        ("--since", "May"),
        ("--body", "Cabinet"),
        ("--pause", "--resume"),
        ("harrowmere", "otherby"),
    ],
    ids=" ".join,
)
def test_wrong_usage_has_status_two(run, words):
    assert run("fetch", *words)[0] == 2


def test_two_processes_do_not_go_through_one_source_at_once(record, site):
    done = threading.Event()

    def slowly(visitor):
        done.wait(60)
        visitor.give(b"<html><body></body></html>")

    site.pages["/mgListCommittees.aspx?bcr=1"] = slowly
    first = started(record, "--limit", "1")
    while "/mgListCommittees.aspx?bcr=1" not in site.asked:
        time.sleep(0.02)

    _, errors = started(record, "--limit", "1").communicate()

    done.set()
    first.communicate()
    assert "Another process is fetching “ModernGov” now." in errors


def test_a_process_killed_again_and_again_leaves_everything_there_once(handback, record, site):
    chance = random.Random(20260302)
    for _ in range(KILLS):
        _kill_somewhere(record, site, chance)

    printed, _ = started(record, "harrowmere").communicate()

    assert printed.endswith(" 0 still to ask for in this round.\n")
    states = rows(
        record, "SELECT state, count(*), count(DISTINCT canonical) FROM sources_page GROUP BY state"
    )
    assert states == [("kept", PAGES, PAGES)]
    assert rows(record, "SELECT count(*), count(ended_at) FROM sources_round") == [(1, 1)]
    assert rows(record, "SELECT count(*), count(DISTINCT page_id) FROM sources_visit") == [(PAGES, PAGES)]
    written = rows(record, "SELECT state, count(*), count(DISTINCT original_id) FROM documents_document")
    assert written == [("read", PAGES - LISTS, PAGES - LISTS)]
    assert sum(path != "/robots.txt" for path in site.asked) <= PAGES + KILLS  # a kill costs one page at most
    assert handback("verify").returncode == 0


def _kill_somewhere(record, site, chance):
    """Start fetching, and kill the process outright a little after it asked for some page or other."""
    before, pages = len(site.asked), chance.randint(1, 6)
    process = started(record, "harrowmere")
    while len(site.asked) < before + pages and process.poll() is None:
        time.sleep(0.002)
    time.sleep(chance.random() * 0.06)
    process.kill()
    process.communicate()
