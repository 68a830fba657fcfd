"""Every write to measures: one transaction, one audit event for each fact, or for each table taken.

An authority's own:
    record_indicator(authority, IndicatorEntry, *, reason="", by, at) -> Outcome
    record_value(authority, ValueEntry, *, reason="", by, at) -> Outcome       a restatement needs the reason
    withdraw_value(authority, code, *, first, reason, by, at)
    set_target(authority, TargetEntry, *, by, at) -> Outcome                   ends the one still running
    withdraw_target(authority, code, *, kind, first, reason, by, at)
    decide(authority, DecisionEntry, *, by, at) -> Outcome
    withdraw_decision(authority, code, *, kind, first=None, reason, by, at)
    comment(authority, CommentaryEntry, *, by, at) -> Outcome
    tie(authority, code, *, claim, bearing, tied_by, is_public=False, by, at) -> Outcome
    untie(authority, code, *, claim, reason, by, at)
    declare_index(authority, IndexEntry, *, by, at) -> Outcome
    take_values(authority, table, preview, *, reason="", by, at) -> Taken
    enter_values(authority, rows, preview, *, reason="", under=None, by, at) -> Taken   what programs state
    record_values(authority, code, entries, *, reason="", by, at) -> Taken     many, with one event
    load(content, *, publish=False, on, by, at) -> Loaded                      a whole measures file
    publish(authority, *, on, by, at) -> Publication
Known of every council:
    record_area, record_metric, record_group, record_neighbours(entry, *, by, at) -> Outcome
    load_series(preview, *, reason="", by, at) -> Taken
"""

from handback.records.audit.facts import Loaded, Outcome
from handback.records.measures.actions.commentary import comment
from handback.records.measures.actions.decisions import decide, withdraw_decision
from handback.records.measures.actions.definitions import record_indicator
from handback.records.measures.actions.importing import Taken, enter_values, record_values, take_values
from handback.records.measures.actions.indices import declare_index
from handback.records.measures.actions.loading import load
from handback.records.measures.actions.national import (
    load_series,
    record_area,
    record_group,
    record_metric,
    record_neighbours,
)
from handback.records.measures.actions.publications import publish
from handback.records.measures.actions.targets import set_target, withdraw_target
from handback.records.measures.actions.ties import COMMITMENT, tie, untie
from handback.records.measures.actions.values import record_value, withdraw_value
from handback.records.measures.measuresfile import MeasuresFileRefused
from handback.records.measures.refusals import (
    CannotBeDrawn,
    CannotHaveBeenCounted,
    CodeIsAnAddress,
    DeclarationRefused,
    FrequencyInUse,
    ImportRefused,
    IndexNotMade,
    KeyUsedOtherwise,
    MeasuresRefusal,
    NoReason,
    NoSuchCommitment,
    NotAPeriodBegin,
    NotAPeriodOfIt,
    NotForThePublic,
    NothingMeasured,
    NothingPublic,
    NothingToWithdraw,
    NotWellFormed,
    NoValue,
    PeriodsOverlap,
    RecordChanged,
    RestatedWithoutReason,
    TargetsOverlap,
    TooFarApart,
    UnknownIndicator,
)

__all__ = [
    "COMMITMENT",
    "CannotBeDrawn",
    "CannotHaveBeenCounted",
    "CodeIsAnAddress",
    "DeclarationRefused",
    "FrequencyInUse",
    "ImportRefused",
    "IndexNotMade",
    "KeyUsedOtherwise",
    "Loaded",
    "MeasuresFileRefused",
    "MeasuresRefusal",
    "NoReason",
    "NoSuchCommitment",
    "NoValue",
    "NotAPeriodBegin",
    "NotAPeriodOfIt",
    "NotForThePublic",
    "NotWellFormed",
    "NothingMeasured",
    "NothingPublic",
    "NothingToWithdraw",
    "Outcome",
    "PeriodsOverlap",
    "RecordChanged",
    "RestatedWithoutReason",
    "Taken",
    "TargetsOverlap",
    "TooFarApart",
    "UnknownIndicator",
    "comment",
    "decide",
    "declare_index",
    "enter_values",
    "load",
    "load_series",
    "publish",
    "record_area",
    "record_group",
    "record_indicator",
    "record_metric",
    "record_neighbours",
    "record_value",
    "record_values",
    "set_target",
    "take_values",
    "tie",
    "untie",
    "withdraw_decision",
    "withdraw_target",
    "withdraw_value",
]
