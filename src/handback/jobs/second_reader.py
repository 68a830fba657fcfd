"""What `handback read` asks of a language model: shown before, agreed to, and accounted for after."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from handback.jobs.claims_told import counted
from handback.outside.language_model import TRIES, AddressRefused, LanguageModel
from handback.reading.document import Document
from handback.reading.second import (
    Account,
    Estimate,
    NotAllowed,
    Permission,
    Prices,
    Reading,
    estimate,
    second_reading,
)

KEY = "HANDBACK_MODEL_KEY"  # in the environment, since a command line can be seen by others
AUTHORITIES = "HANDBACK_CA_FILE"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which model, at what price, and who allows what."""
    group = parser.add_argument_group("a second reader", f"off unless named; its key is read from {KEY}")
    group.add_argument(
        "--second-reader", metavar="ADDRESS", help="of a language model: https://models.example/v1"
    )
    group.add_argument("--model", help="the model's name there")
    group.add_argument("--price", nargs=2, type=float, metavar=("SENT", "RECEIVED"), default=(0.0, 0.0))
    group.add_argument("--seconds", type=float, default=120.0, help="to wait for one answer (120)")
    group.add_argument("--yes", action="store_true", help="ask, without being asked first")
    group.add_argument(
        "--allowed-by", metavar="NAME", default="", help="who allows an exempt or personal text"
    )
    group.add_argument("--because", metavar="REASON", default="", help="why it is allowed")


def chosen(asked: argparse.Namespace) -> LanguageModel | None:
    """The model that was named, or None. Raises AddressRefused."""
    if not asked.second_reader:
        return None
    if not asked.model:
        raise AddressRefused("Name the model too, with --model.")
    key, ca_file = os.environ.get(KEY, "").strip(), os.environ.get(AUTHORITIES, "")
    return LanguageModel(asked.second_reader, asked.model, key, asked.seconds, ca_file)


def read_twice(
    document: Document,
    model: LanguageModel,
    asked: argparse.Namespace,
    *,
    agreed: Callable[[str], bool],
) -> Reading | None:
    """Both readers' claims, or None where the document may not be sent or nobody agreed to it."""
    prices = Prices(*asked.price)
    permission = Permission(asked.allowed_by, asked.because) if asked.allowed_by else None
    told = _before(document, estimate(document, prices=prices), model)
    print(told, file=sys.stderr)
    if not asked.yes and not agreed("Ask the model? [y/N] "):
        return None
    try:
        reading = second_reading(document, model.ask, model=model.model, prices=prices, permission=permission)
    except NotAllowed as refusal:
        print(
            f"handback read: {refusal} Say who and why: --allowed-by NAME --because REASON.", file=sys.stderr
        )
        return None
    print(_after(reading.account), file=sys.stderr)
    return reading


def _before(document: Document, expected: Estimate, model: LanguageModel) -> str:
    minutes = max(1, round(TRIES * model.seconds * expected.requests / 60))
    return (
        f"{document.name}: would be sent to {model.address} ({model.model})"
        f" in {counted(expected.requests, 'request')}, about {expected.tokens_sent:,} tokens,"
        f"{_cost(' at a cost of about', expected.cost)} in at most {counted(minutes, 'minute')}"
    )


def _cost(words: str, amount: float) -> str:
    """At a cost of about 0.0068; nothing where no prices were given."""
    told = f"{amount:.2f}" if amount >= 1 else f"{amount:.2g}"
    return f"{words} {told}," if amount else ""


def _after(account: Account) -> str:
    lines = [
        f"{account.model}: {counted(account.requests, 'request')}, {account.tokens_sent:,} tokens sent and"
        f" {account.tokens_received:,} received,{_cost(' at a cost of', account.cost)}"
        f" {account.seconds:.1f} seconds; {counted(account.proposed, 'claim')} proposed, {account.kept} kept"
    ]
    lines += [f"  {count} dropped: {why}" for why, count in account.dropped.items()]
    lines += [f"  {failure}" for failure in account.failures]
    return "\n".join(lines)


def as_json(reading: Reading, asked: argparse.Namespace) -> dict[str, Any]:
    """The account of a second reading, and who allowed it and why where somebody had to, for the output."""
    allowed = {"allowed_by": asked.allowed_by, "because": asked.because} if asked.allowed_by else {}
    return {"second_reader": asdict(reading.account) | allowed}
