"""Supervision in a real browser without JavaScript: from the start page to a question that is settled (V9)."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.ledger.readlog import sealing
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.route.case import Case, begin
from tests.tenants.town import PASSWORD, Town

WORDS = {
    "nl-NL": {
        "log": "Leeslogboek",
        "asks": "Wat een vraag waard is",
        "sample": "Steekproef",
        "seals": "Zegels",
        "check": "Nu controleren",
        "fits": "Alles klopt",
        "refused": "Geweigerd",
        "answered": "Gevraagd, en het antwoord is goed",
        "keep": "Vastleggen",
        "took": "Uitvoeren voor een toezichthouder",
        "file": "Bestand maken",
    },
    "en-GB": {
        "log": "Read log",
        "asks": "What deserves a question",
        "sample": "Sample",
        "seals": "Seals",
        "check": "Check now",
        "fits": "Everything fits",
        "refused": "Refused",
        "answered": "Asked, and the answer is good",
        "keep": "Record",
        "took": "Export for a supervisory authority",
        "file": "Make the file",
    },
}


@pytest.fixture
def case(live: Any) -> Case:
    """A signal that was looked at often, and once by somebody whose role gives no right."""
    made = begin()
    for _ in range(60):
        made.get()
    made.receive()
    made.get("envelop/")
    made.visit("adviser")
    made.get()
    sealing.seal(made.town.woerden.id, now=made.town.now)
    return made


def log_in(live: Any, town: Town, page: Page) -> None:
    page.goto(f"{live.url}/inloggen/?next=/verantwoording/")
    page.locator("input[type=email]").fill(town.people["supervisor"].email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").click()


@pytest.mark.parametrize(("width", "locale"), [(320, "nl-NL"), (1280, "en-GB")])
def test_the_fg_finds_a_question_settles_it_checks_the_seals_and_exports(
    live: Any, case: Case, visitor: Callable[..., Page], width: int, locale: str
) -> None:
    page, words = visitor(width=width, locale=locale, javascript=False), WORDS[locale]

    def seen(name: str) -> None:
        look(page, f"logboek-{name}-{locale[:2]}")
        assert_fits(page)

    log_in(live, case.town, page)
    seen("begin")
    main = page.get_by_role("main")
    main.get_by_role("link", name=words["log"], exact=True).click()
    expect(main.get_by_role("table")).to_contain_text("Persoon adviser")
    seen("log")
    main.get_by_role("link", name=words["asks"]).click()
    seen("vragen")
    part = main.locator("section").filter(has=page.get_by_role("heading", name=words["refused"], exact=True))
    part.get_by_role("table").get_by_role("link").first.click()
    main.get_by_label(words["answered"]).check()
    main.get_by_role("button", name=words["keep"]).click()
    expect(main).to_contain_text("Persoon supervisor")
    seen("regel")
    page.goto(f"{live.url}/verantwoording/logboek/steekproef/")
    seen("steekproef")
    page.goto(f"{live.url}/verantwoording/logboek/controle/")
    main.get_by_role("button", name=words["check"]).click()
    expect(main.get_by_role("status")).to_contain_text(words["fits"])
    seen("zegels")
    page.goto(f"{live.url}/verantwoording/logboek/uitvoeren/")
    main.get_by_role("button", name=words["file"]).click()
    seen("uitvoeren")
    for name, value in (("van", "2026-11-01"), ("tot", case.town.today.isoformat())):
        main.locator(f"input[name={name}]").fill(value)
    with page.expect_download() as download:
        main.get_by_role("button", name=words["file"]).click()
    assert download.value.suggested_filename.startswith("leeslogboek-2026-11-01-")


def test_every_page_of_supervision_is_for_everybody(live: Any, case: Case, page: Page) -> None:
    log_in(live, case.town, page)
    for where in (
        "",
        "logboek/",
        "logboek/vragen/",
        "logboek/steekproef/",
        "logboek/controle/",
        "logboek/uitvoeren/",
    ):
        page.goto(f"{live.url}/verantwoording/{where}")
        assert_accessible(page)
