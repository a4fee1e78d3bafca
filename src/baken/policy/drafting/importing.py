"""Takes in a folder that somebody sends: a zip file as Baken gives it, or loose files. All of it, or nothing.

No name in a zip ever becomes a place on a disk; nothing is unpacked but in memory, and no further than the limits.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from baken.core.policy.raw import text_of
from baken.core.policy.reading import read
from baken.core.policy.sections import FILES
from baken.core.vocabulary.text import Text
from baken.policy.drafting.accepting import (
    CASES,
    MOST_BYTES,
    MOST_FILES,
    Refusal,
    known_name,
    plain,
    refusals,
)

MOST_ENTRIES = 150
MOST_TOGETHER = 2_000_000
NOT_READ = ("README.md", "bundle.json", ".DS_Store", "Thumbs.db")
# What Python's reader of zips raises for one that is damaged or made to mislead.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    LookupError,
    struct.error,
)
_SIMPLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Refused(Exception):
    """What was sent cannot be taken in; for each file why, and what to do."""

    def __init__(self, found: Iterable[tuple[str, Refusal]]) -> None:
        self.found = tuple(found)
        super().__init__(f"{len(self.found)} refusals")


def taken_in(sent: Iterable[tuple[str, bytes]]) -> Mapping[str, str]:
    """Return the texts by the name under which a draft keeps them. Raises `Refused`, and then nothing counts."""
    texts: dict[str, str] = {}
    wrong: list[tuple[str, Refusal]] = []
    for name, content in _contents(sent):
        kept = _kept_as(name, content)
        found: list[Refusal] = []

        def told(line: int, what: Text, why: Text, do: Text, found: list[Refusal] = found) -> None:
            found.append(Refusal(what, why, do, line))

        text = text_of(content, told) if known_name(kept) else ""
        if text is not None:
            text = plain(text)
            found += refusals(kept, text)
        if kept in texts:
            found.append(_twice(kept))
        wrong += [(name, refusal) for refusal in found]
        texts[kept] = text or ""
    if not texts and not wrong:
        wrong.append(("", _nothing()))
    if len(texts) > MOST_FILES:
        wrong.append(("", _too_many(len(texts))))
    if wrong:
        raise Refused(wrong)
    return texts


def _contents(sent: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    for name, content in sent:
        if name.lower().endswith(".zip") or content[:4] in (b"PK\x03\x04", b"PK\x05\x06"):
            yield from _unzipped(name, content)
        else:
            yield PurePosixPath(name.replace("\\", "/")).name, content


def _unzipped(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except BROKEN as error:
        raise Refused([(name, _no_zip())]) from error
    if len(entries) > MOST_ENTRIES:
        raise Refused([(name, _too_many(len(entries)))])
    if wrong := [(entry.filename, refusal) for entry in entries for refusal in _unfit(entry)]:
        raise Refused(wrong)
    left = MOST_TOGETHER
    for entry in entries:
        path = PurePosixPath(entry.filename)
        if entry.is_dir() or path.name in NOT_READ or "__MACOSX" in path.parts:
            continue
        # Read no further than the limit: what a zip says of its sizes may be a lie.
        try:
            with archive.open(entry) as opened:
                found = opened.read(min(MOST_BYTES, left) + 1)
        except BROKEN as error:
            raise Refused([(entry.filename, _no_zip())]) from error
        left -= len(found)
        if len(found) > MOST_BYTES or left < 0:
            raise Refused([(entry.filename, _too_large())])
        yield entry.filename, found


def _unfit(entry: zipfile.ZipInfo) -> Iterator[Refusal]:
    name, path = entry.orig_filename, PurePosixPath(entry.filename)
    if (
        path.is_absolute()
        or ".." in path.parts
        or any(sign in name for sign in ("\\", ":", "\x00"))
        or not name.isprintable()
    ):
        yield Refusal(
            Text("Deze naam wijst naar een andere plek.", "This name points to another place."),
            Text(
                "Een bestand in een map heeft een gewone naam, zonder `..`, `:` of `\\`.",
                "A file in a folder has a plain name, without `..`, `:` or `\\`.",
            ),
            Text("Maak de zip opnieuw met gewone namen.", "Make the zip anew with plain names."),
        )
    if stat.S_ISLNK(entry.external_attr >> 16):
        yield Refusal(
            Text("Dit is een verwijzing en geen bestand.", "This is a link and no file."),
            Text("Baken leest alleen bestanden zelf.", "Baken only reads files themselves."),
            Text("Zet het bestand zelf in de zip.", "Put the file itself into the zip."),
        )
    if entry.flag_bits & 1 or entry.compress_type not in _SIMPLE:
        yield Refusal(
            Text(
                "Dit bestand zit op slot of is anders ingepakt.", "This file is locked or packed otherwise."
            ),
            Text(
                "Baken leest alleen gewone zips, zonder wachtwoord.",
                "Baken only reads plain zips, without a password.",
            ),
            Text("Maak de zip opnieuw, zonder wachtwoord.", "Make the zip anew, without a password."),
        )
    if entry.file_size > MOST_BYTES:
        yield _too_large()


def _kept_as(name: str, content: bytes) -> str:
    """Under which name a draft keeps it: cases lie in their own folder, or are known by what they hold."""
    path = PurePosixPath(name)
    in_cases = path.parent.name == "cases"
    if not in_cases and path.parent.name == "" and len(content) <= MOST_BYTES:
        data = read("", content).data
        in_cases = isinstance(data, dict) and "cases" in data
    return f"{CASES}{path.name}" if in_cases else path.name


def _twice(name: str) -> Refusal:
    return Refusal(
        Text(f"`{name}` zit er twee keer in.", f"`{name}` is in it twice."),
        Text("Dan is niet duidelijk welke geldt.", "Then it is not clear which one counts."),
        Text(
            "Stuur één map met één datum, en elk bestand één keer.",
            "Send one folder with one date, and each file once.",
        ),
    )


def _no_zip() -> Refusal:
    return Refusal(
        Text("Dit is geen leesbare zip.", "This is not a readable zip."),
        Text("Het bestand is beschadigd of is iets anders.", "The file is damaged or is something else."),
        Text(
            "Haal de map opnieuw op, of stuur de bestanden los.",
            "Fetch the folder again, or send the files one by one.",
        ),
    )


def _nothing() -> Refusal:
    listed = ", ".join(FILES)
    return Refusal(
        Text("Hier zit geen beleid in.", "There is no policy in this."),
        Text(f"Baken zoekt {listed}.", f"Baken looks for {listed}."),
        Text("Kies een zip of bestanden met die namen.", "Choose a zip or files with those names."),
    )


def _too_many(number: int) -> Refusal:
    return Refusal(
        Text(f"Dit zijn te veel bestanden: {number}.", f"These are too many files: {number}."),
        Text(f"Beleid heeft er hoogstens {MOST_FILES}.", f"A policy has {MOST_FILES} at most."),
        Text("Stuur alleen de map van dit beleid.", "Send only the folder of this policy."),
    )


def _too_large() -> Refusal:
    return Refusal(
        Text("Dit is te groot.", "This is too large."),
        Text(
            f"Een bestand telt hoogstens {MOST_BYTES} bytes, alles samen hoogstens {MOST_TOGETHER}.",
            f"A file has {MOST_BYTES} bytes at most, all together {MOST_TOGETHER} at most.",
        ),
        Text("Haal weg wat er niet hoort.", "Remove what does not belong here."),
    )
