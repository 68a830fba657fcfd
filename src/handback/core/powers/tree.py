"""The functions of an authority as a tree, and which of them a scope covers on a day.

1. A part stands by its own name from the day it was split out; before that, the nearest function above it
   that did stand answers for it.
2. FUNCTIONS covers the named functions with all their parts, and GROUP the functions of the group with all
   their parts; ALL_EXECUTIVE covers functions of the executive kind, and ALL covers every function.
3. GROUP and ALL leave oversight powers alone: those are not functions of the council, and move only by name.
4. Exceptions leave out functions with all their parts.
5. What a scope covers is settled on the day it takes effect: a part split out later stays under the moves
   that covered the function it came from.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from handback.core.powers.functions import Function, Kind
from handback.core.powers.instruments import Reach, Scope
from handback.core.powers.refusals import (
    DuplicateCode,
    PartNamedTooEarly,
    PartOfAnotherKind,
    PartOfItself,
    ScopeUnclear,
    SplitBeforeParent,
    SplitMissing,
    UnknownFunction,
    UnknownGroup,
)


class FunctionTree:
    """Functions by code, in the order given, with their parts.

    Raises DuplicateCode, UnknownFunction (a parent), PartOfItself, SplitMissing, SplitBeforeParent or
    PartOfAnotherKind.
    """

    def __init__(self, functions: Iterable[Function]) -> None:
        self.functions = tuple(functions)
        self.by_code = _by_code(self.functions)
        self._ancestors = {code: self._walk_up(code) for code in self.by_code}
        for function in self.functions:
            self._check_split(function)
        self._families = self._with_parts()
        self._groups = frozenset(function.group for function in self.functions)
        self._split_days = sorted({function.split_on for function in self.functions if function.split_on})
        self._covered: dict[tuple[Scope, int], frozenset[str]] = {}

    def function(self, code: str) -> Function:
        """Raises UnknownFunction."""
        if code not in self.by_code:
            raise UnknownFunction(code)
        return self.by_code[code]

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The functions that `code` is a part of, nearest first."""
        return self._ancestors[self.function(code).code]

    def children(self, code: str) -> tuple[str, ...]:
        """The functions split directly out of `code`, in the record's order."""
        parent = self.function(code).code
        return tuple(function.code for function in self.functions if function.parent == parent)

    def parts(self, code: str) -> tuple[str, ...]:
        """Every function split out of `code`, directly or through others, in the record's order."""
        return self._families[self.function(code).code][1:]

    def stands_on(self, code: str, day: date) -> bool:
        """Whether the function has its own name on `day`: always, unless it is a part split out later."""
        split_on = self.function(code).split_on
        return split_on is None or split_on <= day

    def standing_for(self, code: str, day: date) -> str:
        """The function that answers for `code` on `day`: itself, or the nearest above it that stands."""
        return next(above for above in (code, *self.ancestors(code)) if self.stands_on(above, day))

    def check_scope(self, scope: Scope, *, on: date, instrument: str) -> None:
        """Raises ScopeUnclear, UnknownFunction, UnknownGroup or PartNamedTooEarly."""
        by_name = scope.reach in (Reach.FUNCTIONS, Reach.GROUP)
        if by_name != bool(scope.named):
            raise ScopeUnclear(instrument)
        if scope.reach is Reach.GROUP:
            for group in scope.named:
                if group not in self._groups:
                    raise UnknownGroup(group)
        names = scope.named if scope.reach is Reach.FUNCTIONS else ()
        for code in (*names, *sorted(scope.exceptions)):
            if not self.stands_on(code, on):
                raise PartNamedTooEarly(self.function(code), on, instrument)

    def covered(self, scope: Scope, *, on: date) -> frozenset[str]:
        """The codes that `scope` covers when it takes effect on `on`. Unknown codes cover nothing."""
        key = (scope, bisect_right(self._split_days, on))
        if key not in self._covered:
            left_out = (part for code in scope.exceptions for part in self._families.get(code, ()))
            self._covered[key] = self._reached(scope, on).difference(left_out)
        return self._covered[key]

    def _reached(self, scope: Scope, on: date) -> frozenset[str]:
        if scope.reach is Reach.FUNCTIONS:
            named: tuple[str, ...] = scope.named
        elif scope.reach is Reach.GROUP:
            named = tuple(function.code for function in self._standing_in_groups(scope.named, on))
        else:
            return frozenset(code for code in self.by_code if self._is_among_all(code, scope.reach, on))
        return frozenset(part for code in named for part in self._families.get(code, ()))

    def _standing_in_groups(self, groups: tuple[str, ...], on: date) -> Iterable[Function]:
        for function in self.functions:
            stands = function.split_on is None or function.split_on <= on
            if stands and function.group in groups and function.kind is not Kind.OVERSIGHT_POWER:
                yield function

    def _is_among_all(self, code: str, reach: Reach, on: date) -> bool:
        function = self.by_code[code]
        if function.split_on is not None and on < function.split_on:
            function = self.by_code[self.standing_for(code, on)]
        if reach is Reach.ALL_EXECUTIVE:
            return function.kind is Kind.EXECUTIVE
        return function.kind is not Kind.OVERSIGHT_POWER

    def _walk_up(self, code: str) -> tuple[str, ...]:
        above: list[str] = []
        parent = self.by_code[code].parent
        while parent is not None:
            if parent == code or parent in above:
                raise PartOfItself(code)
            above.append(parent)
            parent = self.function(parent).parent
        return tuple(above)

    def _check_split(self, function: Function) -> None:
        if (function.parent is None) != (function.split_on is None):
            raise SplitMissing(function)
        if function.parent is None or function.split_on is None:
            return
        parent = self.by_code[function.parent]
        if parent.split_on is not None and function.split_on < parent.split_on:
            raise SplitBeforeParent(function, parent)
        if (function.kind is Kind.OVERSIGHT_POWER) != (parent.kind is Kind.OVERSIGHT_POWER):
            raise PartOfAnotherKind(function, parent)

    def _with_parts(self) -> dict[str, tuple[str, ...]]:
        families = {code: [code] for code in self.by_code}
        for code in self.by_code:
            for above in self._ancestors[code]:
                families[above].append(code)
        return {code: tuple(family) for code, family in families.items()}


def _by_code(functions: tuple[Function, ...]) -> dict[str, Function]:
    by_code: dict[str, Function] = {}
    for function in functions:
        if function.code in by_code:
            raise DuplicateCode(function.code)
        by_code[function.code] = function
    return by_code
