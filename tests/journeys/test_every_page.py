"""Every page there is, on a real record, in a real browser: at a desk and on a phone, signed in and not.

A page that is added and not listed here fails the first test.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
from django.conf import settings
from django.urls import get_resolver
from playwright.sync_api import Page

from handback.core.frequencies import Frequency, period_of
from handback.core.periods import Period
from handback.records.audit import actions as audit
from handback.records.documents import actions as documents
from handback.records.measures import actions as measures
from handback.records.measures.measured.entries import IndicatorEntry, TargetEntry, ValueEntry
from handback.records.people import actions as people
from handback.records.people.queries import authority_called
from handback.records.powers import actions
from handback.records.powers.models import Draft
from handback.records.sources import actions as sources
from tests.support.browser import axe, fits
from tests.support.harrowmere import CLERK, LONG_AGO
from tests.support.indices import record_over_time

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)

PAGES = {
    "public-home": "/",
    "public-about": "/about/",
    "public-register": "/register/",
    "public-authority": "/rotherham/",
    "public-powers": "/rotherham/powers/?as-at=2016-12-01",
    "public-powers-day": "/rotherham/powers/2017-10-01/",
    "public-between": "/rotherham/powers/between/?from=2016-01-01&to=2017-01-01",
    "public-function": "/rotherham/functions/F24/",
    "public-instruments": "/rotherham/instruments/",
    "public-instrument": "/rotherham/instruments/I04/",
    "public-commissioners": "/rotherham/commissioners/?as-at=2016-12-01",
    "public-commissioner": "/rotherham/commissioners/mary-ney/",
    "public-measures": "/rotherham/measures/",
    "public-indicator": "/rotherham/measures/M01/",
    "public-index": "/rotherham/measures/indices/X02/",
    "public-returns": "/rotherham/returns/",
    "public-return": "/rotherham/returns/P4/",
    "sign-in": "/office/sign-in/",
    "office": "/office/",
    "office-home": "/office/rotherham/",
    "office-powers": "/office/rotherham/powers/?as-at=2016-12-01",
    "office-between": "/office/rotherham/powers/between/?from=2016-01-01&to=2017-01-01",
    "office-function": "/office/rotherham/functions/F09/",
    "office-instruments": "/office/rotherham/instruments/",
    "office-instrument": "/office/rotherham/instruments/I06/",
    "office-commissioners": "/office/rotherham/commissioners/",
    "office-commissioner": "/office/rotherham/commissioners/ian-thomas/",
    "office-returns": "/office/rotherham/returns/",
    "office-return": "/office/rotherham/returns/P3/",
    "office-decide": "/office/rotherham/decide/?who=Cabinet&capacity=council+body&function=F12&on=2016-12-01",
    "office-measures": "/office/rotherham/measures/",
    "office-indicator-add": "/office/rotherham/measures/add/",
    "office-measures-import": "/office/rotherham/measures/import/?of=M01",
    "office-indices": "/office/rotherham/measures/indices/",
    "office-index": "/office/rotherham/measures/indices/X02/",
    "office-index-add": "/office/rotherham/measures/indices/add/",
    "office-index-declare": "/office/rotherham/measures/indices/declare/?of=X02",
    "office-indicator": "/office/rotherham/measures/M01/",
    "office-indicator-edit": "/office/rotherham/measures/M01/edit/",
    "office-indicator-values": "/office/rotherham/measures/M01/values/",
    "office-indicator-targets": "/office/rotherham/measures/M01/targets/",
    "office-indicator-decisions": "/office/rotherham/measures/M01/decisions/?kind=rebase",
    "office-indicator-commentary": "/office/rotherham/measures/M01/commentary/",
    "office-indicator-commitments": "/office/rotherham/measures/M01/commitments/",
    "office-indicator-withdraw": "/office/rotherham/measures/M01/withdraw/",
    "office-publishing": "/office/rotherham/publishing/",
    "office-tokens": "/office/rotherham/tokens/",
    "office-inbox": "/office/rotherham/inbox/",
    "office-completeness": "/office/rotherham/completeness/",
    "office-sources": "/office/rotherham/sources/",
    "office-source": "/office/rotherham/sources/1/",
    "office-source-page": "/office/rotherham/sources/1/pages/1/",
    "office-documents": "/office/rotherham/documents/",
    "office-document": "/office/rotherham/documents/1/",
    "office-document-accept-many": "/office/rotherham/documents/1/accept-all/?least=0.7",
    "office-document-columns": "/office/rotherham/documents/2/columns/",
    "office-second-reader": "/office/rotherham/documents/3/second-reader/",
    "office-claim": "/office/rotherham/claims/2/",
    "office-drafts": "/office/rotherham/drafts/",
    "office-draft": "/office/rotherham/drafts/1/",
    "office-function-add": "/office/rotherham/add-function/",
    "office-holder-add": "/office/rotherham/add-holder/",
    "office-load": "/office/rotherham/load/",
    "office-search": "/office/rotherham/search/?q=licensing",
    "office-audit": "/office/rotherham/audit/",
    "office-audit-event": "/office/rotherham/audit/40/",
    "office-checkpoint": "/office/rotherham/audit/checkpoint/",
    "office-verify": "/office/rotherham/audit/verify/",
}
NO_PAGES = {
    "feeds": ("public-changes", "public-authority-changes"),
    "data": (
        "public-checkpoint",
        "public-register-json",
        "public-register-csv",
        "public-record",
        "public-powers-json",
        "public-powers-csv",
        "public-powers-day-json",
        "public-powers-day-csv",
        "public-function-json",
        "public-function-csv",
        "public-instruments-json",
        "public-instruments-csv",
        "public-instrument-json",
        "public-instrument-csv",
        "public-measures-json",
        "public-measures-csv",
        "public-measures-copy",
        "public-indicator-json",
        "public-indicator-csv",
        "public-index-json",
        "public-index-csv",
        "office-powers-csv",
        "office-powers-json",
        "office-document-original",
        "office-measures-csv",
        "office-index-csv",
        "office-indicator-csv",
    ),
    "acts that lead to a page": (
        "sign-out",
        "office-publish",
        "office-publish-measures",
        "office-token-end",
        "office-document-read",
        "office-document-again",
        "office-document-pictures",
        "office-document-accept",
        "office-source-standing",
    ),
    "for programs": (
        "api-openapi",
        "api-authority",
        "api-indicators",
        "api-indicator",
        "api-values",
        "api-root",
        "api-nothing",
    ),
    "a part of a page": ("office-document-progress", "office-second-reader-progress"),
}
LETTER = b"""Cabinet, 3 March 2025

The Secretary of State has directed that licensing will be exercised by the council from 10 March 2025.

Resolved: That 28 of 41 appeals (68%) be noted, and that a report be made by the end of June 2025.
"""
EXEMPT = b"NOT FOR PUBLICATION\n\n"
TRACKER = b"""Ref,Agreed action,Lead officer,Due date,Status
1,Publish the plan,Chief executive,30 June 2025,Open
2,Train every member,Monitoring officer,September 2025,Open
"""


def test_every_page_is_looked_at_here():
    named = {name for name in get_resolver(settings.ROOT_URLCONF).reverse_dict if isinstance(name, str)}
    listed = {name for names in NO_PAGES.values() for name in names} | set(PAGES)

    assert named == listed


@pytest.fixture
def rotherham(idris: Any, settings: Any) -> Any:
    """The real record, published, with a document, its claims and a draft, and a second reader set."""
    settings.MODEL = settings.MODEL | {"address": "http://127.0.0.1:9/v1", "name": "small"}
    data = files("handback.records.powers").joinpath("data")
    for name in ("rotherham.json", "interventions.json"):
        actions.load(data.joinpath(name).read_bytes(), name=name, by=CLERK, at=NOON)
    authority = authority_called("rotherham")
    assert authority
    people.grant(idris, authority, role="monitoring officer", first=LONG_AGO, until=None, by=CLERK, at=NOON)
    actions.publish(authority, by=CLERK, at=NOON)
    actions.publish_register(by=CLERK, at=NOON)
    kept = documents.keep(authority, LETTER, name="minutes.txt", by=CLERK, at=NOON)
    documents.read(kept.pk, by=CLERK, at=NOON)
    actions.draft_from_claim(kept.claims.first().pk, kind="instrument", by=CLERK, at=NOON)
    assert Draft.objects.exists()
    tracker = documents.keep(authority, TRACKER, name="actions.csv", by=CLERK, at=NOON)
    documents.read(tracker.pk, by=CLERK, at=NOON)
    exempt = documents.keep(authority, EXEMPT + LETTER, name="part two.txt", by=CLERK, at=NOON)
    documents.read(exempt.pk, by=CLERK, at=NOON)
    site = {
        "name": "Committee pages",
        "address": "https://democracy.example.org/",
        "bodies": [(103, "Cabinet")],
    }
    source = sources.add(authority, **site, since=LONG_AGO, by=CLERK, at=NOON)
    sources.begin(source.pk, by=CLERK, at=NOON)
    record_over_time(authority, by=CLERK, at=NOON)
    measured(authority)
    audit.checkpoint(by=CLERK, at=NOON)
    return idris


def measured(authority: Any) -> None:
    """An indicator with a target and enough values for limits, published."""
    appeals = IndicatorEntry(code="M01", name="Appeals decided in time", unit="%", frequency=Frequency.MONTH)
    measures.record_indicator(authority, appeals, by=CLERK, at=NOON)
    level = TargetEntry(indicator="M01", period=Period(date(2025, 1, 1)), value=Decimal(85))
    measures.set_target(authority, level, by=CLERK, at=NOON)
    for month in range(1, 13):
        period = period_of(Frequency.MONTH, day=date(2025, month, 1))
        entry = ValueEntry(indicator="M01", period=period, value=Decimal(80 + month * 5 % 7))
        measures.record_value(authority, entry, by=CLERK, at=NOON)
    measures.publish(authority, on=NOON.date(), by=CLERK, at=NOON)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, reset_sequences=True)  # the addresses name keys
def test_no_page_has_a_serious_fault_or_is_wider_than_a_phone(
    page: Page, page_of: Callable[[Any], Page], rotherham: Any
):
    page.goto(PAGES["sign-in"])
    axe(page)
    signed_in = page_of(rotherham)
    faults = []
    for name, address in PAGES.items():
        answer = signed_in.goto(address)
        assert answer
        assert answer.status == 200, f"{name} answers {answer.status}"
        try:
            fits(signed_in)
            axe(signed_in)
        except AssertionError as fault:
            faults.append(str(fault))

    assert not faults, "\n\n".join(faults)
