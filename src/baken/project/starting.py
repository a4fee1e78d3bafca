"""What a start sees to before anybody is served: texts, databases, files and, once, the demonstration.

Making the demonstration anew drops databases. So it drops only what it marked as its own before it began.
"""

import os
from collections.abc import Callable

from baken.project import databases, migrating, prepare, readiness, secrets, standing, texts
from baken.project.databases import Server
from baken.project.readiness import Note
from baken.project.state import secrets_dir, state_dir
from baken.project.trouble import Trouble


def make_ready(say: Callable[[str], None]) -> tuple[str, ...]:
    """This function will bring everything up to date, and give the lines to show."""
    texts.compile_all()
    if os.environ.get("BAKEN_ENV") == "production":  # there, migrating is a command of an administrator's own
        standing.check(os.environ)
        if lacking := standing.without_papers(os.environ):
            raise Trouble(standing.no_papers(lacking))
        return tuple(migrating.make("files", role="app"))
    server, main = databases.server(os.environ), databases.name(os.environ)
    now, note = readiness.fingerprint(state_dir()), readiness.read(server, main)
    if note is not None and note.fingerprint == now and (state_dir() / "static").exists():
        return note.lines
    fresh = os.environ.get("BAKEN_ENV") == "demo" and not (note and note.whole)
    if fresh:
        _clear_for_demonstration(server, main, note, say)
    lines = tuple(migrating.bring_up_to_date("files", *(["demo"] if fresh else [])))
    readiness.write(server, main, Note(now, lines, demo=fresh or bool(note and note.demo)))
    return lines


def _clear_for_demonstration(
    server: Server, main: str, note: Note | None, say: Callable[[str], None]
) -> None:
    """Give the demonstration an empty database that carries its mark, or refuse to touch somebody's work."""
    if note is not None and note.demo:
        say("The demonstration was only half made; making it again.")
        prepare.drop(server, main)
    elif note is not None and prepare.in_use(server, main):
        raise Trouble(
            f"The database {main} holds something that the demonstration did not make, so it stays untouched. "
            "Keep a copy if you need it; `baken demo-reset` throws it away."
        )
    say("Making the demonstration, once ...")
    prepare.everything(server, main, secrets.load(secrets_dir()).passwords)
    readiness.write(server, main, Note(demo=True))
