"""Each format on one core: documents and megabytes a second with all claims, and beside the bare parser."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.measured import Measured, timed
from bench.written import FORMATS, meeting_page
from handback.reading import claims, read

SECONDS = 3.0
REAL = Path(__file__).parents[2] / "shared" / "reading" / "pages"
TIMES = 40


def measure() -> list[Measured]:
    """A rate for each format, then ModernGov pages against the parsers that are under and beside ours."""
    return [row for name, write in FORMATS.items() for row in _rates(name, write())] + _shares()


def _whole(data: bytes) -> None:
    claims.find(read(data))


def _rates(name: str, data: bytes) -> list[Measured]:
    _whole(data)
    taken: list[float] = []
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until or len(taken) < 3:
        taken += timed(partial(_whole, data), times=1)
    taken.sort()
    middle = taken[len(taken) // 2]
    size = f"{name}, {len(data) / 1000:.0f} kB"
    note = f"{len(data) / middle / 1e6:.2f} MB a second, {len(claims.find(read(data)))} claims"
    return [Measured(f"reading with all claims: {name}", size, 1 / middle, "documents a second", note=note)]


def _shares() -> list[Measured]:
    """The time of one ModernGov page: bare parse, laid out, with claims; and others' bare parse."""
    pages = {"written page": meeting_page()}
    if (REAL / "Agenda_151.html").exists():
        pages["real page"] = (REAL / "Agenda_151.html").read_bytes()
    return [row for name, data in pages.items() for row in _steps(name, data)]


def _steps(name: str, data: bytes) -> list[Measured]:
    from bs4 import BeautifulSoup
    from lxml import html as lxml_html
    from selectolax.lexbor import LexborHTMLParser

    words = data.decode()
    steps: dict[str, Callable[[], object]] = {
        "selectolax, bare parse": lambda: LexborHTMLParser(words),
        "lxml, bare parse": lambda: lxml_html.document_fromstring(data),
        "Handback, laid out": lambda: read(data),
        "Handback, with all claims": partial(_whole, data),
        "BeautifulSoup, bare parse": lambda: BeautifulSoup(data, "html.parser"),
    }
    what = f"ModernGov {name}, {len(data) / 1000:.0f} kB"
    rows = []
    for size, act in steps.items():
        act()
        taken = sorted(timed(act, times=TIMES))
        rows.append(Measured(what, size, taken[TIMES // 2] * 1000, "ms", taken[int(TIMES * 0.95)] * 1000))
    return rows
