"""The register of interventions as a page: a timeline, and a row for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from handback.core.periods import Period, Window
from handback.records.powers.published import CopyOf
from handback.records.powers.recordfile.register_values import (
    InterventionEntry,
    InterventionState,
    RegisterFile,
    RelatedEntry,
)
from handback.records.powers.recordfile.values import Sources
from handback.web.shared import words
from handback.web.shared.charts.register import STILL, Intervention, register_chart
from handback.web.shared.charts.values import Chart

FIRST_DAY = date(2010, 1, 1)  # the register begins with 2010
NOT_KNOWN = "not known whether it has ended"
AFTER = timedelta(days=120)  # drawn beyond the day of the sources, so that what still ran is seen to


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One intervention in words. `href` leads to the council's published record, where there is one."""

    authority: str
    ordinal: str
    href: str
    began: str
    start_note: str
    ended: str
    end_note: str
    model: str
    legal_bases: str
    trigger: str
    sources: Sources


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The register as it stood on a day."""

    as_of: date
    headline: str
    completeness: str
    chart: Chart[Any]
    rows: tuple[RegisterRow, ...]
    related: tuple[RegisterRow, ...]


def register_page(register: RegisterFile, published: Iterable[CopyOf]) -> RegisterPage:
    """The page of the register; `published` are the councils whose record can be linked to."""
    linked = {copy.slug for copy in published}
    running = sum(entry.state is InterventionState.IN_FORCE for entry in register.interventions)
    return RegisterPage(
        as_of=register.as_of,
        headline=(
            f"{words.plural(len(register.interventions), 'statutory intervention')} since 2010, "
            f"{running} of them in force when their last source was written. "
            f"Sources were read on {words.day(register.as_of)}."
        ),
        completeness=register.completeness.text,
        chart=_chart(register, linked),
        rows=tuple(_row(entry, linked) for entry in register.interventions),
        related=tuple(_related(entry) for entry in register.related),
    )


def _chart(register: RegisterFile, linked: set[str]) -> Chart[Any]:
    span = Period(FIRST_DAY, register.as_of + AFTER)
    bars = [
        Intervention(
            authority=entry.authority,
            start=_told(entry.start),
            end=_told(entry.end) if entry.end else None,
            planned_end=_told(entry.planned_end) if entry.planned_end else None,
            model=entry.model,
            href=_record_of(entry, linked),
            unended=STILL if entry.state is InterventionState.IN_FORCE else NOT_KNOWN,
        )
        for entry in register.interventions
    ]
    return register_chart(bars, span=span)


def _told(stated: Window) -> Window:
    return Window(stated.first, stated.until, in_words(stated))


def _record_of(entry: InterventionEntry, linked: set[str]) -> str:
    return reverse("public-authority", kwargs={"slug": entry.record}) if entry.record in linked else ""


def _row(entry: InterventionEntry, linked: set[str]) -> RegisterRow:
    return RegisterRow(
        authority=entry.authority,
        ordinal=f"intervention {entry.ordinal}" if entry.ordinal > 1 else "",
        href=_record_of(entry, linked),
        began=in_words(entry.start),
        start_note=entry.start_note,
        ended=in_words(entry.end) if entry.end else _not_ended(entry),
        end_note=entry.end_note,
        model=words.sentence(entry.model),
        legal_bases="; ".join(basis.words for basis in entry.legal_bases),
        trigger=words.sentence(entry.trigger),
        sources=entry.sources,
    )


def _not_ended(entry: InterventionEntry) -> str:
    stood = words.sentence(entry.state_words or entry.state.value).rstrip(".")
    return f"{stood}. Planned end: {in_words(entry.planned_end)}." if entry.planned_end else stood


def _related(entry: RelatedEntry) -> RegisterRow:
    return RegisterRow(
        authority=entry.authority,
        ordinal="",
        href="",
        began=in_words(entry.start),
        start_note="",
        ended="",
        end_note="",
        model=entry.model,
        legal_bases="",
        trigger="",
        sources=entry.sources,
    )


def in_words(stated: Window) -> str:
    """A date of the register as precisely as its source gives it: "2010", "September 2018", a day."""
    parts = stated.words.split("-")
    if stated.first is None or len(parts) == 1:
        return stated.words
    return words.day(stated.first) if len(parts) == 3 else f"{stated.first:%B %Y}"
