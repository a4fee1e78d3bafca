"""Files with a signal: only where they are on, only for who handles it, and gone when the signal goes (V20)."""

import base64
import hashlib
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from baken.core.derive.signal import File
from baken.files import limits
from baken.ledger import destroying, signals, vault
from baken.ledger.models import ReadEntry, VaultRecord
from baken.tenancy.scope import scope
from tests.files.having import REASON, begin, send
from tests.files.made import CANARY, document, picture
from tests.ledger.test_destroying import as_owner
from tests.route.case import Case
from tests.route.case import begin as begin_plain
from tests.rules.stored import rows
from tests.scanning import found_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(db: None) -> Case:
    return begin()


def kept(case: Case) -> tuple[File, ...]:
    return case.file().state.files


def test_where_the_policy_does_not_switch_them_on_there_is_no_page_and_no_link() -> None:
    plain = begin_plain().receive()
    assert plain.get("bestand/").status_code == 404
    answer = plain.client.post(
        plain.url("bestand/"), {"kind": "photo", "reason": "x", "sent": BytesIO(picture())}
    )
    assert answer.status_code == 404
    assert "/bestand/" not in plain.get().content.decode()
    assert kept(plain) == ()


def test_where_it_does_a_photo_is_kept_shown_and_sealed(case: Case) -> None:
    assert "Bestand toevoegen" in case.get().content.decode()
    sent = picture()
    answer = send(case, sent)
    assert answer.status_code == 303
    one = kept(case)[0]
    assert (one.kind, one.media, one.sha256) == ("photo", "jpeg", hashlib.sha256(sent).hexdigest())
    page = case.get().content.decode()
    assert f"{case.url('bestand/1/')}" in page
    assert REASON in page
    copy = case.get("bestand/1/")
    with Image.open(BytesIO(copy.content)) as shown:
        assert shown.size == (60, 40)
    assert CANARY.encode() not in copy.content
    assert copy["Content-Type"] == "image/jpeg"
    assert copy["Content-Disposition"] == 'attachment; filename="bestand-1.jpg"'
    assert copy["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in copy["Content-Security-Policy"].split("; ")
    assert copy["Cache-Control"] == "no-store"


def test_the_original_opens_with_the_key_of_the_post_only(case: Case) -> None:
    sent = document()
    assert send(case, sent, kind="document").status_code == 303
    one = kept(case)[0]
    secret = case.town.open_vault("focal_point")
    with scope(case.town.woerden.id):
        with pytest.raises(vault.NotPlain):
            vault.get(case.signal, one.original)
        opened = base64.b64decode(vault.get_sealed(case.signal, one.original, secret)["file"])
    assert opened == sent
    assert hashlib.sha256(opened).hexdigest() == one.sha256


def test_neither_the_name_nor_anything_in_the_file_lies_open_in_a_row(case: Case) -> None:
    sent = picture()
    assert send(case, sent).status_code == 303
    words = [CANARY, "Kanarie-reden", base64.b64encode(sent)[:200].decode()]
    assert found_in(rows(case.town), [*words, "Persoon focal_point"]) == {"Persoon focal_point"}


def test_opening_a_copy_is_an_export_in_the_read_log(case: Case) -> None:
    send(case, picture())
    case.get("bestand/1/")
    with scope(case.town.woerden.id):
        entry = ReadEntry.objects.order_by("-number")[0]
    assert (entry.address, entry.deed, entry.object_id) == ("files:copy", "export", case.signal)


@pytest.mark.parametrize("kind", ["identity_paper", "message"])
def test_a_copy_of_a_paper_or_a_message_is_refused_with_why(case: Case, kind: str) -> None:
    answer = send(case, picture(), kind=kind)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "niet nodig om een signaal te wegen" in page
    assert REASON in page
    assert kept(case) == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "geen foto"),
        (b"MZ" + bytes(90), "geen foto"),
        (picture()[:500], "niet veilig"),
        (document(), "een PDF en geen foto"),
    ],
    ids=["svg", "exe", "broken", "pdf as photo"],
)
def test_what_is_no_such_file_is_refused_and_nothing_of_it_is_kept(
    case: Case, data: bytes, says: str
) -> None:
    before = vault_records(case)
    answer = send(case, data)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert REASON in answer.content.decode()
    assert vault_records(case) == before


def vault_records(case: Case) -> int:
    with scope(case.town.woerden.id):
        return VaultRecord.objects.filter(stream_id=case.signal).count()


def test_eleven_megabytes_are_turned_away_and_ten_are_not_a_megabyte_too_many(case: Case) -> None:
    """The limit is higher at this address alone, and only for a form with a file."""
    assert send(case, picture() + bytes(11_000_000)).status_code == 413
    assert send(case, picture() + bytes(limits.MAX_FILE - len(picture()))).status_code == 303
    elsewhere = case.client.post(
        case.url("wegen/"), {"outcome": "proceed", "reason": BytesIO(bytes(2_000_000))}
    )
    assert elsewhere.status_code == 413
    form = "application/x-www-form-urlencoded"
    assert case.client.post(case.url("bestand/"), b"a" * 2_000_000, content_type=form).status_code == 413


def test_a_file_that_is_sent_twice_is_kept_once(case: Case) -> None:
    hidden = dict(case.hidden("bestand/"))
    sent = picture()
    for _ in range(2):
        fields: dict[str, Any] = {"kind": "photo", "reason": REASON, "sent": BytesIO(sent), **hidden}
        assert case.client.post(case.url("bestand/"), fields).status_code == 303
    assert len(kept(case)) == 1


@pytest.mark.parametrize("visitor", ["neighbour", "outsider", "coordinator", "supervisor", "administrator"])
def test_nobody_else_can_add_or_open_one(case: Case, visitor: str) -> None:
    send(case, picture())
    case.visit(visitor)
    assert case.get("bestand/").status_code == 404
    assert case.get("bestand/1/").status_code == 404


def test_there_is_no_file_that_was_not_added(case: Case) -> None:
    assert case.get("bestand/1/").status_code == 404
    assert case.get("bestand/0/").status_code == 404


def test_a_file_goes_when_the_signal_goes(transactional_db: None) -> None:
    case = begin()
    send(case, picture())
    town = case.town
    with scope(town.woerden.id):
        one = signals.read(case.signal, now=town.now).state.files[0]
    with as_owner():
        destroying.destroy(town.woerden.id, case.signal, now=town.now)
    with scope(town.woerden.id):
        with pytest.raises(vault.NotInVault):
            vault.get(case.signal, one.copy)
        assert not VaultRecord.objects.filter(stream_id=case.signal).exists()


def test_a_closed_signal_takes_no_file(case: Case) -> None:
    from baken.route import actions as route

    case.assess("not_trafficking")
    with scope(case.town.woerden.id):
        route.close(outcome="no_action", reason="afgerond", **{**case.by(), "command_id": uuid4()})
    assert "Heropen het signaal eerst" in case.get("bestand/").content.decode()
