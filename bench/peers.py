"""Beside another: the package `moderngov` 0.3.0 on GetMeeting, by turns, in the same run.

It is under the GPL, so it is never imported here: it is run as a program of its own, in an
environment of its own that is made for the measurement (its cache is left empty: each meeting is new to it).
"""

import shutil
import subprocess
import sys
import tempfile
import threading
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench.measured import Measured
from bench.written import getmeeting

MEETINGS = 300
PEER = "moderngov==0.3.0"
ROUNDS = 3

THEIRS = """
import sys, time
from moderngov import api
begun = time.perf_counter()
site = api.ModerngovApi(sys.argv[1])
found = 0
for number in range(int(sys.argv[2])):
    meeting = site.meetings.by_meeting_id(number)
    found += len(meeting["agendaitems"]["agendaitem"]) + len(meeting["attendees"]["attendee"])
print(time.perf_counter() - begun, found)
"""

OURS = """
import sys, time
import httpx
from handback.reading import read
from handback.reading.claims import find
begun = time.perf_counter()
found = 0
with httpx.Client() as client:
    for number in range(int(sys.argv[2])):
        address = f"{sys.argv[1]}/mgWebService.asmx/GetMeeting?lMeetingId={number}"
        document = read(client.get(address).content)
        found += len(document.passages) + len(document.fields)
        found += len(find(document)) if sys.argv[3] == "claims" else 0
print(time.perf_counter() - begun, found)
"""


def measure() -> list[Measured]:
    """Meetings a second over a connection on this machine, theirs and ours by turns."""
    with tempfile.TemporaryDirectory(prefix="handback-peers-") as place, _serving() as address:
        python = _environment(Path(place) / "venv")
        if python is None:
            return []
        theirs, ours, claims = [], [], []
        for turn in range(ROUNDS):
            folder = Path(place) / str(turn)
            folder.mkdir()
            theirs.append(_run(python, THEIRS, address, folder))
            ours.append(_run(Path(sys.executable), OURS, address, folder, "layout"))
            claims.append(_run(Path(sys.executable), OURS, address, folder, "claims"))
    return [
        _rate("GetMeeting, over a connection", PEER, theirs),
        _rate("GetMeeting, over a connection", "Handback, laid out", ours),
        _rate("GetMeeting, over a connection", "Handback, with claims", claims),
    ]


def _rate(what: str, size: str, runs: list[tuple[float, int]]) -> Measured:
    rates = sorted(MEETINGS / seconds for seconds, _ in runs)
    note = f"{runs[0][1] / MEETINGS:.0f} things found in each"
    return Measured(what, size, rates[len(rates) // 2], "meetings a second", note=note)


def _run(python: Path, program: str, address: str, folder: Path, *more: str) -> tuple[float, int]:
    command = [str(python), "-c", program, address, str(MEETINGS), *more]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    seconds, found = done.stdout.split()
    return float(seconds), int(found)


def _environment(folder: Path) -> Path | None:
    """A Python with the peer in it, or None where it cannot be had."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    command = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        PEER,
        "setuptools<81",
    ]
    if subprocess.run(command, check=False).returncode:
        print(f"{PEER} could not be installed, and is not measured", file=sys.stderr)
        shutil.rmtree(folder)
        return None
    return python


class _Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a body waits 40 ms for the word that its head arrived

    def do_GET(self) -> None:
        number = int(parse_qs(urlsplit(self.path).query)["lMeetingId"][0])
        body = getmeeting(number)
        self.send_response(200)
        self.send_header("Content-Type", "text/xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@contextmanager
def _serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
