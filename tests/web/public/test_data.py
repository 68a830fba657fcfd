"""The data beside the public pages: the same facts, and safe to open."""

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.http import HttpResponse
from django.test import Client

from handback.records.powers.recordfile import read_record
from handback.web.public.data import as_csv

from .conftest import shipped

pytestmark = pytest.mark.django_db


def rows(client: Client, address: str) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    answer = client.get(address)
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


@pytest.mark.usefixtures("rotherham")
def test_the_powers_on_a_day_are_the_same_in_csv_and_json(client: Client):
    as_json: list[dict[str, Any]] = client.get("/rotherham/powers/2016-12-13.json").json()["powers"]
    as_table = rows(client, "/rotherham/powers/2016-12-13.csv")

    assert [(r["code"], r["holder"]) for r in as_json] == [(r["code"], r["holder"]) for r in as_table]


@pytest.mark.usefixtures("rotherham")
def test_a_functions_history_ends_each_holding_the_day_before_the_next_begins(client: Client):
    history = rows(client, "/rotherham/functions/F12.csv")

    assert [(row["last"], row["holder"]) for row in history][:2] == [
        ("2015-02-25", "council"),
        ("2016-12-12", "commissioners"),
    ]


@pytest.mark.usefixtures("rotherham")
def test_an_instruments_table_lists_the_functions_that_it_moved(client: Client):
    moved = rows(client, "/rotherham/instruments/I03.csv")

    assert [(row["code"], row["holder"], row["oversight"]) for row in moved] == [
        ("F12", "council", "ordinary")
    ]


@pytest.mark.usefixtures("rotherham")
def test_the_whole_record_can_be_downloaded_and_read_as_a_record_file(client: Client):
    record = read_record(client.get("/rotherham/record.json").content, name="downloaded")

    assert len(record.functions) == 28


@pytest.mark.usefixtures("register")
def test_the_register_is_given_whole_as_it_was_published(client: Client):
    assert client.get("/register.json").json() == shipped("interventions.json")


@pytest.mark.usefixtures("register")
def test_the_registers_table_keeps_an_imprecise_date_imprecise(client: Client):
    doncaster = rows(client, "/register.csv")[0]

    assert (doncaster["authority"], doncaster["began"]) == ("Doncaster MBC", "2010")


@pytest.mark.usefixtures("register", "rotherham")
@pytest.mark.parametrize("address", ["/changes.atom", "/rotherham/changes.atom"])
def test_a_feed_is_atom_and_names_each_copy(client: Client, address: str):
    feed = ElementTree.fromstring(client.get(address).content)

    assert feed.findall("{http://www.w3.org/2005/Atom}entry")


def test_a_cell_that_a_spreadsheet_would_run_is_made_text():
    answer: HttpResponse = as_csv([{"name": '=HYPERLINK("x")'}], name="hostile")

    assert "'=HYPERLINK" in answer.content.decode()


@pytest.mark.usefixtures("rotherham")
def test_data_may_be_read_from_other_sites(client: Client):
    assert client.get("/rotherham/powers.json")["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("rotherham")
def test_the_checkpoint_file_says_so_before_there_is_one(client: Client):
    assert b"No checkpoint has been signed yet" in client.get("/checkpoint.txt").content


@pytest.mark.usefixtures("rotherham")
def test_json_is_written_as_readable_text(client: Client):
    assert json.loads(client.get("/rotherham/instruments.json").content)["rows"][0]["code"] == "I01"


@pytest.mark.parametrize(
    "question", ["as-at=2016-04-31", "known-at=soon", "group=nothing", "holder=nobody-here"]
)
@pytest.mark.usefixtures("rotherham")
def test_a_question_that_cannot_be_understood_is_refused_and_no_other_answered(client: Client, question: str):
    response = client.get(f"/rotherham/powers.json?{question}")

    assert response.status_code == 400
    assert response.text.endswith(".")


@pytest.mark.usefixtures("rotherham")
def test_a_council_without_a_published_copy_has_no_feed(client: Client):
    assert client.get("/harrowmere/changes.atom").status_code == 404
