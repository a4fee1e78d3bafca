"""Passkeys: only the right answer to the question of this session, and only two pages have a script (ADR 0021)."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory

from baken.account import passkeys
from baken.account.models import Passkey
from baken.web import allowing
from tests.account.conftest import password, with_app
from tests.tenants.town import Town
from tests.web.addresses import addresses

ROOT = Path(__file__).resolve().parents[2]
SCRIPTED = {"/inloggen/passkey/", "/account/passkey/"}


def options_on(page: str) -> dict[str, Any]:
    from html import unescape

    found: dict[str, Any] = json.loads(unescape(page.split('data-options="')[1].split('"')[0]))
    return found


def test_two_pages_allow_one_script_of_our_own_and_no_other_page_allows_any(
    client: Client, town: Town
) -> None:
    """The exception to `default-src 'none'`: for these answers alone, and never inline or from elsewhere."""
    allowed = set()
    client.raise_request_exception = False  # also a page that breaks has a policy
    for visitor in ("anonymous", "focal_point", "administrator"):
        town.visit(client, visitor)
        for address in addresses():
            policy = client.get(address)["Content-Security-Policy"]
            assert "unsafe" not in policy
            assert "connect-src" not in policy
            if "script-src" in policy:
                assert "; script-src 'self'" in policy
                allowed.add(address)
    assert allowed == SCRIPTED
    assert "script-src" not in allowing.policy_of(client.get("/inloggen/"))


def test_the_only_script_in_the_house_is_the_one_of_passkeys() -> None:
    scripts = [p for p in (ROOT / "src").rglob("*") if p.suffix in (".js", ".mjs", ".ts")]
    assert [p.name for p in scripts] == ["passkey.js"]
    words = scripts[0].read_text("utf-8")
    for never in ("innerHTML", "eval", "fetch", "XMLHttpRequest", "import", "http", "localStorage", "cookie"):
        assert never not in words, never
    pages = [p for p in (ROOT / "src").rglob("*.html") if "<script" in p.read_text("utf-8")]
    assert sorted(p.name for p in pages) == ["new_passkey.html", "with_passkey.html"]


def test_the_question_names_nobody_and_asks_to_unlock(client: Client, town: Town) -> None:
    """Who asks learns of no account: there is nothing to type, and nothing in the question."""
    options = options_on(client.get("/inloggen/passkey/").content.decode())
    assert options.get("allowCredentials", []) == []
    assert options["userVerification"] == "required"
    assert options["rpId"] == "testserver"


def test_a_new_passkey_is_discoverable_and_unlocked(client: Client, town: Town) -> None:
    password(client)
    options = options_on(client.get("/account/passkey/").content.decode())
    chosen = options["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")
    assert options["attestation"] == "none", "which device somebody has is not asked"


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "none",
        "[]",
        "null",
        "{",
        "{}",
        '{"rawId": 1}',
        '{"rawId": "AAAA", "response": {}}',
        "[" * 9000,
        "x" * 30_000,
    ],
)
def test_whatever_comes_back_lets_nobody_in_and_breaks_nothing(
    client: Client, town: Town, answer: str
) -> None:
    client.get("/inloggen/passkey/")
    assert client.post("/inloggen/passkey/", {"answer": answer}).status_code == 422
    assert client.get("/account/").status_code == 302
    password(client)
    client.get("/account/passkey/")
    assert client.post("/account/passkey/", {"answer": answer, "name": "x"}).status_code == 422
    assert Passkey.objects.count() == 0


def test_a_question_counts_once_and_for_five_minutes(town: Town, client: Client) -> None:
    request = RequestFactory().get("/")
    request.session = client.session
    here = passkeys.site(request)
    assert here is not None
    passkeys.to_ask(request, here, now=town.now)
    assert passkeys._asked(request, town.now)
    with pytest.raises(passkeys.NotAccepted):
        passkeys._asked(request, town.now)
    passkeys.to_ask(request, here, now=town.now.replace(year=2020))
    with pytest.raises(passkeys.NotAccepted):
        passkeys._asked(request, town.now)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost:8000", "localhost"),
        ("testserver", "testserver"),
        ("127.0.0.1:8000", None),
        ("[::1]:8000", None),
    ],
)
def test_a_site_that_is_reached_by_a_number_has_no_passkeys(host: str, name: str | None) -> None:
    here = passkeys.site(RequestFactory().get("/", HTTP_HOST=host))
    assert (here.name if here else None) == name


def test_by_a_number_the_page_says_what_to_do(client: Client, town: Town) -> None:
    page = client.get("/inloggen/passkey/", HTTP_HOST="127.0.0.1:8000").content.decode()
    assert "Open Baken bij zijn naam" in page


def test_the_last_second_factor_stays(client: Client, town: Town) -> None:
    """With a passkey beside it the app may go; after that the passkey may not."""
    person = town.people["focal_point"]
    with_app(person)
    made = Passkey.objects.create(
        person_id=person.id, credential=b"c", public_key=b"k", uses=0, name="Sleutel", made_at=town.now
    )
    town.visit(client, "focal_point")
    assert "Sleutel" in client.get(f"/account/weghalen/?wat={made.id}").content.decode()
    client.post("/account/weghalen/?wat=app")
    client.post(f"/account/weghalen/?wat={made.id}")
    assert "alleen een wachtwoord" in client.get("/account/").content.decode()
    assert Passkey.objects.filter(id=made.id).exists()


def test_nobody_takes_away_somebody_elses_passkey(client: Client, town: Town) -> None:
    made = Passkey.objects.create(
        person_id=town.people["lead"].id, credential=b"c", public_key=b"k", uses=0, name="x", made_at=town.now
    )
    town.visit(client, "focal_point")
    for which in (made.id, "rommel"):
        assert client.post(f"/account/weghalen/?wat={which}").status_code == 404
    assert Passkey.objects.count() == 1


def test_whoever_has_only_a_passkey_proves_it_with_that_and_not_with_less(client: Client, town: Town) -> None:
    person = town.people["focal_point"]
    Passkey.objects.create(
        person_id=person.id, credential=b"c", public_key=b"k", uses=0, name="x", made_at=town.now
    )
    town.visit(client, "focal_point")
    page = client.get("/account/bevestigen/").content.decode()
    assert 'name="password"' not in page
    assert 'href="/inloggen/passkey/' in page
