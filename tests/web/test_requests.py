"""What is too large or is no text is turned away with a clear page, and nothing of it is logged."""

import logging
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.web.plain import is_text

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


def test_a_body_of_ten_megabytes_gets_a_page_that_says_so(visitor):
    answer = visitor.post("/taal/", data=b"what=" + b"a" * 10_000_000, content_type=FORM)
    assert answer.status_code == 413
    assert "te veel in één keer" in answer.content.decode()
    assert "terugknop" in answer.content.decode()


@pytest.mark.parametrize(("size", "status"), [(1_000_000, 302), (1_000_001, 413), (1_048_576, 413)])
def test_there_is_one_limit_and_it_says_so(visitor, size, status):
    body = b"next=/&x=" + b"a" * (size - 9)
    assert visitor.post("/taal/", data=body, content_type=FORM).status_code == status


@pytest.mark.parametrize("body", ["next=%ff%fe", "next=%C3%28", "next=a%00b", "next=%1B[2J", "ne%07xt=a"])
def test_a_form_that_is_no_text_gets_a_page_that_says_so(visitor, body):
    answer = visitor.post("/taal/", data=body, content_type=FORM)
    assert answer.status_code == 400
    assert "geen gewone tekst" in answer.content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "Zoë 🧳 ging weg",
        "مرحبا",
        "\u202eomgekeerd",
        "'; DROP TABLE x; --",
        "<script>alert(1)</script>",
        "a\tb\r\nc\x0bd",
    ],
)
def test_emoji_other_scripts_and_code_are_ordinary_text(visitor, words):
    assert visitor.post("/taal/", data=f"next=/&x={quote(words)}", content_type=FORM).status_code == 302


def test_control_characters_in_an_address_or_a_question_are_refused(visitor):
    assert visitor.get("/%00/").status_code == 400
    assert visitor.get("/?q=%00").status_code == 400
    assert visitor.get("/?q=%ff").status_code == 400


def test_a_length_that_is_no_number_is_refused(visitor):
    assert visitor.generic("POST", "/taal/", b"", CONTENT_LENGTH="veel").status_code == 400


def test_nothing_of_a_refused_request_is_logged(visitor, caplog):
    with caplog.at_level(logging.DEBUG, logger="baken"):
        visitor.post(
            "/taal/?q=marked-in-query",
            data="next=marked-in-body%00",
            content_type=FORM,
            HTTP_USER_AGENT="marked-agent",
            REMOTE_ADDR="192.0.2.77",
        )
    assert "marked" not in caplog.text
    assert "192.0.2.77" not in caplog.text


@given(st.text())
def test_any_text_without_control_characters_is_text(words):
    clean = "".join(
        sign for sign in words if sign in "\t\n\v\f\r" or not (ord(sign) < 32 or ord(sign) == 127)
    )
    assert is_text(clean.encode("utf-8", "ignore"))


@given(st.binary(), st.sampled_from([b"\xff", b"\x00", b"\x1b", b"\x7f"]))
def test_no_bytes_with_such_a_sign_among_them_are_text(before, sign):
    assert not is_text(before + sign)
