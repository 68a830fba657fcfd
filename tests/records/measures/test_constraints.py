"""What the database itself refuses about measures, whatever the code above it does.

Each named constraint stands once in BROKEN, with rows of which the last breaks it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from handback.records.audit import actions as audit
from handback.records.audit.models import Audited
from handback.records.documents.models import Claim, Document, Original
from handback.records.measures.models import (
    Area,
    AreaValue,
    ChartDecision,
    ColumnsSaid,
    Commentary,
    CommitmentTie,
    ComparisonGroup,
    Index,
    Indicator,
    Metric,
    NeighbourList,
    Sending,
    Target,
    Value,
)
from handback.records.people.models import Authority, Token, User
from tests.support.harrowmere import CLERK, MORNING
from tests.support.sources import listed

DAY, BEFORE, AFTER = date(2025, 4, 1), date(2025, 3, 31), date(2025, 5, 1)
GSS = "E08000991"
Rows = list[Audited]


def indicator(here: Authority, **given: Any) -> Indicator:
    usual = {"code": "M01", "name": "Bins", "better": "lower", "measured_as": "count", "frequency": "month"}
    return Indicator(**{"authority": here} | usual | given)


def value(here: Authority, **given: Any) -> Value:
    usual = {"indicator": "M01", "first": DAY, "until": AFTER, "value": "12"}
    return Value(**{"authority": here} | usual | given)


def sendings(here: Authority, *keys: str) -> Rows:
    """Somebody, their token, and what was sent with it under these keys."""
    sam = User(username="sam", name="Sam", password="!")
    usual = {"authority": here, "name": "payroll", "sha256": "0" * 64, "made_at": MORNING, "until": DAY}
    token = Token(user=sam, handle="payroll", **usual)
    return [sam, token, *(Sending(token=token, key=key, sha256="0" * 64, answer={}) for key in keys)]


def target(here: Authority, **given: Any) -> Target:
    return Target(
        **{"authority": here, "indicator": "M01", "kind": "target", "first": DAY, "value": "1"} | given
    )


def decision(here: Authority, **given: Any) -> ChartDecision:
    usual = {"indicator": "M01", "kind": "rebase", "first": DAY, "reason": "So.", "decided_by": "Board"}
    return ChartDecision(**{"authority": here, "decided_on": DAY} | usual | given)


def profile(here: Authority) -> ChartDecision:
    return decision(here, kind="profile", first=None, choice="mdc-2023")


def commentary(here: Authority, **given: Any) -> Commentary:
    usual = {"indicator": "M01", "first": DAY, "what": "Snow.", "written_by": "Head of service"}
    return Commentary(**{"authority": here} | usual | given)


def ties(here: Authority, count: int, **given: Any) -> Rows:
    """A claim, and ties of it to the bins."""
    original = Original(sha256="0" * 64, content=b"a", size=1)
    document = Document(authority=here, original=original, name="a.txt", kept_at=MORNING)
    claim = Claim(document=document, type="commitment", end=1, start=0, quote="a", rule="a", confidence=0.5)
    usual = {"authority": here, "indicator": "M01", "claim": claim, "bearing": "So.", "tied_by": "Board"}
    return [original, document, claim, *(CommitmentTie(**usual | given) for _ in range(count))]


def index(here: Authority, **given: Any) -> Index:
    usual = {"code": "X01", "name": "Streets", "version": "1", "declaration": {"indicators": []}}
    return Index(**{"authority": here} | usual | given)


def columns(here: Authority) -> ColumnsSaid:
    return ColumnsSaid(authority=here, signature="a", columns={"value": "Value"})


def area_value(**given: Any) -> AreaValue:
    return AreaValue(**{"metric": "46", "gss": GSS, "first": DAY, "until": AFTER, "value": "12"} | given)


def neighbours(**given: Any) -> NeighbourList:
    return NeighbourList(**{"gss": GSS, "name": "Like", "source": "An invented model", "as_of": DAY} | given)


BROKEN: dict[str, Callable[[Authority], Rows]] = {
    "indicator_code_is_used_once": lambda here: [indicator(here), indicator(here)],
    "indicator_has_a_name": lambda here: [indicator(here, name="")],
    "indicator_is_out_of_something": lambda here: [indicator(here, per=0)],
    "demonstration_says_what_it_shows": lambda here: [indicator(here, is_demonstration=True)],
    "period_has_one_current_value": lambda here: [value(here), value(here)],
    "value_has_a_period": lambda here: [value(here, until=DAY)],
    "value_is_a_number": lambda here: [value(here, value="NaN")],
    "numerator_is_a_number": lambda here: [value(here, numerator="NaN")],
    "denominator_is_a_number": lambda here: [value(here, denominator="Infinity")],
    "target_begins_once": lambda here: [target(here), target(here)],
    "target_ends_after_it_begins": lambda here: [target(here, until=BEFORE)],
    "target_is_a_number": lambda here: [target(here, value="NaN")],
    "period_is_decided_on_once": lambda here: [decision(here), decision(here)],
    "chart_is_decided_on_once": lambda here: [profile(here), profile(here)],
    "decision_has_a_reason_and_a_person": lambda here: [decision(here, reason="")],
    "decision_says_where_or_what": lambda here: [decision(here, first=None)],
    "period_has_one_commentary": lambda here: [commentary(here), commentary(here)],
    "commentary_has_words_and_a_person": lambda here: [commentary(here, what="")],
    "commitment_is_tied_once": lambda here: ties(here, 2),
    "tie_says_why_and_by_whom": lambda here: ties(here, 1, bearing=""),
    "index_code_is_used_once": lambda here: [index(here), index(here)],
    "indicator_code_is_no_address": lambda here: [indicator(here, code="M01.csv")],
    "index_code_is_no_address": lambda here: [index(here, code="Add")],
    "index_has_a_name_and_a_version": lambda here: [index(here, version="")],
    "value_columns_are_said_once": lambda here: [columns(here), columns(here)],
    "area_is_named_once": lambda _: [Area(gss=GSS, name="A", kind="other") for _ in range(2)],
    "area_code_is_well_formed": lambda _: [Area(gss="X0800099", name="A", kind="other")],
    "area_has_a_name": lambda _: [Area(gss=GSS, name="", kind="other")],
    "metric_code_is_used_once": lambda _: [Metric(code="46", name="A", better="higher") for _ in range(2)],
    "metric_has_a_name": lambda _: [Metric(code="46", name="", better="higher")],
    "area_has_one_value_for_a_period": lambda _: [area_value(), area_value()],
    "value_is_of_an_area": lambda _: [area_value(gss="nowhere")],
    "area_value_has_a_period": lambda _: [area_value(until=DAY)],
    "area_value_is_a_number": lambda _: [area_value(value="NaN")],
    "group_is_named_once": lambda _: [ComparisonGroup(name="North") for _ in range(2)],
    "group_has_a_name": lambda _: [ComparisonGroup(name="")],
    "neighbours_are_listed_once": lambda _: [neighbours(), neighbours()],
    "neighbours_are_of_an_area": lambda _: [neighbours(gss="nowhere")],
    "neighbours_have_a_source": lambda _: [neighbours(source="")],
    "key_of_a_token_is_used_once": lambda here: sendings(here, "nightly", "nightly"),
    "sending_has_a_key": lambda here: sendings(here, ""),
}


def named_constraints() -> dict[str, type[models.Model]]:
    return {
        constraint.name: model
        for model in apps.get_app_config("measures").get_models()
        for constraint in model._meta.constraints
    }


def test_every_constraint_of_measures_is_tested():
    untested = sorted(set(named_constraints()) - set(BROKEN))

    assert not untested, listed(untested)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(BROKEN))
def test_the_database_sees_to_it_that(name: str, harrowmere: Authority):
    *sound, broken = BROKEN[name](harrowmere)

    with transaction.atomic():
        for row in sound:
            _add(row)
    with pytest.raises(IntegrityError, match=_told(name)), transaction.atomic():
        _add(broken)


def _add(row: Audited) -> None:
    with audit.action("tests.row.added", by=CLERK, at=MORNING) as written:
        written.add(row)


def _told(name: str) -> str:
    """SQLite names the columns of a unique index, and not the index."""
    model = named_constraints()[name]
    constraint = next(each for each in model._meta.constraints if each.name == name)
    is_unique = isinstance(constraint, models.UniqueConstraint)
    return "UNIQUE" if is_unique and connection.vendor == "sqlite" else name
