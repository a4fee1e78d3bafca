"""Drafting a policy in a real browser: in both languages, wide and narrow, and without JavaScript."""

from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.policy.drafting.desk import Desk, begin

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture
def desk(live: Any) -> Desk:
    """A draft with a change, a mistake, and a second draft that was laid aside."""
    desk = begin()
    desk.save("texts.yaml", desk.text("texts.yaml").replace("Onderzoek of", "Ga na of"))
    desk.save("route.yaml", desk.text("route.yaml").replace("to: youth_work", "to: youth_wrok"))
    desk.post("weg/advice/acute_call/", **{"chosen-nl": "hier niet nodig", "chosen-en": "not needed here"})
    return desk


def enter(page: Page, desk: Desk, url: str, language: str = "nl") -> None:
    """Let the adviser use this window."""
    session = desk.client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [
            {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url},
            {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": url},
        ]
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_a_draft_is_accessible_and_fits_wide_and_narrow(
    live: Any, page: Page, desk: Desk, language: str
) -> None:
    """WCAG 2.2 AA on the list, a draft, its files, its changes and its forms."""
    enter(page, desk, live.url, language)
    pages = (
        "/beleid/ontwerpen/",
        "/beleid/ontwerpen/nieuw/",
        *(
            desk.url(one)
            for one in (
                "",
                "dag/",
                "wegleggen/",
                "wijziging/2/",
                "bestand/route.yaml/",
                "bestand/cases/route.yaml/",
                "onderdelen/referrals/",
                "onderdelen/tables/local_undermining_meeting/",
                "onderdelen/partners/local_team/",
                "onderdelen/steps/",
                "onderdelen/steps/receive/",
                "onderdelen/holds/trusted_person_first/",
                "nieuw/referrals/",
                "weg/advice/call_now/",
            )
        ),
    )
    for path in pages:
        page.set_viewport_size(WIDE)
        answer = page.goto(live.url + path)
        assert answer is not None, path
        assert answer.status == 200, path
        assert page.locator("html").get_attribute("lang") == language
        assert_accessible(page)
        name = path.replace(str(desk.draft), "x").strip("/").replace("/", "-")
        look(page, f"draft-{language}-{name}")
        page.set_viewport_size(NARROW)
        assert_fits(page)
        assert_accessible(page)
        look(page, f"draft-{language}-{name}")
