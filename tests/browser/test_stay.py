"""What somebody may count on, and until when, entered and read on the pages alone, on a telephone without scripts.

A minor without parents, a worker from the Union, and somebody without papers who first refuses and later files a
complaint; a Dublin claim found later, and the process director who looks along.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from baken.clock import now
from baken.core.vocabulary.moments import civil_date
from baken.project.demo.cast import PASSWORD, cast
from tests.browser.walking import Screen

CARE, DIRECTOR = "zorgcoordinator@moviera.invalid", "procesregisseur@moviera.invalid"
WHY = "Sliep op de werkplek en kreeg geen loon."


def today(days: int = 0) -> date:
    """Today, or so many days from it."""
    return civil_date(now()) + timedelta(days=days)


class Office:
    """The people of the care organisation at their screens."""

    def __init__(
        self, live: Any, visitor: Callable[..., Page], *, width: int, locale: str, scripts: bool
    ) -> None:
        cast(now())
        self.base, self.visitor = live.url, visitor
        self.window = {"width": width, "locale": locale, "javascript": scripts}

    def screen(self, who: str, lands_on: str) -> Screen:
        """Somebody logs in; where scripts are on, each page is examined."""
        page = self.visitor(**self.window)
        found = Screen(page, self.base, f"stay-{str(self.window['locale'])[:2]}-{who[:4]}", looks=False)
        found.goto("/inloggen/")
        found.fill({"email": who, "password": PASSWORD})
        found.send()
        assert page.url.endswith(lands_on)
        found.looks = bool(self.window["javascript"])
        return found


class File:
    """One client file on the coordinator's screen."""

    def __init__(self, screen: Screen, name: str, age: str) -> None:
        self.screen = screen
        screen.goto("/clienten/openen/")
        screen.fill({"names": name, "source": "self", "ground": "asked_for_help", "age": age})
        screen.fill({"because": WHY, "police": "no"})
        screen.send()
        self.path = re.sub(r"^https?://[^/]+", "", screen.page.url)

    def note(self, part: str, *, again: str = "", why: str = "", **fields: Any) -> str:
        """Note one page of the stay, and read the page of it."""
        self.screen.goto(f"{self.path}verblijf/{part}/")
        self.screen.see(f"note-{part}")
        self.screen.fill(fields)
        if again:
            self.screen.fill({"because": again})
        if why:
            self.screen.fill({"words": why, "police": "no"})
        self.screen.send()
        assert self.screen.page.url.endswith("/verblijf/")
        return self.screen.text()


@pytest.fixture(
    params=[("nl-NL", 320, False), ("en-GB", 320, True)], ids=["nl-without-scripts", "en-telephone"]
)
def office(request: pytest.FixtureRequest, live: Any, visitor: Callable[..., Page]) -> Office:
    """The care organisation of the demonstration."""
    locale, width, scripts = request.param
    return Office(live, visitor, width=width, locale=locale, scripts=scripts)


def test_entering_facts_gives_what_to_count_on_and_the_days_that_decide(office: Office) -> None:
    """RES-02, RES-04, RES-09, RES-10, ROLE-07, V31."""
    care = office.screen(CARE, "/meldingen/")
    _minor_without_parents(care)
    _worker_from_the_union(care)
    _refuses_first(office, care)


def _minor_without_parents(care: Screen) -> None:
    file = File(care, "Maan", "minor")
    file.note("positie", position="none", nationality="third_country")
    shown = file.note(
        "persoon",
        birth_date=str(today(-16 * 365)),
        unaccompanied="yes",
        exploitation=["sexual"],
    )
    care.see("minor")
    assert "Nidos" in shown
    assert re.search("Bel Nidos|Call Nidos", shown)
    assert re.search("Beschermde Opvang|Protected Reception", shown)
    assert re.search("Laatste dag als minderjarige|Last day as a minor", shown)
    shown = file.note("persoon", again="happened", guardian_asked=str(today()))
    assert len(re.findall("Bel Nidos|Call Nidos", shown)) == 1, (
        "among what was done, and not as what comes next"
    )


def _worker_from_the_union(care: Screen) -> None:
    file = File(care, "Zon", "adult")
    file.note("positie", position="eu_right", nationality="eu")
    shown = file.note("persoon", exploitation=["labour"])
    care.see("worker")
    assert "FairWork" in shown
    assert re.search("Opvang van de gemeente|Municipal shelter", shown)
    assert not re.search("Einde van de bedenktijd|End of the reflection period", shown)


def _refuses_first(office: Office, care: Screen) -> None:
    file = File(care, "Ster", "adult")
    shown = file.note("positie", position="none", nationality="third_country", dublin="no")
    care.see("without-papers")
    assert re.search("bedenktijd|reflection period", shown)
    file.note("positie", again="happened", position="reflection")
    shown = file.note("bedenktijd", reflection_granted=str(today(-75)))
    assert re.search("Einde van de bedenktijd|End of the reflection period", shown)
    file.note("keuze", choice="not_yet")
    care.goto("/termijnen/")
    care.see("deadlines")
    assert "Ster" in care.text()
    shown = file.note("positie", again="discovered", why="Brief van de IND.", dublin="yes")
    care.see("changed")
    assert re.search("maar werd later bekend|but became known later", shown)
    care.goto("/termijnen/")
    care.see("deadlines-over")
    care.goto("/clienten/")
    care.see("caseload")
    _director_looks_along(office, file)
    _handle_the_missed_one(file)
    file.note("keuze", again="happened", choice="complaint", complaint=str(today()), choice_made=str(today()))
    shown = file.note("positie", again="happened", position="b8_cooperation")
    shown = file.note("bedenktijd", again="happened", permit_granted=str(today()))
    care.see("complaint")
    assert re.search("Een jaar B8-vergunning|A year of B8 permit", shown)
    care.goto(file.path)
    care.see("client")


def _director_looks_along(office: Office, file: File) -> None:
    care = file.screen
    director = office.screen(DIRECTOR, "/regie/")
    director.see("direction-missed")
    assert "Ster" not in director.text()
    assert director.status(f"{file.path}verblijf/") == 404
    care.goto(f"{file.path}dossier/inbrengen/")
    care.fill({"note": "De familie zoekt.", "police": "no"})
    care.send()
    director.goto("/regie/")
    director.see("direction")
    director.follow("/advies/")
    director.see("advise")
    director.fill({"words": "Vraag een gesprek met de IND aan.", "police": "no"})
    director.send()
    director.goto(f"{file.path}verblijf/")
    director.see("stay-director")
    assert director.page.locator("main form").count() == 0
    care.goto(file.path)
    assert "Vraag een gesprek met de IND aan." in care.text()


def _handle_the_missed_one(file: File) -> None:
    care = file.screen
    care.goto(f"{file.path}verblijf/")
    with care.page.expect_navigation():
        care.page.locator("main form[action$='/gelezen/'] button").click()
    care.page.locator("main a[href*='/verblijf/termijn/']").first.click()
    care.see("handle")
    care.fill({"how": "other_way", "words": "De IND gaf uitstel.", "police": "no"})
    care.send()
    care.see("handled")
    assert "De IND gaf uitstel." in care.text()
