"""V21: back up, destroy, restore, replay: gone. And after destroying, no dump holds the words or what opened them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.db import connection, connections

from baken.ledger import checking, codes, datakeys, deletions, signals, store
from baken.ledger.models import DataKey, DestroyedCount, VaultRecord
from baken.project import prepare, programs
from baken.project.databases import Server, switch_role
from baken.project.retention_commands import retention
from baken.tenancy.models import Locator
from baken.tenancy.scope import scope
from baken.trust.retention import carrying, chores
from tests.trust.retention.conftest import Shelf, as_owner

MAIN, BACK = "baken_test", "baken_back"


def dumped(server: Server, *words: str) -> dict[str, bytes]:
    """Return both databases as PostgreSQL's own program writes them."""
    return {end: _run(server, "pg_dump", f"{MAIN}{end}", *words) for end in ("", "_keys")}


def _run(server: Server, program: str, dbname: str, *words: str, told: bytes | None = None) -> bytes:
    order = [str(programs.bin_dir(programs.account()) / program), *words, "-h", server.host]
    order += ["-p", str(server.port), "-U", server.user, "-d", dbname]
    env = {**os.environ, "PGPASSWORD": server.password}
    return subprocess.run(order, env=env, input=told, capture_output=True, check=True).stdout


@contextmanager
def restored(server: Server, backup: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read a backup into databases beside the real ones, and work in those."""
    words = settings.SECRETS.passwords
    prepare.drop(server, BACK)
    prepare.everything(server, BACK, words)
    try:
        for end, dump in backup.items():
            _run(server, "pg_restore", f"{BACK}{end}", "--exit-on-error", "--clean", "--if-exists", told=dump)
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("BAKEN_DATABASE", BACK)
            switch_role("app", words)
            yield
    finally:
        switch_role("app", words)
        assert connections["default"].settings_dict["NAME"] == MAIN
        prepare.drop(server, BACK)


def test_what_was_destroyed_is_gone_from_every_dump_and_goes_again_after_a_restore(
    shelf: Shelf, database_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, kept = shelf.closed().signal, shelf.closed("handled", "trafficking").signal
    with scope(shelf.here):
        boxes = [bytes(one.box).hex() for one in VaultRecord.objects.filter(stream_id=gone)]
        sealed = VaultRecord.objects.get(stream_id=kept, kind="sealed")
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT set_config('baken.organisation', %s, false)", [str(shelf.here)])
        key = bytes(DataKey.objects.get(stream_id=gone).box).hex()
    before = dumped(database_server)
    assert all(box.encode() in before[""] for box in boxes)
    assert key.encode() in before["_keys"]
    backup = dumped(database_server, "--format=custom")

    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    with as_owner():
        chores.destroy(shelf.now)
        chores.erase(shelf.now)
    after = dumped(database_server)
    assert not any(box.encode() in dump for box in boxes for dump in after.values())
    assert not any(key.encode() in dump for dump in after.values())

    with restored(database_server, backup, monkeypatch):
        with scope(shelf.here):
            assert connection.settings_dict["NAME"] == BACK
            assert signals.read(gone, now=shelf.now).state.closed, "the backup brought it back"
        noted = len(list(deletions.read()))
        monkeypatch.setenv("BAKEN_DB_ROLE", "owner")
        switch_role("owner", settings.SECRETS.passwords)
        for said in (f"{noted} destroyed again, of {noted}", f"0 destroyed again, of {noted}"):
            done = CliRunner().invoke(retention, ["replay"], catch_exceptions=False)
            assert said in done.output
        switch_role("app", settings.SECRETS.passwords)
        assert checking.verify([shelf.here]).broken == ()
        with scope(shelf.here):
            assert store.load(gone).destroyed
            assert not VaultRecord.objects.filter(stream_id=gone).exists()
            assert not Locator.objects.filter(target=gone).exists()
            assert Locator.objects.filter(kind=codes.KIND, target=kept).exists()
            assert DestroyedCount.objects.get(category="unfounded").count == 1
            assert [one.id for one in VaultRecord.objects.filter(id=sealed.id)] == [sealed.id], (
                "what is still owed keeps who the reporter is"
            )
        with pytest.raises(datakeys.KeyGone):
            datakeys.fetch(shelf.here, gone)


def test_only_the_owner_replays(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BAKEN_DB_ROLE", raising=False)
    refused = CliRunner().invoke(retention, ["replay"])
    assert refused.exit_code == 2
    assert "BAKEN_DB_ROLE=owner" in refused.output


def test_a_list_that_a_restore_brought_back_as_approved_ends_as_carried_out(shelf: Shelf) -> None:
    """The deletion was noted, the list was not yet told: running again tells it, and counts it once."""
    gone = shelf.closed().signal
    drawn = shelf.drawn_up()
    shelf.approve(drawn)
    deletions.note(deletions.Deletion(shelf.here, gone, shelf.now, "unfounded"))
    with as_owner():
        assert carrying.replay() == 1
        assert chores.destroy(shelf.now) == 1
    assert shelf.state(drawn).counts == {"unfounded": 1}
    with scope(shelf.here):
        assert DestroyedCount.objects.get().count == 1
