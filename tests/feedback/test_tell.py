"""Writing to the reporter: first look at it as the reporter will, then put it ready (ROUTE-W6, ROUTE-F7)."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.core.decide import commands as ask
from baken.core.vocabulary.outcomes import INFORMED
from baken.feedback import queries
from baken.feedback.forms import MessageForm
from baken.feedback.words import NEEDS_OWN_WORDS, STANDARD
from baken.intake.actions import Receipt
from baken.ledger import signals
from baken.tenancy.scope import scope
from tests.intake.sending import send
from tests.tenants.town import Town

WORDS = "Dank u wel.\n\nWij zijn ermee bezig. 😀 مرحبا"


@pytest.fixture
def receipt(town: Town) -> Receipt:
    """A signal that the focal point took in hand."""
    done = send(town.woerden, town.now)
    actor = town.actor("focal_point")
    with scope(town.woerden.id):
        signals.carry_out(done.signal, lambda _: ask.Receive(), actor=actor, now=town.now, command_id=uuid4())
    return done


def address(signal: UUID) -> str:
    """Where a message is written."""
    return f"/signalen/{signal}/antwoord/"


def test_nothing_is_told_before_it_was_looked_at(client: Client, town: Town, receipt: Receipt) -> None:
    town.visit(client, "focal_point")
    sent = {"category": "in_progress", "text": WORDS, "command": str(uuid4())}
    page = client.post(address(receipt.signal), {**sent, "step": "preview"}).content.decode()
    assert "Dit ziet de melder" in page
    assert "Noem geen namen" in page
    shown = queries.answer(str(receipt.code))
    assert shown is not None
    assert shown.messages == ()


def test_a_message_that_was_put_ready_is_read_with_the_code(
    client: Client, town: Town, receipt: Receipt
) -> None:
    town.visit(client, "focal_point")
    sent = {
        "category": "in_progress",
        "text": WORDS.replace("\n", "\r\n"),
        "command": str(uuid4()),
        "step": "send",
    }
    answer = client.post(address(receipt.signal), sent)
    assert answer["Location"] == f"/signalen/{receipt.signal}/"
    shown = queries.answer(str(receipt.code))
    assert shown is not None
    assert [one.words for one in shown.messages] == [WORDS]


def test_sending_twice_tells_once(client: Client, town: Town, receipt: Receipt) -> None:
    town.visit(client, "focal_point")
    sent = {"category": "in_progress", "text": WORDS, "command": str(uuid4()), "step": "send"}
    for _ in range(3):
        client.post(address(receipt.signal), sent)
    shown = queries.answer(str(receipt.code))
    assert shown is not None
    assert len(shown.messages) == 1


def test_going_back_from_the_preview_keeps_the_words(client: Client, town: Town, receipt: Receipt) -> None:
    town.visit(client, "focal_point")
    sent = {"category": "in_progress", "text": "Mijn woorden.", "command": str(uuid4()), "step": "edit"}
    page = client.post(address(receipt.signal), sent).content.decode()
    assert "Mijn woorden." in page
    assert sent["command"] in page


@pytest.mark.parametrize("category", list(INFORMED))
def test_without_own_words_the_standard_sentence_is_used_where_one_can_answer(category: str) -> None:
    form = MessageForm({"category": category, "text": ""})
    assert form.is_valid() == (category not in NEEDS_OWN_WORDS)
    if form.is_valid():
        assert form.cleaned_data["text"] == STANDARD[category].nl


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"category": "in_progress", "text": "a" * 5000},
        {"category": "guilty", "text": "x"},
        {"category": "in_progress", "text": "nul\x00"},
        {"category": "in_progress", "text": "x", "referrals": ["nope"], "command": "no-uuid"},
    ],
)
def test_bad_input_is_told_and_nothing_is_sent(
    client: Client, town: Town, receipt: Receipt, sent: dict[str, str]
) -> None:
    town.visit(client, "focal_point")
    answer = client.post(address(receipt.signal), {"command": str(uuid4()), "step": "send", **sent})
    assert answer.status_code in (200, 422)
    shown = queries.answer(str(receipt.code))
    assert shown is not None
    assert shown.messages == ()


def test_a_signal_that_was_not_received_cannot_be_answered_and_the_words_stay(
    client: Client, town: Town
) -> None:
    fresh = send(town.woerden, town.now)
    town.visit(client, "focal_point")
    sent = {"category": "in_progress", "text": "Mijn woorden.", "command": str(uuid4()), "step": "send"}
    answer = client.post(address(fresh.signal), sent)
    assert answer.status_code == 409
    assert "Neem het signaal eerst in ontvangst." in answer.content.decode()
    assert "Mijn woorden." in answer.content.decode()


@pytest.mark.parametrize(
    "visitor", ["neighbour", "outsider", "adviser", "administrator", "supervisor", "care"]
)
def test_others_find_no_such_page_and_tell_nobody_anything(
    client: Client, town: Town, receipt: Receipt, visitor: str
) -> None:
    town.visit(client, visitor)
    sent = {"category": "in_progress", "text": "x", "command": str(uuid4()), "step": "send"}
    assert client.get(address(receipt.signal)).status_code == 404
    assert client.post(address(receipt.signal), sent).status_code == 404
    shown = queries.answer(str(receipt.code))
    assert shown is not None
    assert shown.messages == ()


def test_no_standard_sentence_tells_of_anybody_or_when() -> None:
    for text in STANDARD.values():
        for word in ("politie", "Arbeidsinspectie", "adres", "police", "address"):
            assert word not in text.nl + text.en
