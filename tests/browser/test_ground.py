"""What is asked before a signal is shared, in a real browser: for what, professional secrecy, police, a minor."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from baken.tenancy.scope import scope
from tests.browser.looking import assert_accessible, assert_fits, look
from tests.browser.test_work import NARROW, WIDE, enter
from tests.route.case import Case, begin

PAGES = ("", "politie/", "beroepsgeheim/", "overleg/", "bron/", "overdragen/care_coordinator/")


@pytest.fixture
def case(live: Any) -> Case:
    """A signal of somebody in care about somebody who may be a minor."""
    return begin(work="care", claims={"exploitation": ("labour",), "age": ("minor",)})


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_that_asks_for_care_is_accessible_and_fits(
    live: Any, page: Page, case: Case, language: str
) -> None:
    enter(page, case, live.url, language)
    for path in ("ontvangen/", *PAGES):
        if path == "":
            case.receive()
        for size in (WIDE, NARROW):
            page.set_viewport_size(size)
            page.goto(live.url + case.url(path))
            assert_accessible(page)
            assert_fits(page)
            look(page, f"ground-{language}-{path.strip('/').replace('/', '-') or 'signaal'}")


def test_a_signal_from_care_is_received_weighed_and_discussed_without_javascript(
    live: Any, nojs: Page, case: Case
) -> None:
    """V1, V4, V5: choose for what, be stopped with police data, weigh, and only then share."""
    enter(nojs, case, live.url)
    nojs.goto(live.url + case.url("ontvangen/"))
    nojs.get_by_label("Kinderen en jongeren beschermen").check()
    nojs.get_by_role("button", name="In ontvangst nemen").click()
    expect(nojs.locator("#verslag")).to_contain_text("Kinderen en jongeren beschermen")
    expect(nojs.locator("#nu")).to_contain_text("Weeg af of u mag delen")
    nojs.goto(live.url + case.url("feiten/spoed/"))
    nojs.get_by_label("niet acuut").check()
    nojs.get_by_label("Waarom stelt u dit vast?").fill("De wijkagent kent hem.")
    nojs.locator("input[name=police][value=yes]").check()
    nojs.get_by_role("button", name="Vaststellen").click()
    expect(nojs.get_by_label("Waarom stelt u dit vast?")).to_have_value("De wijkagent kent hem.")
    look(nojs, "ground-politie-geweigerd")
    nojs.get_by_role("link", name="Leg vast dat u met de politie sprak").click()
    nojs.locator("input[name=on]").fill("2026-11-03")
    nojs.get_by_label("Wijkagent").check()
    nojs.get_by_role("button", name="Vastleggen").click()
    expect(nojs.locator("#tijdlijn")).to_contain_text(
        "Besproken met de politie op 3 november 2026 (wijkagent)"
    )
    nojs.get_by_role("link", name="Beroepsgeheim afwegen").first.click()
    nojs.get_by_label("Er is toestemming").check()
    nojs.get_by_label("Hoe hebt u dat afgewogen?").fill("Zij stemde toe, met haar voogd.")
    nojs.get_by_role("button", name="Vastleggen").click()
    expect(nojs.locator("#tijdlijn")).to_contain_text("Beroepsgeheim afgewogen: er is toestemming")
    with scope(case.town.woerden.id):
        assert case.file().state.secrecy == "consent"
