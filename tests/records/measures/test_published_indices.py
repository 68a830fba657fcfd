"""An index in a published copy: frozen as it stood, and telling of nothing that is not public."""

import json
from dataclasses import replace

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from handback.records.measures import actions, indexing, published
from handback.records.measures.measured.indexed import copying
from handback.records.measures.measured.indexed.told import told_of
from handback.records.measures.measured.plain import NotSuchAValue
from handback.records.measures.measured.words import MeasuredAs
from handback.records.measures.models import AreaValue
from handback.records.measures.unpublished import unpublished
from tests.records.measures.conftest import LATER, MONDAY, ON, TUESDAY
from tests.support.indices import BESIDE, load, record_beside, record_councils, record_over_time


@pytest.fixture
def beside(harrowmere, ada):
    """Harrowmere and its neighbours, with an index."""
    record_councils(by=ada, at=MONDAY)
    return record_beside(harrowmere, by=ada, at=MONDAY)


@pytest.fixture
def over_time(harrowmere, ada):
    """Eight quarters of Harrowmere, with an index."""
    return record_over_time(harrowmere, by=ada, at=MONDAY)


def told(harrowmere, code="X01"):
    return told_of(indexing.index_standing(harrowmere, code, on=ON))


def copied(code="X01"):
    return published.latest("harrowmere").indices[code]


def hide(harrowmere, code, by, at):
    one = indexing.definitions(harrowmere)[code]
    actions.record_indicator(harrowmere, replace(one, is_public=False), by=by, at=at)


@pytest.mark.parametrize("code", ["X01", "X02"])
def test_a_copy_holds_what_the_office_saw(harrowmere, ada, code):
    record_councils(by=ada, at=MONDAY)
    (record_beside if code == "X01" else record_over_time)(harrowmere, by=ada, at=MONDAY)
    actions.publish(harrowmere, on=ON, by=ada, at=TUESDAY)

    assert copying.as_json(copied(code).told) == copying.as_json(told(harrowmere, code))


def test_an_index_is_worked_out_before_anybody_has_to_wait_for_the_record(harrowmere, ada, beside):
    with CaptureQueriesContext(connection) as asked:
        actions.publish(harrowmere, on=ON, by=ada, at=TUESDAY)
    told = [one["sql"] for one in asked]
    before = told[: next(place for place, sql in enumerate(told) if sql.startswith("SAVEPOINT"))]

    assert any(AreaValue._meta.db_table in sql for sql in before)


def test_numbers_are_kept_to_twelve_digits_and_gaps_as_gaps(harrowmere, beside):
    found = told(harrowmere)
    back = copying.read(beside, json.loads(json.dumps(copying.as_json(found))))

    assert np.allclose(back.laid.values, found.laid.values, rtol=1e-11, atol=0, equal_nan=True)
    assert np.isnan(back.laid.values[back.laid.names.index("Ostley"), 5])


def test_what_changes_later_changes_nothing_in_the_copy(harrowmere, ada, beside):
    actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)
    before = copied().told.score
    load("46,E08000999,2024/25,90", reason="Restated.", by=ada, at=LATER)

    assert told(harrowmere).score != before
    assert copied().told.score == before


def test_no_index_is_worked_out_from_a_copy(harrowmere, ada, beside):
    actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)
    indexing._kept.clear()

    assert copied().told.score
    assert not indexing._kept


def test_a_public_index_of_what_is_not_public_is_refused_by_name(harrowmere, ada, beside):
    hide(harrowmere, "M04", ada, TUESDAY)

    with pytest.raises(actions.NotForThePublic, match="X01 “Excellence” is made of M04 “Council tax"):
        actions.publish(harrowmere, on=ON, by=ada, at=LATER)
    assert published.latest("harrowmere") is None


def test_before_publishing_it_is_said_that_it_would_be_refused(harrowmere, ada, beside):
    hide(harrowmere, "M04", ada, TUESDAY)

    assert "M04" in unpublished(harrowmere, on=ON).refused[0]


def test_an_index_that_is_not_public_is_in_no_copy_and_keeps_nothing_back(harrowmere, ada, beside):
    hide(harrowmere, "M04", ada, TUESDAY)
    actions.declare_index(harrowmere, replace(beside, is_public=False), by=ada, at=TUESDAY)
    actions.publish(harrowmere, on=ON, by=ada, at=LATER)
    content = json.dumps(published.latest("harrowmere").content)

    assert not published.latest("harrowmere").indices
    assert not any(hidden in content for hidden in ("Excellence", "Council tax not collected"))


def test_an_earlier_edition_that_the_office_alone_saw_is_not_told_of(harrowmere, ada, beside):
    actions.declare_index(harrowmere, replace(beside, is_public=False), by=ada, at=TUESDAY)
    said = BESIDE | {"since": "2024-04-01"}
    actions.declare_index(harrowmere, replace(beside, version="2027", declaration=said), by=ada, at=LATER)
    actions.publish(harrowmere, on=ON, by=ada, at=LATER)

    assert told(harrowmere).moved
    assert copied().told.moved is None


def test_an_earlier_edition_of_what_is_not_public_is_not_told_of(harrowmere, ada, beside):
    kept = {code: one for code, one in BESIDE["indicators"].items() if code != "M04"}
    groups = {"Services": ["M01", "M02", "M03"], "Running": ["M05", "M06"]}
    levels = [{**BESIDE["levels"][0], "groups": groups}, BESIDE["levels"][1]]
    said = BESIDE | {"indicators": kept, "levels": levels, "since": "2024-04-01"}
    actions.declare_index(harrowmere, replace(beside, version="2027", declaration=said), by=ada, at=TUESDAY)
    hide(harrowmere, "M04", ada, TUESDAY)
    actions.publish(harrowmere, on=ON, by=ada, at=LATER)

    assert told(harrowmere).moved
    assert copied().told.moved is None
    assert "M04" not in json.dumps(published.latest("harrowmere").content)


def test_a_withheld_value_is_no_part_of_a_published_score(harrowmere, ada, over_time):
    one = indexing.definitions(harrowmere)["M08"]
    guarded = replace(one, measured_as=MeasuredAs.COUNT, least_published=21)
    actions.record_indicator(harrowmere, guarded, by=ada, at=TUESDAY)
    actions.publish(harrowmere, on=ON, by=ada, at=LATER)
    seen, known = (one.laid.values[:, 1] for one in (copied("X02").told, told(harrowmere, "X02")))

    assert (seen != known).sum() == 1


def test_an_index_that_cannot_be_made_says_why_in_the_copy(harrowmere, ada):
    record_beside(harrowmere, by=ada, at=MONDAY)
    actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)

    assert copied().told is None
    assert "no list of neighbours" in copied().why


def test_a_copy_from_before_there_were_scores_is_read_all_the_same(harrowmere, ada, beside):
    actions.publish(harrowmere, on=ON, by=ada, at=MONDAY)
    content = json.loads(json.dumps(published.latest("harrowmere").content))
    del content["indices"][0]["result"]

    (one,) = published.read_indices(content)
    assert (one.entry.code, one.told, one.why) == ("X01", None, "")


@pytest.mark.parametrize("wrong", [{"units": []}, {"own": "E0"}, {"gives": ["many"]}, {"made": {}}])
def test_a_result_that_is_none_is_refused(harrowmere, beside, wrong):
    with pytest.raises(NotSuchAValue):
        copying.read(beside, copying.as_json(told(harrowmere)) | wrong)


def test_the_same_copy_twice_is_published_once(harrowmere, ada, beside):
    first, second = (actions.publish(harrowmere, on=ON, by=ada, at=at) for at in (MONDAY, TUESDAY))

    assert first == second


def test_a_change_of_a_definition_is_told_from_when_it_became_public(harrowmere, ada, beside):
    one = indexing.definitions(harrowmere)["M01"]
    steps = (
        replace(one, name="A secret name", is_public=False),
        replace(one, name="Recycled"),
        replace(one, name="Waste recycled"),
    )
    for number, step in enumerate(steps):
        at = TUESDAY.replace(minute=number + 1)
        actions.record_indicator(harrowmere, step, reason=f"Step {number}.", by=ada, at=at)
    actions.publish(harrowmere, on=ON, by=ada, at=LATER)
    copy = published.latest("harrowmere")
    (change,) = copy.record.facts["M01"].redefinitions

    assert (change.reason, change.by) == ("Step 2.", "")
    assert [(part.name, part.old, part.new) for part in change.changes] == [
        ("name", "Recycled", "Waste recycled")
    ]
    assert "secret" not in json.dumps(copy.content)
