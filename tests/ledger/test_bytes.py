"""What a thief of the database reads: nothing of what was told. What lies there openly is found."""

import base64
import zlib
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings

from baken.core.policy.resolve import resolve
from baken.ledger import codes, keyset, policies, signals, store, vault
from baken.project import embedded, programs
from baken.project.policies import library
from baken.project.state import state_dir
from baken.tenancy import actions
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
from tests import scanning
from tests.ledger.conftest import Administrator
from tests.ledger.happening import NOW
from tests.ledger.test_projections import a_report

TOLD = {
    "seen": "Zestien matrassen op de zolder boven de wasserette",
    "who": "Ilona Przybylska-Veldhuis",
    "where": "Korenbloemsteeg 118b, Oudewater",
    "car": "XK-481-ZP",
    "quoted": 'Hij zei: "jij blijft hier" & <lachte>',
    "long": "Elke ochtend om kwart over vijf vertrekt het witte busje. " * 60,
}
REPORTER = {
    "name": "Théodora Günther-Öztürk",
    "mail": "theodora.g@voorbeeld.example",
    "phone": "+31 6 5550 1739",
}
TOKEN = "f0rm-t0ken-0f-the-rep0rter-nobody-knows"
PASSPHRASE = "een kluiszin die nergens mag liggen"
OPEN = "Dit woord ligt open en moet gevonden worden"


@pytest.fixture
def planted(organisation: UUID) -> list[str]:
    """A report as the rooms make it, and every string of it that nobody may find again."""
    Organisation.objects.create(id=organisation, slug="hier", name="Hier", kind="municipality", made_at=NOW)
    stream, code = store.new_stream(), codes.make(TOKEN)
    with scope(organisation):
        person = actions.add_person(email="a@example.org", name="A")
        member = actions.add_member(person=person, roles=["focal_point"], now=NOW)
        post = actions.create_post(role="focal_point", name="Post", holders=[member.id], now=NOW)
        actions.set_vault_passphrase(membership_id=member.id, passphrase=PASSPHRASE, now=NOW)
        post.refresh_from_db()
        bundle = resolve(library(), "woerden", NOW.date())
        policies.store(bundle)
        content, envelope = vault.put(stream, "content", TOLD), vault.put_sealed(stream, post, REPORTER)
        report = a_report(content=content, envelope=envelope, reporter_named="yes")
        signals.begin(stream, [report], actor=None, bundle=bundle, now=NOW, command=codes.command(TOKEN))
        codes.register(code, organisation, stream)
    keys = keyset.in_use()
    secrets = [base64.b64encode(key).decode() for key in [*keys.keys.values(), settings.SECRETS.return_codes]]
    words = [*TOLD.values(), *REPORTER.values(), TOKEN, PASSPHRASE, str(code), code.value, *secrets]
    return [word[:58] for word in words]


def everything(server: Any, administrator: Administrator) -> list[bytes]:
    """Both dumps of both databases, and every file of the data directory where it is ours to read."""
    found = []
    for database in ("baken_test", "baken_test_keys"):
        with administrator(database) as admin:
            admin.execute("CHECKPOINT")
        found += scanning.dumps(server, programs.bin_dir(None), database)
    if server.embedded:
        found += scanning.data_files(embedded.base_dir(state_dir()) / "data")
    return found


def test_no_dump_and_no_file_of_the_database_tells_what_was_told(
    planted: list[str], database_server: Any, administrator: Administrator
) -> None:
    """R4, V6: stolen without the secrets folder, the database tells nothing of a report."""
    with administrator() as admin:
        admin.execute("CREATE TABLE control (word text)")
        admin.execute("INSERT INTO control VALUES (%s)", [OPEN])
    try:
        stolen = everything(database_server, administrator)
    finally:
        with administrator() as admin:
            admin.execute("DROP TABLE control")
    assert scanning.found_in(stolen, [*planted, OPEN]) == {OPEN}


HIDDEN = {
    "in the clear": ("text", OPEN),
    "in a long text that is kept compressed": ("text", "x" * 9_000 + OPEN + "y" * 9_000),
    "as bytes": ("bytea", OPEN.encode()),
    "as base64": ("text", base64.b64encode(OPEN.encode()).decode()),
    "as base64, one further": ("text", base64.b64encode(b"x" + OPEN.encode() + b"yz").decode()),
    "as base64, two further": ("text", base64.b64encode(b"xx" + OPEN.encode()).decode()),
    "as UTF-16": ("bytea", OPEN.encode("utf-16")),
    "compressed": ("bytea", b"before" + zlib.compress(b"words " * 9 + OPEN.encode()) + b"after"),
    "compressed base64": ("bytea", zlib.compress(base64.b64encode(b"x" + OPEN.encode()))),
    "as hexadecimals": ("text", OPEN.encode().hex().upper()),
}


@pytest.mark.parametrize(("kind", "content"), HIDDEN.values(), ids=HIDDEN.keys())
def test_the_search_finds_what_lies_there_in_any_disguise(
    database_server: Any, administrator: Administrator, kind: str, content: str | bytes
) -> None:
    with administrator() as admin:
        admin.execute(f"CREATE TABLE control (word {kind})")
        admin.execute("INSERT INTO control VALUES (%s)", [content])
    try:
        for dump in scanning.dumps(database_server, programs.bin_dir(None), "baken_test"):
            assert scanning.found_in([dump], [OPEN, "something else altogether"]) == {OPEN}
    finally:
        with administrator() as admin:
            admin.execute("DROP TABLE control")


def test_the_secrets_lie_outside_the_data_directory() -> None:
    assert not keyset.path().is_relative_to(embedded.base_dir(state_dir()))
    assert Path(keyset.path()).stat().st_mode & 0o077 == 0
