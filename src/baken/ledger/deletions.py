"""The list of what was destroyed, in a file outside both databases and their backups.

A line is on the disk before anything of it is gone, so that what was begun is finished, and what a backup brings back
goes again (`baken retention replay`). It names organisation, stream and moment, and never says anything about content.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Deletion:
    """A stream that was destroyed, or one record of it that was erased: then `record` and `what` are filled in."""

    organisation: UUID
    stream: UUID
    at: datetime
    category: str = ""
    record: UUID | None = None
    what: str = ""


class DamagedDeletions(RuntimeError):
    """The list cannot be read. Nothing is destroyed, and nothing replayed, until a whole copy is put back."""


def path() -> Path:
    """Return where the list is: BAKEN_DELETIONS, otherwise in the state folder."""
    return Path(settings.BAKEN_DELETIONS)


def note(deletion: Deletion) -> None:
    """Add a line, and return when it is on the disk."""
    line = {
        "organisation": str(deletion.organisation),
        "stream": str(deletion.stream),
        "at": deletion.at.isoformat(),
        "category": deletion.category,
        **({"record": str(deletion.record), "what": deletion.what} if deletion.record else {}),
    }
    where = path()
    fresh = not where.exists()
    handle = os.open(where, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        end = os.lseek(handle, 0, os.SEEK_END)
        torn = end > 0 and os.pread(handle, 1, end - 1) != b"\n"  # a crash in the middle of the last line
        os.write(handle, (("\n" if torn else "") + json.dumps(line) + "\n").encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    if fresh:
        folder = os.open(where.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def read() -> Iterator[Deletion]:
    """Give every line, oldest first. A torn line was never acted upon: its destruction begins anew."""
    try:
        lines = path().read_bytes().split(b"\n")
    except FileNotFoundError:
        return
    for line in lines:
        if not line.endswith(b"}"):
            continue
        try:
            found = json.loads(line)
            yield Deletion(
                organisation=UUID(str(found["organisation"])),
                stream=UUID(str(found["stream"])),
                at=datetime.fromisoformat(found["at"]),
                category=found["category"],
                record=UUID(str(found["record"])) if "record" in found else None,
                what=found.get("what", ""),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedDeletions(f"{path().name} holds a line that cannot be read") from error
