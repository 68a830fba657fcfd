"""One request over HTTP, with a limit on each wait, on the whole, and on the bytes unpacked.

1. TLS is always checked, against what `trusted` gave.
2. Redirects, cookies and retries are not followed here: an answer is handed up as it came.
3. An answer that ends before its announced length is no answer.
4. What is packed is unpacked piece by piece, and given up as soon as it is too large.
"""

import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore

from handback.outside.refusals import (
    AnswerGarbled,
    AnswerTooLarge,
    CertificateRefused,
    NoAnswer,
    TookTooLong,
    Truncated,
)

PACKED = {"gzip": 31, "x-gzip": 31}  # what is asked for, and zlib's name for it
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
PIECE = 65_536  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, to wait for the next bytes, and for the whole answer; bytes once unpacked."""

    connect: float = 10
    read: float = 30
    whole: float = 120
    size: int = 20_000_000


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came, unpacked. Names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no wait lasts beyond the end that its transport has set."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[float | None], float]) -> None:
        self._stream, self._left = stream, left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        try:
            inner = self._stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        except httpcore.ConnectError as problem:
            if isinstance(problem.__cause__, ssl.SSLError):
                raise CertificateRefused(_why(problem.__cause__)) from None
            raise
        return _TimedStream(inner, self._left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _TimedNetwork(httpcore.SyncBackend):
    """The network, seen through the end that a transport has set."""

    def __init__(self, left: Callable[[float | None], float]) -> None:
        self._left = left

    def connect_tcp(self, *args: Any, **named: Any) -> httpcore.NetworkStream:
        named["timeout"] = self._left(named.get("timeout"))
        return _TimedStream(super().connect_tcp(*args, **named), self._left)


class Transport:
    """Asks for addresses, one after another. `clock` gives seconds."""

    def __init__(self, *, trust: ssl.SSLContext, limits: Limits, clock: Callable[[], float]) -> None:
        self._trust, self._limits, self._clock = trust, limits, clock
        self._pools: dict[str, httpcore.ConnectionPool] = {}
        self._until = 0.0

    def get(self, address: str, headers: Mapping[str, str]) -> Reply:
        """The answer to one GET.

        Raises NoAnswer, TookTooLong, CertificateRefused, Truncated, AnswerTooLarge and AnswerGarbled.
        """
        limits = self._limits
        self._until = self._clock() + limits.whole
        waits = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.read}
        asked = [(name.encode(), value.encode()) for name, value in headers.items()]
        pool = self._pool(address)
        with _named(), pool.stream("GET", address, headers=asked, extensions={"timeout": waits}) as came:
            said = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in came.headers}
            if said.get("content-length", "").isdigit() and int(said["content-length"]) > limits.size:
                raise AnswerTooLarge(limits.size)
            with _while_it_comes():
                packing = said.get("content-encoding", "").strip().lower()
                return Reply(came.status, said, unpacked(came.iter_stream(), packing, most=limits.size))

    def close(self) -> None:
        """Hang up."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, address: str) -> httpcore.ConnectionPool:
        proxy = proxy_for(address)
        if proxy not in self._pools:
            self._pools[proxy] = httpcore.ConnectionPool(
                ssl_context=self._trust,
                proxy=httpcore.Proxy(proxy) if proxy else None,
                max_connections=1,
                keepalive_expiry=15,
                network_backend=_TimedNetwork(self._left),
            )
        return self._pools[proxy]

    def _left(self, wanted: float | None) -> float:
        left = self._until - self._clock()
        if left <= 0:
            raise TookTooLong("finish its answer")
        return left if wanted is None else min(wanted, left)


def proxy_for(address: str) -> str:
    """The proxy that the machine's environment names for an address, or none. Loopback has none."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host in LOOPBACK or proxy_bypass(host):
        return ""
    return getproxies().get(parts.scheme, "")


def unpacked(pieces: Iterable[bytes], packing: str, *, most: int) -> bytes:
    """The bytes of an answer, at most `most`. Raises AnswerTooLarge, AnswerGarbled and Truncated."""
    if packing not in ("", "identity", *PACKED):
        raise AnswerGarbled(f"it is packed as “{packing[:30]}”")
    found = bytearray()
    for piece in _gunzipped(pieces) if packing in PACKED else pieces:
        found += piece
        if len(found) > most:
            raise AnswerTooLarge(most)
    return bytes(found)


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """What gzip packed, never more than PIECE at a time."""
    unpack, begun = zlib.decompressobj(PACKED["gzip"]), False
    try:
        for piece in pieces:
            while piece:
                if unpack.eof:
                    unpack = zlib.decompressobj(PACKED["gzip"])  # a file may be several, one after another
                begun = True
                yield unpack.decompress(piece, PIECE)
                piece = unpack.unconsumed_tail or unpack.unused_data
        while begun and not unpack.eof and (rest := unpack.decompress(unpack.unconsumed_tail, PIECE)):
            yield rest
    except zlib.error as problem:
        raise AnswerGarbled(str(problem)) from None
    if begun and not unpack.eof:
        raise Truncated


@contextmanager
def _named() -> Iterator[None]:
    """What goes wrong with the network, by our names."""
    try:
        yield
    except httpcore.ConnectTimeout:
        raise TookTooLong("connect") from None
    except httpcore.TimeoutException:
        raise TookTooLong("answer") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as problem:
        raise NoAnswer(_why(problem)) from None
    except (httpcore.UnsupportedProtocol, UnicodeError) as problem:
        raise NoAnswer(_why(problem)) from None


@contextmanager
def _while_it_comes() -> Iterator[None]:
    """After the headers have come, a broken connection means that the rest did not."""
    try:
        yield
    except (httpcore.RemoteProtocolError, httpcore.ReadError):
        raise Truncated from None


def _why(problem: BaseException) -> str:
    if isinstance(problem, ssl.SSLCertVerificationError):
        return problem.verify_message.rstrip(".")
    return str(problem).rstrip(".") or type(problem).__name__
