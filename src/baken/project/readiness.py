"""How a start knows that nothing need be made again: a note on the database itself, which goes when it goes.

The note holds a fingerprint of the migrations, the static files and the packages. The demonstration marks its database
before it begins: with that mark and without a fingerprint, it was cut short while it was made.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from psycopg import sql

from baken.project.databases import Server
from baken.project.prepare import connect

SOURCE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Note:
    """What was ready at the last start: its fingerprint, and the lines to show; and whose database it is."""

    fingerprint: str = ""
    lines: tuple[str, ...] = ()
    demo: bool = False

    @property
    def whole(self) -> bool:
        """Whether everything was made to the end."""
        return bool(self.fingerprint)


def fingerprint(state: Path) -> str:
    """This function will sum up what a start would make things from; another state folder counts as a change."""
    seen = hashlib.sha256(f"{version('django')}|{version('baken')}|{state}|".encode())
    files = [*SOURCE.glob("**/migrations/*.py"), *SOURCE.glob("*/static/**/*")]
    for path in sorted(p for p in files if p.is_file()):
        about = path.stat()
        seen.update(f"{path}|{about.st_size}|{about.st_mtime_ns}\n".encode())
    return seen.hexdigest()


def read(server: Server, main: str) -> Note | None:
    """This function will read the note on a database: None without a database, an empty one without a note."""
    asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with connect(server) as admin:
        row = admin.execute(asked, [main]).fetchone()
    if row is None:
        return None
    try:
        found = json.loads(row[0] or "{}")
        lines = tuple(str(line) for line in found.get("lines", ()))
        return Note(str(found.get("fingerprint", "")), lines, found.get("demo") is True)
    except (ValueError, TypeError, AttributeError):
        return Note()


def write(server: Server, main: str, note: Note) -> None:
    """This function will note what was made, or that the demonstration begins."""
    words = sql.Literal(json.dumps(asdict(note)))
    with connect(server) as admin:
        admin.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(main), words))
