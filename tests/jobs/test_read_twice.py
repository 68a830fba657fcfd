"""`handback read` with a second reader: shown before, agreed to, accounted for after."""

import json

import pytest

from tests.support.language_model import serving

PLAIN = "Harrowmere\n\nThe stalls come down by 30 June 2027, said Ada."
SAID = {"claims": [{"type": "commitment", "quote": "The stalls come down by 30 June 2027"}, {"quote": "x"}]}


@pytest.fixture
def server():
    with serving() as begun:
        begun.said = {"choices": [{"message": {"content": json.dumps(SAID)}}], "usage": {"prompt_tokens": 50}}
        yield begun


@pytest.fixture
def ask(run, server, tmp_path):
    def asked(words: str, *more: str) -> tuple[int, str, str]:
        (tmp_path / "board.txt").write_text(words)
        named = ("--second-reader", server.address, "--model", "small", *more)
        return run("read", str(tmp_path / "board.txt"), *named)

    return asked


def test_nothing_is_sent_until_somebody_agrees(ask, server):
    status, _, errors = ask(PLAIN)

    assert status == 1
    assert "would be sent to" in errors
    assert "in at most 4 minutes" in errors
    assert "Nobody is there to agree" in errors
    assert server.seen == []


def test_cost_and_time_are_shown_before_and_after_and_claims_name_their_readers(ask):
    status, printed, errors = ask(PLAIN, "--yes", "--json", "--price", "2", "10")

    assert status == 0
    assert "about" in errors.splitlines()[0]
    assert "50 tokens sent" in errors
    assert "1 dropped: it is none of the types asked for" in errors
    assert json.loads(printed)["records"][0]["found_by"][-1] == "small"


def test_without_prices_no_cost_is_told_and_one_request_is_one(ask):
    _, printed, errors = ask(PLAIN, "--yes")

    assert "cost" not in errors
    assert "in 1 request, about" in errors
    assert "(found by" in printed


def test_an_exempt_document_is_not_sent_until_a_named_person_allows_it(ask, server):
    exempt = "Not for publication.\n\n" + PLAIN
    _, _, refused = ask(exempt, "--yes")
    assert "is not sent" in refused
    assert "--allowed-by NAME --because REASON" in refused
    assert server.seen == []

    _, printed, _ = ask(exempt, "--yes", "--json", "--allowed-by", "Idris", "--because", "our own machine")
    assert len(server.seen) == 1
    assert json.loads(printed)["second_reader"]["allowed_by"] == "Idris"


def test_an_address_without_tls_is_refused(run, tmp_path):
    (tmp_path / "a.txt").write_text(PLAIN)

    status, _, errors = run(
        "read", str(tmp_path / "a.txt"), "--second-reader", "http://models.example", "--model", "x"
    )

    assert status == 1
    assert "with https" in errors
