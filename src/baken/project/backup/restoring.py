"""Restoring a backup: into an empty installation, or beside it for a moment to prove that it can be restored.

After a restore what had been destroyed is destroyed again, from the deletion log that lies outside every backup, and
the ledger is verified. Only then may anybody work.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, cast

import psycopg
import pyrage

from baken.project import databases, prepare, secrets
from baken.project.backup import files
from baken.project.backup.files import Backup
from baken.project.backup.making import program, where, with_password
from baken.project.databases import Server
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble

PROOF = "_proof"
SETTINGS = "baken.project.settings"


def restore(environ: Mapping[str, str], backup: Backup, own: pyrage.x25519.Identity) -> list[str]:
    """Restore into this installation, which must be empty; return what the checks said."""
    own_secrets = secrets.load(secrets_dir(environ), make=False)
    files.check(backup, own_secrets.return_codes)
    (main, name), (keys, keys_name) = databases.places(environ)
    for server, one in ((main, name), (keys, keys_name)):
        if _holds_tables(server, one):
            raise Trouble(
                f"The database {one} is not empty, and a restore never writes over anything. Name a new one with "
                "BAKEN_DATABASE, or move the installation's state folder away first."
            )
    prepare.everything(main, name, own_secrets.passwords)
    _load(main, name, backup.main, own)
    _load(keys, keys_name, backup.keys, own)
    return checked(environ)


def prove(environ: Mapping[str, str], backup: Backup, own: pyrage.x25519.Identity) -> list[str]:
    """Restore into databases beside the real ones, check those, and drop them."""
    own_secrets = secrets.load(secrets_dir(environ), make=False)
    files.check(backup, own_secrets.return_codes)
    scratch = {**environ, "BAKEN_DATABASE": f"{databases.name(environ)}{PROOF}", "BAKEN_ENV": "local"}
    (main, name), (keys, keys_name) = databases.places(scratch)
    prepare.drop(main, name)  # of a proof that was cut short
    try:
        prepare.everything(main, name, own_secrets.passwords)
        _load(main, name, backup.main, own)
        _load(keys, keys_name, backup.keys, own)
        return checked(scratch)
    finally:
        prepare.drop(main, name)


def checked(environ: Mapping[str, str]) -> list[str]:
    """Destroy again what was destroyed, and verify the ledger."""
    said = [
        _baken(environ, "owner", "retention", "replay"),
        _baken(environ, "maintenance", "ledger", "verify"),
    ]
    return [line for lines in said for line in lines.splitlines() if line.strip()]


def _baken(environ: Mapping[str, str], role: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "baken.project.cli", *words],
        env={**os.environ, **environ, "BAKEN_DB_ROLE": role, "DJANGO_SETTINGS_MODULE": SETTINGS},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise Trouble(f"`baken {' '.join(words)}` on what was restored did not hold: {last}")
    return done.stdout


def _holds_tables(server: Server, name: str) -> bool:
    try:
        with psycopg.connect(**server.admin(name), connect_timeout=10) as admin:
            row = admin.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
            return bool(row and row[0])
    except psycopg.OperationalError as error:
        if "does not exist" in str(error):
            return False
        raise


def _load(server: Server, name: str, path: Path, own: pyrage.x25519.Identity) -> None:
    """Read a closed dump into a database, all of it or nothing."""
    order: list[str | Path] = [
        program("pg_restore"),
        "--exit-on-error",
        "--single-transaction",
        "--no-password",
    ]
    with subprocess.Popen(
        [*order, *where(server, name, server.user)],
        env=with_password(server, server.password),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as loading:
        broken: Trouble | None = None
        try:
            files.open_to(path, cast(BinaryIO, loading.stdin), own)
        except BrokenPipeError:
            pass  # what stopped it is said below
        except Trouble as trouble:
            broken = trouble
        loading.communicate()
    if broken is not None:
        raise broken
    if loading.returncode:
        raise Trouble(f"The dump in {path.name} could not be read into {name}. Nothing of it was kept.")
