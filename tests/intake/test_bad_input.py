"""Whatever is sent: an answer that helps, the other words kept, and nothing that identifies in a log."""

import logging
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils.html import escape

from tests.intake.sending import STORY, TOKEN, signals_of
from tests.tenants.town import Town

FORM = "application/x-www-form-urlencoded"
NASTY = {
    "empty": "",
    "control": "zestien\x07 matrassen \x1b[31m",
    "nul": "zestien\x00matrassen",
    "emoji": "😀 zestien 👩‍👩‍👧 matrassen",
    "right to left": "ستة عشر مرتبة ‮ 16",
    "sql": "'; DROP TABLE ledger_event; --",
    "html": "</textarea><script>alert(1)</script>",
    "no such day": "op 30-02-2026",
    "too long": "a" * 20_000,
    "bsn": "nummer 111222333",
}


@pytest.mark.parametrize("kind", NASTY)
@pytest.mark.parametrize(
    "field", ["happened", "when", "name", "persons-0-name", "addresses-0-note", "thinks"]
)
def test_nothing_else_is_lost_whatever_stands_in_one_field(
    client: Client, village: Town, kind: str, field: str
) -> None:
    told = {"token": TOKEN, "happened": STORY, "where": "Kanariekade", "named": "yes", "name": "Johanna"}
    answer = client.post("/melden/woerden/", {**told, field: NASTY[kind]})
    page = answer.content.decode()
    assert answer.status_code in (200, 422)
    assert "<script>alert" not in page
    if answer.status_code == 422:
        assert "Kanariekade" in page
        assert "baken-error-summary" in page
        assert f'id="id_{field}_error"' in page or kind == "empty"
        assert signals_of(village.woerden) == []
    else:
        assert len(signals_of(village.woerden)) == 1


@pytest.mark.parametrize("kind", ["control", "nul"])
def test_after_an_invisible_character_one_more_click_is_enough(
    client: Client, village: Town, kind: str
) -> None:
    page = client.post("/melden/woerden/", {"token": TOKEN, "happened": NASTY[kind]}).content.decode()
    assert "niet kunt zien" in page
    mended = "".join(sign for sign in NASTY[kind] if sign.isprintable())
    assert escape(mended) in page
    assert client.post("/melden/woerden/", {"token": TOKEN, "happened": mended}).status_code == 200


def test_ten_megabytes_are_turned_away_with_a_sentence(client: Client, village: Town) -> None:
    body = urlencode({"happened": "x" * 10_000_000})
    answer = client.post("/melden/woerden/", body, content_type=FORM)
    assert answer.status_code == 413
    assert "tel:112" in answer.content.decode()


def test_bytes_that_are_no_text_are_turned_away_with_a_sentence(client: Client, village: Town) -> None:
    answer = client.post("/melden/woerden/", b"happened=%ff%fe%c3", content_type=FORM)
    assert answer.status_code == 400
    assert "tel:112" in answer.content.decode()


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data", ""])
def test_another_kind_of_body_is_just_an_empty_form(client: Client, village: Town, content_type: str) -> None:
    answer = client.post("/melden/woerden/", b'{"happened": ["x"]}', content_type=content_type)
    assert answer.status_code in (400, 422)
    assert signals_of(village.woerden) == []


@pytest.mark.parametrize("verb", ["put", "delete", "patch"])
def test_other_verbs_are_refused(client: Client, village: Town, verb: str) -> None:
    assert getattr(client, verb)("/melden/woerden/").status_code == 405


def test_more_fields_than_any_form_has_are_refused(client: Client, village: Town) -> None:
    assert client.post("/melden/woerden/", {f"x{at}": "y" for at in range(1000)}).status_code == 400


def test_nothing_of_a_report_is_in_any_log(
    client: Client, village: Town, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    marked = {
        "REMOTE_ADDR": "203.0.113.77",
        "HTTP_X_FORWARDED_FOR": "203.0.113.78",
        "HTTP_USER_AGENT": "Kanarie/1",
    }
    with caplog.at_level(logging.DEBUG):
        for changes in (
            {},
            {"happened": ""},
            {"when": "30-2-2026"},
            {"add": "persons"},
            {"happened": "a" * 20_000},
        ):
            told = {
                "token": TOKEN,
                "happened": "kanarie zingt",
                "named": "yes",
                "name": "Johanna Kanarie",
                **changes,
            }
            client.post("/melden/woerden/", told, **marked)  # type: ignore[arg-type]
        client.get("/melden/nergens-kanarie/", **marked)  # type: ignore[arg-type]
    written = "".join(record.getMessage() for record in caplog.records if record.name.startswith("baken"))
    written += "".join(capfd.readouterr())
    for secret in ("kanarie", "Kanarie", "203.0.113", TOKEN):
        assert secret not in written
