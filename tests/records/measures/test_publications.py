"""The public sees a published copy, as it stood when somebody published it."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from handback.core.periods import Period
from handback.records.measures import actions, published, standing
from handback.records.measures.gathering import whole_record
from handback.records.measures.measured.copyfile import as_json, read_copy
from handback.records.measures.measured.entries import CommentaryEntry, IndexEntry, TargetEntry
from handback.records.measures.measured.plain import NotSuchAValue
from tests.records.measures.conftest import LATER, MONDAY, ON, TUESDAY, months, value

JANUARY = months(1)[0]

STREETS = {
    "version": 1,
    "compared": {"units": "periods", "every": "month"},
    "indicators": {"M01": {"direction": "lower", "goalposts": [0, 100]}},
    "normalisation": "goalposts",
    "levels": [{"groups": {"Streets": ["M01"]}}],
}


@pytest.fixture
def full(harrowmere, bins, recorded, ada):
    """Harrowmere with something of everything that is recorded of an indicator."""
    recorded(["50.0", 53, 48, None, 49, 52])
    target = TargetEntry(
        indicator="M01", period=Period(JANUARY.first), value=Decimal(45), agreed_by="Cabinet"
    )
    said = CommentaryEntry(
        indicator="M01", first=JANUARY.first, what="A new round.", written_by="Head of service"
    )
    actions.set_target(harrowmere, target, by=ada, at=MONDAY)
    actions.comment(harrowmere, said, by=ada, at=MONDAY)
    actions.record_value(harrowmere, value(51, JANUARY), reason="Miscounted.", by=ada, at=TUESDAY)
    index = IndexEntry(code="X01", name="Streets", version="1", declaration=STREETS)
    actions.declare_index(harrowmere, index, by=ada, at=TUESDAY)
    return harrowmere


def test_nothing_is_published_of_measures_without_indicators(harrowmere, ada):
    with pytest.raises(actions.NothingMeasured):
        actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)


def test_what_is_published_stands_as_it_did(full, ada):
    actions.publish(full, on=ON, by=ada, at=TUESDAY)
    actions.record_value(full, value(500, JANUARY), reason="Wrong.", by=ada, at=LATER)

    assert published.latest("harrowmere").board.by_code["M01"].points[0].value == 51


def test_a_copy_says_all_that_the_record_did(full):
    record = whole_record(full)
    back = read_copy(json.loads(json.dumps(as_json(record))))

    nobody = {
        code: replace(facts, restatements=tuple(replace(one, by="") for one in facts.restatements))
        for code, facts in record.facts.items()
    }
    assert replace(back, facts={}) == replace(record, facts={})
    assert back.facts == nobody


def test_a_copy_does_not_say_who_entered_a_value(full):
    assert "Ada Lindqvist" not in json.dumps(as_json(whole_record(full)))


def test_the_same_twice_is_published_once(full, ada):
    first = actions.publish(full, on=ON, by=ada, at=TUESDAY)

    assert actions.publish(full, on=ON, by=ada, at=LATER) == first


def test_the_copy_there_was_at_a_moment_can_be_asked_for(full, ada):
    actions.publish(full, on=ON, by=ada, at=MONDAY)
    actions.record_value(full, value(500, JANUARY), reason="Wrong.", by=ada, at=TUESDAY)
    actions.publish(full, on=ON, by=ada, at=LATER)

    assert published.latest("harrowmere", known_at=TUESDAY).of.at == MONDAY
    assert [copy.at for copy in published.copies("harrowmere")] == [LATER, MONDAY]
    assert [copy.slug for copy in published.authorities()] == ["harrowmere"]


def test_a_published_board_says_what_the_office_says(full, ada):
    actions.publish(full, on=ON, by=ada, at=TUESDAY)

    assert published.latest("harrowmere").board.cells == standing.board(full, on=ON).cells


@pytest.mark.parametrize(
    "wrong", [{"form": "another"}, {"indicators": [{"code": 1, "values": []}]}, {"indices": [{"codes": 1}]}]
)
def test_what_is_no_copy_is_refused(full, wrong):
    with pytest.raises(NotSuchAValue):
        read_copy(as_json(whole_record(full)) | wrong)


@pytest.mark.parametrize(
    ("declaration", "fault"), [({}, "version: needed"), ({"weight": float("nan")}, "weight: not known here")]
)
def test_an_index_whose_declaration_cannot_be_kept_is_refused(harrowmere, ada, declaration, fault):
    index = IndexEntry(code="X01", name="Streets", version="1", declaration=declaration)

    with pytest.raises(actions.DeclarationRefused, match=fault):
        actions.declare_index(harrowmere, index, by=ada, at=MONDAY)
