"""The shipped data against the notes they were compiled from, where these are at hand."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from handback.records import powers
from handback.records.powers import recordfile
from handback.records.powers.recordfile.standing import compiled

DOMAIN = Path(__file__).parents[4] / "shared" / "domain"

pytestmark = pytest.mark.skipif(not DOMAIN.is_dir(), reason="the notes are not beside this checkout")


def notes(name):
    return json.loads((DOMAIN / name).read_text())


def shipped(name):
    return recordfile.read(files(powers).joinpath("data", name).read_bytes(), name=name)


@pytest.fixture(scope="module")
def compiled_from():
    return notes("rotherham.json")


@pytest.fixture(scope="module")
def record():
    return shipped("rotherham.json")


@pytest.fixture(scope="module")
def register():
    return shipped("interventions.json")


def agrees(noted, day, inferred):
    """Whether a day is the one noted; of a month it is within it and says that it was inferred."""
    if noted is None:
        return day is None
    return day.isoformat().startswith(noted) and (len(noted) == 10 or bool(inferred))


def addresses(entries):
    return [[source.address for source in entry.sources] for entry in entries]


def words(value):
    """Every text within a value, however deep."""
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*map(words, inner))


@pytest.mark.parametrize(
    ("noted", "name"),
    [
        ("functions", "functions"),
        ("instruments", "instruments"),
        ("proposals", "proposals"),
        ("events", "events"),
    ],
)
def test_every_entry_has_the_addresses_noted_for_it(compiled_from, record, noted, name):
    assert addresses(getattr(record, name)) == [entry["source"] for entry in compiled_from[noted]]


def test_functions_have_the_names_noted(compiled_from, record):
    noted = [(entry["id"], entry["name"], entry["group"]) for entry in compiled_from["functions"]]

    assert [(e.function.code, e.function.name, e.function.group) for e in record.functions] == noted


def test_functions_return_on_the_days_noted(compiled_from, record):
    ledger = compiled(record).ledger

    for entry in compiled_from["functions"]:
        last = ledger.history(entry["id"])[-1]
        moved = [h for h in ledger.history(entry["id"]) if h.holder.code == "commissioners"][-1]
        assert moved.period.until.isoformat() == entry["returned_on"]
        assert last.holder.code == ("nobody" if entry["id"] == "F28" else "council")


def test_each_instrument_moves_the_functions_noted(compiled_from, record):
    ledger = compiled(record).ledger
    power_begins = {("I02", "F28", "commissioners")}
    noted = {
        (entry["id"], move["function"], "nobody" if move["to"] == "ended" else move["to"])
        for entry in compiled_from["instruments"]
        for move in entry["moves"]
    }
    moved = {
        (move.instrument, code, move.holder.code)
        for move in record.moves
        if move.holder
        for code in ledger.tree.covered(move.scope, on=ledger.life_of(move.instrument).first)
    }

    assert moved == noted | power_begins


def test_instruments_have_the_days_noted(compiled_from, record):
    noted = [(e["id"], e["date"], e["effective"], e.get("expires")) for e in compiled_from["instruments"]]
    facts = [entry.instrument for entry in record.instruments]

    assert noted == [
        (i.code, str(i.made_on), str(i.in_force_on), str(i.expires_on) if i.expires_on else None)
        for i in facts
    ]


def test_proposals_have_the_sets_noted(compiled_from, record):
    for noted, entry in zip(compiled_from["proposals"], record.proposals, strict=True):
        for name in ("recommended", "proposed", "directed"):
            codes = getattr(entry, name)
            assert noted.get(name) == (None if codes is None else sorted(codes))


def test_proposals_have_the_days_noted(compiled_from, record):
    for noted, entry in zip(compiled_from["proposals"], record.proposals, strict=True):
        assert (noted["minded_to"], noted["decided"]) == (str(entry.minded_to_on), str(entry.decided_on))
        assert agrees((noted["closes"] or "")[:10] or None, entry.closes_on, entry.closes_inferred)
        assert bool(noted.get("closes_basis")) == bool(entry.closes_inferred)


def test_recommendations_have_the_days_noted(compiled_from, record):
    for noted, entry in zip(compiled_from["proposals"], record.proposals, strict=True):
        days = noted.get("recommended_on", [])
        listed = [days] if isinstance(days, str) else days
        assert len(listed) == len(entry.recommended_on)
        assert all(agrees(day, e.on, e.inferred) for day, e in zip(listed, entry.recommended_on, strict=True))


def test_people_have_the_posts_days_and_addresses_noted(compiled_from, record):
    for noted, entry in zip(compiled_from["people"], record.appointments, strict=True):
        assert (noted["name"], noted["role"].split(" (")[0]) == (entry.person, entry.role)
        assert agrees(noted["from"], entry.first, entry.first_inferred)
        assert agrees(noted["to"], entry.last, entry.last_inferred)
        assert noted["source"] == [source.address for source in entry.sources]


def test_events_have_the_days_noted_and_doubts_where_they_were_doubted(compiled_from, record):
    for noted, entry in zip(compiled_from["events"], record.events, strict=True):
        assert agrees(noted["date"], entry.on, entry.inferred)
        assert bool(entry.inferred) == (len(noted["date"]) < 10 or "date_precision" in noted)
        assert (noted.get("instrument"), noted.get("proposal")) == (entry.instrument, entry.proposal)
        assert "until" not in noted or agrees(noted["until"], entry.last, "")


def test_the_register_has_the_interventions_noted_with_their_dates(register):
    for noted, entry in zip(
        notes("interventions.json")["interventions"], register.interventions, strict=True
    ):
        assert (noted["authority"].split(" (")[0], noted["gss"]) == (entry.authority, entry.gss)
        for name in ("start", "planned_end", "end"):
            window = getattr(entry, name)
            assert noted.get(name) == (window.words if window else None)


def test_the_register_has_the_instruments_noted_with_their_dates(register):
    for noted, entry in zip(
        notes("interventions.json")["interventions"], register.interventions, strict=True
    ):
        listed = noted.get("instruments", [])
        days = [] if isinstance(listed, str) else [(i["date"], i.get("expires")) for i in listed]
        assert days == [(i.on.words, str(i.expires_on) if i.expires_on else None) for i in entry.instruments]


def test_the_register_has_the_windows_noted(register):
    for noted, entry in zip(
        notes("interventions.json")["interventions"], register.interventions, strict=True
    ):
        windows = [
            [w.get(n) for n in ("opens", "closes", "decided")] for w in noted.get("representations", [])
        ]
        assert windows == [
            [window and window.words for window in (w.opens, w.closes, w.decided)]
            for w in entry.representations
        ]


def test_the_register_has_the_addresses_noted(register):
    noted = notes("interventions.json")

    assert addresses(register.interventions) == [entry["sources"] for entry in noted["interventions"]]
    assert addresses(register.related) == [[entry["source"]] for entry in noted["related_non_statutory"]]


OFFICIAL = {"name", "makers", "person", "role", "authority"}


def own_words(value):
    """Every text within a value but official names and titles, and addresses."""
    if isinstance(value, dict):
        value = [part for name, part in value.items() if name not in OFFICIAL | {"sources"}]
    if isinstance(value, list):
        return set().union(*map(own_words, value))
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("name", ["rotherham.json", "interventions.json"])
def test_no_sentence_of_the_notes_is_copied(name):
    own = json.loads(files(powers).joinpath("data", name).read_bytes())

    same = own_words(own) & words(notes(name))

    assert [text for text in same if text.count(" ") > 5] == []
