"""The second reading of a document: each piece asked about, each answer tested."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handback.reading.claims import find
from handback.reading.claims.claim import Claim
from handback.reading.document import Document
from handback.reading.second.account import Account, Prices
from handback.reading.second.answers import NoAnswer, proposals
from handback.reading.second.asking import Messages, Piece, messages, pieces
from handback.reading.second.merging import merged
from handback.reading.second.quoting import place_of
from handback.reading.second.rereading import Plain, reread
from handback.reading.second.sending import Permission, check_may_send

NOT_QUOTED = "its words do not stand in the document"
NOT_A_CLAIM = "it is none of the types asked for"
NOT_REREAD = "our own grammar could not read it again"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model answered, and what that took."""

    words: str
    tokens_sent: int = 0
    tokens_received: int = 0
    seconds: float = 0.0


class NotAnswered(RuntimeError):
    """The model did not answer, with a sentence that says what happened."""


Ask = Callable[[Messages], Answer]


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims of both readers, and the account of the second one."""

    claims: tuple[Claim, ...]
    account: Account


def second_reading(
    document: Document,
    ask: Ask,
    *,
    model: str,
    prices: Prices = Prices(),  # noqa: B008 - frozen
    permission: Permission | None = None,
) -> Reading:
    """Ask a model about each piece of a document, test what it says, and merge it with the grammar's claims.

    A piece that is not answered is a failure in the account, and the others are asked. `ask` raises
    NotAnswered. Raises NotAllowed before anything is sent.
    """
    check_may_send(document, permission=permission)
    grammar, account, plain = find(document), Account(model), Plain(document)
    found = [
        claim
        for piece in pieces(document)
        for claim in _of_piece(plain, piece, ask, grammar=grammar, account=account)
    ]
    account.cost = prices.of(account.tokens_sent, account.tokens_received)
    return Reading(merged(grammar, found), account)


def _of_piece(
    plain: Plain, piece: Piece, ask: Ask, *, grammar: tuple[Claim, ...], account: Account
) -> Iterator[Claim]:
    """What a model proposes for a piece and holds when read again; the account counts the rest too."""
    account.requests += 1
    document = plain.document
    try:
        answer = ask(messages(document, piece))
        account.tokens_sent += answer.tokens_sent
        account.tokens_received += answer.tokens_received
        account.seconds += answer.seconds
        proposed = list(proposals(answer.words))
    except (NotAnswered, NoAnswer) as failure:
        account.failures.append(f"Characters {piece.start:,} to {piece.end:,}: {failure}")
        return
    for proposal in proposed:
        account.proposed += 1
        place = place_of(document, piece, proposal.quote) if proposal else None
        claim = None
        if proposal and place:
            claim = reread(plain, proposal, place, grammar=grammar, model=account.model)
        if claim is None:
            account.drop(NOT_A_CLAIM if not proposal else NOT_REREAD if place else NOT_QUOTED)
        else:
            account.kept += 1
            yield claim
