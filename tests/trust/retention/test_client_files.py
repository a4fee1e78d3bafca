"""V21: a client file can be held off too, by whoever coordinates the care, and by nobody else."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client

from baken.core.vocabulary.moments import civil_date
from baken.ledger import keeping
from baken.tenancy.scope import scope
from tests.care.clients.filing import Filing, filing
from tests.tenants.things import reported

HOLDING = "/verantwoording/bewaren/tegenhouden/dossier/"
WHY = "kanarie-rechtszaak"


@pytest.fixture
def file(db: None) -> Filing:
    return filing()


def _held(file: Filing, client: UUID) -> bool:
    with scope(file.town.care.id):
        kept = keeping.from_events([client], file.town.now)[client].kept
    return kept.held_until is not None and kept.held_until > file.town.now


def test_a_closed_file_is_held_off_and_let_go_again(file: Filing) -> None:
    assert file.send("afsluiten", outcome="help_ended", note="klaar").status_code == 303
    page = f"{HOLDING}{file.id}/"
    assert page in file.get().content.decode()
    browser = file.town.visit(Client(), "care")
    until = (civil_date(file.town.now) + timedelta(days=30)).isoformat()
    too_long = (civil_date(file.town.now) + timedelta(days=900)).isoformat()
    refused = browser.post(page, {"command": str(uuid4()), "until": too_long, "reason": WHY})
    assert refused.status_code == 409
    assert WHY in refused.content.decode()
    held = browser.post(page, {"command": str(uuid4()), "until": until, "reason": WHY})
    assert (held.status_code, held["Location"]) == (303, file.url())
    assert _held(file, file.id)
    before = file.state
    with scope(file.town.care.id):
        (planned,) = [one for one in keeping.every(file.town.now) if one.stream == file.id]
        assert planned.kept.held_until is not None, "the row of the list knows it too"
    [(hold, _until)] = (shown := browser.get(page)).context["holds"]
    end = f"{page}{hold}/"
    assert end in shown.content.decode()
    assert browser.post(end, {"command": str(uuid4()), "reason": "uitspraak"}).status_code == 303
    assert not _held(file, file.id)
    assert file.state == before, "a hold changes nothing in the file itself"


def test_who_reads_no_client_files_holds_none(file: Filing) -> None:
    """Also not a focal point of another organisation, nor the director who follows the case."""
    for visitor in ("director", "focal_point", "outsider", "archivist"):
        browser = file.town.visit(Client(), visitor)
        answer = {"command": str(uuid4()), "until": "2099-01-01", "reason": WHY}
        assert browser.get(f"{HOLDING}{file.id}/").status_code == 404
        assert browser.post(f"{HOLDING}{file.id}/", answer).status_code == 404
    assert not _held(file, file.id)


def test_the_address_for_one_sort_does_not_lead_to_the_other(file: Filing) -> None:
    signal = reported(file.town)
    care, focal = (file.town.visit(Client(), who) for who in ("care", "focal_point"))
    assert care.get(f"/verantwoording/bewaren/tegenhouden/{file.id}/").status_code == 404
    assert focal.get(f"{HOLDING}{signal}/").status_code == 404
