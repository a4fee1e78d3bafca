"""Every answer carries the closed headers, whatever it is (R10)."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from baken.web.middleware import HeadersMiddleware
from tests.web.addresses import addresses

pytestmark = pytest.mark.django_db


def assert_closed(answer, address):
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy, address
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    assert "form-action 'self'" in policy
    assert "unsafe" not in policy
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in answer["Permissions-Policy"]
    assert "Server" not in answer
    assert "Access-Control-Allow-Origin" not in answer
    assert "X-Powered-By" not in answer


def test_every_address_answers_with_closed_headers_and_is_never_kept(visitor):
    asked = list(addresses())
    assert "/" in asked
    assert len(asked) > 3
    for address in asked:
        for answer in (visitor.get(address), visitor.post(address), visitor.put(address)):
            assert_closed(answer, address)
            assert answer["Cache-Control"] == "no-store", address
            assert ("X-Robots-Tag" in answer) == (address != "/"), address


def test_an_unknown_page_a_broken_page_and_a_refused_one_carry_them_too(visitor, style_pages):
    for address, status in (("/weg/", 404), ("/stijl/stuk/", 500), ("/%00/", 400), ("/taal/", 405)):
        answer = visitor.get(address)
        assert answer.status_code == status
        assert_closed(answer, address)


def test_a_redirect_carries_them_too(visitor):
    answer = visitor.post("/taal/", {"language": "en", "next": "/privacy/"})
    assert answer.status_code == 302
    assert_closed(answer, "/taal/")


def test_a_static_file_carries_them_and_may_be_kept(visitor):
    answer = visitor.get("/static/css/baken.css")
    assert answer.status_code == 200
    assert_closed(answer, "/static/css/baken.css")
    assert "no-store" not in answer["Cache-Control"]


def test_a_missing_static_file_may_not_be_kept(visitor):
    answer = visitor.get("/static/css/weg.css")
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"


def test_a_page_cannot_weaken_its_headers():
    def careless(request):
        return HttpResponse(headers={"Content-Security-Policy": "default-src *", "Cache-Control": "public"})

    answer = HeadersMiddleware(careless)(RequestFactory().get("/werk/"))
    assert_closed(answer, "/werk/")
    assert answer["Cache-Control"] == "no-store"


def test_strict_transport_is_told_over_https_alone():
    middleware = HeadersMiddleware(lambda request: HttpResponse())
    assert "Strict-Transport-Security" in middleware(RequestFactory().get("/", secure=True))
    assert "Strict-Transport-Security" not in middleware(RequestFactory().get("/"))
