"""The page that asks for a file, in a real browser (V20)."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.browser.test_work import NARROW, WIDE, enter
from tests.files.having import begin
from tests.route.case import Case


@pytest.fixture
def case(live: Any) -> Case:
    """A received signal where files are on."""
    return begin()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_that_asks_for_a_file_is_accessible_and_fits(
    live: Any, page: Page, case: Case, language: str
) -> None:
    enter(page, case, live.url, language)
    for size, name in ((WIDE, "wide"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        page.goto(live.url + case.url("bestand/"))
        assert_accessible(page)
        assert_fits(page)
        look(page, f"files-{language}-{name}")
