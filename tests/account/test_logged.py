"""Who came in, was kept out or left stands in the read log of every organisation it opens (V9, ASVS V16.3.1)."""

import json
import logging
from base64 import urlsafe_b64encode
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection
from django.test import Client

from baken import clock
from baken.account import recovery
from baken.account.models import Attempt, Passkey
from baken.account.single_sign_on.refusals import REASONS
from baken.core.derive.questions import GUESSES, RULES
from baken.jobs.everywhere import SomeFailed
from baken.ledger.models import ReadEntry
from baken.ledger.readlog import log_ins, sealing, verifying
from baken.tenancy import actions, log_in_notes, sessions
from baken.tenancy.models import LogInNote
from baken.tenancy.scope import current, scope
from baken.trust.log import chores, words
from tests.account.conftest import WHO, code, password, with_app
from tests.account.test_second_step import SECOND
from tests.identity import settings as provider
from tests.identity.coming import DOOR, come_back, leave, log_in, standin
from tests.identity.standin import StandIn
from tests.tenants.town import Town

__all__ = ["standin"]

Told = tuple[str, str, tuple[str, ...], str]


def told(organisation: UUID, **wanted: Any) -> list[Told]:
    """What a log says of the door, after the chore."""
    chores.carry(clock.now())
    with scope(organisation):
        found = ReadEntry.objects.filter(deed="log_in", **wanted).order_by("number")
        return [(one.action, one.result, tuple(one.why), one.by) for one in found]


def test_coming_in_with_what_and_leaving_are_entries(client: Client, town: Town) -> None:
    with_app(town.people["focal_point"])
    password(client)
    client.post(SECOND, {"code": code()})
    client.post("/uitloggen/")
    assert told(town.woerden.id, membership_id=town.members["focal_point"].id) == [
        ("log_in", "done", ("by:password-totp",), "person"),
        ("log_out", "done", (), "person"),
    ]
    with scope(town.woerden.id):
        entry = ReadEntry.objects.filter(action="log_in").get()
    assert entry.roles == ["focal_point"]
    assert (entry.address, entry.object_id, entry.status) == ("", None, 0)


def test_a_wrong_password_and_a_refused_second_step_are_entries_without_what_was_typed(
    client: Client, town: Town
) -> None:
    with_app(town.people["focal_point"])
    password(client, given="geheim-dat-niet-klopt")
    password(client)
    client.post(SECOND, {"code": "000000"})
    client.post("/inloggen/herstelcode/", {"code": "AAAA-BBBB-CCCC"})
    assert told(town.woerden.id) == [
        ("log_in", "not_in", ("by:password",), "person"),
        ("log_in", "not_in", ("by:totp",), "person"),
        ("log_in", "not_in", ("by:recovery",), "person"),
    ]
    with scope(town.woerden.id):
        kept = str(list(ReadEntry.objects.values()))
    for typed in (WHO, "geheim-dat-niet-klopt", "000000", "AAAA"):
        assert typed not in kept


def test_a_used_recovery_code_is_an_entry_that_says_so(client: Client, town: Town) -> None:
    person = town.people["focal_point"]
    with_app(person)
    first, *_ = recovery.make(person.id)
    password(client)
    client.post("/inloggen/herstelcode/", {"code": first})
    assert told(town.woerden.id) == [("log_in", "done", ("by:password-recovery",), "person")]


def test_a_passkey_that_does_not_answer_is_an_entry_of_whose_it_is(client: Client, town: Town) -> None:
    Passkey.objects.create(
        person_id=town.people["focal_point"].id,
        credential=b"one",
        public_key=b"k",
        uses=0,
        name="Sleutel",
        made_at=town.now,
    )
    client.get("/inloggen/passkey/")
    raw = urlsafe_b64encode(b"one").decode()
    answer = client.post("/inloggen/passkey/", {"answer": json.dumps({"rawId": raw, "response": {}})})
    assert answer.status_code == 422
    assert told(town.woerden.id) == [("log_in", "not_in", ("by:passkey",), "person")]


def test_ending_a_session_is_an_entry_and_ending_none_is_not(client: Client, town: Town) -> None:
    town.visit(client, "focal_point")
    client.post("/account/sessies/stoppen/", {"session": "others"})
    assert told(town.woerden.id, action="session_end") == []
    town.visit(Client(), "focal_point")
    client.post("/account/sessies/stoppen/", {"session": "others"})
    assert told(town.woerden.id, action="session_end") == [("session_end", "done", (), "person")]


def test_who_works_for_two_organisations_is_told_to_both(client: Client, town: Town) -> None:
    with scope(town.montfoort.id):
        actions.add_member(person=town.people["focal_point"], roles=["policy_adviser"], now=town.now)
    password(client, given="niet dit")
    for one in (town.woerden, town.montfoort):
        assert told(one.id) == [("log_in", "not_in", ("by:password",), "person")]
    with scope(town.montfoort.id):
        assert ReadEntry.objects.get(deed="log_in").roles == ["policy_adviser"]


def test_what_fails_in_one_organisation_keeps_no_others_waiting_and_is_written_later(
    client: Client, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is told twice: what went, went once; what waits is for that organisation alone."""
    with scope(town.montfoort.id):
        actions.add_member(person=town.people["focal_point"], roles=["policy_adviser"], now=town.now)
    password(client, given="niet dit")
    whole = log_ins.log_in

    def fails_in_montfoort(*given: Any, **named: Any) -> None:
        if current() == town.montfoort.id:
            raise DatabaseError("no room")
        whole(*given, **named)

    failed = [("log_in", "not_in", ("by:password",), "person")]
    with monkeypatch.context() as broken:
        broken.setattr(log_ins, "log_in", fails_in_montfoort)
        for _again in range(2):
            with pytest.raises(SomeFailed, match="1 organisations"):
                chores.carry(clock.now())
    assert [one.organisations for one in LogInNote.objects.all()] == [[town.montfoort.id]]
    assert [told(one.id) for one in (town.woerden, town.montfoort)] == [failed, failed]
    assert LogInNote.objects.count() == 0


def test_an_address_that_nobody_has_is_a_number_in_the_technical_log(
    client: Client, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        password(client, who="niemand@woerden.example")
    with caplog.at_level(logging.WARNING, "baken.ledger.log_ins"):
        assert told(town.woerden.id) == []
    assert caplog.messages == ["tries to log in by nobody who is known: 3"]
    assert LogInNote.objects.count() == 0


def test_known_and_unknown_take_the_same_statements(client: Client, town: Town) -> None:
    """The number of statements and what each is do not depend on whether somebody has the address."""

    def statements(who: str) -> list[str]:
        kept: list[str] = []
        with connection.execute_wrapper(lambda run, sql, *rest: (kept.append(sql), run(sql, *rest))[1]):
            assert password(client, who=who, given="niet dit").status_code == 422
        return [sql for sql in kept if "SAVEPOINT" not in sql]

    known, unknown = statements(WHO), statements("niemand@woerden.example")
    assert known == unknown
    assert sum("tenancy_loginnote" in sql for sql in known) == 1


def test_a_provider_that_lets_nobody_in_is_an_entry_for_its_organisation(
    client: Client, standin: StandIn, town: Town
) -> None:
    log_in(client, standin)
    provider.write("http://localhost:8000", woerden=provider.entry(standin.url, demand={"amr": ["mfa"]}))
    standin.redeemed = []
    log_in(Client(), standin)
    member = town.members["focal_point"].id
    assert told(town.woerden.id, membership_id=member) == [
        ("log_in", "done", ("by:sso",), "person"),
        ("log_in", "not_in", ("sso:too_weak",), "person"),
    ]
    assert told(town.montfoort.id) == []


def test_who_is_not_known_at_the_provider_fills_no_log(client: Client, standin: StandIn, town: Town) -> None:
    for _ in range(5):
        client.get(f"{DOOR}woerden/terug/?state=x&code=y")
    come_back(client, leave(client, standin), error="access_denied")
    assert told(town.woerden.id) == [
        ("log_in", "not_in", ("sso:stale",), "unknown"),
        ("log_in", "not_in", ("sso:denied",), "unknown"),
    ]


def test_somebody_who_left_within_the_minute_is_not_lost(client: Client, town: Town) -> None:
    password(client, given="niet dit")
    member = town.members["focal_point"].id
    with scope(town.woerden.id):
        actions.end_membership(membership_id=member, now=town.now)
    assert ("log_in", "not_in", ("by:password",), "person") in told(town.woerden.id, membership_id=member)


def test_what_was_carried_is_sealed_with_the_rest(client: Client, town: Town) -> None:
    password(client, given="niet dit")
    told(town.woerden.id)
    sealing.seal(town.woerden.id, now=town.now)
    assert verifying.verify([town.woerden.id]).broken == []


def test_the_fg_and_the_ciso_see_and_search_it_and_are_asked_about_guessing(
    client: Client, town: Town
) -> None:
    with_app(town.people["focal_point"])
    for _ in range(GUESSES):
        password(client, given="niet dit")
    Attempt.objects.all().delete()  # the pause is over
    password(client)
    client.post(SECOND, {"code": code()})
    chores.carry(clock.now())
    for visitor in ("supervisor", "ciso"):
        town.visit(client, visitor)
        page = client.get("/verantwoording/logboek/?wat=log_in&uitkomst=not_in")
        assert len(page.context["table"].rows) == GUESSES
        assert "niet binnengelaten" in page.content.decode()
        assert "met een wachtwoord" in page.content.decode()
        questions = client.get("/verantwoording/logboek/vragen/").context["parts"]
        assert [len(table.rows) for rule, table in questions if rule is RULES["guessed"]] == [1]
        number = page.context["table"].rows[0][0].href
        assert client.get(number).status_code == 200


def test_every_way_in_and_every_refusal_has_words() -> None:
    hows = {log_in_notes.by(factor) for factor in sessions.FACTORS} | {f"sso:{word}" for word in REASONS}
    assert hows <= set(words.HOW)


def test_a_note_takes_words_of_a_list_only(town: Town) -> None:
    with pytest.raises(ValueError, match="closed lists"):
        log_in_notes.note("log_in", "by:Jan Jansen", person=None, at=town.now)
