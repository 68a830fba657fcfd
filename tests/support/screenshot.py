"""`python -m tests.support.screenshot ADDRESS FILE`: a picture of the public powers chart, for the README."""

import sys
import time
from pathlib import Path

from playwright.sync_api import Error, Page, ViewportSize, sync_playwright

from tests.support.browser import find_chromium, launch_arguments

SIZE: ViewportSize = {"width": 1280, "height": 1000}


def take(address: str, file: Path) -> None:
    """Write the picture of `address` to `file`. Raises NoBrowser; Playwright's own errors pass through."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = chromium.new_page(viewport=SIZE, reduced_motion="reduce")
        _open(page, address)
        file.parent.mkdir(parents=True, exist_ok=True)
        page.locator(".hb-chart").first.screenshot(path=file)
        chromium.close()


def _open(page: Page, address: str) -> None:
    """Open the address, waiting up to half a minute for a server that is still starting."""
    for _ in range(60):
        try:
            page.goto(address, wait_until="networkidle")
            return
        except Error:
            time.sleep(0.5)
    raise TimeoutError(address)


if __name__ == "__main__":
    take(sys.argv[1], Path(sys.argv[2]))
