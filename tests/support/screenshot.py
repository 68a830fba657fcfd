"""`python -m tests.support.screenshot ADDRESS FILE`: a picture of the public powers chart, for the README."""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support.browser import find_chromium, launch_arguments

SIZE = {"width": 1280, "height": 1000}


def take(address: str, file: Path) -> None:
    """Write the picture of `address` to `file`. Raises NoBrowser; Playwright's own errors pass through."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=launch_arguments())
        page = chromium.new_page(viewport=SIZE, reduced_motion="reduce")
        page.goto(address, wait_until="networkidle")
        file.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file)
        chromium.close()


if __name__ == "__main__":
    take(sys.argv[1], Path(sys.argv[2]))
