"""The drawing of a route on the signal page, in a real browser."""

import os
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from playwright.sync_api import Page

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.browser.test_work import NARROW, WIDE, Case, case, enter

__all__ = ["case"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_signal_page_shows_the_route_as_a_drawing_with_a_text_twin(
    live: Any, page: Page, case: Case, language: str
) -> None:
    enter(page, case, live.url, language)
    page.goto(live.url + case.url())
    for size, shown, hidden in ((WIDE, "wide", "narrow"), (NARROW, "narrow", "wide")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.locator(".baken-drawing__narrow details").evaluate("drawing => drawing.open = true")
        assert page.locator(f".baken-drawing__{shown} svg").is_visible()
        assert not page.locator(f".baken-drawing__{hidden} svg").is_visible()
        page.locator("details:has(.baken-twin)").evaluate("twin => twin.open = true")
        assert_accessible(page)
        assert_fits(page)
        page.locator("details:has(.baken-twin)").evaluate("twin => twin.open = false")
        look(page, f"drawing-{language}")


def test_on_paper_the_drawing_stands_on_sheets_of_its_own_on_their_side(
    live: Any, page: Page, case: Case, tmp_path: Path
) -> None:
    enter(page, case, live.url)
    page.goto(live.url + case.url())
    paper = tmp_path / "signal.pdf"
    page.pdf(path=str(paper), prefer_css_page_size=True)
    if folder := os.environ.get("BAKEN_SHOTS"):
        shutil.copyfile(paper, Path(folder) / "signal.pdf")
    with pikepdf.open(paper) as found:
        shapes = [(float(one.mediabox[2]), float(one.mediabox[3])) for one in found.pages]
    assert sum(width > height for width, height in shapes) == 2
    assert any(width < height for width, height in shapes)
