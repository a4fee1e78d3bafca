"""Looks for planted strings as a thief would: as they are, in other writing, and inside what was packed."""

import base64
import hashlib
import os
import re
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_HEX = re.compile(rb"[0-9a-fA-F]{24,}")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_EMPTY = re.compile(rb"\x00{64,}")  # most of a data file is nothing at all
_DEEPEST = 3


def needles(planted: str) -> set[bytes]:
    """Every way a string may lie in a file: UTF-8, UTF-16, escaped, and base64 at any of three places."""
    found: set[bytes] = set()
    for plain in (planted.encode(), planted.encode("utf-16-le"), planted.encode("utf-16-be")):
        found.add(plain)
        for before in range(3):
            whole = base64.b64encode(bytes(before) + plain)
            begin, end = (before * 8 + 5) // 6, (before + len(plain)) * 8 // 6
            found |= {whole[begin:end], whole[begin:end].replace(b"+", b"-").replace(b"/", b"_")}
    escaped = planted.encode("ascii", "backslashreplace")
    return found | {escaped, planted.encode("unicode_escape")}


def found_in(blobs: Iterable[bytes], planted: Iterable[str]) -> set[str]:
    """Return the planted strings that lie in the bytes, however they were written or packed."""
    sought = {word: needles(word) for word in planted}
    found: set[str] = set()
    for blob in blobs:
        for layer in _layers(_EMPTY.sub(bytes(8), blob), 0):
            found |= {word for word, ways in sought.items() if any(way in layer for way in ways)}
    return found


def _layers(blob: bytes, depth: int) -> Iterator[bytes]:
    """The bytes themselves, then what is inside them: in hexadecimals, or compressed."""
    yield blob
    if depth == _DEEPEST:
        return
    for match in _HEX.finditer(blob):
        digits = match.group()
        for inner in (digits[: len(digits) // 2 * 2], digits[1:][: (len(digits) - 1) // 2 * 2]):
            yield from _layers(bytes.fromhex(inner.decode()), depth + 1)
    for match in _ZLIB.finditer(blob):
        try:
            inner = zlib.decompressobj().decompress(blob[match.start() :], 50_000_000)
        except zlib.error:
            continue
        if inner:
            yield from _layers(inner, depth + 1)


def dumps(server: Any, programs: Path, database: str) -> Iterator[bytes]:
    """What a thief of a backup has: a plain dump and a compressed one, of the whole database."""
    where = [
        "--host",
        server.host,
        "--port",
        str(server.port),
        "--username",
        server.user,
        "--dbname",
        database,
    ]
    for form in ("plain", "custom"):
        done = subprocess.run(
            [programs / "pg_dump", *where, f"--format={form}"],
            env={**os.environ, "PGPASSWORD": server.password},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
        )
        yield done.stdout


def data_files(data: Path) -> Iterator[bytes]:
    """What a thief of the disk has: every file of the data directory, the write-ahead log included."""
    seen: set[bytes] = set()
    for path in sorted(data.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            digest = hashlib.sha256(content).digest()
            if digest not in seen:  # a fresh database is for the most part a copy of the template
                seen.add(digest)
                yield content
