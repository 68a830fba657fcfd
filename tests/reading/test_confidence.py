"""How sure a claim is said to be."""

import ast
from pathlib import Path

import pytest

from handback.reading import claims, read
from handback.reading.claims.calibration import MEASURED
from handback.reading.claims.claim import Type
from handback.reading.claims.confidence import GUESSED, LEAST, MOST, NEVER_MET, confidence
from handback.reading.claims.due_claims import CONFIDENCE
from tests.reading.reading_room import FIXTURES, claims_in

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


def said_in_the_grammar() -> set[str]:
    """All words in quotation marks in the modules of claims, the table and its exceptions left out."""
    modules = [
        p for p in Path(claims.__file__).parent.glob("*.py") if p.stem not in ("calibration", "confidence")
    ]
    nodes = [node for path in modules for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_rule_of_the_table_is_a_rule_of_the_grammar():
    counted = {rule for table in (MEASURED, NEVER_MET) for rules in table.values() for rule in rules}

    assert counted <= said_in_the_grammar()


def test_a_rule_is_counted_or_was_never_met():
    assert all(not NEVER_MET[kind] & MEASURED[kind].keys() for kind in MEASURED)


@pytest.mark.parametrize("path", [*FIXTURES.iterdir(), *(FIXTURES.parent / "passages").iterdir()], ids=str)
def test_every_rule_that_finds_something_was_counted_or_never_met(path: Path):
    found = {(c.type.value, c.rule) for c in claims.find(read(path.read_bytes())) if c.type in MEASURED}

    assert {(kind, rule) for kind, rule in found if rule not in {*MEASURED[kind], *NEVER_MET[kind]}} == set()


def test_every_rule_of_commitments_was_counted_or_never_met():
    assert CONFIDENCE.keys() == MEASURED["commitment"].keys() | NEVER_MET["commitment"]


def test_a_rule_never_met_has_the_rate_of_its_type():
    rates = {confidence(Type.RATIO, rule, 0.9) for rule in [*NEVER_MET["ratio"], "no rule"]}

    assert len(rates) == 1


def test_every_claim_of_a_document_is_as_sure_as_its_rule():
    found = claims_in("Only 11 of the 36 actions (30%) are done.", "ratio")[0]

    assert found.confidence == confidence(found.type, found.rule, 0.8)
