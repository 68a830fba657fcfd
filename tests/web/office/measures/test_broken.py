"""What is recorded all the same, and of which little can be drawn, still has its pages."""

from datetime import date
from decimal import Decimal

import pytest

from handback.core.frequencies import Frequency, period_of
from handback.records.audit import actions as audit
from handback.records.measures.models import ChartDecision, Value
from tests.support.harrowmere import CLERK, MORNING
from tests.web.office.measures.conftest import STEADY, told

PAGES = ("measures", "indicator", "indicator-values", "indicator-withdraw")


def kept_all_the_same(row):
    with audit.action("tests.row.added", by=CLERK, at=MORNING) as event:
        event.add(row)


@pytest.fixture
def far(appeals, harrowmere):
    """Values of which one lies a century before the others."""
    appeals(STEADY)
    month = period_of(Frequency.MONTH, day=date(1901, 6, 1))
    days = {"first": month.first, "until": month.until}
    kept_all_the_same(Value(authority=harrowmere, indicator="M01", value=Decimal(5), **days))


@pytest.fixture
def undrawn(appeals, harrowmere):
    """Values to which rules are to be asked that there are not."""
    appeals(STEADY)
    said = {"kind": "profile", "choice": "none such", "reason": "So.", "decided_by": "Board"}
    kept_all_the_same(
        ChartDecision(authority=harrowmere, indicator="M01", decided_on=date(2025, 1, 1), **said)
    )


@pytest.mark.parametrize("broken", ["far", "undrawn"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_it_is_shown(officer, office, request, broken, page):
    request.getfixturevalue(broken)
    of = () if page == "measures" else ("M01",)

    assert officer.get(office(page, *of)).status_code == 200


def test_its_page_says_that_gaps_are_not_shown(officer, office, far):
    assert "the periods between them are not shown" in told(officer.get(office("indicator", "M01")))
