"""Questions about sources: what they hold, what was brought, and what is missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from handback.records.people.models import Authority
from handback.records.sources.models import (
    Completeness,
    Kind,
    Outcome,
    Page,
    Round,
    Source,
    Standing,
    State,
    Visit,
)

__all__ = ["Authority", "Completeness", "Kind", "Outcome", "Source", "Standing", "State"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pages of a source are known, and how far each has come. Everything but `known` adds up to it.

    `cut` are those whose full text was not read elsewhere; `whole` counts the others, lists among them.
    """

    known: int = 0
    waiting: int = 0
    arrived: int = 0
    whole: int = 0
    cut: int = 0
    withheld: int = 0
    unreadable: int = 0
    unavailable: int = 0
    failed: int = 0


def sources(authority: Authority) -> QuerySet[Source]:
    """An authority's sources, by name."""
    return Source.objects.filter(authority=authority).order_by("name")


def every_source() -> QuerySet[Source]:
    """The sources of every authority, paused ones too, by authority and name."""
    return Source.objects.select_related("authority").order_by("authority__name", "name")


def is_paused(pk: int) -> bool:
    """Whether a source is not to be visited now."""
    return Source.objects.filter(pk=pk, standing=Standing.PAUSED).exists()


def counts(source: Source) -> Counts:
    """How many pages of a source are in each state: one question to one index."""
    return counts_of([source])[source.pk]


def counts_of(wanted: Iterable[Source]) -> dict[int, Counts]:
    """The counts of several sources, by their keys, in one question."""
    keys = [source.pk for source in wanted]
    by_source: dict[int, Counter[str]] = {key: Counter() for key in keys}
    grouped = Page.objects.filter(source__in=keys).order_by().values_list("source", "state", "completeness")
    for key, state, completeness, number in grouped.annotate(number=Count("pk")):
        by_source[key].update({"known": number, _place(state, completeness): number})
    return {key: Counts(**found) for key, found in by_source.items()}


def _place(state: str, completeness: str) -> str:
    """Under which count a page stands."""
    if state != State.KEPT:
        return state
    partial = (Completeness.CUT, Completeness.WITHHELD, Completeness.UNREADABLE)
    return completeness if completeness in partial else "whole"


def pages(source: Source) -> QuerySet[Page]:
    """The pages known of a source, in the order in which they were found."""
    return (
        Page.objects.filter(source=source)
        .select_related("document__authority")
        .defer("document__text", "document__passages")
        .order_by("pk")
    )


def visits(page: Page) -> QuerySet[Visit]:
    """The visits to a page, newest first, with the document that each brought."""
    found = Visit.objects.filter(page=page).select_related("document", "round")
    return found.defer("document__text", "document__passages").order_by("-at", "-pk")


def rounds(source: Source) -> QuerySet[Round]:
    """The rounds of a source, newest first."""
    return Round.objects.filter(source=source).order_by("-started_at", "-pk")


def open_round(source: Source) -> Round | None:
    """The round that has not come to its end, if there is one."""
    return rounds(source).filter(ended_at=None).first()


def outcomes(round_: Round) -> dict[Outcome, int]:
    """How many visits of a round had each outcome."""
    grouped = Visit.objects.filter(round=round_).order_by().values_list("outcome")
    return {Outcome(outcome): number for outcome, number in grouped.annotate(number=Count("pk"))}


def to_ask_for(round_: Round) -> QuerySet[Page]:
    """The pages that a round has still to ask for, those whose time came first before the others."""
    due = Page.objects.filter(source_id=round_.source_id, due_at__lte=round_.started_at)
    return due.order_by("due_at", "pk")


def to_be_read(source: Source) -> QuerySet[Page]:
    """Pages that were kept when the process that brought them ended, and are not read yet."""
    return Page.objects.filter(source=source, state=State.ARRIVED).order_by("pk")
