"""Serve the office and the public pages on this machine.

Listens on the loopback address only: to let others in, put a web server with TLS in front (docs/reference/
running.md). Stop it with Ctrl and C.
"""

import argparse
import sys
from typing import Any

from gunicorn.app.base import BaseApplication

EXAMPLE = "handback serve --port 8000"
WORKERS = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (8000)")
    parser.add_argument("--workers", type=int, default=WORKERS, help=f"how many processes answer ({WORKERS})")


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
        """Called by Gunicorn, in each worker."""
        from django.core.wsgi import get_wsgi_application

        return get_wsgi_application()


def serve(*, port: int, workers: int) -> None:
    """Serve on the loopback address until a signal ends it."""
    print(f"Handback is at http://127.0.0.1:{port}/ (stop it with Ctrl and C).")
    sys.stdout.flush()
    Site(
        {
            "bind": f"127.0.0.1:{port}",
            "workers": workers,
            "timeout": 120,  # seconds: reading the largest document takes well under this
            "graceful_timeout": 20,
            "loglevel": "warning",
            "max_requests": 5000,  # a worker starts afresh now and then, so that memory stays flat
            "max_requests_jitter": 500,
        }
    ).run()
