"""The keyset file: the master keys that close the data keys. It lives outside both databases and their
backups.

A keyset names one primary key, which closes everything new; older keys stay to open what they closed, until
`vault.rewrap` has closed every data key again.
"""

import base64
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from secrets import token_hex

from django.conf import settings

from baken.ledger.boxes import KEY_BYTES, new_key

FILE = "vault-keyset.json"


class KeysetError(RuntimeError):
    """The keyset file is missing, damaged, or lacks a key. Says what to do; never holds key material."""


@dataclass(frozen=True, slots=True, repr=False)
class Keyset:
    """Master keys by id, and which one closes new data keys."""

    primary: str
    keys: Mapping[str, bytes]

    def key(self, key_id: str) -> bytes:
        """Return the master key with this id."""
        if key_id not in self.keys:
            raise KeysetError(
                f"master key {key_id} is not in the keyset file: put back the file that holds it"
            )
        return self.keys[key_id]

    def rotated(self) -> "Keyset":
        """Return this keyset with a new primary key; the former keys stay."""
        fresh = _new_id()
        return Keyset(primary=fresh, keys={**self.keys, fresh: new_key()})


def path() -> Path:
    """Return where the installation keeps its keyset file."""
    return Path(settings.SECRETS.folder) / FILE


def in_use() -> Keyset:
    """Return the installation's keyset, as the file says now: a rotation needs no restart."""
    where = path()
    try:
        changed = where.stat().st_mtime_ns
    except FileNotFoundError:
        changed = 0
    return _held(where, changed)


@lru_cache(maxsize=2)
def _held(where: Path, changed: int) -> Keyset:
    return read(where)


def read(path: Path) -> Keyset:
    """Read the keyset file. Raises `KeysetError`."""
    try:
        found = json.loads(path.read_text())
        keys = {name: base64.b64decode(text, validate=True) for name, text in found["keys"].items()}
        keyset = Keyset(primary=found["primary"], keys=keys)
    except FileNotFoundError:
        raise KeysetError(
            f"there is no keyset file {path.name}: without it the vault cannot be opened"
        ) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise KeysetError(f"the keyset file {path.name} is damaged: put back a whole copy") from None
    if keyset.primary not in keys or any(len(key) != KEY_BYTES for key in keys.values()):
        raise KeysetError(f"the keyset file {path.name} is damaged: put back a whole copy")
    return keyset


def write(path: Path, keyset: Keyset) -> None:
    """Write the keyset file whole or not at all, readable by its owner alone, and on the disk before
    returning.
    """
    text = {name: base64.b64encode(key).decode() for name, key in keyset.keys.items()}
    beside = path.with_name(f".{path.name}.{token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump({"primary": keyset.primary, "keys": text}, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _new_id() -> str:
    return f"key-{token_hex(4)}"
