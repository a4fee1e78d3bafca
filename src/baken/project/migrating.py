"""Makes and updates the databases: as an administrator once, then as their owner."""

import os
import subprocess
import sys

from baken.project import databases, embedded, prepare, secrets
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble, full_disk


def migrate(*, first: bool = False) -> None:
    """This function will make roles and databases where they are missing and apply every migration.

    Production never makes secrets unasked: a folder that is not mounted is not a new installation.
    """
    secrets.load(secrets_dir(), make=first or os.environ.get("BAKEN_ENV") != "production")
    with embedded.running(os.environ):
        bring_up_to_date()


def bring_up_to_date(*further: str) -> list[str]:
    """This function will migrate on a server that runs, do the further steps of making.py, and give its lines."""
    own = secrets.load(secrets_dir(), make=os.environ.get("BAKEN_ENV") != "production")
    prepare.everything(databases.server(os.environ), databases.name(os.environ), own.passwords)
    return make("migrate", *further, role="owner")


def make(*steps: str, role: str) -> list[str]:
    """This function will do steps of making.py in this role and give its lines.

    In a process of its own: the one that serves never needs to know Django.
    """
    environ = {**os.environ, "BAKEN_DB_ROLE": role, "DJANGO_SETTINGS_MODULE": "baken.project.settings"}
    done = subprocess.run(
        [sys.executable, "-m", "baken.project.making", *steps],
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        if "No space left" in done.stderr:
            raise full_disk("bringing the database up to date")
        said = done.stderr.strip() or "It gave no reason."
        raise Trouble(f"Bringing the installation up to date failed; this says where:\n{said}")
    return [line for line in done.stdout.splitlines() if line.strip()]


def drop_demo() -> None:
    """This function will drop the demonstration's databases, and no others."""
    main = databases.name(os.environ)  # refuses any name but the demonstration's
    if embedded.in_use(os.environ):
        raise Trouble("Baken is running from this folder. Stop it with Ctrl-C first, then reset.")
    with embedded.running(os.environ):
        prepare.drop(databases.server(os.environ), main)
