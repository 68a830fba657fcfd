"""Bytes that nobody sends by mistake: refused with a sentence, quickly, and with nothing written."""

import json
import threading
import time
from typing import Any

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client

from handback.records.measures import actions as measures
from handback.records.measures import queries
from tests.support.harrowmere import CLERK, MORNING
from tests.web.api.conftest import BINS, VALUES, Program, bin_value

A_VALUE = '{"indicator": "M01", "period": "2025-01", "value": %s}'


def body(value: str) -> bytes:
    return ('{"values": [' + A_VALUE % value + "]}").encode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b" ", 400),
        (b"{", 400),
        (b"null", 400),
        (b"[]", 400),
        (b'"values"', 400),
        (b"\xff\xfe{}", 400),
        (b"\xef\xbb\xbf{}", 400),
        (b"{} {}", 400),
        (b"[" * 100_000, 400),
        (b'{"a":' * 100_000, 400),
        (body("NaN"), 400),
        (body("Infinity"), 400),
        (body("-Infinity"), 400),
        (b'{"values": [], "values": []}', 400),
        (json.dumps({f"f{n}": 1 for n in range(100_000)}).encode(), 400),
        (b"{}", 422),
        (b'{"values": []}', 422),
        (b'{"values": {}}', 422),
        (b'{"values": "all"}', 422),
        (b'{"values": [1, null, "x", []]}', 422),
        (b'{"values": null}', 422),
        (body("1e400"), 422),
        (body("1e999999999"), 422),
        (body("1E-999999999"), 422),
        (body("9" * 100_000), 422),
        (body("0." + "1" * 100_000), 422),
        (body('"' + "9" * 1_000_000 + '"'), 422),
        (body('"1e5"'), 422),
        (body("[[[[[[[[1]]]]]]]]"), 422),
    ],
    ids=lambda sent: repr(sent)[:40],
)
def test_a_body_that_cannot_be_taken(program: Program, harrowmere: Any, bins: Any, sent: bytes, status: int):
    began = time.process_time()

    answer = program.send(sent)

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert len(answer.content) < 100_000
    assert time.process_time() - began < 3  # of this process: machines are shared
    assert not queries.values(harrowmere).exists()


@pytest.mark.django_db
def test_a_flag_is_true_or_false_and_nothing_like_it(program: Program, harrowmere: Any, bins: Any):
    for flag in ("dry_run", "restate"):
        for like in (1, "true", "yes", None, []):
            assert program.enter(bin_value(1, 1), **{flag: like}).status_code == 422

    assert not queries.values(harrowmere).exists()


@pytest.mark.django_db
def test_a_body_of_100_megabytes_is_refused_before_it_is_read(program: Program):
    class Unread:
        def read(self, *_: Any) -> bytes:
            raise AssertionError("the body was read")

        readline = read

    length = 100 * 1024 * 1024
    answer = program.client.generic(
        "POST",
        VALUES,
        b"{}",
        content_type="application/json",
        headers={"Authorization": f"Bearer {program.token}"},
        CONTENT_LENGTH=str(length),
        **{"wsgi.input": Unread()},
    )

    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["", "-1", "lots", "1e9", "²"])
def test_a_body_that_does_not_say_how_long_it_is_is_refused(program: Program, length: str):
    answer = program.client.generic(
        "POST",
        VALUES,
        b"{}",
        content_type="application/json",
        headers={"Authorization": f"Bearer {program.token}"},
        CONTENT_LENGTH=length,
    )

    assert answer.status_code in (411, 413)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_what_is_not_called_json_is_refused(program: Program, kind: str):
    assert program.send(b"{}", kind=kind).status_code == 415


@pytest.mark.django_db
def test_more_values_than_are_taken_at_once_are_refused(program: Program, bins: Any):
    assert program.enter(*({} for _ in range(5_001))).json()["code"] == "too-large"


@pytest.mark.django_db
def test_of_many_faults_so_many_are_listed_and_all_counted(program: Program, bins: Any):
    told = program.enter(*(bin_value(1, "x") for _ in range(1_000))).json()

    assert (len(told["errors"]), told["error_count"]) == (200, 1_000)


@pytest.mark.django_db
def test_markup_and_formulas_are_words_like_any_others(program: Program, harrowmere: Any, bins: Any):
    said = "<script>alert(1)</script> =cmd|' /C calc'!A0 '; DROP TABLE measures_value; --"
    program.enter(bin_value(1, 1, note=said))

    assert queries.values(harrowmere).get().note == said


@pytest.mark.django_db
def test_a_record_that_is_out_of_reach_is_told_as_such(program: Program, bins: Any, monkeypatch: Any):
    def locked(*_: Any, **__: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("handback.web.api.reading.authorities", locked)
    answer = program.get("/api/v1/harrowmere/indicators")

    assert (answer.status_code, answer.json()["code"]) == (503, "out-of-reach")


@pytest.mark.django_db
def test_a_fault_of_ours_tells_nothing_of_itself(program: Program, bins: Any, monkeypatch: Any, caplog: Any):
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("the secret inside")

    monkeypatch.setattr("handback.web.api.reading.authorities", broken)
    answer = program.get("/api/v1/harrowmere/indicators")

    assert (answer.status_code, answer.json()["code"]) == (500, "our-fault")
    assert b"secret" not in answer.content
    assert "the secret inside" in caplog.text


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("key", "new"), [("", [0, 12]), ("nightly", [12, 12])])
def test_two_that_send_the_same_at_once_write_it_once(program: Program, harrowmere: Any, key: str, new: Any):
    measures.record_indicator(harrowmere, BINS, by=CLERK, at=MORNING)
    sent = {"values": [bin_value(month, month) for month in range(1, 13)]}
    answers: list[Any] = []

    def send() -> None:
        answers.append(Program(program.token, Client()).send(sent, key=key))
        connections.close_all()

    both = [threading.Thread(target=send) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert [answer.status_code for answer in answers] == [200, 200], [one.content for one in answers]
    assert sorted(answer.json()["new"] for answer in answers) == new
    assert queries.values(harrowmere).count() == 12
    connection.close()
