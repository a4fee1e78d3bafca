"""What a page must be for everybody: `from tests.browser.looking import assert_accessible`."""

import json
import os
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@cache
def _axe() -> str:
    return AXE.read_text("utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, one line for each place.

    The debugger runs axe, so that the page keeps its own content policy.
    """
    page.wait_for_load_state()
    debugger = page.context.new_cdp_session(page)
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    debugger.send("Runtime.evaluate", {"expression": f"{_axe()};0"})
    answer = debugger.send(
        "Runtime.evaluate",
        {
            "expression": f"axe.run(document, {options}).then(found => JSON.stringify(found.violations))",
            "awaitPromise": True,
            "returnByValue": True,
        },
    )
    debugger.detach()
    if "exceptionDetails" in answer:
        raise AssertionError(f"axe did not run: {answer['exceptionDetails']}")
    return [
        f"{found['id']}: {found['help']} at {' '.join(node['target'])}: {node['failureSummary']}"
        for found in json.loads(answer["result"]["value"])
        for node in found["nodes"]
    ]


def assert_accessible(page: Page) -> None:
    """WCAG 2.2 AA as far as a machine can tell, and axe's best practices: nothing wrong."""
    found = violations(page)
    assert not found, f"{page.url}\n" + "\n".join(found)


def assert_fits(page: Page) -> None:
    """The page needs no scrolling sideways at this width."""
    page.wait_for_load_state()  # a page that has just begun has no element yet to measure
    width = page.evaluate("document.documentElement.clientWidth")
    needed = page.evaluate("document.documentElement.scrollWidth")
    assert needed <= width, f"{page.url} needs {needed} pixels where there are {width}"


def look(page: Page, name: str) -> None:
    """Keep a picture of the whole page, for a person to look at, where BAKEN_SHOTS names a folder."""
    if folder := os.environ.get("BAKEN_SHOTS"):
        width = (page.viewport_size or {"width": 0})["width"]
        page.wait_for_load_state()
        page.screenshot(path=str(Path(folder) / f"{name}-{width}.png"), full_page=True)
