"""Making a backup: dumps of both databases, closed while they are made.

The main database is dumped first. A data key is committed before the first record that it closes, so that the keys,
dumped later, hold the key of every record in the dump; the other way about, the youngest records would be lost.
"""

import os
import subprocess
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO, cast

import pyrage

from baken.project import databases, programs, secrets
from baken.project.backup import files
from baken.project.backup.files import Backup
from baken.project.databases import MAINTENANCE, Server
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble, full_disk

# A restored installation begins without sessions, and no recovery code that was used since comes back to life.
LEFT_OUT = ("account_session", "account_recoverycode")


def make(environ: Mapping[str, str], folder: Path, to: pyrage.x25519.Recipient, *, now: datetime) -> Backup:
    """Make one whole backup; half a backup is removed, and never has a note."""
    folder.mkdir(parents=True, exist_ok=True)
    backup = files.named(folder, now)
    own = secrets.load(secrets_dir(environ), make=False)
    password = own.passwords[MAINTENANCE]
    (main, main_name), (keys, keys_name) = databases.places(environ)
    try:
        _dump(main, main_name, password, backup.main, to)
        _dump(keys, keys_name, password, backup.keys, to)
        files.write_note(backup, version("baken"), own.return_codes)
    except FileExistsError:
        raise Trouble(f"{backup.name} is there already; a second later it can be made.") from None
    except BaseException:
        for path in (backup.main, backup.keys, backup.note):
            path.unlink(missing_ok=True)
        raise
    return backup


def _dump(server: Server, name: str, password: str, target: Path, to: pyrage.x25519.Recipient) -> None:
    order: list[str | Path] = [
        program("pg_dump"),
        "--format=custom",
        "--no-password",
        *where(server, name, MAINTENANCE),
    ]
    order += [f"--exclude-table-data={table}" for table in LEFT_OUT]
    with subprocess.Popen(
        order,
        env=with_password(server, password),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as dumping:
        try:
            files.close(cast(BinaryIO, dumping.stdout), target, to)
        except BaseException:
            dumping.kill()
            raise
        said = cast(BinaryIO, dumping.stderr).read().decode(errors="replace")
    if dumping.returncode:
        raise _explained(said, name)


def program(name: str) -> Path:
    """Return one of PostgreSQL's programs, of the version that Baken brings."""
    return programs.bin_dir(programs.account()) / name


def where(server: Server, name: str, user: str) -> list[str]:
    """Return the words that lead a program to a database as this user."""
    return ["--host", server.host, "--port", str(server.port), "--username", user, "--dbname", name]


def with_password(server: Server, password: str) -> dict[str, str]:
    """Return the environment for a program: the password where no other user sees it, and how to connect."""
    ways = {f"PG{key.upper()}": value for key, value in server.options.items()}
    return {**os.environ, **ways, "PGPASSWORD": password, "PGCONNECT_TIMEOUT": "10"}


def _explained(said: str, name: str) -> Trouble:
    if "server version mismatch" in said:
        return Trouble(
            "The server is newer than the programs that Baken brings; it cannot be dumped with them."
        )
    if "No space left" in said:
        return full_disk("making a backup")
    if "permission denied" in said:
        return Trouble(f"{MAINTENANCE} may not read all of {name}. Run `baken migrate`, which grants it.")
    return Trouble(f"The database {name} could not be dumped. Run `baken doctor` to see what is wrong.")
