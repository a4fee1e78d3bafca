"""Nothing that was typed anywhere lies readable in a dump, a base backup or the files of the database (R4, V6)."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from pytest_django.plugin import DjangoDbBlocker

from baken.project import embedded, prepare, programs
from baken.project.state import state_dir
from tests import scanning
from tests.canaries.conftest import Walked
from tests.canaries.planting import MARK, OPEN
from tests.tenants import things
from tests.tenants.town import PASSPHRASE, PASSWORD

OTHERS = [things.STORY, things.PERSON, things.REPORTER, things.CONTACT, PASSPHRASE, PASSWORD]


def stolen(walked: Walked, folder: Path) -> Iterator[bytes]:
    """Dumps of both databases, a base backup, and the data directory itself."""
    server, bin_dir = walked.server, programs.bin_dir(None)
    with prepare.connect(server, "baken_test") as admin:
        admin.execute("CHECKPOINT")
    for database in ("baken_test", "baken_test_keys"):
        yield from scanning.dumps(server, bin_dir, database)
    if server.embedded:
        where = ["--host", server.host, "--port", str(server.port), "--username", server.user]
        subprocess.run(
            [bin_dir / "pg_basebackup", *where, "--pgdata", folder / "base", "--checkpoint=fast"],
            env={**os.environ, "PGPASSWORD": server.password},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        yield from scanning.data_files(folder / "base")
        yield from scanning.data_files(embedded.base_dir(state_dir()) / "data")


def test_nothing_that_was_typed_lies_readable_in_the_databases_or_a_backup(
    walked: Walked, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    """All words that were typed begin alike; what may lie open, such as a policy's draft, otherwise: the control."""
    assert walked.garden.code
    sought = [MARK, OPEN, *OTHERS, walked.garden.code, walked.garden.code.replace("-", "")]
    with django_db_blocker.unblock():
        found = list(stolen(walked, tmp_path))
    assert scanning.found_in(found, sought) == {OPEN}, in_the_clear(walked, found)


def in_the_clear(walked: Walked, found: list[bytes]) -> set[tuple[str, str]]:
    """On which page and in which field that was typed which lies there as it is."""
    words = {word.decode() for blob in found for word in re.findall(MARK.encode() + rb"\d{4}", blob)}
    typed = walked.garden.words
    return {(typed[word].row, typed[word].name) for word in words if word in typed}
