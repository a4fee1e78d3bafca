"""A real browser against the real server, with committed data, as the application's role.

    def test_...(live, page): page.goto(f"{live.url}/"); assert_accessible(page)

`page` is a desk screen of 1280 pixels, `phone` is 320 wide, `nojs` has JavaScript off; `visitor(...)` opens
another window with its own cookies. A message in the console, a refused style or script, a part that does not
load or a request to another host fails the test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, expect, sync_playwright

# Playwright keeps an event loop in this thread, and Django would refuse its database beside one.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
OWN = {"127.0.0.1", "localhost"}
FLAGS = (
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-features=Translate,OptimizationHints,MediaRouter",
)
MISSING = (
    "The browser tests did NOT run: no Chromium was found. On Debian: apt-get install chromium. "
    "Elsewhere, name it with BAKEN_CHROMIUM=/path/to/chromium."
)

PATIENCE = (
    60_000  # milliseconds: on a busy machine an answer may be long in coming, and that is not what is tested
)

_missing = False


def chromium_path() -> str | None:
    """Where Chromium is, from BAKEN_CHROMIUM or the search path."""
    given = os.environ.get("BAKEN_CHROMIUM")
    if given:
        return given if Path(given).exists() else None
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say it loudly when the browser tests were left out."""
    if _missing:
        terminalreporter.section("BROWSER TESTS LEFT OUT", sep="!", red=True, bold=True)
        terminalreporter.line(MISSING)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    global _missing
    path = chromium_path()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        _missing = True
        pytest.skip(MISSING)
    expect.set_options(timeout=PATIENCE)
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, headless=True, args=flags)
        yield running
        running.close()


@pytest.fixture
def live(live_server: Any) -> Any:
    """The server in a thread of its own; `live.url` is its address. Its data is really committed."""
    return live_server


class Watch:
    """Writes down what a page may not do."""

    def __init__(self, page: Page) -> None:
        self.troubles: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        loading = message.text.startswith(
            "Failed to load resource"
        )  # told below, where it is known what it was
        if message.type in ("error", "warning") and not loading:
            self.troubles.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.hostname not in OWN:
            self.troubles.append(f"asks another host: {parts.hostname}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.request.resource_type != "document":
            self.troubles.append(f"does not load ({response.status}): {urlsplit(response.url).path}")


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a window with its own cookies: `visitor(width=320, javascript=False, locale="en-GB")`."""
    opened: list[tuple[Any, Watch]] = []

    def open_window(
        width: int = 1280, height: int = 900, javascript: bool = True, locale: str = "nl-NL", **more: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale=locale,
            timezone_id="Europe/Amsterdam",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        opened.append((context, Watch(page)))
        return page

    yield open_window
    for context, _watch in opened:
        context.close()
    troubles = [trouble for _context, watch in opened for trouble in watch.troubles]
    assert not troubles, "in the browser:\n" + "\n".join(troubles)


@pytest.fixture
def page(visitor: Callable[..., Page]) -> Page:
    """A desk screen."""
    return visitor()


@pytest.fixture
def phone(visitor: Callable[..., Page]) -> Page:
    """A small telephone."""
    return visitor(width=320, height=640, has_touch=True, is_mobile=False)


@pytest.fixture
def nojs(visitor: Callable[..., Page]) -> Page:
    """A browser with JavaScript off."""
    return visitor(javascript=False)
