"""Defining what is measured."""

from datetime import datetime

from django.db import transaction

from handback.core.frequencies import Frequency, follows
from handback.core.periods import Period
from handback.records.audit.facts import By, Outcome, states
from handback.records.measures.actions.recording import columns_of, record, subject_of
from handback.records.measures.codes import OF_INDICATORS, is_address, is_code
from handback.records.measures.entering import check_span
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.models import Indicator, Value
from handback.records.measures.refusals import CodeIsAnAddress, FrequencyInUse, NotWellFormed
from handback.records.people.models import Authority

MOST_DECIMALS = 10
MOST_WITHHELD = 1_000


@transaction.atomic
def record_indicator(
    authority: Authority, entry: IndicatorEntry, *, reason: str = "", by: By, at: datetime
) -> Outcome:
    """Define an indicator, or correct its definition: the old one stays in its history, with the `reason`.

    Raises NotWellFormed, naming the field, CodeIsAnAddress, and FrequencyInUse or TooFarApart where values
    would not follow a new frequency.
    """
    _check(entry)
    old = Indicator.objects.select_for_update().filter(authority=authority, code=entry.code)
    held = old.filter(superseded_at=None).first()
    if held is None and is_address(entry.code, words=OF_INDICATORS):
        raise CodeIsAnAddress(entry.code)
    if held is not None and held.frequency != entry.frequency:
        _check_frequency(authority, entry)
    wanted = columns_of(entry)
    key = {"authority": authority, "code": wanted.pop("code")}
    if held is not None and not states(held, wanted):
        wanted["reason"] = reason.strip()
    subject = subject_of(authority, entry.code)
    return record(Indicator, key, wanted, what="measures.indicator", subject=subject, by=by, at=at)


def _check(entry: IndicatorEntry) -> None:
    if not is_code(entry.code):
        sentence = "A code has letters, digits, hyphens and full stops, such as M01, and 40 at most."
        raise NotWellFormed("code", sentence)
    if not entry.name.strip():
        raise NotWellFormed("name", "Say what the indicator is called.")
    if entry.per < 1:
        raise NotWellFormed("per", "A share or rate is out of 1 or more: 100 for percent.")
    if not 0 <= entry.decimals <= MOST_DECIMALS:
        raise NotWellFormed("decimals", f"A value is shown with 0 to {MOST_DECIMALS} decimal places.")
    if entry.lag_days is not None and not 0 <= entry.lag_days <= 3_660:
        raise NotWellFormed("lag_days", "A value is due 0 to 3,660 days after its period.")
    if not 0 <= entry.least_published <= MOST_WITHHELD:
        sentence = f"The least count that is published is from 0, which withholds none, to {MOST_WITHHELD}."
        raise NotWellFormed("least_published", sentence)
    if entry.is_demonstration and not entry.demonstration_note.strip():
        raise NotWellFormed("demonstration_note", "Say what this demonstration shows, and whose figures.")


def _check_frequency(authority: Authority, entry: IndicatorEntry) -> None:
    """Raises FrequencyInUse."""
    frequency = Frequency(entry.frequency)
    rows = Value.objects.filter(authority=authority, indicator=entry.code, superseded_at=None)
    periods = [Period(*days) for days in rows.order_by("first").values_list("first", "until")]
    for period in periods:
        if not follows(frequency, period):
            raise FrequencyInUse(entry.code, frequency, period)
    check_span(entry.code, frequency, periods)
