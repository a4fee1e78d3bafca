"""Logging in, choosing an organisation, logging out (R7, R8)."""

import time
from contextlib import ExitStack
from datetime import timedelta
from threading import Barrier, Lock, Thread
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.test import Client

from baken.account.models import Session
from baken.account.sessionstore import place
from baken.clock import now as clock
from baken.tenancy import actions, sessions, slots
from baken.tenancy import hashers as own
from baken.tenancy.models import Membership
from baken.tenancy.scope import scope
from tests.tenants.town import PASSWORD, Town

pytestmark = pytest.mark.urls("tests.tenancy.urls")
WRONG = "Dit e-mailadres en wachtwoord horen niet bij elkaar"


def log_in(
    client: Client, visitor: str = "focal_point@woerden.example", password: str = PASSWORD, **more: str
) -> Any:
    return client.post("/inloggen/", {"email": visitor, "password": password, **more})


def test_the_right_password_leads_to_the_only_organisation(client: Client, town: Town) -> None:
    answer = log_in(client)
    assert answer.status_code == 303
    assert client.get("/probe/").json()["scope"] == str(town.woerden.id)


def test_an_address_may_be_typed_with_capitals_and_spaces(client: Client, town: Town) -> None:
    assert log_in(client, " Focal_Point@Woerden.example ").status_code == 303


@pytest.mark.parametrize(
    "visitor", ["focal_point@woerden.example", "niemand@nergens.example", "\x00", "é" * 80]
)
def test_unknown_and_wrong_get_the_same_answer(client: Client, town: Town, visitor: str) -> None:
    answer = log_in(client, visitor, "verkeerd wachtwoord")
    assert answer.status_code in (400, 422)
    if answer.status_code == 422:
        assert WRONG in answer.content.decode()
    assert "sessionid" not in client.cookies


def test_unknown_and_wrong_do_the_same_work(
    client: Client, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Timing: for an unknown address a password is hashed all the same."""
    work: list[str] = []
    hasher = type(hashers.get_hasher())
    for name in ("encode", "verify"):
        real = getattr(hasher, name)
        monkeypatch.setattr(
            hasher, name, lambda self, *a, _real=real, **k: (work.append("hash"), _real(self, *a, **k))[1]
        )
    log_in(client, "niemand@nergens.example", "verkeerd wachtwoord")
    unknown = len(work)
    log_in(client, "focal_point@woerden.example", "verkeerd wachtwoord")
    assert (unknown, len(work)) == (1, 2)


def test_empty_fields_say_what_to_fill_in(client: Client, town: Town) -> None:
    page = log_in(client, "", "")
    assert page.status_code == 422
    assert "Vul uw e-mailadres in." in page.content.decode()
    assert "Vul uw wachtwoord in." in page.content.decode()


def test_a_password_never_comes_back_on_the_page(client: Client, town: Town) -> None:
    assert "verkeerd wachtwoord" not in log_in(client, password="verkeerd wachtwoord").content.decode()


def test_the_session_gets_a_new_identifier_at_the_log_in(client: Client, town: Town) -> None:
    client.session.save()
    before = client.session.session_key
    client.cookies["sessionid"] = before
    log_in(client)
    assert client.session.session_key != before


def test_a_log_in_throws_away_ended_sessions(client: Client, town: Town) -> None:
    """R7: what is left of a session that nobody closed is gone soon after its idle limit."""
    town.visit(client, "neighbour")
    left = Session.objects.get(pk=place(client.session.session_key))
    assert left.expire_date <= clock() + timedelta(seconds=sessions.idle_limit() + 60)
    Session.objects.filter(pk=left.pk).update(expire_date=clock() - timedelta(seconds=1))
    client.cookies.clear()
    log_in(client)
    assert not Session.objects.filter(pk=left.pk).exists()
    assert client.get("/probe/").json()["scope"] == str(town.woerden.id)


def test_somebody_in_two_organisations_chooses_one(client: Client, town: Town) -> None:
    with scope(town.woerden.id):
        actions.add_member(person=town.people["neighbour"], roles=["table_member"], now=town.now)
    answer = log_in(client, "neighbour@montfoort.example", next="/probe/")
    assert answer["Location"] == "/organisatie/?next=%2Fprobe%2F"
    page = client.get(answer["Location"])
    assert "Montfoort" in page.content.decode()
    assert "Elders" not in page.content.decode()
    assert client.get("/probe/").json()["scope"] == ""
    chosen = client.post("/organisatie/", {"organisation": str(town.woerden.id), "next": "/probe/"})
    assert (chosen.status_code, chosen["Location"]) == (303, "/probe/")
    assert client.get("/probe/").json()["scope"] == str(town.woerden.id)


@pytest.mark.parametrize("which", ["woerden", "", "rommel"])
def test_an_organisation_one_does_not_belong_to_cannot_be_chosen(
    client: Client, town: Town, which: str
) -> None:
    """V8."""
    town.visit(client, "neighbour")
    asked = str(town.organisations[which].id) if which in town.organisations else which
    assert client.post("/organisatie/", {"organisation": asked}).status_code == 422
    assert client.get("/probe/").json()["scope"] == str(town.montfoort.id)


def test_somebody_without_an_organisation_is_told_what_to_do(client: Client, town: Town) -> None:
    answer = log_in(client, "unattached@nergens.example")
    assert answer["Location"] == "/organisatie/"
    assert "Vraag de beheerder" in client.get("/organisatie/").content.decode()


@pytest.mark.parametrize(
    "elsewhere", ["https://kwaad.example/", "//kwaad.example", "javascript:alert(1)", "/\\kwaad"]
)
def test_one_is_never_led_to_another_site(client: Client, town: Town, elsewhere: str) -> None:
    assert "kwaad" not in log_in(client, next=elsewhere)["Location"]


def test_a_visit_is_remembered_with_the_one_before(client: Client, town: Town) -> None:
    log_in(client)
    with scope(town.woerden.id):
        first = Membership.objects.get(id=town.members["focal_point"].id)
    assert first.last_visit
    assert first.previous_visit is None
    log_in(client)
    with scope(town.woerden.id):
        assert Membership.objects.get(id=first.id).previous_visit == first.last_visit


def test_logging_out_leaves_nothing_behind(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    key = client.session.session_key
    client.cookies["baken_vault"] = "x"
    answer = client.post("/uitloggen/")
    gone = {name for name, cookie in answer.cookies.items() if cookie["max-age"] == 0}
    assert gone == {"sessionid", "csrftoken", "baken_vault"}
    client.cookies["sessionid"] = key
    assert client.get("/probe/").json()["membership"] == ""


def test_logging_out_clears_nothing_of_other_sites_under_the_same_domain(client: Client, town: Town) -> None:
    """ "cookies" would clear those of all of woerden.nl: a browser takes them by registrable domain."""
    answer = town.visit(client, "focal_point").post("/uitloggen/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'


def test_a_link_cannot_log_anybody_out(client: Client, town: Town) -> None:
    assert town.visit(client, "focal_point").get("/uitloggen/").status_code == 405


def test_wrong_passwords_slow_one_address_and_nobody_else(client: Client, town: Town) -> None:
    for _ in range(5):
        assert log_in(client, password="verkeerd wachtwoord").status_code == 422
    slowed = log_in(client)
    assert slowed.status_code == 429
    assert "Wacht" in slowed.content.decode()
    assert log_in(client, "neighbour@montfoort.example").status_code == 303


def test_an_unknown_address_is_slowed_just_the_same(client: Client, town: Town) -> None:
    answers = [log_in(client, "niemand@nergens.example", "x").status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]


def test_in_earnest_a_password_costs_sixty_four_mebibytes_and_three_passes() -> None:
    made = own.BoundedArgon2().encode("wachtwoord", "zout-zout-zout")
    assert "$argon2id$" in made
    assert "m=65536,t=3,p=1" in made


def test_fifty_passwords_at_once_are_hashed_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """R7: fifty parallel log-ins take fifty turns, not fifty times the memory, nor every thread there is."""
    lock, together, done = Lock(), Barrier(50), []
    busy = most = 0

    def encode(self: object, *args: object, **kwargs: object) -> str:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.002)
        with lock:
            busy -= 1
        return "hash"

    def one() -> None:
        together.wait()
        while True:
            try:
                done.append(own.BoundedArgon2().encode("wachtwoord", "zout-zout-zout"))
                return
            except slots.TooBusy:
                time.sleep(0.002)

    monkeypatch.setattr(hashers.Argon2PasswordHasher, "encode", encode)
    threads = [Thread(target=one) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 50
    assert 1 <= most <= slots._slots._initial_value  # type: ignore[attr-defined]


@pytest.fixture
def in_earnest(settings: Any) -> None:
    """Passwords are checked as outside the tests: a few at a time."""
    settings.PASSWORD_HASHERS = ["baken.tenancy.hashers.BoundedArgon2"]


def test_while_passwords_wait_there_is_room_for_other_work(
    client: Client, town: Town, in_earnest: None
) -> None:
    """One thread of a web process is never taken by a log-in: who comes then is told to wait, at once."""
    from baken.project.serve import THREADS

    room = slots._room._initial_value  # type: ignore[attr-defined]
    assert room < THREADS
    with ExitStack() as others:
        for _ in range(room):
            slots._room.acquire()
            others.callback(slots._room.release)
        answer = log_in(client)
        assert (answer.status_code, answer["Retry-After"]) == (503, "30")
        assert "te druk" in answer.content.decode()
        assert client.get("/privacy/").status_code == 200
    assert log_in(client).status_code == 303


def test_who_waits_too_long_for_a_turn_is_told_so(
    client: Client, town: Town, in_earnest: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slots, "_WAIT", 0.01)
    with ExitStack() as others:
        for _ in range(slots._slots._initial_value):  # type: ignore[attr-defined]
            slots._slots.acquire()
            others.callback(slots._slots.release)
        assert log_in(client).status_code == 503
    assert log_in(client).status_code == 303
