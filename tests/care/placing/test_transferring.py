"""Moving to another region's coordinator: a copy of the chosen minimum, an answer, and a file that closes (V2, V5)."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from baken.care.common import lists
from baken.core.events.client import SharingConfirmed
from baken.core.vocabulary.client import BODY
from baken.ledger import store, vault
from baken.tenancy.scope import scope
from tests.care.placing.moving import CANARIES, Moving, another_house, moving, placed, received
from tests.papers import text_of
from tests.tenants.care_things import WORKING_NAME

CHOICE: dict[str, Any] = {
    "receiver_name": "",
    "purpose": "protect_victims",
    "ground": "social_support",
    "pieces": ["contact", "place", "shelter", "comensha"],
    "explanation": "Graag snel contact.",
    "reason": "De persoon woont nu daar.",
    "stage": "confirm",
}


@pytest.fixture
def file(db: None) -> Moving:
    return placed()


def test_a_transfer_is_looked_at_before_it_goes_and_the_other_gets_no_more(file: Moving) -> None:
    house = another_house(file.town)
    sent = {**CHOICE, "receiver": str(house.id), "command": str(uuid4())}
    preview = file.post("overdragen/", **{**sent, "stage": ""}).content.decode()
    assert "Lees dit alsof u de ander bent" in preview
    assert WORKING_NAME in preview
    assert not any(word in preview for word in CANARIES)
    assert file.placed.transfers == {}
    for _ in range(2):
        assert file.post("overdragen/", **sent).status_code == 303
    assert len(file.placed.transfers) == 1
    arrived = received(file.town, house)
    page = file.town.visit(Client(), "north").get(f"/meldingen/{arrived}/").content.decode()
    assert all(word in page for word in (WORKING_NAME, "Graag snel contact.", "Woerden", "Nog niet door ons"))
    with scope(house.id):
        stream = store.load(arrived)
        held = str(stream.events) + str(vault.get(arrived, stream.events[0].event.content))
    for word in (*CANARIES, str(file.id), file.id.hex, "De persoon woont nu daar."):
        assert word not in page
        assert word not in held


def test_whose_consent_it_is_stands_there_and_is_chosen_before_anything_goes(file: Moving) -> None:
    """V5: consent that names one house is read, and confirmed, before another gets anything."""
    sent = {**CHOICE, "receiver": "elsewhere", "receiver_name": "Huis B"}
    file.post(
        "dossier/toestemming/",
        recipient="care_organisation",
        how="written",
        who="Huis A",
        what="alleen de hulpvragen",
    )
    page = file.text("overdragen/")
    assert "Een andere zorgorganisatie: Huis A. Toestemming van" in page
    assert "alleen de hulpvragen" in page
    for basis in ("", file.basis("shelter")):
        refused = file.post("overdragen/", **{**sent, "basis": basis})
        assert refused.status_code == 422
        assert "basis" in refused.context["form"].errors
    assert file.placed.transfers == {}
    assert file.post("overdragen/", **sent).status_code == 303
    confirmed = [one.event for one in file.stream.events if isinstance(one.event, SharingConfirmed)]
    assert confirmed[-1] == SharingConfirmed("care_organisation", file.basis("care_organisation"))


def test_who_takes_over_in_baken_closes_the_own_file_as_transferred(file: Moving) -> None:
    house = another_house(file.town)
    file.post("overdragen/", **CHOICE, receiver=str(house.id))
    north = file.town.visit(Client(), "north")
    url = f"/meldingen/{received(file.town, house)}/"
    answered = north.post(
        url, {"command": str(uuid4()), "outcome": "received", "note": "Wij bellen.", "police": "no"}
    )
    assert answered.status_code == 303
    assert file.file.open
    north.post(url, {"command": str(uuid4()), "outcome": "taken_up", "note": ""})
    assert (file.file.open, file.file.outcome) == (False, "transferred")
    [transfer] = file.placed.transfers.values()
    page = file.text(f"overdragen/{transfer.id}/")
    assert "Overgenomen" in page
    assert "Wij bellen." in page
    assert file.stream.events[-1].actor is None
    north.post(url, {"command": str(uuid4()), "outcome": "finished", "note": ""})
    assert file.file.outcome == "transferred"


def test_a_coordinator_outside_baken_gets_a_document_without_the_address(file: Moving) -> None:
    sent = file.post(
        "overdragen/", **{**CHOICE, "receiver": "elsewhere", "receiver_name": "Coördinator Noord"}
    )
    assert sent.status_code == 303
    [transfer] = file.placed.transfers.values()
    there = f"overdragen/{transfer.id}/"
    for query, title, ending in (
        ("", "Overdracht van zorgcoördinatie", "of u de zorg overneemt"),
        ("?taal=nl", "Overdracht van zorgcoördinatie", "Een afschrift voor uzelf"),
        ("?taal=en", "Transfer of care coordination", "A copy for yourself"),
    ):
        printed = text_of(file.get(f"{there}document/{query}").content)
        assert title in printed
        assert ending in printed
        assert WORKING_NAME in printed
        assert not any(canary in printed for canary in CANARIES)
    assert file.get(f"{there}document/?taal=xx").status_code == 404
    assert file.post(f"{there}antwoord/", outcome="taken_up").status_code == 409
    assert file.post(f"{there}verzonden/", channel="secure_mail", on=file.today).status_code == 303
    assert file.post(f"{there}verzonden/", channel="secure_mail", on=file.today).status_code == 409
    assert file.post(f"{there}antwoord/", outcome="taken_up", note="Wij nemen het over.").status_code == 303
    assert file.file.outcome == "transferred"


def test_a_document_that_never_left_is_taken_back_with_a_reason(file: Moving) -> None:
    sent = {**CHOICE, "receiver": "elsewhere", "receiver_name": "Huis A"}
    file.post("overdragen/", **sent)
    [transfer] = file.placed.transfers
    there = f"overdragen/{transfer}/"
    assert f"/{there}terugnemen/" in file.text(there)
    assert file.post("overdragen/", **sent).status_code == 409
    assert file.post(f"{there}terugnemen/").status_code == 422
    assert file.post(f"{there}terugnemen/", reason="kanarie: het andere huis zit vol").status_code == 303
    page = file.text(there)
    assert "Teruggenomen, het document is niet verzonden" in page
    assert "kanarie: het andere huis zit vol" in page
    assert "document/" not in page
    assert "kanarie" not in str([one.event.to_payload() for one in file.stream.events])
    assert file.get(f"{there}document/").status_code == 303
    assert file.post(f"{there}verzonden/", channel="secure_mail", on=file.today).status_code == 409
    assert file.post("overdragen/", **{**sent, "receiver_name": "Huis B"}).status_code == 303
    assert len(file.placed.transfers) == 2


def test_consent_that_is_withdrawn_before_the_document_left_keeps_it_here(file: Moving) -> None:
    """V5."""
    file.post("overdragen/", **{**CHOICE, "receiver": "elsewhere", "receiver_name": "Coördinator Noord"})
    [transfer] = file.placed.transfers.values()
    there = f"overdragen/{transfer.id}/document/"
    assert file.get(there).status_code == 200
    for consent in file.file.consents.values():
        if consent.recipient == "care_organisation":
            file.post(f"dossier/intrekken/{consent.id}/")
    assert file.get(there).status_code == 303


def test_help_by_a_body_of_the_policy_can_be_handed_over(file: Moving) -> None:
    with scope(file.town.care.id):
        of_policy = next(id_ for id_ in lists.bodies() if id_ not in BODY)
    agreed = {"area": "legal", "what": "Advies over loon.", "by": of_policy, "due": file.today}
    assert file.post("dossier/hulpvraag/", **agreed).status_code == 303
    preview = file.post(
        "overdragen/",
        **{**CHOICE, "pieces": ["needs"], "receiver": "elsewhere"} | {"receiver_name": "Noord", "stage": ""},
    )
    assert preview.status_code == 200
    assert "Advies over loon." in preview.content.decode()


def test_without_consent_or_weighing_nothing_can_be_handed_over(db: None) -> None:
    file = moving()
    assert "afgewogen" in file.text("overdragen/")
    answer = file.post("overdragen/", **CHOICE, receiver="elsewhere")
    assert answer.status_code in (409, 422)
    assert file.placed.transfers == {}
    file.post("dossier/afweging/", recipient="care_organisation", outcome="may", reason="gevaar")
    assert 'name="receiver"' in file.text("overdragen/")


@pytest.mark.parametrize("missing", ["ground", "purpose", "pieces", "reason", "receiver_name"])
def test_a_transfer_without_a_ground_a_purpose_or_a_receiver_is_said_and_nothing_goes(
    file: Moving, missing: str
) -> None:
    """V2."""
    whole = {**CHOICE, "receiver": "elsewhere", "receiver_name": "Coördinator Noord"}
    answer = file.post("overdragen/", **{name: value for name, value in whole.items() if name != missing})
    assert answer.status_code == 422
    assert missing in answer.context["form"].errors
    assert file.placed.transfers == {}
    assert missing == "reason" or "De persoon woont nu daar." in answer.content.decode()
