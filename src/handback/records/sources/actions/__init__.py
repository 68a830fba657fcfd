"""Every write to sources, rounds, pages and visits."""

from handback.records.sources.actions.keeping import (
    NotASiteAddress,
    SourceRefused,
    add,
    change,
    pause,
    resume,
)
from handback.records.sources.actions.rounds import Brought, SourcePaused, fetch

__all__ = [
    "Brought",
    "NotASiteAddress",
    "SourcePaused",
    "SourceRefused",
    "add",
    "change",
    "fetch",
    "pause",
    "resume",
]
