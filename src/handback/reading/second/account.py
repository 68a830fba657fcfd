"""What a second reading costs: estimated before, counted after."""

from dataclasses import dataclass, field

from handback.reading.document import Document
from handback.reading.second.asking import RULES, pieces

CHARACTERS_TO_A_TOKEN = 4  # of English, roughly, for the models in use: an estimate, and called one
TOKENS_OF_AN_ANSWER = 600  # for a piece: some eight claims


@dataclass(frozen=True, slots=True)
class Prices:
    """What the provider asks, in the user's own money, for a million tokens; nothing on one's own machine."""

    sent: float = 0.0
    received: float = 0.0

    def of(self, sent: int, received: int) -> float:
        """The price of so many tokens."""
        return (sent * self.sent + received * self.received) / 1_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a second reading will take, roughly; `seconds` where the time of one answer is known."""

    requests: int
    tokens_sent: int
    tokens_received: int
    cost: float
    seconds: float | None = None


@dataclass(slots=True)
class Account:
    """What a second reading took. `dropped` counts what was not taken over, by reason."""

    model: str
    requests: int = 0
    tokens_sent: int = 0
    tokens_received: int = 0
    seconds: float = 0.0
    cost: float = 0.0
    proposed: int = 0
    kept: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def drop(self, why: str) -> None:
        """Count one proposal that was not taken over."""
        self.dropped[why] = self.dropped.get(why, 0) + 1


def estimate(
    document: Document,
    *,
    prices: Prices = Prices(),
    seconds_each: float | None = None,
) -> Estimate:
    """What it will take to ask about a document."""
    asked = list(pieces(document))
    characters = sum(piece.end - piece.start + len(RULES) for piece in asked)
    sent, received = characters // CHARACTERS_TO_A_TOKEN, len(asked) * TOKENS_OF_AN_ANSWER
    seconds = None if seconds_each is None else seconds_each * len(asked)
    return Estimate(len(asked), sent, received, prices.of(sent, received), seconds)
