"""The files of a backup: closed, checked by their note, and gone when they are too old."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from baken.project.backup import files
from baken.project.trouble import Trouble

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OWN = pyrage.x25519.Identity.generate()
SECRET = b"s" * 32


def whole(folder: Path, moment: datetime, main: bytes = b"main", keys: bytes = b"keys") -> files.Backup:
    """A backup with these contents, as `baken backup` leaves it."""
    made = files.named(folder, moment)
    files.close(io.BytesIO(main), made.main, OWN.to_public())
    files.close(io.BytesIO(keys), made.keys, OWN.to_public())
    files.write_note(made, "0.1", SECRET)
    return made


def test_what_was_closed_opens_with_its_identity_and_with_no_other(tmp_path: Path) -> None:
    made = whole(tmp_path, NOW, main=b"kanarie" * 100_000)
    opened = io.BytesIO()
    files.open_to(made.main, opened, OWN)
    assert opened.getvalue() == b"kanarie" * 100_000
    assert b"kanarie" not in made.main.read_bytes()
    with pytest.raises(Trouble, match="another identity"):
        files.open_to(made.main, io.BytesIO(), pyrage.x25519.Identity.generate())


def test_only_its_owner_can_read_a_file_of_a_backup(tmp_path: Path) -> None:
    made = whole(tmp_path, NOW)
    assert {path.stat().st_mode & 0o077 for path in (made.main, made.keys)} == {0}


def test_an_identity_is_written_once_for_its_owner_alone(tmp_path: Path) -> None:
    where = tmp_path / "identity.txt"
    recipient = files.new_identity(where)
    assert where.stat().st_mode & 0o077 == 0
    assert str(files.identity(where).to_public()) == recipient
    with pytest.raises(Trouble, match="is there already"):
        files.new_identity(where)


@pytest.mark.parametrize("text", ["", "age1", "AGE-SECRET-KEY-1", "age1" + "q" * 58, "héé"])
def test_what_is_no_recipient_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(Trouble, match="backup-key"):
        files.recipient(text)


@pytest.mark.parametrize("content", [b"", b"# only a remark\n", b"nonsense\n", b"\xff\xfe\x00"])
def test_what_is_no_identity_is_refused(tmp_path: Path, content: bytes) -> None:
    where = tmp_path / "identity.txt"
    where.write_bytes(content)
    with pytest.raises(Trouble, match="no identity"):
        files.identity(where)


@pytest.mark.parametrize(
    "harm", ["note gone", "note damaged", "main changed", "keys gone", "from elsewhere", "older"]
)
def test_a_backup_that_is_not_as_it_was_written_says_so_before_anything_is_restored(
    tmp_path: Path, harm: str
) -> None:
    made = whole(tmp_path, NOW)
    assert files.check(made, SECRET).version == "0.1"
    if harm == "note gone":
        made.note.unlink()
    elif harm == "note damaged":
        made.note.write_text("{")
    elif harm == "main changed":
        made.main.write_bytes(made.main.read_bytes()[:-1] + b"x")
    elif harm == "older":
        old = whole(tmp_path, NOW - timedelta(days=1))
        for path, mine in ((old.main, made.main), (old.keys, made.keys), (old.note, made.note)):
            path.rename(mine)
    elif harm == "from elsewhere":
        files.write_note(made, "0.1", b"x" * 32)
    else:
        made.keys.unlink()
    with pytest.raises(Trouble):
        files.check(made, SECRET)


def test_keys_go_after_days_and_the_rest_after_months_but_the_newest_whole_backup_stays(
    tmp_path: Path,
) -> None:
    """V21: what was destroyed cannot be read from a backup for longer than the keys are kept."""
    made = {days: whole(tmp_path, NOW - timedelta(days=days)) for days in (100, 30, 8, 7, 1)}
    gone = files.forget(tmp_path, NOW, keys_days=7, main_days=90)
    assert set(gone) == {
        made[100].keys.name,
        made[100].main.name,
        made[100].note.name,
        made[30].keys.name,
        made[8].keys.name,
    }
    assert files.check(made[7], SECRET)
    assert files.check(made[1], SECRET)
    assert files.forget(tmp_path, NOW, keys_days=7, main_days=90) == []


def test_the_only_backup_stays_however_old_it_is(tmp_path: Path) -> None:
    old = whole(tmp_path, NOW - timedelta(days=400))
    half = files.named(tmp_path, NOW)
    half.main.write_bytes(b"cut short")
    assert files.forget(tmp_path, NOW, keys_days=7, main_days=90) == []
    assert files.check(old, SECRET)
