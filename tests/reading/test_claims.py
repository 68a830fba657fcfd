"""What is true of every claim: exact words in their place, and work that grows only with the page."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handback.reading import as_json, read
from handback.reading.bulk import read_files
from handback.reading.claims import find
from tests.reading.reading_room import FIXTURES, claims_of

SHARED = Path(__file__).parents[3] / "shared"
PIECES = st.sampled_from(
    [
        "RESOLVED",
        "that",
        "the Council",
        "agreed to",
        "28 of 41",
        "(68%)",
        "by May 2017",
        ".",
        ";",
        "(1)",
        "(a)",
        "\n",
        "\n\n",
        "  ",
        "’s",
        "“",
        "–",
        "return",
        "parks",
        "to",
        "commissioners",
        "will report",
        "in April",
        "authority",
        "be delegated",
        "Of the 5",
        "and",
        ",",
        ":",
        "·",
        "Decision:",
        "Minutes:",
    ]
)


@pytest.mark.parametrize("fixture", ["decision_page.txt", "commissioners_update.txt", "page.html"])
def test_a_quote_is_the_exact_words_at_its_place(fixture):
    document = read((FIXTURES / fixture).read_bytes())

    assert all(document.text[c.start : c.end] == c.quote for c in find(document))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map(" ".join))
def test_quotes_of_any_text_are_the_exact_words_at_their_place(text):
    document = read(text.encode("utf-8", errors="replace"))

    assert all(document.text[c.start : c.end] == c.quote and c.quote for c in find(document))


def test_no_claim_comes_from_a_script_or_furniture():
    quotes = [c.quote for c in claims_of("page.html") if c.type == "decision"]

    assert quotes == ["That the Park Road scheme be approved"]


def test_every_claim_names_its_rule_and_confidence():
    assert all(c.rule and 0 < c.confidence <= 1 for c in claims_of("decision_page.txt"))


@pytest.mark.parametrize(
    "unit", ["a", "(", "the council agreed ", "1 of 2, ", "<div>", "that that that ", "Head of the "]
)
def test_a_megabyte_of_rubbish_is_read(unit):
    document = read((unit * (1_000_000 // len(unit))).encode())

    assert len(find(document)) < 100_000


def test_json_gives_the_claim_its_place():
    document = read(b"RESOLVED that the plan be approved.", name="minutes")
    record = as_json(document, find(document))["records"][0]

    assert document.text[record["start"] : record["end"]] == record["quote"]


def test_json_can_be_written():
    document = read((FIXTURES / "commissioners_update.txt").read_bytes(), name="update")

    assert json.loads(json.dumps(as_json(document, find(document))))["id"] == "update"


def test_a_file_that_cannot_be_opened_does_not_stop_the_next(tmp_path):
    outcomes = list(read_files([tmp_path / "missing.txt", FIXTURES / "decision_page.txt"]))

    assert [bool(outcome.failure) for outcome in outcomes] == [True, False]


def test_a_failure_names_its_file(tmp_path):
    (outcome,) = read_files([tmp_path / "missing.txt"])

    assert "missing.txt" in outcome.failure


def test_a_file_beyond_the_limit_is_a_failure_and_no_exception(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"a" * 20_000_001)

    (outcome,) = read_files([tmp_path / "big.txt"])
    assert "20.0 MB" in outcome.failure


@pytest.mark.skipif(
    not (SHARED / "reading" / "gold.jsonl").exists(), reason="the real documents are not beside the project"
)
def test_four_fifths_of_what_a_careful_person_finds_is_found(tmp_path):
    predicted = tmp_path / "predicted.jsonl"
    outcomes = read_files(sorted((SHARED / "seeds").glob("*.txt")))
    rows = [json.dumps(as_json(o.document, o.claims, id=o.id)) for o in outcomes if o.document]
    predicted.write_text("\n".join(rows), encoding="utf-8")

    scorer = [
        sys.executable,
        SHARED / "reading" / "score.py",
        SHARED / "reading" / "gold.jsonl",
        predicted,
        "--json",
    ]
    scores = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    assert scores["all"]["f1"] >= 0.80
