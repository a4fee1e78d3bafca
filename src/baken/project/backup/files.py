"""The files of one backup: the main database and the keys apart, each closed with age for whoever keeps the identity.

The server that makes a backup cannot open it. Any program that knows age (https://age-encryption.org) can, so that a
backup does not need Baken to be read.
"""

import hashlib
import hmac
import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pyrage

from baken.project.trouble import Trouble

STAMP = "%Y%m%dT%H%M%SZ"
MAIN, KEYS, NOTE = ".main.age", ".keys.age", ".json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Note:
    """What lies beside a backup, to check it by before anything is opened. Holds nothing about anybody.

    Anybody can close a file for a recipient, and a dump is read by who may do everything. So `seal` says that this
    installation wrote the note.
    """

    made_at: str
    version: str
    main_sha256: str
    main_bytes: int
    keys_sha256: str
    keys_bytes: int
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in a folder: `baken-<moment>` with its three endings."""

    folder: Path
    name: str

    @property
    def main(self) -> Path:
        """The closed dump of the main database."""
        return self.folder / f"{self.name}{MAIN}"

    @property
    def keys(self) -> Path:
        """The closed dump of the key database; it goes sooner than the main one."""
        return self.folder / f"{self.name}{KEYS}"

    @property
    def note(self) -> Path:
        """The note, written last: without it a backup is not whole."""
        return self.folder / f"{self.name}{NOTE}"

    @property
    def made_at(self) -> datetime:
        """When it was made, from its name."""
        return datetime.strptime(f"{self.name.removeprefix('baken-')}+0000", f"{STAMP}%z")


def named(folder: Path, moment: datetime) -> Backup:
    """Return the backup of this moment (UTC)."""
    return Backup(folder, f"baken-{moment.strftime(STAMP)}")


def all_in(folder: Path) -> list[Backup]:
    """Return every backup in a folder that has a note, the oldest first."""
    return [Backup(folder, note.stem) for note in sorted(folder.glob(f"baken-*Z{NOTE}"))]


def recipient(text: str) -> pyrage.x25519.Recipient:
    """Read for whom a backup is closed."""
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise Trouble(
            "This is no recipient of age: it begins with age1. `baken backup-key` makes one, with its identity.",
            code=2,
        ) from None


def identity(path: Path) -> pyrage.x25519.Identity:
    """Read the identity that opens backups; it is kept away from the server."""
    try:
        lines = [line.strip() for line in path.read_text("utf-8").splitlines()]
        return pyrage.x25519.Identity.from_str(
            next(line for line in lines if line and not line.startswith("#"))
        )
    except (StopIteration, pyrage.IdentityError, UnicodeDecodeError):
        raise Trouble(
            f"{path.name} holds no identity of age: one line that begins with AGE-SECRET-KEY-1."
        ) from None


def new_identity(path: Path) -> str:
    """Write a new identity, readable by its owner alone, and return its recipient. Never writes over a file."""
    fresh = pyrage.x25519.Identity.generate()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Trouble(
            f"{path} is there already. It may open older backups; choose another name.", code=2
        ) from None
    with os.fdopen(handle, "w") as file:
        file.write(f"# public key: {fresh.to_public()}\n{fresh}\n")
        file.flush()
        os.fsync(file.fileno())
    return str(fresh.to_public())


def close(source: BinaryIO, target: Path, to: pyrage.x25519.Recipient) -> None:
    """Read everything from `source` and write it closed; nothing lies open on the disk at any moment."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        pyrage.encrypt_io(source, file, [to])
        file.flush()
        os.fsync(file.fileno())


def open_to(path: Path, target: BinaryIO, own: pyrage.x25519.Identity) -> None:
    """Open a closed file into `target`."""
    try:
        with path.open("rb") as file:
            pyrage.decrypt_io(file, target, [own])
    except pyrage.DecryptError:
        raise Trouble(
            f"{path.name} does not open: it was closed for another identity, or is damaged. Nothing came of it."
        ) from None


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    seen = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            seen.update(chunk)
    return seen.hexdigest()


def write_note(backup: Backup, version: str, secret: bytes) -> Note:
    """Write the note of a backup whose two files are on the disk: from now on it is whole."""
    plain = Note(
        made_at=backup.made_at.isoformat(),
        version=version,
        main_sha256=digest(backup.main),
        main_bytes=backup.main.stat().st_size,
        keys_sha256=digest(backup.keys),
        keys_bytes=backup.keys.stat().st_size,
    )
    note = replace(plain, seal=_seal(plain, secret))
    half = backup.note.with_suffix(".half")
    half.write_text(json.dumps(asdict(note), indent=1) + "\n", "utf-8")
    with half.open("rb") as file:
        os.fsync(file.fileno())
    half.rename(backup.note)
    folder = os.open(backup.folder, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return note


def check(backup: Backup, secret: bytes) -> Note:
    """Return the note of a backup whose files are as this installation wrote them. Says which is not."""
    try:
        note = Note(**json.loads(backup.note.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        raise Trouble(
            f"There is no whole backup {backup.name} in {backup.folder}: its note is missing or damaged."
        ) from None
    ours = hmac.compare_digest(str(note.seal).encode(), _seal(note, secret).encode())
    if not ours or note.made_at != backup.made_at.isoformat():
        raise Trouble(
            f"{backup.note.name} was not written by the installation of this secrets folder, or was changed. A dump "
            "of somebody else's can do anything here, so nothing is read from it."
        )
    for path, known in ((backup.main, note.main_sha256), (backup.keys, note.keys_sha256)):
        if not path.exists():
            raise Trouble(f"{path.name} is gone. Keys are kept a few days only: take a younger backup.")
        if digest(path) != known:
            raise Trouble(f"{path.name} is not as it was written (its digest differs). Take another backup.")
    return note


def _seal(note: Note, secret: bytes) -> str:
    plain = json.dumps(asdict(replace(note, seal="")), sort_keys=True).encode()
    return hmac.digest(secret, b"baken backup|" + plain, hashlib.sha256).hex()


def forget(folder: Path, now: datetime, *, keys_days: int, main_days: int) -> list[str]:
    """Remove what is older than it may be, the keys sooner than the rest; the newest whole backup always stays.

    With the keys goes every way to read what was destroyed since: so no backup outlives a term by more than
    `keys_days` days (V21).
    """
    whole = [backup for backup in all_in(folder) if backup.main.exists() and backup.keys.exists()]
    newest = whole[-1].name if whole else ""
    gone = []
    for backup in all_in(folder):
        if backup.name == newest:
            continue
        age = now - backup.made_at
        old = [backup.keys] if age > timedelta(days=keys_days) else []
        old += [backup.main, backup.note] if age > timedelta(days=main_days) else []
        for path in old:
            if path.exists():
                path.unlink()
                gone.append(path.name)
    return gone
