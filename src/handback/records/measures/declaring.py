"""Whether the declaration of a composite index holds, before anything is kept or worked out."""

from collections.abc import Iterator, Mapping

from handback.core.audit.canonical import NotCanonical, canonical
from handback.records.measures.measured.entries import IndexEntry, IndicatorEntry
from handback.records.measures.measured.indexed.declared import read_declaration
from handback.records.measures.measured.indexed.fitting import faults_of
from handback.records.measures.measured.indexed.work import check_work
from handback.records.measures.refusals import DeclarationRefused
from handback.statistics.composite import CannotBeComposed


def check_declaration(entry: IndexEntry, *, indicators: Mapping[str, IndicatorEntry]) -> None:
    """Raises DeclarationRefused with every fault, each with its place. `indicators` go by their codes."""
    problems = list(_faults(entry, indicators))
    if problems:
        raise DeclarationRefused(problems)


def _faults(entry: IndexEntry, indicators: Mapping[str, IndicatorEntry]) -> Iterator[str]:
    """That it does not hold, with its place, else that it is no JSON with one text, else that the record
    cannot make it.
    """
    try:
        declared = read_declaration(entry)
        check_work(declared)
        canonical(dict(entry.declaration))
    except (NotCanonical, CannotBeComposed) as fault:
        yield str(fault)
    else:
        yield from faults_of(declared, indicators)
