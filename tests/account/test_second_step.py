"""A password is not enough: the second step, its enrolment, and codes that count once (R8)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pyotp
import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from baken.account import app, factors, recovery
from baken.account.models import App, Change, Session
from baken.tenancy import sessions
from tests.account.conftest import SECRET, WHO, code, codes_on, password, with_app
from tests.tenants.town import Town

ENROL, SECOND = "/inloggen/instellen/", "/inloggen/tweede-stap/"


def logged_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def secret_on(page: str) -> str:
    return page.split('class="baken-code">')[1].split("<")[0].replace(" ", "")


def test_who_has_no_second_factor_is_led_to_it_and_can_do_nothing_else(client: Client, town: Town) -> None:
    assert password(client)["Location"] == ENROL
    assert client.get(ENROL).status_code == 200
    for elsewhere in ("/werk/", "/account/", "/organisatie/", "/kluis/", "/account/herstelcodes/"):
        answer = client.get(elsewhere)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/inloggen/"), elsewhere
    assert client.get(SECOND).status_code == 200  # says what can be done, and gives nothing
    assert not Session.objects.filter(person_id__isnull=False).exists()


def test_setting_up_an_app_logs_in_and_shows_ten_codes_once(client: Client, town: Town) -> None:
    password(client, next="/werk/")
    secret = secret_on(client.get("/account/app/").content.decode())
    wrong = client.post("/account/app/", {"code": "000000"})
    assert wrong.status_code == 422
    assert secret_on(wrong.content.decode()) == secret, "who mistypes need not scan again"
    assert not logged_in(client)
    done = client.post("/account/app/", {"code": pyotp.TOTP(secret).now()})
    codes = codes_on(done.content.decode())
    assert (done.status_code, len(set(codes))) == (200, 10)
    assert 'href="/werk/"' in done.content.decode()
    assert logged_in(client)
    assert client.session[sessions.FACTOR] == "password+totp"
    assert codes_on(client.get("/account/").content.decode()) == []
    assert {row.kind for row in Change.objects.all()} == {"app_added", "codes_made"}


def test_the_app_lets_in_after_the_password_and_not_without(client: Client, town: Town) -> None:
    with_app(town.people["focal_point"])
    assert client.post(SECOND, {"code": code()})["Location"].startswith("/inloggen/")
    assert password(client, next="/kluis/")["Location"] == SECOND
    assert not logged_in(client)
    answer = client.post(SECOND, {"code": code()})
    assert (answer.status_code, answer["Location"]) == (303, "/kluis/")
    assert logged_in(client)


def test_a_code_counts_once_in_whatever_process_it_was_taken(town: Town) -> None:
    """What was taken is in the database, which all web processes share."""
    person, now = town.people["focal_point"], datetime.now(UTC)
    with_app(person)
    assert app.accept(person.id, code(now), now=now)
    assert not app.accept(person.id, code(now), now=now)
    assert not app.accept(person.id, code(now, off=-1), now=now), "an older one neither"
    assert app.accept(person.id, code(now, off=1), now=now)


def test_the_code_that_set_up_the_app_does_not_let_in_as_well(town: Town) -> None:
    person, now = town.people["focal_point"], datetime.now(UTC)
    assert app.install(person.id, SECRET, code(now), now=now)
    assert not app.accept(person.id, code(now), now=now)


@pytest.mark.parametrize("off", [-3, -2, 2, 3])
def test_a_clock_may_be_half_a_minute_off_and_no_more(town: Town, off: int) -> None:
    person, now = town.people["focal_point"], datetime.now(UTC)
    with_app(person)
    assert not app.accept(person.id, code(now, off=off), now=now)
    assert app.accept(person.id, code(now, off=off // abs(off)), now=now)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_code_or_is_not(typed: str) -> None:
    step = app._step(SECRET, typed, datetime(2026, 3, 1, tzinfo=UTC))
    assert step is None or "".join(typed.split()).isascii()


def test_a_recovery_code_lets_in_once_and_is_told(client: Client, town: Town) -> None:
    person = town.people["focal_point"]
    with_app(person)
    first, second = recovery.make(person.id)[:2]
    password(client)
    answer = client.post("/inloggen/herstelcode/", {"code": f" {first.lower()} "})
    assert (answer.status_code, answer["Location"]) == (303, "/account/")
    assert "herstelcode" in client.get("/account/").content.decode()
    client.post("/uitloggen/")
    password(client)
    assert client.post("/inloggen/herstelcode/", {"code": first}).status_code == 422
    assert client.post("/inloggen/herstelcode/", {"code": second}).status_code == 303
    assert factors.of(person.id).codes == 8


def test_new_recovery_codes_end_the_old_ones(town: Town) -> None:
    person = town.people["focal_point"]
    old = recovery.make(person.id)
    new = recovery.make(person.id)
    assert not recovery.accept(person.id, old[0])
    assert not recovery.accept(town.people["lead"].id, new[0])
    assert recovery.accept(person.id, new[0])


def test_wrong_codes_are_slowed_as_one_however_they_are_tried(client: Client, town: Town) -> None:
    """Also where the password is given anew in between: guessing goes on where it was."""
    person = town.people["focal_point"]
    with_app(person)
    (good, *_) = recovery.make(person.id)
    password(client)
    for _ in range(3):
        assert client.post(SECOND, {"code": "000000"}).status_code == 422
    password(client)
    for _ in range(2):
        assert client.post("/inloggen/herstelcode/", {"code": "0000-0000-0000"}).status_code == 422
    for path, right in ((SECOND, code()), ("/inloggen/herstelcode/", good)):
        slowed = client.post(path, {"code": right})
        assert slowed.status_code == 429
        assert "Wacht" in slowed.content.decode()
    assert not logged_in(client)


def test_many_wrong_codes_are_told_to_the_person(client: Client, town: Town, monkeypatch: Any) -> None:
    person = town.people["focal_point"]
    with_app(person)
    monkeypatch.setattr("baken.account.attempts.pause", lambda wrong, total: 0.0)
    password(client)
    for _ in range(12):
        client.post(SECOND, {"code": "000000"})
    assert [row.kind for row in Change.objects.filter(person_id=person.id)] == ["many_wrong_codes"]


def test_halfway_ends_after_ten_minutes_and_when_the_password_changes(client: Client, town: Town) -> None:
    person = town.people["focal_point"]
    with_app(person)
    password(client)
    kept = client.session
    kept["halfway"] = {**kept["halfway"], "at": kept["halfway"]["at"] - 601}
    kept.save()
    assert client.post(SECOND, {"code": code()})["Location"] == "/inloggen/"
    password(client)
    person.set_password("een heel ander wachtwoord")
    person.save()
    assert client.get(SECOND).status_code == 302


def test_a_session_never_begins_with_a_password_alone_here(rf: Any, client: Client, town: Town) -> None:
    request = rf.get("/")
    request.session = client.session
    with pytest.raises(sessions.SecondFactorNeeded):
        sessions.begin(request, town.people["lead"], factor="password", now=town.now)
    with pytest.raises(ValueError, match="carrier pigeon"):
        sessions.begin(request, town.people["lead"], factor="carrier pigeon", now=town.now)


def test_in_the_demonstration_a_password_is_enough_and_the_page_says_so(
    client: Client, town: Town, settings: Any
) -> None:
    words = "Hier is een wachtwoord genoeg"
    assert words not in client.get("/inloggen/").content.decode()
    settings.BAKEN_PASSWORD_ALONE = True
    assert words in client.get("/inloggen/").content.decode()
    password(client)
    assert logged_in(client)
    client.post("/uitloggen/")
    with_app(town.people["focal_point"])
    assert password(client)["Location"] == SECOND, "who set up an app is asked for it, also there"


def test_known_and_unknown_addresses_get_the_same_answer_byte_for_byte(client: Client, town: Town) -> None:
    """Whether somebody has an account, or a second factor, is told to nobody without the password."""
    with_app(town.people["focal_point"])
    pages = []
    for who in (WHO, "lead@woerden.example", "niemand@nergens.example"):
        page = password(client, who, "verkeerd wachtwoord")
        pages.append(
            (page.status_code, page.content.replace(who.encode(), b"").split(b"csrfmiddlewaretoken")[0])
        )
    assert pages[0] == pages[1] == pages[2]


def test_a_change_of_app_counts_from_the_first_code_of_the_new_one(town: Town) -> None:
    person, now = town.people["focal_point"], datetime.now(UTC)
    with_app(person)
    other = pyotp.random_base32()
    assert not app.install(person.id, other, "000000", now=now)
    assert app.accept(person.id, code(now), now=now)
    assert app.install(person.id, other, pyotp.TOTP(other).at(now), now=now)
    later = now + timedelta(minutes=5)
    assert not app.accept(person.id, code(later), now=later)
    assert App.objects.filter(person_id=person.id).count() == 1


def test_two_processes_that_get_the_same_code_let_one_of_them_in(town: Town) -> None:
    """The last step is moved on by one statement, that changes a row or does not."""
    person, now = town.people["focal_point"], datetime.now(UTC)
    with_app(person)
    with connection.execute_wrapper(lambda run, sql, *rest: (statements.append(sql), run(sql, *rest))[1]):
        statements: list[str] = []
        assert app.accept(person.id, code(now), now=now)
    assert next(sql for sql in statements if sql.startswith("UPDATE")).count("last_step") == 2
