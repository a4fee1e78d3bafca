"""A second factor in a real browser: an app without JavaScript, and a passkey with the only script of Baken (R8)."""

import re
from collections.abc import Callable
from typing import Any

import pyotp
import pytest
from playwright.sync_api import CDPSession, Page, expect

from baken.account.models import Passkey
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.tenants.town import PASSWORD, Town, build

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")


@pytest.fixture
def town(live: Any, settings: Any) -> Town:
    settings.BAKEN_PASSWORD_ALONE = False
    return build()


def seen(page: Page, name: str) -> None:
    assert_accessible(page)
    assert_fits(page)
    look(page, name)


def password(page: Page, base: str, where: str = "/inloggen/") -> None:
    page.goto(base + where)
    page.locator("input[name=email]").fill("focal_point@woerden.example")
    page.locator("input[name=password]").fill(PASSWORD)
    send(page)


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button.utrecht-button--primary-action").click()


@pytest.mark.parametrize(("width", "javascript", "locale"), [(1280, False, "nl-NL"), (320, True, "en-GB")])
def test_an_app_is_set_up_and_used_and_a_recovery_code_helps_who_lost_it(
    live: Any, town: Town, visitor: Callable[..., Page], width: int, javascript: bool, locale: str
) -> None:
    def see(page: Page, name: str) -> None:
        if javascript:
            seen(page, f"log-in-{name}")

    page = visitor(width=width, javascript=javascript, locale=locale)
    password(page, live.url, "/inloggen/?next=/kluis/")
    see(page, "enrol")
    page.locator("main a[href='/account/app/']").click()
    see(page, "app")
    assert page.locator("main img").evaluate("one => one.naturalWidth") > 100 if javascript else True
    app = pyotp.TOTP(page.locator("main .baken-code").inner_text().replace(" ", ""))
    page.locator("input[name=code]").fill("000000")
    send(page)
    see(page, "app-wrong")
    page.locator("input[name=code]").fill(app.now())
    send(page)
    see(page, "codes")
    codes = CODE.findall(page.locator("main").inner_text())
    assert len(codes) == 10
    page.locator("main a[href='/kluis/']").click()
    expect(page).to_have_url(f"{live.url}/kluis/")
    page.locator("form[action='/uitloggen/'] button").click()
    password(page, live.url)
    see(page, "second")
    page.locator("input[name=code]").fill(app.at(_now(), counter_offset=1))
    send(page)
    page.goto(f"{live.url}/account/")
    see(page, "account")
    page.locator("form[action='/uitloggen/'] button").click()
    password(page, live.url)
    page.locator("main a[href='/inloggen/herstelcode/']").click()
    see(page, "recover")
    page.locator("input[name=code]").fill(codes[3].lower())
    send(page)
    expect(page).to_have_url(f"{live.url}/account/")
    assert codes[3] not in page.content()


def _now() -> float:
    from baken.clock import now

    return now().timestamp()


def authenticator(page: Page) -> CDPSession:
    """A passkey holder inside the browser, that unlocks without asking anybody."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return devtools


@pytest.mark.parametrize("width", [320, 1280])
def test_a_passkey_is_made_and_then_lets_in_alone(
    live: Any, town: Town, visitor: Callable[..., Page], width: int
) -> None:
    page = visitor(width=width)
    password(page, live.url)
    page.locator("main a[href='/account/passkey/']").click()
    seen(page, "passkey-new")
    holder = authenticator(page)  # last: whoever looks at a page ends what another has put into the browser
    page.locator("input[name=name]").fill("Werktelefoon")
    send(page)
    expect(page.locator("h1")).to_have_text("Bewaar uw herstelcodes")
    page.locator("form[action='/uitloggen/'] button").click()
    page.goto(f"{live.url}/inloggen/?next=/kluis/")
    page.locator("main a[href^='/inloggen/passkey/']").click()
    send(page)
    expect(page).to_have_url(f"{live.url}/kluis/")
    page.goto(f"{live.url}/account/")
    expect(page.get_by_text("Werktelefoon").first).to_be_visible()
    seen(page, "account-passkey")
    assert Passkey.objects.get().used_at is not None
    holder.detach()


def test_without_javascript_the_passkey_page_says_what_to_do_instead(
    live: Any, town: Town, nojs: Page
) -> None:
    nojs.goto(f"{live.url}/inloggen/passkey/")
    expect(nojs.get_by_text("Hiervoor moet JavaScript aanstaan")).to_be_visible()
    send(nojs)
    expect(nojs.get_by_text("Daarvoor moet JavaScript aanstaan")).to_be_visible()


def test_who_breaks_off_is_told_so_and_can_try_again(live: Any, town: Town, page: Page) -> None:
    page.goto(f"{live.url}/inloggen/")
    seen(page, "log-in")
    page.goto(f"{live.url}/inloggen/passkey/")
    seen(page, "passkey-use")
    devtools = authenticator(page)  # that holds no passkey
    send(page)
    expect(page.get_by_text("Dat lukte niet met deze passkey")).to_be_visible()
    devtools.detach()
    seen(page, "passkey-refused")
