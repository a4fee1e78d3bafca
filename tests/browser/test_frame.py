"""The frame of every page in a real browser (R10, R11, R23; WCAG 2.2 AA)."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import assert_accessible, assert_fits, look

PAGES = ["/", "/privacy/", "/deze-pagina-is-er-niet/", "/stijl/", "/stijl/formulier/", "/stijl/vraag/"]


@pytest.fixture(autouse=True)
def with_style_pages(settings):
    """Serve the pages that show every part, which Baken itself does not have."""
    settings.ROOT_URLCONF = "tests.web.style"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": ["tests/web/templates"]}]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_accessible_and_fits_on_desk_and_telephone(live, page, address):
    page.goto(live.url + address)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert_accessible(page)
        assert_fits(page)
        look(page, f"nl{address.replace('/', '_')}")


@pytest.mark.parametrize("address", PAGES[:3])
def test_the_english_page_is_accessible_and_fits_too(live, visitor, address):
    page = visitor(width=320, locale="en-GB")
    page.goto(live.url + address)
    assert_accessible(page)
    assert_fits(page)
    look(page, f"en{address.replace('/', '_')}")


def test_a_form_with_errors_is_accessible_and_each_error_leads_to_its_input(live, page):
    page.goto(f"{live.url}/stijl/formulier/")
    page.get_by_role("button", name="Versturen").click()
    assert_accessible(page)
    look(page, "form-with-errors")
    expect(page).to_have_title("Fout: Signaal doorgeven – Baken")
    page.get_by_role("link", name="Schrijf op wat er gebeurd is. Eén zin is genoeg.").click()
    expect(page.get_by_label("Wat is er gebeurd?")).to_be_focused()
    page.get_by_role("link", name="Kies of u uw naam geeft.").click()
    expect(page.get_by_label("Ja, ik geef mijn naam")).to_be_focused()


def test_a_form_works_without_javascript(live, nojs):
    nojs.goto(f"{live.url}/stijl/formulier/")
    nojs.get_by_label("Waar was het?").fill("Een schuur")
    nojs.get_by_role("button", name="Versturen").click()
    expect(nojs.get_by_label("Waar was het?")).to_have_value("Een schuur")
    expect(nojs.get_by_role("heading", name="Kijk nog 2 dingen na")).to_be_visible()


def test_the_language_is_chosen_without_javascript_and_stays(live, nojs):
    nojs.goto(f"{live.url}/privacy/")
    nojs.get_by_role("button", name="English").click()
    expect(nojs).to_have_url(f"{live.url}/privacy/")
    expect(nojs.get_by_role("heading", level=1)).to_have_text("What we keep and what we do not")
    nojs.goto(f"{live.url}/")
    expect(nojs.locator("html")).to_have_attribute("lang", "en")


def test_the_keyboard_meets_the_skip_link_first_and_then_the_way_out(live, page: Page):
    page.goto(f"{live.url}/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Verlaat deze pagina")).to_be_focused()


def test_the_front_door_leaves_no_cookie(live, page):
    page.goto(f"{live.url}/")
    page.goto(f"{live.url}/privacy/")
    assert page.context.cookies() == []


def test_the_page_can_be_zoomed_to_twice_its_size(live, visitor):
    window = visitor(width=640, height=450, device_scale_factor=2)
    window.goto(f"{live.url}/stijl/")
    assert_fits(window)


def test_going_back_after_a_refusal_still_shows_what_was_typed(live, page):
    page.goto(f"{live.url}/stijl/formulier/")
    page.context.clear_cookies()
    page.get_by_label("Wat is er gebeurd?").fill("Zestien matrassen")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het formulier is verlopen")
    page.go_back()
    expect(page.get_by_label("Wat is er gebeurd?")).to_have_value("Zestien matrassen")
