"""A page's content policy is closed, and a view opens it for its own answer alone."""

import pytest
from django.http import HttpResponse

from baken.web.allowing import allow, policy_of

CLOSED = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def test_a_page_that_asks_nothing_may_do_nothing() -> None:
    assert policy_of(HttpResponse()) == CLOSED


def test_what_one_answer_may_do_more_stands_in_its_own_policy_alone() -> None:
    answer = HttpResponse()
    allow(answer, "form-action", "https://login.example.nl", "https://login.example.nl")
    allow(answer, "script-src", "'self'")
    assert policy_of(answer) == CLOSED.replace(
        "form-action 'self'", "form-action 'self' https://login.example.nl"
    ) + ("; script-src 'self'")
    assert policy_of(HttpResponse()) == CLOSED


@pytest.mark.parametrize(
    "source",
    ["*", "https:", "'unsafe-inline'", "https://*.example.nl", "https://a.nl; script-src *", "data:", ""],
)
def test_nothing_unsafe_can_be_allowed(source: str) -> None:
    with pytest.raises(ValueError):
        allow(HttpResponse(), "script-src", source)
