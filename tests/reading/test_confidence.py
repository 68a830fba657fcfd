"""How sure a claim is said to be."""

import pytest

from handback.reading.claims.calibration import MEASURED
from handback.reading.claims.claim import Type
from handback.reading.claims.confidence import GUESSED, LEAST, MOST, confidence
from tests.reading.reading_room import claims_in

TABLE = {"ratio": {"often right": (90, 100), "often wrong": (10, 100), "seldom met": (1, 1)}}


def sure(rule: str, kind: Type = Type.RATIO) -> float:
    return confidence(kind, rule, 0.7, measured=TABLE)


def test_a_rule_that_is_often_right_is_surer_than_one_that_is_often_wrong():
    assert sure("often right") > sure("often wrong")


def test_a_rule_met_once_leans_on_its_type():
    assert sure("seldom met") < sure("often right")


def test_a_rule_never_met_leans_on_its_type_alone():
    assert sure("seldom met") > sure("new") >= 0.4


def test_a_type_that_nobody_marked_keeps_its_authors_guess_and_is_never_very_sure():
    assert sure("any", Type.MEETING) == GUESSED
    assert confidence(Type.POST, "any", 0.4) == 0.4


@pytest.mark.parametrize("counts", [(1_000, 1_000), (0, 1_000)])
def test_nothing_is_certain(counts):
    assert LEAST <= confidence(Type.RATIO, "one", 0.5, measured={"ratio": {"one": counts}}) <= MOST


def test_the_table_counts_no_more_right_than_found():
    assert all(0 <= right <= found for rules in MEASURED.values() for right, found in rules.values())


def test_every_claim_of_a_document_is_as_sure_as_its_rule():
    found = claims_in("Only 11 of the 36 actions (30%) are done.", "ratio")[0]

    assert found.confidence == confidence(found.type, found.rule, 0.8)
