"""A language model behind the interface that most servers and providers offer (POST .../chat/completions).

Nothing is asked unless the user has named an address and a model. TLS is verified, against what `trusted`
gives; redirects are refused, since they would carry a document to somebody the user did not name; answers
are bounded in size and time. A key that no header can hold is refused unprinted, before it is ever sent.
"""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from handback.outside.trust import NoSuchAuthorities, trusted
from handback.reading.second import Answer, NotAnswered

LARGEST_ANSWER = 2_000_000  # bytes
TRIES = 2  # a busy server is asked once more
BUSY = (408, 429, 500, 502, 503, 504)
LOOPBACK = ("localhost", "127.0.0.1", "::1")
_KEY = re.compile(r"[!-~]*")  # a library would print any other, in saying that it cannot be sent


class AddressRefused(ValueError):
    """An address to which no document is sent."""


class KeyRefused(AddressRefused):
    """A key that no header can hold."""

    def __init__(self) -> None:
        super().__init__("The key is one word of letters, digits and signs. This one holds something else.")


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model at an address; `ask` is what the second reader is given. `seconds` bounds one answer.

    `ca_file` (PEM) is taken beside the system's authorities. Raises AddressRefused and KeyRefused.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0
    ca_file: str = ""
    pause: float = 2.0  # seconds before a busy server is asked once more
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        _check_address(self.address)
        if not _KEY.fullmatch(self.key):
            raise KeyRefused

    def ask(self, messages: list[dict[str, str]]) -> Answer:
        """The model's answer. Raises NotAnswered with what happened; never an exception of the network."""
        begun = time.perf_counter()
        for left in reversed(range(TRIES)):
            try:
                status, body = self._posted(messages)
            except NoSuchAuthorities as wrong:
                raise NotAnswered(str(wrong)) from wrong
            except httpx.TimeoutException as slow:
                raise NotAnswered(f"The model did not answer within {self.seconds:g} seconds.") from slow
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as failure:
                raise NotAnswered(f"The model could not be reached: {failure}.") from failure
            if status in BUSY and left:
                self.sleep(self.pause)
                continue
            if status != httpx.codes.OK:
                raise NotAnswered(f"The model's server answered with status {status}.")
            return _answer(body, seconds=time.perf_counter() - begun)
        raise NotAnswered("The model's server is busy.")

    def _posted(self, messages: list[dict[str, str]]) -> tuple[int, bytes]:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        asked = {"model": self.model, "messages": messages, "temperature": 0}
        own = urlsplit(self.address).hostname not in LOOPBACK  # a proxy is not asked for this machine
        until = time.perf_counter() + self.seconds
        body = b""
        with (
            httpx.Client(
                timeout=self.seconds, follow_redirects=False, trust_env=own, verify=trusted(self.ca_file)
            ) as client,
            client.stream(
                "POST", self.address.rstrip("/") + "/chat/completions", json=asked, headers=headers
            ) as response,
        ):
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LARGEST_ANSWER:
                    raise NotAnswered("The model's answer is larger than any answer should be.")
                if time.perf_counter() > until:
                    raise NotAnswered(f"The model did not answer within {self.seconds:g} seconds.")
            return response.status_code, body


def _check_address(address: str) -> None:
    """Refuse what a person could misread, and what would be printed though it is secret."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as wrong:
        raise AddressRefused(f"The model's address cannot be understood: {wrong}.") from wrong
    if "@" in address or "\\" in address or "?" in address or "#" in address:
        raise AddressRefused(
            "The model's address is scheme, host and path alone; a key goes in the environment."
        )
    if not address.isprintable() or " " in address or not host or port == 0:
        raise AddressRefused("The model's address names no host, or holds characters that no address has.")
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        raise AddressRefused(
            f"{address}: a document is sent only to an address with https, or to this machine."
        )


def _answer(body: bytes, *, seconds: float) -> Answer:
    try:
        parsed: Any = httpx.Response(200, content=body).json()
        words = parsed["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise NotAnswered("The server's answer is not a model's answer.") from error
    if not isinstance(words, str):
        raise NotAnswered("The model answered with no words.")
    used = parsed.get("usage") if isinstance(parsed.get("usage"), dict) else {}
    return Answer(words, _count(used.get("prompt_tokens")), _count(used.get("completion_tokens")), seconds)


def _count(value: Any) -> int:
    return value if isinstance(value, int) and 0 <= value < 10**9 else 0
