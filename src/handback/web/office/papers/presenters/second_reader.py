"""The second reader in plain words: what asking would take, how far it is, and what it took and gave."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from handback.web.shared import words

if TYPE_CHECKING:
    from handback.reading.second import Estimate
    from handback.records.documents.models import Asking

NOT_PRICED = "not known: no prices are set"
SHORT = 100  # seconds that are told as seconds


@dataclass(frozen=True)
class Before:
    """What would be sent to whom, before anything is. `longest` bounds one answer, in seconds."""

    model: str
    host: str
    expected: "Estimate"
    priced: bool
    longest: float
    signs: Sequence[str]
    document: str

    @property
    def cost(self) -> str:
        """About 0.02, in the money of the prices."""
        return f"about {money(self.expected.cost)}" if self.priced else NOT_PRICED

    @property
    def time(self) -> str:
        """About two minutes, or how long it can take at most."""
        if self.expected.seconds is not None:
            return f"about {lasting(self.expected.seconds)}, as this model answered before"
        return f"not known yet; at most {lasting(self.longest * self.expected.requests)}"

    @cached_property
    def seal(self) -> str:
        """The same for the same words to the same model at the same host, under the same signs."""
        told = "\0".join([self.model, self.host, self.document, *self.signs, str(self.expected.requests)])
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class SecondProgress:
    """How far a model that is being asked has come."""

    row: "Asking"

    @property
    def requests(self) -> int:
        """How many requests it will take."""
        return int(self.row.expected.get("requests", 0))


@dataclass(frozen=True)
class AskingShown:
    """What an asking that is over took and gave."""

    row: "Asking"

    @property
    def failed(self) -> bool:
        """Whether nothing came of it."""
        return bool(self.row.state == "failed")

    @property
    def took(self) -> list[tuple[str, str]]:
        """What it took and gave, as rows of a summary list."""
        row = self.row
        dropped = [f"{count:,} because {why}" for why, count in row.dropped.items()]
        return [
            ("Asked", f"{words.plural(row.requests, 'request')} of {row.host}"),
            (
                "Tokens",
                f"{row.tokens_sent:,} sent, {row.tokens_received:,} received, as the model counts them",
            ),
            ("Time of the answers", lasting(row.seconds)),
            ("Cost", money(row.cost) if row.cost else "nothing, or no prices are set"),
            ("Claims it proposed", f"{row.proposed:,}: {row.kept:,} kept, {row.new:,} of them new"),
            ("Dropped", "; ".join(dropped) or "none"),
        ]

    @property
    def failures(self) -> list[Any]:
        """Why requests were not answered, the first of them."""
        return list(self.row.failures)

    @property
    def more_failures(self) -> int:
        """How many failures are not listed."""
        return max(0, self.row.failed - len(self.row.failures))

    @property
    def signs(self) -> str:
        """The signs despite which it was sent."""
        return words.sentence_list(self.row.signs.splitlines())


def money(amount: float) -> str:
    """0.0123, 12.30: small sums keep what makes them not nothing."""
    return (
        f"{amount:,.2f}"
        if amount >= 1 or not amount
        else f"{amount:.2g}"
        if amount < 0.1
        else f"{amount:.2f}"
    )


def lasting(seconds: float) -> str:
    """12 seconds, 4 minutes."""
    if seconds < 10:
        return "less than a second" if seconds < 1 else words.plural(round(seconds), "second")
    return words.plural(round(seconds), "second") if seconds < SHORT else f"{round(seconds / 60):,} minutes"
