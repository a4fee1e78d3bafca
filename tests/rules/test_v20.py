"""V20: files are off; where a municipality switches photos on, the copy is clean and the original sealed."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve

from baken.core.policy.resolve import resolve as resolve_policy
from baken.ledger import signals, vault
from baken.project.policies import library
from baken.tenancy.scope import scope
from tests.files.having import begin, send
from tests.files.made import CANARY, picture
from tests.intake.sending import STORY, TOKEN, signals_of
from tests.policies.test_shipped import SHIPPED
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.tenants import things
from tests.tenants.town import Town
from tests.web.addresses import addresses


def test_few_addresses_take_files_and_one_of_them_keeps_any() -> None:
    """Every other address refuses what is no text; that of a signal takes one only where a policy switched it on."""
    taking = {one for one in addresses() if getattr(resolve(one).func, "takes_files", False)}
    read_and_not_kept = {"policy:draft_import", "care_exchange:look", "programme_plan:bring_in"}
    assert {resolve(one).view_name for one in taking} == read_and_not_kept | {"files:add"}


@pytest.mark.parametrize("policy", SHIPPED)
def test_no_shipped_policy_switches_files_on(policy: str) -> None:
    assert resolve_policy(library(), policy, date(2026, 11, 22)).files is None


def test_where_they_are_on_the_copy_tells_nothing_that_the_photo_did_and_the_original_is_sealed(
    db: None,
) -> None:
    """On by a municipality's own policy, with a ground and a reason; `tests/files` tries what can be sent."""
    case = begin()
    assert send(case, picture()).status_code == 303
    assert CANARY.encode() not in case.get("bestand/1/").content
    with scope(case.town.woerden.id), pytest.raises(vault.NotPlain):
        vault.get(case.signal, case.file().state.files[0].original)
    assert send(case, picture(), kind="identity_paper").status_code == 422
    assert found_in(rows(case.town), [CANARY]) == set()


def test_no_page_for_reporting_asks_for_a_file(client: Client, town: Town) -> None:
    things.adopt(town)
    for page in (client.get("/melden/woerden/"), town.visit(client, "focal_point").get("/werk/invoeren/")):
        assert page.status_code == 200
        assert 'type="file"' not in page.content.decode()
        assert "multipart/form-data" not in page.content.decode()


@pytest.mark.parametrize(
    ("photo", "accepted"),
    [(b"\xff\xd8kanariebeeld", 0), (b"kanariebeeld als tekst", 1)],
    ids=["image", "text"],
)
def test_a_file_that_is_sent_along_is_kept_nowhere(
    client: Client, town: Town, photo: bytes, accepted: int
) -> None:
    """An image is refused with the report it came with; of a file with text only the report is kept."""
    things.adopt(town)
    file = SimpleUploadedFile("kanariefoto.jpg", photo, "image/jpeg")
    client.post("/melden/woerden/", {"token": TOKEN, "happened": STORY, "photo": file})
    assert len(signals_of(town.woerden)) == accepted
    assert found_in(rows(town), ["kanariefoto", "kanariebeeld", "Persoon focal_point"]) == {
        "Persoon focal_point"
    }
    for signal in signals_of(town.woerden):
        with scope(town.woerden.id):
            kept = [str(vault.get(signal, ref)) for ref in signals.read(signal, now=town.now).state.contents]
        assert kept
        assert found_in([one.encode() for one in kept], ["kanarie"]) == set()
