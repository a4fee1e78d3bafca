"""The rights of people in a signal, in a browser without scripts: request to letter, correction, and a data leak.

Three people of Woerden and one of the care organisation; everything is asked and answered on the pages alone.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.ledger.projections import reference
from baken.project.demo.cast import PASSWORD, Cast, cast
from baken.tenancy.scope import scope
from tests.browser.walking import Desk, Screen
from tests.papers import text_of
from tests.route.case import HAPPENED, REPORTER, VICTIM, reported

RIGHT = "Het was een andere woning; de rest klopt."
SUMMARY = "U werd gezien toen u zich kwam inschrijven."
REASON = "nagevraagd aan de balie"


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Office:
    """The people at their screens."""

    def __init__(
        self, live: Any, visitor: Callable[..., Page], *, width: int, locale: str, scripts: bool
    ) -> None:
        self.town, self.base, self.visitor = cast(now()), live.url, visitor
        self.window = {"width": width, "locale": locale, "javascript": scripts}
        with scope(self.town.organisations["woerden"].id):
            self.signal = str(reported(_Town(self.town)))  # type: ignore[arg-type]

    def screen(self, who: str, lands_on: str) -> Screen:
        """Somebody logs in, in a window of their own; where scripts are on, each page is examined."""
        page = self.visitor(**self.window)
        name = f"rights-{str(self.window['locale'])[:2]}-{who.partition('@')[0]}"
        found = Screen(page, self.base, name, looks=False)
        found.goto(f"/inloggen/?next={lands_on}")
        found.fill({"email": who, "password": PASSWORD})
        found.send()
        found.looks = bool(self.window["javascript"])
        return found


class _Town:
    """What `reported` needs of a town: where Woerden is, and what day it is."""

    def __init__(self, town: Cast) -> None:
        self.woerden, self.now = town.organisations["woerden"], now()


@pytest.fixture(
    params=[("nl-NL", 1280, False), ("en-GB", 320, True)], ids=["nl-without-scripts", "en-telephone"]
)
def office(request: pytest.FixtureRequest, live: Any, visitor: Callable[..., Page]) -> Office:
    """Woerden, the care organisation, and one signal that nobody took in hand yet."""
    locale, width, scripts = request.param
    return Office(live, visitor, width=width, locale=locale, scripts=scripts)


def test_what_people_in_a_signal_have_a_right_to_is_done_on_the_pages_alone(office: Office) -> None:
    """V24, V25, V26, V30."""
    focal = office.screen("aandachtsfunctionaris@woerden.invalid", "/werk/")
    desk = Desk(focal, office.signal)
    desk.act("ontvangen/")
    _request_to_letter(office, desk)
    _correction_to_confirmation(office, desk)
    _put_off_informing(desk)
    _leak_to_notified(office)


def _request_to_letter(office: Office, desk: Desk) -> None:
    privacy = office.screen("privacy@woerden.invalid", "/verantwoording/rechten/")
    privacy.see("requests-none")
    privacy.goto("/verantwoording/rechten/nieuw/")
    privacy.see("request-new")
    today = str(civil_date(now()))
    privacy.fill({"right": "access", "received_on": today, "name": VICTIM, "identity": "in_person"})
    privacy.send()
    request = privacy.page.url.removeprefix(office.base)
    privacy.see("request")
    focal = desk.screen
    focal.goto(request)
    focal.see("request-focal")
    focal.goto(f"{request}zoeken/")
    focal.see("search")
    focal.send()
    focal.see("worksheet")
    assert REPORTER not in focal.text()
    focal.goto(f"{request}werkblad/{office.signal}/")
    focal.see("record")
    focal.fill({"verdict": "person", "give": ["identity", "summary"], "summary": SUMMARY})
    focal.send()
    focal.see("worksheet-decided")
    focal.goto(f"{request}brief/")
    focal.see("letter")
    assert SUMMARY in focal.text()
    focal.fill({"checked": True})
    focal.send()
    with focal.page.expect_download() as started:
        focal.page.locator("main a[href$='/brief/document/']").click()
    printed = " ".join(text_of(started.value.path().read_bytes()).split())
    assert SUMMARY in printed
    assert not any(word in printed for word in (REPORTER, HAPPENED))
    privacy.goto(f"{request}verzonden/")
    privacy.see("answered")
    privacy.fill({"outcome": "met", "channel": "post"})
    privacy.send()
    privacy.see("request-answered")
    privacy.goto("/verantwoording/rechten/")
    privacy.see("requests")
    assert VICTIM not in privacy.text()


def _correction_to_confirmation(office: Office, desk: Desk) -> None:
    desk.act("feiten/leeftijd/", value="adult", reason=REASON)
    desk.hand_over(
        "care_coordinator",
        named="yes",
        purpose="protect_victims",
        ground="social_support",
        pieces=["facts", "account"],
        words_account="Een man kwam zich inschrijven.",
    )
    text = desk.act("verbeteren/", happened=RIGHT, reason=REASON)
    assert "Moviera" in text or "Zorgcoördinator" in text or "care coordinator" in text.lower()
    focal = desk.screen
    focal.follow("/verbetering/")
    focal.see("correction")
    assert RIGHT in focal.page.content()
    focal.fill({"checked": True})
    focal.send()
    focal.see("corrected")
    care = office.screen("zorgcoordinator@moviera.invalid", "/meldingen/")
    care.follow(str(care.page.locator("main table a").first.get_attribute("href")))
    care.see("notification-corrected")
    assert RIGHT in care.text()
    with care.page.expect_navigation():
        care.page.locator("main form[action*='/verbetering/'] button").click()
    care.see("notification-confirmed")
    assert care.page.locator("main form[action*='/verbetering/']").count() == 0
    desk.show()
    assert focal.page.locator("#nu a[href*='/verbetering/']").count() == 0


def _put_off_informing(desk: Desk) -> None:
    later = str(civil_date(now()) + timedelta(days=60))
    desk.act("inlichten/", decision="not_yet", ground="safety", review_on=later, reason=REASON)
    desk.screen.see("signal-informing")


def _leak_to_notified(office: Office) -> None:
    teller = office.screen("teamcoordinator@woerden.invalid", "/verantwoording/datalekken/melden/")
    teller.see("leak-report")
    at = now().astimezone(AMSTERDAM)
    teller.fill(
        {
            "what": "sent_wrong",
            "where": "own",
            "discovered_at": (at - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"),
            "ongoing": "no",
            "told": "Een werklijst ging naar een verkeerd adres.",
        }
    )
    teller.send()
    ciso = office.screen("ciso@woerden.invalid", "/verantwoording/datalekken/")
    ciso.see("leaks")
    ciso.follow(str(ciso.page.locator("main table a").first.get_attribute("href")))
    leak = ciso.page.url.removeprefix(office.base)
    ciso.see("leak")
    steps: list[tuple[str, dict[str, Any]]] = [
        ("besluit/", {"risk": "risk", "authority": "tell", "people": "not_needed", "reason": REASON}),
        ("gemeld/ap/", {"at": at.strftime("%Y-%m-%dT%H:%M"), "note": "AP-2026"}),
        ("wie/", {"records": reference(UUID(office.signal))}),
        ("maatregel/", {"note": "De mail is teruggehaald."}),
        ("afsluiten/", {"note": "Adressen voortaan nakijken."}),
    ]
    for path, fields in steps:
        ciso.goto(f"{leak}{path}")
        ciso.see(path.rstrip("/").replace("/", "-"))
        ciso.fill(fields)
        ciso.send()
        assert re.search(r"/datalekken/[0-9a-f-]{36}/$", ciso.page.url)
    ciso.see("leak-closed")
    assert VICTIM not in ciso.text()
    focal = office.screen("aandachtsfunctionaris@woerden.invalid", leak)
    focal.see("leak-focal")
    with focal.page.expect_download() as started:
        focal.page.locator("main a[href$='/wie/lijst/']").click()
    assert VICTIM in started.value.path().read_text("utf-8-sig")
