"""The municipality sees of each person it notified: registered, taken up, the next check. Nothing else travels."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from baken.care.clients.actions import Opening, open_files
from baken.ledger import destroying, signals, store
from baken.ledger.models import SignalRow, VaultRecord
from baken.tenancy.scope import scope
from tests.care.placing.moving import Moving, moving, notified
from tests.ledger.test_destroying import as_owner
from tests.tenants.care_things import WORKING_NAME
from tests.tenants.things import PERSON, REPORTER

SECRET = "kanarie-contactafspraak"


@pytest.fixture
def file(db: None) -> Moving:
    return notified()


class Woerden:
    """The signal at the municipality that notified."""

    def __init__(self, file: Moving) -> None:
        self.file, self.town = file, file.town
        with scope(self.town.woerden.id):
            self.signal: UUID = SignalRow.objects.get().stream_id

    @property
    def referral(self) -> Any:
        """The hand-over to care."""
        with scope(self.town.woerden.id):
            [found] = signals.read(self.signal, now=self.town.now).state.referrals.values()
        return found

    def pages(self) -> dict[str, str]:
        """What the focal point reads: the hand-over and the signal."""
        client = self.town.visit(self.file.client, "focal_point")
        there = f"/signalen/{self.signal}/"
        return {
            "referral": client.get(f"{there}overdrachten/{self.referral.id}/").content.decode(),
            "signal": client.get(there).content.decode(),
        }

    def last(self) -> dict[str, Any]:
        """The last event of the signal."""
        with scope(self.town.woerden.id):
            stored = store.load(self.signal).events[-1]
        return {**stored.event.to_payload(), "type": stored.type, "actor": stored.actor}

    def records(self) -> int:
        """How many records its vault holds."""
        with scope(self.town.woerden.id):
            return VaultRecord.objects.filter(organisation_id=self.town.woerden.id).count()


def tell(file: Moving) -> Any:
    return file.post("bericht/")


def test_the_municipality_sees_one_word_and_a_day_and_nothing_else_travels(file: Moving) -> None:
    woerden = Woerden(file)
    before = woerden.records()
    page = file.text("bericht/")
    assert "Aangemeld" in page
    assert tell(file).status_code == 303
    referral = woerden.referral
    assert woerden.last() == {
        "type": "partner.answered",
        "actor": None,
        "referral": referral.id,
        "partner": "care_coordinator",
        "outcome": "received",
        "note": None,
        "apart": False,
        "person": 1,
        "check_on": file.file.check_on.isoformat() if file.file.check_on else "",
    }
    assert woerden.records() == before
    pages = woerden.pages()
    assert "Persoon 1: aangemeld" in pages["referral"]
    assert "Volgende controle" in pages["referral"]
    assert "persoon 1: aangemeld" in pages["signal"].lower()


def test_what_changes_in_the_file_is_shown_as_behind_until_it_is_told(file: Moving) -> None:
    tell(file)
    assert "ziet nog niet hoe ver het nu is" not in file.text()
    assert tell(file).status_code == 409
    file.post(
        "dossier/contact/", how=SECRET, when="", by="", never=SECRET, language="Roemeens", interpreter=""
    )
    assert "ziet nog niet hoe ver het nu is" in file.text()
    tell(file)
    woerden = Woerden(file)
    assert [one.outcome for one in woerden.referral.answers] == ["received", "taken_up"]
    pages = woerden.pages()
    for secret in (SECRET, WORKING_NAME, "Roemeens", "Persoon care"):
        assert not any(secret in page for page in pages.values())
    file.post("dossier/afsluiten/", outcome="not_a_victim", note=SECRET)
    assert tell(file).status_code == 303
    last = woerden.last()
    assert (last["outcome"], last["check_on"], last["note"]) == ("finished", None, None)
    assert "geen slachtoffer" not in woerden.pages()["referral"]


def test_nothing_of_the_municipality_comes_back_into_the_file(file: Moving) -> None:
    """The care organisation keeps what was handed over, and never the sender's signal or reporter."""
    woerden = Woerden(file)
    tell(file)
    held = " ".join(str(stored.event.to_payload()) for stored in file.stream.events)
    page = file.text()
    for word in (str(woerden.signal), woerden.signal.hex, REPORTER):
        assert word not in held
        assert word not in page
    assert PERSON not in held


def test_several_people_of_one_notification_are_told_apart_by_a_number(file: Moving) -> None:
    town, first = file.town, file.file
    assert first.notification is not None
    opening = Opening(
        ["Vrouw twee"],
        "notification",
        "asked_for_help",
        "unknown",
        {"because": "x"},
        UUID(first.notification),
    )
    with scope(town.care.id):
        [other] = open_files(opening, actor=town.actor("care"), now=town.now, command_id=uuid4())
    second = Moving(town, file.client, other)
    for one in (second, file, second):
        one.post("dossier/contact/", how="x", when="", by="", never="", language="", interpreter="")
        tell(one)
    woerden = Woerden(file)
    assert [one.person for one in woerden.referral.answers] == [1, 2]
    page = woerden.pages()["referral"]
    assert "Persoon 1: opgepakt" in page
    assert "Persoon 2: opgepakt" in page
    assert "Vrouw twee" not in page


def test_a_notification_whose_term_ended_here_is_told_nothing_more(transactional_db: None) -> None:
    """What was received has a term of its own; the file it led to stays, and says to call."""
    file = notified()
    notification = UUID(str(file.file.notification))
    with as_owner():
        destroying.destroy(file.town.care.id, notification, now=file.town.now)
    assert "Er is niemand om dit te vertellen" in file.text("bericht/")
    assert tell(file).status_code == 409
    assert "Wat de aanmelder ziet" not in file.text()
    assert file.notices.told == ()


def test_a_file_of_ones_own_has_nobody_to_tell(db: None) -> None:
    file = moving()
    assert "Wat de aanmelder ziet" not in file.text()
    assert "Er is niemand om dit te vertellen" in file.text("bericht/")
    assert tell(file).status_code == 409
