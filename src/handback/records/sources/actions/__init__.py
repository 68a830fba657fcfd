"""Every write to sources, rounds, pages and visits."""

from handback.records.sources.actions.keeping import (
    NotASiteAddress,
    SourceRefused,
    add,
    change,
    pause,
    resume,
)
from handback.records.sources.actions.rounds import Brought, SourcePaused, begin, fetch
from handback.records.sources.actions.visits import Readers, record, settle
from handback.records.sources.answers import Answer, How

__all__ = [
    "Answer",
    "Brought",
    "How",
    "NotASiteAddress",
    "Readers",
    "SourcePaused",
    "SourceRefused",
    "add",
    "begin",
    "change",
    "fetch",
    "pause",
    "record",
    "resume",
    "settle",
]
