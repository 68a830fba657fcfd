"""Loading measures files: all or nothing, through the same actions as everything else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from handback.records.audit.facts import By, Loaded, Outcome
from handback.records.measures.actions.commentary import comment
from handback.records.measures.actions.decisions import decide
from handback.records.measures.actions.definitions import record_indicator
from handback.records.measures.actions.importing import Taken, record_values
from handback.records.measures.actions.publications import publish as publish_copy
from handback.records.measures.actions.recording import locked
from handback.records.measures.actions.targets import set_target
from handback.records.measures.entering import completed
from handback.records.measures.measured.entries import IndicatorEntry
from handback.records.measures.measuresfile import (
    AuthorityNamed,
    IndicatorStated,
    MeasuresFileRefused,
    Path,
    read,
)
from handback.records.measures.models import Publication
from handback.records.measures.queries import indicators
from handback.records.measures.refusals import MeasuresRefusal, NotWellFormed, RestatedWithoutReason
from handback.records.people import actions as people
from handback.records.people.actions import AlreadyKept, NameTaken
from handback.records.people.models import Authority
from handback.records.people.queries import authorities

Settled = tuple[str, Outcome, int]
Found = TypeVar("Found")


@transaction.atomic
def load(content: object, *, publish: bool = False, on: date, by: By, at: datetime) -> Loaded:
    """Make everything that a measures file states part of the record, and publish a copy if asked to.

    `content` is the file's JSON. Facts that the record holds and the file does not mention stay, and so does
    a copy published already if nothing is new. Nothing is written unless all of it is. Raises
    MeasuresFileRefused, naming each place.
    """
    file = read(content)
    authority, outcome = _authority(file.authority, by=by, at=at)
    loaded = Loaded(f"Measures of {authority.name}", authority.slug)
    if file.authority.name:
        loaded.counts["authority", outcome] += 1
    for number, stated in enumerate(file.indicators):
        path: Path = ("indicators", number)
        for what, found, count in _facts(authority, stated, path, reason=file.restated_because, by=by, at=at):
            loaded.counts[what, found] += count
    if publish and (_changed(loaded) or not Publication.objects.filter(authority=authority).exists()):
        publish_copy(authority, on=on, by=by, at=at)
    return loaded


def _changed(loaded: Loaded) -> bool:
    return bool(loaded.total(Outcome.NEW) or loaded.total(Outcome.CORRECTED))


def _authority(named: AuthorityNamed, *, by: By, at: datetime) -> tuple[Authority, Outcome]:
    """The authority that a file names; opened, or corrected, where the file gives its name."""
    if not named.name:
        found = authorities().filter(slug=named.slug, gss=named.gss).first()
        if found is None:
            sentence = f"There is no record of “{named.slug}” ({named.gss}): load it first, or give its name."
            raise MeasuresFileRefused([(("authority",), sentence)])
        return found, Outcome.SAME
    try:
        return people.keep_authority(
            slug=named.slug,
            name=named.name,
            gss=named.gss,
            gss_as_of=named.gss_as_of,
            is_demonstration=named.demonstration,
            note=named.note,
            by=by,
            at=at,
        )
    except (AlreadyKept, NameTaken) as refusal:
        raise MeasuresFileRefused([(("authority",), str(refusal))]) from None


def _facts(
    authority: Authority, stated: IndicatorStated, path: Path, *, reason: str, by: By, at: datetime
) -> Iterator[Settled]:
    definition = _no_less_kept_back(authority, stated.definition)
    yield "indicator", _at(path, record_indicator, authority, definition, by=by, at=at), 1
    taken = _values(authority, stated, (*path, "values"), reason=reason, by=by, at=at)
    counts = {Outcome.NEW: taken.new, Outcome.CORRECTED: taken.restated, Outcome.SAME: taken.same}
    yield from (("value", outcome, count) for outcome, count in counts.items() if count)
    kinds: tuple[tuple[str, str, Sequence[object], Callable[..., Outcome]], ...] = (
        ("target", "targets", stated.targets, set_target),
        ("decision about a chart", "decisions", stated.decisions, decide),
        ("commentary", "commentaries", stated.commentaries, comment),
    )
    for what, name, entries, action in kinds:
        for number, entry in enumerate(entries):
            yield what, _at((*path, name, number), action, authority, entry, by=by, at=at), 1


def _no_less_kept_back(authority: Authority, stated: IndicatorEntry) -> IndicatorEntry:
    """A file can keep more from the public than the record does, never less: that takes a person."""
    held = indicators(authority).filter(code=stated.code).first()
    if held is None:
        return stated
    least = max(stated.least_published, held.least_published)
    return replace(stated, is_public=stated.is_public and held.is_public, least_published=least)


def _values(
    authority: Authority, stated: IndicatorStated, path: Path, *, reason: str, by: By, at: datetime
) -> Taken:
    code = stated.definition.code
    definition = locked(authority, code)
    places = {value.period: (*path, number) for number, value in enumerate(stated.values)}
    for number, value in enumerate(stated.values):
        _at((*path, number), completed, value, definition)
    try:
        named = [(f"values[{number}]", value) for number, value in enumerate(stated.values)]
        return record_values(authority, code, named, reason=reason, by=by, at=at)
    except RestatedWithoutReason as refusal:
        sentence = f"{refusal} The file's “restated_because” says why."
        raise MeasuresFileRefused([(places[refusal.period], sentence)]) from None
    except MeasuresRefusal as refusal:
        raise MeasuresFileRefused([(path, str(refusal))]) from None


def _at(path: Path, action: Callable[..., Found], *given: object, **more: object) -> Found:
    """What an action gives. Raises MeasuresFileRefused, with the place, for what the record does not take."""
    try:
        return action(*given, **more)
    except NotWellFormed as refusal:
        raise MeasuresFileRefused([((*path, refusal.field), str(refusal))]) from None
    except MeasuresRefusal as refusal:
        raise MeasuresFileRefused([(path, str(refusal))]) from None
