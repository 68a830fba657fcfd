"""A measures file is loaded whole or not at all, through the same actions as everything else."""

import json
from dataclasses import replace
from datetime import date

import pytest

from handback.records.audit.facts import Outcome
from handback.records.audit.queries import events
from handback.records.measures import actions, published, queries
from handback.records.measures.actions import MeasuresFileRefused
from handback.records.measures.rows import definition_of
from handback.records.people.queries import authorities
from tests.records.measures.conftest import MONDAY, TUESDAY
from tests.support.sources import PROJECT

MANUAL = PROJECT / "docs" / "reference" / "harrowmere-measures.json"
NEW, SAME, CORRECTED = Outcome.NEW, Outcome.SAME, Outcome.CORRECTED


@pytest.fixture
def fields():
    return json.loads(MANUAL.read_text(encoding="utf-8"))


@pytest.fixture
def load(ada):
    """Loads a file: `load(fields, at=TUESDAY, publish=True)`."""

    def loaded(content, *, at=MONDAY, **more):
        return actions.load(content, on=at.date(), by=ada, at=at, **more)

    return loaded


def refused(load, content) -> list[tuple[str, str]]:
    with pytest.raises(MeasuresFileRefused) as problem:
        load(content, at=TUESDAY)
    return [("/".join(map(str, path)), sentence) for path, sentence in problem.value.problems]


def test_every_fact_of_a_file_is_recorded(harrowmere, load, fields):
    loaded = load(fields)

    assert loaded.counts == {
        ("indicator", NEW): 2,
        ("value", NEW): 5,
        ("target", NEW): 1,
        ("decision about a chart", NEW): 1,
        ("commentary", NEW): 1,
    }


def test_a_file_loaded_twice_changes_nothing(harrowmere, load, fields):
    load(fields)
    before = events().count()

    assert {outcome for _, outcome in load(fields, at=TUESDAY).counts} == {SAME}
    assert events().count() == before


def test_the_values_of_an_indicator_are_one_event(harrowmere, load, fields):
    load(fields)

    assert events().of("measures.values").count() == 2


def test_a_share_is_worked_out_from_its_counts(harrowmere, load, fields):
    load(fields)

    assert str(queries.values(harrowmere).filter(indicator="M01")[0].value) == "68.3333333"


def test_a_value_that_replaces_another_needs_the_reason_that_the_file_gives(harrowmere, load, fields):
    load(fields)
    fields["indicators"][1]["values"][1]["value"] = "13.1"

    (place, sentence), *_ = refused(load, fields)
    assert place == "indicators/1/values/1"
    assert "12.9 would become 13.1" in sentence


def test_a_restatement_keeps_both_values_and_the_files_reason(harrowmere, load, fields):
    load(fields)
    fields["indicators"][1]["values"][1]["value"] = "13.1"
    fields["restated_because"] = "An agency's invoice came late."

    assert load(fields, at=TUESDAY).counts["value", CORRECTED] == 1
    (restated,) = queries.restatements(harrowmere, ["M02"])
    assert (str(restated.old), str(restated.new), restated.reason) == (
        "12.9",
        "13.1",
        "An agency's invoice came late.",
    )


def test_a_note_that_is_reworded_needs_no_reason(harrowmere, load, fields):
    load(fields)
    fields["indicators"][0]["values"][2]["note"] = "Two files are missing."

    assert load(fields, at=TUESDAY).counts["value", CORRECTED] == 1


def test_what_the_record_holds_and_the_file_does_not_mention_stays(harrowmere, load, fields):
    load(fields)
    del fields["indicators"][0]["values"][0]

    load(fields, at=TUESDAY)
    assert queries.values(harrowmere).filter(indicator="M01").count() == 3


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"values": [{"period": "2025-04", "numerator": 2, "denominator": 1}]}, "indicators/0/values/0"),
        ({"values": [{"period": "2025/26", "value": 1}]}, "indicators/0/values/0"),
        ({"values": [{"period": "2025-05"}]}, "indicators/0/values/0"),
        (
            {"values": [{"period": "2025-05", "value": 1}, {"period": "May 2025", "value": 2}]},
            "indicators/0/values",
        ),
        ({"code": "a code"}, "indicators/0/code"),
        ({"decimals": 40}, "indicators/0/decimals"),
        ({"is_demonstration": True}, "indicators/0/demonstration_note"),
        ({"values": []}, "indicators/0/decisions/0"),
    ],
)
def test_what_the_record_does_not_take_is_told_with_its_place(harrowmere, load, fields, change, place):
    fields["indicators"][0] |= change

    assert [found for found, _ in refused(load, fields)] == [place]


def test_nothing_of_a_faulty_file_is_recorded(harrowmere, load, fields):
    fields["indicators"][1]["values"][1]["period"] = "2024-05"

    refused(load, fields)
    assert not queries.indicators(harrowmere).exists()


def test_measures_of_an_authority_without_a_record_need_its_name(harrowmere, load, fields):
    fields["authority"] = {"slug": "eastmoor", "gss": "E08000998"}

    ((place, sentence),) = refused(load, fields)
    assert (place, "load it first, or give its name" in sentence) == ("authority", True)


def test_a_file_that_gives_a_name_opens_the_authoritys_record(harrowmere, load, fields):
    fields["authority"] = {"slug": "eastmoor", "gss": "E08000998", "name": "Eastmoor Council"}

    assert load(fields).counts["authority", NEW] == 1
    assert authorities().get(slug="eastmoor").name == "Eastmoor Council"


def test_a_short_name_that_is_anothers_is_refused_at_the_authority(harrowmere, load, fields):
    fields["authority"] = {"slug": "harrowmere", "gss": "E08000998", "name": "Eastmoor Council"}

    assert [place for place, _ in refused(load, fields)] == ["authority"]


def test_a_file_is_published_only_if_asked(harrowmere, load, fields):
    load(fields)
    assert published.latest("harrowmere") is None

    load(fields, publish=True)
    assert published.latest("harrowmere").of.on == date(2026, 3, 2)


def test_a_file_that_says_nothing_new_is_not_published_again(harrowmere, load, fields):
    load(fields, publish=True)
    load(fields, at=TUESDAY, publish=True)

    assert len(published.copies("harrowmere")) == 1


def test_a_file_does_not_publish_what_a_person_kept_back(harrowmere, load, fields, ada):
    load(fields)
    held = definition_of(queries.indicators(harrowmere).get(code="M01"))
    kept_back = replace(held, is_public=False, least_published=5)
    actions.record_indicator(harrowmere, kept_back, by=ada, at=MONDAY)
    load(fields, at=TUESDAY, publish=True)

    assert definition_of(queries.indicators(harrowmere).get(code="M01")) == kept_back


def test_a_file_can_keep_an_indicator_from_the_public(harrowmere, load, fields):
    fields["indicators"][0] |= {"is_public": False}
    load(fields, publish=True)

    assert fields["indicators"][0]["code"] not in published.latest("harrowmere").board.by_code
