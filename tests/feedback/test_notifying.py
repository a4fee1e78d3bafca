"""A reporter who asks for it hears by mail that there is an answer; then the address is gone (REP-12, V29)."""

from datetime import timedelta
from smtplib import SMTPException
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.test import Client

from baken.clock import now
from baken.feedback import actions, notifying
from baken.jobs.everywhere import SomeFailed
from baken.mail import sending
from baken.mail.models import Waiting
from baken.mail.trying import FIRST
from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.intake.conftest import adopt
from tests.intake.sending import TOKEN, code_on, only_signal, signals_of
from tests.mail.conftest import Postbox, postbox
from tests.scanning import dumps, found_in
from tests.tenants.town import Town, build

__all__ = ["postbox"]
ADDRESS = "kanarievogel@thuis.example"
MAIL = "/terugkoppeling/mail/"


@pytest.fixture
def reported(transactional_db: None, client: Client) -> tuple[Town, str]:
    """A town in which somebody reported, and the code on the receipt."""
    town = build()
    adopt(town)
    answer = client.post("/melden/woerden/", {"token": TOKEN, "happened": "iets"})
    return town, code_on(answer.content.decode())


def answer(town: Town, signal: UUID | None = None) -> None:
    with scope(town.woerden.id):
        signal = signal or only_signal(town.woerden, now()).id
        route.receive(signal=signal, actor=town.actor("focal_point"), now=now(), command_id=uuid4())
        actions.inform(
            signal=signal,
            category="received",
            text="Kanarietekst in het antwoord.",
            referrals=(),
            actor=town.actor("focal_point"),
            now=now(),
            command_id=uuid4(),
        )


def waiting(town: Town) -> int:
    with scope(town.woerden.id):
        return Waiting.objects.count()


def test_one_mail_goes_once_there_is_an_answer_and_then_the_address_is_gone(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, code = reported
    assert "U krijgt één mail" in client.post(MAIL, {"code": code, "address": ADDRESS}).content.decode()
    assert notifying.tell(now()) == 0
    assert postbox.mails == []
    answer(town)
    assert notifying.tell(now()) == 1
    [(_sender, to, mail)] = postbox.mails
    assert to == [ADDRESS]
    assert "Kanarietekst" not in mail.as_string()
    assert code not in mail.as_string()
    assert waiting(town) == 0
    assert notifying.tell(now()) == 0
    assert len(postbox.mails) == 1


def test_where_the_server_does_not_take_it_the_mail_is_still_owed(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, code = reported
    client.post(MAIL, {"code": code, "address": ADDRESS})
    answer(town)
    postbox.refuse = True
    with pytest.raises((SomeFailed, SMTPException)):
        notifying.tell(now())
    assert waiting(town) == 1
    postbox.refuse = False
    assert notifying.tell(now() + FIRST) == 1


def test_an_address_that_does_not_exist_keeps_no_other_reporter_waiting(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    """Or anybody who reports could silence the mail to everybody else."""
    town, code = reported
    other = code_on(
        client.post("/melden/woerden/", {"token": TOKEN[:-1] + "2", "happened": "nog iets"}).content.decode()
    )
    postbox.unknown = "niemand@thuis.example"
    client.post(MAIL, {"code": code, "address": postbox.unknown})
    client.post(MAIL, {"code": other, "address": ADDRESS})
    for signal in signals_of(town.woerden):
        answer(town, signal)
    with pytest.raises(SomeFailed):
        notifying.tell(now())
    assert notifying.tell(now()) == 0, "it is not tried again within a minute"
    with pytest.raises(SomeFailed):
        notifying.tell(now() + FIRST)
    assert [to for _, to, _ in postbox.mails] == [[ADDRESS]]
    assert waiting(town) == 1


def test_an_address_given_while_the_mail_goes_waits_for_the_next_answer(
    client: Client, reported: tuple[Town, str], postbox: Postbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    town, code = reported
    client.post(MAIL, {"code": code, "address": "eerst@thuis.example"})
    answer(town)
    send = sending.send

    def meanwhile(to: str, words: tuple[str, str]) -> None:
        send(to, words)
        notifying.ask(code, ADDRESS, now=now())

    monkeypatch.setattr(sending, "send", meanwhile)
    assert notifying.tell(now()) == 1
    assert waiting(town) == 1
    assert notifying.tell(now()) == 0


def test_a_form_that_is_sent_twice_at_once_is_answered_twice(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, code = reported
    together, statuses = Barrier(4), []

    def send() -> None:
        together.wait()
        statuses.append(Client().post(MAIL, {"code": code, "address": ADDRESS}).status_code)
        connections.close_all()

    threads = [Thread(target=send) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert statuses == [200] * 4
    assert waiting(town) == 1


def test_an_empty_address_erases_the_former(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, code = reported
    client.post(MAIL, {"code": code, "address": ADDRESS})
    assert waiting(town) == 1
    assert "U krijgt geen mail" in client.post(MAIL, {"code": code, "address": ""}).content.decode()
    assert waiting(town) == 0


def test_what_is_no_address_is_said_and_the_answer_stays_in_sight(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, code = reported
    answered = client.post(MAIL, {"code": code, "address": "geen adres"})
    assert answered.status_code == 422
    assert "Dit is geen e-mailadres" in answered.content.decode()
    assert "geen adres" in answered.content.decode()
    assert waiting(town) == 0


def test_a_wrong_code_gets_the_page_of_every_wrong_code_and_nothing_is_kept(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, _code = reported
    wrong = client.post(MAIL, {"code": "0000-0000-0000-0000-00", "address": ADDRESS})
    assert "Met deze code vinden wij niets" in wrong.content.decode()
    assert ADDRESS not in wrong.content.decode()
    assert waiting(town) == 0


def test_nobody_is_asked_for_an_address_where_no_mail_is_sent(
    client: Client, reported: tuple[Town, str]
) -> None:
    _town, code = reported
    assert (
        "mail als er een antwoord is" not in client.post("/terugkoppeling/", {"code": code}).content.decode()
    )
    assert client.post(MAIL, {"code": code, "address": ADDRESS}).status_code == 404


def test_an_address_that_waited_a_year_is_erased(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    town, code = reported
    client.post(MAIL, {"code": code, "address": ADDRESS})
    notifying.tell(now() + timedelta(days=366))
    assert waiting(town) == 0
    assert postbox.mails == []


def test_neither_database_holds_the_address_readably(
    client: Client, reported: tuple[Town, str], postbox: Postbox, database_server: Any
) -> None:
    from baken.project.programs import bin_dir

    _town, code = reported
    client.post(MAIL, {"code": code, "address": ADDRESS})
    for name in ("baken_test", "baken_test_keys"):
        assert found_in(dumps(database_server, bin_dir(None), name), [ADDRESS, "kanarievogel"]) == set()


def test_no_page_of_the_focal_point_shows_the_address(
    client: Client, reported: tuple[Town, str], postbox: Postbox
) -> None:
    """Kept apart: its purpose is one mail, not to know who reported (V6)."""
    town, code = reported
    client.post(MAIL, {"code": code, "address": ADDRESS})
    town.visit(client, "focal_point")
    signal = only_signal(town.woerden, now()).id
    for page in ("/werk/", f"/signalen/{signal}/", f"/signalen/{signal}/antwoord/"):
        assert ADDRESS not in client.get(page).content.decode()
