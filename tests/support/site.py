"""A web site on this machine that answers as it is told: well, badly, slowly, half, or not at all."""

import datetime
import gzip
import ipaddress
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NO_ROBOTS = b""


class Visitor(BaseHTTPRequestHandler):
    """One request, handed to what the site says of its path."""

    protocol_version = "HTTP/1.1"
    site: "Site"

    def do_GET(self) -> None:
        self.site.answer(self)

    def give(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        """A whole answer. Names of headers have underscores for hyphens."""
        self.send_response(status)
        said = {"Content_Type": "text/html; charset=utf-8"} | headers
        for name, value in said.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing is printed."""


Telling = bytes | Callable[[Visitor], None]


@dataclass
class Site:
    """What is served: for each path with its query, bytes or what to do. Others are not there (404)."""

    pages: dict[str, Telling] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""

    def answer(self, visitor: Visitor) -> None:
        """Serve one request, and note it."""
        self.asked.append(visitor.path)
        self.headers.append({name.lower(): value for name, value in visitor.headers.items()})
        told = self.pages.get(visitor.path)
        if told is None:
            visitor.give(b"<html><body><h1>Not here</h1></body></html>", status=404)
        elif isinstance(told, bytes):
            visitor.give(told)
        else:
            told(visitor)

    def times_asked(self, path: str) -> int:
        """How often a path was asked for."""
        return self.asked.count(path)


def status(code: int, **headers: str) -> Telling:
    """An answer with a status and nothing to read."""
    return lambda visitor: visitor.give(b"<html><body>no</body></html>", status=code, **headers)


def redirect(to: str, code: int = 302) -> Telling:
    """An answer that sends visitors on."""
    return status(code, Location=to)


def cut_short(body: bytes, *, announced: int) -> Telling:
    """An answer that announces more bytes than come."""

    def give(visitor: Visitor) -> None:
        visitor.send_response(200)
        visitor.send_header("Content-Length", str(announced))
        visitor.end_headers()
        visitor.wfile.write(body)
        visitor.close_connection = True

    return give


def trickle(*, every: float, until: float = 5.0) -> Telling:
    """An answer that comes byte by byte and takes long, whatever each wait is."""

    def give(visitor: Visitor) -> None:
        visitor.send_response(200)
        visitor.send_header("Content-Length", "100000")
        visitor.end_headers()
        end = time.monotonic() + until
        try:
            while time.monotonic() < end:
                visitor.wfile.write(b"x")
                visitor.wfile.flush()
                time.sleep(every)
        except OSError:
            pass
        visitor.close_connection = True

    return give


def zipped(body: bytes, *, keep: int | None = None) -> Telling:
    """An answer packed with gzip; only its first `keep` bytes where that is given."""
    packed = gzip.compress(body)[:keep]
    return lambda visitor: visitor.give(packed, Content_Encoding="gzip")


def unless_known(body: bytes, *, etag: str) -> Telling:
    """A page with a mark; who shows the mark is told that it has not changed."""

    def give(visitor: Visitor) -> None:
        known = visitor.headers.get("If-None-Match") == etag
        visitor.give(b"" if known else body, status=304 if known else 200, ETag=etag)

    return give


def in_turn(*answers: Telling) -> Telling:
    """One answer after another; the last stays."""
    left = list(answers)

    def give(visitor: Visitor) -> None:
        told = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(told, bytes):
            visitor.give(told)
        else:
            told(visitor)

    return give


class Server(ThreadingHTTPServer):
    """Serves without a word when a visitor hangs up, or refuses a certificate."""

    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """Nothing is printed."""


@contextmanager
def serving(*, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a free port of this machine, until the block ends."""
    site = Site({"/robots.txt": status(404)})
    handler = type("SiteVisitor", (Visitor,), {"site": site})
    server = Server(("127.0.0.1", 0), handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def own_certificate(
    folder: Path, *, until: int = 2120, address: str = "127.0.0.1"
) -> tuple[ssl.SSLContext, Path]:
    """What a server needs to prove itself by its own word only, and the file with which to believe it.

    It holds for one address, to the end of the year before `until`.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Harrowmere")])
    first = datetime.datetime(2020, 1, 1)  # noqa: DTZ001 - certificates carry times without a zone
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(first)
        .not_valid_after(first.replace(year=until))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "site.pem", folder / "site.key"
    public.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public
