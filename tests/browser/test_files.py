"""Adding a file to a signal and taking its copy out, in a real browser (V20)."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.browser.test_work import NARROW, WIDE, enter
from tests.files.having import REASON, begin
from tests.files.made import CANARY, picture
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


def test_a_photo_is_added_after_a_paper_was_refused_and_its_copy_is_fetched_without_scripts(
    live: Any, nojs: Page, page: Page, case: Case
) -> None:
    """Nothing of what was typed is lost, the copy holds no place or name, and it is logged as taken out (V20)."""
    enter(nojs, case, live.url)
    enter(page, case, live.url)
    nojs.goto(live.url + case.url())
    nojs.get_by_role("link", name="Bestand toevoegen").click()
    _offer(nojs, "identity_paper")
    expect(nojs.locator("main")).to_contain_text(
        "Een kopie van een identiteitsbewijs of bericht is niet nodig"
    )
    expect(nojs.get_by_label("Waarom is dit bestand nodig?")).to_have_value(REASON)
    look(nojs, "files-refused")
    _offer(nojs, "photo")
    expect(nojs).to_have_url(live.url + case.url())
    expect(nojs.locator("#bestanden")).to_contain_text("een foto")
    with nojs.expect_download() as fetched:
        nojs.locator("#bestanden a").first.click()
    assert fetched.value.suggested_filename == "bestand-1.jpg"
    copy = Path(fetched.value.path()).read_bytes()
    assert copy.startswith(b"\xff\xd8")
    assert CANARY.encode() in picture()
    assert CANARY.encode() not in copy
    page.goto(live.url + case.url())  # examining needs scripts
    for size, name in ((WIDE, "wide"), (NARROW, "narrow")):
        page.set_viewport_size(size)
        assert_accessible(page)
        assert_fits(page)
        look(page, f"files-kept-{name}")


def _offer(page: Page, kind: str) -> None:
    if not page.get_by_label("Waarom is dit bestand nodig?").input_value():
        page.get_by_label("Waarom is dit bestand nodig?").fill(REASON)
        page.locator("input[name=police][value=no]").check()
    page.locator(f"input[name=kind][value={kind}]").check()
    sent: Any = {"name": f"{CANARY}.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    page.locator("input[type=file]").set_input_files(sent)
    with page.expect_navigation():
        page.get_by_role("button", name="Bestand bewaren").click()
