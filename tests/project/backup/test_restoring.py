"""A backup that cannot be restored is none: each of these really dumps, restores and checks (GEN-07)."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.test import Client

from baken.account import recovery
from baken.project import databases, prepare, secrets
from baken.project.backup import files, making, restoring
from baken.project.programs import bin_dir
from baken.project.trouble import Trouble
from tests.intake.conftest import adopt
from tests.scanning import found_in
from tests.tenants.town import Town, build

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OWN = pyrage.x25519.Identity.generate()
ELSEWHERE = "baken_restored"
STORY = "kanarieverhaal over een kluis"
NAME = "Johanna Kanariegroen"
READS = f"""
import django; django.setup()
from baken.ledger.models import EventRecord
from baken.ledger import signals, vault
from baken.tenancy.models import Organisation
from baken.tenancy.scope import scope
with scope(Organisation.objects.get(slug="woerden").id):
    first = EventRecord.objects.get(type="signal.reported")
    assert vault.get(first.stream_id, first.payload["content"])["happened"] == {STORY!r}
"""


@pytest.fixture
def reported(transactional_db: None, client: Client) -> Town:
    """A town in which somebody reported."""
    town = build()
    adopt(town)
    told = {
        "token": "t" * 43,
        "happened": STORY,
        "named": "yes",
        "name": NAME,
        "contact": "kanarie@melder.example",
    }
    assert client.post("/melden/woerden/", told).status_code == 200
    return town


@pytest.fixture
def elsewhere(database_server: databases.Server) -> Iterator[dict[str, str]]:
    """The environment of an empty installation on the same server, with the same secrets."""
    prepare.drop(database_server, ELSEWHERE)
    yield {**os.environ, "BAKEN_DATABASE": ELSEWHERE}
    prepare.drop(database_server, ELSEWHERE)


def backed_up(folder: Path) -> files.Backup:
    return making.make(os.environ, folder, OWN.to_public(), now=NOW)


def test_what_was_backed_up_can_be_restored_read_and_verified(
    reported: Town, elsewhere: dict[str, str], tmp_path: Path, database_server: Any
) -> None:
    said = restoring.restore(elsewhere, backed_up(tmp_path), OWN)
    assert any("0 broken" in line for line in said)
    done = subprocess.run(
        [sys.executable, "-c", READS],
        env={**elsewhere, "DJANGO_SETTINGS_MODULE": "baken.project.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_what_is_restored_keeps_organisations_apart_and_events_as_they_are(
    reported: Town, elsewhere: dict[str, str], tmp_path: Path, database_server: Any
) -> None:
    """Row-level security, its force, its policies, owners, grants and triggers travel with the dump (V8)."""
    asked = """
        SELECT c.relname, pg_get_userbyid(c.relowner), c.relrowsecurity, c.relforcerowsecurity,
               c.relacl::text, (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid),
               (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'O')
        FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'S') ORDER BY 1
    """
    restoring.restore(elsewhere, backed_up(tmp_path), OWN)
    for here, there in (("baken_test", ELSEWHERE), ("baken_test_keys", f"{ELSEWHERE}_keys")):
        found = []
        for name in (here, there):
            with prepare.connect(database_server, name) as admin:
                found.append(admin.execute(asked).fetchall())
        assert found[0] == found[1]
        assert found[0]


def test_a_restored_installation_begins_without_sessions_and_recovery_codes(
    reported: Town, client: Client, elsewhere: dict[str, str], tmp_path: Path, database_server: Any
) -> None:
    """A code that was used after the backup must not count again."""
    reported.visit(client, "focal_point")
    recovery.make(reported.people["focal_point"].id)
    restoring.restore(elsewhere, backed_up(tmp_path), OWN)
    asked = "SELECT (SELECT count(*) FROM account_session), (SELECT count(*) FROM account_recoverycode)"
    counted = {}
    for name in ("baken_test", ELSEWHERE):
        with prepare.connect(database_server, name) as admin:
            counted[name] = admin.execute(asked).fetchone()
    assert counted[ELSEWHERE] == (0, 0)
    assert min(counted["baken_test"] or (0,)) > 0


def test_neither_the_files_nor_the_dumps_inside_tell_what_was_told(reported: Town, tmp_path: Path) -> None:
    """With a control: what is no secret is found, so the scan sees into the dumps."""
    made = backed_up(tmp_path)
    assert (
        found_in([made.main.read_bytes(), made.keys.read_bytes()], [STORY, NAME, "Persoon focal_point"])
        == set()
    )
    texts = []
    for path in (made.main, made.keys):
        dump = io.BytesIO()
        files.open_to(path, dump, OWN)
        order = [bin_dir(None) / "pg_restore", "--file", "-"]
        texts.append(subprocess.run(order, input=dump.getvalue(), capture_output=True, check=True).stdout)
    assert found_in(texts, [STORY, NAME]) == set()
    assert found_in(texts, ["Persoon focal_point"])


def test_a_restore_never_writes_over_anything(reported: Town, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="is not empty"):
        restoring.restore(os.environ, backed_up(tmp_path), OWN)


def test_a_backup_is_proved_beside_the_real_thing_and_leaves_nothing(
    reported: Town, tmp_path: Path, database_server: Any
) -> None:
    assert any("0 broken" in line for line in restoring.prove(os.environ, backed_up(tmp_path), OWN))
    with prepare.connect(database_server) as admin:
        found = {name for (name,) in admin.execute("SELECT datname FROM pg_database")}
    assert not {name for name in found if "proof" in name}


def test_a_dump_that_is_damaged_inside_is_restored_as_a_whole_or_not_at_all(
    reported: Town, elsewhere: dict[str, str], tmp_path: Path, database_server: Any
) -> None:
    made = backed_up(tmp_path)
    dump = io.BytesIO()
    files.open_to(made.main, dump, OWN)
    made.main.unlink()
    files.close(io.BytesIO(dump.getvalue()[: len(dump.getvalue()) // 2]), made.main, OWN.to_public())
    files.write_note(made, "0.1", secrets.load(make=False).return_codes)
    with pytest.raises(Trouble, match="Nothing of it was kept"):
        restoring.restore(elsewhere, made, OWN)
    with prepare.connect(database_server, ELSEWHERE) as admin:
        row = admin.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert row == (0,)


def test_a_backup_that_is_cut_short_leaves_nothing_that_looks_whole(
    reported: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "write_note", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        backed_up(tmp_path)
    assert list(tmp_path.iterdir()) == []
