"""What a start makes: tables, collected style sheets and, once, the demonstration. Run in a process of its own."""

import hashlib
import logging
import os
import sys
from pathlib import Path

import click
import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from baken.project import databases, prepare


def migrate() -> None:
    """This function will apply every migration as the owner, and go on as the application."""
    for alias in ("default", "keys"):
        call_command("migrate", database=alias, verbosity=0, interactive=False)
    main = databases.name(os.environ)
    for name in (main, databases.keys_name(main)):
        prepare.grant_django_tables(databases.server(os.environ), name)
    databases.switch_role("app", settings.SECRETS.passwords)


def demonstration(*, make: bool) -> list[str]:
    """This function will make the demonstration if asked, and give its lines to show."""
    if not settings.BAKEN_DEMO:
        return []
    from baken.project import demo  # its rooms need Django to be ready

    if make:
        demo.make()
    return demo.lines()


def collect() -> None:
    """This function will collect the static files under hashed names, if anything changed."""
    stamp = Path(settings.STATIC_ROOT) / "stamp"
    now = _fingerprint()
    if stamp.exists() and stamp.read_text("ascii") == now:
        return
    stamp.unlink(missing_ok=True)  # a collection that is cut short counts for nothing
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now, "ascii")


def _fingerprint() -> str:
    seen = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            state = Path(storage.path(path)).stat()
            seen.update(f"{path}|{state.st_size}|{state.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def main(steps: list[str]) -> int:
    """This function will do the steps in order, and say in a line where one failed."""
    django.setup()
    try:
        if "migrate" in steps:
            migrate()
        if "files" in steps:
            collect()
            click.echo("\n".join(demonstration(make="demo" in steps)))
    except Exception:
        logging.getLogger("baken").exception("this could not be made")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
