"""What a receiving organisation sees: its own snapshot, an answer that finds its way back, and no way in."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.ledger import store, vault
from baken.ledger.models import NotificationRow
from baken.route import actions as route
from baken.tenancy.scope import scope
from tests.refer.conftest import HAPPENED, UNSPOKEN, VICTIM, Handing


class Receiver:
    """The care coordinator at the notification that came in."""

    def __init__(self, handing: Handing) -> None:
        self.handing, self.town = handing, handing.case.town
        self.client = Client()
        self.town.visit(self.client, "care")
        with scope(self.town.care.id):
            self.id: UUID = NotificationRow.objects.get().stream_id
        self.url = f"/meldingen/{self.id}/"

    def page(self) -> str:
        """Read the notification."""
        answer = self.client.get(self.url)
        assert answer.status_code == 200
        return str(answer.content.decode())

    def answer(self, **fields: Any) -> Any:
        """Send an answer."""
        command = self.client.get(self.url).context["form"]["command"].value()
        return self.client.post(self.url, {"command": str(command), **fields})

    def events(self) -> list[Any]:
        """Everything that the receiving organisation holds about it."""
        with scope(self.town.care.id):
            return list(store.load(self.id).events)


@pytest.fixture
def receiver(handing: Handing) -> Receiver:
    handing.over("care_coordinator", words_account="Een man kwam zich inschrijven.")
    return Receiver(handing)


def test_the_receiver_reads_what_was_handed_over_and_nothing_else(receiver: Receiver) -> None:
    page = receiver.page()
    assert "Een man kwam zich inschrijven." in page
    assert VICTIM in page
    assert HAPPENED not in page
    assert "Verzonnenlaan" not in page
    assert not any(word in page for word in UNSPOKEN)


def test_nothing_that_the_receiver_holds_leads_to_the_senders_signal(receiver: Receiver) -> None:
    """The sender's stream has no name on the other side: not on the page, not in the events, not in the vault."""
    signal = receiver.handing.case.signal
    with scope(receiver.town.care.id):
        content = vault.get(receiver.id, receiver.events()[0].event.content)
    for held in (receiver.page(), str(receiver.events()), str(content)):
        assert str(signal) not in held
        assert signal.hex not in held


def test_the_copy_stays_as_it_was_when_the_sender_corrects(receiver: Receiver) -> None:
    """V26: a snapshot; a correction is handed over by itself."""
    before = receiver.page().split('name="csrfmiddlewaretoken"')[0]
    case = receiver.handing.case
    with scope(case.town.woerden.id):
        account = vault.get(case.signal, case.file().state.contents[-1])
        route.correct(content={**account, "happened": "Iets heel anders."}, reason="vergissing", **case.by())
    assert receiver.page().split('name="csrfmiddlewaretoken"')[0] == before


def test_an_answer_is_kept_here_and_found_there(receiver: Receiver) -> None:
    """ROUTE-17: answered in one organisation, and in the sender's signal at the same moment."""
    assert receiver.answer(outcome="taken_up", note="Wij nemen contact op.").status_code == 303
    assert "Wij nemen contact op." in receiver.page()
    [referral] = receiver.handing.referrals
    assert [answer.outcome for answer in referral.answers] == ["taken_up"]
    page = receiver.handing.case.get(f"overdrachten/{referral.id}/").content.decode()
    assert "Wij nemen contact op." in page
    assert "Persoon care" not in page


def test_who_answered_stays_in_the_receiving_organisation(receiver: Receiver) -> None:
    receiver.answer(outcome="taken_up", note="")
    with scope(receiver.town.woerden.id):
        stored = store.load(receiver.handing.case.signal).events[-1]
    assert stored.type == "partner.answered"
    assert stored.actor is None


def test_an_answer_sent_twice_is_one_answer(receiver: Receiver) -> None:
    sent = {"command": str(uuid4()), "outcome": "finished", "note": "klaar"}
    for _ in range(2):
        assert receiver.client.post(receiver.url, sent).status_code == 303
    assert len(receiver.events()) == 2
    assert len(receiver.handing.referrals[0].answers) == 1


def test_a_later_answer_follows_an_earlier_one_also_after_closing(receiver: Receiver) -> None:
    receiver.answer(outcome="received", note="")
    receiver.handing.case.send("afsluiten/", outcome="no_action", reason="afgehandeld")
    receiver.answer(outcome="finished", note="")
    assert [a.outcome for a in receiver.handing.referrals[0].answers] == ["received", "finished"]


BAD = {
    "nothing": {},
    "an answer that does not exist": {"outcome": "maybe"},
    "too long": {"outcome": "finished", "note": "a" * 4001},
    "characters that nobody sees": {"outcome": "finished", "note": "a\x01b"},
    "a BSN": {"outcome": "finished", "note": "111222333"},
    "no command": {"outcome": "finished", "command": "x"},
}


@pytest.mark.parametrize("wrong", BAD.values(), ids=BAD.keys())
def test_bad_input_is_said_and_nothing_is_answered(receiver: Receiver, wrong: dict[str, str]) -> None:
    answer = receiver.answer(**wrong)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert len(receiver.events()) == 1
    assert receiver.handing.referrals[0].answers == ()


def test_a_strange_note_comes_back_as_it_was_written(receiver: Receiver) -> None:
    note = "🙂 مرحبا <script>alert(1)</script> ' or 1=1; --"
    receiver.answer(outcome="finished", note=note)
    page = receiver.page()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    [answer] = receiver.handing.referrals[0].answers
    with scope(receiver.town.woerden.id):
        assert vault.get(receiver.handing.case.signal, answer.note or "")["text"] == note


def test_the_sender_and_outsiders_do_not_find_the_receivers_copy(receiver: Receiver) -> None:
    for visitor in ("focal_point", "neighbour", "outsider"):
        client = Client()
        receiver.town.visit(client, visitor)
        assert client.get(receiver.url).status_code == 404
        assert client.post(receiver.url, {"command": str(uuid4()), "outcome": "finished"}).status_code == 404


def test_a_partner_without_an_organisation_in_baken_gets_nothing_here(handing: Handing) -> None:
    handing.over("labour_authority")
    with scope(handing.case.town.care.id):
        assert not NotificationRow.objects.exists()
    assert handing.referrals[0].delivery == "document"
    assert handing.referrals[0].asked_at is None
