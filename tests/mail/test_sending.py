"""A mail says that there is something, and never what, whom or where from (V29, R14)."""

import socket

import pytest

from baken.mail import sending
from baken.mail.sending import BadSettings
from tests.mail.conftest import Postbox


def test_a_mail_holds_fixed_words_and_nothing_of_this_machine(postbox: Postbox) -> None:
    sending.send("melder@thuis.example", sending.REPORTER)
    [(sender, to, mail)] = postbox.mails
    assert (sender, to) == ("bericht@voorbeeld.example", ["melder@thuis.example"])
    assert mail["Auto-Submitted"] == "auto-generated"
    whole = mail.as_string()
    assert socket.gethostname() not in whole
    for word in ("mensenhandel", "trafficking", "signaal", "Baken", "gemeente", "http"):
        assert word.lower() not in whole.lower()


@pytest.mark.parametrize("words", [sending.REPORTER, sending.STAFF])
def test_no_mail_names_the_work_the_product_or_an_address_of_a_page(words: tuple[str, str]) -> None:
    for text in words:
        for word in ("mensenhandel", "trafficking", "signa", "baken", "http", "://", "melder"):
            assert word not in text.lower()


@pytest.mark.parametrize(
    ("url", "tls"),
    [
        ("smtp://mail.example", "later"),
        ("smtps://u:p%40s@mail.example", "first"),
        ("smtp://127.0.0.1:25", ""),
    ],
)
def test_mail_leaves_this_machine_with_tls_only(url: str, tls: str) -> None:
    assert sending.server(url).tls == tls


@pytest.mark.parametrize("url", ["", "mail.example", "http://mail.example", "smtp://", "smtp://host:port"])
def test_what_is_no_mail_server_is_refused_with_how_it_is_written(url: str) -> None:
    with pytest.raises(BadSettings, match="Write it like"):
        sending.server(url)


@pytest.mark.parametrize("text", ["", "Bericht", "a@b.example\nBcc: x@y.example"])
def test_what_is_no_sender_is_refused(text: str) -> None:
    with pytest.raises(BadSettings, match="Write it like"):
        sending.sender(text)


def test_a_password_is_in_no_text_about_the_server() -> None:
    found = sending.server("smtps://u:geheim%40@mail.example")
    assert found.password == "geheim@"
    assert "geheim" not in repr(found)
