"""Composite indices: many indicators made one, with what is uncertain about it said beside.

    declaration = declare(plain)   # read whole, and refused with the place of what is wrong
    index = compose(values, declaration, units=names)  # float[unit, indicator], gaps as nan; every step kept
    uncertainty(index).rank_intervals  # where the ranks lie when choices are made otherwise

1. What is declared is what is done; nothing is chosen by the data unless the declaration says so.
2. A gap stays a gap: it is filled only as declared, and `Index.shares` says how much of a score was given.
3. Every result can be made again: seeds are arguments, and every replicate's parameters are kept.
4. The order of units, and of indicators within a group, changes nothing.
"""

from handback.statistics.composite.arrays import ranks, ranks_within
from handback.statistics.composite.change import Cause, Change, change, change_of
from handback.statistics.composite.coherence import (
    Coherence,
    LeftOut,
    across,
    coherence,
    cronbach,
    leave_one_out,
    nominal_weights,
)
from handback.statistics.composite.contributions import Contributions, contributions
from handback.statistics.composite.declaration import Declaration, Direction, declare
from handback.statistics.composite.describe import Described, describe
from handback.statistics.composite.design import Design, design
from handback.statistics.composite.goalposts import fixed
from handback.statistics.composite.index import Index, compose
from handback.statistics.composite.outranking import copeland, outranking
from handback.statistics.composite.refusals import (
    CannotBeComposed,
    NoMean,
    NotANumber,
    NotDeclared,
    NoWeights,
    ShapesDiffer,
    TooManyCombinations,
)
from handback.statistics.composite.replicates import Replicates, chosen, replicates
from handback.statistics.composite.sensitivity import (
    Output,
    Sensitivity,
    enumerated,
    sampled,
    sensitivity,
)
from handback.statistics.composite.sobol import Sobol
from handback.statistics.composite.uncertainty import Uncertainty, replicated, uncertainty
from handback.statistics.composite.weights import Components, Fitted, fitted, principal_components

__all__ = [
    "CannotBeComposed",
    "Cause",
    "Change",
    "Coherence",
    "Components",
    "Contributions",
    "Declaration",
    "Described",
    "Design",
    "Direction",
    "Fitted",
    "Index",
    "LeftOut",
    "NoMean",
    "NoWeights",
    "NotANumber",
    "NotDeclared",
    "Output",
    "Replicates",
    "Sensitivity",
    "ShapesDiffer",
    "Sobol",
    "TooManyCombinations",
    "Uncertainty",
    "across",
    "change",
    "change_of",
    "chosen",
    "coherence",
    "compose",
    "contributions",
    "copeland",
    "cronbach",
    "declare",
    "describe",
    "design",
    "enumerated",
    "fitted",
    "fixed",
    "leave_one_out",
    "nominal_weights",
    "outranking",
    "principal_components",
    "ranks",
    "ranks_within",
    "replicated",
    "replicates",
    "sampled",
    "sensitivity",
    "uncertainty",
]
