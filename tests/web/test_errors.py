"""An error says what, why and what to do, also when everything else is broken."""

import logging

import pytest
from django.test import Client, RequestFactory

from baken.web import errors

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "status"),
    [
        (errors.bad_request, 400),
        (errors.forbidden, 403),
        (errors.not_found, 404),
        (errors.wrong_method, 405),
        (errors.too_large, 413),
        (errors.broken, 500),
        (errors.busy, 503),
    ],
)
def test_each_error_says_what_why_and_what_to_do_and_names_112(
    make, status, style_pages, django_assert_num_queries
):
    with django_assert_num_queries(0):
        answer = make()
    words = answer.content.decode()
    assert answer.status_code == status
    assert "Wat kunt u doen?" in words
    assert "tel:112" in words
    assert 'lang="nl"' in words


def test_a_broken_page_shows_and_logs_nothing_of_what_was_sent(visitor, style_pages, capfd):
    answer = visitor.post("/stijl/stuk/", {"what": "marked-in-body"}, HTTP_USER_AGENT="marked-agent")
    assert answer.status_code == 500
    assert "Er ging bij ons iets mis" in answer.content.decode()
    assert "secret" not in answer.content.decode()
    told = "".join(capfd.readouterr())
    assert "marked" not in told
    assert "a secret" not in told


def test_an_error_page_needs_no_database(monkeypatch, visitor, style_pages, settings):
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if "tenancy" not in name]
    from django.db import connection

    with connection.execute_wrapper(_no_database):
        assert visitor.get("/stijl/stuk/").status_code == 500
        assert "beginpagina" in visitor.get("/weg/").content.decode()


def _no_database(execute, sql, params, many, context):
    raise AssertionError("the page asked the database")


def test_a_page_whose_frame_is_broken_still_says_what_to_do(monkeypatch, caplog):
    def fails(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(errors, "render_to_string", fails)
    with caplog.at_level(logging.CRITICAL):
        answer = errors.broken()
    assert answer.status_code == 500
    assert "Er ging bij ons iets mis" in answer.content.decode()
    assert "112" in answer.content.decode()


def test_a_form_without_its_token_is_refused_with_what_to_do(style_pages):
    answer = Client(enforce_csrf_checks=True).post("/stijl/formulier/", {"what": "x"})
    assert answer.status_code == 403
    assert "formulier is verlopen" in answer.content.decode()


def send(origin: str | None, site: str | None) -> int:
    client = Client(enforce_csrf_checks=True)
    token = client.get("/stijl/formulier/").context["csrf_token"]
    more = {
        name: value for name, value in {"HTTP_ORIGIN": origin, "HTTP_SEC_FETCH_SITE": site}.items() if value
    }
    return client.post(
        "/stijl/formulier/", {"csrfmiddlewaretoken": str(token), "name": "no"}, **more
    ).status_code


def test_our_own_form_passes_although_the_browser_hides_where_it_came_from(style_pages):
    assert send("null", "same-origin") == 200
    assert send("null", None) == 200
    assert send("http://testserver", None) == 200


def test_a_form_of_another_site_is_refused_also_with_the_right_token(style_pages):
    assert send("null", "cross-site") == 403
    assert send("null", "same-site") == 403
    assert send("https://elders.example", None) == 403


@pytest.mark.parametrize(("site", "shown"), [("same-origin", True), ("cross-site", False), ("", False)])
def test_a_form_that_expired_gives_back_what_was_typed_on_a_page_of_ours(
    rf: RequestFactory, site: str, shown: bool
) -> None:
    given = {"reason": "Hij woont er <nog>."}
    answer = errors.csrf(rf.post("/", given, headers={"Sec-Fetch-Site": site}))
    assert answer.status_code == 403
    assert ("Hij woont er &lt;nog&gt;." in answer.content.decode()) is shown
