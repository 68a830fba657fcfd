"""The office publishes measures, and is told before what the public would see of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from handback.core.frequencies import Frequency, period_of
from handback.records.measures import actions, published
from handback.records.measures.measured.entries import IndicatorEntry, ValueEntry
from handback.records.measures.measured.words import MeasuredAs
from tests.support.harrowmere import CLERK, MORNING

PAGE = "/office/harrowmere/publishing/"
PUBLISH = f"{PAGE}measures/"
CHILDREN = IndicatorEntry(code="M01", name="Children missing", measured_as=MeasuredAs.COUNT)


@pytest.fixture
def children(harrowmere: Any) -> IndicatorEntry:
    """An indicator with one small count, which nobody said is withheld."""
    actions.record_indicator(harrowmere, CHILDREN, by=CLERK, at=MORNING)
    january = period_of(Frequency.MONTH, day=date(2026, 1, 1))
    entry = ValueEntry(indicator="M01", period=january, value=Decimal(3))
    actions.record_value(harrowmere, entry, by=CLERK, at=MORNING)
    return CHILDREN


def test_what_is_new_is_named_before_it_is_published(signed_in, idris, children):
    assert "New: Children missing" in signed_in(idris).get(PAGE).text


def test_a_small_count_is_warned_of_and_leads_to_its_definition(signed_in, idris, children):
    page = signed_in(idris).get(PAGE).text

    assert "1 value with a count under 5" in page
    assert 'href="/office/harrowmere/measures/M01/edit/"' in page


def test_the_monitoring_officer_publishes_the_measures(signed_in, idris, children):
    told = signed_in(idris).post(PUBLISH, follow=True).text

    assert "Everybody can now see the copy of the measures" in told
    assert list(published.latest("harrowmere").board.by_code) == ["M01"]


def test_the_improvement_officer_does_not(signed_in, ada, children):
    assert signed_in(ada).post(PUBLISH).status_code == 403


def test_where_none_is_public_it_is_said_and_nothing_is_published(signed_in, idris, harrowmere, children):
    actions.record_indicator(harrowmere, replace(children, is_public=False), by=CLERK, at=MORNING)

    assert "marked as not to be published" in signed_in(idris).post(PUBLISH, follow=True).text
    assert not published.copies("harrowmere")


def test_an_indicator_that_is_not_public_stays_so_when_its_definition_is_corrected(
    signed_in, idris, harrowmere, children
):
    actions.record_indicator(harrowmere, replace(children, is_public=False), by=CLERK, at=MORNING)
    client = signed_in(idris)
    form = client.get("/office/harrowmere/measures/M01/edit/").context["form"]
    typed = {box.html_name: box.value() for box in form if box.value() not in (None, False, "")}
    client.post("/office/harrowmere/measures/M01/edit/", typed | {"name": "Children gone missing"})
    client.post(PUBLISH)

    assert not published.copies("harrowmere")
