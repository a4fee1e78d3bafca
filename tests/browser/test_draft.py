"""Drafting a policy in a real browser: in both languages, wide and narrow, and without JavaScript."""

from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

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
                "inlezen/",
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


def test_a_draft_is_started_changed_by_form_broken_and_mended_without_javascript(
    live: Any, nojs: Page, desk: Desk
) -> None:
    """The whole path of an adviser who is no programmer, and of one who likes text."""
    enter(nojs, desk, live.url)
    nojs.goto(f"{live.url}/beleid/ontwerpen/")
    nojs.get_by_role("link", name="Nieuw ontwerp").click()
    nojs.get_by_label("Vanaf welke dag moet dit beleid gelden?").fill("2027-03-01")
    nojs.get_by_role("button", name="Ontwerp beginnen").click()
    expect(nojs.get_by_role("status")).to_contain_text("Het ontwerp staat klaar.")
    expect(nojs.locator("main")).to_contain_text("Er staan geen fouten in")

    # by form: who must be told
    nojs.get_by_role("link", name="Wie moet het weten", exact=True).click()
    nojs.locator("#youth_work").get_by_role("link", name="Wijzigen").click()
    nojs.get_by_label("Het moet").check()
    nojs.locator("summary", has_text="Leeftijd").click()
    nojs.get_by_label("jonger dan 18 jaar").check()
    nojs.get_by_role("button", name="Bewaren in het ontwerp").click()
    expect(nojs.get_by_role("status")).to_contain_text("Bewaard in het ontwerp.")
    expect(nojs.locator("#youth_work")).to_contain_text("Moet. Als er jongeren worden geronseld")
    expect(nojs.locator("#youth_work")).to_contain_text("jonger dan 18")

    # as text
    nojs.get_by_role("link", name="Dit als tekst wijzigen").click()
    area = nojs.get_by_label("Tekst van het bestand")
    text = area.input_value()
    assert "when: {related: {includes: youth_recruitment}, age: minor}\n    strength: required" in text
    area.fill(text.replace("to: youth_work", "to: youth_wrok"))
    nojs.get_by_role("button", name="Bewaren").click()
    expect(nojs.get_by_role("status")).to_contain_text("staat nog 1 fout")
    line = text.splitlines().index("    to: youth_work") + 1
    nojs.get_by_role("link", name=f"Regel {line}").click()
    expect(nojs.locator(f"#regel-{line}")).to_be_in_viewport()
    expect(nojs.locator(".draft-code__line--wrong")).to_have_text(str(line))
    look(nojs, "draft-path-broken")

    # and mended
    area = nojs.get_by_label("Tekst van het bestand")
    area.fill(text)
    nojs.get_by_role("button", name="Bewaren").click()
    expect(nojs.get_by_role("status")).to_contain_text("geen fouten")
    nojs.get_by_role("link", name="Terug naar het ontwerp").click()
    expect(nojs.locator("main")).to_contain_text("Er staan geen fouten in")


def test_line_numbers_stand_beside_their_lines(live: Any, page: Page, desk: Desk) -> None:
    """Without scripts, the numbers and the text keep one rhythm to the last line."""
    enter(page, desk, live.url)
    page.goto(live.url + desk.url("bestand/route.yaml/"))
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        area, first, last = (
            page.locator(one).bounding_box()
            for one in (".draft-code__text", ".draft-code__line >> nth=0", ".draft-code__line >> nth=-1")
        )
        assert area is not None
        assert first is not None
        assert last is not None
        height = page.locator(".draft-code__text").evaluate(
            "one => parseFloat(getComputedStyle(one).lineHeight)"
        )
        rows = int(page.locator(".draft-code__text").get_attribute("rows") or 0)
        assert abs(first["height"] - height) < 0.1
        assert abs((last["y"] - first["y"]) - (rows - 1) * height) < 1
        assert page.locator(".draft-code__text").evaluate("one => one.scrollHeight - one.clientHeight") <= 1


def test_two_editors_see_both_texts(live: Any, page: Page, desk: Desk) -> None:
    """The second one reads what the first changed, and finds the own text back."""
    enter(page, desk, live.url)
    page.goto(live.url + desk.url("bestand/texts.yaml/"))
    area = page.get_by_label("Tekst van het bestand")
    text = area.input_value()
    desk.save("texts.yaml", text.replace("Ga na of", "Kijk of"))
    area.fill(text.replace("Ga na of", "Onderzoek eerst of"))
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("main")).to_contain_text("Iemand anders heeft dit bestand intussen gewijzigd")
    expect(page.locator(".draft-difference").first).to_contain_text("Kijk of")
    expect(page.get_by_label("Tekst van het bestand")).to_have_value(
        text.replace("Ga na of", "Onderzoek eerst of")
    )
    assert_accessible(page)
    look(page, "draft-both")
    page.set_viewport_size(NARROW)
    assert_fits(page)
    look(page, "draft-both")
