"""Somebody at a desk, who is logged in already and looks at every new page wide and narrow."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look
from tests.route.case import Case
from tests.tenants.town import PASSPHRASE

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}


class Desk:
    """Somebody at a screen, who looks at every new page wide and narrow; `axe` needs scripts to examine it."""

    def __init__(
        self, page: Page, base: str, case: Case, who: str, *, axe: bool, language: str = "nl"
    ) -> None:
        self.page, self.base, self.axe, self.seen = page, base, axe, set[str]()
        session = case.town.visit(Client(), who).cookies[settings.SESSION_COOKIE_NAME].value
        cookies = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: language}
        page.context.add_cookies([{"name": key, "value": one, "url": base} for key, one in cookies.items()])
        self.who = f"{who}-{language}"

    def go(self, path: str) -> "Desk":
        """Go to an address that is there."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.status == 200, path
        return self

    def see(self, name: str) -> "Desk":
        """Examine the page, once, wide and narrow."""
        if name not in self.seen:
            self.seen.add(name)
            for size in (NARROW, WIDE):
                self.page.set_viewport_size(size)
                assert_fits(self.page)
                look(self.page, f"posts-{self.who}-{name}")
            if self.axe:
                assert_accessible(self.page)
        return self

    def press(self, words: str) -> "Desk":
        """Press a button, or follow a link that looks like one."""
        found = self.page.locator("main").get_by_role("button", name=words)
        if not found.count():
            found = self.page.locator("main").get_by_role("link", name=words)
        with self.page.expect_navigation():
            found.first.click()
        return self

    def vault(self, passphrase: str = PASSPHRASE, *, first: bool = False) -> "Desk":
        """Open the vault, or choose its passphrase."""
        self.go("/kluis/")
        for field in self.page.locator("main input[type=password]").all():
            field.fill(passphrase)
        return self.press("Wachtwoordzin kiezen" if first else "Kluis openen")

    def says(self, words: str) -> "Desk":
        """The page says so."""
        expect(self.page.locator("body")).to_contain_text(words)
        return self

    def silent(self, words: str) -> "Desk":
        """The page does not say so."""
        expect(self.page.locator("body")).not_to_contain_text(words)
        return self
