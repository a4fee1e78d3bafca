"""V20: no photos, copies of papers or other files with a signal: no page asks for them, and none is kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve

from baken.ledger import signals, vault
from baken.tenancy.scope import scope
from tests.intake.sending import STORY, TOKEN, signals_of
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.tenants import things
from tests.tenants.town import Town
from tests.web.addresses import addresses


def test_the_only_address_that_takes_files_takes_those_of_a_policy() -> None:
    """Every other address refuses what is no text."""
    taking = {one for one in addresses() if getattr(resolve(one).func, "takes_files", False)}
    assert {resolve(one).view_name for one in taking} == {"policy:draft_import"}


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
