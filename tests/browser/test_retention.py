"""From what is due to a receipt, as two archivists and a focal point go through it; without JavaScript too."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from baken.core.vocabulary.moments import civil_date
from baken.tenancy.scope import scope
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.route.case import VICTIM, Case, reported
from tests.trust.retention.conftest import PAGE, Shelf, own_deletions, shelf

__all__ = ["own_deletions", "shelf"]


@pytest.mark.parametrize(
    ("width", "javascript", "locale"), [(320, True, "nl"), (1280, True, "en"), (1280, False, "nl")]
)
def test_from_what_is_due_to_a_receipt(
    live: Any, shelf: Shelf, visitor: Callable[..., Page], width: int, javascript: bool, locale: str
) -> None:
    due, waiting = shelf.closed(), shelf.closed("handled", "trafficking")
    Case(shelf.town, shelf.client, reported(shelf.town)).receive()
    with scope(shelf.here):
        second = shelf.town.members["privacy"]
        second.roles = ["archivist"]
        second.save()

    def at(who: str) -> Page:
        page = visitor(width=width, javascript=javascript, locale=locale)
        cookie = shelf.town.visit(Client(), who).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live.url}])
        page.goto(live.url + PAGE)
        return page

    def seen(page: Page, name: str) -> None:
        assert VICTIM not in page.content()
        if javascript:  # axe and measuring need it; Baken does not
            look(page, f"bewaren-{name}-{width}-{locale}")
            assert_fits(page)
            assert_accessible(page)

    def go(page: Page, ending: str) -> None:
        page.locator(f"main a[href$='{ending}']").first.click()

    def send(page: Page) -> None:
        page.locator("main form button.utrecht-button--primary-action").click()

    keeper = at("focal_point")
    seen(keeper, "overzicht-aandachtsfunctionaris")
    keeper.goto(f"{live.url}{PAGE}tegenhouden/{waiting.signal}/")
    keeper.locator("[name=until]").fill((civil_date(shelf.now) + timedelta(days=30)).isoformat())
    send(keeper)
    seen(keeper, "tegenhouden-fout")
    keeper.locator("[name=reason]").fill("Er loopt een rechtszaak.")
    send(keeper)
    expect(keeper).to_have_url(live.url + PAGE)

    first = at("archivist")
    go(first, "/lijst/")
    seen(first, "opmaken")
    send(first)
    seen(first, "lijst")
    list_page = first.url
    go(first, "/goedkeuren/")
    expect(first.locator("main form button.utrecht-button--primary-action")).to_have_count(0)
    seen(first, "eigen-lijst")

    other = at("privacy")
    other.goto(list_page)
    go(other, "/goedkeuren/")
    seen(other, "goedkeuren")
    send(other)
    expect(other).to_have_url(list_page)
    shelf.carry_out(UUID(list_page.rstrip("/").rpartition("/")[2]))
    other.reload()
    seen(other, "bewijs")
    expect(other.locator("main a[href$='/bewijs/']")).to_be_visible()
    other.goto(live.url + PAGE)
    seen(other, "overzicht-daarna")
    answer = keeper.goto(live.url + due.url())
    assert answer is not None
    assert answer.status == 404
