"""Whether the declaration of a composite index holds, before anything is kept or worked out.

`CHECKS` are asked one after the other; each gives a sentence for every fault, with its place. The room of
composite indices brings its own.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from handback.core.audit.canonical import NotCanonical, canonical
from handback.records.measures.refusals import DeclarationRefused

Check = Callable[[Mapping[str, Any], frozenset[str]], Iterable[str]]


def check_declaration(declaration: Mapping[str, Any], *, indicators: frozenset[str]) -> None:
    """Raises DeclarationRefused with every fault. `indicators` are the codes that there are."""
    problems = [sentence for check in CHECKS for sentence in check(declaration, indicators)]
    if problems:
        raise DeclarationRefused(problems)


def can_be_kept(declaration: Mapping[str, Any], indicators: frozenset[str]) -> Iterable[str]:  # noqa: ARG001
    """That it says something, in JSON that has one text."""
    if not declaration:
        yield "The declaration is empty."
    try:
        canonical(dict(declaration))
    except NotCanonical as fault:
        yield str(fault)


CHECKS: tuple[Check, ...] = (can_be_kept,)
