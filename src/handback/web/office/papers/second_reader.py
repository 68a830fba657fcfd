"""Which language model the operator named for a second reading, if any.

1. Off unless an address and a name are given. Then nothing of it is on any page.
2. The key is handed to the one that asks and to nothing else. No sentence here holds it, or the address.
"""

import math
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from handback.outside.language_model import AddressRefused, KeyRefused, LanguageModel
from handback.reading.second import Prices
from handback.records.documents.actions import SecondReader

SECONDS = 120.0  # for one answer, where the operator says nothing else
MOST_SECONDS = 3_600.0
BAD_ADDRESS = "HANDBACK_MODEL must be an address with https, or of this machine, and hold no password."
BAD_KEY = "HANDBACK_MODEL_KEY must be one word of letters, digits and signs."
BAD_PRICES = "HANDBACK_MODEL_PRICES must be two numbers: for a million tokens sent, and received."
BAD_SECONDS = "HANDBACK_MODEL_SECONDS must be a number of seconds, up to an hour."


class SetWrongly(ValueError):
    """What the operator set cannot be used, with a sentence fit to show."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The model that may be asked. `priced` is false where the operator said nothing of prices."""

    reader: SecondReader
    seconds: float
    priced: bool


def chosen() -> Chosen | None:
    """The model that the operator named, or None. Raises SetWrongly."""
    said = {name: value.strip() for name, value in settings.MODEL.items()}
    if not said["address"] or not said["name"]:
        return None
    seconds = _seconds(said["seconds"])
    model = _model(said["address"], said["name"][:200], said["key"], seconds)
    host = urlsplit(model.address).netloc
    reader = SecondReader(model.model, host[:255], model.ask, _prices(said["prices"]))
    return Chosen(reader, seconds, bool(said["prices"]))


def chosen_or_why_not() -> tuple[Chosen | None, str]:
    """The model that may be asked, or why the one that was set cannot be."""
    try:
        return chosen(), ""
    except SetWrongly as wrong:
        return None, str(wrong)


def _model(address: str, name: str, key: str, seconds: float) -> LanguageModel:
    try:
        return LanguageModel(address, name, key, seconds, settings.FETCH_CA_FILE)
    except KeyRefused as wrong:
        raise SetWrongly(BAD_KEY) from wrong
    except AddressRefused as wrong:
        raise SetWrongly(BAD_ADDRESS) from wrong


def _prices(said: str) -> Prices:
    if not said:
        return Prices()
    try:
        sent, received = (float(number) for number in said.split())
    except ValueError as wrong:
        raise SetWrongly(BAD_PRICES) from wrong
    if not all(math.isfinite(price) and price >= 0 for price in (sent, received)):
        raise SetWrongly(BAD_PRICES)
    return Prices(sent, received)


def _seconds(said: str) -> float:
    try:
        seconds = float(said or SECONDS)
    except ValueError as wrong:
        raise SetWrongly(BAD_SECONDS) from wrong
    if not 0 < seconds <= MOST_SECONDS:
        raise SetWrongly(BAD_SECONDS)
    return seconds
