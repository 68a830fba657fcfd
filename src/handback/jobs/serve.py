"""Serve the office and the public pages on this machine.

Listens on the loopback address only: to let others in, put a web server with TLS in front (docs/reference/
running.md). Stop it with Ctrl and C.
"""

import argparse
import socket
import sys
from typing import Any

from gunicorn.app.base import BaseApplication

EXAMPLE = "handback serve --port 8000"
WORKERS, MOST_WORKERS = 2, 64
LOOPBACK = "127.0.0.1"
LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--port", type=port, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument(
        "--workers", type=workers, default=WORKERS, help=f"how many processes answer ({WORKERS})"
    )


def port(text: str) -> int:
    """A port as typed."""
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port: give a number from 1 to {LAST_PORT}.")
    return int(text)


def workers(text: str) -> int:
    """How many processes, as typed."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of processes: give 1 to {MOST_WORKERS}.")
    return int(text)


class PortTaken(RuntimeError):
    """Something on this machine listens on the port already, or the port is not ours to take."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(
            f"Nothing can be served at 127.0.0.1:{number}: {reason}. Choose another with --port {number + 1}."
        )


def check_free(number: int) -> None:
    """Raise PortTaken unless we can listen on the port."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((LOOPBACK, number))
        except OSError as refusal:
            raise PortTaken(number, (refusal.strerror or str(refusal)).lower()) from None


def run(asked: argparse.Namespace) -> int:
    """Serve until stopped."""
    serve(port=asked.port, workers=asked.workers)
    return 0


class Site(BaseApplication):
    """Gunicorn with our settings."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        super().__init__(prog="handback serve")

    def load_config(self) -> None:
        """Called by Gunicorn."""
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Called by Gunicorn, once, before there are workers: nobody who asks waits for what is read here."""
        from django.core.wsgi import get_wsgi_application
        from django.urls import get_resolver

        application = get_wsgi_application()
        get_resolver().url_patterns  # noqa: B018 - asking for the addresses imports every page
        return application


def serve(*, port: int, workers: int) -> None:
    """Serve on the loopback address until a signal ends it. Raises PortTaken."""
    check_free(port)
    print(f"Handback is at http://127.0.0.1:{port}/ (stop it with Ctrl and C).")
    sys.stdout.flush()
    Site(
        {
            "bind": f"{LOOPBACK}:{port}",
            "workers": workers,
            "preload_app": True,
            "timeout": 120,  # seconds: reading the largest document takes well under this
            "graceful_timeout": 20,
            "loglevel": "warning",
            "max_requests": 5000,  # a worker starts afresh now and then, so that memory stays flat
            "max_requests_jitter": 500,
        }
    ).run()
