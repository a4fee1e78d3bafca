"""People at their screens, for the walk: each fills in forms and presses buttons as anybody would.

Fields are found by what they are, not by their words, so that the same walk goes in Dutch and in English.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, expect

from baken.project.demo.cast import PASSPHRASE, PASSWORD
from tests.browser.looking import assert_accessible, assert_fits, look

SEND = "main form button.utrecht-button--primary-action"


@dataclass
class Screen:
    """One browser window. `looks`: every page that is new to it is examined, and its picture kept."""

    page: Page
    base: str
    name: str
    looks: bool = True

    def __post_init__(self) -> None:
        self._seen: set[str] = set()

    def goto(self, path: str) -> None:
        """Go to an address of this installation, which must be there."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.ok, f"{path}: {answer.status}"

    def status(self, path: str) -> int:
        """Go to an address, and tell how it was answered in the end."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        return answer.status

    def follow(self, ending: str) -> None:
        """Follow the first link on the page whose address ends like this."""
        with self.page.expect_navigation():
            self.page.locator(f"main a[href$='{ending}']").first.click()

    def text(self) -> str:
        """What stands on the page."""
        return self.page.locator("main").inner_text()

    def see(self, name: str) -> None:
        """Examine a page once: no violation, no scrolling sideways, and a picture for a person."""
        if self.looks and name not in self._seen:
            self._seen.add(name)
            look(self.page, f"walk-{self.name}-{name}")
            assert_fits(self.page)
            assert_accessible(self.page)

    def fill(self, fields: Mapping[str, Any]) -> None:
        """Fill in fields by name: a choice by its value, True for a tick, a list for several ticks."""
        for name, value in fields.items():
            named = self.page.locator(f"main [name='{name}']")
            kind = named.first.get_attribute("type")
            if kind == "checkbox":
                wanted = value if isinstance(value, (list, tuple)) else [value]
                for box in named.all():
                    box.set_checked(value is True or box.get_attribute("value") in wanted)
            elif kind == "radio":
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            elif self.page.locator(f"main select[name='{name}']").count():
                named.first.select_option(value)
            else:
                named.first.fill(value)

    def rest_on(self) -> None:
        """Choose the consent or weighing that what is shared rests on: the first of each that is offered."""
        asked = self.page.locator("main input[type=radio][name^=basis]")
        for name in dict.fromkeys(box.get_attribute("name") for box in asked.all()):
            self.page.locator(f"main [name='{name}']").first.check()

    def send(self, button: str = SEND) -> None:
        """Press the button that sends the form."""
        with self.page.expect_navigation():
            self.page.locator(button).last.click()

    def log_in(self, email: str, lands_on: str) -> None:
        """Log in, and land where the work is."""
        self.goto("/inloggen/")
        self.see("log-in")
        self.fill({"email": email, "password": PASSWORD})
        self.send()
        expect(self.page).to_have_url(f"{self.base}{lands_on}")

    def open_vault(self) -> None:
        """Open the vault with the passphrase."""
        self.goto("/kluis/")
        self.see("vault")
        self.fill({"passphrase": PASSPHRASE})
        self.send()
        expect(self.page.locator("form[action='/kluis/sluiten/']")).to_be_visible()
        self.see("vault-open")


@dataclass
class Desk:
    """A focal point with one signal on the screen."""

    screen: Screen
    signal: str

    def at(self, path: str = "") -> str:
        """The address of a page of this signal."""
        return f"/signalen/{self.signal}/{path}"

    def show(self) -> str:
        """Look at the signal's page and read it."""
        self.screen.goto(self.at())
        self.screen.see("signal")
        return self.screen.text()

    def act(self, path: str, **fields: Any) -> str:
        """Open the page of one decision, fill it in, send it, and read the signal's page to which it leads."""
        self.screen.goto(self.at(path))
        self.screen.see(path.rstrip("/").split("/")[-1])
        if self.screen.page.locator("[name=police]").count():
            fields = {**fields, "police": "no"}  # V4: whoever writes about people says that it holds none
        self.screen.fill(fields)
        self.screen.send()
        expect(self.screen.page).to_have_url(f"{self.screen.base}{self.at()}")
        return self.screen.text()

    def hand_over(self, partner: str, **fields: Any) -> str:
        """Hand over to a partner by way of the preview, and return what the preview showed."""
        screen = self.screen
        screen.goto(self.at("overdragen/"))
        screen.see("partners")
        screen.follow(f"/overdragen/{partner}/")
        screen.see("hand-over")
        screen.fill(fields)
        screen.send("main form button[name=stage][value=preview]")
        screen.see("preview")
        shown = screen.text()
        screen.fill({"checked": True})
        screen.send("main form button[name=stage][value=confirm]")
        expect(screen.page).to_have_url(
            re.compile(rf"/signalen/{self.signal}/overdrachten/[0-9a-f-]{{36}}/$")
        )
        screen.see("referral")
        return shown

    def tell(self, category: str, text: str) -> None:
        """Write to the reporter by way of the preview."""
        screen = self.screen
        screen.goto(self.at("antwoord/"))
        screen.see("tell")
        screen.fill({"category": category, "text": text})
        screen.send("main form button[name=step][value=preview]")
        screen.see("tell-preview")
        assert text in screen.text()
        screen.send("main form button[name=step][value=send]")
        expect(screen.page).to_have_url(f"{screen.base}{self.at()}")
