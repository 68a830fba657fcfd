"""Fixtures for every test. Settings, and the folder of the tests' own record, are in `support.settings`."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.support.browser import DESKTOP, NoBrowser, find_chromium, launch_arguments

pytest_plugins = ["tests.support.harrowmere", "tests.support.kept"]

# No deadline for one example: machines are shared. In continuous integration, the same examples every time.
hypothesis.settings.register_profile("handback", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("handback")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, started once. With none, tests fail and say what to do."""
    try:
        path = find_chromium()
    except NoBrowser as missing:
        pytest.fail(str(missing), pytrace=False)
    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, headless=True, args=launch_arguments())
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A new window on the live server, `page.goto("/")`. An error in the page's scripts fails the test."""
    context = browser.new_context(base_url=live_server.url, viewport={"width": DESKTOP, "height": 900})
    context.set_default_timeout(10_000)
    window = context.new_page()
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    yield window
    context.close()
    assert not errors, errors


@pytest.fixture
def page_of(page: Page, live_server: LiveServer, signed_in: Callable[[Any], Client]) -> Callable[[Any], Page]:
    """The window with an account signed in: `page_of(ada).goto("/office/")`."""

    def window(user: Any) -> Page:
        session = signed_in(user).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
        )
        return page

    return window
