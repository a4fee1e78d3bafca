"""Makes and updates the databases: as an administrator once, then as their owner."""

import os
import subprocess
import sys

from baken.project import databases, embedded, prepare, secrets
from baken.project.state import secrets_dir
from baken.project.trouble import Trouble, full_disk

STEPS = (
    "import django; django.setup()\n"
    "from django.core.management import call_command\n"
    "for alias in ('default', 'keys'):\n"
    "    call_command('migrate', database=alias, verbosity=0, interactive=False)\n"
)


def migrate() -> None:
    """This function will make roles and databases where they are missing and apply every migration."""
    with embedded.running(os.environ):
        bring_up_to_date()


def bring_up_to_date() -> None:
    """This function will do the work of migrate() on a server that already runs."""
    own = secrets.load(secrets_dir(), make=os.environ.get("BAKEN_ENV") != "production")
    server, main = databases.server(os.environ), databases.name(os.environ)
    prepare.everything(server, main, own.passwords)
    # In a process of its own, because a process keeps the role that it started with.
    environ = {**os.environ, "BAKEN_DB_ROLE": "owner", "DJANGO_SETTINGS_MODULE": "baken.project.settings"}
    done = subprocess.run(
        [sys.executable, "-c", STEPS],
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        if "No space left" in done.stderr:
            raise full_disk("bringing the database up to date")
        last = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
        raise Trouble(f"Bringing the database up to date failed: {last[0]}")
    prepare.grant_django_tables(server, main)


def whole() -> bool:
    """This function will say whether the demonstration was made to the end."""
    return bool(prepare.complete(databases.server(os.environ), databases.name(os.environ)))


def drop_half_made() -> bool:
    """This function will drop a demonstration whose making was cut short, and say whether there was one."""
    server, main = databases.server(os.environ), databases.name(os.environ)
    if prepare.complete(server, main) is None:
        return False
    prepare.drop(server, main)
    return True


def mark_complete() -> None:
    """This function will note that the demonstration is whole."""
    prepare.mark(databases.server(os.environ), databases.name(os.environ))


def drop_demo() -> None:
    """This function will drop the demonstration's databases, and no others."""
    if os.environ.get("BAKEN_DATABASE"):
        raise Trouble(
            "BAKEN_DATABASE is set; unset it, so that only the demonstration can be dropped.", code=2
        )
    if embedded.in_use(os.environ):
        raise Trouble("Baken is running from this folder. Stop it with Ctrl-C first, then reset.")
    with embedded.running(os.environ):
        prepare.drop(databases.server(os.environ), databases.name(os.environ))
