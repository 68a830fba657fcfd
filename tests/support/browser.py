"""A real browser for the tests: the system's Chromium, and what is asked of every page in it."""

import os
import shutil
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
DESKTOP, PHONE = 1280, 320
GRAVE = ("serious", "critical")


class NoBrowser(Exception):
    """There is no Chromium on this machine."""

    def __str__(self) -> str:
        return f"The browser tests need one of {', '.join(NAMES)}. Run setup/browser to install Debian's."


def find_chromium() -> str:
    """The path of the system's Chromium.

    Raises NoBrowser if there is none.
    """
    for name in NAMES:
        path = shutil.which(name)
        if path:
            return path
    raise NoBrowser


def launch_arguments() -> list[str]:
    """Chromium's options: no traffic of its own, and no sandbox only where it refuses to have one."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return [*QUIET, *as_root]


def axe(page: Page, *, widths: tuple[int, ...] = (DESKTOP, PHONE)) -> None:
    """Assert that axe-core finds no serious or critical fault on the page at any of `widths` (CSS pixels)."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        violations = Axe().run(page).response["violations"]
        found += [f"{width} px: {_sentence(fault)}" for fault in violations if fault["impact"] in GRAVE]
    assert not found, f"{page.url}\n" + "\n".join(found)


def fits(page: Page, *, width: int = PHONE) -> None:
    """Assert that nothing but a box made to scroll makes the page wider than `width` (CSS pixels)."""
    page.set_viewport_size({"width": width, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width, f"{page.url} is {wide} px wide in a window of {width} px"


def _sentence(fault: dict[str, Any]) -> str:
    places = "; ".join(node["html"][:160] for node in fault["nodes"][:3])
    return f"{fault['impact']}: {fault['help']} ({fault['id']}) at {places}"
