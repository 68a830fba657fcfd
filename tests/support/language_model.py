"""A server on this machine that answers as a language model's does: well, badly, slowly, or without end."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

GOOD = {
    "choices": [{"message": {"content": '{"claims": []}'}}],
    "usage": {"prompt_tokens": 12, "completion_tokens": 3},
}


class ModelServer(BaseHTTPRequestHandler):
    behaviour = "well"
    said = GOOD
    address = ""
    seen: ClassVar[list[dict[str, Any]]] = []

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append({"key": self.headers.get("Authorization"), **json.loads(body)})
        getattr(self, type(self).behaviour)()

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def well(self) -> None:
        self.answer(200, json.dumps(self.said).encode())

    def busy_once(self) -> None:
        if len(self.seen) > 1:
            self.well()
        else:
            self.answer(429, b"")

    def busy(self) -> None:
        self.answer(503, b"")

    def elsewhere(self) -> None:
        self.answer(307, b"", Location="http://127.0.0.1:9/v1/chat/completions")

    def nonsense(self) -> None:
        self.answer(200, b"<html>")

    def wordless(self) -> None:
        self.answer(200, b'{"choices": [{"message": {"content": null}}]}')

    def endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x" * 100_000)
        except OSError:
            return

    def dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(30):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def slow(self) -> None:
        time.sleep(1)
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def serving() -> Iterator[type[ModelServer]]:
    """The class whose `behaviour` and `said` decide what is answered, and whose `seen` was asked."""

    class Begun(ModelServer):
        seen: ClassVar[list[dict[str, Any]]] = []

    server = ThreadingHTTPServer(("127.0.0.1", 0), Begun)
    Begun.address = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Begun
    finally:
        server.shutdown()
        server.server_close()
