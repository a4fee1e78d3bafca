"""The front door: 112 first, two doors, where else one can go; the language; the promise about data (R11)."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pages(style_pages):
    """The frame alone, whatever the rooms are doing."""


def test_the_emergency_number_comes_before_the_doors(visitor):
    page = visitor.get("/").content.decode()
    main = page[page.index("<main") :]
    assert main.index("tel:112") < main.index('href="/melden/"') < main.index('href="/inloggen/"')


def test_it_says_where_else_one_can_go_and_when(visitor):
    page = visitor.get("/").content.decode()
    for number in ("09008844", "08002000", "08005151", "08007000"):
        assert f'href="tel:{number}"' in page


def test_the_front_door_and_the_promise_set_no_cookie_and_open_no_session(visitor):
    for address in ("/", "/privacy/"):
        answer = visitor.get(address)
        assert not answer.cookies
        assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_the_way_out_leads_elsewhere_and_tells_nothing(visitor):
    page = visitor.get("/").content.decode()
    link = next(piece for piece in page.split("<a ") if "Verlaat deze pagina" in piece)
    assert 'rel="noreferrer noopener nofollow"' in link
    assert 'referrerpolicy="no-referrer"' in link


def test_the_language_follows_the_browser_until_one_is_chosen(visitor):
    assert "Log in" in visitor.get("/", HTTP_ACCEPT_LANGUAGE="en-GB").content.decode()
    visitor.post("/taal/", {"language": "nl", "next": "/"})
    assert "Inloggen" in visitor.get("/", HTTP_ACCEPT_LANGUAGE="en-GB").content.decode()


def test_the_chosen_language_is_forgotten_when_the_browser_closes(visitor):
    cookie = visitor.post("/taal/", {"language": "en", "next": "/"}).cookies["taal"]
    assert cookie["max-age"] == ""
    assert cookie["expires"] == ""
    assert cookie["httponly"]


def test_a_form_leaves_one_cookie_that_goes_when_the_browser_closes(visitor):
    cookies = visitor.get("/stijl/formulier/").cookies
    assert len(cookies) == 1
    (cookie,) = cookies.values()
    assert cookie["max-age"] == ""
    assert cookie["expires"] == ""


def test_an_unknown_language_changes_nothing(visitor):
    answer = visitor.post("/taal/", {"language": "xx", "next": "/privacy/"})
    assert answer["Location"] == "/privacy/"
    assert not answer.cookies


@pytest.mark.parametrize(
    "bad",
    [
        *(
            "https://elders.example/",
            "//elders.example",
            "/\\elders.example",
            "javascript:alert(1)",
            "",
            "\\\\x",
        ),
        *("http://[", "//[x", "/\t/elders.example", "elders"),
    ],
)
def test_after_choosing_a_language_nobody_is_sent_elsewhere(visitor, bad):
    assert visitor.post("/taal/", {"language": "en", "next": bad})["Location"] == "/"


def test_no_page_asks_another_host_for_anything(visitor):
    for address in ("/", "/privacy/", "/weg/", "/stijl/"):
        page = visitor.get(address).content.decode()
        for attribute in ("src=", 'rel="stylesheet" href='):
            for piece in page.split(attribute)[1:]:
                assert piece.startswith('"/static/')
        assert "<script" not in page
        assert " style=" not in page
        assert "<style" not in page


def test_the_demonstration_says_on_every_page_that_it_is_fictional(visitor, settings):
    assert "Fictief" not in visitor.get("/").content.decode()
    settings.BAKEN_DEMO = True
    for address in ("/", "/privacy/"):
        assert "Fictief" in visitor.get(address).content.decode()
    assert "Fictief" in visitor.get("/weg/").content.decode()
