"""`handback read` for people: claims in words, and what to do where it cannot go on."""

import io
import tarfile

import pytest
from openpyxl import Workbook

from handback.jobs.claims_told import in_words
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere-minutes.txt"
MINUTES = """4. FERRY LANDING

RESOLVED: That the Director of Place, in consultation with the Leader, be authorised to let the contract.

Of the 36 traders, 11 (30%) replied, and 18 (50%) came.
"""


@pytest.fixture
def minutes(tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES)
    return path


def test_each_claim_is_told_where_it_stands(run, minutes):
    _, printed, _ = run("read", minutes)

    assert "delegation, under “FERRY LANDING”: delegate Director of Place, consultees Leader\n" in printed


def test_a_figure_that_does_not_hold_is_told_so(run, minutes):
    _, printed, _ = run("read", minutes)

    assert "percent 30, holds no, arithmetic" in printed
    assert "percent 50, holds yes, arithmetic" in printed


@pytest.mark.parametrize("form", ["folder", "archive"])
def test_what_holds_many_documents_needs_a_file_to_write_to(run, minutes, tmp_path, form):
    many = tmp_path
    if form == "archive":
        many = tmp_path / "packs.tar"
        many.write_bytes(archive_of(minutes))

    status, printed, errors = run("read", many)

    assert (status, printed) == (1, "")
    assert (
        errors
        == f"handback read: {many} holds many documents: name a file to write, such as --to claims.jsonl.\n"
    )


def archive_of(path):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        archive.add(path, path.name)
    return packed.getvalue()


def test_how_far_reading_to_a_file_is_is_told_once(run, minutes, tmp_path):
    _, printed, errors = run("read", minutes, "--to", tmp_path / "claims.jsonl")

    assert printed == f"{tmp_path / 'claims.jsonl'}\n"
    assert errors == "1 document read, 0 failed\n"


@pytest.mark.parametrize("kind", ["decision", "delegation", "commitment", "transfer", "ratio"])
def test_the_minutes_of_the_manual_show_every_type_that_moves_the_record(run, kind):
    _, printed, _ = run("read", MANUAL)

    assert f"\n  {kind}, under “" in printed


def test_the_minutes_of_the_manual_have_a_figure_that_does_not_hold(run):
    status, printed, _ = run("check-figures", MANUAL)

    assert (status, printed.splitlines()[-1]) == (1, "Checked: 2 figures; 1 does not hold.")


def test_what_was_not_read_is_said_once_and_in_a_sentence(run, tmp_path):
    book = Workbook()
    book.active.append(["Action", "Due"])
    book.create_sheet("Lookups").sheet_state = "hidden"
    book.save(tmp_path / "tracker.xlsx")

    _, printed, _ = run("read", tmp_path / "tracker.xlsx")

    assert "  Sheet Lookups: it is hidden, and was not read." in printed


def test_days_and_states_are_told_in_plain_words():
    said = {"due": "2023-09-30", "status": "in_force", "owner": "Head_of Audit"}

    assert in_words(said) == "due 30 September 2023, status in force, owner Head_of Audit"
