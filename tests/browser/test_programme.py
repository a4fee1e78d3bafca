"""The programme on the pages alone: begun from the policy, kept, shown, and followed by the next edition."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.project.demo import programme
from baken.project.demo.cast import PASSWORD, cast
from tests.browser.walking import Screen

HOORN, WOERDEN = "aandachtsfunctionaris@hoorn.invalid", "beleid@woerden.invalid"


@pytest.mark.parametrize(
    ("locale", "width", "scripts"),
    [("nl-NL", 1280, False), ("en-GB", 320, True)],
    ids=["nl-without-scripts", "en-telephone"],
)
def test_what_the_basic_level_lacks_becomes_an_action_and_goes_along_to_the_next_edition(
    live: Any, visitor: Callable[..., Page], locale: str, width: int, scripts: bool
) -> None:
    """BASE-07, PROG-03: the twelve rows, what is missing, what was done, what stops, and what goes along."""
    cast(now())
    keeper = _at(live, visitor, HOORN, locale, width, scripts)
    _begin(keeper)
    _assess(keeper)
    _keep(keeper)
    _go_on(keeper)


def test_a_programme_under_way_says_what_is_late_due_and_not_shown_yet(
    live: Any, visitor: Callable[..., Page]
) -> None:
    players = cast(now())
    programme.tell(players, now())
    adviser = _at(live, visitor, WOERDEN, "nl-NL", 1280, True)
    adviser.goto("/programma/")
    adviser.see("under-way")
    assert "Te laat" in adviser.text()
    adviser.page.get_by_role("link", name="Aanpak mensenhandel Woerden").first.click()
    adviser.see("edition-under-way")
    assert "Nog niet aangetoond" in adviser.text()
    assert "Aangetoond: intranet, meldroute mensenhandel" in adviser.text()
    adviser.page.locator("details:has([name=stand]) summary").click()
    adviser.fill({"stand": "late"})
    adviser.send("main form[method=get] button")
    adviser.see("late-alone")
    assert "De signalenkaart bij elk loket leggen" in adviser.text()
    assert "Zorgaanbod" not in adviser.text()


def _at(live: Any, visitor: Callable[..., Page], who: str, locale: str, width: int, scripts: bool) -> Screen:
    page = visitor(width=width, locale=locale, javascript=scripts)
    screen = Screen(page, live.url, f"programme-{locale[:2]}", looks=False)
    screen.goto("/inloggen/")
    screen.fill({"email": who, "password": PASSWORD})
    screen.send()
    screen.looks = scripts
    return screen


def _begin(keeper: Screen) -> None:
    keeper.goto("/programma/")
    keeper.see("empty")
    keeper.follow("/programma/uitvoering/")
    keeper.see("editions")
    keeper.follow("/uitvoering/beginnen/")
    keeper.see("start")
    keeper.fill({"decision": "raad, 3 maart"})
    keeper.send()
    keeper.see("edition")
    assert keeper.page.locator("main section td a[href*='/uitvoering/actie/']").count() == 12
    assert "West" in keeper.text()


def _assess(keeper: Screen) -> None:
    """Look where one criterion stands: not yet, so that it becomes an action of the programme that runs."""
    keeper.goto("/programma/basisniveau/")
    keeper.page.locator("main td a[href*='/criterium/']").first.click()
    keeper.follow("/bekijken/")
    keeper.fill({"state": "not", "by": "team Veiligheid", "note": "Moet nog langs de raad."})
    keeper.send()
    keeper.follow("/actie/")
    keeper.see("follow-up")
    title = keeper.page.locator("[name=title]").input_value()
    keeper.fill({"owner": "team Veiligheid"})
    keeper.send()
    assert title in keeper.text()
    keeper.page.locator("main a[href*='/uitvoering/actie/']").first.click()
    keeper.see("from-the-level")
    assert "6" in keeper.page.locator("h1").inner_text()  # the first number that was free
    assert re.search("Basisniveau: |Basic level: ", keeper.text())
    keeper.page.locator(".baken-back a").first.click()


def _keep(keeper: Screen) -> None:
    keeper.follow("/actie/?onder=3")
    keeper.see("add")
    day = civil_date(now()) + timedelta(days=60)
    told = {"title": "Signalenkaart bij de balie", "what": "Kaart neerleggen.", "ready_on": day.isoformat()}
    keeper.fill(told)
    keeper.send()
    keeper.see("no-owner")
    assert keeper.page.locator("[name=title]").input_value() == told["title"]
    keeper.fill({"owner": "Klant Contact Centrum"})
    keeper.send()
    keeper.see("action")
    assert keeper.page.locator("h1").inner_text() == "3.5 Signalenkaart bij de balie"
    keeper.follow("/voortgang/")
    keeper.see("progress")
    keeper.fill({"what": "Kaarten geleverd", "done": "yes", "evidence": "leverbon 14"})
    keeper.send()
    assert "leverbon 14" in keeper.text()
    keeper.see("done")
    keeper.follow("/terugnemen/")
    keeper.see("withdraw")
    keeper.send()
    keeper.follow("/wijzigen/")
    keeper.see("change")
    keeper.fill({"owner": "team Veiligheid"})
    keeper.send()
    assert "team Veiligheid" in keeper.text()
    keeper.page.locator(".baken-back a").first.click()
    keeper.page.get_by_role("link", name=re.compile("^5 ")).first.click()
    keeper.follow("/stoppen/")
    keeper.see("stop")
    keeper.fill({"why": "Ging over naar het zorg- en veiligheidshuis"})
    keeper.send()
    keeper.see("stopped")


def _go_on(keeper: Screen) -> None:
    keeper.page.locator(".baken-back a").first.click()
    former = keeper.page.url
    keeper.follow("/volgende/")
    keeper.see("next")
    first = date.fromisoformat(keeper.page.locator("[name=from_date]").input_value())
    assert first > civil_date(now())
    assert keeper.page.locator("fieldset:has([name^=choice_])").count() == 13  # the stopped one stays behind
    keeper.page.locator("[name^=choice_][value=revise]").first.check()
    keeper.page.locator("[name^=choice_][value=finished]").nth(1).check()
    keeper.send()
    keeper.see("next-edition")
    moved = keeper.page.locator("main details td a[href*='/uitvoering/actie/']")
    assert moved.count() == 7
    assert keeper.page.locator("main section td a[href*='/uitvoering/actie/']").count() == 12
    assert keeper.page.url != former
    keeper.page.goto(former)
    keeper.see("former")
    assert keeper.page.locator("main section td a[href*='/uitvoering/actie/']").count() == 14
